import type { Analysis } from '../check.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Completion } from './completion.ts';
import { keys } from './keys.ts';
import { completionPlace } from './place.ts';
import { values } from './values.ts';

interface CompleteOptions {
  /** A later version of the text that was analysed, which `offset` is about. */
  readonly text?: string;
  readonly evidence?: Evidence;
  /** ISO date of today, where the analysis may be of yesterday. */
  readonly asOf?: string;
}

/**
 * All that makes sense at `offset`, whatever is typed already: the editor filters. What the stage asks is told by the
 * analysis, as nobody waits for one of a word that is half typed.
 */
export function complete(
  analysis: Analysis,
  offset: number,
  { text = analysis.doc.text, evidence, asOf = analysis.options.asOf }: CompleteOptions = {},
): readonly Completion[] {
  const place = completionPlace(text, offset, analysis.doc);
  if (place === undefined) return [];
  if (analysis.skipped !== undefined && !mayBecomeOurs(place.doc.tree.entries.length, place.path)) return [];
  return place.kind === 'key' ? keys(place, analysis) : values(place, { analysis, asOf, evidence });
}

/** A file that says nothing yet but `apiVersion:`. */
function mayBecomeOurs(entries: number, path: readonly (string | number)[]): boolean {
  return entries === 1 && path.length === 1 && path[0] === 'apiVersion';
}
