import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver';
import { afterLineBreak, type FormatOptions, format, type Printer } from '../../../core/src/index.ts';
import type { Reading } from '../analysis.ts';
import { toRange, toSpan } from '../convert.ts';

/** Longer texts take seconds, in which nothing else is answered. */
const longest = 500_000;

/** The document, or the lines of `range`, as Prettier writes YAML. `own` are the repository's settings, which go before the editor's. */
export async function formatting(
  reading: Reading,
  options: FormattingOptions,
  own: Partial<FormatOptions>,
  range?: Range,
): Promise<TextEdit[]> {
  const { read, lines, text } = reading;
  if (read === undefined || text.length > longest) return [];
  const tabWidth = Math.min(Math.max(Math.round(options.tabSize) || 2, 1), 8);
  const wanted = { tabWidth, ...own };
  const edits = await format(read, wanted, lazyPrinter, range && toSpan(reading, range));
  return edits.map(({ span, text: newText }) => ({ range: toRange(lines, span), newText }));
}

/** What a line begins with that Enter has just made, where the language tells. */
export function onEnter(reading: Reading, position: Position, { tabSize }: FormattingOptions): TextEdit[] {
  const { read, lines } = reading;
  if (read === undefined || read.skipped !== undefined) return [];
  const { start } = toSpan(reading, { start: position, end: position });
  const edits = afterLineBreak(read.doc, start, Math.round(tabSize) || 2);
  return edits.map(({ span, text: newText }) => ({ range: toRange(lines, span), newText }));
}

const lazyPrinter: Printer = async (text, options) => (await import('../prettier.ts')).print(text, options);
