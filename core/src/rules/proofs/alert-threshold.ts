import { durationSeconds } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-rules.ts';
import type { Comparison, Condition } from '../../evidence/alerts/promql.ts';
import { isSameMetric } from '../../evidence/telemetry/metric-names.ts';
import type { Alert } from '../../spec/types.generated.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { readThreshold, trimmed } from './precision.ts';

/** What a rule waits for, beside what the spec says. */
export type Agreement =
  | { readonly kind: 'same'; readonly limit: Limit }
  | {
      readonly kind: 'other';
      readonly limit: Limit;
      readonly at: Scalar<string | number>;
      /** Which of both bounds the spec has. */
      readonly bound: 'above' | 'below';
      /** The value of the rule in the unit of the spec. */
      readonly instead: string;
    }
  /** `why` completes "…, and cannot be compared: ". */
  | { readonly kind: 'unclear'; readonly why: string };

/** A bound that a rule has. */
export interface Limit {
  readonly bound: 'above' | 'below';
  readonly value: number;
  readonly written: number;
  /** From 1, in the file. */
  readonly line: number;
  readonly metrics: readonly string[];
  readonly isAge: boolean;
  readonly isPlain: boolean;
}

/** `undefined` where the spec has no threshold. `series` is the name under which the metric is emitted. */
export function thresholdAgrees(
  alert: Mapping<Alert>,
  rule: AlertRule,
  condition: Condition | undefined,
  series: string | undefined,
): Agreement | undefined {
  const above = alert.get('above');
  const at = above ?? alert.get('below');
  const wanted = readThreshold(String(at?.value ?? ''));
  if (at === undefined || wanted === undefined) return undefined;
  const of = alert.get('of')?.value;
  if (of !== undefined) return { kind: 'unclear', why: `${at.value} of ${of} is a comparison of two values` };
  const limits = limitsOf(rule, condition);
  const own = limits.filter(({ metrics }) => metrics.some((name) => isSameMetric(name, series ?? '') !== undefined));
  const judged = own.length > 0 ? own : limits;
  if (judged.length === 0) return { kind: 'unclear', why: 'its condition is no comparison with a number' };

  const bound = above === undefined ? 'below' : 'above';
  const same = judged.find((limit) => limit.bound === bound && isSameValue(wanted, limit));
  if (same !== undefined) return { kind: 'same', limit: same };
  const [limit, another] = judged;
  if (limit === undefined || another !== undefined) return { kind: 'unclear', why: 'it has several conditions' };
  const instead = inUnitOf(wanted, limit);
  if (instead === undefined)
    return { kind: 'unclear', why: `${limit.written} there may be in another unit than ${at.value}` };
  return { kind: 'other', limit, at, bound, instead };
}

/** What a rule compares with a number. */
export function limitsOf(rule: AlertRule, condition: Condition | undefined): readonly Limit[] {
  const { threshold, expression } = rule;
  const metrics = condition?.metrics ?? [];
  if (threshold !== undefined) {
    const { above, value, line } = threshold;
    const isPlain = condition === undefined || !/\bi?rate\s*\(|\bcount|\babsent/.test(expression?.value ?? '');
    return [{ bound: above ? 'above' : 'below', value, written: value, line, metrics, isAge: false, isPlain }];
  }
  return (condition?.comparisons ?? []).flatMap((one): Limit[] => {
    const bound = boundOf(one.operator);
    if (bound === undefined) return [];
    return [{ ...one, bound, line: (expression?.line ?? rule.line) + one.line }];
  });
}

function boundOf(operator: Comparison['operator']): Limit['bound'] | undefined {
  return operator.startsWith('>') ? 'above' : operator.startsWith('<') ? 'below' : undefined;
}

type Wanted = NonNullable<ReturnType<typeof readThreshold>>;

function isSameValue(wanted: Wanted, limit: Limit): boolean {
  return (
    candidates(wanted, limit).some(
      (value) => Math.abs(value - limit.value) <= 1e-6 * Math.max(1e-3, Math.abs(value)),
    ) ||
    (wanted.unit === '' && wanted.value === limit.written)
  );
}

/** The numbers that a rule may hold where the spec has `wanted`. */
function candidates(wanted: Wanted, limit: Limit): readonly number[] {
  const { value, unit } = wanted;
  if (unit === '%') return isShare(limit) ? [value] : isPercent(limit) ? [value * 100] : [value, value * 100];
  const length = durationSeconds(`${value}${unit}`);
  if (length !== undefined) {
    const known = unitSeconds(limit);
    return known === undefined ? Object.values(timeUnits).map((seconds) => length / seconds) : [length / known];
  }
  if (/^[A-Z]{3}$/.test(unit) && limit.metrics.some((name) => /(?:^|_)cents?(?:_|$)/.test(name))) return [value * 100];
  return [value];
}

const isShare = ({ metrics, value, written }: Limit) =>
  value !== written || metrics.some((name) => /(?:^|_)(?:ratio|fraction|share)(?:_|$)/.test(name));
const isPercent = ({ metrics }: Limit) => metrics.some((name) => /(?:^|_)(?:percent|percentage|pct)(?:_|$)/.test(name));

const timeUnits: Readonly<Record<string, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** How many seconds a value is, where the series says it by its name. */
function unitSeconds({ metrics, isAge, value, written }: Limit): number | undefined {
  if (isAge) return 1;
  const named = new Set(
    metrics.flatMap((name) => {
      const unit =
        /_(milliseconds|millis|ms|seconds|secs?|minutes|mins|hours|days)(?:_(?:bucket|sum|count|total))?$/.exec(
          name,
        )?.[1];
      return unit === undefined ? [] : [abbreviated[unit] ?? unit];
    }),
  );
  const [only] = named;
  if (named.size === 1 && only !== undefined) return timeUnits[only];
  // A series that is divided by 3600 is in seconds, whatever it is called.
  return value !== written && value / written >= 60 ? 1 : undefined;
}

const abbreviated: Readonly<Record<string, string>> = {
  ms: 'milliseconds',
  millis: 'milliseconds',
  sec: 'seconds',
  secs: 'seconds',
  mins: 'minutes',
};

/** The bound of the rule as the spec would write it; `undefined` where that is not sure. */
function inUnitOf({ unit }: Wanted, limit: Limit): string | undefined {
  const { value } = limit;
  if (!limit.isPlain) return undefined;
  if (unit === '%') {
    if (isShare(limit)) return `${trimmed(value * 100, 6)}%`;
    return isPercent(limit) ? `${trimmed(value, 6)}%` : value <= 1 ? `${trimmed(value * 100, 6)}%` : undefined;
  }
  const second = durationSeconds(`1${unit}`);
  if (second !== undefined) {
    const known = unitSeconds(limit);
    return known === undefined ? undefined : `${trimmed((value * known) / second, 6)}${unit}`;
  }
  if (/^[A-Z]{3}$/.test(unit)) {
    const inCents = limit.metrics.some((name) => /(?:^|_)cents?(?:_|$)/.test(name));
    const other = limit.metrics.some((name) => /(?:^|_)(?:tokens?|micros?|milli\w*)(?:_|$)/.test(name));
    return other ? undefined : `${trimmed(inCents ? value / 100 : value, 6)} ${unit}`;
  }
  return trimmed(value, 9);
}

/** A bound of a rule in a unit that its series shows, for a spec that has none yet. */
export function asThreshold(limit: Limit): string | undefined {
  if (!limit.isPlain) return undefined;
  const known = unitSeconds(limit);
  if (known !== undefined) {
    const seconds = limit.value * known;
    const [unit, size] = (
      [
        ['d', 86_400],
        ['h', 3600],
        ['m', 60],
      ] as const
    ).find(([, one]) => seconds >= 2 * one && seconds % one === 0) ?? ['s', 1];
    return `${trimmed(seconds / size, 6)}${unit}`;
  }
  if (isShare(limit)) return trimmed(limit.value, 9);
  return isPercent(limit) ? `${trimmed(limit.value, 6)}%` : trimmed(limit.value, 9);
}
