import { type Field, fields } from './fields.generated.ts';

/** The fields as a tree, so that a walk over a document finds each place's field by one step down. */
export interface FieldNode {
  readonly field: Field | undefined;
  /** By key, in the order of the language. */
  readonly children: ReadonlyMap<string, FieldNode>;
  /** What every value of a map is. */
  readonly any: FieldNode | undefined;
  /** What every item of a list is. */
  readonly item: FieldNode | undefined;
  /** What it belongs to; undefined for the root. */
  readonly parent: FieldNode | undefined;
}

interface Growing {
  field: Field | undefined;
  children: Map<string, Growing>;
  any: Growing | undefined;
  item: Growing | undefined;
  readonly parent: Growing | undefined;
}

let tree: FieldNode | undefined;

export function fieldTree(): FieldNode {
  tree ??= grow();
  return tree;
}

/** The field below which `key` would stand, whatever the key is called in a map. */
export function child(node: FieldNode | undefined, key: string): FieldNode | undefined {
  return node?.children.get(key) ?? node?.any;
}

/** Whether it is a mapping with fields or a map of entries. */
export function holdsFields(node: FieldNode | undefined): boolean {
  return node !== undefined && (node.any !== undefined || node.children.size > 0);
}

/** The field at a place in a document, by its keys and indices. */
export function fieldAt(path: readonly (string | number)[]): FieldNode | undefined {
  let node: FieldNode | undefined = fieldTree();
  for (const step of path) node = typeof step === 'number' ? node?.item : child(node, step);
  return node;
}

function grow(): Growing {
  const root = leaf(undefined, undefined);
  for (const field of fields) {
    let node = root;
    for (const step of field.path.replaceAll('[]', '.[]').split('.')) node = stepDown(node, step);
    node.field = field;
  }
  return root;
}

function stepDown(node: Growing, step: string): Growing {
  if (step === '*') {
    node.any ??= leaf(undefined, node);
    return node.any;
  }
  if (step === '[]') {
    node.item ??= leaf(undefined, node);
    return node.item;
  }
  const next = node.children.get(step) ?? leaf(undefined, node);
  node.children.set(step, next);
  return next;
}

function leaf(field: Field | undefined, parent: Growing | undefined): Growing {
  return { field, children: new Map(), any: undefined, item: undefined, parent };
}
