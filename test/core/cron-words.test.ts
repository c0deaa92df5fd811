import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cron as Oracle } from 'croner';
import { type Dialect, parseCron } from '../../core/src/cron/cron.ts';
import { sameTimes } from '../../core/src/cron/gap.ts';
import { nextRuns } from '../../core/src/cron/next.ts';
import { cronInWords } from '../../core/src/cron/words.ts';
import { random } from '../support/random.ts';

const words: readonly (readonly [dialect: Dialect, text: string, words: string])[] = [
  ['posix', '* * * * *', 'every minute'],
  ['posix', '*/15 * * * *', 'every 15 minutes'],
  ['posix', '7-59/15 * * * *', 'every 15 minutes from 00:07'],
  ['posix', '0 * * * *', 'every hour'],
  ['posix', '30 * * * *', 'every hour at minute 30'],
  ['posix', '*/25 * * * *', 'every hour at minutes 0, 25 and 50'],
  ['posix', '30 4 * * *', 'every day at 04:30'],
  ['posix', '30 4 * * 1', 'every Monday at 04:30'],
  ['posix', '30 4 * * 0', 'every Sunday at 04:30'],
  ['posix', '30 4 * * 7', 'every Sunday at 04:30'],
  ['posix', '0 6,12,18 * * 1-5', 'Monday to Friday at 06:00, 12:00 and 18:00'],
  ['posix', '0 6 * * sat,sun', 'every Saturday and Sunday at 06:00'],
  ['posix', '0 */6 * * *', 'every 6 hours'],
  ['posix', '15 */6 * * *', 'every 6 hours from 00:15'],
  ['posix', '*/10 8-17 * * mon-fri', 'Monday to Friday, every 10 minutes from 08:00 to 17:50'],
  ['posix', '0,10 8-17 * * *', '20 times a day from 08:00 to 17:10'],
  ['posix', '0 5 1 */3 *', 'on the 1st of January, April, July and October at 05:00'],
  ['posix', '0 0 1 1 *', 'on the 1st of January at 00:00'],
  ['posix', '0 0 1,15 * *', 'on the 1st and 15th of every month at 00:00'],
  ['posix', '0 0 1-7 4-10 *', 'on the 1st to 7th of April to October at 00:00'],
  ['posix', '0 3 * 6-8 *', 'every day in June to August at 03:00'],
  ['posix', '0 3 * 6-8 2', 'every Tuesday in June to August at 03:00'],
  ['posix', '0 5 1 * 1', 'on the 1st of every month and on every Monday at 05:00'],
  ['posix', '0 5 1-31 * 1', 'every day at 05:00'],
  ['celery', '0 5 1-7 * 1', 'on the 1st to 7th of every month if it is a Monday at 05:00'],
  ['kubernetes', '@weekly', 'every Sunday at 00:00'],
  ['github', '20/15 * * * *', 'every hour at minutes 20, 35 and 50'],
  ['airflow', '0 2 L * *', 'on the last day of every month at 02:00'],
  ['eventbridge', '0 10 ? * 2-6 *', 'Monday to Friday at 10:00'],
  ['eventbridge', '0 10 15W * ? *', 'on the weekday nearest to the 15th of every month at 10:00'],
  ['eventbridge', '0 10 L-3 * ? 2027', 'on the 3rd day before the last of every month in 2027 at 10:00'],
  ['eventbridge', '0/5 10 * * ? 2027-2030', 'every 5 minutes from 10:00 to 10:55 in 2027 to 2030'],
  ['quartz', '*/10 * * * * ?', 'every 10 seconds'],
  ['quartz', '30 15 10 ? * 6L', 'on the last Friday of every month at 10:15:30'],
  ['quartz', '0 15 10 ? * 6#3', 'on the 3rd Friday of every month at 10:15'],
];

test('a schedule in words', () => {
  const said = words.map(([dialect, text]) => {
    const cron = parseCron(text, dialect);
    return [dialect, text, cron && cronInWords(cron)];
  });
  assert.deepEqual(said, words);
});

const { below, pick } = random(7);

function part(from: number, to: number): string {
  const [a, b] = [from + below(to - from + 1), from + below(to - from + 1)].sort((x, y) => x - y) as [number, number];
  return pick(['*', '*', '*', `*/${1 + below(to - from)}`, `${a}`, `${a}`, `${a},${b}`, `${a}-${b}`]);
}

test('what is said in the same words runs at the same times', () => {
  const byWords = new Map<string, { text: string; dialect: Dialect }>();
  let compared = 0;
  for (let round = 0; round < 4000; round += 1) {
    const dialect = pick<Dialect>(['posix', 'github', 'celery', 'kubernetes']);
    const text = [part(0, 59), part(0, 23), pick(['*', part(1, 31)]), pick(['*', part(1, 12)]), part(0, 6)].join(' ');
    const cron = parseCron(text, dialect)!;
    const says = cronInWords(cron);
    assert.ok(says.length <= 160, `${text}: ${says}`);
    if (/times a day| more, up to /.test(says)) continue; // It says that it does not say all.
    const other = byWords.get(says);
    byWords.set(says, { text, dialect });
    if (other === undefined) continue;
    compared += 1;
    const one = parseCron(other.text, other.dialect)!;
    assert.ok(sameTimes(cron, one), `"${says}": ${dialect} ${text}, ${other.dialect} ${other.text}`);
  }
  assert.ok(compared > 300, `${compared} pairs`);
});

const texts = ['30 4 * * 1', '30 2 * * *', '*/20 * * * *', '0 */5 * * *', '0 5 1 */3 *', '0 0 29 2 *', '15 3 13 * 5'];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];

test('the next runs are those of croner', () => {
  for (const zone of zones)
    for (const text of texts)
      for (const from of ['2026-06-15', '2026-10-20', '2027-12-31', '2028-02-29']) {
        const oracle = new Oracle(text, { timezone: zone });
        const expected = oracle
          .nextRuns(6, midnight(from, zone))
          .map((date) => date.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16));
        const own = nextRuns(parseCron(text)!, from, 6, zone).map(({ date, time }) => `${date} ${time}`);
        assert.deepEqual(own, expected, `${text} in ${zone} from ${from}`);
      }
});

/** A second before the day begins. */
function midnight(date: string, zone: string): Date {
  let time = Date.parse(`${date}T00:00:00Z`) - 14 * 3_600_000;
  while (new Date(time).toLocaleString('sv-SE', { timeZone: zone }) < `${date} 00:00:00`) time += 900_000;
  return new Date(time - 1000);
}

test('a schedule that stops has fewer runs, and one that never runs has none', () => {
  const runs = (text: string, dialect: Dialect) => nextRuns(parseCron(text, dialect)!, '2026-06-15', 3).length;
  assert.equal(runs('0 10 1 7 ? 2026-2027', 'eventbridge'), 2);
  assert.equal(runs('0 10 30 2 *', 'posix'), 0);
  assert.deepEqual(nextRuns(parseCron('0 10 * * *')!, 'soon', 3), []);
});
