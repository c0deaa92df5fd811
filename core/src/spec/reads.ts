import type { FieldNode } from './field-tree.ts';
import type { Change } from './kept.ts';

/** What a computation looked at, by field: every source's `owner` is one. */
export interface Reads {
  /** Whether something is there, and what; what a mapping holds is looked at by itself. */
  readonly values: Set<FieldNode>;
  /** Which keys a mapping has. */
  readonly keys: Set<FieldNode>;
  /** All that it holds, comments too. */
  readonly wholes: Set<FieldNode>;
}

/** Whether any of the changes is one of what was looked at. */
export type Touches = (reads: Reads) => boolean;

/** `changes` are undefined where anything may be another. */
export function touching(changes: readonly Change[] | undefined): Touches {
  if (changes === undefined) return () => true;
  const values = new Set<FieldNode>();
  const keys = new Set<FieldNode>();
  const wholes = new Set<FieldNode>();
  for (const { of, field } of changes) {
    if (of === 'value') addWithFields(field, values);
    else if (of === 'keys') keys.add(field);
    for (let above: FieldNode | undefined = field; above !== undefined; above = above.parent) wholes.add(above);
  }
  for (const field of values) {
    keys.add(field);
    wholes.add(field);
  }
  return (reads) => meet(reads.values, values) || meet(reads.keys, keys) || meet(reads.wholes, wholes);
}

function addWithFields(field: FieldNode, found: Set<FieldNode>): void {
  if (found.has(field)) return;
  found.add(field);
  for (const inner of field.children.values()) addWithFields(inner, found);
  if (field.any !== undefined) addWithFields(field.any, found);
  if (field.item !== undefined) addWithFields(field.item, found);
}

function meet(a: ReadonlySet<FieldNode>, b: ReadonlySet<FieldNode>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}
