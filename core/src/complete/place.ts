import { nodeAt } from '../rules/subject.ts';
import { readSpec, type SpecDocument } from '../spec/document.ts';
import { type FieldNode, fieldAt } from '../spec/field-tree.ts';
import type { Path, Place } from '../spec/place.ts';
import type { Span } from '../text.ts';
import type { AnyNode } from '../yaml/tree.ts';

/** What can be written where the cursor stands. */
export interface CompletionPlace {
  readonly kind: 'key' | 'value';
  /** Of the mapping that gets the key, or of the value. */
  readonly path: Path;
  readonly field: FieldNode;
  /** What is replaced: the word that is typed so far and what is left of it behind the cursor. */
  readonly span: Span;
  /** Before the cursor. */
  readonly written: string;
  /** Keys that the mapping has already. */
  readonly present: readonly string[];
  /** Inside braces or brackets. */
  readonly inFlow: boolean;
  /** The value is in quotes, which are typed already. */
  readonly quote: '' | '"' | "'";
  /** A colon stands behind the key already. */
  readonly hasColon: boolean;
  /** The value that the key has already. */
  readonly value: AnyNode | undefined;
  /** The column at which the key begins. */
  readonly column: number;
  /** The document with a word at the cursor, so that what is half typed can be read. */
  readonly doc: SpecDocument;
}

/** A word that nobody writes, to see where in the document the cursor is. */
const marker = 'zzcursorzz';

/**
 * Where in the language `offset` is, however much of the text is still to be typed: a word is put there, and the text
 * read with it. `undefined` in comments, in blocks of text, and where the language has nothing. `previous` is the text, or
 * an earlier version of it, as it was read.
 */
export function completionPlace(text: string, offset: number, previous: SpecDocument): CompletionPlace | undefined {
  for (const guess of guesses(text, offset)) {
    const place = tryPlace(text, offset, guess, previous);
    if (place !== undefined) return place;
  }
  return undefined;
}

interface Guess {
  readonly kind: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
  readonly hasColon: boolean;
  /** Brackets that are open on this line and not closed behind the cursor. */
  readonly closers: string;
}

/** What the line lets one think, the likelier first. */
function guesses(text: string, offset: number): readonly Guess[] {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (/(?:^|\s)#/.test(withoutQuotes(before))) return [];

  const open = openBrackets(before);
  const plain = withoutQuotes(before);
  const innermost = open.at(-1);
  const piece = innermost === undefined ? before : before.slice(Math.max(innermost, plain.lastIndexOf(',')) + 1);
  const closers = /[}\]]/.test(after)
    ? ''
    : open
        .map((at) => (plain[at] === '{' ? '}' : ']'))
        .reverse()
        .join('');
  const value = /^\s*(?:-\s+)*(?:"[^"]*"|'[^']*'|[^\s#"'{[,][^#,]*?):\s+(["']?)([^"']*)$/.exec(piece);
  if (value !== null) return [valueGuess(offset, value[1] as Guess['quote'], value[2] ?? '', after, closers)];

  const word = /^\s*(?:-\s+)*(["']?)([^"'{}[\],#]*)$/.exec(piece);
  if (word === null) return [];
  const written = word[2] ?? '';
  const item = valueGuess(offset, word[1] as Guess['quote'], written, after, closers);
  if (word[1] !== '' || !/^[\w@%.-]*$/.test(written)) return [item];
  const rest = /^[\w@%.-]*/.exec(after)?.[0] ?? '';
  const hasColon = /^\s*:(?:\s|$)/.test(after.slice(rest.length));
  return [
    { kind: 'key', start: offset - written.length, end: offset + rest.length, quote: '', hasColon, closers },
    ...(hasColon ? [] : [item]),
  ];
}

function valueGuess(offset: number, quote: Guess['quote'], written: string, after: string, closers: string): Guess {
  const rest = quote === '' ? /^[^\s,#\]}]*/.exec(after)?.[0] : after.slice(0, Math.max(after.indexOf(quote), 0));
  return {
    kind: 'value',
    start: offset - written.length,
    end: offset + (rest?.length ?? 0),
    quote,
    hasColon: false,
    closers,
  };
}

/** Where in this part of a line flow collections begin that do not end in it. */
function openBrackets(before: string): readonly number[] {
  const plain = withoutQuotes(before);
  const open: number[] = [];
  for (const [index, sign] of [...plain].entries()) {
    if (sign === '{' || sign === '[') open.push(index);
    else if (sign === '}' || sign === ']') open.pop();
  }
  return open;
}

/** The same length, with nothing but spaces in finished quotes. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/(["'])(?:(?!\1).)*\1/g, (quoted) => ' '.repeat(quoted.length));
}

function tryPlace(text: string, offset: number, guess: Guess, previous: SpecDocument): CompletionPlace | undefined {
  const { kind, start, end, quote, hasColon, closers } = guess;
  const colon = kind === 'key' && !hasColon ? ': ' : '';
  const unclosed = quote !== '' && text[end] !== quote ? quote : '';
  const marked = readSpec(text.slice(0, start) + marker + colon + unclosed + closers + text.slice(end), previous);
  const found = marked.places.find((place) => isMarked(place, kind));
  if (found === undefined) return undefined;

  const path = kind === 'key' ? found.path.slice(0, -1) : found.path;
  const field = fieldAt(path);
  const takes = field?.field?.kind ?? (path.length === 0 ? 'mapping' : undefined);
  if (field === undefined || takes === undefined) return undefined;
  if ((takes === 'mapping' || takes === 'map') !== (kind === 'key')) return undefined;
  const holder = kind === 'key' ? (path.length === 0 ? marked.tree : nodeAt(marked.tree, path)) : undefined;
  const keys = holder?.kind === 'mapping' ? holder.entries.map(({ key }) => key.value) : [];
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return {
    kind,
    path,
    field,
    span: { start, end },
    written: text.slice(start, offset),
    present: keys.filter((key) => key !== marker),
    inFlow: found.inFlow,
    quote,
    hasColon,
    value: kind === 'key' ? found.node : undefined,
    column: start - lineStart,
    doc: marked,
  };
}

function isMarked({ key, node }: Place, kind: Guess['kind']): boolean {
  return kind === 'key' ? key?.value === marker : node?.kind === 'scalar' && node.value === marker;
}
