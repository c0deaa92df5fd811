import { roleOf } from './command-role.ts';
import { readShell } from './shell-syntax.ts';
import { programOf } from './shell-words.ts';
import { inside, nameOf } from './step-fate.ts';
import type { Remark } from './timing.ts';
import type { Job, Step } from './workflow.ts';

/** Words by which a job is known that lets something out. */
const deploying = /deploy|promot|release|publish|roll-?out|canary/i;

/** Jobs of `jobs` that let something out to users, and are not `judge` itself. */
export function deployingJobs(jobs: readonly Job[], judge: readonly Job[]): readonly Job[] {
  return jobs.filter(
    (job) =>
      !judge.includes(job) &&
      job.condition?.says !== 'false' &&
      !/docs|pages|preview/i.test(`${job.id} ${job.environment ?? ''}`) &&
      (deploying.test(`${job.id} ${job.name ?? ''}`) || deploysSurely(job)),
  );
}

/** A name alone may mean anything. */
export function deploysSurely(job: Job): boolean {
  const isNamed = job.environment !== undefined || /^(?:deploy|promote|release)/i.test(job.id);
  return isNamed || job.steps.some((step) => isSure(step) && !isRehearsal(step));
}

/** What a job lets out itself, beside what it judges. */
export type OwnDeployment =
  | { readonly kind: 'none' }
  /** All of it comes after the last step that judges. */
  | { readonly kind: 'behind' }
  /** Some of it does not: before the judgement, or whatever that says. `sure` where its command says so. */
  | { readonly kind: 'early'; readonly sure: boolean; readonly remark: Remark };

export function ownDeployment({ steps }: Job): OwnDeployment {
  const out = steps.filter(letsOut);
  const last = steps.findLastIndex((step) => judges(step));
  if (out.length === 0 || last < 0) return { kind: 'none' };
  const early = out.filter((step) => steps.indexOf(step) < last && !isRehearsal(step));
  const [first] = early.toSorted((a, b) => Number(isSure(b)) - Number(isSure(a)));
  if (first !== undefined) {
    const judge = steps[last];
    const says = `${nameOf(first)} comes before ${judge === undefined ? 'what judges' : inside(nameOf(judge))}.`;
    return { kind: 'early', sure: isSure(first), remark: { line: first.doesAt, says } };
  }
  const anyway = out.find(({ condition }) => afterFailure.test(condition?.says ?? ''));
  if (anyway !== undefined) {
    const says = `${nameOf(anyway)} may run although the evaluation failed.`;
    return { kind: 'early', sure: false, remark: { line: anyway.condition?.line ?? anyway.doesAt, says } };
  }
  return out.some((step) => !isRehearsal(step)) ? { kind: 'behind' } : { kind: 'none' };
}

function judges(step: Step): boolean {
  if (letsOut(step)) return false;
  const commands = readShell(step.run ?? '').commands.map(({ text }) => roleOf(text));
  return [roleOf(step.name ?? ''), roleOf(step.uses ?? ''), ...commands].some((role) => role !== 'other');
}

function letsOut(step: Step): boolean {
  return deploying.test(`${step.name ?? ''} ${step.uses ?? ''}`) || deploying.test(programs(step));
}

/** A candidate is often put somewhere first, so that it can be evaluated at all. */
function isRehearsal({ name = '', run = '', uses = '' }: Step): boolean {
  return /stag(?:e|ing)|preview|sandbox|\bdev\b|\btest|shadow|candidate|dry-?run/i.test(
    `${name} ${uses} ${run.slice(0, 10_000)}`,
  );
}

/** A name alone may mean anything: a report is published too. */
function isSure(step: Step): boolean {
  return /(?<![a-z])(?:deploy|promote|roll-?out|canary)/i.test(programs(step)) && step.condition?.says !== 'false';
}

function programs({ run = '' }: Step): string {
  return readShell(run)
    .commands.map(({ text }) => programOf(text))
    .join('\n');
}

const afterFailure = /\b(?:always|failure|cancelled)\(\)/;

/** Whether `job` starts only after all `judges` have passed; `unsure` where its condition may let it start without. */
export function waitsFor(job: Job, judges: readonly Job[], jobs: readonly Job[]): 'waits' | 'not' | 'unsure' {
  const before = allBefore(job, jobs);
  const waited = judges.filter((judge) => before.includes(judge));
  if (waited.length === 0) return 'not';
  const says = job.condition?.says ?? '';
  if (afterFailure.test(says)) {
    const words = says.replaceAll(/\s+/g, '');
    const asks = ({ id }: Job) => words.includes(`needs.${id}.result=='success'`);
    if (!waited.some(asks)) return /!\s*failure\(\)/.test(says) ? 'unsure' : 'not';
    if (says.includes('||') || !waited.every(asks)) return 'unsure';
  }
  if (/\bsuccess\(\)/.test(says) && /\|\||!\s*success/.test(says)) return 'unsure';
  // One in between that runs in any case may pass on nothing of the failure.
  const hasty = before.some((one) => !judges.includes(one) && afterFailure.test(one.condition?.says ?? ''));
  const isDirect = waited.every(({ id }) => job.needs.includes(id));
  return waited.length < judges.length || (hasty && !isDirect) ? 'unsure' : 'waits';
}

/** The jobs that a job waits for, and those that they wait for. */
export function allBefore(job: Job, jobs: readonly Job[]): readonly Job[] {
  const waited = new Set(job.needs);
  for (const id of waited) for (const before of jobs.find((one) => one.id === id)?.needs ?? []) waited.add(before);
  return jobs.filter(({ id }) => waited.has(id));
}
