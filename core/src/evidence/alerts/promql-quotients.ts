import type { matching, Selector } from './promql-labels.ts';
import { other, plain, type Values } from './values.ts';

/** Whether both are counted in the same way over the same time. */
export function isAlike(one: Values, two: Values): boolean {
  return one.kind === two.kind && one.window === two.window && /^(?:signal|rate|count)$/.test(one.kind);
}

/** What comes of dividing; `match` is whether the labels of both sides are the same. */
export function divided(above: Values, below: Values, match: ReturnType<typeof matching>): Values {
  const bad = [above, below].find(({ kind }) => kind === 'other');
  if (bad !== undefined) return other(bad.why, above, below);
  if (!isAlike(above, below)) return other('it divides values of different kinds or windows', above, below);
  if (match === 'never') return other('the labels of both sides of `/` differ, so that it gives nothing', above, below);
  const divisors = below.selectors.map(({ name }) => name);
  const selectors = [...above.selectors, ...below.selectors];
  const factor = above.factor / below.factor;
  const steps = [...above.steps, ...below.steps].filter(({ over }) => over === 'time');
  const narrowed = below.narrowed;
  const values: Values = {
    ...plain,
    kind: 'quotient',
    factor,
    selectors,
    divisors,
    joined: 'other',
    steps,
    narrowed,
  };
  if (isMean(above, below)) return { ...values, kind: 'signal', divisors: [] };
  return isPart(above, below) ? { ...values, kind: 'share' } : values;
}

/** Without an aggregation only series of the same labels meet, and those are the same series. */
export function isSelfDivision(above: Values, below: Values): boolean {
  return (
    above.kind !== 'other' &&
    above.joined === '' &&
    below.joined === '' &&
    above.selectors.some(({ name }) => below.selectors.some((other) => other.name === name))
  );
}

/** The sum of a histogram through its count. */
function isMean(above: Values, below: Values): boolean {
  const [sum, count] = [above.selectors[0], below.selectors[0]];
  return (
    above.selectors.length === 1 &&
    below.selectors.length === 1 &&
    sum?.name.endsWith('_sum') === true &&
    count?.name === `${sum.name.slice(0, -4)}_count` &&
    isWithin(sum, count) &&
    isWithin(count, sum) &&
    above.joined === below.joined
  );
}

/** Whether all of `above` is counted below as well, so that it cannot be more. */
function isPart(above: Values, below: Values): boolean {
  const [one] = above.selectors;
  if (one === undefined || above.selectors.length !== 1 || (above.joined !== '' && above.joined !== 'sum'))
    return false;
  if (below.joined === 'other' || (below.joined !== 'added' && below.joined !== above.joined)) return false;
  return below.selectors.some((two) => {
    const isSame = one.name === two.name || `${one.name}`.replace(/_bucket$/, '_count') === two.name;
    return isSame && isWithin(one, two);
  });
}

/** Whether everything that `one` selects is selected by `two`. */
function isWithin(one: Selector, two: Selector): boolean {
  return two.labels.every(({ label, operator, value }) =>
    one.labels.some((its) => its.label === label && its.operator === operator && its.value === value),
  );
}
