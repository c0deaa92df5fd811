import { thereIs } from '../../evidence/files.ts';
import { commandsOf, joined } from '../../evidence/jobs/job-commands.ts';
import { rootOfWorkflow } from '../../evidence/jobs/pipeline.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { isEnough } from '../subject.ts';
import { type FoundWorkflow, findWorkflow, testProofs } from './workflow-proofs.ts';

/** What the workflow that tests the connector of a source shows; `others` are all sources of the spec. */
export function connectorProofs(
  context: Context,
  named: Scalar<string> | undefined,
  source: string,
  others: readonly string[],
): readonly Proof[] {
  const proofs = [...testProofs(context, named)];
  const found = findWorkflow(context, named);
  if (found === undefined || 'proof' in found || !proofs.every(isEnough)) return proofs;
  const more = leftOut(found, source, others) ?? otherTests(context, found);
  return more === undefined ? proofs : [more];
}

/** A matrix of sources that does not have this one, which nothing else in the job names. */
function leftOut(found: FoundWorkflow, source: string, others: readonly string[]): Proof | undefined {
  const { at, file, jobs } = found;
  const lists = jobs.flatMap(({ values }) =>
    [...values.values()].filter(({ given }) => given.some((one) => others.includes(one))),
  );
  const [list] = lists;
  const words = jobs
    .flatMap((job) => [job.id, job.name, ...job.steps.flatMap(({ name, run }) => [name, run])])
    .join(' ');
  if (list === undefined || lists.some(({ given }) => given.includes(source)) || words.includes(source))
    return undefined;
  const says = `It runs for ${list.given.slice(0, 10).join(', ')}, and not for ${source}`;
  const reason = `${says} (${shownPath(file)}:${list.line}).`;
  return { at, state: 'contradicted', reason, facts: [{ file, line: list.line, says: `${says}.` }] };
}

/** Tests that are not there, or that are of units. */
function otherTests(context: Context, found: FoundWorkflow): Proof | undefined {
  const { at, file, jobs, elsewhere } = found;
  const tests = jobs
    .flatMap((job) => commandsOf(job, 'pull_request', elsewhere))
    .flatMap(({ alternatives, folder, line }) =>
      alternatives.map((words) => ({ paths: testedIn(words), folder, line })).filter(({ paths }) => paths.length > 0),
    );
  const isOfUnits = (path: string) => /(?:^|[/_-])units?(?:[/_.-]|$)/i.test(path);
  for (const { paths, folder, line } of tests) {
    for (const path of folder === undefined ? [] : paths) {
      const whole = joined(`${rootOfWorkflow(file.path)}${folder}`, path);
      const answer = whole === undefined ? undefined : context.evidence?.ask(thereIs({ root: file.root, path: whole }));
      if (answer?.kind !== 'unread' || answer.why !== 'absent') continue;
      // What the spec names in it is told of there.
      if (context.doc.text.includes(`${path.replace(/\/$/, '')}/`)) continue;
      const says = `It tests "${path}", which is not there`;
      return {
        at,
        state: 'contradicted',
        reason: `${says} (${shownPath(file)}:${line}).`,
        facts: [{ file, line, says }],
      };
    }
  }
  const [first] = tests;
  if (first === undefined || !tests.every(({ paths }) => paths.every(isOfUnits))) return undefined;
  const says = `It tests "${first.paths[0]}", which are units; that a connector is tested is not said`;
  const reason = `${says} (${shownPath(file)}:${first.line}).`;
  return { at, state: 'linked', reason, facts: [{ file, line: first.line, says: `${says}.` }] };
}

/** The files and folders that pytest is given. */
function testedIn(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => /^(?:pytest|py\.test)$/.test(word));
  const isRun = words
    .slice(0, start)
    .every((word) => /^(?:[\w./-]*python[\d.]*|-m|uv|poetry|pdm|hatch|run|coverage|xvfb-run)$/.test(word));
  if (start < 0 || !isRun) return [];
  return words.slice(start + 1).flatMap((word, index, rest) => {
    const isValue = /^-/.test(rest[index - 1] ?? '') && !/=|^-[vqxslx]+$/.test(rest[index - 1] ?? '');
    return isValue || !/^[\w.-]+(?:\/[\w.-]+)*\/?(?:::.*)?$/.test(word) || word.startsWith('-') || !/[/.]/.test(word)
      ? []
      : [word.replace(/::.*$/, '')];
  });
}
