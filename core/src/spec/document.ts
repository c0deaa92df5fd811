import { isMapping, parseYaml, type YamlDocument } from '../yaml/parse.ts';
import { reparse } from '../yaml/reparse.ts';
import { type AnyNode, type Mapping, mapping, type Scalar } from '../yaml/tree.ts';
import { acceptedView } from './accepted.ts';
import { child, type FieldNode, fieldTree } from './field-tree.ts';
import type { Field } from './fields.generated.ts';
import { isPlaceholder } from './placeholder.ts';
import { findFaults, type ShapeFault } from './shape.ts';
import type { Spec } from './types.generated.ts';

/** A spec as it was read: the tree as written, and the view of it that rules may trust. */
export interface SpecDocument {
  readonly text: string;
  readonly yaml: YamlDocument;
  /** As written; empty where the file holds no mapping. */
  readonly tree: Mapping;
  /** Whatever the schema refused and every placeholder is absent here, so that rules meet only what has its form. */
  readonly spec: Mapping<Spec>;
  readonly faults: readonly ShapeFault[];
  /** Every entry and list item of `tree` with its field, in the order of the text. */
  readonly places: readonly Place[];
}

/** One value in the tree and what the language says of it. */
export interface Place {
  readonly path: Path;
  readonly key: Scalar | undefined;
  readonly node: AnyNode | undefined;
  readonly field: Field | undefined;
  /** Inside braces or brackets, where commas end a value. */
  readonly inFlow: boolean;
  readonly placeholder: boolean;
}

/** Keys and list indices from the top of the document. */
export type Path = readonly (string | number)[];

/** Reads `text`; `previous` is an earlier version of it, whose unchanged parts are used again. Never throws. */
export function readSpec(text: string, previous?: SpecDocument): SpecDocument {
  const yaml = previous === undefined ? parseYaml(text) : reparse(previous.yaml, text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  const places = addPlaces([], tree, fieldTree(), [], tree.flow);
  const { data, faults, refused } = findFaults(tree, places);
  return { text, yaml, tree, places, faults, spec: acceptedView(tree, data, refused) };
}

/** The document of a text that is not read, as if it were empty. */
export function unreadSpec(text: string): SpecDocument {
  return { ...readSpec(''), text };
}

/** Any YAML document, for the rules about YAML as such: none of its keys is a field. */
export function readPlain(text: string): SpecDocument {
  const yaml = parseYaml(text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  return { ...readSpec(''), text, yaml, tree, places: addPlaces([], tree, undefined, [], tree.flow) };
}

/** Into one list and not by generators: this runs over the whole document on every keystroke. */
function addPlaces(
  places: Place[],
  node: AnyNode,
  fields: FieldNode | undefined,
  path: Path,
  inFlow: boolean,
): readonly Place[] {
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      addPlace(places, value, child(fields, key.value), [...path, key.value], inFlow || node.flow, key);
    }
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      addPlace(places, item, fields?.item, [...path, index], inFlow || node.flow, undefined);
    }
  }
  return places;
}

function addPlace(
  places: Place[],
  node: AnyNode | undefined,
  fields: FieldNode | undefined,
  path: Path,
  inFlow: boolean,
  key: Scalar | undefined,
): void {
  const field = fields?.field;
  const placeholder = node?.kind === 'scalar' && isPlaceholder(String(node.value), field);
  places.push({ path, key, node, field, inFlow, placeholder });
  if (node !== undefined && node.kind !== 'scalar') addPlaces(places, node, fields, path, inFlow);
}

/** A path as a JSON pointer. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
