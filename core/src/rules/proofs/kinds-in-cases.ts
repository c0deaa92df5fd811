import type { Assessment } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import type { CountedCases } from '../../evidence/cases/case-reading.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import { someOf } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { kindsOf } from '../test-sets.ts';
import { adopt } from './adopt.ts';
import { caseBase, casesIn, casesWith, fieldCalled, type Held, kindsIn } from './counted-cases.ts';
import { trimmed } from './precision.ts';

/** That the difficult cases which a data set is said to hold are in its file, of these kinds and as many. */
export function edgeCaseProofs(context: Context, set: Subject<Dataset>): Proof[] {
  const held = casesIn(context, set);
  const edge = set.value.get('edge_cases');
  const path = set.value.get('path');
  if (held === undefined || path === undefined || edge === undefined) return [];
  if ('proof' in held) return [unseen(held.proof, path)];
  const { cases, shown, file } = held;
  if (cases.unread !== undefined) {
    return [
      {
        at: path,
        state: 'unverifiable',
        reason: `The kinds of cases in "${shown}" were not counted: ${cases.unread}.`,
      },
    ];
  }
  const [broken] = cases.broken;
  if (broken !== undefined) {
    const reason = `The kinds of cases in "${shown}" were not counted: line ${broken} cannot be read.`;
    return [{ at: path, state: 'unverifiable', reason }];
  }
  const said = edge.get('field');
  const kinds = kindsOf(set);
  const column = said === undefined ? fieldWith(cases, kinds) : fieldCalled(cases, said.value);
  if (column === undefined) {
    if (said !== undefined) return [noSuchField(said, cases, kinds, shown)];
    const reason = `"${shown}" is there, but \`field\` does not say which field tells the kind of a case, so the kinds cannot be counted.`;
    return [{ at: path, state: 'linked', reach: 'linked', reason }];
  }
  if (column.field.counts === undefined) {
    const reason = `"${column.path}" in ${shown} has another value in nearly every case, so it tells no kinds.`;
    return [{ at: said ?? path, state: 'unverifiable', reason }];
  }

  const found = kindsIn(column.field);
  const proofs: Proof[] = [];
  for (const kind of edge.get('kinds')?.items ?? []) {
    if (kind === undefined || found.has(kind.value)) continue;
    const near = closest(kind.value, [...found.keys()]);
    const reason = `No case of ${shown} has "${kind.value}" in "${column.path}".`;
    proofs.push({
      at: kind,
      state: 'contradicted',
      reason,
      fix: near === undefined ? undefined : adopt(kind, near, shown),
    });
  }
  const share = edge.get('share');
  const counted = casesWith(column.field, kinds);
  const base = caseBase(cases);
  const count = counted[base.of];
  const percent = (100 * count) / Math.max(base.cases, 1);
  const all = base.of === 'distinct' ? `${base.cases} distinct` : `${base.cases}`;
  // Where a few are copies, a person may have counted them or not.
  const distinct =
    cases.asked === undefined ? percent : (100 * counted.distinct) / Math.max(cases.asked.wholes.size, 1);
  const facts = [
    {
      file,
      says: `${count} of ${all} cases (${trimmed(percent, 1)}%) are of these kinds, by "${column.path}".`,
    },
  ];
  const size = set.value.get('size')?.value;
  // That they are copies is told where the cases are counted.
  if (base.of === 'distinct' && size !== undefined && base.cases < size && proofs.length === 0) {
    const reason = `What share of ${shown} is of these kinds cannot be told: many of its cases are copies.`;
    return [{ at: share ?? path, state: 'unverifiable', reason, facts }];
  }
  if (
    share !== undefined &&
    !isRounded(share.value, percent) &&
    !isRounded(share.value, distinct) &&
    proofs.length === 0
  ) {
    // That there are fewer or more is told where the cases are counted.
    if (size !== undefined && size !== base.cases && isWithout(share.value, size, count, base.cases)) {
      const reason = `What share of ${shown} was of these kinds cannot be told: it holds ${base.cases} cases, and not ${size}.`;
      return [{ at: share, state: 'unverifiable', reason, facts }];
    }
    const others = column.field.cases - counted.cases;
    if (base.of === 'cases' && isRounded(share.value, (100 * column.field.cases) / Math.max(cases.cases, 1))) {
      const reason = `${share.value} of the cases in ${shown} have a value in "${column.path}", but ${others} of those are of no kind named here.`;
      return [{ at: share, state: 'unverifiable', reason, facts }];
    }
    const reason = `${share.value} here, but ${count} of ${all} cases in ${shown} are of these kinds: ${trimmed(percent, 1)}%.`;
    const fix = count === 0 ? undefined : adopt(share, `${trimmed(percent, percent < 1 ? 2 : 0)}%`, shown);
    return [{ at: share, state: 'contradicted', reason, facts, fix }];
  }
  // With kinds that no case has the count is of the others, and follows from what was said of those.
  if (proofs.length > 0) return proofs;
  return [
    {
      at: share ?? path,
      state: 'proven',
      reason: `${count} of ${all} cases in "${shown}" are of these kinds.`,
      facts,
    },
  ];
}

/** What another requirement says of a file need not be said again. */
export function unseen(proof: Proof, at: Proof['at']): Proof {
  return { at, state: 'unverifiable', reason: proof.reason };
}

/** A share such as `24%` stands for all that is rounded to it, whether up, down or to the nearest. */
function isRounded(share: string, percent: number): boolean {
  return Math.abs(Number(share.replace('%', '')) - percent) < step(share);
}

function step(share: string): number {
  const decimals = share.replace('%', '').split('.')[1]?.length ?? 0;
  return 1 / 10 ** decimals;
}

/** Whether so many cases of `size` could have been of these kinds, before some were taken out or others added. */
function isWithout(share: string, size: number, count: number, cases: number): boolean {
  const others = Math.abs(size - cases);
  const [least, most] = cases < size ? [count, count + others] : [count - others, count];
  const said = Number(share.replace('%', ''));
  return said > (100 * least) / size - step(share) && said < (100 * most) / size + step(share);
}

/** The one field in which every one of the kinds occurs. */
function fieldWith(cases: CountedCases, kinds: readonly string[]) {
  if (kinds.length === 0) return undefined;
  const fitting = [...cases.fields].filter(([, field]) => {
    const found = kindsIn(field);
    return kinds.every((kind) => found.has(kind));
  });
  const [only, another] = fitting;
  return only === undefined || another !== undefined ? undefined : { path: only[0], field: only[1] };
}

function noSuchField(
  said: { readonly value: string } & Parameters<typeof adopt>[0],
  cases: CountedCases,
  kinds: readonly string[],
  shown: string,
): Proof {
  const near = fieldWith(cases, kinds)?.path ?? closest(said.value, [...cases.fields.keys()]);
  return {
    at: said,
    state: 'contradicted',
    reason: `No case of ${shown} has a field "${said.value}".`,
    fix: near === undefined ? undefined : adopt(said, near, shown),
  };
}

/** Writes the kinds that are in the file and not in the spec yet. */
export function kindsFix(
  context: Context,
  set: Subject<Dataset>,
  held: Held | undefined = casesIn(context, set),
): Assessment['fix'] {
  const name = set.value.get('edge_cases')?.get('field')?.value;
  if (held === undefined || 'proof' in held || name === undefined) return undefined;
  const field = fieldCalled(held.cases, name)?.field;
  const known = kindsOf(set);
  const others = field?.counts === undefined ? [] : [...kindsIn(field).keys()].filter((kind) => !known.includes(kind));
  // More are topics or ids; a person has to choose.
  if (others.length === 0 || others.length > 20 || !others.every((kind) => /^[\w .:/-]{2,40}$/.test(kind)))
    return undefined;
  return () => ({
    title: `Add ${someOf(others)} from ${held.shown}`,
    kind: 'adopt',
    safe: false,
    edits: insertionEdits(context.doc, [{ path: [...set.path, 'edge_cases', 'kinds'], draft: others }]),
  });
}
