import { clipped } from '../../shown.ts';
import { holdsOn } from './condition.ts';
import { hasEffect, nameOf } from './step-fate.ts';
import { type Remark, type Schedule, utc, type Zone } from './timing.ts';
import type { Job, Workflow } from './workflow.ts';

/** Words by which a job or a step is known that brings something up to date. */
const refreshing = /refresh|re-?index|ingest|index|embed|train|sync|updat|rebuild|import|crawl|load/i;

/** The schedules of a workflow, what keeps all of `jobs` from running by them, and what keeps some. */
export function workflowSchedules(workflow: Workflow, jobs: readonly Job[] = workflow.jobs): readonly Schedule[] {
  const all = jobs.map((job) => atSchedule(job, workflow.jobs));
  const never = all.every(({ off }) => off !== undefined) ? all[0]?.off : undefined;
  const some = all.some(({ off, conditions }) => off === undefined && conditions.length === 0);
  const meant = all.filter(({ isMeant }) => isMeant);
  const held = (meant.length > 0 ? meant : some ? [] : all).flatMap(({ off, conditions }) =>
    off === undefined ? conditions : [off],
  );
  const rest = all.flatMap(({ off, conditions, partly }) => [...(off ? [off] : []), ...conditions, ...partly]);
  return workflow.crons.map(({ text, zone, line }) => ({
    id: 'schedule',
    line,
    timing: { kind: 'cron', text, dialect: 'github' },
    zone: zone === undefined ? githubZone : { name: zone, sure: true },
    off: never,
    conditions: never === undefined ? held : [],
    partly: never === undefined ? rest.filter((remark) => !held.includes(remark)) : [],
  }));
}

const githubZone: Zone = { ...utc, because: 'GitHub reads a cron in UTC unless `timezone` says otherwise' };

interface Held {
  /** It never does anything by the clock. */
  readonly off?: Remark;
  readonly conditions: readonly Remark[];
  readonly partly: readonly Remark[];
  /** By its words, it is what brings something up to date. */
  readonly isMeant: boolean;
}

function atSchedule(job: Job, jobs: readonly Job[]): Held {
  const isMeant = refreshing.test(`${job.id} ${job.name ?? ''}`);
  const before = waitedFor(job, jobs);
  const ifs = [job, ...before].flatMap(({ id, condition }) => {
    const holds = condition === undefined ? true : holdsOn(condition.says, 'schedule');
    if (holds === true || condition === undefined) return [];
    return [{ holds, line: condition.line, says: `Job \`${id}\` runs only \`if: ${clipped(condition.says)}\`.` }];
  });
  const conditions: Remark[] = ifs.map(({ line, says }) => ({ line, says }));
  const off = ifs.find(({ holds }) => holds === false);
  if (off !== undefined) return { off, conditions: [], partly: [], isMeant };
  if (job.calls !== undefined) {
    const says = `Job \`${job.id}\` calls "${clipped(job.calls)}", which is not looked into.`;
    return { conditions: [...conditions, { line: job.line, says }], partly: [], isMeant };
  }
  const steps = job.steps.filter(hasEffect).map((step) => ({
    step,
    holds: step.condition === undefined ? true : holdsOn(step.condition.says, 'schedule'),
    remark: {
      line: step.condition?.line ?? step.line,
      says: `${nameOf(step)} runs only \`if: ${clipped(step.condition?.says ?? '')}\`.`,
    },
  }));
  const [first] = steps;
  if (first === undefined) {
    const says = `Job \`${job.id}\` has no step that does anything.`;
    return { off: { line: job.line, says }, conditions: [], partly: [], isMeant };
  }
  if (steps.every(({ holds }) => holds === false)) return { off: first.remark, conditions: [], partly: [], isMeant };
  const running = steps.filter(({ holds }) => holds === true);
  const keeping = steps.filter(({ holds }) => holds !== true);
  const decisive = keeping.filter(
    ({ step, holds }) =>
      running.length === 0 ||
      (refreshing.test(`${step.name ?? ''} ${step.run ?? ''}`) &&
        (holds === 'depends' || !/event_name/.test(step.condition?.says ?? ''))),
  );
  return {
    conditions: [...conditions, ...decisive.map(({ remark }) => remark)],
    partly: keeping.filter((one) => !decisive.includes(one)).map(({ remark }) => remark),
    isMeant: isMeant || decisive.length > 0,
  };
}

function waitedFor(job: Job, jobs: readonly Job[]): readonly Job[] {
  if (/\b(?:always|failure|cancelled)\(\)/.test(job.condition?.says ?? '')) return [];
  const waited = new Set(job.needs);
  for (const id of waited) for (const before of jobs.find((one) => one.id === id)?.needs ?? []) waited.add(before);
  return jobs.filter(({ id }) => waited.has(id));
}
