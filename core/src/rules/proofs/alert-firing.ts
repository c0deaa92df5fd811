import { promDuration } from '../../dates.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import type { AlertFacts } from '../../evidence/alerts/alert-rules.ts';
import type { Comparison, Condition } from '../../evidence/alerts/promql.ts';
import type { LabelMatcher } from '../../evidence/alerts/promql-labels.ts';
import type { InputSeries, Samples, TriedAlert } from '../../evidence/alerts/promtool-tests.ts';
import { clipped } from '../../shown.ts';
import { duration } from './alert-units.ts';

/** So long Prometheus takes the last value for the present one, in seconds. */
const lookback = 300;

/** From one evaluation of the rules to another one, both of them with it, counted from 0. */
type Span = readonly [first: number, last: number];

/**
 * Why a rule cannot fire on what a unit test gives, where that is sure: a clause. Of what is not sure here the better is
 * taken: that a function over some time gives the best of its values, and that an edge is within.
 */
export function whySilent(test: TriedAlert, rule: AlertRule, rules: AlertFacts): string | undefined {
  const wait = promDuration(rule.for?.value ?? '0s');
  if (wait !== undefined && test.after !== undefined && test.after < wait)
    return `it looks after ${duration(test.after)}, and the rule waits ${duration(wait)}`;
  const condition = rules.conditions.get(rule);
  if (condition?.whole !== true || condition.hasAlternatives) return undefined;
  for (const comparison of comparedAlone(condition)) {
    const [name = ''] = comparison.metrics;
    if (rules.records.some((record) => record.name === name)) continue;
    const why = ofComparison(test, comparison, wait, promDuration(rule.keepFiringFor?.value ?? '0s'));
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The bounds of values of one series, whatever is taken of them. */
function comparedAlone({ comparisons }: Condition): readonly Comparison[] {
  return comparisons.filter(({ operator, values, metrics }) => {
    const isKept = values.steps.every(({ how }) => /^(?:min|max|avg|last|quantile|topk|bottomk)$/.test(how));
    const isOne = metrics.length === 1 && values.selectors.length === 1;
    return values.kind === 'signal' && isKept && isOne && /^[<>]/.test(operator);
  });
}

function ofComparison(
  test: TriedAlert,
  comparison: Comparison,
  wait: number | undefined,
  keeps: number | undefined,
): string | undefined {
  const { operator, value, text, values, metrics } = comparison;
  const name = clipped(metrics[0] ?? '');
  const own = test.inputs.filter((input) => input.name === metrics[0]);
  const selected = own.filter((input) => isSelected(input, values.selectors[0]?.labels ?? []));
  if (own.length === 0) return `it is given no ${name}`;
  if (selected.length === 0) return `it is given no ${name} with the labels that the rule asks for`;
  if (selected.some(({ samples }) => samples === undefined)) return undefined;
  const side = operator.startsWith('>') ? 'above' : 'below';
  const within = (one: number) => isBeyond(one, operator, value);
  const isEver = selected.some(({ samples = [] }) => samples.some((run) => beyond(run, within) !== undefined));
  if (!isEver) return `none of the values of ${name} there is ${side} ${clipped(text)}`;

  const ranges = values.steps.map((step) => (step.over === 'time' ? step.seconds : 0));
  if (test.after === undefined || wait === undefined || keeps === undefined || ranges.includes(undefined))
    return undefined;
  const range = ranges.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const spans = merged(selected.flatMap((input) => spansOf(input, within, range, test.every)));
  const at = Math.floor(test.after / test.every);
  const lasts = ([first, last]: Span) => (Math.min(last, at) - first) * test.every;
  const fires = spans.some(
    (span) => span[0] <= at && lasts(span) >= wait && (at - Math.min(span[1], at)) * test.every <= keeps,
  );
  if (fires) return undefined;
  const now = spans.find(([first, last]) => first <= at && last >= at);
  const says = `${name} is ${side} ${clipped(text)} there`;
  const looks = `it looks after ${duration(test.after)}`;
  if (now !== undefined)
    return `${says} for ${duration(lasts(now))} before it looks, and the rule waits ${duration(wait)}`;
  const last = spans.filter(([, end]) => end < at).at(-1);
  if (last !== undefined) return `${says} until ${duration(last[1] * test.every)}, and ${looks}`;
  return `${says} only from ${duration((spans[0]?.[0] ?? 0) * test.every)} on, and ${looks}`;
}

function isSelected({ labels }: InputSeries, asked: readonly LabelMatcher[]): boolean {
  return asked.every(({ label, operator, value }) => {
    const own = labels.get(label) ?? '';
    if (operator === '=') return own === value;
    return operator === '!=' ? own !== value : true;
  });
}

function isBeyond(one: number, operator: Comparison['operator'], value: number): boolean {
  if (operator === '>') return one > value;
  if (operator === '>=') return one >= value;
  return operator === '<' ? one < value : one <= value;
}

/** The first and the last of the samples that are beyond a bound; what grows evenly is so in one piece. */
function beyond(run: Samples, within: (value: number) => boolean): readonly [number, number] | undefined {
  if (run.kind !== 'values') return undefined;
  const at = (index: number) => within(run.first + run.step * index);
  const end = run.count - 1;
  const [isFirst, isLast] = [at(0), at(end)];
  if (!isFirst && !isLast) return undefined;
  if (isFirst && isLast) return [0, end];
  // Halves what lies between one that is beyond and one that is not.
  let [inside, outside] = isFirst ? [0, end] : [end, 0];
  while (Math.abs(inside - outside) > 1) {
    const middle = Math.floor((inside + outside) / 2);
    if (at(middle)) inside = middle;
    else outside = middle;
  }
  return isFirst ? [0, inside] : [inside, end];
}

/** Samples that each count by themselves are as many spans; of more than so many it is not told apart. */
const mostSpans = 50_000;

/** In which evaluations a series is beyond a bound, where a sample counts for `range` seconds. */
function spansOf(
  { samples = [], step }: InputSeries,
  within: (value: number) => boolean,
  range: number,
  every: number,
): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const [index, run] of samples.entries()) {
    const found = beyond(run, within);
    if (found !== undefined) {
      const [first, last] = [start + found[0], start + found[1]];
      const isCut = found[1] < run.count - 1;
      const next = isCut ? 1 : samples[index + 1]?.kind === 'missing' ? undefined : samples[index + 1] && 1;
      const counts = Math.max(range, lookback);
      // Where samples come more seldom than they count, each of them is by itself.
      const isApart = step > counts && spans.length + last - first < mostSpans;
      const pieces = isApart ? Array.from({ length: last - first + 1 }, (_, more) => first + more) : [first];
      for (const from of pieces) {
        const to = isApart ? from : last;
        const isReplaced = range === 0 && (isApart || next !== undefined) && step <= counts;
        const end = isReplaced ? (to + 1) * step - 0.001 : to * step + counts;
        spans.push([Math.ceil((from * step) / every), Math.floor(end / every)]);
      }
    }
    start += run.count;
  }
  return spans.filter(([first, last]) => first <= last);
}

/** One after the other, with those that touch in one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const found: [number, number][] = [];
  for (const [first, last] of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = found.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else found.push([first, last]);
  }
  return found;
}
