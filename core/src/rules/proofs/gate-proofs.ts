import type { Fact } from '../../assessment.ts';
import { deployingJobs, deploysSurely, ownDeployment, waitsFor } from '../../evidence/jobs/deploying.ts';
import { passes } from '../../evidence/jobs/path-filter.ts';
import type { Job, Trigger } from '../../evidence/jobs/workflow.ts';
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

  const events = triggers.map(({ event }) => event);
  const own = [strengthProof(found, events, 'gate')];
  if (blocks?.value !== 'deploy' && events.every((event) => event === 'pull_request_target'))
    own.push(linked(found, '`pull_request_target` starts it on the branch that is merged into, not on the request.'));
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

/** Names that a branch has which nobody protects; a push there comes before the merge. */
const workBranches = ['feature/x', 'x'];
/** The name of the default branch is a setting of the repository. */
const mainBranches = ['main', 'master'];

/** The events that come before each merge; or the proof that there is none. */
function startsBeforeMerge(found: FoundWorkflow): readonly Trigger[] | { readonly proof: Proof } {
  const { triggers } = found.workflow;
  const requests = triggers.filter(({ event }) => /^(?:pull_request(?:_target)?|merge_group)$/.test(event));
  const early = requests.filter((one) => {
    return isOfContent(one) && isOfBranch(one, mainBranches, 'some') && !leavesOutMain(one);
  });
  if (early.length > 0) return early;
  const pushes = triggers.filter((one) => one.event === 'push' && isOfBranch(one, workBranches, 'all'));
  if (pushes.length > 0) return pushes;

  const [request] = requests;
  if (request !== undefined) {
    const types = requests.flatMap((one) => one.types?.patterns ?? []);
    if (types.length > 0 && types.every((type) => type === 'closed'))
      return { proof: startsOtherwise(found, 'A pull request starts it only when it is closed.') };
    const off = requests.every(({ branchesIgnore }) => branchesIgnore?.patterns.includes('**'));
    if (off) return { proof: startsOtherwise(found, 'No pull request starts it: `branches-ignore` takes out all.') };
    const narrow = requests.find((one) => !isOfContent(one));
    const filter = narrow?.types ?? request.branches ?? request.branchesIgnore;
    const list = (filter?.patterns ?? []).slice(0, 10).join(', ');
    const place = `${shownPath(found.file)}:${filter?.line ?? request.line}`;
    const key = request.branches === undefined ? 'branches-ignore' : 'branches';
    const byBranch =
      list === ''
        ? `\`${key}\` names no branch (${place}); whether a pull request starts it then is not said.`
        : `Pull requests start it by their branch only: \`${key}: ${list}\` (${place}); whether that is the default branch is not said.`;
    const says =
      narrow === undefined
        ? byBranch
        : `A pull request starts it only when it is ${list} (${place}), and not with each change.`;
    return { proof: linked(found, says, filter?.line) };
  }
  const partial = triggers.find((one) => one.event === 'push' && isOfBranch(one, workBranches, 'some'));
  if (partial !== undefined) {
    const place = `${shownPath(found.file)}:${partial.branches?.line ?? partial.line}`;
    return { proof: linked(found, `Only pushes to some branches start it (${place}).`, partial.branches?.line) };
  }
  if (triggers.some(({ event }) => event === 'workflow_call'))
    return {
      proof: linked(found, `"${shownPath(found.file)}" is called by other workflows, which are not looked into.`),
    };
  return { proof: startsOtherwise(found, 'None of that comes before a merge.') };
}

/** Whether a request starts it when it is made, and again with each change of its content. */
function isOfContent({ event, types }: Trigger): boolean {
  if (types === undefined || types.patterns.length === 0 || event === 'merge_group') return true;
  return types.patterns.includes('opened') && types.patterns.includes('synchronize');
}

/** Whether one of the names that default branches have is taken out by itself: nobody does that to a branch that is not there. */
function leavesOutMain({ branches, branchesIgnore }: Trigger): boolean {
  return mainBranches.some((name) => {
    return branchesIgnore?.patterns.includes(name) || branches?.patterns.includes(`!${name}`);
  });
}

/** Whether its filters let `branches` in. */
function isOfBranch({ event, branches, branchesIgnore, tags }: Trigger, names: readonly string[], how: 'some' | 'all') {
  if (event === 'push' && tags !== undefined && branches === undefined && branchesIgnore === undefined) return false;
  const isIn = (name: string) =>
    (branches === undefined || passes(branches.patterns, name)) &&
    (branchesIgnore === undefined || !passes(branchesIgnore.patterns, name));
  return how === 'some' ? names.some(isIn) : names.every(isIn);
}

function linked({ at, file }: FoundWorkflow, reason: string, line?: number): Proof {
  return { at, state: 'linked', reach: 'linked', reason, facts: [{ file, line, says: reason }] };
}

function untoldProof(found: FoundWorkflow): Proof {
  const events = found.workflow.triggers.map(({ event }) => event).join(', ');
  const path = shownPath(found.file);
  return linked(found, `"${path}" starts on ${events}; which changes bring that about is not said in it.`);
}

/** That all that lets something out waits for the evaluation. */
function deployProof(found: FoundWorkflow, at: Proof['at']): Proof {
  const { file, workflow, jobs } = found;
  const path = shownPath(file);
  const judges = jobs.map(({ id }) => `\`${id}\``).join(' or ');
  const all = deployingJobs(workflow.jobs, jobs).map((job) => ({ job, waits: waitsFor(job, jobs, workflow.jobs) }));
  const hasty = all.filter(({ waits }) => waits === 'not').map(({ job }) => job);
  const place = (job: Job) => `${path}:${job.line}`;
  const sure = hasty.find(deploysSurely);
  const one = sure ?? hasty[0];
  if (one !== undefined) {
    return {
      at,
      state: sure === undefined ? 'linked' : 'contradicted',
      reach: sure === undefined ? 'linked' : 'proven',
      reason: `\`${one.id}\` does not wait for ${judges} (${place(one)}).`,
      facts: [{ file, line: one.line, says: `${one.id} needs ${one.needs.join(', ') || 'nothing'}.` }],
    };
  }
  const early = jobs.map((job) => ({ job, own: ownDeployment(job) })).find(({ own }) => own.kind === 'early');
  if (early?.own.kind === 'early') {
    const { sure, remark } = early.own;
    return {
      at,
      state: sure ? 'contradicted' : 'linked',
      reach: sure ? 'proven' : 'linked',
      reason: `${remark.says} (${path}:${remark.line})`,
      facts: [{ file, line: remark.line, says: remark.says }],
    };
  }
  const unsure = all.find(({ waits }) => waits === 'unsure')?.job;
  if (unsure !== undefined) {
    const reason = `Whether \`${unsure.id}\` waits for ${judges} depends on conditions and on jobs between them (${place(unsure)}).`;
    return { at, state: 'linked', reach: 'linked', reason, facts: [{ file, line: unsure.line, says: reason }] };
  }
  const waiting = all[0]?.job;
  const behind = jobs.find((job) => ownDeployment(job).kind === 'behind');
  if (waiting === undefined && behind === undefined) {
    const reason = `No job in "${path}" deploys; what waits for ${judges} stands elsewhere.`;
    return { at, state: 'linked', reach: 'linked', reason, facts: [{ file, says: 'No job deploys.' }] };
  }
  const reason =
    waiting === undefined
      ? `\`${behind?.id}\` deploys behind its own evaluation (${path}:${behind?.line}).`
      : `\`${waiting.id}\` waits for ${judges} (${place(waiting)}).`;
  const facts = all.map(({ job }): Fact => ({ file, line: job.line, says: `\`${job.id}\` waits for ${judges}.` }));
  return {
    at,
    state: 'proven',
    reason,
    facts: facts.length > 0 ? facts : [{ file, line: behind?.line, says: reason }],
  };
}
