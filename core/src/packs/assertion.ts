import { durationSeconds, isDate } from '../dates.ts';
import { quoted } from '../spec/words.ts';
import type { Pattern } from './pattern.ts';

/** What a requirement of a pack asks of one value below its subject. */
export interface Assertion {
  readonly field: string;
  readonly test: Test;
}

export type Test =
  | { readonly kind: 'present' }
  | { readonly kind: 'one_of'; readonly values: readonly string[] }
  | { readonly kind: 'equals'; readonly value: string }
  | { readonly kind: 'matches'; readonly source: string; readonly pattern: Pattern }
  | { readonly kind: 'at_least' | 'at_most'; readonly limit: string };

export const testNames = ['present', 'one_of', 'equals', 'matches', 'at_least', 'at_most'] as const;

/** What is wrong with the value, as the end of a sentence that begins with it; undefined where nothing is. */
export function failure(test: Test, value: string): string | undefined {
  switch (test.kind) {
    case 'present':
      return undefined;
    case 'one_of':
      return test.values.includes(value) ? undefined : `is ${quoted(value)} and not one of ${test.values.join(', ')}`;
    case 'equals':
      return value === test.value ? undefined : `is ${quoted(value)} and not ${quoted(test.value)}`;
    case 'matches':
      return test.pattern.matches(value) ? undefined : `is ${quoted(value)}, which does not match ${test.source}`;
    case 'at_least':
    case 'at_most':
      return compared(test.kind, value, test.limit);
    default:
      return test satisfies never;
  }
}

function compared(kind: 'at_least' | 'at_most', value: string, limit: string): string | undefined {
  const given = measure(value);
  const asked = measure(limit);
  if (given === undefined || asked === undefined || given.unit !== asked.unit) {
    return `is ${quoted(value)}, which cannot be held against ${limit}`;
  }
  if (kind === 'at_least') return given.amount >= asked.amount ? undefined : `is ${value}, at least ${limit} is asked`;
  return given.amount <= asked.amount ? undefined : `is ${value}, at most ${limit} is asked`;
}

interface Measure {
  readonly unit: string;
  readonly amount: number;
}

const seconds: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
};

/** A number, share, duration, date, amount of money or rate, so that like is held against like. */
export function measure(text: string): Measure | undefined {
  if (isDate(text)) return { unit: 'date', amount: Date.parse(`${text}T00:00:00Z`) };
  const duration = durationSeconds(text);
  if (duration !== undefined) return { unit: 'duration', amount: duration };
  const match = /^(-?\d+(?:\.\d+)?)(%)?(?: ([A-Z]{3}))?(?:\/([a-z]+))?$/.exec(text);
  if (match === null) return undefined;
  const [, number, percent = '', currency = '', per] = match;
  const length = per === undefined ? 1 : seconds[per];
  if (length === undefined) return undefined;
  return { unit: `${percent}${currency}${per === undefined ? '' : '/time'}`, amount: Number(number) / length };
}
