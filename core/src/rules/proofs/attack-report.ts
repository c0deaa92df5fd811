import { daysBetween } from '../../dates.ts';
import { dayOf } from '../../evidence/formats/moments.ts';
import type { EvaluationRedTeam } from '../../spec/types.generated.ts';
import { isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './counted-cases.ts';
import { openReport, placed } from './opened-report.ts';

/** That the report of the adversarial test is there, and of the day that the spec says where it tells one. */
export function attackProofs(context: Context, { value }: Subject<EvaluationRedTeam>): Proof[] {
  const path = value.get('proof');
  const there = isThere(context, path);
  if (there === undefined || there.state !== 'linked') return there === undefined ? [] : [there];
  const opened = openReport(context, path);
  if (opened === undefined || 'proof' in opened) return [there];
  const { said, shown, reference } = opened;
  const date = value.get('date');
  if (said.made === undefined || date === undefined) return [there];
  const day = dayOf(said.made.moment);
  const facts = [{ file: reference.file, line: said.made.line, says: `Made on ${day}.` }];
  if (Math.abs(daysBetween(day, date.value)) <= 1) {
    return [
      {
        at: date,
        state: 'linked',
        reach: 'linked',
        reason: `${placed(shown, said.made.line)} was made on ${day}.`,
        facts,
      },
    ];
  }
  const reason = `${date.value} here, but ${placed(shown, said.made.line)} says ${day}.`;
  return [{ at: date, state: 'contradicted', reason, facts, fix: adopt(date, day, shown) }];
}
