import { clipped } from '../../shown.ts';
import { asksForHome, conditionShown, isAfterFailure, letsIn, runsInWords, toleratesOn } from './condition.ts';
import { allBefore } from './deploying.ts';
import type { Elsewhere } from './elsewhere.ts';
import { inside, mayEnd, nameOf, type Work, workOf } from './step-fate.ts';
import { rescued } from './step-rescue.ts';
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
  /** It writes what it found to a file that nothing of it compares with anything. */
  readonly isUnread?: true;
  /** What it fails with evaluates or compares, by its words. */
  readonly evaluates?: boolean;
}

/** Words by which a job or a step is known that judges something. */
const judging = /eval|promptfoo|deepeval|ragas|\bgate|threshold|benchmark|score/i;

export function looksLikeEvaluation(job: Job): boolean {
  return judging.test(`${job.id} ${job.name ?? ''}`) || job.steps.some((step) => judging.test(wordsOf(step)));
}

/** When `event` starts the workflow; `jobs` are all of it, some of which `job` may wait for. */
export function strengthOf(job: Job, event: string, jobs: readonly Job[] = [], elsewhere?: Elsewhere): Strength {
  const holds = job.condition === undefined ? true : letsIn(job.condition.says, event);
  const at = (remark: Remark | undefined, says: string): Remark => ({ line: remark?.line ?? job.line, says });
  const named = `\`${job.id}\``;
  const late = isAfterFailure(job.condition?.says ?? '');
  const only = at(job.condition, `${named} ${runsInWords(job.condition?.says ?? '', event)}.`);
  if (holds === false || late) return { kind: 'off', remark: only };
  const isTolerated = job.tolerated === undefined ? false : toleratesOn(job.tolerated.says, event);
  const how = `\`continue-on-error: ${conditionShown(job.tolerated?.says ?? '')}\`.`;
  if (isTolerated === true)
    return { kind: 'toothless', remark: at(job.tolerated, `The failure of ${named} is ignored: ${how}`) };
  const own = strengthOfSteps(job, event, elsewhere);
  if (own.kind !== 'sound') return own;

  const before = held(job, event, jobs);
  if (before !== undefined) return before;
  if (holds === 'depends') return { kind: 'conditional', remark: only };
  if (isTolerated === 'depends') return { kind: 'conditional', remark: at(job.tolerated, `${named} has ${how}`) };
  if (job.matrix !== undefined)
    return {
      kind: 'conditional',
      remark: at(job.matrix, `${named} runs for a matrix that may be empty: \`${conditionShown(job.matrix.says)}\`.`),
    };
  return job.condition !== undefined && asksForHome(job.condition.says)
    ? { ...own, note: at(job.condition, `In forks it does not run: \`if: ${conditionShown(job.condition.says)}\`.`) }
    : own;
}

/** What a job that is waited for makes of `job`: where that is skipped, so is this, and a check that is skipped passes. */
function held(job: Job, event: string, jobs: readonly Job[]): Strength | undefined {
  if (/\b(?:always|failure|cancelled)\(\)/.test(job.condition?.says ?? '')) return undefined;
  for (const before of allBefore(job, jobs)) {
    const { condition } = before;
    const holds = condition === undefined ? true : letsIn(condition.says, event);
    if (holds === true || condition === undefined) continue;
    const says = `\`${job.id}\` needs \`${before.id}\`, which ${runsInWords(condition.says, event)}.`;
    return { kind: holds === false ? 'off' : 'conditional', remark: { line: condition.line, says } };
  }
  return undefined;
}

function strengthOfSteps(job: Job, event: string, elsewhere: Elsewhere | undefined): Strength {
  const named = `\`${job.id}\``;
  const at = (says: string): Remark => ({ line: job.line, says });
  if (job.calls !== undefined) return strengthOfCalled(job, job.calls, event, elsewhere);
  const all = job.steps.flatMap((step) => workOf(step, event, elsewhere)).map((work) => rescued(work, job.steps));
  const { works, doubt = unmade(job, all) } = deciding(all);
  const bad = works.find(({ fate }) => fate !== 'fails');
  if (bad === undefined && works.length > 0) {
    const evaluates = works.some((work) => work.evaluates || work.role === 'compares');
    return doubt === undefined
      ? { kind: 'sound', remark: at(`${named} fails with what it runs.`), evaluates }
      : { kind: 'unsure', remark: doubt, ...(isUnread(all) ? { isUnread: true } : {}) };
  }
  if (bad === undefined) {
    const ending = job.steps.find((step) => mayEnd(step));
    if (ending !== undefined) {
      const says = `${nameOf(ending)} ends with an error only where its script says so, which is not followed.`;
      return { kind: 'unsure', remark: { line: ending.line, says } };
    }
    const lints = all.find((work) => work.lints !== undefined);
    const says = `${named} runs nothing but checks of code: \`${lints?.lints?.what}\`.`;
    return {
      kind: 'toothless',
      remark: lints ? { line: lints.line, says } : at(`${named} runs nothing that could fail.`),
    };
  }
  const depending = works.find(({ fate }) => fate === 'depends');
  if (depending !== undefined && !works.some(({ fate }) => fate === 'tolerated'))
    return { kind: 'conditional', remark: { line: depending.line, says: depending.says } };
  // What only evaluates, or does anything else, makes nothing of the thresholds that nobody compares with any more.
  const compares = works.some(({ role }) => role === 'compares');
  const left = all.filter((work) => !compares || works.includes(work) || (work.ownTest && work.evaluates));
  const isAnyLeft = left.some(({ fate, lints }) => lints === undefined && (fate === 'fails' || fate === 'depends'));
  return { kind: isAnyLeft ? 'unsure' : 'toothless', remark: { line: bad.line, says: bad.says } };
}

/** Whether nothing is done but an evaluation that writes its results. */
function isUnread(all: readonly Work[]): boolean {
  const working = all.filter(({ lints, idle }) => lints === undefined && !idle);
  return (
    working.every(({ evaluates, role }) => evaluates && role === 'evaluates') && working.some((work) => work.writes)
  );
}

/** From the strongest on. */
export const ranks: readonly Strength['kind'][] = ['sound', 'conditional', 'unsure', 'toothless', 'off'];

/** As strong as the jobs of the workflow that a job calls, which runs for the same event. */
function strengthOfCalled(job: Job, path: string, event: string, elsewhere: Elsewhere | undefined): Strength {
  const calls = `\`${job.id}\` calls "${clipped(path)}"`;
  const at = (kind: Strength['kind'], says: string): Strength => ({ kind, remark: { line: job.line, says } });
  const [, local] = /^\.\/(.+)$/.exec(path) ?? [];
  const called = local === undefined ? undefined : elsewhere?.workflow(local);
  if (called === undefined) return at('conditional', `${calls}, which is not looked into.`);
  if (called === 'absent') return at('off', `${calls}, which is not there.`);
  if (called.refused !== undefined) return at('off', `${calls}, which GitHub refuses: ${called.refused.says}.`);
  if (!called.triggers.some((one) => one.event === 'workflow_call'))
    return at('off', `${calls}, which has no \`workflow_call\`.`);
  const judging = called.jobs.filter(looksLikeEvaluation);
  const all = (judging.length > 0 ? judging : called.jobs)
    .map((one) => (one.calls === undefined ? strengthOf(one, event, called.jobs, elsewhere) : undefined))
    .map((one) => one ?? at('conditional', `${calls}, which calls others.`))
    .toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind));
  const [strongest] = all;
  const weakest = all.at(-1);
  if (strongest === undefined || weakest === undefined) return at('toothless', `${calls}, which has no job.`);
  // One that stops nothing may be the one that is meant.
  const decides =
    strongest.kind === 'sound' && weakest.kind !== 'sound' ? { ...weakest, kind: 'unsure' as const } : strongest;
  return { ...decides, remark: { line: job.line, says: `${calls}: ${decides.remark.says}` }, note: undefined };
}

/** That nothing in a job makes the results that it compares: then they are those of some other day. */
function unmade(job: Job, all: readonly Work[]): Remark | undefined {
  const working = all.filter(({ fate, lints, idle }) => fate !== 'off' && !idle && lints === undefined);
  const [first] = working;
  if (first?.reads === undefined || !working.every(({ reads }) => reads !== undefined) || job.needs.length > 0)
    return undefined;
  if (job.steps.some(({ uses = '' }) => /download|cache/.test(uses))) return undefined;
  const says = `No step of \`${job.id}\` makes the results that \`${first.reads.what}\` compares.`;
  return { line: first.line, says };
}

/** The part of it by which it is decided whether the job passes, and why that may decide nothing. */
function deciding(every: readonly Work[]): { readonly works: readonly Work[]; readonly doubt?: Remark } {
  const all = every.filter(({ lints }) => lints === undefined);
  const of = (works: readonly Work[]) => {
    // What runs at another event is beside the point, where something runs at this one.
    const running = works.filter(({ fate, step }) => fate !== 'off' || !/event_name/.test(step.condition?.says ?? ''));
    return running.length > 0 ? running : works;
  };
  const doubtOf = ({ line }: Work, says: string): Remark => ({ line, says });
  const compares = all.filter(({ role }) => role === 'compares');
  const [unsaid] = compares.every(({ namedOnly }) => namedOnly !== undefined) ? compares : [];
  if (unsaid !== undefined) {
    const says = `Whether \`${unsaid.namedOnly?.what}\` compares anything is said by the name of its step only.`;
    return { works: of(compares), doubt: doubtOf(unsaid, says) };
  }
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
    return { works: of(evaluates), doubt: doubtOf(first, says) };
  }
  if (other === undefined) return { works: [] };
  return {
    works: of(all),
    doubt: doubtOf(other, `Whether ${inside(nameOf(other.step))} judges anything is not said.`),
  };
}

function wordsOf(step: Step): string {
  return `${step.name ?? ''} ${step.uses ?? ''} ${(step.run ?? '').slice(0, 10_000)}`;
}
