import type { Position, SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../../../core/src/index.ts';
import type { Reading } from '../analysis.ts';
import { toRange, toSpan } from '../convert.ts';

/** For each cursor what its selection grows to, step by step; undefined where the file is no spec. */
export function selectionRanges(reading: Reading, positions: readonly Position[]): SelectionRange[] | undefined {
  const { read, lines } = reading;
  if (read === undefined || read.skipped !== undefined) return undefined;
  return positions.map((position) => {
    const { start } = toSpan(reading, { start: position, end: position });
    const around = selectionsAt(read.doc, start).reverse();
    const here: SelectionRange = { range: { start: position, end: position } };
    return (
      around.reduce<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(lines, span), parent }),
        undefined,
      ) ?? here
    );
  });
}
