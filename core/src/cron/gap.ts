import { inWords } from '../dates.ts';
import { type Cron, type Dialect, parseCron } from './cron.ts';
import { eachDay, newYear } from './days.ts';
import { type Stretch, stretchesOf } from './zone.ts';

const secondsPerDay = 86_400;

/** Days since 1970-01-01, the second one not included. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Nine years hold two 29ths of February, and every order of weekdays and ends of months that matters. */
export const nineYears: Window = { from: newYear(2024), to: newYear(2033) };

/**
 * The longest time between the starts of two runs, in seconds; infinite where it never runs, or stops for good. In a
 * `zone` whose clocks change, days of 23 and 25 hours count, and what the scheduler makes of the hour in question.
 */
export function worstGapSeconds(cron: Cron, zone?: string, window: Window = nineYears): number {
  if (cron.years !== undefined && window === nineYears && !cron.years.has(lastYear)) return Number.POSITIVE_INFINITY;
  const stretches = zone === undefined ? [] : stretchesOf(zone);
  return stretches.length <= 1 ? plainGap(cron, window) : gapInZone(cron, stretches, window);
}

const lastYear = 2032;

/** More schedules than any spec and its artifacts have. */
const mostKnown = 500;
const known = new Map<string, number | undefined>();

/** The same of a text, `undefined` where it is no cron expression; reckoned once, as it is asked for at every keystroke. */
export function worstGapOf(text: string, zone?: string, dialect: Dialect = 'posix'): number | undefined {
  const key = `${dialect} ${zone ?? ''} ${text}`;
  if (known.has(key)) return known.get(key);
  const cron = parseCron(text, dialect);
  const gap = cron && worstGapSeconds(cron, zone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, gap);
  return gap;
}

/** No zone changes its clocks by more; Antarctica/Troll by as much. */
const mostChange = 2 * 3600;

/**
 * The worst gap of a POSIX expression in a zone, where it is longer than `limit` seconds. What a zone's clocks do is only
 * looked up where it could decide: the tables take longer to load than the rest of a check.
 */
export function gapBeyond(text: string, zone: string | undefined, limit: number): number | undefined {
  const plain = worstGapOf(text);
  if (plain === undefined || plain + mostChange <= limit) return undefined;
  const gap = worstGapOf(text, zone) ?? plain;
  return gap > limit ? gap : undefined;
}

/** Whether two expressions run at the same times of the same days. */
export function sameTimes(a: Cron, b: Cron): boolean {
  if (a.times.length !== b.times.length || a.times.some((time, index) => time !== b.times[index])) return false;
  let same = true;
  eachDay(nineYears.from, nineYears.to, (day) => {
    same = a.runsOn(day) === b.runsOn(day);
    return same;
  });
  return same;
}

/** Every day has 24 hours. */
function plainGap(cron: Cron, { from, to }: Window): number {
  const first = cron.times[0];
  const last = cron.times.at(-1);
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  let [widest, before] = [0, Number.NaN];
  let runs = false;
  eachDay(from, to, (day, today) => {
    if (!cron.runsOn(day)) return true;
    runs = true;
    if (today - before > widest) widest = today - before;
    before = today;
    return !(cron.weekly && today > from + 14);
  });
  // All of a day's runs are the same, so they need no calendar.
  const within = runs ? widestStep(cron.times) : 0;
  const between = widest === 0 ? 0 : widest * secondsPerDay - last + first;
  return Math.max(within, between) || Number.POSITIVE_INFINITY;
}

/** `up to 25h between runs when clocks go back in Europe/Berlin` */
export function gapInWords(gap: number, text: string, zone: string | undefined, dialect: Dialect = 'posix'): string {
  const plain = worstGapOf(text, undefined, dialect) ?? 0;
  // A gap of two days out of one is a run that clocks left out in spring.
  const change = gap - plain > 2 * 3600 ? 'skip an hour' : 'go back';
  const why = zone !== undefined && gap > plain ? ` when clocks ${change} in ${zone}` : '';
  return `up to ${inWords(gap)} between runs${why}`;
}

function gapInZone(cron: Cron, stretches: readonly Stretch[], { from, to }: Window): number {
  const first = cron.times[0];
  const last = cron.times.at(-1);
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  const changing = daysOfChange(stretches);
  const within = widestStep(cron.times);
  let [worst, before] = [0, Number.NaN];
  let index = 0;
  eachDay(from, to, (day, today) => {
    const start = today * secondsPerDay;
    while (changes(stretches[index]) < start) index += 1;
    if (!cron.runsOn(day)) return true;
    if (changing.has(today)) {
      for (const moment of momentsOn(start, cron, stretches)) {
        if (moment - before > worst) worst = moment - before;
        before = moment;
      }
      return true;
    }
    const offset = stretches[index]?.offset ?? 0;
    if (within > worst) worst = within;
    if (start + first - offset - before > worst) worst = start + first - offset - before;
    before = start + last - offset;
    return true;
  });
  return worst || Number.POSITIVE_INFINITY;
}

/** What clocks show, at the latest, when a stretch ends. */
export function changes(stretch: Stretch | undefined): number {
  return stretch === undefined ? Number.POSITIVE_INFINITY : stretch.end + stretch.offset;
}

/** Days on which clocks skip or repeat something. */
export function daysOfChange(stretches: readonly Stretch[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const [index, { end, offset }] of stretches.entries()) {
    const next = stretches[index + 1];
    if (next === undefined) continue;
    const shown = [end + offset, end + next.offset].map((time) => Math.floor(time / secondsPerDay));
    for (let day = Math.min(...shown); day <= Math.max(...shown); day += 1) days.add(day);
  }
  return days;
}

/** When the runs of the day that begins (as clocks show it) at `start` really start, in order. */
export function momentsOn(start: number, cron: Cron, stretches: readonly Stretch[]): readonly number[] {
  const { skipped, repeated } = cron.clocks;
  const moments = cron.times.flatMap((time) => {
    const shown = start + time;
    const real = stretches.flatMap(({ start: since, end, offset }) => {
      return shown - offset >= since && shown - offset < end ? [shown - offset] : [];
    });
    if (real.length > 0) return repeated === 'twice' || cron.hourly ? real : real.slice(0, 1);
    if (skipped === 'left-out') return [];
    const change = stretches.find(({ end, offset }) => shown - offset >= end && shown - offset < end + secondsPerDay);
    return change === undefined ? [] : [change.end];
  });
  return [...new Set(moments)].sort((a, b) => a - b);
}

function widestStep(times: readonly number[]): number {
  let widest = 0;
  for (const [index, time] of times.entries()) widest = Math.max(widest, time - (times[index - 1] ?? time));
  return widest;
}
