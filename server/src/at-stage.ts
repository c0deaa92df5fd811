import { check, type Stage } from '../../core/src/index.ts';
import type { Snapshot } from './analysis.ts';

/** The same text, judged as if the system were at another stage. What was assessed is used again; no file is read. */
export function atStage(snapshot: Snapshot, stage: Stage | undefined): Snapshot {
  const { analysis, text } = snapshot;
  if (analysis === undefined || stage === undefined || stage === analysis.at) return snapshot;
  const judged = check(text, { ...analysis.options, stage, previous: analysis });
  return { ...snapshot, read: judged, analysis: judged, findings: judged.findings };
}
