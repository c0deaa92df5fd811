import type { Scalar } from '../yaml/tree.ts';
import type { Context } from './rule.ts';
import type { Fault } from './subject.ts';

/** A fault at an owner whose last day has passed; `does` completes "`claims-build` …". */
export function departed(context: Context, owner: Scalar | undefined, does: string): Fault | undefined {
  const until = owner && context.spec.get('owners')?.get(owner.value)?.get('until')?.value;
  if (owner === undefined || until === undefined || until >= context.asOf) return undefined;
  return {
    at: owner,
    state: 'hollow',
    reason: `\`${owner.value}\` ${does}, but only until ${until}: nobody does now.`,
  };
}
