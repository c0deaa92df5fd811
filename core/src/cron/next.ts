import type { Cron } from './cron.ts';
import { eachDay } from './days.ts';
import { momentsOn } from './gap.ts';
import { type Stretch, stretchesOf } from './zone.ts';

const secondsPerDay = 86_400;
/** The longest that a schedule may sleep: a 29th of February on one weekday comes after 28 years, or 40 around 2100. */
const farthest = 41 * 366;

/** One run, as a clock in its zone shows it. */
export interface Run {
  /** ISO date. */
  readonly date: string;
  /** `04:30`, or `04:30:15` where it starts in the middle of a minute. */
  readonly time: string;
}

/** The first `count` runs from the beginning of the day `from` on, in order; fewer where there are no more. */
export function nextRuns(cron: Cron, from: string, count: number, zone?: string): readonly Run[] {
  const first = Date.parse(`${from}T00:00:00Z`) / 1000 / secondsPerDay;
  if (!Number.isInteger(first)) return [];
  const stretches = zone === undefined ? [always] : stretchesOf(zone);
  const found: Run[] = [];
  eachDay(first, first + farthest, (day, since1970) => {
    if (!cron.runsOn(day)) return true;
    for (const moment of momentsOn(since1970 * secondsPerDay, cron, stretches)) {
      if (found.length === count) break;
      found.push(shownAt(moment, stretches));
    }
    return found.length < count;
  });
  return found;
}

const always: Stretch = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, offset: 0 };

function shownAt(moment: number, stretches: readonly Stretch[]): Run {
  const offset = stretches.find(({ start, end }) => moment >= start && moment < end)?.offset ?? 0;
  const [date = '', time = ''] = new Date((moment + offset) * 1000).toISOString().split('T');
  return { date, time: time.endsWith(':00.000Z') ? time.slice(0, 5) : time.slice(0, 8) };
}
