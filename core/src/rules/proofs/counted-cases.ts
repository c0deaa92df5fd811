import type { Fact } from '../../assessment.ts';
import { together } from '../../evidence/cases/case-files.ts';
import type { CountedCases } from '../../evidence/cases/case-reading.ts';
import { dataSet, isEventTime, isTime } from '../../evidence/cases/dataset.ts';
import { isBeside } from '../../evidence/cases/question.ts';
import { type Field, holders, inCell } from '../../evidence/cases/tally.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { parentOf, type Reference, shownPath } from '../../evidence/reference.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { find, type Proof, unread } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './adopt.ts';
import { broken } from './broken-file.ts';

/** The cases that were counted in the file of a data set, or the proof that says why they were not. */
export type Held = Counted | { readonly proof: Proof };

interface Counted {
  readonly cases: CountedCases;
  readonly file: ArtifactPath;
  readonly shown: string;
  /** Which of its cases are meant, where not all are. */
  readonly selector: string | undefined;
}

type Named = { readonly span: Scalar['span']; readonly value: string };

export function casesOf(context: Context, set: Pick<Subject<Dataset>, 'value'>): Held | undefined {
  const kinds = set.value.get('edge_cases')?.get('field')?.value;
  const slices = context.spec.get('evaluation')?.get('slices')?.get('by')?.items ?? [];
  const fields = [...(kinds === undefined ? [] : [kinds]), ...slices.flatMap((one) => one?.value ?? [])];
  return casesAt(context, set.value.get('path'), fields);
}

/** As `casesOf`, for what is asked of the cases themselves: that there is none at all is told where they are counted. */
export function casesIn(context: Context, set: Pick<Subject<Dataset>, 'value'>): Held | undefined {
  const held = casesOf(context, set);
  const path = set.value.get('path');
  if (held === undefined || path === undefined || 'proof' in held || held.cases.cases > 0) return held;
  return { proof: { at: path, state: 'unverifiable', reason: `"${held.shown}" holds no case${filtered(held)}.` } };
}

/** As `casesOf`, of any file with cases. */
export function casesAt(context: Context, path: Named | undefined, fields: readonly string[] = []): Held | undefined {
  const found = find(context, path, (_, reference) => dataSet(reference, fields));
  if (found === undefined || path === undefined) return undefined;
  if ('proof' in found) return found;
  const { facts, reference } = found;
  const { file, selector } = reference;
  const shown = shownPath(file);
  if (facts.kind === 'unclear')
    return { proof: facts.slip === undefined ? uncountable(path, shown, facts.why) : broken(path, file, facts.slip) };
  if (facts.elsewhere.length === 0) return { cases: facts, file, shown, selector };

  const parts: CountedCases[] = facts.cases > 0 ? [facts] : [];
  for (const named of facts.elsewhere) {
    const other = beside(context, file, named);
    if (other?.kind !== 'file')
      return { proof: uncountable(path, shown, `its cases are in ${quoted(named)}, where nobody looks`) };
    if (/\.(?:[cm]?js|ts|py)(?::\w+)?$/.test(other.file.path))
      return { proof: uncountable(path, shown, `${quoted(named)} makes its cases, and nothing is run here`) };
    const answer = context.evidence?.ask(dataSet(other, fields));
    if (answer === undefined) return { proof: uncountable(path, shown, `${quoted(named)} has not been looked at yet`) };
    if (answer.kind === 'unread') return { proof: unread(path, other.file, answer.why) };
    if (answer.facts.kind === 'unclear') return { proof: uncountable(path, shownPath(other.file), answer.facts.why) };
    parts.push(answer.facts);
  }
  return { cases: together(parts), file, shown, selector };
}

function uncountable(at: Named, shown: string, why: string): Proof {
  return { at, state: 'unverifiable', reason: `The cases of "${shown}" cannot be counted: ${why}.` };
}

/** A reference that stands in a file, relative to its folder. */
function beside({ evidence }: Context, file: ArtifactPath, named: string): Reference | undefined {
  if (/^(?:\$|\{\{|[a-z][a-z0-9+.-]*:\/\/)/i.test(named)) return undefined;
  const folder = parentOf(file.path);
  return evidence?.reference(`${file.root === '' ? '' : `${file.root}/`}/${folder === '' ? '' : `${folder}/`}${named}`);
}

/** That a data set holds as many cases as it is said to, and not copies of a few. */
export function sizeProof(set: Pick<Subject<Dataset>, 'value'>, held: Held | undefined): Proof | undefined {
  const path = set.value.get('path');
  if (held === undefined || path === undefined) return undefined;
  if ('proof' in held) return held.proof;
  const size = set.value.get('size');
  const counted = countProof(size ?? path, size, held);
  if (counted.state !== 'proven') return counted;
  return (
    blankProof(size ?? path, size?.value, held) ?? (size === undefined ? undefined : copiesProof(size, held)) ?? counted
  );
}

/** The same for any number of cases and the file that holds them; `at` stands for a number that is not there. */
export function countProof(at: Proof['at'], said: Scalar<number> | undefined, held: Counted): Proof {
  const { cases, shown } = held;
  const facts = [countFact(held)];
  const holds = `"${shown}" holds ${many(cases.cases)}`;
  const { broken } = cases;
  if (broken.length > 0 && (said === undefined || inRange(said.value, cases))) {
    const reason = `${holds}, and ${brokenLines(broken)}: those may be cases or none.`;
    return { at, state: 'unverifiable', reason, facts };
  }
  if (cases.cases === 0) {
    const lacks = held.selector === undefined ? shown : undefined;
    return { at, state: 'contradicted', reason: `${holds}${filtered(held)}.`, facts, lacks };
  }
  if (said === undefined || isCount(said.value, cases)) {
    return { at, state: 'proven', reason: `${holds}${distinctNote(cases)}.`, facts };
  }
  if (cases.lists.length > 0) {
    const lists = someOf(cases.lists.map((one) => `#${one}`));
    return {
      at: said,
      state: 'unverifiable',
      reason: `${holds} in several lists, not ${said.value}; ${lists} would say which list is meant.`,
      facts,
    };
  }
  const but = `${shown} holds ${many(cases.cases)}${archivedNote(cases)}${brokenNote(cases)}`;
  const reason = `${many(said.value)} here, but ${but}.`;
  return { at: said, state: 'contradicted', reason, facts, fix: adopt(said, String(countToSay(cases)), shown) };
}

function isCount(said: number, { cases, distinct, asked }: CountedCases): boolean {
  return said === cases || said === distinct || said === asked?.wholes.size;
}

function inRange(said: number, { cases, broken }: CountedCases): boolean {
  return said >= cases && said <= cases + broken.length;
}

/** A row without a question is no case. */
function blankProof(at: Proof['at'], said: number | undefined, held: Counted): Proof | undefined {
  const { cases, shown } = held;
  const { blank } = cases;
  if (blank === 0 || cases.cases - blank >= (said ?? cases.cases) * (1 - mostCopies)) return undefined;
  const which =
    blank === cases.cases
      ? `none of the ${blank} in ${shown} asks anything`
      : `${blank} of the ${cases.cases} in ${shown} ask nothing`;
  const reason =
    said === undefined ? `${which.charAt(0).toUpperCase()}${which.slice(1)}.` : `${many(said)} here, but ${which}.`;
  return { at, state: 'contradicted', reason, facts: [countFact(held)] };
}

/** Up to this share of copies slips into a set that is collected by hand. */
const mostCopies = 0.1;

/** Cases that stand in a file several times by their own ids, of files whose rows ask nothing. */
export function idCopiesProof(said: Scalar<number>, held: Counted): Proof | undefined {
  const { cases, shown } = held;
  const haveIds = ['id', '_id', 'uid', 'uuid', 'case_id'].some((name) => cases.fields.get(name)?.cases === cases.cases);
  if (!haveIds || cases.distinct === undefined || cases.distinct >= said.value * (1 - mostCopies)) return undefined;
  const reason = `${many(said.value)} here, but the ids in ${shown} are of only ${many(cases.distinct)}.`;
  const fix = adopt(said, String(cases.distinct), shown);
  return { at: said, state: 'contradicted', reason, facts: [countFact(held)], fix };
}

function copiesProof(said: Scalar<number>, held: Counted): Proof | undefined {
  const { cases, shown } = held;
  if (cases.asked === undefined) return idCopiesProof(said, held);
  const facts = [countFact(held)];
  const { wholes, longs } = cases.asked;
  if (wholes.size < said.value * (1 - mostCopies)) {
    const which =
      wholes.size === 1
        ? `the ${cases.cases} in ${shown} are copies of one`
        : `of the ${cases.cases} in ${shown} only ${wholes.size} are distinct`;
    const reason = `${many(said.value)} here, but ${which}.`;
    return { at: said, state: 'contradicted', reason, facts, fix: adopt(said, String(wholes.size), shown) };
  }
  if (longs.size >= said.value / 2 || [...cases.fields].some(([path, field]) => tellsApart(path, field, cases.cases)))
    return undefined;
  const questions = longs.size === 1 ? 'the same question' : `${longs.size} distinct questions`;
  const reason = `The ${cases.cases} cases in "${shown}" ask ${questions}; whether what stands beside makes them different cases cannot be told.`;
  return { at: said, state: 'unverifiable', reason, facts };
}

/** Whether nearly each case has a value of its own there, as that of a picture or a text which the question is about. */
function tellsApart(path: string, { counts, varied }: Field, cases: number): boolean {
  if (isBeside(path.slice(path.lastIndexOf('.') + 1))) return false;
  return varied || (counts !== undefined && counts.length * 2 >= cases);
}

/** How many cases may be said to be in a file; copies are no cases. */
export function countToSay({ cases, asked }: CountedCases): number {
  return asked !== undefined && asked.wholes.size < cases * (1 - mostCopies) ? asked.wholes.size : cases;
}

export function countFact({ cases, file }: Counted): Fact {
  const inFiles = cases.files > 1 ? ` in ${cases.files} files` : '';
  const says = `${many(cases.cases)}${inFiles}${distinctNote(cases)}${blankNote(cases)}${archivedNote(cases)}${brokenNote(cases)}`;
  return { file, says: `${says}.`, cases: cases.cases };
}

function many(count: number): string {
  return count === 0 ? 'no case' : count === 1 ? '1 case' : `${count} cases`;
}

function distinctNote({ cases, distinct, asked }: CountedCases): string {
  const different = asked?.wholes.size ?? distinct ?? cases;
  return different < cases ? `, ${different} of them distinct` : '';
}

function blankNote({ blank }: CountedCases): string {
  return blank === 0 ? '' : `; ${blank} of them ${blank === 1 ? 'asks' : 'ask'} nothing`;
}

function archivedNote({ archived }: CountedCases): string {
  return archived === 0 ? '' : ` (${archived} more ${archived === 1 ? 'is' : 'are'} archived)`;
}

function brokenNote({ broken }: CountedCases): string {
  return broken.length === 0 ? '' : `; ${brokenLines(broken)}`;
}

function brokenLines(broken: readonly number[]): string {
  return broken.length === 1
    ? `line ${broken[0]} cannot be read`
    : `${broken.length} lines cannot be read, the first is line ${broken[0]}`;
}

/** Which cases were looked for, where only some are meant. */
function filtered({ selector }: Counted): string {
  if (selector === undefined) return '';
  return selector.startsWith('/') ? ` at ${selector}` : ` with ${selector.replaceAll('&', ' and ')}`;
}

/** The field that a name means: by its path, or by its name below what frameworks keep such fields in. */
export function fieldCalled(
  { fields }: CountedCases,
  name: string,
): { readonly path: string; readonly field: Field } | undefined {
  for (const path of [name, ...holders.map((holder) => `${holder}.${name}`)]) {
    const field = fields.get(path);
    if (field !== undefined) return { path, field };
  }
  return undefined;
}

/** The kinds that `field` tells and how many cases have each; lists in a cell of a table are taken apart. */
export function kindsIn({ counts = [] }: Field): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const { values, cases } of counts) {
    const own = new Set(values.flatMap((value) => [value, ...inCell(value)]));
    for (const kind of own) kinds.set(kind, (kinds.get(kind) ?? 0) + cases);
  }
  return kinds;
}

/** How many cases have at least one of `kinds`, and how many of those are no copies. */
export function casesWith(
  { counts = [] }: Field,
  kinds: readonly string[],
): { readonly cases: number; readonly distinct: number } {
  const wanted = new Set(kinds);
  const own = counts.filter(({ values }) =>
    values.some((value) => wanted.has(value) || inCell(value).some((item) => wanted.has(item))),
  );
  const sum = (of: 'cases' | 'distinct') => own.reduce((total, one) => total + one[of], 0);
  return { cases: sum('cases'), distinct: sum('distinct') };
}

/** So many cases are there to set a count against: all, or those that are no copies where these are more than a few. */
export function caseBase({ cases, asked }: CountedCases): {
  readonly of: 'cases' | 'distinct';
  readonly cases: number;
} {
  const distinct = asked?.wholes.size ?? cases;
  return distinct < cases * (1 - mostCopies) ? { of: 'distinct', cases: distinct } : { of: 'cases', cases };
}

/** The field that tells when the cases came up, where every case has it; `sure` where its name can mean nothing else. */
export function eventTime({ fields, cases }: CountedCases): EventTime | undefined {
  const all = [...fields].flatMap(([name, field]): EventTime[] => {
    if (!isTime(name) || field.days === undefined || field.cases !== cases) return [];
    return [{ name, sure: isEventTime(name), ...field.days }];
  });
  return all.find(({ sure }) => sure) ?? all[0];
}

interface EventTime {
  readonly name: string;
  readonly sure: boolean;
  readonly oldest: string;
  readonly newest: string;
}
