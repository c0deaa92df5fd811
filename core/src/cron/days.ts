/** A day of the calendar. */
export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly dayOfMonth: number;
  /** From 0 for Sunday. */
  readonly dayOfWeek: number;
  /** How many days its month has. */
  readonly monthLength: number;
}

export type DayRule = (day: Day) => boolean;

/** What one of the two fields for days says. */
export interface Days {
  readonly fits: DayRule;
  /** `any` where it restricts nothing, numbers where it lists them (0 for Sunday), else words such as `last day`. */
  readonly on: 'any' | readonly number[] | string;
}

/**
 * The field for the day of the month, with `L` (the last day), `L-3`, `15W` (the weekday nearest to the 15th) and `LW`
 * where `special` has their letters; `plain` reads a field without them. `undefined` if it cannot be read.
 */
export function readDaysOfMonth(
  text: string,
  special: readonly string[],
  plain: () => readonly number[] | undefined,
): Days | undefined {
  if (text === '?' && special.length > 0) return { fits: () => true, on: 'any' };
  const [, last, before, weekday, nearest] = /^(?:(L)(?:-(\d\d?))?(W)?|(\d\d?)W)$/i.exec(text) ?? [];
  if (nearest !== undefined || weekday !== undefined) {
    if (!special.includes('W') || before !== undefined || Number(nearest ?? 1) < 1 || Number(nearest ?? 1) > 31)
      return undefined;
    return {
      fits: (day) => day.dayOfMonth === nearestWeekday(day, nearest === undefined ? day.monthLength : Number(nearest)),
      on: nearest === undefined ? 'last weekday' : `weekday nearest to the ${ordinal(Number(nearest))}`,
    };
  }
  if (last !== undefined) {
    // Only who knows `W` knows `L-3`.
    if (!special.includes('L') || (before !== undefined && (!special.includes('W') || Number(before) > 30)))
      return undefined;
    const early = Number(before ?? 0);
    return {
      fits: (day) => day.dayOfMonth === day.monthLength - early,
      on: early === 0 ? 'last day' : `${early === 1 ? 'day' : `${ordinal(early)} day`} before the last`,
    };
  }
  return oneOf(plain(), 31, ({ dayOfMonth }) => dayOfMonth);
}

/**
 * The field for the day of the week, whose `sunday` is 0 or 1, with `5L` (the last such day of the month) and `5#2` (the
 * second) where `special` has their letters.
 */
export function readDaysOfWeek(
  text: string,
  sunday: number,
  special: readonly string[],
  plain: () => readonly number[] | undefined,
): Days | undefined {
  if (text === '?' && special.length > 0) return { fits: () => true, on: 'any' };
  const dayOf = (digit: string) => (Number(digit) - sunday + 7) % 7;
  const [, last] = /^([0-7])L$/i.exec(text) ?? [];
  if (last !== undefined) {
    if (!special.includes('L') || !special.includes('W') || Number(last) < sunday) return undefined;
    return {
      fits: (day) => day.dayOfWeek === dayOf(last) && day.dayOfMonth > day.monthLength - 7,
      on: `last ${weekdays[dayOf(last)]}`,
    };
  }
  const [, which, count] = /^([0-7])#([1-5])$/.exec(text) ?? [];
  if (which !== undefined && count !== undefined) {
    if (!special.includes('#') || Number(which) < sunday) return undefined;
    return {
      fits: (day) => day.dayOfWeek === dayOf(which) && Math.ceil(day.dayOfMonth / 7) === Number(count),
      on: `${ordinal(Number(count))} ${weekdays[dayOf(which)]}`,
    };
  }
  // Alone, `L` is the last day of the week.
  if (/^L$/i.test(text) && special.includes('W')) return { fits: ({ dayOfWeek }) => dayOfWeek === 6, on: [6] };
  return oneOf(
    plain()?.map((value) => (value - sunday + 7) % 7),
    7,
    ({ dayOfWeek }) => dayOfWeek,
  );
}

/** `all` is how many values there are. */
function oneOf(values: readonly number[] | undefined, all: number, of: (day: Day) => number): Days | undefined {
  if (values === undefined) return undefined;
  const bits = values.reduce((some, value) => some | (1 << value), 0);
  return { fits: (day) => ((bits >>> of(day)) & 1) === 1, on: new Set(values).size === all ? 'any' : values };
}

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `1st`, `22nd` */
export function ordinal(value: number): string {
  const ending = Math.floor(value / 10) === 1 ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[value % 10];
  return `${value}${ending ?? 'th'}`;
}

/** Monday to Friday, never in another month; 0 where this month has no such day. */
function nearestWeekday({ dayOfMonth, dayOfWeek, monthLength }: Day, wanted: number): number {
  if (wanted > monthLength) return 0;
  const weekday = (((dayOfWeek + wanted - dayOfMonth) % 7) + 7) % 7;
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === monthLength ? wanted - 2 : wanted + 1;
  return wanted;
}

const secondsPerDay = 86_400;

/** Days since 1970-01-01 of the first of January. */
export function newYear(year: number): number {
  return Date.UTC(year, 0, 1) / (secondsPerDay * 1000);
}

/** Walks over the days from `from` up to `to` (days since 1970-01-01) until `visit` gives false. */
export function eachDay(from: number, to: number, visit: (day: Day, since1970: number) => boolean): void {
  const start = new Date(from * secondsPerDay * 1000);
  let [year, month, dayOfMonth] = [start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate()];
  let monthLength = lengthOf(year, month);
  for (let today = from; today < to; today += 1) {
    // The first of January 1970 was a Thursday.
    if (!visit({ year, month, dayOfMonth, dayOfWeek: (today + 4) % 7, monthLength }, today)) return;
    dayOfMonth += 1;
    if (dayOfMonth <= monthLength) continue;
    [dayOfMonth, month] = [1, month + 1];
    if (month > 12) [month, year] = [1, year + 1];
    monthLength = lengthOf(year, month);
  }
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}
