import { daysIn } from '../../evidence/documents/days.ts';
import { labelledIn } from '../../evidence/documents/labelled.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Model } from '../../spec/types.generated.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './counted-cases.ts';
import { findDocument } from './document-proof.ts';

/** Whether a card tells of training on the same data as the spec: the first and the last day, where it names two. */
export function describedPeriod(context: Context, { value }: Subject<Model>): readonly Proof[] {
  const period = value.get('training')?.get('period');
  const found = findDocument(context, value.get('card'));
  if (period === undefined || found === undefined || 'proof' in found || found.facts.kind !== 'prose') return [];
  const told = labelledIn(found.facts.prose).flatMap(({ label, value: said, line }) => {
    const days = trained.test(label) ? daysIn(said).map(({ day }) => day) : [];
    return days.length === 2 ? [{ from: days[0] ?? '', to: days[1] ?? '', line }] : [];
  });
  const [first] = told;
  if (first === undefined || told.length > 1) return [];
  const { file } = found.reference;
  const where = `${shownPath(file)}:${first.line}`;
  return (['from', 'to'] as const).flatMap((end): Proof[] => {
    const day = period.get(end);
    if (day === undefined || day.value === first[end]) return [];
    const reason = `${day.value} here, but ${where} says ${first[end]}.`;
    const facts = [{ file, line: first.line, says: `Trained on ${first.from} to ${first.to}.` }];
    return [{ at: day, state: 'contradicted', reason, facts, fix: adopt(day, first[end], where) }];
  });
}

const trained = /^(?:trained (?:on|with|from)|training(?: data| period| window| set)?|(?:data|training) period)$/;
