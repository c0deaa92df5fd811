import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { Receiver } from '../../evidence/alerts/alertmanager.ts';
import { quoted, someOf } from '../../spec/words.ts';

/** The labels that a rule gives its alerts, as routes see them; with another severity where one is given. */
export function alertLabels(rule: AlertRule, severity?: string): ReadonlyMap<string, string> {
  const labels = new Map([...rule.labels].map(([name, { value }]) => [name, value]));
  if (severity !== undefined) labels.set('severity', severity);
  return labels.set('alertname', rule.name);
}

/** How a message calls receivers: their names, and how they send. */
export function called(receivers: readonly Receiver[]): string {
  return someOf(
    receivers.map(({ name, ways }) => (ways.length === 0 ? quoted(name) : `${quoted(name)} (${ways.join(', ')})`)),
  );
}
