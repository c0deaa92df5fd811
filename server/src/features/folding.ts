import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { folds } from '../../../core/src/index.ts';
import type { Reading } from '../analysis.ts';
import type { Client } from '../client.ts';

/** What can be folded in a spec; undefined for other files, which the editor may fold in its own way. */
export function foldingRanges({ read, lines }: Reading, client: Client): FoldingRange[] | undefined {
  if (read === undefined || read.skipped !== undefined) return undefined;
  const { wholeLines = false, limit = Number.POSITIVE_INFINITY } = client.folding ?? {};
  const ranges: FoldingRange[] = [];
  const seen = new Set<number>();
  for (const { kind, span, closed } of folds(read.doc)) {
    const start = lines.position(span.start);
    const end = lines.position(span.end);
    // Where whole lines go, the one with the closing bracket stays.
    const endLine = closed && wholeLines ? end.line - 1 : end.line;
    if (endLine <= start.line || (wholeLines && seen.has(start.line))) continue;
    seen.add(start.line);
    ranges.push({
      startLine: start.line,
      endLine,
      ...(wholeLines ? {} : { startCharacter: start.character, endCharacter: end.character }),
      ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
    });
  }
  // The outer ones are those that matter when there are too many.
  const kept = ranges.length > limit ? ranges.sort(longestFirst).slice(0, limit) : ranges;
  return kept.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function longestFirst(a: FoldingRange, b: FoldingRange): number {
  return b.endLine - b.startLine - (a.endLine - a.startLine);
}
