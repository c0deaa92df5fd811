/**
 * How long a POSIX cron leaves between two runs.
 *
 * The calendar has a fixed offset: every day has 24 hours. Where clocks change, one gap a year is an hour longer than
 * what is said here; no time zone database is worth that hour.
 */

/** Which values each field allows. */
interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Months and days of the month count from 1, days of the week from 0 for Sunday. */
  runsOn(month: number, dayOfMonth: number, dayOfWeek: number): boolean;
  /** Only the day of the week counts, so that two weeks show all there is. */
  readonly weekly: boolean;
}

/**
 * Reads five fields: numbers, names of months and weekdays, ranges, lists, and steps over `*` or a range. `undefined`
 * for anything else, such as `5/15`, `?`, `L` or six fields, because schedulers do not agree on what these mean.
 */
export function parseCron(text: string): Cron | undefined {
  const parts = text.trim().split(/ +/);
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = fieldRanges.map((range, index) =>
    readField(parts[index] ?? '', range),
  );
  if (parts.length !== 5 || !minutes || !hours || !daysOfMonth || !months || !daysOfWeek) return undefined;

  const [inMonths, inMonth, inWeek] = [mask(months), mask(daysOfMonth), mask(daysOfWeek.map((day) => day % 7))];
  // The one surprise of cron: with both kinds of day given, either is enough. A field that begins with * is not given.
  const either = !/^\*/.test(parts[2] ?? '') && !/^\*/.test(parts[4] ?? '');
  return {
    minutes,
    hours,
    weekly: parts[2] === '*' && parts[3] === '*',
    runsOn(month, dayOfMonth, dayOfWeek) {
      if (!has(inMonths, month)) return false;
      return either
        ? has(inMonth, dayOfMonth) || has(inWeek, dayOfWeek)
        : has(inMonth, dayOfMonth) && has(inWeek, dayOfWeek);
    },
  };
}

/** The longest time between the starts of two runs, in seconds; infinite where it never runs. */
export function worstGapSeconds(cron: Cron): number {
  const times = cron.hours.flatMap((hour) => cron.minutes.map((minute) => hour * 60 + minute));
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;

  let worst = 0;
  for (const [index, time] of times.entries()) worst = Math.max(worst, time - (times[index - 1] ?? time));

  // All of a day's runs are the same, so minutes need no calendar.
  const days = widestDays(cron);
  return days === 0 ? Number.POSITIVE_INFINITY : Math.max(worst, days * minutesPerDay - last + first) * 60;
}

const minutesPerDay = 24 * 60;

/** Nine years hold two 29ths of February, and every order of weekdays and ends of months that matters. */
const firstYear = 2024;
const years = 9;

/** The most days from one on which it runs to the next; 0 where there is no second one. */
function widestDays(cron: Cron): number {
  let [widest, last, today] = [0, -1, 0];
  for (let year = firstYear; year < firstYear + years; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const days = month === 2 && year % 4 === 0 ? 29 : (monthLengths[month - 1] ?? 0);
      for (let dayOfMonth = 1; dayOfMonth <= days; dayOfMonth += 1, today += 1) {
        // The first of January 2024 is a Monday.
        if (!cron.runsOn(month, dayOfMonth, (today + 1) % 7)) continue;
        if (last >= 0 && today - last > widest) widest = today - last;
        last = today;
        if (cron.weekly && today > 14) return widest;
      }
    }
  }
  return widest;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Small numbers as bits: a cron is read at every keystroke. */
function mask(values: readonly number[]): number {
  return values.reduce((bits, value) => bits | (1 << value), 0);
}

function has(bits: number, value: number): boolean {
  return ((bits >>> value) & 1) === 1;
}

interface FieldRange {
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const fieldRanges: readonly FieldRange[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** The values of one field in order; `undefined` if it cannot be read. */
function readField(text: string, range: FieldRange): number[] | undefined {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const match = /^(?:\*|([0-9a-z]{1,3})(?:-([0-9a-z]{1,3}))?)(?:\/([0-9]{1,2}))?$/i.exec(item);
    if (match === null) return undefined;
    const [, low, high, step] = match;
    const from = low === undefined ? range.from : numberFor(low, range);
    const to = low === undefined ? range.to : high === undefined ? from : numberFor(high, range);
    const every = step === undefined ? 1 : Number(step);
    if (from === undefined || to === undefined || from > to || every === 0) return undefined;
    if (step !== undefined && low !== undefined && high === undefined) return undefined;
    for (let value = from; value <= to; value += every) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function numberFor(text: string, { from, to, names }: FieldRange): number | undefined {
  const named = text === '' ? -1 : (names?.indexOf(text.toLowerCase()) ?? -1);
  const value = named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}
