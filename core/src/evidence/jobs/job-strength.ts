import { clipped } from '../../shown.ts';
import { asksForHome, holdsOn } from './condition.ts';
import { nameOf, type Work, workOf } from './step-fate.ts';
import type { Remark } from './timing.ts';
import type { Job, Step } from './workflow.ts';

/** Whether a job of a workflow stops anything when what it runs fails. */
export interface Strength {
  readonly kind:
    | 'sound'
    /** Only where a condition holds, or what it calls stands elsewhere. */
    | 'conditional'
    /** Something in it can fail; whether that is what matters cannot be told. */
    | 'unsure'
    /** It fails at nothing. */
    | 'toothless'
    /** It never runs. */
    | 'off';
  /** Why it is no more than that. */
  readonly remark: Remark;
  /** What is taken for granted besides. */
  readonly note?: Remark;
}

/** Words by which a job or a step is known that judges something. */
const judging = /eval|promptfoo|deepeval|ragas|\bgate|threshold|benchmark|score/i;
const testing = /\btests?\b|pytest|\bcheck|verif|validat|\bassert|vitest|jest|\btox\b|\bnox\b/i;

export function looksLikeEvaluation(job: Job): boolean {
  return judging.test(`${job.id} ${job.name ?? ''}`) || job.steps.some((step) => judging.test(wordsOf(step)));
}

/** When `event` starts the workflow; `jobs` are all of it, some of which `job` may wait for. */
export function strengthOf(job: Job, event: string, jobs: readonly Job[] = []): Strength {
  const holds = job.condition === undefined ? true : holdsOn(job.condition.says, event);
  const at = (remark: Remark | undefined, says: string): Remark => ({ line: remark?.line ?? job.line, says });
  const named = `\`${job.id}\``;
  const only = at(job.condition, `${named} runs only \`if: ${clipped(job.condition?.says ?? '')}\`.`);
  if (holds === false) return { kind: 'off', remark: only };
  if (job.tolerated?.says === 'true')
    return { kind: 'toothless', remark: at(job.tolerated, `${named} may fail: \`continue-on-error: true\`.`) };
  const own = strengthOfSteps(job, event);
  if (own.kind !== 'sound') return own;

  const before = held(job, event, jobs);
  if (before !== undefined) return before;
  if (holds === 'depends') return { kind: 'conditional', remark: only };
  if (job.tolerated !== undefined)
    return {
      kind: 'conditional',
      remark: at(job.tolerated, `${named} has \`continue-on-error: ${clipped(job.tolerated.says)}\`.`),
    };
  if (job.matrix !== undefined)
    return {
      kind: 'conditional',
      remark: at(job.matrix, `${named} runs for a matrix that may be empty: \`${clipped(job.matrix.says)}\`.`),
    };
  return job.condition !== undefined && asksForHome(job.condition.says)
    ? { ...own, note: at(job.condition, `In forks it does not run: \`if: ${clipped(job.condition.says)}\`.`) }
    : own;
}

/** What a job that is waited for makes of `job`: where that is skipped, so is this, and a check that is skipped passes. */
function held(job: Job, event: string, jobs: readonly Job[]): Strength | undefined {
  if (/\b(?:always|failure|cancelled)\(\)/.test(job.condition?.says ?? '')) return undefined;
  for (const before of allBefore(job, jobs)) {
    const { condition } = before;
    const holds = condition === undefined ? true : holdsOn(condition.says, event);
    if (holds === true || condition === undefined) continue;
    const says = `\`${job.id}\` needs \`${before.id}\`, which runs only \`if: ${clipped(condition.says)}\`.`;
    return { kind: holds === false ? 'off' : 'conditional', remark: { line: condition.line, says } };
  }
  return undefined;
}

function allBefore(job: Job, jobs: readonly Job[]): readonly Job[] {
  const waited = new Set(job.needs);
  for (const id of waited) for (const before of jobs.find((one) => one.id === id)?.needs ?? []) waited.add(before);
  return jobs.filter(({ id }) => waited.has(id));
}

function strengthOfSteps(job: Job, event: string): Strength {
  const named = `\`${job.id}\``;
  const at = (says: string): Remark => ({ line: job.line, says });
  if (job.calls !== undefined)
    return { kind: 'conditional', remark: at(`${named} calls "${clipped(job.calls)}", which is not looked into.`) };
  const all = job.steps.flatMap((step) => workOf(step, event));
  const { works, doubt } = deciding(all);
  const bad = works.find(({ fate }) => fate !== 'fails');
  if (bad === undefined && works.length > 0) {
    return doubt === undefined
      ? { kind: 'sound', remark: at(`${named} fails with what it runs.`) }
      : { kind: 'unsure', remark: doubt };
  }
  if (bad === undefined) return { kind: 'toothless', remark: at(`${named} runs nothing that could fail.`) };
  const depending = works.find(({ fate }) => fate === 'depends');
  const failing = works.some(({ fate }) => fate === 'fails');
  if (depending !== undefined && !works.some(({ fate }) => fate === 'tolerated'))
    return { kind: 'conditional', remark: { line: depending.step.line, says: depending.says } };
  const isAnyLeft = failing || all.some(({ fate }) => fate === 'fails' || fate === 'depends');
  return { kind: isAnyLeft ? 'unsure' : 'toothless', remark: { line: bad.step.line, says: bad.says } };
}

/** The part of it by which it is decided whether the job passes, and why that may decide nothing. */
function deciding(all: readonly Work[]): { readonly works: readonly Work[]; readonly doubt?: Remark } {
  const of = (works: readonly Work[]) => {
    // What runs at another event is beside the point, where something runs at this one.
    const running = works.filter(({ fate, step }) => fate !== 'off' || !/event_name/.test(step.condition?.says ?? ''));
    return running.length > 0 ? running : works;
  };
  const compares = all.filter(({ role }) => role === 'compares');
  if (compares.length > 0) return { works: of(compares) };
  const tests = all.filter(({ role }) => role === 'tests');
  const evaluates = all.filter((work) => work.evaluates);
  const [first] = evaluates;
  if (first === undefined && tests.length > 0) return { works: of(tests) };
  const testing = tests.filter((work) => work.evaluates);
  if (testing.length > 0) return { works: of(testing) };
  const [other] = all;
  if (first !== undefined) {
    const says = `${nameOf(first.step)} evaluates; that anything fails below a threshold is not said.`;
    return { works: of(evaluates), doubt: { line: first.step.line, says } };
  }
  if (other === undefined) return { works: [] };
  const says = `Whether ${nameOf(other.step)} judges anything is not said.`;
  return { works: of(all), doubt: { line: other.step.line, says } };
}

function wordsOf(step: Step): string {
  return `${step.name ?? ''} ${step.uses ?? ''} ${(step.run ?? '').slice(0, 10_000)}`;
}

/** Words by which a job is known that lets something out. */
const deploying = /deploy|promot|release|publish|roll-?out|canary/i;

/** Jobs of `jobs` that let something out to users, and are not `judge` itself. */
export function deployingJobs(jobs: readonly Job[], judge: readonly Job[]): readonly Job[] {
  return jobs.filter(
    (job) =>
      !judge.includes(job) &&
      job.condition?.says !== 'false' &&
      !/docs|pages|preview/i.test(`${job.id} ${job.environment ?? ''}`) &&
      (deploying.test(`${job.id} ${job.name ?? ''}`) || job.environment !== undefined),
  );
}

/** Whether `job` lets something out itself, and nothing of it before or beside the step that judges. */
export function deploysBehind(job: Job): boolean {
  const judges = (step: Step) => judging.test(wordsOf(step)) || testing.test(wordsOf(step));
  const last = job.steps.findLastIndex(judges);
  const out = job.steps.flatMap((step, index) => (deploying.test(wordsOf(step)) && !judges(step) ? [index] : []));
  return (
    last >= 0 &&
    out.length > 0 &&
    out.every((index) => index > last && !afterFailure.test(job.steps[index]?.condition?.says ?? ''))
  );
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
