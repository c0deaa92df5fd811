import type { Fact } from '../../assessment.ts';
import { addDays, daysBetween } from '../../dates.ts';
import { lastChange, thereIs } from '../../evidence/files.ts';
import { dayOf, readMoment } from '../../evidence/formats/moments.ts';
import { type Reference, shownPath } from '../../evidence/reference.ts';
import { report } from '../../evidence/results/report.ts';
import type { Made } from '../../evidence/results/report-stated.ts';
import type { ReadReport } from '../../evidence/results/reported.ts';
import type { EvaluationResults } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { each, type Subject } from '../subject.ts';
import { dataSets, testSets } from '../test-sets.ts';
import { adopt } from './adopt.ts';
import { casesIn } from './counted-cases.ts';
import { openReport, placed } from './opened-report.ts';
import { otherVersions } from './report-versions.ts';

type File = Extract<Reference, { kind: 'file' }>;

/** That the report is there, is of the day it is said to be, and of the cases, versions and files that are here now. */
export function reportProofs(context: Context, results: Subject<EvaluationResults>): Proof[] {
  return [...ownProofs(context, results), ...covered(context, results)];
}

function ownProofs(context: Context, results: Subject<EvaluationResults>): Proof[] {
  const path = results.value.get('path');
  const opened = openReport(context, path);
  if (opened === undefined || path === undefined) return [];
  if ('proof' in opened) return [(opened.unclear ? isThere(context, path) : undefined) ?? opened.proof];
  const { said, reference, shown } = opened;
  const placeOfTime = timeAt(context, results);
  if (placeOfTime !== undefined && 'proof' in placeOfTime) return [placeOfTime.proof];
  const made = placeOfTime?.made ?? besides(context, reference, said.made) ?? said.made;
  const facts = [...factsOf(said, made, reference)];

  const proofs = [
    otherDay(results, made, shown),
    ...outrun(context, results, made, reference),
    otherCases(context, results, path, said, reference, shown),
    otherData(context, path, said, shown),
    ...otherVersions(context, path, said, shown),
  ].filter((proof) => proof !== undefined);
  if (proofs.length > 0) return proofs;
  if (made === undefined) {
    const commit = changeOf(context, reference);
    const known = commit === undefined ? '' : `; it was committed on ${dayOf(commit)}`;
    const reason = `"${shown}" is there and does not say when it was made${known}.`;
    return [
      {
        at: path,
        state: 'linked',
        reach: 'linked',
        reason,
        facts: [{ file: reference.file, says: 'The report is there.' }, ...facts],
      },
    ];
  }
  const source = made.file === undefined ? shown : shownPath(made.file);
  const after = isDated(context, reference) ? ', after the last change of all it covers' : '';
  const reason = `${placed(source, made.line)} is of ${dayOf(made.moment)}${after}.`;
  return [{ at: path, state: 'proven', reason, facts }];
}

function* factsOf(said: ReadReport, made: Made | undefined, { file }: File): Generator<Fact> {
  if (made !== undefined) {
    const how = made.from === 'name' ? ', by its name' : '';
    yield { file: made.file ?? file, line: made.line, says: `Made on ${dayOf(made.moment)}${how}.` };
  }
  if (said.cases !== undefined) yield { file, line: said.cases.line, says: `Measured on ${said.cases.count} cases.` };
  for (const { of, version, line } of said.versions.slice(0, 10))
    yield { file, line, says: `Made with ${of} ${quoted(version)}.` };
}

/** Where the spec says that the time of the report stands. */
function timeAt(
  context: Context,
  results: Subject<EvaluationResults>,
): { readonly made: Made } | { readonly proof: Proof } | undefined {
  const named = results.value.get('at');
  const opened = openReport(context, named);
  if (opened === undefined || named === undefined) return undefined;
  if ('proof' in opened) return opened;
  const leaf = opened.said.leaves.get(opened.reference.selector ?? '');
  const moment = leaf === undefined ? undefined : readMoment(leaf.text);
  if (leaf === undefined || moment === undefined) {
    return {
      proof: {
        at: named,
        state: 'contradicted',
        reason: `No time stands at ${opened.reference.selector ?? 'the top'} in ${opened.shown}.`,
      },
    };
  }
  return { made: { moment, from: 'inside', line: leaf.line } };
}

/** Azure's evaluator writes the time into a file of its own beside the summary. */
function besides({ evidence }: Context, { file }: File, made: Made | undefined): Made | undefined {
  if (made?.from === 'inside' || evidence === undefined || !/(?:^|\/)summary\.json$/.test(file.path)) return undefined;
  const path = file.path.replace(/summary\.json$/, 'evaluate_parameters.json');
  const answer = evidence.ask(report({ root: file.root, path }));
  const beside = answer?.kind === 'read' && answer.facts.kind === 'report' ? answer.facts.made : undefined;
  return beside?.from === 'inside' ? { ...beside, from: 'beside', file: { root: file.root, path } } : undefined;
}

function otherDay({ value }: Subject<EvaluationResults>, made: Made | undefined, shown: string): Proof | undefined {
  const date = value.get('date');
  if (date === undefined || made === undefined) return undefined;
  const day = dayOf(made.moment);
  // One day apart is the same night in another time zone.
  if (Math.abs(daysBetween(day, date.value)) <= 1) return undefined;
  const source = made.file === undefined ? shown : shownPath(made.file);
  const where = made.from === 'name' ? `the name of ${shown}` : placed(source, made.line);
  const reason = `${date.value} here, but ${where} says ${day}.`;
  return { at: date, state: 'contradicted', reason, fix: adopt(date, day, source) };
}

/** Commits of one change count as one moment, in which the report and what it was made with arrived together. */
const oneChange = 14;

/** The newest of what the report vouches for, where a commit touched it after the report was made. */
function* outrun(
  context: Context,
  results: Subject<EvaluationResults>,
  made: Made | undefined,
  reported: File,
): Generator<Proof> {
  const { evidence, asOf } = context;
  const date = results.value.get('date');
  const day = made === undefined ? date?.value : dayOf(made.moment);
  const at = date ?? results.value.get('path');
  if (evidence === undefined || day === undefined || at === undefined) return;
  const ownChange = changeOf(context, reported);
  let newest: { readonly moment: string; readonly file: File['file'] } | undefined;
  for (const reference of vouchedFor(context, results)) {
    if (reference.kind !== 'file' || reference.glob) continue;
    const answer = evidence.ask(lastChange(reference.file.root, [reference.file.path], asOf));
    const moment = answer?.kind === 'read' ? answer.facts : undefined;
    if (moment === undefined || dayOf(moment) <= day) continue;
    if (moment === ownChange && dayOf(moment) <= addDays(day, oneChange)) continue;
    if (newest === undefined || moment > newest.moment) newest = { moment, file: reference.file };
  }
  if (newest === undefined) return;
  const changed = shownPath(newest.file);
  const reason = `The report is of ${day}, but ${changed} was changed on ${dayOf(newest.moment)}: it was made without that.`;
  yield {
    at,
    state: 'stale',
    reason,
    facts: [{ file: newest.file, says: `Last changed on ${dayOf(newest.moment)}.` }],
  };
}

/** Whether git could be asked. */
function isDated({ evidence, asOf }: Context, { file }: File): boolean {
  return evidence?.ask(lastChange(file.root, [file.path], asOf))?.kind === 'read';
}

function changeOf({ evidence, asOf }: Context, { file }: File): string | undefined {
  const answer = evidence?.ask(lastChange(file.root, [file.path], asOf));
  return answer?.kind === 'read' ? answer.facts : undefined;
}

function vouchedFor(context: Context, { value }: Subject<EvaluationResults>): Reference[] {
  const { spec, evidence } = context;
  const named = [
    ...(value.get('covers')?.items ?? []),
    ...each(context, ['prompts'], spec.get('prompts')).map((prompt) => prompt.value.get('path')),
    ...each(context, ['indexes'], spec.get('indexes')).map((index) => index.value.get('recipe')),
    ...measuredOn(context, value).map((set) => set.value.get('path')),
  ];
  return named.flatMap((one) => (one === undefined || evidence === undefined ? [] : [evidence.reference(one.value)]));
}

/** The test sets that the results are said to be measured on, or all of them. */
function measuredOn(context: Context, value: Subject<EvaluationResults>['value']) {
  const named = (value.get('datasets')?.items ?? []).map((one) => one?.value);
  return testSets(context).filter(({ id }) => named.length === 0 || named.includes(id));
}

/** What the results are said to cover has to be there. */
function covered(context: Context, { value }: Subject<EvaluationResults>): Proof[] {
  return (value.get('covers')?.items ?? []).flatMap((named) => {
    const reference = named === undefined ? undefined : context.evidence?.reference(named.value);
    if (reference === undefined || (reference.kind === 'file' && reference.glob)) return [];
    const found = find(context, named, thereIs);
    return found !== undefined && 'proof' in found && found.proof.state === 'contradicted' ? [found.proof] : [];
  });
}

/** The report was made on as many cases as some test set has. */
function otherCases(
  context: Context,
  results: Subject<EvaluationResults>,
  path: Proof['at'],
  { cases, dataSet }: ReadReport,
  { file }: File,
  shown: string,
): Proof | undefined {
  if (cases === undefined) return undefined;
  const named = (results.value.get('datasets')?.items ?? []).flatMap((one) => one ?? []);
  const at = named[0] ?? path;
  const held = measuredOn(context, results.value).flatMap((set) => {
    const own = casesIn(context, set);
    return own === undefined ? [] : [{ set, own }];
  });
  const counted = held.flatMap(({ set, own }) =>
    'proof' in own || own.cases.broken.length > 0 ? [] : [{ set, cases: own.cases, shown: own.shown }],
  );
  const stated = dataSet === undefined ? [] : counted.filter(({ set }) => isCalled(set, dataSet.name));
  const fitting = stated.length > 0 ? stated : counted;
  // A set that nobody could count may be the one; of a file of which sets are parts, all may be meant.
  if (fitting.length === 0 || (stated.length === 0 && counted.length < held.length)) return undefined;
  if (stated.some(({ set }) => set.value.get('path')?.value.includes('#'))) return undefined;
  const sum = fitting.reduce((total, one) => total + one.cases.cases, 0);
  const fits = (one: (typeof fitting)[number]) => one.cases.cases === cases.count || one.cases.distinct === cases.count;
  // Measured on all that are named, or on one where nothing is named.
  if (cases.count === sum || (named.length < 2 && fitting.some(fits))) return undefined;
  const sizes = fitting.map((one) => `${one.shown} holds ${one.cases.cases}`).join(', ');
  const where = `${placed(shown, cases.line)} was measured on ${cases.count} cases`;
  // The report agrees with the spec; that a file does not is told where its cases are counted.
  const said = fitting.map(({ set }) => set.value.get('size')?.value);
  if (
    cases.count === said.reduce((total, one) => (total ?? 0) + (one ?? Number.NaN), 0) ||
    (named.length < 2 && said.includes(cases.count))
  ) {
    const reason = `${where}, as \`size\` says; ${sizes}.`;
    return {
      at: path,
      state: 'linked',
      reach: 'linked',
      reason,
      facts: [{ file, line: cases.line, says: `Measured on ${cases.count} cases.` }],
    };
  }
  return { at, state: 'contradicted', reason: `${where}, but ${sizes}.` };
}

function isCalled({ id, value }: ReturnType<typeof testSets>[number], name: string): boolean {
  const path = (value.get('path')?.value ?? '').split('#')[0] ?? '';
  const base = (text: string) => text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
  return name === id || base(name) === base(path) || base(name) === base(path).replace(/\.[^.]+$/, '');
}

/** The report names its data set, and it is the one that is tuned on, or a file that is none of those here. */
function otherData(context: Context, at: Proof['at'], { dataSet }: ReadReport, shown: string): Proof | undefined {
  if (dataSet === undefined) return undefined;
  const all = each(context, dataSets, context.spec.get('evaluation')?.get('datasets'));
  const meant = all.filter((set) => isCalled(set, dataSet.name));
  const [first] = meant;
  const where = placed(shown, dataSet.line);
  if (first !== undefined) {
    if (meant.some(({ value }) => value.get('use')?.value !== 'tune')) return undefined;
    return {
      at,
      state: 'contradicted',
      reason: `${where} was measured on ${quoted(dataSet.name)}: "${first.id}" is what the system is tuned on.`,
    };
  }
  // A mere name may be anything; the name of a file is meant as one.
  if (all.length === 0 || !/\.(?:jsonl|json|csv|tsv|ya?ml|parquet)$/i.test(dataSet.name)) return undefined;
  return {
    at,
    state: 'contradicted',
    reason: `${where} was measured on ${quoted(dataSet.name)}, which is none of the data sets here.`,
  };
}
