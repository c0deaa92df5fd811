/**
 * What is worked out once of a thing, kept in the thing itself. Beside it, in a `WeakMap`, it would hold every version of
 * a text that was not collected yet: V8 takes the values of such a map for alive whenever it collects young memory.
 */
export class Memo {
  private readonly known = new Map<unknown, unknown>();

  /** What `compute` gives, or gave before for this `key`. */
  of<T>(key: unknown, compute: () => T): T {
    if (!this.known.has(key)) this.known.set(key, compute());
    return this.known.get(key) as T;
  }
}
