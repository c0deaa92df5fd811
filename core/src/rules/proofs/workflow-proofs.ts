import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { allBefore } from '../../evidence/jobs/deploying.ts';
import type { Elsewhere } from '../../evidence/jobs/elsewhere.ts';
import { looksLikeEvaluation, ranks, type Strength, strengthOf } from '../../evidence/jobs/job-strength.ts';
import { withActions } from '../../evidence/jobs/local-actions.ts';
import { isRunByName, pipelineIn } from '../../evidence/jobs/pipeline.ts';
import type { Remark } from '../../evidence/jobs/timing.ts';
import type { Job, Trigger, Workflow } from '../../evidence/jobs/workflow.ts';
import { shownPath } from '../../evidence/reference.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { reached } from './changed-paths.ts';
import { elsewhereOf } from './elsewhere.ts';

/** A workflow of GitHub that a spec names, with the jobs in it that are meant. */
export interface FoundWorkflow {
  readonly at: Scalar<string>;
  readonly file: ArtifactPath;
  readonly workflow: Workflow;
  readonly jobs: readonly Job[];
  readonly elsewhere: Elsewhere | undefined;
}

/** The workflow, or the one proof of something else that CI runs; `undefined` where nobody may look. */
export function findWorkflow(
  context: Pick<Context, 'evidence'>,
  named: Scalar<string> | undefined,
): FoundWorkflow | { readonly proof: Proof } | undefined {
  if (named === undefined) return undefined;
  const target = context.evidence?.reference(named.value);
  if (target?.kind === 'file' && target.folder) {
    const proof = isThere(context, named);
    return proof && { proof };
  }
  const found = find(context, named, pipelineIn);
  if (found === undefined || 'proof' in found) return found;
  const { file, selector } = found.reference;
  const path = shownPath(file);
  if (found.facts.kind === 'other') {
    const reason = `"${path}" is there; what it runs and when is not read.`;
    return {
      proof: { at: named, state: 'linked', reach: 'linked', reason, facts: [{ file, says: 'The file is there.' }] },
    };
  }
  if (found.facts.kind === 'gitlab') return { proof: gitlabProof(named, file, selector, found.facts.jobs) };

  const own = found.facts.workflow;
  if (!isRunByName(file.path)) {
    const reason = `GitHub does not run "${path}": a workflow ends in .yml or .yaml and stands in .github/workflows itself.`;
    return { proof: { at: named, state: 'contradicted', reason, facts: [{ file, says: 'The file is not run.' }] } };
  }
  const elsewhere = elsewhereOf(context, file);
  const workflow = withActions(own, elsewhere);
  const { refused } = workflow;
  if (refused !== undefined) {
    const reason = `GitHub refuses "${path}": ${refused.says} (${path}:${refused.line}).`;
    const says = `${refused.says.charAt(0).toUpperCase()}${refused.says.slice(1)}.`;
    return { proof: { at: named, state: 'contradicted', reason, facts: [{ file, line: refused.line, says }] } };
  }
  if (selector === undefined) {
    // The name of an action says it as well as what that does.
    const isOne = (job: Job, index: number) => [job, own.jobs[index]].some((one) => one && looksLikeEvaluation(one));
    const judging = workflow.jobs.filter(isOne);
    return { at: named, file, workflow, jobs: judging.length > 0 ? judging : workflow.jobs, elsewhere };
  }
  const job = workflow.jobs.find(({ id }) => id === selector);
  if (job !== undefined) return { at: named, file, workflow, jobs: [job], elsewhere };
  const ids = workflow.jobs.map(({ id }) => id);
  return { proof: noSuchJob(named, file, selector, ids) };
}

function noSuchJob(named: Scalar<string>, file: ArtifactPath, selector: string, ids: readonly string[]): Proof {
  const path = shownPath(file);
  const near = closest(selector, ids);
  return {
    at: named,
    state: 'contradicted',
    reason: `"${path}" has no job "${selector}"; there is ${ids.slice(0, 5).join(', ') || 'none'}.`,
    facts: [{ file, says: `Its jobs: ${ids.slice(0, 20).join(', ') || 'none'}.` }],
    fix:
      near === undefined
        ? undefined
        : () => ({
            title: `Use "${near}" from ${path}`,
            kind: 'adopt',
            safe: false,
            edits: [replaceScalar(named, `${named.value.split('#')[0]}#${near}`)],
          }),
  };
}

/** Whether a failed pipeline stops a merge is a setting of the project, so that more cannot be shown. */
function gitlabProof(
  named: Scalar<string>,
  file: ArtifactPath,
  selector: string | undefined,
  jobs: readonly {
    readonly id: string;
    readonly line: number;
    readonly tolerated: Remark | undefined;
    readonly byHand: Remark | undefined;
    readonly doubt: Remark | undefined;
  }[],
): Proof {
  const path = shownPath(file);
  const job = jobs.find(({ id }) => id === selector);
  if (selector !== undefined && job === undefined)
    return noSuchJob(
      named,
      file,
      selector,
      jobs.map(({ id }) => id),
    );
  const against = job?.byHand ?? job?.tolerated;
  if (job !== undefined && against !== undefined) {
    const how = against.says.includes('never') ? 'does not run' : 'waits for a person';
    const reason = against === job.byHand ? `\`${job.id}\` ${how}` : `The failure of \`${job.id}\` is ignored`;
    return {
      at: named,
      state: 'contradicted',
      reason: `${reason}: ${against.says} (${path}:${against.line}).`,
      facts: [{ file, line: against.line, says: `${job.id}: ${against.says}.` }],
    };
  }
  const doubt = job?.doubt === undefined ? '' : ` It has ${job.doubt.says} (${path}:${job.doubt.line}).`;
  return {
    at: named,
    state: 'linked',
    reach: 'linked',
    reason: `${job === undefined ? `"${path}"` : `\`${job.id}\` (${path}:${job.line})`} is there; what its failure stops is a setting of GitLab.${doubt}`,
    facts: [{ file, line: job?.line, says: job === undefined ? 'The pipeline is there.' : `${job.id} is there.` }],
  };
}

/** Events that nothing but a person starts. */
const byHand = new Set(['workflow_dispatch', 'repository_dispatch']);

/** The events by which a workflow starts without anybody thinking of it; or the proof that there is none. */
export function startsByItself({ at, file, workflow }: FoundWorkflow): readonly Trigger[] | { readonly proof: Proof } {
  const own = workflow.triggers.filter(({ event }) => !byHand.has(event));
  if (own.length > 0) return own;
  return { proof: startsOtherwise({ at, file, workflow }, 'Nothing but a person starts it.') };
}

export function startsOtherwise({ at, file, workflow }: Omit<FoundWorkflow, 'jobs' | 'elsewhere'>, why: string): Proof {
  const events = workflow.triggers.map(({ event }) => event).join(', ') || 'nothing';
  const [first] = workflow.triggers;
  const { commented } = workflow;
  const hidden =
    commented === undefined ? '' : ` The schedule in line ${commented.line} ("${commented.says}") is commented out.`;
  return {
    at,
    state: 'contradicted',
    reason: `"${shownPath(file)}" starts on ${events}. ${why}${hidden}`,
    facts: [{ file, line: commented?.line ?? first?.line, says: `It starts on ${events}.` }],
  };
}

/**
 * What the failure of the meant jobs stops, at that of `events` at which it stops most. Of a `gate` more is asked than that
 * it tests something: it has to evaluate.
 */
export function strengthProof(found: FoundWorkflow, events: readonly string[], of: 'gate' | 'test'): Proof {
  const { at, file, jobs, workflow } = found;
  const each = jobs.flatMap((job) => {
    const all = (events.length > 0 ? events : ['']).map((event) =>
      strengthOf(job, event, workflow.jobs, found.elsewhere),
    );
    const [strength] = all
      .map((one) => (of === 'gate' && one.kind === 'sound' && one.evaluates === false ? unevaluated(job, one) : one))
      .toSorted((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind));
    return strength === undefined ? [] : [{ job, strength }];
  });
  // What one job only evaluates, another that waits for it may compare.
  const sounds = each.filter(({ strength }) => strength.kind === 'sound');
  const isCompared = (job: Job) => sounds.some((one) => allBefore(one.job, workflow.jobs).includes(job));
  const strengths = each
    .filter(({ job, strength }) => strength.kind !== 'unsure' || !isCompared(job))
    .map(({ strength }) => strength);
  const facts = strengths
    .flatMap(({ remark, note }) => (note === undefined ? [remark] : [remark, note]))
    .map((remark): Fact => ({ file, line: remark.line, says: remark.says }));
  const first = (kind: Strength['kind']) => strengths.find((one) => one.kind === kind);
  const said = ({ remark }: Strength) => `${remark.says} (${shownPath(file)}:${remark.line})`;
  const sound = first('sound');
  // Beside a job that stops a merge, one that stops nothing may be the one that is meant.
  const beside = sound && (first('toothless') ?? first('off'));
  const doubtful = first('conditional') ?? first('unsure') ?? beside;
  if (sound !== undefined && doubtful === undefined) return { at, state: 'proven', reason: said(sound), facts };
  if (doubtful !== undefined) {
    const reason = `${said(doubtful)}${sound === undefined ? '' : ` ${said(sound)}`}`;
    const isShort = of === 'gate' && sound === undefined && doubtful.isUnread === true;
    return { at, state: 'linked', reach: isShort ? 'proven' : 'linked', reason, facts };
  }
  const weak = first('toothless') ?? first('off');
  const reason =
    weak === undefined ? `"${shownPath(file)}" has no job.` : `Nothing stops when this fails. ${said(weak)}`;
  return { at, state: 'contradicted', reason, facts };
}

function unevaluated(job: Job, { remark }: Strength): Strength {
  const says = `\`${job.id}\` fails with what it runs; that it evaluates anything is not said.`;
  return { kind: 'unsure', remark: { line: remark.line, says } };
}

/**
 * That a workflow runs by itself and fails with what it runs; for changes of `kind` where one is given. For a workflow
 * that stands as the test of something.
 */
export function* testProofs(context: Context, named: Scalar<string> | undefined, kind?: string): Generator<Proof> {
  const found = findWorkflow(context, named);
  if (found === undefined) return;
  if ('proof' in found) {
    yield found.proof;
    return;
  }
  const triggers = startsByItself(found);
  if ('proof' in triggers) {
    yield triggers.proof;
    return;
  }
  const events = ['pull_request', 'pull_request_target', 'merge_group', 'push', 'schedule'];
  const event = events.find((one) => triggers.some((trigger) => trigger.event === one)) ?? triggers[0]?.event ?? '';
  yield strengthProof(found, [event], 'test');
  if (kind === undefined) return;
  const changes = triggers.filter((trigger) => /^(?:pull_request|push|merge_group)/.test(trigger.event));
  const reach = reached(context, kind, changes, found.file.path);
  if (changes.length === 0) {
    const reason = `"${shownPath(found.file)}" starts on ${triggers.map((one) => one.event).join(', ')}, which no change of \`${kind}\` is.`;
    yield { at: found.at, state: 'linked', reach: 'linked', reason };
  } else if (reach.kind !== 'all') yield reachProof(found, found.at, kind, reach);
}

/** That a change of a kind does not start a workflow, or that nobody can tell. */
export function reachProof(
  { file }: FoundWorkflow,
  at: Proof['at'],
  kind: string,
  reach: Exclude<ReturnType<typeof reached>, { kind: 'all' }>,
): Proof {
  const { trigger } = reach;
  const filter = trigger.paths ?? trigger.pathsIgnore;
  const name = trigger.paths === undefined ? 'paths-ignore' : 'paths';
  const place = `${shownPath(file)}:${filter?.line ?? trigger.line}`;
  const facts: Fact[] = [
    {
      file,
      line: filter?.line,
      says: `\`${trigger.event}\` has \`${name}\`: ${(filter?.patterns ?? []).slice(0, 10).join(', ')}.`,
    },
  ];
  if (reach.kind === 'not')
    return {
      at,
      state: 'contradicted',
      reason: `A change of "${reach.path}" (\`${kind}\`) does not start it: \`${name}\` in ${place}.`,
      facts,
    };
  return {
    at,
    state: 'linked',
    reach: 'linked',
    reason: `\`${name}\` in ${place} lets some paths start it; where a change of \`${kind}\` is made is not said here.`,
    facts,
  };
}
