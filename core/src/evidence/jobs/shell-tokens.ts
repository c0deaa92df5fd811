/** A word with its quotes, or an operator. */
export interface Token {
  readonly kind: 'word' | 'op';
  readonly text: string;
  /** The here-documents that it asks for. */
  readonly document?: string;
  /** Of its beginning, from 0. */
  readonly line: number;
}

/** Words and operators of a script; comments are left out. */
export function tokensOf(script: string): readonly Token[] {
  const text = script.replaceAll(/\r\n?/g, '\n').replaceAll('\\\n', continued);
  const tokens: Token[] = [];
  let counted = 0;
  let line = 0;
  const lineAt = (at: number): number => {
    for (; counted < at; counted += 1) if (text[counted] === '\n' || text[counted] === continued) line += 1;
    return line;
  };
  const awaited: { readonly end: string; readonly index: number }[] = [];
  let word = '';
  let begun = 0;
  const close = () => {
    if (word !== '') tokens.push({ kind: 'word', text: word.replaceAll(continued, ' '), line: begun });
    word = '';
  };
  for (let at = 0; at < text.length; ) {
    const letter = text[at] ?? '';
    if (word === '') begun = lineAt(at);
    const rest = text.slice(at, at + 200);
    const [op] = /^(?:\|\||&&(?!>)|;;|\|&|&(?!>)|[;|()\n])/.exec(rest) ?? [];
    if (letter === '#' && word === '') {
      while (at < text.length && text[at] !== '\n') at += 1;
    } else if (word === '' && /^(?:\[\[\s|\(\()/.test(rest)) {
      const end = text.indexOf(letter === '[' ? ' ]]' : '))', at);
      const next = end < 0 ? text.length : end + (letter === '[' ? 3 : 2);
      tokens.push({ kind: 'word', text: text.slice(at, next).replaceAll(continued, ' '), line: begun });
      at = next;
    } else if (op === '(' && rest.startsWith('()') && word !== '') {
      word += '()';
      at += 2;
    } else if (op !== undefined) {
      close();
      tokens.push({ kind: 'op', text: op, line: lineAt(at) });
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

/** Stands for the end of a line that goes on in the next. */
const continued = '\v';

/** The scripts in `$(…)` and in backticks of a word, in order; not those in single quotes. */
export function substitutionsIn(word: string): readonly string[] {
  const found: string[] = [];
  let isQuoted = false;
  for (let at = 0; at < word.length; ) {
    const letter = word[at];
    const isScript = letter === '`' || (letter === '$' && word[at + 1] === '(' && word[at + 2] !== '(');
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === '\\') at += 2;
    else if (letter === '"' || (letter === "'" && isQuoted)) at += 1;
    else if (isScript) {
      const end = quotedEnd(word, at);
      found.push(word.slice(at + (letter === '`' ? 1 : 2), end - 1));
      at = end;
    } else at = letter === "'" || letter === '$' ? quotedEnd(word, at) : at + 1;
  }
  return found;
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
    if (token !== undefined) tokens[index] = { ...token, document: `${token.document ?? ''}${body}` };
  }
  return at;
}

/** Behind the letter at `from`, or behind the quotes or the substitution that open there. */
function quotedEnd(text: string, from: number, depth = 0): number {
  const letter = text[from] ?? '';
  if (letter === '\\') return from + 2;
  if (letter === "'") return behind(text.indexOf("'", from + 1), text);
  if (letter === '`') return behind(text.indexOf('`', from + 1), text);
  const isDeep = depth > deepest;
  if (letter === '"') {
    for (let at = from + 1; at < text.length; ) {
      if (text[at] === '"') return at + 1;
      const opens = text[at] === '\\' || (text[at] === '$' && text[at + 1] === '(' && !isDeep);
      at = opens ? quotedEnd(text, at, depth + 1) : at + 1;
    }
    return text.length;
  }
  const open = letter === '$' ? text[from + 1] : undefined;
  if (open !== '(' && open !== '{') return from + 1;
  const shut = open === '(' ? ')' : '}';
  let nested = 0;
  for (let at = from + 1; at < text.length; ) {
    const next = text[at] ?? '';
    if (next === open) nested += 1;
    if (next === shut && --nested === 0) return at + 1;
    const quotes = next === '\\' || (open === '(' && (next === "'" || (next === '"' && !isDeep)));
    at = quotes ? quotedEnd(text, at, depth + 1) : at + 1;
  }
  return text.length;
}

/** Nobody nests quotes so deep. */
const deepest = 20;

function behind(index: number, text: string): number {
  return index < 0 ? text.length : index + 1;
}
