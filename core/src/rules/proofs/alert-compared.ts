import type { Fact } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import { quoted } from '../../spec/words.ts';
import type { Watched } from '../alerts.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { adoptText } from './adopt.ts';
import { emissionOf, otherMetric } from './alert-emission.ts';
import { onItsWay } from './alert-route.ts';
import { annotatedRunbook } from './alert-runbook.ts';
import { severityOf, severityProof } from './alert-severity.ts';
import { type Agreement, thresholdAgrees } from './alert-threshold.ts';
import { duration } from './alert-units.ts';
import { waitProof } from './alert-wait.ts';

/** What the rule that an alert names shows of it. */
export interface Look {
  readonly proofs: readonly Proof[];
  /** The rule waits for a series that nothing emits: that of the spec's own metric. */
  readonly neverEmitted?: boolean;
}

/** Where rule and spec say different things, and what came of their thresholds. */
interface Comparison {
  readonly proofs: readonly Proof[];
  /** That the rule watches another series than that of the spec. */
  readonly other: Proof | undefined;
  readonly threshold: Agreement | undefined;
}

/** Of several rules of one name, the one that fits best is the one that is meant. */
export function compared(
  context: Context,
  watched: Watched,
  rules: readonly AlertRule[],
  file: ArtifactPath,
  facts: AlertFacts,
): Look {
  const all = rules.map((rule) => ({ rule, ...disagreements(watched, rule, file, facts) }));
  const wrong = ({ proofs, other }: Comparison) => proofs.length + (other === undefined ? 0 : 1);
  const best = all.reduce((a, b) =>
    wrong(b) < wrong(a) || (wrong(b) === wrong(a) && fits(watched, b.rule) && !fits(watched, a.rule)) ? b : a,
  );
  const { rule } = best;
  const way = onItsWay(context, watched.subject, rule, file, facts);
  const runbook = annotatedRunbook(context, watched.subject, rule, file);
  const emitted = emissionOf(context, watched, rule, file, facts);
  const known = [ruleFact(rule, file), ...way.facts, runbook.fact, ...emitted.facts].filter(
    (fact) => fact !== undefined,
  );
  const proofs = [...best.proofs, ...ofSeries(best.other, emitted.proof), runbook.proof, ...way.proofs].filter(
    (proof) => proof !== undefined,
  );
  return { proofs: [...proofs, itself(watched, rule, file, best, known)], neverEmitted: emitted.ofMetric };
}

/** That it watches another series, and that nothing emits that one, is one thing. */
function ofSeries(other: Proof | undefined, silent: Proof | undefined): readonly (Proof | undefined)[] {
  if (other === undefined || silent === undefined) return [other, silent];
  const reason = other.reason.replace(/\.$/, ', which nothing here emits.');
  return [{ ...other, reason }];
}

function fits({ subject }: Watched, rule: AlertRule): boolean {
  return severityOf(rule) === subject.value.get('severity')?.value;
}

/** What the rule itself shows where nothing contradicts it. */
function itself(
  { subject }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  { threshold, proofs, other }: Comparison,
  known: readonly Fact[],
): Proof {
  const where = `${shownPath(file)}:${rule.line}`;
  const at = subject.value.get('rule') ?? subject.at;
  const facts = [...known, ...limitFacts(rule, file, threshold)];
  if (threshold?.kind === 'unread') {
    const reason = `The expressions of ${shownPath(file)} are longer than what is read; ${quoted(rule.name)} is in ${where}.`;
    return { at, state: 'unverifiable', reason, facts };
  }
  if (threshold?.kind === 'same' || threshold?.kind === 'partly') {
    const { bound, text } = threshold.limit;
    const written = clipped(text);
    const unit = /[^\d.]/.test(threshold.said) && written !== threshold.said ? ` (${threshold.said})` : '';
    const waits = rule.for === undefined ? '' : ` for ${clipped(rule.for.value)}`;
    const fires = `${quoted(rule.name)} in ${where} fires ${bound} ${written}${unit}${waits}`;
    const agrees = threshold.kind === 'same' && proofs.length === 0 && other === undefined;
    if (agrees) return { at, state: 'proven', reason: `${fires}, as it says here.`, facts };
    const but = threshold.kind === 'same' ? '' : `, ${threshold.why}`;
    return { at, state: 'linked', reach: 'linked', reason: `${fires}${but}.`, facts };
  }
  const isEvent = subject.value.entry('each') !== undefined;
  const why = isEvent
    ? ', and fires on an event'
    : threshold?.kind === 'unclear'
      ? `, and cannot be compared: ${threshold.why}`
      : threshold === undefined
        ? '; here is no threshold to compare it with'
        : '';
  return { at, state: 'linked', reach: 'linked', reason: `${quoted(rule.name)} is in ${where}${why}.`, facts };
}

/** What the rule is limited to, beside its bound. */
function limitFacts(rule: AlertRule, file: ArtifactPath, threshold: Agreement | undefined): readonly Fact[] {
  if (threshold?.kind !== 'same' && threshold?.kind !== 'partly') return [];
  const { limit } = threshold;
  const line = limit.line ?? rule.line;
  const labels = [...new Set(limit.labels.map(({ label, operator, value }) => `${label}${operator}"${value}"`))];
  const says = [
    labels.length > 0 ? `Only series with ${clipped(labels.join(', '), 160)}.` : undefined,
    limit.kind === 'count' && limit.window !== undefined ? `Counts over ${duration(limit.window)}.` : undefined,
    ...(threshold.kind === 'same' ? threshold.guards.map((one) => `Fires ${clipped(one, 160)}.`) : []),
  ];
  return says.flatMap((one) => (one === undefined ? [] : [{ file, line, says: one }]));
}

function ruleFact({ name, line, expression, labels, ...rule }: AlertRule, file: ArtifactPath): Fact {
  const severity = labels.get('severity')?.value;
  const parts = [
    expression === undefined ? undefined : clipped(expression.value, 160),
    rule.for === undefined ? undefined : `for ${rule.for.value}`,
    severity === undefined ? undefined : `severity ${severity}`,
  ].filter((part) => part !== undefined);
  return { file, line, says: `Alert ${quoted(name)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.` };
}

/** Where rule and spec say different things. */
function disagreements(
  { subject, metric }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): Comparison {
  const threshold = thresholdAgrees(subject.value, metric?.value, rule, facts);
  const proofs = [
    otherThreshold(subject.id, threshold, file),
    otherReference(subject, threshold, file),
    alwaysFires(subject, rule, file, facts),
    waitProof(subject, rule, file),
    severityProof(subject, rule, file),
  ].filter((proof) => proof !== undefined);
  return { proofs, other: otherMetric({ subject, metric }, rule, file, facts), threshold };
}

function otherThreshold(id: string, threshold: Agreement | undefined, file: ArtifactPath): Proof | undefined {
  if (threshold?.kind !== 'other') return undefined;
  const { limit, at, instead, bound } = threshold;
  const where = `${shownPath(file)}:${limit.line}`;
  const fix = adoptText(at, instead, where);
  return {
    at,
    state: 'contradicted',
    reason: `${quoted(id)} fires ${bound} ${at.value} here, but ${limit.bound} ${instead} in ${where}.`,
    facts: [{ file, line: limit.line, says: `Fires ${limit.bound} ${clipped(limit.text)}.` }],
    fix: bound === limit.bound ? fix : undefined,
  };
}

/** It is compared with another time than the spec says. */
function otherReference(
  { id, value }: Watched['subject'],
  threshold: Agreement | undefined,
  file: ArtifactPath,
): Proof | undefined {
  if (threshold?.kind !== 'otherwise') return undefined;
  const { limit, at, why } = threshold;
  const bound = value.get('above') ?? value.get('below');
  return {
    at,
    state: 'contradicted',
    reason: `${quoted(id)} fires ${limit.bound} ${bound?.value} of ${at.value} here, but in ${shownPath(file)}:${limit.line} ${why}.`,
    facts: [{ file, line: limit.line, says: `Fires ${limit.bound} ${limit.text}.` }],
  };
}

/** `bool` gives 0 or 1 where a comparison would give nothing, and whatever an expression gives makes a rule fire. */
function alwaysFires(
  { value, at }: Watched['subject'],
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): Proof | undefined {
  if (facts.format !== 'prometheus' || facts.conditions.get(rule)?.alwaysFires !== true) return undefined;
  const line = rule.expression?.line ?? rule.line;
  return {
    at: value.get('rule') ?? at,
    state: 'contradicted',
    reason: `${rule.name} has no threshold: a comparison with \`bool\` gives 0 or 1, so that it always fires (${shownPath(file)}:${line}).`,
    facts: [{ file, line, says: 'Compares with `bool`.' }],
  };
}
