import type { AlertRule, RecordingRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { Beside, Comparison } from '../../evidence/alerts/promql.ts';
import type { LabelMatcher } from '../../evidence/alerts/promql-labels.ts';
import type { Step, Values } from '../../evidence/alerts/values.ts';

/** A bound that a rule has. */
export interface Limit {
  readonly bound: 'above' | 'below';
  /** What the series is compared with, without the factor by which the rule multiplies it. */
  readonly value: number;
  readonly written: number;
  /** As it stands in the file. */
  readonly text: string;
  /** From 1, in the file. */
  readonly line: number;
  readonly metrics: readonly string[];
  readonly kind: Values['kind'];
  /** Of `other`: what is compared in place of the values of a series, as a clause. */
  readonly why: string;
  /** Seconds in which something is counted. */
  readonly window: number | undefined;
  /** Names of series on the lower side of a quotient. */
  readonly divisors: readonly string[];
  readonly labels: readonly LabelMatcher[];
  /** Those of all that is counted, and not only of a part that is set against it. */
  readonly narrowed: readonly LabelMatcher[];
  readonly steps: readonly Step[];
  readonly side: string;
  readonly beside: readonly Beside[];
}

/** Whether the bound is one of values of a series. */
export function isPlain({ kind }: Pick<Limit, 'kind'>): boolean {
  return kind !== 'other' && kind !== 'rate';
}

/** What a rule compares with a number. */
export function limitsOf(rule: AlertRule, facts: Pick<AlertFacts, 'conditions'>): readonly Limit[] {
  const { threshold, expression } = rule;
  const condition = facts.conditions.get(rule);
  if (threshold !== undefined) {
    const { above, value: written, line } = threshold;
    const instead = threshold.instead;
    const values: Values | undefined =
      instead === undefined || condition?.values === undefined
        ? condition?.values
        : { ...condition.values, kind: 'other', why: instead };
    const value = written / (values?.factor ?? 1);
    const metrics = condition?.metrics ?? [];
    const text = String(written);
    const side = expression?.value ?? '';
    return [
      { ...partsOf(values), bound: above ? 'above' : 'below', value, written, text, line, metrics, side, beside: [] },
    ];
  }
  return (condition?.comparisons ?? []).flatMap((one): Limit[] => {
    const bound = boundOf(one.operator);
    const { value, written, text, metrics, side, beside } = one;
    const line = (expression?.line ?? rule.line) + one.line;
    return bound === undefined
      ? []
      : [{ ...partsOf(one.values), bound, value, written, text, line, metrics, side, beside }];
  });
}

type Parts = Pick<Limit, 'kind' | 'why' | 'window' | 'divisors' | 'labels' | 'narrowed' | 'steps'>;

function partsOf(values: Values | undefined): Parts {
  const { kind = 'signal', why = '', window, divisors = [], selectors = [], narrowed = [], steps = [] } = values ?? {};
  return { kind, why, window, divisors, labels: selectors.flatMap(({ labels }) => labels), narrowed, steps };
}

function boundOf(operator: Comparison['operator']): Limit['bound'] | undefined {
  return operator.startsWith('>') ? 'above' : operator.startsWith('<') ? 'below' : undefined;
}

/** The bound on what a series of this file is recorded from; `undefined` where no single rule records it. */
export function asRecorded(limit: Limit, { records, conditions }: AlertFacts): Limit | undefined {
  const [metric, another] = limit.metrics;
  const [record, second]: readonly RecordingRule[] = records.filter(({ name }) => name === metric);
  const values = record && conditions.get(record)?.values;
  if (values === undefined || second !== undefined || another !== undefined || limit.kind !== 'signal')
    return undefined;
  const own = partsOf(values);
  return {
    ...limit,
    ...own,
    value: limit.value / values.factor,
    metrics: [...new Set(values.selectors.map(({ name }) => name))],
    labels: [...limit.labels, ...own.labels],
    narrowed: [...limit.narrowed, ...own.narrowed],
    steps: [...own.steps, ...limit.steps],
  };
}

/** What else decides whether the rule fires, beside the bound: clauses behind "it fires". */
export interface Doubts {
  /** It may stay silent, or fire, for something else than the bound. */
  readonly others: readonly string[];
  /** It only keeps the rule silent while nothing happens. */
  readonly guards: readonly string[];
}

export function besideOf(limit: Limit): Doubts {
  const others: string[] = [];
  const guards: string[] = [];
  for (const one of limit.beside) {
    const { how, text, comparisons, matches } = one;
    if (how === 'and' && matches === 'never') {
      others.push(`without \`on()\` it never fires, as the labels differ from those of \`${text}\``);
    } else if (how === 'and') {
      const isGuard =
        matches === 'yes' && comparisons.length > 0 && comparisons.every((other) => isTraffic(other, limit));
      (isGuard ? guards : others).push(`only where \`${text}\``);
    } else if (how === 'unless') others.push(`not where \`${text}\``);
    else if (!one.isSilence && !isImplied(one, limit)) others.push(`also where \`${text}\``);
  }
  return { others, guards };
}

/** There is traffic at all: a counter of requests, or what the bound divides by. */
function isTraffic({ operator, written, values, metrics }: Comparison, { divisors, metrics: own }: Limit): boolean {
  if (!operator.startsWith('>') || written < 0 || metrics.length === 0) return false;
  if (!/^(?:rate|count|signal)$/.test(values.kind)) return false;
  if (metrics.every((name) => divisors.includes(name))) return true;
  if (values.kind === 'signal' || metrics.some((name) => own.includes(name))) return false;
  return metrics.every((name) => /_(?:total|count)$/.test(name) && !isTrouble.test(name));
}

/** Counters that grow when something goes wrong, or that count something else than what is asked for. */
const isTrouble =
  /err|fail|fault|timeout|reject|refus|denied|drop|invalid|retr[iy]|exceed|abort|cancel|lost|violat|cost|spend|(?:^|_)(?:eur|usd|gbp|chf)(?:_|$)|token|bytes|seconds/;

/** `x > 7` is nothing new beside `x > 5`. */
function isImplied({ comparisons }: Beside, { side, bound, written }: Limit): boolean {
  return (
    comparisons.length > 0 &&
    comparisons.every(
      (other) =>
        other.side === side &&
        boundOf(other.operator) === bound &&
        (bound === 'above' ? other.written >= written : other.written <= written),
    )
  );
}

/** Whether another bound of the rule is nothing but a guard of this one. */
export function isGuardOf(other: Limit, limit: Limit): boolean {
  return limit.beside.some(
    ({ how, comparisons }) =>
      how === 'and' &&
      comparisons.some((one) => one.side === other.side && one.written === other.written && isTraffic(one, limit)),
  );
}

/** Labels that limit a rule to somewhere that is not production. */
export function elsewhere({ labels }: Limit): LabelMatcher | undefined {
  return labels.find(({ label, operator, value }) => {
    if (!place.test(label)) return false;
    if (operator === '=') return rehearsal.test(value);
    return (
      operator === '=~' &&
      value
        .replaceAll(/[()?:^$]/g, '')
        .split('|')
        .every((one) => rehearsal.test(one))
    );
  });
}

const place = /(?:^|_)(?:env|environment|stage|cluster|namespace)(?:_name)?$/i;
const rehearsal =
  /(?:^|[-_.])(?:staging|stage|stag|stg|dev|devel|development|tests?|testing|qa|uat|sandbox|preview|pre-?prod(?:uction)?|local)(?:[-_.\d]|$)/i;
