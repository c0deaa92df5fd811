import { noteAgain, noted } from '../spec/watched.ts';
import type { Context } from './rule.ts';

/** Asked for by many rules and computed for the first of them: once for each check. */
export function once<T>(compute: (context: Context) => T): (context: Context) => T {
  return (context) => {
    const computed = context.memo.of(compute, () => noted(() => compute(context)));
    noteAgain(computed);
    return computed.result;
  };
}
