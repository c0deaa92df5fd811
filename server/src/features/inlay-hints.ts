import type { InlayHint, Range } from 'vscode-languageserver';
import { type HintKind, hints } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { toSpan } from '../convert.ts';

/** What values say in other words, behind those in `range`. */
export function inlayHints(snapshot: Snapshot, range: Range, kinds: ReadonlySet<HintKind>): InlayHint[] {
  const { analysis, lines } = snapshot;
  if (analysis === undefined) return [];
  return hints(analysis, toSpan(snapshot, range), kinds).map(({ offset, text }) => {
    return { position: lines.position(offset), label: text, paddingLeft: true };
  });
}
