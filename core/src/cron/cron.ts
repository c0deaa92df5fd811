import { type Day, type DayRule, type Days, readDaysOfMonth, readDaysOfWeek } from './days.ts';
import { type Field, readField } from './field.ts';

/** A cron expression as its scheduler understands it. */
export interface Cron {
  /** When a day's runs start, in seconds since midnight, in order. */
  readonly times: readonly number[];
  /** Whether it runs at least once in each hour of such a day. */
  readonly hourly: boolean;
  runsOn(day: Day): boolean;
  readonly days: RunDays;
  /** Only the day of the week counts, so that two weeks show all there is. */
  readonly weekly: boolean;
  /** The years it is limited to. */
  readonly years: ReadonlySet<number> | undefined;
  readonly clocks: ClockChange;
}

/** The days it runs on, for words. */
export interface RunDays {
  /** From 1. */
  readonly months: readonly number[];
  readonly inMonth: Days['on'];
  readonly inWeek: Days['on'];
  /** Whether one of the two is enough. */
  readonly either: boolean;
}

/** What a scheduler does with the hour that clocks skip in spring, and with the one that they repeat in autumn. */
export interface ClockChange {
  readonly skipped: 'left-out' | 'late';
  readonly repeated: 'once' | 'twice';
}

/**
 * Whose expressions these are. All write `0 5 * * 2` alike; they differ in `5/15`, in the names they know, in what the
 * day of the month and the day of the week mean together, and in the fields there are.
 */
export type Dialect = 'posix' | 'crontab' | 'github' | 'kubernetes' | 'airflow' | 'celery' | 'eventbridge' | 'quartz';

interface Grammar {
  readonly fields: readonly FieldName[];
  /** How many fields at the end may be left out. */
  readonly optional: number;
  /** The number of the first day of the week, which is Sunday, and the highest number there is. */
  readonly weekdays: readonly [sunday: number, highest: number];
  /** `5/15` means from 5 on. */
  readonly stepsFromNumber?: true;
  /** `22-2` goes over the end. */
  readonly wraps?: true;
  /** `?` stands for any day: wherever `*` may, or in exactly one of the two fields of days. */
  readonly question?: 'star' | 'one';
  /** `L`, `W` and `#`. */
  readonly special?: readonly ('L' | 'W' | '#')[];
  /** Whether a field of days restricts, so that with both restricting either day is enough. */
  readonly restricts: (field: string) => boolean;
  /** With both fields of days restricting, both have to fit. */
  readonly bothDays?: true;
  readonly macros: Readonly<Record<string, string>>;
  readonly clocks: ClockChange;
}

type FieldName = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year';

const fiveFields = ['minute', 'hour', 'day', 'month', 'weekday'] as const;

const macros: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

/** The one surprise of cron: with both kinds of day given, either is enough. A field that begins with * is not given. */
const unlessStar = (field: string) => !field.startsWith('*');
const late: ClockChange = { skipped: 'late', repeated: 'once' };
const none: Readonly<Record<string, string>> = {};

const posix: Grammar = {
  fields: fiveFields,
  optional: 0,
  weekdays: [0, 7],
  restricts: unlessStar,
  macros: none,
  clocks: late,
};

const grammars: Readonly<Record<Dialect, Grammar>> = {
  // Of the mildest scheduler: who reads only this knows no other.
  posix,
  crontab: { ...posix, macros },
  // docs.github.com, events that trigger workflows: days 0-6, `20/15`, no macros; a skipped time runs after the change.
  github: { ...posix, weekdays: [0, 6], stepsFromNumber: true },
  // github.com/robfig/cron v3, the parser of Kubernetes and Argo: `*/2` restricts; clocks are read as they show.
  kubernetes: {
    ...posix,
    weekdays: [0, 6],
    stepsFromNumber: true,
    question: 'star',
    restricts: (field) => !field.split(',').some((item) => /^[*?](?:\/1)?$/.test(item)),
    macros,
    clocks: { skipped: 'left-out', repeated: 'twice' },
  },
  // github.com/kiorky/croniter, which Airflow reads its schedules with.
  airflow: {
    ...posix,
    stepsFromNumber: true,
    special: ['L', '#'],
    restricts: (field) => field !== '*',
    macros: { ...macros, '@quarterly': '0 0 1 */3 *' },
  },
  // celery.schedules.crontab, its five arguments in the order of a crontab.
  celery: { ...posix, weekdays: [0, 6], wraps: true, bothDays: true },
  // docs.aws.amazon.com/scheduler, cron-based schedules.
  eventbridge: {
    fields: ['minute', 'hour', 'day', 'month', 'weekday', 'year'],
    optional: 0,
    weekdays: [1, 7],
    stepsFromNumber: true,
    question: 'one',
    special: ['L', 'W', '#'],
    restricts: unlessStar,
    macros: none,
    clocks: { skipped: 'left-out', repeated: 'once' },
  },
  // quartz-scheduler.org, CronExpression.
  quartz: {
    fields: ['second', 'minute', 'hour', 'day', 'month', 'weekday', 'year'],
    optional: 1,
    weekdays: [1, 7],
    stepsFromNumber: true,
    wraps: true,
    question: 'one',
    special: ['L', 'W', '#'],
    restricts: unlessStar,
    macros: none,
    clocks: { skipped: 'left-out', repeated: 'once' },
  },
};

const monthNames = ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Longer than any that a person wrote. */
const longest = 300;

/**
 * Reads a cron expression. `undefined` for anything that a scheduler of this dialect would not read, or that two of its
 * versions read differently.
 */
export function parseCron(text: string, dialect: Dialect = 'posix'): Cron | undefined {
  if (text.length > longest) return undefined;
  const grammar = grammars[dialect];
  const written = grammar.macros[text.trim().toLowerCase()] ?? text;
  const parts = written.trim().split(/[ \t]+/);
  if (parts.length > grammar.fields.length || parts.length < grammar.fields.length - grammar.optional) return undefined;
  const at = (name: FieldName) => parts[grammar.fields.indexOf(name)];
  const [day, weekday] = [at('day') ?? '', at('weekday') ?? ''];
  if (grammar.question === 'one' && (day === '?') === (weekday === '?')) return undefined;

  const { stepsFromNumber = false, wraps = false, question } = grammar;
  const read = (name: FieldName, field: Omit<Field, 'stepsFromNumber' | 'wraps' | 'question'>) =>
    readField(at(name) ?? '', { ...field, stepsFromNumber, wraps, question: question === 'star' });
  const seconds = grammar.fields[0] === 'second' ? read('second', { from: 0, to: 59 }) : [0];
  const minutes = read('minute', { from: 0, to: 59 });
  const hours = read('hour', { from: 0, to: 23 });
  const months = read('month', { from: 1, to: 12, names: monthNames });
  const years = readYears(at('year'), stepsFromNumber);
  const special = grammar.special ?? [];
  const inMonth = readDaysOfMonth(day, special, () => read('day', { from: 1, to: 31 }));
  const [sunday, to] = grammar.weekdays;
  const names = sunday === 0 ? dayNames : ['', ...dayNames];
  const inWeek = readDaysOfWeek(weekday, sunday, special, () =>
    read('weekday', { from: sunday, to, last: sunday + 6, names }),
  );
  if (!seconds || !minutes || !hours || !months || !inMonth || !inWeek || years === 'unread') return undefined;

  const anyMonth = months.length === 12;
  const inMonths = mask(months);
  const either = isEither(grammar, day, weekday);
  const runsOn = together(either, inMonth.fits, inWeek.fits);
  const one = { minutes, seconds };
  return {
    times: hours.flatMap((hour) =>
      one.minutes.flatMap((minute) => one.seconds.map((s) => (hour * 60 + minute) * 60 + s)),
    ),
    hourly: hours.length === 24,
    weekly: anyMonth && years === undefined && isAny(day) && !/[L#]/i.test(weekday.replace(/[a-z]{3}/gi, '')),
    years,
    clocks: grammar.clocks,
    days: { months, inMonth: inMonth.on, inWeek: inWeek.on, either },
    runsOn: (one) =>
      ((inMonths >>> one.month) & 1) === 1 && (years === undefined || years.has(one.year)) && runsOn(one),
  };
}

function together(either: boolean, inMonth: DayRule, inWeek: DayRule): DayRule {
  return either ? (one) => inMonth(one) || inWeek(one) : (one) => inMonth(one) && inWeek(one);
}

function isEither(grammar: Grammar, day: string, weekday: string): boolean {
  return !grammar.bothDays && !isAny(day) && !isAny(weekday) && grammar.restricts(day) && grammar.restricts(weekday);
}

function isAny(field: string): boolean {
  return field === '*' || field === '?';
}

/** `undefined` where any year will do. */
function readYears(text: string | undefined, stepsFromNumber: boolean): ReadonlySet<number> | undefined | 'unread' {
  if (text === undefined || text === '*') return undefined;
  const years = readField(text, { from: 1970, to: 2199, stepsFromNumber, wraps: false, question: false });
  return years === undefined ? 'unread' : new Set(years);
}

/** Small numbers as bits: a cron is read at every keystroke. */
function mask(values: readonly number[]): number {
  return values.reduce((bits, value) => bits | (1 << value), 0);
}
