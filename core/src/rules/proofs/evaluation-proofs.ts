import { thereIs } from '../../evidence/files.ts';
import { type Comparing, type Evaluating, evaluationFlow } from '../../evidence/jobs/evaluation-flow.ts';
import { commandsOf, type JobCommand, joined } from '../../evidence/jobs/job-commands.ts';
import { rootOfWorkflow } from '../../evidence/jobs/pipeline.ts';
import { inside, nameOf } from '../../evidence/jobs/step-fate.ts';
import { type Reference, shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each } from '../subject.ts';
import { dataSets } from '../test-sets.ts';
import type { FoundWorkflow } from './workflow-proofs.ts';

interface DataSet {
  readonly id: string;
  readonly target: Extract<Reference, { kind: 'file' }> | undefined;
  readonly size: number | undefined;
  readonly isTest: boolean;
}

/** That a gate evaluates the data sets of the spec, the whole of one, and compares what comes of that. */
export function* evaluationProofs(context: Context, found: FoundWorkflow, event: string): Generator<Proof> {
  const sets = setsOf(context);
  const flows = found.jobs.map((job) => evaluationFlow(commandsOf(job, event, found.elsewhere)));
  const evaluating = flows.flatMap((flow) => flow.evaluating);
  const other = otherData(context, found, sets, evaluating);
  if (other !== undefined) yield other;
  else {
    const few = fewCases(found, sets, evaluating);
    if (few !== undefined) yield few;
  }
  for (const flow of flows) {
    const stray =
      replacedResults(context, found, flow.comparing) ?? otherResults(found, flow.evaluating, flow.comparing);
    if (stray !== undefined) yield stray;
  }
}

function setsOf(context: Context): readonly DataSet[] {
  return each(context, dataSets, context.spec.get('evaluation')?.get('datasets')).map(({ id, value }) => {
    const path = value.get('path')?.value;
    const target = path === undefined ? undefined : context.evidence?.reference(path);
    return {
      id,
      target: target?.kind === 'file' ? target : undefined,
      size: value.get('size')?.value,
      isTest: value.get('use')?.value !== 'tune',
    };
  });
}

/** The path of a file from the root of the repository, where its command runs in a known folder. */
function fromRoot({ file }: FoundWorkflow, { folder }: JobCommand, path: string): string | undefined {
  return folder === undefined ? undefined : joined(`${rootOfWorkflow(file.path)}${folder}`, path);
}

/** Whether a command may mean the data of a set; where its folder is not known, the end of the path has to do. */
function isOf(found: FoundWorkflow, command: JobCommand, path: string, { target }: DataSet): boolean {
  if (target === undefined) return false;
  const own = target.file.path;
  const given = fromRoot(found, command, path);
  if (command.folder === undefined || target.file.root !== '') return path.split('/').at(-1) === own.split('/').at(-1);
  // Where it is mounted in a container.
  if (given === undefined) return path.startsWith('/') && path.endsWith(`/${own}`);
  return given === own || (target.folder && given.startsWith(`${own}/`)) || own.startsWith(`${given}/`) || target.glob;
}

/** What is evaluated in place of the test sets; nothing where one of them is named, or no data at all. */
function otherData(
  context: Context,
  found: FoundWorkflow,
  sets: readonly DataSet[],
  evaluating: readonly Evaluating[],
): Proof | undefined {
  const tests = sets.filter(({ isTest }) => isTest);
  // A test set that is not there is told of at its path.
  if (tests.some(({ target }) => target && context.evidence?.ask(thereIs(target.file))?.kind !== 'read'))
    return undefined;
  const named = evaluating.flatMap((one) => one.data.map((path) => ({ one, path })));
  if (tests.length === 0 || named.some(({ one, path }) => tests.some((set) => isOf(found, one.command, path, set))))
    return undefined;
  for (const { one, path } of named) {
    const { command } = one;
    const says = `${nameOf(command.step)} evaluates "${clipped(path)}"`;
    const tuning = sets.find((set) => !set.isTest && isOf(found, command, path, set));
    if (tuning !== undefined)
      return against(found, command.line, `${says}, which is data set "${tuning.id}" and there to tune`);
    const [test] = tests.filter(({ target }) => target?.file.root === '');
    if (test === undefined || tests.some(({ target }) => target?.file.root !== '')) continue;
    const instead = `${says}, and not "${shownPath(test.target?.file ?? { root: '', path: '' })}" of data set "${test.id}"`;
    const given = fromRoot(found, command, path);
    const answer =
      given === undefined ? undefined : context.evidence?.ask(thereIs({ root: found.file.root, path: given }));
    if (answer?.kind === 'read') return against(found, command.line, instead);
    if (answer?.kind === 'unread' && answer.why === 'absent' && !one.isPrepared)
      return against(found, command.line, `${instead}; nothing before it makes that file`);
    return short(found, command.line, `${says}; that it comes from a data set of the spec is not said`, 'linked');
  }
  return undefined;
}

function fewCases(
  found: FoundWorkflow,
  sets: readonly DataSet[],
  evaluating: readonly Evaluating[],
): Proof | undefined {
  // What evaluates all of them besides is enough.
  if (evaluating.some(({ limit, data }) => limit === undefined && data.length > 0)) return undefined;
  const sizes = sets.flatMap(({ isTest, size }) => (isTest && size !== undefined ? [size] : []));
  const most = sizes.length === 0 ? undefined : Math.max(...sizes);
  for (const { command, limit } of evaluating) {
    if (limit === undefined || (most !== undefined && limit.count !== undefined && limit.count >= most)) continue;
    const what = most === undefined ? 'some of the cases' : `not all of the ${most} cases`;
    return short(
      found,
      command.line,
      `${nameOf(command.step)} evaluates ${what}: \`${clipped(limit.says)}\``,
      'proven',
    );
  }
  return undefined;
}

/** That another file was put in place of what was evaluated before it is compared. */
function replacedResults(context: Context, found: FoundWorkflow, comparing: readonly Comparing[]): Proof | undefined {
  for (const { reads, names, replaced } of comparing) {
    const path = [...reads, ...names].find((one) => replaced.has(one));
    const by = path === undefined ? undefined : replaced.get(path);
    if (path === undefined || by === undefined) continue;
    const { command, from } = by;
    const source = from === undefined ? undefined : fromRoot(found, command, from);
    const isThere =
      source !== undefined && context.evidence?.ask(thereIs({ root: found.file.root, path: source }))?.kind === 'read';
    if (from !== undefined && !isThere) continue;
    const says = `${nameOf(command.step)} puts another file in place of "${clipped(path)}" before it is compared: \`${clipped(command.text)}\``;
    return against(found, command.line, says);
  }
  return undefined;
}

/** That what is compared is not what was written; a later file of the same name may be it. */
function otherResults(
  found: FoundWorkflow,
  evaluating: readonly Evaluating[],
  comparing: readonly Comparing[],
): Proof | undefined {
  const written = evaluating.flatMap(({ command, writes }) => writes.map((path) => ({ command, path })));
  const [first] = written;
  if (first === undefined || written.some(({ path }) => !isKnown(path))) return undefined;
  for (const { command, reads, names, isPrepared } of comparing) {
    if (reads.length === 0 || [...reads, ...names].some((path) => !isKnown(path))) continue;
    const place = (of: JobCommand, path: string) => fromRoot(found, of, path) ?? path;
    // What its options are called differs; that the file stands among its words is enough.
    const isOne = [...reads, ...names].some((path) =>
      written.some((one) => {
        const [read, wrote] = [place(command, path), place(one.command, one.path)];
        return read === wrote || read.startsWith(`${wrote}/`) || wrote.startsWith(`${read}/`);
      }),
    );
    if (isOne) continue;
    const wrote = `${nameOf(first.command.step)} writes "${clipped(first.path)}" in line ${first.command.line}`;
    const says = `${wrote}, and ${inside(nameOf(command.step))} compares "${clipped(reads[0] ?? '')}"`;
    return isPrepared ? short(found, command.line, says, 'linked') : against(found, command.line, says);
  }
  return undefined;
}

/** Nothing in it is filled in later. */
function isKnown(path: string): boolean {
  return /^[^$*?<>|`]+$/.test(path);
}

function against({ at, file }: FoundWorkflow, line: number, says: string): Proof {
  const reason = `${says} (${shownPath(file)}:${line}).`;
  return { at, state: 'contradicted', reason, facts: [{ file, line, says: `${says}.` }] };
}

/** It is there; `proven` where more could be shown, so that a stage which asks for proof is told. */
function short({ at, file }: FoundWorkflow, line: number, says: string, reach: 'linked' | 'proven'): Proof {
  const reason = `${says} (${shownPath(file)}:${line}).`;
  return { at, state: 'linked', reach, reason, facts: [{ file, line, says: `${says}.` }] };
}
