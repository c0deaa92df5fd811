import type { Trigger } from '../spec/types.generated.ts';
import { anyCase } from '../spec/words.ts';
import { once } from './once.ts';
import type { Context } from './rule.ts';
import { each, type Subject } from './subject.ts';

const words = anyCase(/\bre-?train|\bre-?fit|\bre-?calibrat|\btrain\b/);

/** Whether a trigger has a model trained again. */
export function isRetraining({ id, value }: Subject<Trigger>): boolean {
  return words.test(`${id} ${value.get('then')?.value ?? ''}`);
}

/** Whether some trigger of the spec does. */
export const retrains = once((context: Context): boolean => {
  const triggers = context.spec.get('operations')?.get('triggers');
  return each(context, ['operations', 'triggers'], triggers).some(isRetraining);
});
