import { clipped } from '../../shown.ts';
import { holdsOn, runsInWords } from './condition.ts';
import { allBefore } from './deploying.ts';
import type { Elsewhere } from './elsewhere.ts';
import { type Effect, effectOf } from './step-effect.ts';
import { nameOf } from './step-fate.ts';
import { swallowed } from './swallowed.ts';
import { type Remark, type Schedule, type ScheduleFile, utc, type Zone } from './timing.ts';
import type { Job, Step, Workflow } from './workflow.ts';

/** Words by which a job or a step is known that brings something up to date. */
const refreshing = /refresh|re-?index|ingest|index|embed|train|sync|updat|rebuild|import|crawl|load/i;
/** The same without those that are names of things. */
const refreshes = /refresh|re-?index|ingest|embed|train|sync|updat|rebuild|import|crawl/i;
/** Words of steps that stand beside what brings something up to date. */
const telling =
  /report|notif|\bage\b|metric|push|upload|publish|comment|slack|alert|tell|summar|check|test|lint|\blog/i;

/** The same without those by which something is brought to where it is used. */
const onlyTelling = /report|notif|\bage\b|metric|comment|slack|alert|summar|check|test|lint/i;

/** The schedules of a workflow, and as they stand for each of its jobs. */
export function schedulesOf(
  workflow: Workflow,
  elsewhere?: Elsewhere,
): Required<Pick<ScheduleFile, 'schedules' | 'jobs'>> {
  return {
    schedules: workflowSchedules(workflow, workflow.jobs, elsewhere),
    jobs: new Map(workflow.jobs.map((job) => [job.id, workflowSchedules(workflow, [job], elsewhere)])),
  };
}

/** The schedules of a workflow, what keeps all of `jobs` from running by them, and what keeps some. */
export function workflowSchedules(
  workflow: Workflow,
  jobs: readonly Job[] = workflow.jobs,
  elsewhere?: Elsewhere,
): readonly Schedule[] {
  const all = jobs.map((job) => atSchedule(job, workflow.jobs, elsewhere));
  const { refused } = workflow;
  const whole = together(all);
  const never = refused ? { line: refused.line, says: `GitHub refuses the file, as ${refused.says}` } : whole.off;
  return workflow.crons.map(({ text, zone, line }) => ({
    id: 'schedule',
    line,
    timing: { kind: 'cron', text, dialect: 'github' },
    zone: zone === undefined ? githubZone : { name: zone, sure: true },
    off: never,
    conditions: never === undefined ? whole.conditions : [],
    against: never === undefined ? whole.against : [],
    partly: never === undefined ? whole.partly : [],
    limit: limitOf(jobs.filter((_, index) => all[index]?.off === undefined)),
  }));
}

const githubZone: Zone = { ...utc, because: 'GitHub reads a cron in UTC unless `timezone` says otherwise' };

/** docs.github.com, `jobs.<job_id>.timeout-minutes`: 360 where it is not given. */
const mostSeconds = 360 * 60;

/** How long all of them may take, one after the other; `undefined` where one calls what is not read. */
function limitOf(jobs: readonly Job[]): Schedule['limit'] {
  const [first] = jobs;
  if (first === undefined || jobs.some(({ calls }) => calls !== undefined)) return undefined;
  if (jobs.some(({ limit, setsLimit }) => limit === undefined && setsLimit)) return undefined;
  const limits = jobs.map((job) => narrowest(job));
  const seconds = limits.reduce((sum, limit) => sum + (limit?.seconds ?? mostSeconds), 0);
  const written = limits.find((limit) => limit !== undefined);
  return { line: written?.line ?? first.line, says: written?.says ?? 'no `timeout-minutes`', seconds };
}

/** That of a job, or of the one step in it that does not only tell. */
function narrowest({ limit, steps }: Job): Job['limit'] {
  const working = steps.filter(
    (step) => effectOf(step).kind === 'some' && !telling.test(`${step.name ?? ''} ${step.run ?? ''}`),
  );
  const [only, another] = working;
  const own = another === undefined ? only?.limit : undefined;
  return own !== undefined && own.seconds < (limit?.seconds ?? mostSeconds) ? own : limit;
}

interface Held {
  /** It never does anything by the clock. */
  readonly off?: Remark;
  readonly conditions: readonly Remark[];
  readonly partly: readonly Remark[];
  readonly against: readonly Remark[];
  /** By its words, it is what brings something up to date. */
  readonly isMeant: boolean;
}

/** What holds of several jobs: those that bring something up to date decide. */
function together(all: readonly Held[]): Held {
  const off = all.every((one) => one.off !== undefined) ? all[0]?.off : undefined;
  const some = all.some((one) => one.off === undefined && one.conditions.length === 0);
  const meant = all.filter(({ isMeant }) => isMeant);
  const held = (meant.length > 0 ? meant : some ? [] : all).flatMap((one) => one.off ?? one.conditions);
  const rest = all.flatMap((one) => [...(one.off ? [one.off] : []), ...one.conditions, ...one.partly]);
  return {
    off,
    conditions: held,
    against: all.flatMap((one) => (one.off === undefined ? one.against : [])),
    partly: rest.filter((remark) => !held.includes(remark)),
    isMeant: meant.length > 0,
  };
}

/** The jobs of a workflow that a job calls, which run by the same clock; told of at the job. */
function called(job: Job, path: string, elsewhere: Elsewhere | undefined): Held {
  const calls = `Job \`${job.id}\` calls "${clipped(path)}"`;
  const remark = (says: string): Remark => ({ line: job.line, says });
  const off = (says: string): Held => ({ ...nothing, off: remark(`${calls}, ${says}.`), isMeant: false });
  const [, local] = /^\.\/(.+)$/.exec(path) ?? [];
  const workflow = local === undefined ? undefined : elsewhere?.workflow(local);
  if (workflow === undefined) {
    return { ...nothing, conditions: [remark(`${calls}, which is not looked into.`)], isMeant: false };
  }
  if (workflow === 'absent') return off('which is not there');
  if (workflow.refused !== undefined) return off(`which GitHub refuses: ${workflow.refused.says}`);
  if (!workflow.triggers.some(({ event }) => event === 'workflow_call')) return off('which has no `workflow_call`');
  // What it calls in turn is not followed.
  const inner = elsewhere && { ...elsewhere, workflow: () => undefined };
  const whole = together(workflow.jobs.map((one) => atSchedule(one, workflow.jobs, inner)));
  const told = ({ line, says }: Remark): Remark => remark(`${calls}: ${says.replace(/\.$/, '')} (line ${line}).`);
  return {
    off: whole.off && told(whole.off),
    conditions: whole.conditions.map(told),
    against: whole.against.map(told),
    partly: whole.partly.map(told),
    isMeant: whole.isMeant,
  };
}

function atSchedule(job: Job, jobs: readonly Job[], elsewhere: Elsewhere | undefined): Held {
  const isMeant = refreshing.test(`${job.id} ${job.name ?? ''}`);
  const before = /\b(?:always|failure|cancelled)\(\)/.test(job.condition?.says ?? '') ? [] : allBefore(job, jobs);
  const ifs = [job, ...before].flatMap(({ id, condition }) => {
    const holds = condition === undefined ? true : holdsOn(condition.says, 'schedule');
    if (holds === true || condition === undefined) return [];
    return [{ holds, line: condition.line, says: `Job \`${id}\` ${runsInWords(condition.says, 'schedule')}.` }];
  });
  const conditions: Remark[] = ifs.map(({ line, says }) => ({ line, says }));
  const never = ifs.find(({ holds }) => holds === false);
  if (never !== undefined) return { ...nothing, off: never, isMeant };
  if (job.calls !== undefined) {
    const held = called(job, job.calls, elsewhere);
    return { ...held, conditions: [...conditions, ...held.conditions], isMeant: isMeant || held.isMeant };
  }
  const all = job.steps.map((step, index) => ({
    step,
    effect: effectOf(
      step,
      elsewhere,
      job.steps.slice(0, index).every((one) => effectOf(one).kind !== 'some'),
    ),
    words: `${step.name ?? ''} ${step.run ?? ''}`,
  }));
  const steps = all
    .filter(({ effect }) => effect.kind === 'some')
    .map(({ step, words }) => ({
      step,
      words,
      holds: step.condition === undefined ? true : holdsOn(step.condition.says, 'schedule'),
      remark: {
        line: step.condition?.line ?? step.doesAt,
        says: `${nameOf(step)} ${runsInWords(step.condition?.says ?? '', 'schedule')}.`,
      },
    }));
  const hollow = hollowOf(all, steps);
  const [first] = steps;
  if (first === undefined) {
    const says = `Job \`${job.id}\` has no step that does anything.`;
    return { ...nothing, off: hollow?.remark ?? saidOf(all) ?? { line: job.line, says }, isMeant };
  }
  if (steps.every(({ holds }) => holds === false)) return { ...nothing, off: first.remark, isMeant };
  const isTelling = steps.every(({ words, holds }) => holds === false || telling.test(words));
  if (hollow?.isSure && isTelling) return { ...nothing, off: hollow.remark, isMeant: true };
  const emptied = hollow === undefined ? [] : [hollow.remark];
  const against: Remark[] = hollow?.isPrinted ? [hollow.remark] : [];
  if (isMeant && isTelling && hollow === undefined && !steps.some(({ words }) => refreshes.test(words))) {
    const all = { line: first.step.doesAt, says: `${nameOf(first.step)} is all that \`${job.id}\` does.` };
    (steps.every(({ words }) => onlyTelling.test(words)) ? against : emptied).push(all);
  }
  const running = steps.filter(({ holds }) => holds === true);
  const keeping = steps.filter(({ holds }) => holds !== true);
  const decisive = keeping.filter(
    ({ step, words, holds }) =>
      running.length === 0 ||
      (refreshing.test(words) && (holds === 'depends' || !/event_name/.test(step.condition?.says ?? ''))),
  );
  const isTold = ({ says }: Remark) => decisive.some((one) => one.remark.says === says);
  const meant = running.filter(({ words }) => refreshes.test(words));
  const doing = meant.length > 0 || running.length > 1 ? meant : running;
  against.push(
    ...doing.flatMap(
      ({ step }) =>
        swallowed(step, job.steps.slice(job.steps.indexOf(step) + 1), (text) => refreshes.test(text), elsewhere) ?? [],
    ),
  );
  const isAgainst = ({ says }: Remark) => against.some((one) => one.says === says);
  return {
    conditions: [
      ...conditions,
      ...decisive.map((one) => one.remark),
      ...emptied.filter((one) => !isTold(one) && !isAgainst(one)),
    ],
    against,
    partly: keeping.filter((one) => !decisive.includes(one)).map((one) => one.remark),
    isMeant: isMeant || decisive.length > 0 || emptied.length > 0 || against.length > 0,
  };
}

/** The first step that says what it would do. */
function saidOf(all: readonly ReadStep[]): Remark | undefined {
  for (const { step, effect } of all)
    if (effect?.kind === 'said') return { line: step.doesAt, says: `${nameOf(step)} ${effect.says}.` };
  return undefined;
}

const nothing = { conditions: [], partly: [], against: [] };

interface ReadStep {
  readonly step: Step;
  readonly words: string;
  readonly effect?: Effect;
  readonly holds?: boolean | 'depends';
  readonly remark?: Remark;
}

/** What says that it brings something up to date, and does not; `undefined` where another step does. */
function hollowOf(
  all: readonly ReadStep[],
  steps: readonly ReadStep[],
): { readonly remark: Remark; readonly isSure: boolean; readonly isPrinted?: boolean } | undefined {
  if (steps.some(({ words, holds }) => holds !== false && refreshes.test(words))) return undefined;
  const held = steps.find(({ words }) => refreshes.test(words));
  if (held?.remark !== undefined) return { remark: held.remark, isSure: true };
  for (const { step, words, effect } of all) {
    if (effect === undefined || effect.kind === 'some' || effect.kind === 'none') continue;
    if (!refreshes.test(effect.kind === 'said' ? words : (step.name ?? ''))) continue;
    return {
      remark: { line: step.doesAt, says: `${nameOf(step)} ${effect.says}.` },
      isSure: effect.kind === 'said',
      isPrinted: effect.kind === 'printed',
    };
  }
  return undefined;
}
