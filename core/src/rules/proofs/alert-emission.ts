import type { Fact } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { isSameMetric } from '../../evidence/telemetry/metric-names.ts';
import { quoted, someOf } from '../../spec/words.ts';
import type { Watched } from '../alerts.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { emittedIn, emittedNames, neededBy, repositoryName } from './emitted.ts';

/** The rule watches series, and that of the spec's metric is not among them. */
export function otherMetric(
  { subject, metric }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): Proof | undefined {
  const condition = facts.conditions.get(rule);
  const named = subject.value.get('metric');
  const series = metric?.value.get('emitted_as')?.value;
  if (
    condition === undefined ||
    !condition.whole ||
    condition.selectsByPattern ||
    named === undefined ||
    series === undefined
  )
    return undefined;
  const watches = [...new Set([...condition.metrics, ...neededBy(condition.metrics, facts)])];
  if (watches.length === 0 || watches.some((one) => isSameMetric(one, series) !== undefined)) return undefined;
  // A series that a rule of another file records may well be computed from it.
  if (condition.metrics.some((one) => one.includes(':') && !facts.records.some(({ name }) => name === one)))
    return undefined;
  const line = rule.expression?.line ?? rule.line;
  return {
    at: named,
    state: 'contradicted',
    reason: `${quoted(metric?.id)} is emitted as ${series}, but ${rule.name} in ${shownPath(file)}:${line} watches ${someOf([...condition.metrics])}.`,
    facts: [{ file, line, says: `Watches ${someOf([...condition.metrics])}.` }],
  };
}

/** Whether what the rule waits for can come at all, as far as the source shows. */
export function emissionOf(
  context: Context,
  { subject, metric }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): { readonly proof?: Proof; readonly facts: readonly Fact[]; readonly ofMetric?: boolean } {
  const condition = facts.conditions.get(rule);
  const at = subject.value.get('rule');
  if (condition === undefined || !condition.whole || condition.firesOnSilence || at === undefined) return { facts: [] };
  const others = [...emittedNames(context), ...[...facts.conditions.values()].flatMap(({ metrics }) => metrics)];
  const series = metric?.value.get('emitted_as')?.value ?? '';
  const known = neededBy(condition.metrics, facts).map((name) => {
    const isOwn = isSameMetric(name, series) !== undefined;
    // Where the spec says what emits it, the metric itself is asked.
    const isNamed = isOwn && metric?.value.get('emitted_by') !== undefined;
    return { name, isOwn, emitted: isNamed ? undefined : emittedIn(context, file.root, name, others) };
  });
  const shown = known.flatMap(({ emitted }) => (emitted !== undefined && 'fact' in emitted ? [emitted.fact] : []));
  // What has a name of its own may come from elsewhere; that of the spec's own metric is worth asking.
  const silent = known.filter(({ emitted, isOwn }) => emitted?.kind === 'no' && (emitted.kin !== undefined || isOwn));
  const isDead = condition.hasAlternatives
    ? silent.length === known.length && !condition.selectsByPattern
    : silent.length > 0;
  const first = silent.map(({ emitted }) => emitted).find((emitted) => emitted?.kind === 'no');
  if (!isDead || first?.kind !== 'no') return { facts: shown };
  const names = someOf(silent.map(({ name }) => name));
  const line = rule.expression?.line ?? rule.line;
  const isKin = silent.some(({ emitted }) => emitted?.kind === 'no' && emitted.kin !== undefined);
  const waits = `${rule.name} waits for ${names} (${shownPath(file)}:${line}), and nothing in ${repositoryName(first.root)} emits that`;
  const why = isKin
    ? (first.near?.says ?? `, where others of \`${first.kin}_\` are emitted.`)
    : '; if something elsewhere does, `emitted_by` of its metric says what.';
  return {
    facts: shown,
    ofMetric: silent.some(({ isOwn }) => isOwn),
    proof: {
      at,
      state: isKin ? 'contradicted' : 'linked',
      reason: `${waits}${why}`,
      facts: [{ file, line, says: `Waits for ${names}.` }, ...(first.near === undefined ? [] : [first.near.fact])],
    },
  };
}
