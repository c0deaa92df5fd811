import { type Cron, type Dialect, parseCron } from './cron.ts';
import { eachDay } from './days.ts';
import { changes, daysOfChange, momentsOn, nineYears, worstGapSeconds } from './gap.ts';
import { stretchesOf } from './zone.ts';

const secondsPerDay = 86_400;

/** As many as are looked at together; nobody writes more. */
const most = 12;

const known = new Map<string, number | undefined>();
const mostKnown = 100;

/**
 * The longest time between the starts of two runs of what several crons start, in seconds, as `worstGapOf` of one;
 * `undefined` where one of them is no cron expression.
 */
export function worstGapOfAll(
  texts: readonly string[],
  zone: string | undefined,
  dialect: Dialect,
): number | undefined {
  const key = JSON.stringify([dialect, zone, texts]);
  if (known.has(key)) return known.get(key);
  const crons = cronsOf(texts, dialect);
  const gap = crons && gapOfAll(crons, zone);
  if (known.size >= mostKnown) known.clear();
  known.set(key, gap);
  return gap;
}

/** Whether several crons together run at the times of `cron`, and at no others. */
export function makeTogether(texts: readonly string[], dialect: Dialect, cron: string): boolean {
  const crons = cronsOf(texts, dialect);
  const meant = parseCron(cron);
  if (crons === undefined || meant === undefined) return false;
  const timesOf = unions(crons);
  const wanted = meant.times.join();
  let same = true;
  eachDay(nineYears.from, nineYears.to, (day) => {
    const mask = maskOn(crons, day);
    same = meant.runsOn(day) ? timesOf(mask).join() === wanted : mask === 0;
    return same;
  });
  return same;
}

function cronsOf(texts: readonly string[], dialect: Dialect): readonly Cron[] | undefined {
  const crons = texts.map((text) => parseCron(text, dialect));
  return texts.length > most || crons.some((cron) => cron === undefined) ? undefined : (crons as readonly Cron[]);
}

type Day = Parameters<Cron['runsOn']>[0];

/** Which of the crons run on a day, one bit for each. */
function maskOn(crons: readonly Cron[], day: Day): number {
  return crons.reduce((mask, cron, index) => (cron.runsOn(day) ? mask | (1 << index) : mask), 0);
}

function unions(crons: readonly Cron[]): (mask: number) => readonly number[] {
  const made = new Map<number, readonly number[]>();
  return (mask) => {
    const before = made.get(mask);
    if (before !== undefined) return before;
    const running = crons.filter((_, index) => ((mask >>> index) & 1) === 1);
    const times = [...new Set(running.flatMap((cron) => cron.times))].sort((a, b) => a - b);
    made.set(mask, times);
    return times;
  };
}

function gapOfAll(crons: readonly Cron[], zone: string | undefined): number {
  const [only, another] = crons;
  if (only !== undefined && another === undefined) return worstGapSeconds(only, zone);
  const lasting = crons.filter((cron) => cron.years === undefined);
  // Those of certain years stop for good.
  if (lasting.length < crons.length) return gapOfAll(lasting, zone);
  const stretches = zone === undefined ? [] : stretchesOf(zone);
  const changing = daysOfChange(stretches);
  const timesOf = unions(crons);
  let [worst, before] = [0, Number.NaN];
  let index = 0;
  eachDay(nineYears.from, nineYears.to, (day, today) => {
    const start = today * secondsPerDay;
    while (changes(stretches[index]) < start) index += 1;
    const mask = maskOn(crons, day);
    const offset = stretches[index]?.offset ?? 0;
    const moments = changing.has(today)
      ? crons.flatMap((cron) => (cron.runsOn(day) ? momentsOn(start, cron, stretches) : [])).sort((a, b) => a - b)
      : timesOf(mask).map((time) => start + time - offset);
    for (const moment of moments) {
      if (moment - before > worst) worst = moment - before;
      before = moment;
    }
    return true;
  });
  return worst || Number.POSITIVE_INFINITY;
}
