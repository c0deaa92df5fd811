import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Proof } from '../proof.ts';
import type { Subject } from '../subject.ts';

type Severity = 'page' | 'ticket' | 'info';

/** What people call each; other words are not judged. */
export const meanings = new Map<string, Severity>(
  Object.entries({
    page: ['page', 'critical', 'crit', 'emergency', 'fatal', 'p0', 'p1', 'sev0', 'sev1', 'sev-0', 'sev-1'],
    ticket: ['ticket', 'warning', 'warn', 'p3', 'sev3', 'sev-3'],
    info: ['info', 'informational', 'notice', 'none', 'debug'],
  }).flatMap(([severity, words]) => words.map((word) => [word, severity as Severity] as const)),
);

/** The severity of a rule in the words of the spec, where it has one that everybody understands. */
export function severityOf({ labels }: AlertRule): Severity | undefined {
  return meanings.get(labels.get('severity')?.value.trim().toLowerCase() ?? '');
}

export function severityProof(alert: Subject<Alert>, rule: AlertRule, file: ArtifactPath): Proof | undefined {
  const own = alert.value.get('severity');
  const label = rule.labels.get('severity');
  const meant = severityOf(rule);
  if (own === undefined || label === undefined || meant === undefined || meant === own.value) return undefined;
  const where = `${shownPath(file)}:${label.line}`;
  return {
    at: own,
    state: 'contradicted',
    reason: `${quoted(alert.id)} is a matter for ${quoted(own.value)} here, but its rule in ${where} has the severity ${quoted(label.value)}.`,
    facts: [{ file, line: label.line, says: `Severity ${quoted(label.value)}.` }],
    fix: () => ({
      title:
        label.value === meant
          ? `Use "${meant}" from ${where}`
          : `Use "${meant}" for ${quoted(label.value)} in ${where}`,
      kind: 'adopt',
      safe: false,
      edits: [replaceScalar(own, meant)],
    }),
  };
}
