/** A half-open range of UTF-16 code units, as JavaScript strings and LSP count them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * - `normalise` repairs the form of an answer that is already there;
 * - `adopt` copies a fact found in the repository;
 * - `skeleton` inserts the shape of an answer, every value a placeholder;
 * - `waive` and `ignore` write down an exception, its reason a placeholder.
 *
 * None of them answers for the author: only `normalise` may be `safe`.
 */
export type FixKind = 'normalise' | 'adopt' | 'skeleton' | 'waive' | 'ignore';

export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  /** May be applied without asking, by `--fix` and on save. */
  readonly safe: boolean;
  /** Disjoint, sorted, and about the text that was checked. */
  readonly edits: readonly Edit[];
}

/** Offsets of one text as zero-based lines and characters. `\n`, `\r\n` and a lone `\r` end a line, as in LSP. */
export interface LineIndex {
  readonly lineStarts: readonly number[];
  position(offset: number): Position;
  offset(position: Position): number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export function lineIndex(text: string): LineIndex {
  const lineStarts = startsOfLines(text);
  return {
    lineStarts,
    position(offset) {
      let low = 0;
      let high = lineStarts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lineStarts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: offset - (lineStarts[low] ?? 0) };
    },
    offset({ line, character }) {
      const start = lineStarts[line];
      if (start === undefined) return text.length;
      return Math.min(start + character, lineStarts[line + 1] ?? text.length);
    },
  };
}

/** By searching, which is quicker than a pattern with a match for each line. */
function startsOfLines(text: string): number[] {
  const starts = [0];
  let [feed, carriage] = [text.indexOf('\n'), text.indexOf('\r')];
  while (feed !== -1 || carriage !== -1) {
    const isFeed = carriage === -1 || (feed !== -1 && feed < carriage);
    const end = isFeed || feed === carriage + 1 ? feed + 1 : carriage + 1;
    starts.push(end);
    if (feed !== -1 && feed < end) feed = text.indexOf('\n', end);
    if (carriage !== -1 && carriage < end) carriage = text.indexOf('\r', end);
  }
  return starts;
}

/** How much two texts have in common at their beginning and, without overlap, at their end. */
export function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  // By blocks first: comparing slices is quicker than comparing characters.
  while (prefix + block <= shorter && a.slice(prefix, prefix + block) === b.slice(prefix, prefix + block))
    prefix += block;
  while (prefix < shorter && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  const rest = shorter - prefix;
  let suffix = 0;
  while (
    suffix + block <= rest &&
    a.slice(a.length - suffix - block, a.length - suffix) === b.slice(b.length - suffix - block, b.length - suffix)
  )
    suffix += block;
  while (suffix < rest && a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix)) suffix += 1;
  return { prefix, suffix };
}

const block = 1024;

/** Applies disjoint edits. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: inserted } of sorted) {
    result += text.slice(done, span.start) + inserted;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The line ending of a text: the one its first line has, else `\n`. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The last that begins at `offset` or before, of what stands in the order of the text. */
export function lastAtOrBefore<T>(sorted: readonly T[], offset: number, startOf: (one: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(sorted[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
