import type { LineIndex, Span } from '../../../core/src/index.ts';

/** Lines and columns from 1, columns in UTF-16 units, the end behind the last character. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export function rangeOf({ start, end }: Span, index: LineIndex): Range {
  return { start: place(start, index), end: place(end, index) };
}

function place(offset: number, index: LineIndex): Place {
  const { line, character } = index.position(offset);
  return { line: line + 1, column: character + 1 };
}

/** The text of a line, counted from 1, without its ending. */
export function lineText(text: string, index: LineIndex, line: number): string {
  return text.slice(index.lineStarts[line - 1], index.lineStarts[line]).replace(/[\r\n]+$/, '');
}
