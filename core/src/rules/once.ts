import { type Noted, noteAgain, noted } from '../spec/watched.ts';
import type { Context } from './rule.ts';

/** Asked for by many rules and computed for the first of them: once for each check. */
export function once<T>(compute: (context: Context) => T): (context: Context) => T {
  const known = new WeakMap<Context, Noted<T>>();
  return (context) => {
    const computed = known.get(context) ?? noted(() => compute(context));
    known.set(context, computed);
    noteAgain(computed);
    return computed.result;
  };
}
