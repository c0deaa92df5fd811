import { durationSeconds } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { Condition } from '../../evidence/alerts/promql.ts';
import { isSameMetric } from '../../evidence/telemetry/metric-names.ts';
import { clipped } from '../../shown.ts';
import type { Alert, Metric } from '../../spec/types.generated.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { groupDoubts } from './alert-group.ts';
import { asRecorded, besideOf, isGuardOf, type Limit, limitsOf } from './alert-limits.ts';
import { asLimit, otherReference } from './alert-relative.ts';
import { type Said, seriesDoubts } from './alert-series.ts';
import { agreement, duration, inUnitOf, plainNumber, type Wanted } from './alert-units.ts';
import { readThreshold } from './precision.ts';

/** What a rule waits for, beside what the spec says. */
export type Agreement =
  | { readonly kind: 'same'; readonly limit: Limit; readonly said: string; readonly guards: readonly string[] }
  | {
      readonly kind: 'other';
      readonly limit: Limit;
      readonly at: Scalar<string | number>;
      /** Which of both bounds the spec has. */
      readonly bound: 'above' | 'below';
      /** The value of the rule in the unit of the spec. */
      readonly instead: string;
    }
  /** What it is compared with is something else; `why` is a clause. */
  | { readonly kind: 'otherwise'; readonly limit: Limit; readonly at: Scalar<string>; readonly why: string }
  /** The values agree, but that is not all; `why` completes "… fires above 3, ". */
  | { readonly kind: 'partly'; readonly limit: Limit; readonly said: string; readonly why: string }
  /** `why` completes "…, and cannot be compared: ". */
  | { readonly kind: 'unclear'; readonly why: string }
  /** Nobody has read the expression; `why` is a sentence. */
  | { readonly kind: 'unread' };

/** `undefined` where the spec has no threshold. */
export function thresholdAgrees(
  alert: Mapping<Alert>,
  metric: Mapping<Metric> | undefined,
  rule: AlertRule,
  facts: AlertFacts,
): Agreement | undefined {
  const above = alert.get('above');
  const at = above ?? alert.get('below');
  const wanted = readThreshold(String(at?.value ?? ''));
  if (at === undefined || wanted === undefined) return undefined;
  const condition = facts.conditions.get(rule);
  if (condition?.tooLong) return { kind: 'unread' };
  if (condition !== undefined && !condition.whole) return { kind: 'unclear', why: 'its expression is no PromQL' };

  const series = metric?.get('emitted_as')?.value;
  const bound = above === undefined ? 'below' : 'above';
  const said: Said = {
    wanted,
    wait: durationSeconds(alert.get('for')?.value ?? '') ?? 0,
    window: durationSeconds(metric?.get('window')?.value ?? ''),
  };
  const of = alert.get('of');
  if (of !== undefined) return relativeAgrees({ at, bound, of, metric, said }, rule, condition);

  const limits = limitsOf(rule, facts).map((limit) => ofSeries(limit, series, facts));
  const own = limits.filter((limit) => isOf(limit, series));
  const judged = own.length > 0 ? own : limits;
  if (judged.length === 0) return { kind: 'unclear', why: noBound(condition) };

  const same = judged.find((limit) => {
    return (
      limit.bound === bound && unlikeValue(limit, wanted, series) === undefined && agreement(wanted, limit) === 'same'
    );
  });
  const ofGroup = groupDoubts(rule, condition, said.wait);
  if (same !== undefined) return wholly(same, String(at.value), series, metric, said, ofGroup);
  const alone = judged.filter((one) => !judged.some((other) => other !== one && isGuardOf(one, other)));
  const [limit, another] = alone;
  if (limit === undefined || another !== undefined) return { kind: 'unclear', why: 'it has several conditions' };
  const why = unlikeValue(limit, wanted, series) ?? unlikeSeries(limit, series);
  if (why !== undefined) return { kind: 'unclear', why };
  const agreed = limit.bound === bound ? agreement(wanted, limit) : 'other';
  const instead = agreed === 'other' ? inUnitOf(wanted, limit) : undefined;
  if (instead === undefined) {
    const unknown = `${clipped(limit.text)} there may be in another unit than ${at.value}`;
    return { kind: 'unclear', why: (typeof agreed === 'object' ? agreed.why : undefined) ?? unknown };
  }
  const doubt = otherWindow(limit, metric) ?? seriesDoubts(limit, said)[0];
  return doubt === undefined ? { kind: 'other', limit, at, bound, instead } : { kind: 'unclear', why: doubt };
}

/** The spec's own words for a share of something. */
interface OfSpec {
  readonly at: Scalar<string | number>;
  readonly bound: 'above' | 'below';
  readonly of: Scalar<string>;
  readonly metric: Mapping<Metric> | undefined;
  readonly said: Said;
}

/** A value that is compared with itself at another time. */
function relativeAgrees(
  { at, bound, of, metric, said }: OfSpec,
  rule: AlertRule,
  condition: Condition | undefined,
): Agreement {
  const relative = condition?.relative;
  const limit = relative && condition && asLimit(relative, rule, condition);
  const { value, unit } = said.wanted;
  const unclear = { kind: 'unclear', why: `${at.value} of ${of.value} is a comparison of two values` } as const;
  if (limit === undefined || relative === undefined || (unit !== '%' && unit !== '')) return unclear;
  if (limit.kind === 'other') return { kind: 'unclear', why: limit.why };
  const series = metric?.get('emitted_as')?.value;
  const why = unlikeSeries(limit, series);
  if (why !== undefined) return { kind: 'unclear', why };
  const otherwise = otherReference(relative, of.value);
  const isSame = limit.bound === bound && Math.abs(limit.value - value) <= 1e-6 * value;
  if (!isSame) {
    const instead = unit === '%' ? `${plainNumber(limit.value * 100)}%` : plainNumber(limit.value);
    return otherwise === undefined
      ? { kind: 'other', limit, at, bound, instead }
      : { kind: 'unclear', why: otherwise.why };
  }
  if (otherwise?.isSure) return { kind: 'otherwise', limit, at: of, why: otherwise.why };
  const text = `${at.value} of ${of.value}`;
  const agreed = wholly(limit, text, series, metric, said, groupDoubts(rule, condition, said.wait));
  if (otherwise === undefined || agreed.kind !== 'same') return agreed;
  return { kind: 'partly', limit, said: text, why: `and ${otherwise.why}` };
}

/** The same bound on what it is recorded from, where that is what the spec names. */
function ofSeries(limit: Limit, series: string | undefined, facts: AlertFacts): Limit {
  if (series === undefined || isOf(limit, series)) return limit;
  const recorded = asRecorded(limit, facts);
  return recorded !== undefined && isOf(recorded, series) ? recorded : limit;
}

function isOf({ metrics }: Limit, series: string | undefined): boolean {
  return metrics.some((name) => isOfSeries(name, series ?? ''));
}

function isOfSeries(name: string, series: string): boolean {
  return isSameMetric(name, series) !== undefined;
}

function noBound(condition: Condition | undefined): string {
  const operator = condition?.comparisons[0]?.operator;
  return operator === undefined
    ? 'its condition is no comparison with a number'
    : `\`${operator}\` is neither above nor below a number`;
}

/** Why a bound is none of values of the series, whatever number it has. */
function unlikeValue(limit: Limit, { value, unit }: Wanted, series: string | undefined): string | undefined {
  const { kind, metrics, divisors, text } = limit;
  if (kind === 'other') return limit.why;
  if (kind === 'rate')
    return limit.value === limit.written ? `${clipped(text)} there is a rate per second` : 'it is made of a rate';
  if (series === undefined) return undefined;
  const [name, another] = metrics;
  const part = another === undefined ? /_(?:sum|count|bucket|created|info)$/.exec(name ?? '')?.[0] : undefined;
  const isQuantile = part === '_bucket' && limit.side.includes('histogram_quantile');
  if (part !== undefined && kind !== 'share' && !isQuantile && !series.endsWith(part))
    return `${clipped(name ?? '')} is not the value of ${series}`;
  const isShare = unit === '%' || Math.abs(value) <= 1;
  const isBelow = kind === 'quotient' && metrics.every((one) => divisors.includes(one) || !isOfSeries(one, series));
  return isBelow && !isShare && isOf(limit, series) ? `it divides by ${series}` : undefined;
}

/** Why it is not sure that the series is that of the spec. */
function unlikeSeries(limit: Limit, series: string | undefined): string | undefined {
  const [name] = limit.metrics;
  if (name === undefined || series === undefined || isOf(limit, series)) return undefined;
  return name === ''
    ? `it selects series by their labels, of which ${series} may be one`
    : `how ${clipped(name)} is made of ${series} does not show`;
}

function otherWindow(limit: Limit, metric: Mapping<Metric> | undefined): string | undefined {
  const { kind, metrics, window: counted } = limit;
  const written = metric?.get('window')?.value ?? '';
  const window = durationSeconds(written);
  const [name, another] = metrics;
  const isOf = window === undefined ? 'its metric has no window' : `the window of its metric is ${written}`;
  if (kind === 'signal' && another === undefined && name?.endsWith('_total'))
    return `it counts since the start, ${window === undefined ? 'and' : 'while'} ${isOf}`;
  if (kind !== 'count' || counted === undefined || counted === window || limit.written === 0) return undefined;
  return `it counts over ${duration(counted)}, ${window === undefined ? 'and' : 'while'} ${isOf}`;
}

/** The value agrees; whether that is all of it. */
function wholly(
  limit: Limit,
  text: string,
  series: string | undefined,
  metric: Mapping<Metric> | undefined,
  said: Said,
  ofGroup: readonly string[],
): Agreement {
  const { others, guards } = besideOf(limit);
  const doubts = [
    unlikeSeries(limit, series),
    otherWindow(limit, metric),
    ...seriesDoubts(limit, said),
    ...others.map((one) => clipped(one)),
    ...ofGroup,
  ].filter((one) => one !== undefined);
  return doubts.length === 0
    ? { kind: 'same', limit, said: text, guards }
    : { kind: 'partly', limit, said: text, why: `but ${doubts.join(', and ')}` };
}
