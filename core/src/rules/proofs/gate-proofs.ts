import type { Fact } from '../../assessment.ts';
import { deployingJobs, deploysSurely, ownDeployment, waitsFor } from '../../evidence/jobs/deploying.ts';
import type { Job } from '../../evidence/jobs/workflow.ts';
import { shownPath } from '../../evidence/reference.ts';
import { once } from '../once.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { isEnough } from '../subject.ts';
import { reached } from './changed-paths.ts';
import { evaluationProofs } from './evaluation-proofs.ts';
import { linked, startsBeforeMerge } from './merge-triggers.ts';
import { type FoundWorkflow, findWorkflow, reachProof, startsByItself, strengthProof } from './workflow-proofs.ts';

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
  const strength = strengthProof(found, events, 'gate');
  // What stops nothing need not be asked for what it evaluates.
  const own = [strength, ...(isEnough(strength) ? evaluationProofs(context, found, events[0] ?? '') : [])];
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
