import type { Stage, State } from '../assessment.ts';
import { type Analysis, check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { applyEdits, type Edit, type Fix } from '../text.ts';
import { touch } from './fix-all.ts';
import { minimalEdits } from './minimal-edits.ts';

/** What an inserted section asks for in turn comes with the next round; our own requirements need four. */
const mostRounds = 20;

/**
 * Everything that `stage` asks and the spec does not have, as placeholders; `undefined` where nothing is missing.
 * `only`: what keeps a system from the stage, without what it had better say too.
 */
export function completeStage(analysis: Analysis, stage: Stage, only?: 'blocking'): Fix | undefined {
  const wants = only === undefined ? () => true : ({ severity }: Finding) => severity === 'error';
  const judged = check(analysis.doc.text, { ...analysis.options, stage, previous: analysis });
  const edits = completed(judged, wants);
  if (edits.length === 0) return undefined;
  return { title: `Add everything the ${stage} stage asks`, kind: 'skeleton', safe: false, edits };
}

/** What some findings miss, as placeholders; `wants` tells a finding again when others have what they want. */
export function completed(analysis: Analysis, wants: (finding: Finding) => boolean): readonly Edit[] {
  if (analysis.skipped !== undefined || analysis.doc.yaml.problems.length > 0) return [];
  let current = analysis;
  const tried = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const inserted = missingParts(current, tried, wants);
    if (inserted.length === 0) break;
    const text = applyEdits(current.doc.text, inserted);
    current = check(text, { ...current.options, previous: current });
  }
  return minimalEdits(analysis.doc.text, current.doc.text);
}

/** What says that it is something lacks what that something has: a `rag` without an index is contradicted. */
const isLacking: ReadonlySet<State> = new Set(['missing', 'contradicted']);

/** The skeletons of all that is missing, as far as they do not touch one another. What one did not bring about is not tried again. */
function missingParts({ findings }: Analysis, tried: Set<string>, wants: (finding: Finding) => boolean): Edit[] {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    const name = `${finding.rule} ${finding.subject} ${finding.message}`;
    if (!isLacking.has(finding.state ?? 'declared') || tried.has(name)) continue;
    if (!wants(finding)) continue;
    const fix = finding.fixes('help').find(({ kind }) => kind === 'skeleton');
    if (fix === undefined || fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) continue;
    tried.add(name);
    chosen.push(...fix.edits);
  }
  return chosen;
}
