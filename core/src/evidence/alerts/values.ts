import type { LabelMatcher, Selector } from './promql-labels.ts';

/** What the values of an expression are, beside those of the series that it reads. */
export interface Values {
  /**
   * `signal` are values of a series, `count` how much a counter grew within `window`, `rate` how much it grows in a
   * second. A `share` is never above 1; a `quotient` has two sides of which that is not sure. An `age` is in seconds,
   * whatever the series is called. `other` is everything that is not understood.
   */
  readonly kind: 'signal' | 'count' | 'rate' | 'share' | 'quotient' | 'age' | 'other';
  /** Why they are something else: a clause. */
  readonly why: string;
  /** What the values of that kind are multiplied by. */
  readonly factor: number;
  /** In seconds. */
  readonly window: number | undefined;
  readonly selectors: readonly Selector[];
  /** Names of the series on the lower side of a quotient. */
  readonly divisors: readonly string[];
  /** What joins several series. */
  readonly joined: '' | 'sum' | 'other' | 'added';
  /** What is made of them one after the other, the innermost first; what both sides of a quotient do is not among it. */
  readonly steps: readonly Step[];
  /** Labels that everything which is counted must have; those of a part that is set against all are not among it. */
  readonly narrowed: readonly LabelMatcher[];
}

/** What makes one value of many. */
export type Step =
  /** Of the series: `how` is the name of the aggregation, `by` the labels that it keeps. */
  | { readonly over: 'series'; readonly how: string; readonly by: readonly string[] | 'without' | undefined }
  /** Of the values of some time, in seconds: `how` is `max` for `max_over_time`. */
  | { readonly over: 'time'; readonly how: string; readonly seconds: number | undefined };

/** Those of a series as it is. */
export const plain: Values = {
  kind: 'signal',
  why: '',
  factor: 1,
  window: undefined,
  selectors: [],
  divisors: [],
  joined: '',
  steps: [],
  narrowed: [],
};

/** What is not understood; `why` is a clause. */
export function other(why: string, ...of: readonly (Values | undefined)[]): Values {
  return { ...plain, kind: 'other', why, selectors: of.flatMap((one) => one?.selectors ?? []) };
}
