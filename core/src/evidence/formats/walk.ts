import type { AnyNode } from '../../yaml/tree.ts';

/** The value below `node` by the keys of mappings. */
export function valueAt(node: AnyNode | undefined, path: readonly string[]): AnyNode | undefined {
  let here = node;
  for (const step of path) here = here?.kind === 'mapping' ? here.get(step) : undefined;
  return here;
}

/** The same where it is a single value. `null` says nothing. */
export function textAt(node: AnyNode | undefined, path: readonly string[]): string | undefined {
  const value = valueAt(node, path);
  if (value?.kind !== 'scalar' || (value.style === 'plain' && value.value === 'null')) return undefined;
  return String(value.value);
}
