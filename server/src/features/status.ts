import type { Severity } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { StatusParams } from '../protocol.ts';

export function status({ uri, analysis }: Snapshot): StatusParams {
  const { stage, findings, skipped } = analysis;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    uri,
    claimed: stage.claimed,
    judged: stage.judged,
    earned: stage.earned,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    ...(skipped === undefined ? {} : { skipped }),
  };
}
