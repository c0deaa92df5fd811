import { weakest } from '../assessment.ts';
import { closest } from '../closest.ts';
import { durationSeconds, promDuration } from '../dates.ts';
import { type AlertFacts, type AlertRule, alertRules } from '../evidence/alert-rules.ts';
import { parsed } from '../evidence/files.ts';
import type { ArtifactPath } from '../evidence/host.ts';
import { isSameMetric } from '../evidence/metric-names.ts';
import { shownPath } from '../evidence/reference.ts';
import { lineWith } from '../evidence/templated-alerts.ts';
import { quoted, someOf } from '../spec/words.ts';
import { replaceScalar } from '../yaml/edit.ts';
import type { Scalar } from '../yaml/tree.ts';
import { onItsWay, severityOf, severityProof } from './alert-route.ts';
import { runbookProof } from './alert-runbook.ts';
import { type Agreement, thresholdAgrees } from './alert-threshold.ts';
import { type Watched, watchedAlerts } from './alerts.ts';
import { besides, emittedIn, emittedNames, neededBy } from './emitted.ts';
import { once } from './once.ts';
import { find, type Proof } from './proof.ts';
import type { Context, Fact } from './rule.ts';

/** What the rule that an alert names shows of it, by the id of the alert. */
const looks = once((context: Context): ReadonlyMap<string, Look> => {
  return new Map(watchedAlerts(context).map((watched) => [watched.subject.id, look(context, watched)]));
});

interface Look {
  readonly proofs: readonly Proof[];
  /** The rule waits for a series that nothing emits: that of the spec's own metric. */
  readonly neverEmitted?: boolean;
}

export function alertProofs(context: Context, { subject }: Watched): readonly Proof[] {
  return looks(context).get(subject.id)?.proofs ?? [];
}

/**
 * How well the rule of an alert is known, for requirements that ask for an alert of some kind. What is wrong with it is
 * told once, by `alert-complete`.
 */
export function alertStanding(context: Context, watched: Watched): Proof | undefined {
  const proofs = alertProofs(context, watched);
  if (proofs.some(({ state }) => state === 'contradicted' || state === 'stale')) return undefined;
  const state = proofs.length === 0 ? undefined : weakest(proofs.map((proof) => proof.state));
  const deciding = proofs.find((proof) => proof.state === state);
  return deciding && { ...deciding, facts: proofs.flatMap(({ facts = [] }) => facts) };
}

/** The strongest of them, for requirements to which one alert of a kind is enough. */
export function bestStanding(context: Context, alerts: readonly Watched[]): Proof | undefined {
  const known = alerts.map((alert) => alertStanding(context, alert));
  if (known.length === 0 || known.includes(undefined)) return known.find((proof) => proof?.state === 'proven');
  return (['proven', 'linked', 'unverifiable'] as const)
    .map((state) => known.find((proof) => proof?.state === state))
    .find((proof) => proof !== undefined);
}

/** The metrics of which an alert says that nothing emits them. */
export const neverEmitted = once((context: Context): ReadonlySet<string> => {
  const silent = watchedAlerts(context).filter(({ subject }) => looks(context).get(subject.id)?.neverEmitted === true);
  return new Set(silent.flatMap(({ metric }) => metric?.id ?? []));
});

function look(context: Context, watched: Watched): Look {
  const named = watched.subject.value.get('rule');
  const found = find(context, named, alertRules);
  if (found === undefined || named === undefined) return { proofs: [] };
  if ('proof' in found) return { proofs: [found.proof] };
  const { file, selector } = found.reference;
  if (selector === undefined) return { proofs: [] }; // That it names no alert is told already.
  const { facts } = found;
  const rules = rulesNamed(facts, selector);
  const live = rules.filter(({ paused }) => paused === undefined);
  if (live.length === 0) {
    const [paused] = rules;
    return {
      proofs: [paused === undefined ? absent(context, named, file, selector, facts) : pausedProof(named, file, paused)],
    };
  }
  if (facts.format === 'templated' || facts.format === 'generated')
    return { proofs: [nameOnly(named, file, live[0], facts)] };
  return compared(context, watched, live, file, facts);
}

/** `Name`, `group/Name`, or the other name that some formats have. */
function rulesNamed({ alerts }: AlertFacts, selector: string): readonly AlertRule[] {
  const exact = alerts.filter(({ name }) => name === selector);
  if (exact.length > 0) return exact;
  const grouped = alerts.filter(({ group, name }) => group !== undefined && `${group}/${name}` === selector);
  return grouped.length > 0 ? grouped : alerts.filter(({ alias }) => alias === selector);
}

function pausedProof(named: Scalar, file: ArtifactPath, { name, paused }: AlertRule): Proof {
  const fact = { file, line: paused, says: `${name} is paused.` };
  return {
    at: named,
    state: 'contradicted',
    reason: `${quoted(name)} is paused in ${shownPath(file)}:${paused}.`,
    facts: [fact],
  };
}

function nameOnly(named: Scalar, file: ArtifactPath, rule: AlertRule | undefined, { format }: AlertFacts): Proof {
  const what =
    format === 'templated'
      ? 'a template makes the rest of it, so that only its name is known'
      : 'it is made of an objective, so that only its name is known';
  return {
    at: named,
    state: 'linked',
    reach: 'linked',
    reason: `${quoted(rule?.name)} stands in ${shownPath(file)}:${rule?.line}; ${what}.`,
    facts: [{ file, line: rule?.line, says: `Alert ${quoted(rule?.name)}.` }],
  };
}

function absent(context: Context, named: Scalar, file: ArtifactPath, selector: string, facts: AlertFacts): Proof {
  const path = shownPath(file);
  const name = selector.slice(selector.lastIndexOf('/') + 1);
  if (facts.format === 'other') return inUnknown(context, named, name);
  const comment = facts.commentedOut.find(({ value }) => value === name);
  if (comment !== undefined) {
    const fact = { file, line: comment.line, says: `Alert ${quoted(name)} in a comment.` };
    return {
      at: named,
      state: 'contradicted',
      reason: `${quoted(name)} is commented out in ${path}:${comment.line}.`,
      facts: [fact],
    };
  }
  if (facts.namesAreMade) {
    return {
      at: named,
      state: 'unverifiable',
      reason: `A template makes some names of ${path}; ${quoted(name)} may be one of them.`,
    };
  }
  const guess = closest(
    name,
    facts.alerts.map((alert) => alert.name),
  );
  const meant = facts.alerts.find((alert) => alert.name === guess);
  const fact = meant && { file, line: meant.line, says: `Alert ${quoted(meant.name)}.` };
  const others = meant === undefined ? '' : ` Did you mean ${quoted(meant.name)}?`;
  const written = guess === undefined ? undefined : `${named.value.slice(0, named.value.indexOf('#'))}#${guess}`;
  return {
    at: named,
    state: 'contradicted',
    reason: `There is no alert ${quoted(name)} in ${path}.${others}`,
    facts: fact === undefined ? [] : [fact],
    fix:
      written === undefined
        ? undefined
        : () => ({
            title: `Use "${guess}" from ${path}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(named, written)],
          }),
  };
}

/** Code, Terraform and the like: that the name stands there is all that is seen. */
function inUnknown(context: Context, named: Scalar, name: string): Proof {
  const found = find(context, named, (file) => parsed(`word ${name}`, file, (text) => lineWith(text, name) ?? 0));
  if (found !== undefined && 'facts' in found && found.facts > 0) {
    const { file } = found.reference;
    return {
      at: named,
      state: 'linked',
      reach: 'linked',
      reason: `${quoted(name)} stands in ${shownPath(file)}:${found.facts}; alerts of this kind of file are not read.`,
      facts: [{ file, line: found.facts, says: `The name ${quoted(name)}.` }],
    };
  }
  const path = found === undefined || 'proof' in found ? named.value : shownPath(found.reference.file);
  return { at: named, state: 'unverifiable', reason: `${path} holds no alerts in a form that is read.` };
}

/** Of several rules of one name, the one that fits best is the one that is meant. */
function compared(
  context: Context,
  watched: Watched,
  rules: readonly AlertRule[],
  file: ArtifactPath,
  facts: AlertFacts,
): Look {
  const all = rules.map((rule) => ({ rule, ...disagreements(watched, rule, file, facts) }));
  const best = all.reduce((a, b) =>
    b.proofs.length < a.proofs.length ||
    (b.proofs.length === a.proofs.length && fits(watched, b.rule) && !fits(watched, a.rule))
      ? b
      : a,
  );
  const { rule, threshold } = best;
  const way = onItsWay(context, watched.subject, rule, file, facts);
  const runbook = runbookProof(context, watched.subject, rule, file);
  const emitted = emissionOf(context, watched, rule, file, facts);
  const known = [ruleFact(rule, file), ...way.facts, runbook.fact, ...emitted.facts].filter(
    (fact) => fact !== undefined,
  );
  const proofs = [...best.proofs, emitted.proof, runbook.proof, ...way.proofs].filter((proof) => proof !== undefined);
  return { proofs: [...proofs, itself(watched, rule, file, threshold, known)], neverEmitted: emitted.ofMetric };
}

function fits({ subject }: Watched, rule: AlertRule): boolean {
  return severityOf(rule) === subject.value.get('severity')?.value;
}

/** What the rule itself shows where nothing contradicts it. */
function itself(
  { subject }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  threshold: Agreement | undefined,
  facts: readonly Fact[],
): Proof {
  const where = `${shownPath(file)}:${rule.line}`;
  const at = subject.value.get('rule') ?? subject.at;
  if (threshold?.kind === 'same') {
    const { bound, written } = threshold.limit;
    const waits = rule.for === undefined ? '' : ` for ${rule.for.value}`;
    return {
      at,
      state: 'proven',
      reason: `${quoted(rule.name)} in ${where} fires ${bound} ${written}${waits}, as it says here.`,
      facts,
    };
  }
  const why =
    threshold?.kind === 'unclear' ? `and cannot be compared: ${threshold.why}` : 'and has no threshold to compare';
  return {
    at,
    state: 'linked',
    reach: 'linked',
    reason: `${quoted(rule.name)} is in ${where}, ${subject.value.entry('each') === undefined ? why : 'and fires on an event'}.`,
    facts,
  };
}

function ruleFact({ name, line, expression, labels, ...rule }: AlertRule, file: ArtifactPath): Fact {
  const severity = labels.get('severity')?.value;
  const parts = [
    expression === undefined ? undefined : clipped(expression.value),
    rule.for === undefined ? undefined : `for ${rule.for.value}`,
    severity === undefined ? undefined : `severity ${severity}`,
  ].filter((part) => part !== undefined);
  return { file, line, says: `Alert ${quoted(name)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.` };
}

function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Where rule and spec say different things. */
function disagreements(
  { subject, metric }: Watched,
  rule: AlertRule,
  file: ArtifactPath,
  facts: AlertFacts,
): { readonly proofs: readonly Proof[]; readonly threshold: Agreement | undefined } {
  const condition = facts.conditions.get(rule);
  const series = metric?.value.get('emitted_as')?.value;
  const threshold = thresholdAgrees(subject.value, rule, condition, series);
  const proofs = [
    otherThreshold(subject.id, threshold, file),
    otherWait(subject, rule, file),
    severityProof(subject, rule, file),
    otherMetric({ subject, metric }, rule, file, facts),
  ].filter((proof) => proof !== undefined);
  return { proofs, threshold };
}

function otherThreshold(id: string, threshold: Agreement | undefined, file: ArtifactPath): Proof | undefined {
  if (threshold?.kind !== 'other') return undefined;
  const { limit, at, instead, bound } = threshold;
  const where = `${shownPath(file)}:${limit.line}`;
  const there = instead === String(at.value) ? String(limit.written) : instead;
  const fix = () => ({
    title: `Use ${quoted(instead)} from ${where}`,
    kind: 'adopt' as const,
    safe: false,
    edits: [replaceScalar(at, instead)],
  });
  return {
    at,
    state: 'contradicted',
    reason: `${quoted(id)} fires ${bound} ${at.value} here, but ${limit.bound} ${there} in ${where}.`,
    facts: [{ file, line: limit.line, says: `Fires ${limit.bound} ${limit.written}.` }],
    fix: bound === limit.bound ? fix : undefined,
  };
}

function otherWait({ id, value }: Watched['subject'], rule: AlertRule, file: ArtifactPath): Proof | undefined {
  const own = value.get('for');
  const wanted = durationSeconds(own?.value ?? '');
  if (own === undefined || wanted === undefined || value.entry('each') !== undefined) return undefined;
  const given = rule.for === undefined ? 0 : promDuration(rule.for.value);
  if (given === undefined || given === wanted) return undefined;
  const line = rule.for?.line ?? rule.line;
  const where = `${shownPath(file)}:${line}`;
  const text = rule.for?.value ?? '0s';
  const instead = /^\d+(?:\.\d+)?(?:ms|s|m|h|d|w)$/.test(text) ? text : undefined;
  return {
    at: own,
    state: 'contradicted',
    reason:
      rule.for === undefined
        ? `${quoted(id)} waits ${own.value} here, but its rule in ${where} fires at once.`
        : `${quoted(id)} waits ${own.value} here, but ${text} in ${where}.`,
    facts: [{ file, line, says: rule.for === undefined ? `${rule.name} has no \`for\`.` : `For ${text}.` }],
    fix:
      instead === undefined
        ? undefined
        : () => ({
            title: `Use ${quoted(instead)} from ${where}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(own, instead)],
          }),
  };
}

/** The rule watches series, and that of the spec's metric is not among them. */
function otherMetric(
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

/** Whether what the rule waits for can ever come. */
function emissionOf(
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
  const known = neededBy(condition.metrics, facts).map((name) => {
    return { name, emitted: emittedIn(context, file.root, name, others) };
  });
  const shown = known.flatMap(({ emitted }) => (emitted !== undefined && 'fact' in emitted ? [emitted.fact] : []));
  const silent = known.filter(({ emitted }) => emitted?.kind === 'no');
  const isDead = condition.hasAlternatives
    ? silent.length === known.length && !condition.selectsByPattern
    : silent.length > 0;
  const [first] = silent;
  if (!isDead || first?.emitted?.kind !== 'no') return { facts: shown };
  const names = someOf(silent.map(({ name }) => name));
  const line = rule.expression?.line ?? rule.line;
  const series = metric?.value.get('emitted_as')?.value ?? '';
  return {
    facts: shown,
    ofMetric: silent.some(({ name }) => isSameMetric(name, series) !== undefined),
    proof: {
      at,
      state: 'contradicted',
      reason: `${rule.name} can never fire: it waits for ${names} (${shownPath(file)}:${line}), and nothing in this repository emits that. ${besides(first.emitted.instead)}`,
      facts: [{ file, line, says: `Waits for ${names}.` }, first.emitted.instead],
    },
  };
}
