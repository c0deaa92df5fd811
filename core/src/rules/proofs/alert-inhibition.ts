import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { Inhibition, Routing } from '../../evidence/alerts/alertmanager.ts';
import { matched, wordsFor } from '../../evidence/alerts/matchers.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Alert } from '../../spec/types.generated.ts';
import { someOf } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Subject } from '../subject.ts';
import { alertLabels } from './alert-labels.ts';

/** Other alerts that keep this one from being sent while they fire. */
export function inhibitedProof(
  alert: Subject<Alert>,
  rule: AlertRule,
  file: ArtifactPath,
  { inhibitions }: Routing,
  facts: AlertFacts,
): Proof | undefined {
  const silencing = inhibitions.map((one) => ({ ...silencedBy(one, rule, facts), line: one.line }));
  const found = silencing.find(({ always }) => always !== undefined) ?? silencing.find(({ names }) => names.length > 0);
  if (found === undefined) return undefined;
  const where = `${shownPath(file)}:${found.line}`;
  const at = alert.value.get('notify') ?? alert.value.get('rule') ?? alert.at;
  const says = (names: string) => [{ file, line: found.line, says: `Holds it back while ${names} fires.` }];
  if (found.always !== undefined) {
    const reason = `${rule.name} reaches nobody: ${where} holds it back while ${found.always} fires, and that always fires.`;
    return { at, state: 'contradicted', reason, facts: says(found.always), lacks: where.replace(':', '#') };
  }
  const names = someOf(found.names);
  const reason = `${rule.name} is not sent while ${names} fires: ${where} holds it back then.`;
  const held = { at, state: 'linked', reason, facts: says(names) } as const;
  // What is down explains what comes of it; a ticket explains no page.
  if (alert.value.get('severity')?.value === 'page' && found.byOther)
    return { ...held, lacks: where.replace(':', '#') };
  return { ...held, reach: 'linked' };
}

interface Silencing {
  readonly names: readonly string[];
  /** The one of them that fires at any time, and surely holds it back. */
  readonly always?: string;
  /** Each of them surely holds it back, and has another severity. */
  readonly byOther?: boolean;
}

function silencedBy({ sources, targets, equal }: Inhibition, rule: AlertRule, facts: AlertFacts): Silencing {
  const own = alertLabels(rule);
  if (matched(targets, own).match !== 'yes') return { names: [] };
  const isSource = matched(sources, own).match !== 'no';
  const others = facts.alerts.filter((other) => {
    const labels = alertLabels(other);
    if (other.name === rule.name || other.paused !== undefined || matched(sources, labels).match !== 'yes')
      return false;
    // What is on both sides is never held back by what is on both sides.
    if (isSource && matched(targets, labels).match !== 'no') return false;
    return !equal.some((label) => own.has(label) && labels.has(label) && own.get(label) !== labels.get(label));
  });
  const isEqual = (labels: ReadonlyMap<string, string>) =>
    equal.every((label) => own.has(label) && own.get(label) === labels.get(label));
  const always = others.find((other) => isConstant(other, facts) && isEqual(alertLabels(other)));
  if (others.length > 0) {
    const severity = own.get('severity');
    const isOther = (labels: ReadonlyMap<string, string>) =>
      isEqual(labels) && (labels.get('severity') ?? severity) !== severity;
    const byOther = others.every((other) => isOther(alertLabels(other)));
    return { names: others.map(({ name }) => name), always: always?.name, byOther };
  }
  // Alerts of other files are known where the inhibition names them.
  const named = equal.includes('alertname') ? [] : wordsFor(sources, 'alertname').filter((name) => name !== rule.name);
  const isElsewhere = named.every((name) => facts.alerts.every((other) => other.name !== name));
  return { names: isElsewhere ? named : [] };
}

/** `vector(1)` and the like, which people have fire to see that anything is sent at all. */
function isConstant(rule: AlertRule, { conditions }: AlertFacts): boolean {
  const condition = conditions.get(rule);
  if (condition === undefined || !condition.whole) return false;
  const { alwaysFires, metrics, selectsByPattern, firesOnSilence, comparisons, values } = condition;
  if (alwaysFires) return true;
  return (
    metrics.length === 0 && !selectsByPattern && !firesOnSilence && comparisons.length === 0 && values !== undefined
  );
}
