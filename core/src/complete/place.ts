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
  /** The whole word that is replaced. */
  readonly name: string;
  /** Keys that the mapping has already, or words of the list. */
  readonly present: readonly string[];
  /** Inside braces or brackets. */
  readonly inFlow: boolean;
  /** The key or value is in quotes, of which the first is typed already. */
  readonly quote: '' | '"' | "'";
  /** The second one is not. */
  readonly unclosed: boolean;
  /** What has to come between a colon and the value. */
  readonly lead: '' | ' ';
  /** Only spaces stand before it on its line. */
  readonly onItsOwnLine: boolean;
  /** A colon stands behind the key already. */
  readonly hasColon: boolean;
  /** The value that the key has already. */
  readonly value: AnyNode | undefined;
  /** The column at which the key begins. */
  readonly column: number;
  /** What stands behind would become part of an entry that is begun here. */
  readonly isFollowed: boolean;
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
  const open = openBrackets(sectionBefore(text, offset));
  const found = guesses(text, offset, open.length > 0);
  // Where a bracket of a line above is still to be closed, the text may only be readable once it is.
  const nested = open.length > 0 && open.length <= mostOpen;
  for (const closers of nested ? [undefined, closersOf(open)] : [undefined]) {
    for (const guess of found) {
      const place = tryPlace(text, offset, { ...guess, closers: closers ?? guess.closers }, previous);
      if (place !== undefined) return place;
    }
  }
  return undefined;
}

/** Nobody waits for what is offered in the middle of more. */
const mostBefore = 20_000;
/** As deep as anybody nests braces, and a few more. */
const mostOpen = 50;
/** As long as a key and its value are that somebody writes. */
const mostInPiece = 2_000;

/** From the last key at the margin, without comments: brackets that are still open begin behind it. */
function sectionBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - mostBefore), offset);
  const start = [...before.matchAll(/^[^\s#\]},]/gm)].at(-1)?.index ?? 0;
  return before.slice(start).replaceAll(/(?<=^|\s)#[^\r\n]*/g, '');
}

interface Guess {
  readonly kind: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
  readonly unclosed: boolean;
  readonly lead: '' | ' ';
  readonly hasColon: boolean;
  /** What closes the brackets that are open before the cursor and not closed behind it. */
  readonly closers: string;
}

type Quote = Guess['quote'];

/** Anchors and tags stand before what they are about, and stay. */
const properties = /(?:[&!][^\s,[\]{}]*\s+)*/.source;
const itemsBegin = /^\s*(?:-\s+)*/.source;
const valueBegins = new RegExp(
  `${itemsBegin}${properties}(?:"[^"]*"|'[^']*'|[^\\s#"'{[,][^#,]*?):\\s+${properties}(["']?)([^"']*)$`,
);
const keyEnds = new RegExp(`${itemsBegin}${properties}(?:"[^"]*"|'[^']*'|[\\w.-]+):$`);
const wordBegins = new RegExp(`${itemsBegin}${properties}(["']?)([^"'{}[\\],#]*)$`);

/** What the line lets one think, the likelier first. */
function guesses(text: string, offset: number, inFlow: boolean): readonly Guess[] {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  const after = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  if (before.length + after.length > mostBefore || /(?:^|\s)#/.test(withoutQuotes(before))) return [];

  const open = openBrackets(before);
  const plain = withoutQuotes(before);
  const innermost = open.at(-1)?.at;
  const piece = innermost === undefined ? before : before.slice(Math.max(innermost, plain.lastIndexOf(',')) + 1);
  if (piece.length > mostInPiece) return [];
  const closers = /[}\]]/.test(after) ? '' : closersOf(open);
  const line = { offset, after, below: text.slice(offset + after.length, offset + mostBefore) };
  const value = valueBegins.exec(piece);
  if (value !== null) return present(valueGuess(line, value[1] as Quote, value[2] ?? '', { closers, inFlow }));
  if (keyEnds.test(piece) && /^(?:[\s,}\]]|$)/.test(after)) {
    const guess = valueGuess(line, '', '', { closers, inFlow });
    return guess === undefined ? [] : [{ ...guess, lead: ' ' }];
  }

  const word = wordBegins.exec(piece);
  if (word === null) return [];
  const [, quote = '', written = ''] = word;
  const item = valueGuess(line, quote as Quote, written, { closers, inFlow });
  return /^[\w@%.-]*$/.test(written) ? keyGuesses(line, quote as Quote, written, closers, item) : present(item);
}

function present(guess: Guess | undefined): readonly Guess[] {
  return guess === undefined ? [] : [guess];
}

/** What stands behind the cursor: the rest of its line, and the text below. */
interface Behind {
  readonly offset: number;
  readonly after: string;
  readonly below: string;
}

function keyGuesses(
  { offset, after }: Behind,
  quote: Quote,
  written: string,
  closers: string,
  item: Guess | undefined,
): readonly Guess[] {
  const rest = /^[\w@%.-]*/.exec(after)?.[0] ?? '';
  const closes = quote !== '' && after[rest.length] === quote ? 1 : 0;
  const hasColon = /^\s*:(?:\s|$)/.test(after.slice(rest.length + closes));
  const key: Guess = {
    kind: 'key',
    start: offset - written.length,
    // A colon comes behind the quote, so that is written anew.
    end: offset + rest.length + (hasColon ? 0 : closes),
    quote,
    unclosed: quote !== '' && !(hasColon && closes === 1),
    lead: '',
    hasColon,
    closers,
  };
  if (hasColon) return [key];
  return item === undefined ? [] : [key, item];
}

/** `undefined` where what stands there is more than a word in place of which another can be written. */
function valueGuess(
  { offset, after, below }: Behind,
  quote: Quote,
  written: string,
  { closers, inFlow }: { readonly closers: string; readonly inFlow: boolean },
): Guess | undefined {
  const closes = quote === '' ? -1 : after.indexOf(quote);
  if (quote !== '' && closes === -1 && isClosedBelow(quote, after + below)) return undefined;
  const rest = closes === -1 ? valueRest(written, after, quote, inFlow) : after.slice(0, closes);
  if (rest === undefined) return undefined;
  return {
    kind: 'value',
    start: offset - written.length,
    end: offset + rest.length,
    quote,
    unclosed: quote !== '' && closes === -1,
    lead: '',
    hasColon: false,
    closers,
  };
}

/** Whether text in quotes ends in a later line; the next quote may begin another one. */
function isClosedBelow(quote: Quote, behind: string): boolean {
  const rest = (quote === '"' ? /^(?:[^"\\]|\\[\s\S])*"/ : /^(?:[^']|'')*'/).exec(behind)?.[0];
  return rest !== undefined && /^[ \t]*(?:[,\]}\r\n:]|[ \t]#|$)/.test(behind.slice(rest.length));
}

const quoted = /^\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/;

/** What is left of the value: all of its words, as half of it would be another one. */
function valueRest(written: string, after: string, quote: Quote, inFlow: boolean): string | undefined {
  if (quote !== '') return /^[^\s,#\]}]*/.exec(after)?.[0] ?? '';
  // A list, a mapping, or what others point at.
  if (written === '' && /^\s*[[{&!]/.test(after)) return undefined;
  if (written === '' && /^\s*["']/.test(after)) return quoted.exec(after)?.[0];
  const ends = inFlow ? /\s*(?:[,[\]{}]|\s#|$)/ : /\s*(?:\s#|$)/;
  const rest = after.startsWith('#') ? '' : after.slice(0, after.search(ends));
  // A key on the same line; only a placeholder is replaced with all that it says.
  return /:\s/.test(rest) && !(written + rest).trimStart().startsWith('TODO') ? undefined : rest;
}

function closersOf(open: readonly Bracket[]): string {
  return open
    .map(({ sign }) => (sign === '{' ? '}' : ']'))
    .reverse()
    .join('');
}

interface Bracket {
  readonly at: number;
  readonly sign: string;
}

/** Where in this part of a line flow collections begin that do not end in it. */
function openBrackets(before: string): readonly Bracket[] {
  const open: Bracket[] = [];
  for (const { 0: sign, index } of withoutQuotes(before).matchAll(/[[\]{}]/g)) {
    if (sign === '{' || sign === '[') open.push({ at: index, sign });
    else open.pop();
  }
  return open;
}

/** The same length, with nothing but spaces in finished quotes. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/(["'])(?:(?!\1).)*\1/g, (quoted) => ' '.repeat(quoted.length));
}

function tryPlace(text: string, offset: number, guess: Guess, previous: SpecDocument): CompletionPlace | undefined {
  const { kind, start, end, quote, unclosed, lead, hasColon, closers } = guess;
  const colon = kind === 'key' && !hasColon ? ': ' : '';
  const closing = unclosed ? quote : '';
  const word = `${lead}${marker}${closing}${colon}${closers}`;
  const marked = readSpec(text.slice(0, start) + word + text.slice(end), previous);
  const found = marked.places.find((place) => isMarked(place, kind));
  if (found === undefined) return undefined;

  const path = kind === 'key' ? found.path.slice(0, -1) : found.path;
  const field = fieldAt(path);
  const takes = field?.field?.kind ?? (path.length === 0 ? 'mapping' : undefined);
  if (field === undefined || takes === undefined) return undefined;
  if ((takes === 'mapping' || takes === 'map') !== (kind === 'key')) return undefined;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return {
    kind,
    path,
    field,
    span: { start, end },
    written: text.slice(start, offset),
    name: text.slice(start, end),
    present: beside(marked, kind, path).filter((one) => one !== marker),
    inFlow: found.inFlow,
    quote,
    unclosed,
    lead,
    onItsOwnLine: text.slice(lineStart, start).trim() === '',
    hasColon,
    value: kind === 'key' ? found.node : undefined,
    column: start - lineStart,
    isFollowed: isFollowed(text, end, start - lineStart, found.inFlow),
    doc: marked,
  };
}

/** By words on the same line, or by a line that is deeper than `column`. */
function isFollowed(text: string, end: number, column: number, inFlow: boolean): boolean {
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(end, end + mostBefore)) ?? [];
  if (inFlow) return !/^\s*(?:[,}\]]|#|$)/.test(rest);
  if (!/^\s*(?:#|$)/.test(rest)) return true;
  const below = text.slice(end + rest.length, end + mostBefore);
  const next = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*( *)[^\s#]/.exec(below)?.[1];
  return next !== undefined && next.length > column;
}

/** Keys of the mapping at `path`, or words of the list that the value at `path` is in. */
function beside({ tree }: SpecDocument, kind: Guess['kind'], path: Path): readonly string[] {
  const holder = kind === 'key' ? path : path.slice(0, -1);
  const node = holder.length === 0 ? tree : nodeAt(tree, holder);
  if (node?.kind === 'mapping') return kind === 'key' ? node.entries.map(({ key }) => key.value) : [];
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => (item?.kind === 'scalar' ? [String(item.value)] : []));
}

function isMarked({ key, node }: Place, kind: Guess['kind']): boolean {
  return kind === 'key' ? key?.value === marker : node?.kind === 'scalar' && node.value === marker;
}
