import { type Secret, secretsAfterEdit, secretsIn, secretUnder, withoutOverlaps } from '../secrets.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse.ts';
import { reparse } from '../yaml/reparse.ts';
import { type AnyNode, type Entry, isMapping, type Mapping, mapping, type Scalar } from '../yaml/tree.ts';
import { acceptedView } from './accepted.ts';
import { child, type FieldNode, fieldTree } from './field-tree.ts';
import { allKept, type KeptSections, keptSections, nothingKept } from './kept.ts';
import type { Path, Place } from './place.ts';
import { isPlaceholder } from './placeholder.ts';
import { findFaults, type ShapeFault } from './shape.ts';
import type { Spec } from './types.generated.ts';
import { nameOf } from './words.ts';

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
  /** The same, by the entries of `tree`. */
  readonly placesByEntry: readonly (readonly Place[])[];
  /** What is known of each section by itself, by its name. */
  readonly sections: ReadonlyMap<string, Section>;
  /** What looks like a secret by itself, anywhere in the text. */
  readonly shaped: readonly Secret[];
  /** All secrets, in keys, values and comments, sorted by place. */
  readonly secrets: readonly Secret[];
  /** The sections that are what they were in the version before, where there was one. */
  readonly kept: KeptSections;
}

export interface Section {
  readonly places: readonly Place[];
  /** As the validator left it. */
  readonly data: unknown;
  /** It has the shape of the language. */
  readonly sound: boolean;
  /** It has values that are secrets because of their keys. */
  readonly hasNamed: boolean;
}

/** Reads `text`; `previous` is an earlier version of it, whose unchanged parts are used again. Never throws. */
export function readSpec(text: string, previous?: SpecDocument): SpecDocument {
  // Of a text that was not read nothing is known.
  if (previous !== undefined && previous.yaml.text !== previous.text) return readSpec(text);
  // As when more is known of the artifacts that it names.
  if (previous?.text === text) return { ...previous, kept: allKept(previous) };

  const yaml = previous === undefined ? parseYaml(text) : reparse(previous.yaml, text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  const kept = previous === undefined ? nothingKept : keptSections(previous, text, tree, yaml.separable);

  const placesByEntry = tree.entries.map((entry) => {
    const old = kept.has(entry.key.value) ? previous?.sections.get(entry.key.value)?.places : undefined;
    return old === undefined ? placesOf(entry, tree.flow) : samePlaces(old, entry);
  });
  const sound = soundData(kept, previous);
  const { data, faults, refused } = findFaults(tree, placesByEntry, sound);

  const faulty = new Set(faults.map(({ path }) => path[0]));
  const sections = new Map<string, Section>();
  const named: Secret[] = [];
  for (const [index, { key }] of tree.entries.entries()) {
    const name = key.value;
    const places = placesByEntry[index] ?? [];
    const isFree = kept.has(name) && previous?.sections.get(name)?.hasNamed === false;
    const own = isFree ? [] : namedSecrets(text, places);
    named.push(...own);
    if (sections.has(name)) continue; // A duplicate; the first one counts.
    sections.set(name, { places, data: data[name], sound: !faulty.has(name), hasNamed: own.length > 0 });
  }
  const spec = acceptedView(tree, data, refused);
  const shaped = previous === undefined ? secretsIn(text) : secretsAfterEdit(previous.text, previous.shaped, text);
  const secrets = withoutOverlaps([...shaped, ...named]);
  return {
    text,
    yaml,
    tree,
    places: placesByEntry.flat(),
    placesByEntry,
    faults,
    spec,
    sections,
    kept,
    secrets,
    shaped,
  };
}

function namedSecrets(text: string, places: readonly Place[]): Secret[] {
  const found: Secret[] = [];
  for (const { path, node } of places) {
    if (node?.kind !== 'scalar') continue;
    const what = secretUnder(nameOf(path), String(node.value));
    if (what === undefined) continue;
    const { start, end } = node.span;
    // The span of a block of text ends behind its last line break.
    found.push({ start, end: start + text.slice(start, end).trimEnd().length, what });
  }
  return found;
}

/** The data of sections that are as they were, and had the shape of the language. */
function soundData(kept: KeptSections, previous: SpecDocument | undefined): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  for (const name of kept.keys()) {
    const section = previous?.sections.get(name);
    if (section?.sound) known.set(name, section.data);
  }
  return known;
}

/** The document of a text that is not read, as if it were empty. */
export function unreadSpec(text: string): SpecDocument {
  return { ...readSpec(''), text };
}

/** Everything in one section: its own entry first. */
function placesOf({ key, value }: Entry, inFlow: boolean): readonly Place[] {
  const places: Place[] = [];
  addPlace(places, value, child(fieldTree(), key.value), [key.value], inFlow, key);
  return places;
}

/** The places of a section that is as it was, with its nodes of now. */
function samePlaces(old: readonly Place[], { key, value }: Entry): readonly Place[] {
  if (old[0]?.key === key) return old;
  const places: Place[] = [];
  const add = (node: AnyNode | undefined, own: Scalar | undefined): void => {
    const before = old[places.length];
    if (before === undefined) throw new Error('A section that is kept has no more places than before.');
    const { path, field, inFlow, placeholder } = before;
    places.push({ path, key: own, node, field, inFlow, placeholder });
    if (node?.kind === 'mapping') for (const entry of node.entries) add(entry.value, entry.key);
    else if (node?.kind === 'sequence') for (const item of node.items) add(item, undefined);
  };
  add(value, key);
  return places;
}

/** Any YAML document, for the rules about YAML as such: none of its keys is a field. */
export function readPlain(text: string): SpecDocument {
  const yaml = parseYaml(text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  const places: Place[] = [];
  addPlaces(places, tree, undefined, [], tree.flow);
  return { ...readSpec(''), text, yaml, tree, places };
}

/**
 * Into one list and not by generators: this runs over the whole document on every keystroke. A path spread into
 * the next one would be kept with room for sixteen steps more.
 */
function addPlaces(places: Place[], node: AnyNode, fields: FieldNode | undefined, path: Path, inFlow: boolean): void {
  if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      addPlace(places, value, child(fields, key.value), path.concat(key.value), inFlow || node.flow, key);
    }
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      addPlace(places, item, fields?.item, path.concat(index), inFlow || node.flow, undefined);
    }
  }
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
