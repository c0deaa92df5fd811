/** One value that a file of configuration, or of code, gives to a name. */
export interface Setting {
  /** The names it stands under, outermost first, in small letters with `_` between their words: `query`, `top_k`. */
  readonly path: readonly string[];
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** It holds only if the environment, or another condition, does not say otherwise. */
  readonly conditional: boolean;
  /** Where the code takes it several times over, such as `MAX_STEPS * 10`. */
  readonly scaled?: { readonly line: number; readonly says: string };
}

/** `topK`, `TOP-K` and `top_k` are one name. */
export function plainKey(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toLowerCase();
}
