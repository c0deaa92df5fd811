import { trainedOn } from '../../evidence/contracts/trained-on.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Model } from '../../spec/types.generated.ts';
import { findParsed, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { adopt } from './adopt.ts';

/** Whether the card of a model says that it was trained on data of other days than the spec does. */
export function trainedPeriod(context: Context, { value }: Subject<Model>): readonly Proof[] {
  const card = value.get('card');
  const period = value.get('training')?.get('period');
  if (period === undefined || card === undefined || !/\.(?:md|markdown)$/i.test(card.value)) return [];
  const found = findParsed(context, card, 'trained on', trainedOn);
  if (found === undefined || 'proof' in found) return [];
  const { file } = found.reference;
  const shown = shownPath(file);
  return (['from', 'to'] as const).flatMap((end): readonly Proof[] => {
    const said = period.get(end);
    const [first] = found.facts;
    if (said === undefined || first === undefined || found.facts.some((one) => one[end] === said.value)) return [];
    const reason = `Trained on data ${end} ${said.value} here, but ${end} ${first[end]} in ${shown}:${first.line}.`;
    const facts = [{ file, line: first.line, says: `Trained on data from ${first.from} to ${first.to}.` }];
    return [{ at: said, state: 'contradicted', reason, facts, fix: adopt(said, first[end], shown) }];
  });
}
