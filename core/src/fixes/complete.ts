import type { Stage } from '../assessment.ts';
import { type Analysis, check } from '../check.ts';
import { applyEdits, type Fix } from '../text.ts';
import { minimalEdits } from './minimal-edits.ts';

/** Each round inserts what one finding asks for; more than this many a spec cannot lack. */
const mostRounds = 200;

/** Everything that `stage` asks and the spec does not have, as placeholders; `undefined` where nothing is missing. */
export function completeStage(analysis: Analysis, stage: Stage): Fix | undefined {
  if (analysis.skipped !== undefined || analysis.doc.yaml.problems.length > 0) return undefined;
  let current = check(analysis.doc.text, { ...analysis.options, stage, previous: analysis });
  for (let round = 0; round < mostRounds; round += 1) {
    const fix = firstSkeleton(current);
    if (fix === undefined) break;
    const text = applyEdits(current.doc.text, fix.edits);
    if (text === current.doc.text) break;
    current = check(text, { ...current.options, previous: current });
  }
  const edits = minimalEdits(analysis.doc.text, current.doc.text);
  if (edits.length === 0) return undefined;
  return { title: `Add everything the ${stage} stage asks`, kind: 'skeleton', safe: false, edits };
}

function firstSkeleton({ findings }: Analysis): Fix | undefined {
  for (const finding of findings) {
    if (finding.state !== 'missing') continue;
    const fix = finding.fixes().find(({ kind }) => kind === 'skeleton');
    if (fix !== undefined) return fix;
  }
  return undefined;
}
