import { isDate } from '../dates.ts';
import type { AnyNode, Entry, Mapping, Sequence } from '../yaml/tree.ts';
import { type FieldNode, fieldAt } from './field-tree.ts';
import type { Field } from './fields.generated.ts';
import { isMisread, isNowhere } from './formats.ts';
import { completed, type Data, type Known, nothingKnown } from './known.ts';
import type { Path, Place } from './place.ts';
import { type SchemaError, validate } from './validator.generated.js';

/** One place where the tree does not have the shape of the language. */
export type ShapeFault =
  | {
      readonly kind: 'unknown-key';
      readonly entry: Entry;
      readonly holder: Mapping;
      readonly path: Path;
      readonly known: readonly string[];
    }
  | { readonly kind: 'invalid-key'; readonly entry: Entry; readonly path: Path }
  | {
      readonly kind: 'invalid-value';
      readonly node: AnyNode;
      readonly path: Path;
      readonly field: FieldNode | undefined;
    }
  /** `key` says which branch of a union this is; without it (`given` false) or while it is a placeholder nothing else can be checked. */
  | {
      readonly kind: 'missing-kind';
      readonly given: boolean;
      readonly holder: Entry | undefined;
      readonly node: AnyNode;
      readonly path: Path;
      readonly key: string;
    };

interface Shape {
  /** The tree as plain data, typed by the schema. */
  readonly data: Data;
  readonly faults: readonly ShapeFault[];
  /** Nodes that do not have the form of their field. */
  readonly refused: ReadonlySet<AnyNode>;
}

/** Looks at all of `tree` but what is `known`. `unknown` are the places of the rest. */
export function findFaults(tree: Mapping, unknown: readonly Place[], known: Known): Shape {
  const placeholders = new Set<AnyNode>();
  const misread: ShapeFault[] = [];
  for (const { placeholder, node, field, path } of unknown) {
    if (placeholder && node !== undefined) placeholders.add(node);
    else if (node?.kind === 'scalar' && field !== undefined && seemsRight(field, String(node.value))) {
      misread.push({ kind: 'invalid-value', node, path, field: fieldAt(path) });
    }
  }

  const own = plainData(tree, placeholders, known) as Record<string, unknown>;
  const isValid = validate(own);
  const data = completed(own, known);
  if (isValid && misread.length === 0) return { data, faults: [], refused: new Set() };

  const faults: ShapeFault[] = [];
  const refused = new Set<AnyNode>();
  const seen = new Set<AnyNode | Entry>();
  const given = givenItems();
  for (const fault of [
    ...(validate.errors ?? []).map((error) => faultOf(error, tree, placeholders, given)),
    ...misread,
  ]) {
    if (fault === undefined) continue;
    if (fault.kind === 'invalid-value' || fault.kind === 'missing-kind') refused.add(fault.node);
    const subject = fault.kind === 'invalid-value' || fault.kind === 'missing-kind' ? fault.node : fault.entry;
    if (seen.has(subject)) continue; // One value can fail in several ways; one message tells its form.
    seen.add(subject);
    faults.push(fault);
  }
  return { data, faults, refused };
}

/** What a schema cannot refuse: a day that no month has, a time zone of nowhere, a number that is not the same for every reader. */
function seemsRight(field: Field, text: string): boolean {
  if (field.format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isDate(text);
  return isMisread(field, text) || isNowhere(field, text);
}

/**
 * The tree as the validator takes it, without what is `known`. Empty values and placeholders are `undefined`: there, but
 * nothing to check.
 */
function plainData(node: AnyNode, placeholders: ReadonlySet<AnyNode>, known = nothingKnown): unknown {
  if (placeholders.has(node)) return undefined;
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.flatMap((item) => (item === undefined ? [] : [plainData(item, placeholders)]));
    case 'mapping': {
      const result: Record<string, unknown> = {};
      for (const entry of node.entries) {
        const name = entry.key.value;
        const { inside, ...whole } = known.get(name) ?? {};
        if ('data' in whole) continue;
        if (node.entry(name) !== entry) continue; // A duplicate; the first one counts.
        const value = entry.value && plainData(entry.value, placeholders, inside);
        // The only key that an object does not simply take.
        if (name === '__proto__') Object.defineProperty(result, name, { value, enumerable: true, writable: true });
        else result[name] = value;
      }
      return result;
    }
    default:
      return node satisfies never;
  }
}

function faultOf(
  error: SchemaError,
  tree: Mapping,
  placeholders: ReadonlySet<AnyNode>,
  given: GivenItems,
): ShapeFault | undefined {
  const { path, node, holder } = resolve(tree, error.instancePath, given);
  if (node === undefined || placeholders.has(node)) return undefined;

  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      if (node.kind !== 'mapping') return undefined;
      const name = String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
      const entry = node.entry(name);
      const known = knownKeys(fieldAt(path), node);
      return entry && { kind: 'unknown-key', entry, holder: node, path: [...path, name], known };
    }
    case 'propertyNames': {
      const entry = node.kind === 'mapping' ? node.entry(String(error.params.propertyName)) : undefined;
      return entry && { kind: 'invalid-key', entry, path: [...path, entry.key.value] };
    }
    case 'discriminator': {
      const key = String(error.params.tag);
      const given = node.kind === 'mapping' ? node.get(key) : undefined;
      if (given === undefined || placeholders.has(given)) {
        return { kind: 'missing-kind', given: given !== undefined, holder, node, path, key };
      }
      return { kind: 'invalid-value', node: given, path: [...path, key], field: fieldAt([...path, key]) };
    }
    default:
      // The name of a key is checked by the schema of names; the error above it has been turned into a finding.
      if (error.schemaPath.includes('propertyNames')) return undefined;
      return { kind: 'invalid-value', node, path, field: fieldAt(path) };
  }
}

/** The keys that may stand in a mapping; of a union, those of the branch it says it is. */
function knownKeys(fields: FieldNode | undefined, node: Mapping): readonly string[] {
  const union = fields?.field?.discriminator;
  const tag = union && node.get(union.key);
  const branch = tag?.kind === 'scalar' ? union?.branches[String(tag.value)] : undefined;
  return branch ?? [...(fields?.children.keys() ?? [])];
}

function resolve(tree: Mapping, instancePath: string, given: GivenItems) {
  const path: (string | number)[] = [];
  let node: AnyNode | undefined = tree;
  let holder: Entry | undefined;
  for (const step of instancePath.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node?.kind === 'mapping') {
      holder = node.entry(key);
      node = holder?.value;
      path.push(key);
    } else if (node?.kind === 'sequence') {
      const index: number = given(node)[Number(key)] ?? -1;
      path.push(index);
      node = node.items[index];
    }
  }
  return { path, node, holder };
}

/** Where in a list the items stand that are not empty: only those are in the data. Remembered, lists can be long. */
type GivenItems = (list: Sequence) => readonly number[];

function givenItems(): GivenItems {
  const known = new Map<Sequence, readonly number[]>();
  return (list) => {
    const indices = known.get(list) ?? list.items.flatMap((item, index) => (item === undefined ? [] : [index]));
    known.set(list, indices);
    return indices;
  };
}
