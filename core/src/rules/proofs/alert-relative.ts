import { durationSeconds } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { Condition } from '../../evidence/alerts/promql.ts';
import type { Relative } from '../../evidence/alerts/promql-relative.ts';
import { clipped } from '../../shown.ts';
import type { Limit } from './alert-limits.ts';
import { duration } from './alert-units.ts';

/** What a value is compared with: that of so many seconds before, or the mean of so many seconds. */
interface Reference {
  readonly before?: number;
  readonly mean?: number;
}

const day = 86_400;
const lengths: Readonly<Record<string, number>> = {
  minute: 60,
  hour: 3600,
  day,
  week: 7 * day,
  month: 30 * day,
};

/** `same-hour-last-week`, `8-week-mean`, `yesterday`, in the words that people use; `undefined` for all others. */
export function referenceIn(of: string): Reference | undefined {
  const words = of.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  if (
    /^(?:same-(?:hour|time|minute|day|weekday)-)?(?:last|previous|a)-week(?:-before|-ago)?$|^(?:a-)?week-(?:before|ago)$/.test(
      words,
    )
  )
    return { before: 7 * day };
  if (/^(?:same-(?:hour|time|minute)-)?(?:yesterday|(?:last|previous)-day|(?:a-)?day-(?:before|ago))$/.test(words))
    return { before: day };
  const mean =
    /^(\d{1,4})-?(minute|hour|day|week)s?-(?:mean|average|avg)$|^(?:mean|average|avg)-of-(?:the-)?(?:last-)?(\d{1,4})-?(minute|hour|day|week)s?$/.exec(
      words,
    );
  const short = /^(\d{1,4}[mhdw])-(?:mean|average|avg)$/.exec(words)?.[1];
  if (short !== undefined) return { mean: durationSeconds(short) };
  if (mean === null) return undefined;
  const [, count = mean[3], unit = mean[4]] = mean;
  return { mean: Number(count) * (lengths[unit ?? ''] ?? Number.NaN) };
}

/** Why the rule compares with something else than the spec says: a clause; and whether that is sure. */
export function otherReference(
  relative: Relative,
  of: string,
): { readonly why: string; readonly isSure: boolean } | undefined {
  const wanted = referenceIn(of);
  const { before, mean } = relative;
  const is = [
    mean === undefined ? undefined : `the mean of ${duration(mean)}`,
    before === undefined
      ? undefined
      : mean === undefined
        ? `what was ${duration(before)} before`
        : `${duration(before)} before`,
  ].filter((one) => one !== undefined);
  const given = is.join(', ');
  if (wanted === undefined) return { why: `whether ${given} is ${clipped(of)} does not show`, isSure: false };
  if (wanted.before === before && wanted.mean === mean) return undefined;
  return { why: `it compares with ${given}`, isSure: before === undefined || mean === undefined };
}

/** The bound on the present value, as so many times the other one. */
export function asLimit(
  { operator, factor, now, text, line }: Relative,
  rule: AlertRule,
  condition: Condition,
): Limit | undefined {
  if (!/^[<>]/.test(operator)) return undefined;
  const labels = now.selectors.flatMap((one) => one.labels);
  const { kind, why, window, divisors, narrowed } = now;
  return {
    bound: operator.startsWith('>') ? 'above' : 'below',
    value: factor,
    written: factor,
    text: clipped(text),
    line: (rule.expression?.line ?? rule.line) + line,
    metrics: condition.metrics,
    kind,
    why,
    window,
    divisors,
    labels,
    narrowed,
    // Both sides take the same of all series; what each of them does by itself is another matter.
    steps: now.steps.filter((step) => step.over === 'time' || step.by !== undefined || kind === 'count'),
    side: '',
    beside: [],
  };
}
