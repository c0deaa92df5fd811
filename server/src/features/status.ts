import type { Analysis, Severity } from '../../../core/src/index.ts';
import type { StatusParams } from '../protocol.ts';

export function status(uri: string, { stage, findings, skipped, assessments, options }: Analysis): StatusParams {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    uri,
    claimed: stage.claimed,
    judged: stage.judged,
    earned: stage.earned,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    unverified: assessments.filter(({ state }) => state === 'unverifiable').length,
    ...(options.evidence === undefined ? { restricted: true } : {}),
    ...(skipped === undefined ? {} : { skipped }),
  };
}
