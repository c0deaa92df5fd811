import type { Context } from './rule.ts';

/** Asked for by many rules and computed for the first of them: once for each check. */
export function once<T>(compute: (context: Context) => T): (context: Context) => T {
  const known = new WeakMap<Context, T>();
  return (context) => {
    if (!known.has(context)) known.set(context, compute(context));
    return known.get(context) as T;
  };
}
