import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cron as Oracle } from 'croner';
import { type Dialect, parseCron } from '../../core/src/cron/cron.ts';
import { worstGapSeconds } from '../../core/src/cron/gap.ts';

/*
 * The worst gap against two oracles. `croner` reads the text itself; a walk over every minute knows the sets an expression
 * was made of, and reads no text at all. Neither shares code with the engine.
 */

const day = 86_400_000;
/** Fourteen months, and a leap day among them. */
const window = { from: Date.UTC(2027, 10, 1), to: Date.UTC(2029, 0, 1) };
const days = { from: window.from / day, to: window.to / day };
const expressions = 1000;

interface Part {
  readonly text: string;
  readonly values: ReadonlySet<number>;
}

/** One expression: the texts of its fields, and what they mean. */
interface Made {
  readonly minute: Part;
  readonly hour: Part;
  readonly month: Part;
  readonly dom: string;
  readonly dow: string;
  /** A `*` is no restriction. */
  readonly byDom?: (date: Date) => boolean;
  readonly byDow?: (date: Date) => boolean;
}

/** The same numbers every time. */
function generator(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  return {
    below: (count: number) => Math.floor(next() * count),
    pick: <T>(...options: readonly T[]): T => options[Math.floor(next() * options.length)] as T,
  };
}
type Random = ReturnType<typeof generator>;

const all = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const part = (text: string, values: readonly number[]): Part => ({ text, values: new Set(values) });

interface Forms {
  readonly fromNumber: boolean;
  readonly wraps: boolean;
  readonly starStep: boolean;
}

/** A field of numbers from `from` to `to`; `name` writes them, in words here and there. */
function field(random: Random, from: number, to: number, forms: Forms, name: (value: number) => string = String): Part {
  const size = to - from + 1;
  const value = () => from + random.below(size);
  const [a, b] = [value(), value()].sort((x, y) => x - y) as [number, number];
  const step = 1 + random.below(Math.max(2, Math.floor(size / 3)));
  switch (random.pick('star', 'one', 'one', 'list', 'range', 'stepped', 'every', 'from', 'wrap')) {
    case 'one':
      return part(name(a), [a]);
    case 'list':
      return part(a === b ? name(a) : `${name(a)},${name(b)}`, [a, b]);
    case 'range':
      return a === b ? part(name(a), [a]) : part(`${name(a)}-${name(b)}`, all(a, b));
    case 'stepped':
      if (a === b) return part(name(a), [a]);
      return part(
        `${a}-${b}/${step}`,
        all(a, b).filter((one) => (one - a) % step === 0),
      );
    case 'every':
      if (!forms.starStep) return part('*', all(from, to));
      return part(
        `*/${step}`,
        all(from, to).filter((one) => (one - from) % step === 0),
      );
    case 'from':
      if (!forms.fromNumber) return part(name(a), [a]);
      return part(
        `${a}/${step}`,
        all(a, to).filter((one) => (one - a) % step === 0),
      );
    case 'wrap':
      if (!forms.wraps || a === b) return part(name(a), [a]);
      return part(`${b}-${a}`, [...all(b, to), ...all(from, a)]);
    default:
      return part('*', all(from, to));
  }
}

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const dayNames = 'SUN MON TUE WED THU FRI SAT'.split(' ');
const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** Monday to Friday nearest to the day `wanted` of the month of `date`, looked for outwards. */
function nearestWeekday(date: Date, wanted: number): number {
  if (wanted > lastOf(date)) return 0;
  const isWeekday = (dom: number) => {
    const one = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), dom));
    return one.getUTCMonth() === date.getUTCMonth() && one.getUTCDay() % 6 !== 0;
  };
  for (const away of [0, -1, 1, -2, 2]) if (isWeekday(wanted + away)) return wanted + away;
  return 0;
}

interface Kind extends Forms {
  readonly sunday: 0 | 1;
  readonly names: boolean;
  readonly special: readonly string[];
  /** Only one of the two fields of days is given, the other is `?`. */
  readonly question: boolean;
}

function make(random: Random, kind: Kind, sparse: boolean): Made {
  const named = (names: readonly string[], from: number) => (value: number) =>
    kind.names && random.below(3) === 0 ? (names[value - from] ?? '') : String(value);
  const one = (to: number) => {
    const value = random.below(to + 1);
    return part(String(value), [value]);
  };
  const minute = sparse ? one(59) : field(random, 0, 59, { ...kind, starStep: true });
  const hour = sparse ? one(23) : field(random, 0, 23, { ...kind, starStep: true });
  const month = field(random, 1, 12, { ...kind, starStep: true }, named(monthNames, 1));
  // With a step over a star schedulers differ in what both fields of days mean together, so that only one has it.
  const which = random.pick('dom', 'dow', 'dow', 'both', 'none');
  let [dom, dow]: [string, string] = ['*', '*'];
  let byDom: Made['byDom'];
  let byDow: Made['byDow'];
  const steps = { ...kind, starStep: which !== 'both' };
  if (which === 'dom' || (which === 'both' && !kind.question)) {
    const special = random.below(3) === 0 ? random.pick(...kind.special, '') : '';
    if (special === 'L') [dom, byDom] = ['L', (date) => date.getUTCDate() === lastOf(date)];
    else if (special === 'L-') {
      const before = 1 + random.below(20);
      [dom, byDom] = [`L-${before}`, (date) => date.getUTCDate() === lastOf(date) - before];
    } else if (special === 'W') {
      const wanted = 1 + random.below(28);
      [dom, byDom] = [`${wanted}W`, (date) => date.getUTCDate() === nearestWeekday(date, wanted)];
    } else {
      const plain = field(random, 1, 31, steps);
      dom = plain.text;
      if (dom !== '*') byDom = (date) => plain.values.has(date.getUTCDate());
    }
  }
  if (which === 'dow' || (which === 'both' && (!kind.question || byDom === undefined))) {
    const special = random.below(3) === 0 ? random.pick(...kind.special, '') : '';
    const weekday = random.below(7);
    const shown = String(weekday + kind.sunday);
    const count = 1 + random.below(5);
    if (special === '#')
      [dow, byDow] = [
        `${shown}#${count}`,
        (date) => date.getUTCDay() === weekday && Math.ceil(date.getUTCDate() / 7) === count,
      ];
    else if (special === 'nL')
      [dow, byDow] = [`${shown}L`, (date) => date.getUTCDay() === weekday && date.getUTCDate() + 7 > lastOf(date)];
    else {
      const plain = field(random, kind.sunday, 6 + kind.sunday, steps, named(dayNames, kind.sunday));
      dow = plain.text;
      if (dow !== '*') byDow = (date) => plain.values.has(date.getUTCDay() + kind.sunday);
    }
  }
  if (kind.question) {
    if (byDow === undefined) dow = '?';
    else dom = '?';
  }
  return { minute, hour, month, dom, dow, byDom, byDow };
}

interface Speech {
  readonly kind: Kind;
  readonly both: 'either' | 'all';
  readonly clocks: { readonly skipped: 'left-out' | 'late'; readonly repeated: 'once' | 'twice' };
  write(made: Made): string;
}

const five = ({ minute, hour, dom, month, dow }: Made) => [minute.text, hour.text, dom, month.text, dow].join(' ');
const plain: Kind = {
  sunday: 0,
  names: true,
  special: [],
  question: false,
  fromNumber: false,
  wraps: false,
  starStep: true,
};
const late = { skipped: 'late', repeated: 'once' } as const;
const amazon: Kind = { ...plain, sunday: 1, fromNumber: true, question: true, special: ['L', 'W', '#', 'nL'] };

const speeches: Readonly<Record<Dialect, Speech>> = {
  posix: { kind: plain, both: 'either', clocks: late, write: five },
  crontab: { kind: plain, both: 'either', clocks: late, write: five },
  github: { kind: { ...plain, fromNumber: true }, both: 'either', clocks: late, write: five },
  kubernetes: {
    kind: { ...plain, fromNumber: true },
    both: 'either',
    clocks: { skipped: 'left-out', repeated: 'twice' },
    write: five,
  },
  airflow: { kind: { ...plain, fromNumber: true, special: ['L', '#'] }, both: 'either', clocks: late, write: five },
  celery: { kind: { ...plain, names: false, wraps: true }, both: 'all', clocks: late, write: five },
  eventbridge: {
    kind: amazon,
    both: 'either',
    clocks: { skipped: 'left-out', repeated: 'once' },
    write: (made) => `${five(made)} *`,
  },
  quartz: {
    kind: { ...amazon, wraps: true, special: [...amazon.special, 'L-'] },
    both: 'either',
    clocks: { skipped: 'left-out', repeated: 'once' },
    write: (made) => `0 ${five(made)}`,
  },
};
const dialects = Object.keys(speeches) as Dialect[];

function ours(text: string, dialect: Dialect, zone?: string): number {
  const cron = parseCron(text, dialect);
  assert.ok(cron !== undefined, `${dialect} does not read "${text}"`);
  return worstGapSeconds(cron, zone, days);
}

for (const dialect of dialects) {
  test(`${dialect}: ${expressions} expressions against a walk over every minute of fourteen months`, () => {
    const { kind, both, write } = speeches[dialect];
    const random = generator(2026 + dialects.indexOf(dialect));
    for (let round = 0; round < expressions; round += 1) {
      const made = make(random, kind, false);
      const text = write(made);
      assert.equal(ours(text, dialect), walk(made, both), text);
    }
  });
}

function isDay({ month, byDom, byDow }: Made, both: Speech['both'], date: Date): boolean {
  if (!month.values.has(date.getUTCMonth() + 1)) return false;
  const fits = [byDom, byDow].flatMap((test) => (test === undefined ? [] : [test(date)]));
  return fits.length === 0 || (both === 'all' ? !fits.includes(false) : fits.includes(true));
}

function walk(made: Made, both: Speech['both']): number {
  let [last, worst] = [Number.NaN, 0];
  for (let midnight = window.from; midnight < window.to; midnight += day) {
    if (!isDay(made, both, new Date(midnight))) continue;
    for (let minute = 0; minute < 1440; minute += 1) {
      if (!made.minute.values.has(minute % 60) || !made.hour.values.has(Math.floor(minute / 60))) continue;
      const time = midnight / 1000 + minute * 60;
      if (time - last > worst) worst = time - last;
      last = time;
    }
  }
  return worst || Number.POSITIVE_INFINITY;
}

test(`${expressions} expressions in every dialect against croner`, () => {
  const random = generator(11);
  const known = new Map<string, number>();
  for (let round = 0; round < expressions; round += 1) {
    // What all of them write alike; the fields of days one at a time for those that want it so.
    const made = make(random, { ...plain, names: false }, true);
    const numbers = made.byDom === undefined ? made.dow : '';
    for (const dialect of dialects) {
      const { kind, both } = speeches[dialect];
      if (!kind.question)
        assert.equal(ours(five(made), dialect), gap(five(made), both === 'all'), `${dialect} ${five(made)}`);
      else {
        const dow = made.byDom === undefined && numbers !== '*' ? '2,4' : '?';
        const single = { ...made, dom: dow === '?' ? made.dom : '?', dow };
        const fields = `${dialect === 'quartz' ? '0 ' : ''}${five(single)}${dialect === 'quartz' ? '' : ' *'}`;
        const same = five({ ...single, dom: single.dom.replace('?', '*'), dow: dow === '?' ? '*' : '1,3' });
        assert.equal(ours(fields, dialect), gap(same, false), `${dialect} ${fields}`);
      }
    }
  }

  function gap(pattern: string, domAndDow: boolean): number {
    const key = `${pattern} ${domAndDow}`;
    const before = known.get(key) ?? cronerGap(pattern, { domAndDow });
    known.set(key, before);
    return before;
  }
});

test('L, W and # against croner', () => {
  const random = generator(5);
  for (let round = 0; round < 150; round += 1) {
    const made = make(random, { ...amazon, names: false, special: ['L', 'W', '#', 'nL'] }, true);
    const text = `${five(made)} *`;
    assert.equal(
      ours(text, 'eventbridge'),
      cronerGap(`0 ${text}`, { alternativeWeekdays: true, sloppyRanges: true }),
      text,
    );
  }
});

function cronerGap(pattern: string, options: ConstructorParameters<typeof Oracle>[1] & object): number {
  const oracle = new Oracle(pattern, { ...options, paused: true, utcOffset: 0 });
  let [last, worst] = [Number.NaN, 0];
  let next = oracle.nextRun(new Date(window.from - 1000));
  while (next !== null && next.getTime() < window.to) {
    if (next.getTime() - last > worst) worst = next.getTime() - last;
    last = next.getTime();
    next = oracle.nextRun(next);
  }
  return worst === 0 ? Number.POSITIVE_INFINITY : worst / 1000;
}

for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata']) {
  test(`in ${zone}, minute by minute through the changes of its clocks`, () => {
    const offsets = offsetsOf(zone);
    const random = generator(zone.length);
    for (const dialect of ['github', 'kubernetes', 'eventbridge'] as const) {
      const { kind, both, clocks, write } = speeches[dialect];
      for (let round = 0; round < 60; round += 1) {
        const made = make(random, kind, round % 2 === 0);
        const text = write(made);
        assert.equal(ours(text, dialect, zone), walkInZone(made, both, clocks, offsets), `${dialect} ${text}`);
      }
    }
  });
}

/** Minutes ahead of UTC, for each quarter of an hour from a day before the window to a day behind it. */
function offsetsOf(zone: string): Int16Array {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const count = (window.to - window.from + 2 * day) / 900_000;
  return Int16Array.from({ length: count }, (_, index) => {
    const time = window.from - day + index * 900_000;
    return (Date.parse(`${format.format(time).replace(' ', 'T')}:00Z`) - time) / 60_000;
  });
}

/** Every minute as it passes, with what clocks show then; by what a scheduler makes of their changes. */
function walkInZone(made: Made, both: Speech['both'], clocks: Speech['clocks'], offsets: Int16Array): number {
  const hourly = made.hour.values.size === 24;
  const dates = new Map<number, boolean>();
  const runs = (shown: number) => {
    if (!made.minute.values.has(shown % 60) || !made.hour.values.has(Math.floor(shown / 60) % 24)) return false;
    const date = Math.floor(shown / 1440);
    if (date < days.from || date >= days.to) return false;
    const known = dates.get(date) ?? isDay(made, both, new Date(date * day));
    dates.set(date, known);
    return known;
  };
  const first = window.from / 60_000 - 1440;
  let [last, worst] = [Number.NaN, 0];
  let latest = Number.NEGATIVE_INFINITY;
  let before = offsets[0] ?? 0;
  for (let index = 0; index < offsets.length * 15; index += 1) {
    const offset = offsets[Math.floor(index / 15)] ?? 0;
    const shown = first + index + offset;
    let starts = runs(shown) && (shown > latest || hourly || clocks.repeated === 'twice');
    // The minutes that clocks have just skipped.
    if (clocks.skipped === 'late')
      for (let gone = first + index + before; gone < shown && !starts; gone += 1) starts = runs(gone);
    before = offset;
    latest = Math.max(latest, shown);
    if (!starts) continue;
    if ((index - last) * 60 > worst) worst = (index - last) * 60;
    last = index;
  }
  return worst || Number.POSITIVE_INFINITY;
}
