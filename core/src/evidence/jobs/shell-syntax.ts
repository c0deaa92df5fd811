import type { ShellOptions } from './shell-status.ts';
import { substitutionsIn, type Token, tokensOf } from './shell-tokens.ts';

/** A script of a POSIX shell or bash, as far as it decides what the script ends with. */
export type ShellNode =
  | ShellCommand
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
  /** `options` where it is a shell of its own: `sh -c '…'`. */
  | { readonly kind: 'subshell'; readonly body: ShellNode; readonly options?: ShellOptions }
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
export interface ShellCommand {
  readonly kind: 'simple' | 'opaque';
  /** Counts the commands from 0. */
  readonly id: number;
  /** With its here-documents. */
  readonly text: string;
  /** In the script, from 0. */
  readonly line: number;
  /** The scripts in `$(…)`, which run before it. */
  readonly within: readonly ShellNode[];
  /** It only gives values to variables, and ends with what the last of those scripts ends with. */
  readonly assigns: boolean;
  /** The command in whose `$(…)` it stands. */
  readonly outer?: string;
}

/** The script, and its commands in the order in which they are written. */
export function readShell(script: string): { readonly root: ShellNode; readonly commands: readonly ShellCommand[] } {
  const commands: ShellCommand[] = [];
  return { root: new Parser(tokensOf(script.slice(0, longest)), commands, 0).list([]), commands };
}

const longest = 100_000;
const deepest = 40;

class Parser {
  readonly #tokens: readonly Token[];
  readonly #commands: ShellCommand[];
  readonly #outer: string | undefined;
  /** The line at which its script begins. */
  readonly #first: number;
  #at = 0;
  #depth: number;

  constructor(tokens: readonly Token[], commands: ShellCommand[], depth: number, first = 0, outer?: string) {
    this.#tokens = tokens;
    this.#first = first;
    this.#commands = commands;
    this.#depth = depth;
    this.#outer = outer;
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
    const words: Token[] = [];
    for (let token = this.#tokens[this.#at]; token?.kind === 'word'; token = this.#tokens[this.#at]) {
      words.push(token);
      this.#at += 1;
    }
    // A parenthesis where none belongs: nothing is known of it.
    if (words.length === 0) return this.#opaque(undefined);
    const inner = this.#inner(words);
    if (inner !== undefined) return inner;
    const text = words.map((word) => `${word.text}${word.document ?? ''}`).join(' ');
    const line = this.#first + (words[0]?.line ?? 0);
    const assigns = words.every((word) => /^[A-Za-z_]\w*(?:\[[^\]]{0,99}\])?\+?=/.test(word.text));
    const scripts = this.#depth > deepest ? [] : words.flatMap((word) => substitutionsIn(word.text));
    const within = scripts.map((script) =>
      new Parser(tokensOf(script), this.#commands, this.#depth + 1, line, text).list([]),
    );
    return this.#add({ kind: 'simple', text, line, within, assigns });
  }

  /** `sh -c 'script'`, whose script stands right there. */
  #inner(words: readonly Token[]): ShellNode | undefined {
    const [program = '', ...rest] = words.map(({ text }) => text);
    const flag = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
    const [, script] =
      /^(?:'([^']*)'|"((?:[^"\\]|\\.)*)")$/s.exec(rest[flag + 1] ?? '')?.filter((one) => one !== undefined) ?? [];
    if (!/^(?:\S*\/)?(?:ba|z|da|k)?sh$/.test(program) || flag < 0 || script === undefined) return undefined;
    if (this.#depth > deepest) return undefined;
    const before = rest.slice(0, flag + 1).join(' ');
    const options = { errexit: /-[a-z]*e/.test(before), pipefail: /pipefail/.test(before) };
    const first = this.#first + (words[flag + 2]?.line ?? 0);
    const body = new Parser(tokensOf(script), this.#commands, this.#depth + 1, first, this.#outer).list([]);
    return { kind: 'subshell', body, options };
  }

  /** All up to the word `end`, or one token. */
  #opaque(end: string | undefined): ShellNode {
    const words: string[] = [];
    const line = this.#first + (this.#tokens[this.#at]?.line ?? 0);
    do {
      words.push(this.#tokens[this.#at]?.text ?? '');
      this.#at += 1;
    } while (end !== undefined && this.#at < this.#tokens.length && this.#tokens[this.#at - 1]?.text !== end);
    return this.#add({ kind: 'opaque', text: words.join(' '), line, within: [], assigns: false });
  }

  #add(written: Omit<ShellCommand, 'id' | 'outer'>): ShellCommand {
    const command = { ...written, id: this.#commands.length, outer: this.#outer };
    this.#commands.push(command);
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
