/** A script of a POSIX shell or bash, as far as it decides what the script ends with. */
export type ShellNode =
  /** `id` counts the commands from 0; `text` holds a here-document too. */
  | { readonly kind: 'simple' | 'opaque'; readonly id: number; readonly text: string }
  | { readonly kind: 'pipe'; readonly not: boolean; readonly parts: readonly ShellNode[] }
  | { readonly kind: 'chain'; readonly first: ShellNode; readonly rest: readonly Link[] }
  | { readonly kind: 'list'; readonly items: readonly { readonly node: ShellNode; readonly background: boolean }[] }
  | { readonly kind: 'if'; readonly arms: readonly Arm[]; readonly otherwise: ShellNode | undefined }
  | {
      readonly kind: 'loop';
      readonly how: 'for' | 'while' | 'until';
      readonly test: ShellNode;
      readonly body: ShellNode;
    }
  | { readonly kind: 'subshell'; readonly body: ShellNode }
  | { readonly kind: 'function'; readonly name: string; readonly body: ShellNode };

interface Link {
  readonly op: '&&' | '||';
  readonly node: ShellNode;
}

interface Arm {
  readonly test: ShellNode;
  readonly body: ShellNode;
}

/** A command whose inside is not read counts as one: `case`, or what is nested deeper than anybody writes. */
type Command = Extract<ShellNode, { id: number }>;

/** The script, and its commands in the order in which they are written. */
export function readShell(script: string): { readonly root: ShellNode; readonly commands: readonly Command[] } {
  const parser = new Parser(tokensOf(script.slice(0, longest)));
  const root = parser.list([]);
  return { root, commands: parser.commands };
}

const longest = 100_000;
const deepest = 40;

interface Token {
  readonly kind: 'word' | 'op';
  readonly text: string;
}

class Parser {
  readonly commands: Command[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Up to one of the words in `ends`, or a closing parenthesis that nothing here opened. */
  list(ends: readonly string[]): ShellNode {
    const items: { node: ShellNode; background: boolean }[] = [];
    this.#depth += 1;
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token?.kind === 'op' && /^(?:[;&\n]|;;|\|\|?|&&|\|&)$/.test(token.text)) this.#at += 1;
      else if (token?.text === ')' && token.kind === 'op') {
        if (ends.includes(')')) break;
        this.#at += 1;
      } else if (token?.kind === 'word' && ends.includes(token.text)) break;
      else {
        const node = this.#chain();
        items.push({ node, background: this.#isOp('&') });
      }
    }
    this.#depth -= 1;
    return { kind: 'list', items };
  }

  #chain(): ShellNode {
    const first = this.#pipe();
    const rest: Link[] = [];
    while (this.#isOp('&&') || this.#isOp('||')) {
      const op = this.#tokens[this.#at]?.text === '&&' ? '&&' : '||';
      this.#at += 1;
      this.#newlines();
      rest.push({ op, node: this.#pipe() });
    }
    return rest.length === 0 ? first : { kind: 'chain', first, rest };
  }

  #pipe(): ShellNode {
    let not = false;
    while (this.#takeWord('!')) not = !not;
    const parts = [this.#command()];
    while (this.#isOp('|') || this.#isOp('|&')) {
      this.#at += 1;
      this.#newlines();
      parts.push(this.#command());
    }
    const [only] = parts;
    return only !== undefined && parts.length === 1 && !not ? only : { kind: 'pipe', not, parts };
  }

  #command(): ShellNode {
    const token = this.#tokens[this.#at];
    const [name] = /^[\w-]+(?=\(\)$)/.exec(token?.text ?? '') ?? [];
    if (this.#depth > deepest) return this.#opaque(undefined);
    if (token?.kind === 'op' && token.text === '(') {
      this.#at += 1;
      const body = this.list([')']);
      this.#at += 1;
      return this.#redirected({ kind: 'subshell', body });
    }
    if (token?.kind === 'word') {
      if (this.#takeWord('if')) return this.#redirected(this.#if());
      if (this.#takeWord('while')) return this.#redirected(this.#loop('while'));
      if (this.#takeWord('until')) return this.#redirected(this.#loop('until'));
      if (token.text === 'for' || token.text === 'select') return this.#redirected(this.#for());
      if (token.text === 'case') return this.#opaque('esac');
      if (this.#takeWord('{')) return this.#redirected(this.#braces());
      if (this.#takeWord('function')) {
        const called = this.#tokens[this.#at]?.text ?? '';
        this.#at += 1;
        return this.#function(called.replace(/\(\)$/, ''));
      }
      if (name !== undefined) {
        this.#at += 1;
        return this.#function(name);
      }
    }
    return this.#simple();
  }

  #function(name: string): ShellNode {
    this.#newlines();
    return { kind: 'function', name, body: this.#command() };
  }

  #braces(): ShellNode {
    const body = this.list(['}']);
    this.#at += 1;
    return body;
  }

  #if(): ShellNode {
    const arms: Arm[] = [];
    do {
      const test = this.list(['then', 'fi']);
      this.#at += 1;
      arms.push({ test, body: this.list(['elif', 'else', 'fi']) });
    } while (this.#takeWord('elif'));
    const otherwise = this.#takeWord('else') ? this.list(['fi']) : undefined;
    this.#at += 1;
    return { kind: 'if', arms, otherwise };
  }

  #loop(how: 'while' | 'until'): ShellNode {
    const test = this.list(['do', 'done']);
    this.#at += 1;
    const body = this.list(['done']);
    this.#at += 1;
    return { kind: 'loop', how, test, body };
  }

  #for(): ShellNode {
    while (this.#at < this.#tokens.length && !this.#isWord('do')) this.#at += 1;
    this.#at += 1;
    const body = this.list(['done']);
    this.#at += 1;
    return { kind: 'loop', how: 'for', test: { kind: 'list', items: [] }, body };
  }

  #simple(): ShellNode {
    const words: string[] = [];
    while (this.#tokens[this.#at]?.kind === 'word') {
      words.push(this.#tokens[this.#at]?.text ?? '');
      this.#at += 1;
    }
    // A parenthesis where none belongs: nothing is known of it.
    if (words.length === 0) return this.#opaque(undefined);
    return this.#add({ kind: 'simple', id: this.commands.length, text: words.join(' ') });
  }

  /** All up to the word `end`, or one token. */
  #opaque(end: string | undefined): ShellNode {
    const words: string[] = [];
    do {
      words.push(this.#tokens[this.#at]?.text ?? '');
      this.#at += 1;
    } while (end !== undefined && this.#at < this.#tokens.length && this.#tokens[this.#at - 1]?.text !== end);
    return this.#add({ kind: 'opaque', id: this.commands.length, text: words.join(' ') });
  }

  #add(command: Command): Command {
    this.commands.push(command);
    return command;
  }

  /** Files to which a compound command is led do not change what it ends with. */
  #redirected(node: ShellNode): ShellNode {
    while (this.#tokens[this.#at]?.kind === 'word' && this.#at < this.#tokens.length) this.#at += 1;
    return node;
  }

  #isOp(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'op' && token.text === text;
  }

  #isWord(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'word' && token.text === text;
  }

  #takeWord(text: string): boolean {
    const is = this.#isWord(text);
    if (is) this.#at += 1;
    return is;
  }

  #newlines(): void {
    while (this.#isOp('\n')) this.#at += 1;
  }
}

function tokensOf(script: string): readonly Token[] {
  const text = script.replaceAll(/\r\n?/g, '\n').replaceAll('\\\n', ' ');
  const tokens: Token[] = [];
  const awaited: { readonly end: string; readonly index: number }[] = [];
  let word = '';
  const close = () => {
    if (word !== '') tokens.push({ kind: 'word', text: word });
    word = '';
  };
  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? '';
    const rest = text.slice(at, at + 200);
    const [op] = /^(?:\|\||&&(?!>)|;;|\|&|&(?!>)|[;|()\n])/.exec(rest) ?? [];
    if (letter === '#' && word === '') {
      while (at < text.length && text[at] !== '\n') at += 1;
    } else if (word === '' && /^(?:\[\[\s|\(\()/.test(rest)) {
      const end = text.indexOf(letter === '[' ? ' ]]' : '))', at);
      const next = end < 0 ? text.length : end + (letter === '[' ? 3 : 2);
      tokens.push({ kind: 'word', text: text.slice(at, next) });
      at = next;
    } else if (op === '(' && rest.startsWith('()') && word !== '') {
      word += '()';
      at += 2;
    } else if (op !== undefined) {
      close();
      tokens.push({ kind: 'op', text: op });
      at += op.length;
      if (op === '\n') at = hereDocuments(text, at, awaited.splice(0), tokens);
    } else if (/\s/.test(letter)) {
      close();
      at += 1;
    } else if (letter === '<' || letter === '>' || (letter === '&' && text[at + 1] === '>')) {
      const [all = letter, end] = /^<<-?\s*["'\\]?(\w+)["']?/.exec(rest) ?? /^(?:<<<|[<>&]+)/.exec(rest) ?? [];
      word += all;
      if (end !== undefined) awaited.push({ end, index: tokens.length });
      at += all.length;
    } else {
      const next = quotedEnd(text, at);
      word += text.slice(at, next);
      at = next;
    }
  }
  close();
  return tokens;
}

/** Takes the bodies of here-documents into the words that ask for them; where what follows them begins. */
function hereDocuments(
  text: string,
  from: number,
  awaited: readonly { readonly end: string; readonly index: number }[],
  tokens: Token[],
): number {
  let at = from;
  for (const { end, index } of awaited) {
    let body = '';
    while (at < text.length) {
      const next = text.indexOf('\n', at);
      const line = text.slice(at, next < 0 ? text.length : next);
      at = next < 0 ? text.length : next + 1;
      if (line.trim() === end) break;
      body += `\n${line}`;
    }
    const token = tokens[index];
    if (token !== undefined) tokens[index] = { kind: 'word', text: `${token.text}${body}` };
  }
  return at;
}

/** Behind the letter at `from`, or behind the quotes or the substitution that open there. */
function quotedEnd(text: string, from: number): number {
  const letter = text[from] ?? '';
  if (letter === '\\') return from + 2;
  if (letter === "'") return behind(text.indexOf("'", from + 1), text);
  if (letter === '`') return behind(text.indexOf('`', from + 1), text);
  if (letter === '"') {
    for (let at = from + 1; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1;
      else if (text[at] === '"') return at + 1;
    }
    return text.length;
  }
  const open = letter === '$' ? text[from + 1] : undefined;
  if (open !== '(' && open !== '{') return from + 1;
  const shut = open === '(' ? ')' : '}';
  let depth = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === "'" && open === '(') at = behind(text.indexOf("'", at + 1), text) - 1;
    else if (text[at] === open) depth += 1;
    else if (text[at] === shut) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function behind(index: number, text: string): number {
  return index < 0 ? text.length : index + 1;
}
