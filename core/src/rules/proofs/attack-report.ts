import { daysBetween } from '../../dates.ts';
import { daysOf } from '../../evidence/documents/days.ts';
import { dayOf } from '../../evidence/formats/moments.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { shownPath } from '../../evidence/reference.ts';
import { type Attack, attacksInLeaves, attacksInProse } from '../../evidence/results/attacks.ts';
import type { EvaluationRedTeam } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './adopt.ts';
import { documentProof, findDocument } from './document-proof.ts';
import { openReport } from './opened-report.ts';

/** What a report says of an adversarial test. */
interface Said {
  readonly file: ArtifactPath;
  readonly day: { readonly day: string; readonly line?: number } | undefined;
  /** It names the day of the spec, whatever else it names. */
  names(day: string): boolean;
  readonly attacks: readonly Attack[];
}

/** That the report of the adversarial test is there, is of the day that the spec says, and tells of every kind it covers. */
export function attackProofs(context: Context, { value }: Subject<EvaluationRedTeam>): Proof[] {
  const path = value.get('proof');
  const there = path && documentProof(context, path, 'result');
  if (there === undefined || there.state !== 'linked') return there === undefined ? [] : [there];
  const said = saidBy(context, path);
  if (said === undefined) return [there];
  const kinds = (value.get('covers')?.items ?? []).filter((item) => item !== undefined);
  const told = [sameDay(said, value.get('date')), ...coverProofs(said, kinds)].filter((proof) => proof !== undefined);
  return told.some(({ state }) => state === 'contradicted') ? told : [there, ...told];
}

function saidBy(context: Context, path: Scalar | undefined): Said | undefined {
  const text = findDocument(context, path);
  if (text !== undefined && !('proof' in text) && text.facts.kind === 'prose') {
    const { prose } = text.facts;
    const { all, event } = daysOf(prose);
    const names = (day: string) => all.some((one) => one.day === day);
    return { file: text.reference.file, day: event, names, attacks: attacksInProse(prose) };
  }
  const opened = openReport(context, path);
  if (opened === undefined || 'proof' in opened) return undefined;
  const { said, reference } = opened;
  const day = said.made && { day: dayOf(said.made.moment), line: said.made.line };
  return { file: reference.file, day, names: () => false, attacks: attacksInLeaves(said.leaves) };
}

function placeOf({ file }: Said, line: number | undefined): string {
  return line === undefined ? shownPath(file) : `${shownPath(file)}:${line}`;
}

function sameDay(said: Said, date: Scalar<string> | undefined): Proof | undefined {
  if (date === undefined || said.day === undefined) return undefined;
  const { day, line } = said.day;
  const where = placeOf(said, line);
  const facts = [{ file: said.file, line, says: `Made on ${day}.` }];
  if (Math.abs(daysBetween(day, date.value)) <= 1) {
    return { at: date, state: 'linked', reach: 'linked', reason: `${where} was made on ${day}.`, facts };
  }
  if (said.names(date.value)) {
    const reason = `${where} says ${day}, and names ${date.value} as well.`;
    return { at: date, state: 'linked', reach: 'linked', reason, facts };
  }
  const reason = `${date.value} here, but ${where} says ${day}.`;
  return { at: date, state: 'contradicted', reason, facts, fix: adopt(date, day, shownPath(said.file)) };
}

/**
 * A report that has a row for some of the kinds by their names has one for each that was tried; unless it has rows of
 * other names beside them, which may be about the same.
 */
function coverProofs(said: Said, kinds: readonly Scalar<string>[]): readonly Proof[] {
  const rows = new Map(
    kinds.map((kind) => [kind, said.attacks.filter(({ name }) => plain(name) === plain(kind.value))]),
  );
  const known = kinds.filter((kind) => (rows.get(kind) ?? []).length > 0);
  const [first] = known.flatMap((kind) => rows.get(kind) ?? []);
  if (first === undefined) return [];
  const groups = new Set(known.flatMap((kind) => (rows.get(kind) ?? []).map(({ group }) => group)));
  const names = new Set(kinds.map(({ value }) => plain(value)));
  const other = said.attacks.find(({ group, name }) => groups.has(group) && !names.has(plain(name)) && !sum.test(name));
  return kinds.flatMap((kind): Proof[] => {
    const own = rows.get(kind) ?? [];
    const wrong = (reason: string, line: number): Proof => {
      return { at: kind, state: 'contradicted', reason, facts: [{ file: said.file, line, says: reason }] };
    };
    const [one] = own;
    if (one === undefined && other !== undefined) {
      const reason = `${placeOf(said, other.line)} tells of ${quoted(other.name)}; whether that is ${quoted(kind.value)} is for people to see.`;
      const facts = [{ file: said.file, line: other.line, says: reason }];
      return [{ at: kind, state: 'linked', reach: 'linked', reason, facts }];
    }
    if (one === undefined) {
      const names = someOf(known.map(({ value }) => value));
      return [
        wrong(
          `${quoted(kind.value)} is covered here, but ${placeOf(said, first.line)} tells of ${names} only.`,
          first.line,
        ),
      ];
    }
    if (own.some(({ tries, left }) => tries !== 0 && left === undefined)) {
      const count = own.find(({ tries }) => tries !== undefined)?.tries;
      const reason = `${placeOf(said, one.line)} tells of ${quoted(kind.value)}${count === undefined ? '' : `, tried ${count} times`}.`;
      const facts = [{ file: said.file, line: one.line, says: reason }];
      return [{ at: kind, state: 'linked', reach: 'linked', reason, facts }];
    }
    const how = one.left === undefined ? 'has 0 tries' : `says "${one.left}"`;
    return [wrong(`${quoted(kind.value)} is covered here, but ${placeOf(said, one.line)} ${how}.`, one.line)];
  });
}

/** The row below the others. */
const sum = /^(?:total|all|sum|overall|summe|gesamt)\b/i;

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
