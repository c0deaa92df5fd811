import { addDays } from '../../dates.ts';
import type { Dataset, Model } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { testSets } from '../test-sets.ts';
import { adopt } from './adopt.ts';
import { casesIn, countFact, eventTime } from './counted-cases.ts';
import { unseen } from './kinds-in-cases.ts';

/** That the cases of a set came up in the days from which it is said to be drawn. */
export function windowProofs(context: Context, set: Subject<Dataset>): Proof[] {
  const held = casesIn(context, set);
  const path = set.value.get('path');
  if (held === undefined || path === undefined) return [];
  if ('proof' in held) return [unseen(held.proof, path)];
  const { shown, file, cases } = held;
  const time = eventTime(cases);
  const from = set.value.get('sampled')?.get('from');
  const to = set.value.get('sampled')?.get('to');
  const facts = [countFact(held)];
  const untold = { at: path, state: 'linked', reach: 'linked', facts } as const;
  const reason = `"${shown}" is there, but no field tells when its cases came up.`;
  if (time === undefined || from === undefined || to === undefined) return [{ ...untold, reason }];
  const says = `"${time.name}" runs from ${time.oldest} to ${time.newest}.`;
  const both = [...facts, { file, says }];
  // A day before or after is the same night in another time zone.
  const proofs: Proof[] = [];
  if (time.oldest < addDays(from.value, -1)) {
    const reason = `From ${from.value} here, but "${time.name}" in ${shown} begins on ${time.oldest}.`;
    proofs.push({ at: from, state: 'contradicted', reason, facts: both, fix: adopt(from, time.oldest, shown) });
  }
  if (time.newest > addDays(to.value, 1)) {
    const reason = `Up to ${to.value} here, but "${time.name}" in ${shown} ends on ${time.newest}.`;
    proofs.push({ at: to, state: 'contradicted', reason, facts: both, fix: adopt(to, time.newest, shown) });
  }
  // What is called a time may be when the case was written down.
  if (proofs.length > 0) return time.sure ? proofs : [{ ...untold, reason }];
  return [{ at: path, state: 'proven', reason: `${says.slice(0, -1)} in ${shown}.`, facts: both }];
}

/** That the cases of one test set are all later than the data a model was trained on. */
export function laterProofs(context: Context, model: Subject<Model>): Proof[] {
  const end = model.value.get('training')?.get('period')?.get('to')?.value;
  if (end === undefined) return [];
  const sets = testSets(context).flatMap((set) => {
    const held = casesIn(context, set);
    const path = set.value.get('path');
    return held === undefined || path === undefined
      ? []
      : [{ held, path, at: set.value.get('sampled')?.get('from') ?? path }];
  });
  const timed = sets.flatMap(({ held, at }) => {
    const time = 'proof' in held ? undefined : eventTime(held.cases);
    return time === undefined || 'proof' in held ? [] : [{ held, time, at }];
  });
  const later = timed.find(({ time }) => time.oldest > end);
  if (later !== undefined) {
    const { held, time, at } = later;
    const says = `"${time.name}" begins on ${time.oldest}.`;
    return [
      {
        at,
        state: 'proven',
        reason: `${says.slice(0, -1)} in ${held.shown}, after ${end}.`,
        facts: [{ file: held.file, says }],
      },
    ];
  }
  const [first] = timed;
  if (first?.time.sure && timed.length === sets.length) {
    const { held, time, at } = first;
    const reason = `"${time.name}" in ${held.shown} begins on ${time.oldest}, but "${model.id}" was trained on data up to ${end}: it is tested on days it has seen.`;
    return [
      {
        at,
        state: 'contradicted',
        reason,
        facts: [{ file: held.file, says: `"${time.name}" begins on ${time.oldest}.` }],
      },
    ];
  }
  return sets.slice(0, 1).map(({ held, path }): Proof => {
    if ('proof' in held) return unseen(held.proof, path);
    const reason = `"${held.shown}" is there, but no field tells when its cases came up.`;
    return { at: path, state: 'linked', reach: 'linked', reason, facts: [countFact(held)] };
  });
}
