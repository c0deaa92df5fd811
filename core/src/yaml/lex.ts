import { type CST, Lexer, Parser } from 'yaml';
import type { Span } from '../text.ts';
import type { Comment, Layout } from './document.ts';

/** Deeper nesting than any spec needs; V8 itself aborts on some 1,000 levels (a 2 KB file), where no `catch` helps. */
export const maxDepth = 100;

/**
 * Names, values, signs and spaces; more take longer than anybody waits. A spec of 10,000 lines, far longer than any that
 * was seen, has some 80,000.
 */
export const mostTokens = 300_000;

/** Of what the library complains about, no more is heard: an error takes it longer than a hundred characters. */
export const mostComplaints = 300;

/** What the lexer says of the text that it says next, of brackets that a line further out ends; neither is in the text. */
const scalarMarker = '\u001f';
const flowEnd = '\u0018';
const markers: ReadonlySet<string> = new Set([scalarMarker, flowEnd, '\u0002']);

/** A text in the tokens of the library, as far as it was read. */
export interface Lexed extends Layout {
  readonly tokens: CST.Token[];
  /** Of tokens as the lexer sees them. */
  readonly count: number;
  readonly comments: Comment[];
  /** Document markers, directives or explicit keys stand in the text. */
  readonly marked: boolean;
  /** A second `%YAML` line of one document, which the library lets pass. */
  readonly twice: Span | undefined;
  readonly tooDeepAt: number | undefined;
  readonly tooMany: boolean;
  /** So much is wrong that `tokens` end before the text does. */
  readonly stopped: boolean;
  /** Where text in quotes ends, and where it began. */
  readonly quoted: ReadonlyMap<number, number>;
}

/** `depth`: so many levels stand around `written`. */
export function lexed(written: string, depth: number): Lexed {
  const text = plainText(written);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const quoted = new Map<number, number>();
  const starts: number[] = [];
  const opened: number[] = [];
  const brackets: number[] = [];
  let marked = false;
  let version: number | undefined;
  let twice: Span | undefined;
  let anchored = false;
  let hasContent = false;
  let derailed: number | undefined;
  let tooDeepAt: number | undefined;
  let count = 0;
  let errors = 0;
  let offset = 0;
  let previous = '';

  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > mostTokens) break;
    const isText = previous === scalarMarker;
    const inFirstColumn = startsLine(text, offset);
    if (isText) {
      if (inFirstColumn && /^\S/.test(lexeme)) for (const start of firstColumns(lexeme, offset)) starts.push(start);
    } else {
      if (inFirstColumn && /^["']/.test(lexeme)) starts.push(offset);
      if (inFirstColumn && (/^["'].*[\r\n]/.test(lexeme) || (hasContent && /^[[{]/.test(lexeme)))) derailed ??= offset;
      if (!hasContent && !/^(?:\s|#|\ufeff|$)/.test(lexeme)) hasContent = true;
      if (lexeme === '---' || lexeme === '...') version = undefined;
      else if (lexeme.startsWith('%') && /^%YAML[ \t]/.test(lexeme)) {
        if (version !== undefined) twice ??= { start: offset, end: offset + lexeme.length };
        version = offset;
      }
      if (lexeme.startsWith('#')) comments.push({ span: { start: offset, end: offset + lexeme.length }, text: lexeme });
      else if (lexeme === '---' || lexeme === '...' || lexeme === '?' || lexeme.startsWith('%')) marked = true;
      else if (lexeme.startsWith('&')) anchored = true;
      else if (/^["']/.test(lexeme)) quoted.set(offset + lexeme.length, offset);
      else if (lexeme === '[' || lexeme === '{') brackets.push(offset);
      else if (lexeme === ']' || lexeme === '}') brackets.pop();
      else if (lexeme === flowEnd) opened.push(...brackets.splice(0));
    }
    if (errors <= mostComplaints) {
      for (const token of parser.next(lexeme)) {
        tokens.push(token);
        if (token.type === 'error') errors += 1;
      }
    }
    // The parser keeps one stack entry a level (and the document's): its own measure of depth, before anything recurses.
    if (parser.stack.length + depth > maxDepth + 1) {
      tooDeepAt = offset;
      break;
    }
    previous = lexeme;
    if (isText || !markers.has(lexeme)) offset += lexeme.length;
  }
  const stopped = errors > mostComplaints;
  const tooMany = count > mostTokens;
  if (tooDeepAt === undefined && !tooMany) for (const token of parser.end()) tokens.push(token);
  opened.push(...brackets);
  const reaching = marked || anchored;
  return {
    tokens,
    count,
    comments,
    marked,
    twice,
    quoted,
    tooDeepAt,
    tooMany,
    stopped,
    starts,
    opened,
    derailed,
    reaching,
  };
}

/** No key goes over several lines: where plain text does, each line in the first column is one of its own. */
function firstColumns(lexeme: string, offset: number): number[] {
  return [offset, ...[...lexeme.matchAll(/\n(?=[^\s#])/g)].map(({ index }) => offset + index + 1)];
}

function startsLine(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === undefined || before === '\n' || (before === '\ufeff' && offset === 1);
}

/** Same length as `text`. A lone CR ends a line in YAML, which the lexer does not know; control characters are its own markers. */
function plainText(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd');
}
