import { deployingJobs, deploysBehind, waitsFor } from '../../evidence/jobs/job-strength.ts';
import { matchesPattern } from '../../evidence/jobs/path-filter.ts';
import type { Trigger } from '../../evidence/jobs/workflow.ts';
import { shownPath } from '../../evidence/reference.ts';
import { once } from '../once.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { reached } from './changed-paths.ts';
import {
  type FoundWorkflow,
  findWorkflow,
  reachProof,
  startsByItself,
  startsOtherwise,
  strengthProof,
} from './workflow-proofs.ts';

/** What the job of `evaluation.gate` shows: of itself, and of each kind of change that it runs for. */
export interface GateProofs {
  readonly own: readonly Proof[];
  readonly byKind: ReadonlyMap<string, Proof>;
}

export const gateProofs = once((context: Context): GateProofs => {
  const gate = context.spec.get('evaluation')?.get('gate');
  const found = findWorkflow(context, gate?.get('job'));
  if (found === undefined) return { own: [], byKind: new Map() };
  if ('proof' in found) return { own: [found.proof], byKind: new Map() };
  const blocks = gate?.get('blocks');
  const triggers = blocks?.value === 'deploy' ? startsByItself(found) : startsBeforeMerge(found);
  if ('proof' in triggers) return { own: [triggers.proof], byKind: new Map() };

  const own = [strengthProof(found, triggers[0]?.event ?? '')];
  if (blocks?.value === 'deploy') own.push(deployProof(found, blocks));
  const changes = triggers.filter(({ event }) => /^(?:push|pull_request|merge_group)/.test(event));
  if (changes.length === 0) own.push(untoldProof(found));
  const byKind = new Map<string, Proof>();
  for (const item of gate?.get('runs_when')?.items ?? []) {
    if (item === undefined) continue;
    const reach = reached(context, item.value, changes, found.file.path);
    if (reach.kind !== 'all') byKind.set(item.value, reachProof(found, item, item.value, reach));
  }
  return { own, byKind };
});

/** Activities of a pull request with which its content changes. */
const changing = new Set(['opened', 'synchronize', 'reopened', 'ready_for_review', 'edited', 'checks_requested']);

/** Names that a branch has which nobody protects; a push there comes before the merge. */
const workBranch = 'feature/x';

/** The events that come before a merge; or the proof that there is none. */
function startsBeforeMerge(found: FoundWorkflow): readonly Trigger[] | { readonly proof: Proof } {
  const { triggers } = found.workflow;
  const requests = triggers.filter(({ event }) => /^(?:pull_request(?:_target)?|merge_group)$/.test(event));
  const early = requests.filter(
    ({ types }) => types === undefined || types.patterns.some((type) => changing.has(type)),
  );
  if (early.length > 0) return early;
  if (requests.length > 0) {
    const types = requests.flatMap((one) => one.types?.patterns ?? []).join(', ');
    return { proof: startsOtherwise(found, `A pull request starts it only when it is ${types}.`) };
  }
  const pushes = triggers.filter(({ event, branches }) => {
    return (
      event === 'push' &&
      (branches === undefined || branches.patterns.some((pattern) => matchesPattern(pattern, workBranch)))
    );
  });
  if (pushes.length > 0) return pushes;
  if (triggers.some(({ event }) => event === 'workflow_call')) {
    const reason = `"${shownPath(found.file)}" is called by other workflows, which are not looked into.`;
    return { proof: { at: found.at, state: 'linked', reach: 'linked', reason } };
  }
  return { proof: startsOtherwise(found, 'None of that comes before a merge.') };
}

function untoldProof({ at, file, workflow }: FoundWorkflow): Proof {
  const events = workflow.triggers.map(({ event }) => event).join(', ');
  const reason = `"${shownPath(file)}" starts on ${events}; which changes bring that about is not said in it.`;
  return { at, state: 'linked', reach: 'linked', reason };
}

/** That what lets something out waits for the evaluation. */
function deployProof(found: FoundWorkflow, at: Proof['at']): Proof {
  const { file, workflow, jobs } = found;
  const path = shownPath(file);
  const deploying = deployingJobs(workflow.jobs, jobs);
  const waiting = deploying.find((job) => waitsFor(job, jobs, workflow.jobs));
  const behind = jobs.find(deploysBehind);
  const judges = jobs.map(({ id }) => `\`${id}\``).join(' or ');
  const [hasty] = deploying;
  if (waiting !== undefined || behind !== undefined) {
    const one = waiting ?? behind;
    const reason =
      waiting === undefined
        ? `\`${one?.id}\` deploys behind its own evaluation (${path}:${one?.line}).`
        : `\`${one?.id}\` waits for ${judges} (${path}:${one?.line}).`;
    return { at, state: 'proven', reason, facts: [{ file, line: one?.line, says: reason }] };
  }
  if (hasty === undefined) {
    const reason = `No job in "${path}" deploys; what waits for ${judges} stands elsewhere.`;
    return { at, state: 'linked', reach: 'linked', reason, facts: [{ file, says: 'No job deploys.' }] };
  }
  // A name alone may mean anything.
  const surely = hasty.environment !== undefined || /^(?:deploy|promote|release)/i.test(hasty.id);
  return {
    at,
    state: surely ? 'contradicted' : 'linked',
    reach: surely ? 'proven' : 'linked',
    reason: `\`${hasty.id}\` does not wait for ${judges} (${path}:${hasty.line}).`,
    facts: [{ file, line: hasty.line, says: `${hasty.id} needs ${hasty.needs.join(', ') || 'nothing'}.` }],
  };
}
