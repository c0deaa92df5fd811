import { inWords } from '../dates.ts';
import type { Cron } from './cron.ts';
import { ordinal, weekdays } from './days.ts';

/** More would be no sentence. */
const mostListed = 4;

/** When it runs, as a person says it: `every Monday at 04:30`. */
export function cronInWords({ times, days, years }: Cron): string {
  const time = timesInWords(times);
  const on = daysInWords(days) + (years === undefined ? '' : ` in ${runs([...years], 0, String)}`);
  if (time.startsWith('at ')) return `${on} ${time}`;
  return on.startsWith('every day') ? time + on.slice('every day'.length) : `${on}, ${time}`;
}

function timesInWords(times: readonly number[]): string {
  const [first = 0, second = first] = times;
  const last = times.at(-1) ?? first;
  const step = second - first;
  const even = times.length > 1 && times.every((time, index) => index === 0 || time - (times[index - 1] ?? 0) === step);
  if (even && first - last + day === step) return cycle(first, step);
  if (times.length <= mostListed) return `at ${listed(times.map(clock))}`;
  if (even) return `${every(step)} from ${clock(first)} to ${clock(last)}`;
  const minutes = [...new Set(times.map((time) => (time % hour) / 60))];
  if (times.length === 24 * minutes.length && minutes.length <= mostListed && minutes.every(Number.isInteger)) {
    return `every hour at minutes ${listed(minutes.map(String))}`;
  }
  return `${times.length} times a day from ${clock(first)} to ${clock(last)}`;
}

/** All around the clock. */
function cycle(first: number, step: number): string {
  if (first === 0 || step <= 60) return every(step);
  if (step === hour) return `every hour at minute ${first / 60}`;
  return `${every(step)} from ${clock(first)}`;
}

const hour = 3600;
const day = 24 * hour;

function every(seconds: number): string {
  for (const [size, name] of [
    [hour, 'hour'],
    [60, 'minute'],
    [1, 'second'],
  ] as const) {
    if (seconds === size) return `every ${name}`;
    if (seconds % size === 0) return `every ${seconds / size} ${name}s`;
  }
  return `every ${inWords(seconds)}`;
}

/** `04:30`, with seconds where there are any. */
function clock(time: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = time % 60;
  return `${two(time / hour)}:${two((time % hour) / 60)}${seconds === 0 ? '' : `:${two(seconds)}`}`;
}

function daysInWords({ months, inMonth, inWeek, either }: Cron['days']): string {
  const during = months.length === 12 ? '' : ` in ${monthsOf(months)}`;
  const isAny = either ? inMonth === 'any' || inWeek === 'any' : inMonth === 'any' && inWeek === 'any';
  if (isAny) return `every day${during}`;
  if (inMonth === 'any') {
    // The last Friday is one of a month, and a plain Friday is one of a week.
    return typeof inWeek === 'string' ? onOf(`the ${inWeek}`, months) : `${weekly(inWeek)}${during}`;
  }
  const dates = typeof inMonth === 'string' ? `the ${inMonth}` : datesOf(inMonth);
  if (inWeek === 'any') return onOf(dates, months);
  const week = typeof inWeek === 'string' ? `the ${inWeek}` : weekly(inWeek);
  return either
    ? `${onOf(dates, months)} and on ${week}`
    : `${onOf(dates, months)} if it is ${week.replace('every ', 'a ')}`;
}

/** `on the 1st of every month` */
function onOf(dates: string, months: readonly number[]): string {
  return `on ${dates} of ${months.length === 12 ? 'every month' : monthsOf(months)}`;
}

function monthsOf(months: readonly number[]): string {
  return runs(months, 12, (month) => monthNames[month - 1] ?? '');
}

function datesOf(dates: readonly number[]): string {
  return `the ${runs(dates, 31, ordinal)}`;
}

function weekly(values: readonly number[] | 'any'): string {
  if (values === 'any') return 'every day';
  // The week of people begins on Monday.
  const sorted = [...values].map((value) => (value + 6) % 7).sort((a, b) => a - b);
  const name = (index: number) => weekdays[(index + 1) % 7] ?? '';
  const isRange = sorted.length > 2 && (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1;
  return isRange ? `${name(sorted[0] ?? 0)} to ${name(sorted.at(-1) ?? 0)}` : `every ${listed(sorted.map(name))}`;
}

/** Numbers in order, those that follow each other as `April to October`; a few, or the first and the last. */
function runs(values: readonly number[], highest: number, name: (value: number) => string): string {
  const parts: string[] = [];
  for (let index = 0; index < values.length; ) {
    let end = index;
    while ((values[end + 1] ?? 0) === (values[end] ?? 0) + 1) end += 1;
    const [from = 0, to = 0] = [values[index], values[end]];
    if (end - index < 2) for (let one = from; one <= to; one += 1) parts.push(name(one));
    else parts.push(`${name(from)} to ${name(to)}`);
    index = end + 1;
  }
  if (parts.length <= mostListed + 2 || highest === 12) return listed(parts);
  return `${parts.slice(0, 3).join(', ')} and ${parts.length - 3} more, up to ${parts.at(-1)}`;
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
