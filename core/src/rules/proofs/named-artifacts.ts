import type { Assessment } from '../../assessment.ts';
import { pointer } from '../../spec/document.ts';
import { fieldAt } from '../../spec/field-tree.ts';
import { isPlaceholder } from '../../spec/placeholder.ts';
import type { AnyNode, Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context, Requirement } from '../rule.ts';
import { fromStageOn, isEnough, isRefused, summedUp } from '../subject.ts';
import { documentProof } from './document-proof.ts';
import { runbookProof } from './runbook-proof.ts';

/** What is named at one place of the spec, and what is there. */
interface Named {
  /** The pointer of what names it. */
  readonly subject: string;
  readonly proof: Proof;
}

/** What a requirement says of a spec, together with what its fields name where somebody may look at artifacts. */
export function assessmentsOf(requirement: Requirement, context: Context): readonly Assessment[] {
  const own = [...requirement.assess(context)];
  const { artifacts } = requirement;
  return artifacts === undefined || context.evidence === undefined ? own : [...withArtifacts(context, artifacts, own)];
}

/**
 * The assessments of a requirement, with what is to be found where its fields name an artifact: a file that is not there
 * stands beside the faults of its subject, one that is there counts for it. `fields` are written as in the schema's table:
 * `models.*.card`, `system.pilot_gaps[].proof`.
 */
function* withArtifacts(
  context: Context,
  fields: readonly string[],
  assessments: readonly Assessment[],
): Generator<Assessment> {
  const subjects = new Set(assessments.map(({ subject }) => subject));
  const named = fields.flatMap((field) => [...artifactsAt(context, field, subjects)]);
  const faulty = new Set(assessments.filter(isFault).map(({ at }) => at.span.start));
  const bad = named.filter(({ proof }) => !isEnough(proof) && !faulty.has(proof.at.span.start));
  const summed = new Set<string>();

  for (const assessment of assessments) {
    const own = named.filter(({ subject }) => subject === assessment.subject).map(({ proof }) => proof);
    if (
      own.length === 0 ||
      isFault(assessment) ||
      assessment.state === 'not-applicable' ||
      summed.has(assessment.subject)
    ) {
      yield assessment;
      continue;
    }
    summed.add(assessment.subject);
    const good = own.filter(isEnough);
    // Beside what is wrong stands only what an artifact shows to be right.
    if (good.length < own.length && (assessment.facts ?? []).length + good.length === 0) continue;
    yield { ...assessment, ...together(assessment, good) };
  }
  for (const { proof, subject } of bad) yield fromStageOn(proof, subject, true);
}

/** Something that is wrong now or at a later stage, unlike what is known of a subject that is sound. */
function isFault({ state, reach, shortfalls = [] }: Assessment): boolean {
  if (state === 'linked') return reach === 'proven' || shortfalls.length > 0;
  return (
    shortfalls.length > 0 || state === 'contradicted' || state === 'missing' || state === 'hollow' || state === 'stale'
  );
}

/** What is known of a subject by the proofs it had and by those of the artifacts it names. */
function together(assessment: Assessment, own: readonly Proof[]): Partial<Assessment> {
  const { state, reason, facts = [], at, subject } = assessment;
  // That a file is there takes nothing from what the content of another one has shown.
  if (state === 'proven' && own.every((proof) => proof.state === 'linked' || proof.state === 'proven')) {
    return { facts: [...facts, ...own.flatMap((proof) => proof.facts ?? [])] };
  }
  const had: readonly Proof[] =
    state === 'linked' || state === 'proven' || state === 'unverifiable' ? [{ at, state, reason, facts }] : [];
  return summedUp({ name: '', at }, subject, [...had, ...own]);
}

function* artifactsAt(context: Context, field: string, subjects: ReadonlySet<string>): Generator<Named> {
  const steps = field.replaceAll('[]', '.[]').split('.');
  for (const { node, path } of nodesAt(context.doc.tree, steps, [])) {
    const known = fieldAt(path)?.field;
    if (known === undefined || isPlaceholder(String(node.value), known) || isRefused(context.doc, node)) continue;
    if (known.refers?.includes(String(node.value))) continue; // The name of a section, where a path may stand.
    const value = { ...node, value: String(node.value) };
    const proof =
      known.artifact === 'runbook' ? runbookProof(context, value) : documentProof(context, value, known.artifact);
    if (proof === undefined) continue;
    const where = pointer(path);
    const subject = [...subjects].filter((one) => where.startsWith(`${one}/`)).sort((a, b) => b.length - a.length)[0];
    yield { subject: subject ?? pointer(path.slice(0, -1)), proof };
  }
}

function* nodesAt(
  node: AnyNode | undefined,
  steps: readonly string[],
  path: readonly (string | number)[],
): Generator<{ readonly node: Scalar<string | number>; readonly path: readonly (string | number)[] }> {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (node?.kind === 'scalar') yield { node, path };
  } else if (step === '[]') {
    if (node?.kind !== 'sequence') return;
    for (const [index, item] of node.items.entries()) yield* nodesAt(item, rest, [...path, index]);
  } else if (node?.kind === 'mapping') {
    if (step !== '*') yield* nodesAt(node.get(step), rest, [...path, step]);
    else for (const { key, value } of node.entries) yield* nodesAt(value, rest, [...path, key.value]);
  }
}
