import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseCron } from '../../core/src/cron/cron.ts';
import { gapBeyond, worstGapOf, worstGapSeconds } from '../../core/src/cron/gap.ts';
import { isRefused } from '../../core/src/cron/refused.ts';
import { makeTogether, worstGapOfAll } from '../../core/src/cron/union.ts';

const never = Number.POSITIVE_INFINITY;

describe('the worst gap of a cron', () => {
  const hours: readonly (readonly [string, number])[] = [
    ['* * * * *', 1 / 60],
    ['*/10 * * * *', 10 / 60],
    ['0 * * * *', 1],
    ['30 4 * * *', 24],
    ['0 */6 * * *', 6],
    ['0 */5 * * *', 5],
    ['0 1,2 * * *', 23],
    ['*/10 7-19 * * 1-5', 59 + 10 / 60],
    ['*/10 7-19 * * MON-FRI', 59 + 10 / 60],
    ['0 6,12,18 * * 1-5', 60],
    ['30 14 * * 1-5', 72],
    ['0 3 * * 0', 7 * 24],
    ['0 3 * * 7', 7 * 24],
    ['0 3 * * 5-7', 5 * 24],
    ['0 0 1 * *', 31 * 24],
    ['0 0 31 * *', 61 * 24],
    ['0 5 1 */3 *', 92 * 24],
    ['0 0 1 1 *', 366 * 24],
    ['0 0 5 nov *', 366 * 24],
    ['0 0 29 2 *', 1461 * 24],
    ['0 0 30 2 *', never],
    ['0 0 31 2 *', never],
    ['0 0 31 4,6,9,11 *', never],
    // Day of the month or day of the week, whichever comes first.
    ['0 0 31 2 1', daysWithoutFebruaryMondays() * 24],
    ['0 0 13 * 5', 7 * 24],
    // With a step over *, both have to fit: a Monday on an odd day.
    ['0 0 */2 * 1', 21 * 24],
  ];
  for (const [text, gap] of hours) {
    test(`${text} leaves ${gap} h`, () => {
      const cron = parseCron(text);
      assert.ok(cron !== undefined);
      assert.equal(worstGapSeconds(cron), gap === never ? never : Math.round(gap * 3600));
    });
  }
});

/** From the last Monday of one February to the first of the next, at the longest. */
function daysWithoutFebruaryMondays(): number {
  const mondays: number[] = [];
  for (let time = Date.UTC(2024, 0, 1); time < Date.UTC(2033, 0, 1); time += 86_400_000) {
    const day = new Date(time);
    if (day.getUTCMonth() === 1 && day.getUTCDay() === 1) mondays.push(time / 86_400_000);
  }
  return Math.max(...mondays.map((day, index) => day - (mondays[index - 1] ?? day)));
}

describe('what is no POSIX cron is not guessed at', () => {
  const texts = [
    '',
    '0 0 * *',
    '0 0 * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * 32 * *',
    '* * * 13 *',
    '* * * 0 *',
    '* * * * 8',
    '5/15 * * * *',
    '*/0 * * * *',
    '0 12,15 * * ?',
    '0 0 L * *',
    '0 0 * * 5#2',
    'H H * * *',
    '@daily',
    '22-2 * * * *',
    '0 0 * * FRI-SUN',
    '0 0 * jan-foo *',
    '1, * * * *',
    '-5 * * * *',
  ];
  for (const text of texts) test(JSON.stringify(text), () => assert.equal(parseCron(text), undefined));
});

test('agrees with a walk over every minute of fourteen months', () => {
  const random = generator(20261122);
  const pick = (options: readonly string[]) => options[Math.floor(random() * options.length)] ?? '*';
  for (let round = 0; round < 25; round += 1) {
    const text = [
      pick(['*', '0', '*/7', '5,35', '10-20/5']),
      pick(['*', '3', '*/6', '7-19', '1,13,14']),
      pick(['*', '*', '1', '15,28', '*/10']),
      pick(['*', '*', '*', '1-11', '*/2']),
      pick(['*', '*', '1-5', '0', '6,7', '*/3']),
    ].join(' ');
    const cron = parseCron(text);
    assert.ok(cron !== undefined, text);
    const walked = walk(text);
    const worst = worstGapSeconds(cron);
    // Nine years can hold a longer gap than fourteen months, never a shorter one.
    assert.ok(worst >= walked.seconds, `${text}: ${worst} < ${walked.seconds}`);
    if (walked.weekly) assert.equal(worst, walked.seconds, text);
  }
});

/** The plain way, sharing no code with ours. */
function walk(text: string): { seconds: number; weekly: boolean } {
  const parts = text.split(' ');
  const allows = (index: number, value: number, low: number, high: number): boolean =>
    (parts[index] ?? '').split(',').some((item) => {
      const [range = '', step = '1'] = item.split('/');
      const [from, to] =
        range === '*'
          ? [low, high]
          : range.includes('-')
            ? range.split('-').map(Number)
            : [Number(range), Number(range)];
      return value >= (from ?? low) && value <= (to ?? high) && (value - (from ?? low)) % Number(step) === 0;
    });
  let last: number | undefined;
  let seconds = 0;
  for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 2, 1); time += 60_000) {
    const date = new Date(time);
    if (!allows(0, date.getUTCMinutes(), 0, 59) || !allows(1, date.getUTCHours(), 0, 23)) continue;
    if (!allows(3, date.getUTCMonth() + 1, 1, 12)) continue;
    const inMonth = allows(2, date.getUTCDate(), 1, 31);
    const inWeek = allows(4, date.getUTCDay(), 0, 7) || (date.getUTCDay() === 0 && allows(4, 7, 0, 7));
    const either = !parts[2]?.startsWith('*') && !parts[4]?.startsWith('*');
    if (!(either ? inMonth || inWeek : inMonth && inWeek)) continue;
    if (last !== undefined) seconds = Math.max(seconds, (time - last) / 1000);
    last = time;
  }
  return { seconds, weekly: parts[2] === '*' && parts[3] === '*' };
}

/** The same numbers every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('is quick enough for every keystroke', () => {
  const texts = ['*/10 7-19 * * 1-5', '* * * * *', '0 0 31 2 *', '0 5 1 */3 *', '0 0 1-30 * 1-5'];
  for (const text of texts) {
    // The best of many: what else the machine does is not our time.
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 200; round += 1) {
      const start = performance.now();
      measure(text);
      best = Math.min(best, performance.now() - start);
    }
    assert.ok(best < 1, `${text}: ${best.toFixed(3)} ms`);
  }
});

function measure(text: string): number {
  const cron = parseCron(text);
  return cron === undefined ? 0 : worstGapSeconds(cron);
}

describe('several crons together', () => {
  const same: readonly (readonly [string, readonly string[]])[] = [
    ['30 4 * * *', ['30 4 * * 1-5', '30 4 * * 0,6']],
    ['30 4 * * *', ['30 4 1-15 * *', '30 4 16-31 * *']],
    ['30 2 * * *', ['30 2 * 1-6 *', '30 2 * 7-12 *']],
    ['0 */6 * * *', ['0 0,12 * * *', '0 6,18 * * *']],
    ['0 5 * * 2', ['0 5 * * 2']],
  ];
  for (const [one, several] of same) {
    test(`${several.join(' and ')} make ${one}`, () => {
      assert.ok(makeTogether(several, 'github', one));
      for (const zone of [undefined, 'Europe/Berlin', 'Australia/Lord_Howe'])
        assert.equal(worstGapOfAll(several, zone, 'github'), worstGapOf(one, zone, 'github'), zone);
    });
  }
  const others: readonly (readonly [string, readonly string[]])[] = [
    ['30 4 * * *', ['30 4 * * 1-5', '30 4 * * 6']],
    ['30 4 * * *', ['30 4 * * *', '30 5 * * 1']],
    ['30 4 * * 1-5', ['30 4 * * *']],
    ['30 4 * * *', ['30 4 * * 1-5', '30 4 * *']],
  ];
  for (const [one, several] of others)
    test(`${several.join(' and ')} do not make ${one}`, () => assert.ok(!makeTogether(several, 'github', one)));

  test('the wider of their gaps', () => {
    assert.equal(worstGapOfAll(['0 4 * * 1-5', '0 16 * * 0,6'], undefined, 'github'), 36 * 3600);
    assert.equal(worstGapOfAll(['0 4 * * 1', '0 4 30 2 *'], undefined, 'github'), 7 * 86_400);
    assert.equal(worstGapOfAll(['0 4 30 2 *', '0 4 31 2 *'], undefined, 'github'), never);
    assert.equal(worstGapOfAll(['0 4 * * ?', 'x'], undefined, 'github'), undefined);
  });
});

describe('what every scheduler refuses', () => {
  for (const text of [
    '61 4 * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 * 13 *',
    '0 0 * * 8',
    '0 0 * *',
    '@daily',
    'a$ * * * *',
  ])
    test(text, () => assert.ok(isRefused(text, 'github')));
  for (const text of ['0 4 * * 7', '0 0 * * MON#2', '5/15 * * * *', '0 0 L * *', '*/61 * * * *', '0 0 * JAN-MAR *'])
    test(`not ${text}`, () => assert.ok(!isRefused(text, 'github')));
});

test('a gap beyond a limit is told as if clocks had been looked up, in every zone', () => {
  const crons = ['30 4 * * *', '30 2 * * *', '0 * * * *', '0 0 * * 1', '15 1,13 * * 1-5', '0 4 29 2 *', '0 4 30 2 *'];
  for (const zone of [undefined, ...Intl.supportedValuesOf('timeZone')]) {
    for (const cron of crons) {
      const worst = worstGapOf(cron, zone) ?? Number.NaN;
      const plain = worstGapOf(cron) ?? Number.NaN;
      for (const limit of [-1, 0, plain - 1, plain, worst - 1, worst, plain + 7199, plain + 7200]) {
        assert.equal(gapBeyond(cron, zone, limit), worst > limit ? worst : undefined, `${cron} ${zone} ${limit}`);
      }
    }
  }
  assert.equal(gapBeyond('every night', 'Europe/Berlin', 0), undefined);
});
