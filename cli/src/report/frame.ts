import { isAscii, isPlain, unsafe, visible } from './printable.ts';

/** A line of source as a terminal shows it, and where in it a span lies, counted in columns of the screen. */
interface Frame {
  readonly source: string;
  readonly indent: number;
  readonly length: number;
}

/** `start` and `end` are UTF-16 offsets in `line`. Of a line that does not fit, the part around the start is shown. */
export function frame(line: string, start: number, end: number, width: number): Frame {
  if (line.length <= width && isPlain(line)) {
    return { source: line, indent: start, length: Math.max(1, Math.min(end, line.length) - start) };
  }
  const near = 2 * width;
  const from = outsidePair(line, Math.max(0, start - near));
  const to = outsidePair(line, Math.min(line.length, start + near));
  const cells = cellsOf(line.slice(from, to), from);

  const indent = sum(cells.filter((cell) => cell.end <= start));
  const length = sum(cells.filter((cell) => cell.end > start && cell.start < end));
  const total = sum(cells);
  if (from === 0 && to === line.length && total <= width) {
    return { source: join(cells), indent, length: Math.max(1, length) };
  }

  // A third of the room before the span tells where it stands; the rest is for the span and what follows.
  const first = Math.max(0, Math.min(indent - Math.floor(width / 3), total - width + 1));
  let hidden = 0;
  let left = 0;
  while (left < first && hidden < cells.length) left += cells[hidden++]?.width ?? 0;
  const before = from > 0 || hidden > 0 ? '…' : '';
  const after = to < line.length || before.length + total - left > width ? '…' : '';

  const shown: Cell[] = [];
  let room = width - before.length - after.length;
  for (const cell of cells.slice(hidden)) {
    room -= cell.width;
    if (room < 0) break;
    shown.push(cell);
  }
  return {
    source: before + join(shown) + after,
    indent: before.length + indent - left,
    length: Math.max(1, Math.min(length, sum(shown) - indent + left)),
  };
}

/** What a reader takes for one character. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly width: number;
}

/** Made when the first line needs it: that takes longer than most runs need for the whole report. */
let segmenter: Intl.Segmenter | undefined;

function cellsOf(text: string, offset: number): readonly Cell[] {
  const chars = isAscii(text) ? [...text].map((segment, index) => ({ segment, index })) : graphemes(text);
  return chars.map(({ segment, index }) => {
    const start = offset + index;
    const shown = segment === '\t' ? '    ' : replaceUnsafe(segment, text.slice(index));
    const width = isAscii(shown) ? shown.length : shown === segment ? graphemeWidth(shown) : sumOfWidths(shown);
    return { start, end: start + segment.length, shown, width };
  });
}

function graphemes(text: string): readonly { readonly segment: string; readonly index: number }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)];
}

function replaceUnsafe(segment: string, rest: string): string {
  if (segment === '#') return /^##\w*\[/.test(rest) ? '# ' : segment;
  return segment.replace(unsafe, visible);
}

function sumOfWidths(text: string): number {
  return [...text].reduce((width, char) => width + graphemeWidth(char), 0);
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;

/** Two columns for East Asian wide and full-width characters and for emoji, as terminals do. */
function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return emoji.test(grapheme) ? 2 : 1;
  if (zeroWidth.test(grapheme)) return 0;
  return wide.some(([first, last]) => code >= first && code <= last) || emoji.test(grapheme) ? 2 : 1;
}

/** https://www.unicode.org/reports/tr11/, properties W and F. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** Never between the halves of one character. */
function outsidePair(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => width + cell.width, 0);
}

function join(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.shown).join('');
}
