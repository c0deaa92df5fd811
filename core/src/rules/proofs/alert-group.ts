import { promDuration } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { Condition } from '../../evidence/alerts/promql.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Watched } from '../alerts.ts';
import type { Proof } from '../proof.ts';
import { duration } from './alert-units.ts';

/** Seconds that nobody notices: so long Prometheus takes the last value for the present one. */
const unnoticed = 300;

/**
 * What the group of a rule has that keeps it from firing as it says: clauses behind "it fires …, but". `wait` is how long
 * it is to wait, in seconds.
 */
export function groupDoubts(rule: AlertRule, condition: Condition | undefined, wait: number): readonly string[] {
  const longest = Math.max(wait, unnoticed);
  const interval = promDuration(rule.interval?.value ?? '');
  const offset = promDuration(rule.queryOffset?.value ?? '');
  const limit = Number(rule.limit?.value ?? 0);
  return [
    interval !== undefined && interval > longest
      ? `its group is evaluated every ${duration(interval)} only`
      : undefined,
    offset !== undefined && offset > longest ? `its group looks at what was ${duration(offset)} before` : undefined,
    limit > 0 && condition?.isSingle !== true
      ? `where more than ${limit} series do, none of them fires, by the \`limit\` of its group`
      : undefined,
  ].filter((one) => one !== undefined);
}

/**
 * Of a file that it loads by itself Prometheus reads the first document only; VictoriaMetrics and operators read all.
 * `loadedBy` is the configuration of a Prometheus that loads the file.
 */
export function unreadProof(
  { value, at }: Watched['subject'],
  rule: AlertRule,
  file: ArtifactPath,
  loadedBy: string | undefined,
): Proof | undefined {
  if (rule.behind === undefined) return undefined;
  const path = shownPath(file);
  const behind = `${rule.name} stands behind the \`---\` of ${path}:${rule.behind}`;
  const facts = [{ file, line: rule.behind, says: 'Another document begins.' }];
  const named = value.get('rule') ?? at;
  if (loadedBy === undefined) {
    const reason = `${behind}; Prometheus reads the first document of a file only.`;
    return { at: named, state: 'linked', reach: 'linked', reason, facts };
  }
  const reason = `${behind}, and Prometheus, which loads it by ${loadedBy}, reads the first document only.`;
  return { at: named, state: 'contradicted', reason, facts, lacks: `${path}#${rule.behind}` };
}
