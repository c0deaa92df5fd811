import type { Labels } from '../../evidence/cases/tally.ts';
import type { Evaluation } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './adopt.ts';
import { casesAt, countProof, idCopiesProof } from './counted-cases.ts';
import { trimmed } from './precision.ts';

/** That the labels of people and judge are there, as many as is said, and agree as far. */
export function labelProofs(context: Context, judge: Subject<NonNullable<Evaluation['judge']>>): Proof[] {
  const path = judge.value.get('proof');
  const held = casesAt(context, path);
  if (held === undefined || path === undefined) return [];
  if ('proof' in held) return [held.proof];
  const { cases, file, shown } = held;
  const said = judge.value.get('cases');
  const counted = countProof(path, said, held);
  if (counted.state !== 'proven') return [counted];
  const copies = said === undefined ? undefined : idCopiesProof(said, held);
  if (copies !== undefined) return [copies];
  const kappa = judge.value.get('kappa');
  if (cases.labels === undefined || kappa === undefined) {
    const reason = `"${shown}" holds the cases, but which fields are the labels of people and of the judge cannot be told.`;
    return [{ at: path, state: 'linked', reach: 'linked', reason, facts: counted.facts }];
  }
  const found = kappas(cases.labels);
  const [plain] = found;
  if (plain === undefined) {
    return [
      {
        at: path,
        state: 'unverifiable',
        reason: `No kappa can be computed from the labels in "${shown}".`,
        facts: counted.facts,
      },
    ];
  }
  const digits = String(kappa.value).split('.')[1]?.length ?? 0;
  const says = `Kappa between "${cases.labels.person}" and "${cases.labels.judge}" is ${trimmed(plain, 2)}.`;
  const facts = [...(counted.facts ?? []), { file, says }];
  if (found.some((one) => Math.abs(one - kappa.value) <= 0.5 / 10 ** Math.min(digits, 3) + 1e-9)) {
    return [
      { at: path, state: 'proven', reason: `The labels in "${shown}" give a kappa of ${trimmed(plain, 2)}.`, facts },
    ];
  }
  const reason = `A kappa of ${kappa.value} here, but the labels in ${shown} give ${trimmed(plain, 2)}.`;
  return [{ at: kappa, state: 'contradicted', reason, facts, fix: adopt(kappa, trimmed(plain, 2), shown) }];
}

/** Cohen's kappa: as it is, and for scores also with linear and with quadratic weights (Cohen 1960, 1968). */
export function kappas({ pairs }: Labels): number[] {
  const names = [...new Set(pairs.flatMap(({ person, judge }) => [person, judge]))];
  const scores = names.map(Number);
  const plain = kappa(pairs, (a, b) => (a === b ? 0 : 1));
  const areScores = scores.every(Number.isFinite);
  const weighted = areScores
    ? [1, 2].map((power) => kappa(pairs, (a, b) => Math.abs(Number(a) - Number(b)) ** power))
    : [];
  return [plain, ...weighted].filter((one) => one !== undefined);
}

function kappa(pairs: Labels['pairs'], distance: (a: string, b: string) => number): number | undefined {
  const total = pairs.reduce((sum, { cases }) => sum + cases, 0);
  const persons = sums(pairs.map(({ person, cases }) => [person, cases]));
  const judges = sums(pairs.map(({ judge, cases }) => [judge, cases]));
  let observed = 0;
  for (const { person, judge, cases } of pairs) observed += (cases / total) * distance(person, judge);
  let expected = 0;
  for (const [person, a] of persons)
    for (const [judge, b] of judges) expected += (a / total) * (b / total) * distance(person, judge);
  return expected === 0 ? undefined : 1 - observed / expected;
}

function sums(counts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [name, count] of counts) all.set(name, (all.get(name) ?? 0) + count);
  return all;
}
