import { durationSeconds } from '../../dates.ts';
import { isPlain, type Limit } from './alert-limits.ts';
import type { readThreshold } from './precision.ts';

export type Wanted = NonNullable<ReturnType<typeof readThreshold>>;

/** `why` is a clause; without it the unit of the rule is not known. */
interface Doubt {
  readonly why?: string;
}

const unitUnknown: Doubt = {};

/** Whether a rule has the value that the spec wants: the same, another one, or that this cannot be told. */
export function agreement(wanted: Wanted, limit: Limit): 'same' | 'other' | Doubt {
  const { value, unit } = wanted;
  // What is counted and then multiplied is counted over another time.
  if (limit.kind === 'count' && limit.value !== limit.written) return { why: 'it multiplies what it counts' };
  if (unit === '%') return agreementOfShares(value, limit);
  if (durationSeconds(`1${unit}`) !== undefined) {
    const length = durationSeconds(`${value}${unit}`) ?? Number.NaN;
    const known = unitSeconds(limit);
    return known === undefined ? unitUnknown : isClose(length, limit.value * known) ? 'same' : 'other';
  }
  if (/^[A-Z]{3}$/.test(unit)) return agreementOfMoney(wanted, limit);
  if (isClose(value, limit.value)) return 'same';
  const isOfAnotherScale = isClose(value * 100, limit.value) || isClose(value, limit.value * 100);
  return isClose(value, limit.written) || isOfAnotherScale ? unitUnknown : 'other';
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1e-3, Math.abs(a));
}

function agreementOfShares(share: number, limit: Limit): ReturnType<typeof agreement> {
  const isCounter = limit.kind === 'signal' && limit.metrics.every((name) => name.endsWith('_total'));
  if (limit.kind === 'count' || limit.kind === 'age' || (isCounter && limit.metrics.length > 0)) return unitUnknown;
  const known = shareOf(limit);
  if (known !== undefined) return isClose(share, known) ? 'same' : 'other';
  const { value, written, kind, text } = limit;
  // Whoever multiplies by something else than 100 has another unit in mind.
  if (value !== written) return unitUnknown;
  if (isClose(share, value)) return 'same';
  if (!isClose(share * 100, value)) return value <= 1 ? 'other' : unitUnknown;
  if (kind === 'quotient')
    return { why: `${text} of a quotient is ${plainNumber(value * 100)}%, unless what it divides are percentages` };
  return value > 1 ? 'same' : unitUnknown;
}

/** The bound as a share, where name or arithmetic of the rule tell it. */
function shareOf({ kind, metrics, value, written }: Limit): number | undefined {
  if (kind === 'share') return value;
  const factor = written / value;
  if (kind !== 'quotient' || value === written) {
    if (metrics.some((name) => /(?:^|[_:])(?:percent|percentage|pct)(?:[_:]|$)/.test(name))) return value / 100;
    if (kind === 'signal' && metrics.some((name) => /(?:^|[_:])(?:ratio|fraction|share)(?:[_:]|$)/.test(name)))
      return value;
  }
  if (isClose(factor, 100)) return value;
  return isClose(factor, 0.01) ? value / 100 : undefined;
}

const timeUnits: Readonly<Record<string, number>> = {
  milliseconds: 0.001,
  millis: 0.001,
  ms: 0.001,
  seconds: 1,
  sec: 1,
  secs: 1,
  minutes: 60,
  mins: 60,
  hours: 3600,
  days: 86_400,
};

/** How many seconds a value is, where the series says it by its name. */
function unitSeconds({ metrics, divisors, kind, value, written }: Limit): number | undefined {
  if (kind === 'age') return 1;
  if (kind === 'share') return undefined;
  const named = new Set(metrics.flatMap((name) => unitIn(name) ?? []));
  const [only] = named;
  if (divisors.some((name) => unitIn(name) !== undefined)) return undefined;
  if (named.size === 1 && only !== undefined) return only;
  const factor = value / written;
  // A series that is divided by 3600 is in seconds, whatever it is called.
  return named.size === 0 && (isClose(factor, 3600) || isClose(factor, 86_400)) ? 1 : undefined;
}

function unitIn(name: string): number | undefined {
  const unit =
    /_(milliseconds|millis|ms|seconds|secs?|minutes|mins|hours|days)(?:_(?:bucket|sum|count|total))?(?::[\w:]*)?$/.exec(
      name,
    )?.[1];
  return unit === undefined ? undefined : timeUnits[unit];
}

function agreementOfMoney({ value, unit }: Wanted, limit: Limit): ReturnType<typeof agreement> {
  const size = moneyIn(unit, limit);
  return size === undefined ? unitUnknown : isClose(value, limit.value * size) ? 'same' : 'other';
}

/** How much of a currency a value is; `undefined` where the series says that it is in something else. */
function moneyIn(unit: string, { metrics, kind }: Limit): number | undefined {
  if (kind === 'share' || kind === 'age') return undefined;
  if (metrics.some((name) => /(?:^|_)(?:tokens?|micros?|milli\w*)(?:_|$)/.test(name))) return undefined;
  const currencies = metrics.flatMap(
    (name) => /(?:^|_)(eur|usd|gbp|chf|jpy|cny|inr|sek|nok|dkk|pln|czk)(?:_|$)/.exec(name)?.[1] ?? [],
  );
  if (currencies.length > 0 && !currencies.includes(unit.toLowerCase())) return undefined;
  return metrics.some((name) => /(?:^|_)cents?(?:_|$)/.test(name)) ? 0.01 : 1;
}

/** The bound of the rule as the spec would write it; `undefined` where that is not sure. */
export function inUnitOf({ unit }: Wanted, limit: Limit): string | undefined {
  const { value, written } = limit;
  if (!isPlain(limit)) return undefined;
  if (unit === '%') {
    const share = shareOf(limit) ?? (value === written && value <= 1 ? value : undefined);
    return share === undefined ? undefined : `${plainNumber(share * 100)}%`;
  }
  if (durationSeconds(`1${unit}`) !== undefined) {
    const known = unitSeconds(limit);
    return known === undefined ? undefined : inUnit(value * known, unit);
  }
  if (/^[A-Z]{3}$/.test(unit)) {
    const size = moneyIn(unit, limit);
    return size === undefined ? undefined : `${plainNumber(value * size)} ${unit}`;
  }
  return plainNumber(value);
}

/** A bound of a rule in a unit that its series shows, for a spec that has none yet. */
export function asThreshold(limit: Limit): string | undefined {
  if (!isPlain(limit)) return undefined;
  const known = unitSeconds(limit);
  if (known !== undefined) return duration(limit.value * known, 2);
  const { kind, metrics, value } = limit;
  const isPercent =
    kind !== 'share' && metrics.some((name) => /(?:^|[_:])(?:percent|percentage|pct)(?:[_:]|$)/.test(name));
  return isPercent ? `${plainNumber(value)}%` : plainNumber(value);
}

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
] as const;

/** As a person would write it: in the unit that was asked for where that takes few digits, else in one that fits. */
function inUnit(seconds: number, unit: string): string {
  const asked = seconds / (durationSeconds(`1${unit}`) ?? 1);
  const isShort = Math.abs(asked) >= 0.1 && isClose(asked, Number(asked.toFixed(2)));
  return isShort ? `${plainNumber(asked)}${unit}` : duration(seconds);
}

/** In the largest unit of which it has `least` or more, and no part of one. */
export function duration(seconds: number, least = 1): string {
  const whole = units.find(([, size]) => {
    const count = seconds / size;
    return count >= (size > 1 ? least : 1) && isClose(count, Math.round(count));
  });
  const [name, size] = whole ?? ['s', 1];
  return `${plainNumber(seconds / size)}${name}`;
}

/** Six digits, without an exponent. */
export function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1 ? value.toFixed(15).replace(/0+$/, '') : value.toFixed(0);
}
