import { passes } from '../../evidence/jobs/path-filter.ts';
import type { Trigger } from '../../evidence/jobs/workflow.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Proof } from '../proof.ts';
import { type FoundWorkflow, startsOtherwise } from './workflow-proofs.ts';

/** Names that a branch has which nobody protects; a push there comes before the merge. */
const workBranches = ['feature/x', 'x'];
/** The name of the default branch is a setting of the repository. */
const mainBranches = ['main', 'master'];

/** The events that come before each merge; or the proof that there is none. */
export function startsBeforeMerge(found: FoundWorkflow): readonly Trigger[] | { readonly proof: Proof } {
  const { triggers } = found.workflow;
  const requests = triggers.filter(({ event }) => /^(?:pull_request(?:_target)?|merge_group)$/.test(event));
  const early = requests.filter((one) => {
    return isOfContent(one) && isOfBranch(one, mainBranches, 'some') && !leavesOutMain(one);
  });
  if (early.length > 0) return early;
  const pushes = triggers.filter((one) => one.event === 'push' && isOfBranch(one, workBranches, 'all'));
  if (pushes.length > 0) return pushes;

  const [request] = requests;
  if (request !== undefined) return { proof: byOccasion(found, requests) ?? byBranch(found, request) };
  const partial = triggers.find((one) => one.event === 'push' && isOfBranch(one, workBranches, 'some'));
  if (partial !== undefined) {
    const place = `${shownPath(found.file)}:${partial.branches?.line ?? partial.line}`;
    return { proof: short(found, `Only pushes to some branches start it (${place}).`, partial.branches?.line) };
  }
  const review = triggers.find(({ event }) => event === 'pull_request_review');
  if (review !== undefined)
    return {
      proof: linked(found, 'A review starts it; that each request is reviewed at last is not said.', review.line),
    };
  if (triggers.some(({ event }) => event === 'workflow_call'))
    return {
      proof: linked(found, `"${shownPath(found.file)}" is called by other workflows, which are not looked into.`),
    };
  return { proof: startsOtherwise(found, 'None of that comes before a merge.') };
}

/** What GitHub does by itself, and not each time that somebody does something to a request. */
const automatic = /^(?:synchronize|enqueued|dequeued|auto_merge_enabled|auto_merge_disabled)$/;

/** That not each request starts it with each change of its content, as its `types` leave that out. */
function byOccasion(found: FoundWorkflow, requests: readonly Trigger[]): Proof | undefined {
  const narrow = requests.find((one) => !isOfContent(one));
  const types = narrow?.types?.patterns ?? [];
  if (narrow === undefined || types.length === 0) return undefined;
  if (requests.every((one) => one.types?.patterns.every((type) => type === 'closed')))
    return startsOtherwise(found, 'A pull request starts it only when it is closed.');
  const place = `${shownPath(found.file)}:${narrow.types?.line ?? narrow.line}`;
  const list = types.slice(0, 10).join(' or ');
  const says = `A pull request starts it only when it is ${list} (${place}), and not with each change.`;
  // Any of them may still be there for what is let through elsewhere.
  if (requests.length > 1 || types.some((type) => automatic.test(type))) return short(found, says, narrow.types?.line);
  return startsOtherwise(found, says);
}

function byBranch(found: FoundWorkflow, request: Trigger): Proof {
  if (request.branchesIgnore?.patterns.includes('**'))
    return startsOtherwise(found, 'No pull request starts it: `branches-ignore` takes out all.');
  const filter = request.branches ?? request.branchesIgnore;
  const list = (filter?.patterns ?? []).slice(0, 10).join(', ');
  const place = `${shownPath(found.file)}:${filter?.line ?? request.line}`;
  const key = request.branches === undefined ? 'branches-ignore' : 'branches';
  const says =
    list === ''
      ? `\`${key}\` names no branch (${place}); whether a pull request starts it then is not said.`
      : `Pull requests start it by their branch only: \`${key}: ${list}\` (${place}); one into ${leftOut(request)} is merged without it.`;
  return short(found, says, filter?.line);
}

/** A branch whose requests do not start it. */
function leftOut(request: Trigger): string {
  return mainBranches.find((name) => !isOfBranch(request, [name], 'some')) ?? 'another branch';
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

export function linked({ at, file }: FoundWorkflow, reason: string, line?: number): Proof {
  return { at, state: 'linked', reach: 'linked', reason, facts: [{ file, line, says: reason }] };
}

/** The same of what can be shown and is not, so that a stage which asks for proof is told. */
function short(found: FoundWorkflow, reason: string, line?: number): Proof {
  return { ...linked(found, reason, line), reach: 'proven' };
}
