import {
  type Secret,
  secretInsteadOfPlace,
  secretsAfterEdit,
  secretsIn,
  secretUnder,
  withoutOverlaps,
} from '../secrets.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { parseYaml } from '../yaml/parse.ts';
import { reparse } from '../yaml/reparse.ts';
import { isMapping, type Mapping, mapping } from '../yaml/tree.ts';
import { acceptedView } from './accepted.ts';
import { withFaults } from './fault-changes.ts';
import { type Kept, keptOf, nothingKept } from './kept.ts';
import { type Data, knownOf, nothingKnown, unknownPlaces } from './known.ts';
import { Memo } from './memo.ts';
import type { Path, Place } from './place.ts';
import { addPlaces, SectionPlaces } from './section-places.ts';
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
  /** The tree as the validator left it, by sections. */
  readonly data: Data;
  readonly faults: readonly ShapeFault[];
  /** Every entry and list item of `tree` with its field, in the order of the text. */
  readonly places: readonly Place[];
  /** The same, by the entries of `tree`. */
  readonly placesByEntry: readonly SectionPlaces[];
  /** What is known of each section by itself, by its name. */
  readonly sections: Pick<ReadonlyMap<string, Section>, 'get'>;
  /** What looks like a secret by itself, anywhere in the text. */
  readonly shaped: readonly Secret[];
  /** All secrets, in keys, values and comments, sorted by place. */
  readonly secrets: readonly Secret[];
  /** What is as it was in the version before, where there was one. */
  readonly kept: Kept;
  readonly memo: Memo;
}

export interface Section {
  readonly places: SectionPlaces;
  /** It has values that are secrets because of their keys. */
  readonly hasNamed: boolean;
}

/** Reads `text`; `previous` is an earlier version of it, whose unchanged parts are used again. Never throws. */
export function readSpec(text: string, previous?: SpecDocument): SpecDocument {
  // Of a text that was not read nothing is known.
  if (previous !== undefined && previous.yaml.text !== previous.text) return readSpec(text);
  // As when more is known of the artifacts that it names.
  if (previous?.text === text) return new ReadDocument({ ...previous, kept: keptOf(previous, previous) });

  const yaml = previous === undefined ? parseYaml(text) : reparse(previous.yaml, text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  const keptText = previous === undefined ? nothingKept : keptOf(previous, { text, tree, yaml });

  const inside = new Map(keptText.entries.map((entry) => [entry.name, entry.inside]));
  const placesByEntry = tree.entries.map((entry) => {
    const name = entry.key.value;
    return new SectionPlaces(entry, tree.flow, previous?.sections.get(name)?.places, inside.get(name));
  });
  const known = previous === undefined ? nothingKnown : knownOf(keptText.entries, previous);
  const unknown = tree.entries.map((entry, index) => {
    const own = known.get(entry.key.value);
    return own === undefined ? (placesByEntry[index]?.all ?? []) : unknownPlaces(entry, own);
  });
  const { data, faults, refused } = findFaults(tree, unknown.flat(), known);

  const sections = new Map<string, Section>();
  const named: Secret[] = [];
  for (const [index, { key }] of tree.entries.entries()) {
    const name = key.value;
    const places = placesByEntry[index];
    if (places === undefined) continue;
    const isFree = previous?.sections.get(name)?.hasNamed === false && known.has(name);
    const own = namedSecrets(text, isFree ? (unknown[index] ?? []) : places.all);
    named.push(...own);
    if (sections.has(name)) continue; // A duplicate; the first one counts.
    sections.set(name, { places, hasNamed: own.length > 0 });
  }
  const spec = acceptedView(tree, data, refused, known, previous);
  const shaped = previous === undefined ? secretsIn(text) : secretsAfterEdit(previous.text, previous.shaped, text);
  const secrets = withoutOverlaps([...shaped, ...named]);
  const kept = previous === undefined ? keptText : withFaults(keptText, previous.faults, faults);
  return new ReadDocument({ text, yaml, tree, placesByEntry, data, faults, spec, sections, secrets, shaped, kept });
}

type Parts = Omit<SpecDocument, 'places' | 'memo'>;

/**
 * A class, as a getter in an object that is written out belongs to that object alone: V8 notes it in memory that is seldom
 * collected, and everything stays alive until then.
 */
class ReadDocument implements SpecDocument {
  readonly text: string;
  readonly yaml: YamlDocument;
  readonly tree: Mapping;
  readonly spec: Mapping<Spec>;
  readonly data: Data;
  readonly faults: readonly ShapeFault[];
  readonly placesByEntry: readonly SectionPlaces[];
  readonly sections: Pick<ReadonlyMap<string, Section>, 'get'>;
  readonly shaped: readonly Secret[];
  readonly secrets: readonly Secret[];
  readonly kept: Kept;
  readonly memo = new Memo();
  private all: readonly Place[] | undefined;

  constructor(parts: Parts, places?: readonly Place[]) {
    this.text = parts.text;
    this.yaml = parts.yaml;
    this.tree = parts.tree;
    this.spec = parts.spec;
    this.data = parts.data;
    this.faults = parts.faults;
    this.placesByEntry = parts.placesByEntry;
    this.sections = parts.sections;
    this.shaped = parts.shaped;
    this.secrets = parts.secrets;
    this.kept = parts.kept;
    this.all = places;
  }

  get places(): readonly Place[] {
    this.all ??= this.placesByEntry.flatMap((section) => section.all);
    return this.all;
  }
}

function namedSecrets(text: string, places: readonly Place[]): Secret[] {
  const found: Secret[] = [];
  for (const { path, node, field, placeholder } of places) {
    if (node?.kind !== 'scalar') continue;
    const value = String(node.value);
    const isPlace = !placeholder && field?.format === 'secretRef';
    const what = secretUnder(nameOf(path), value) ?? (isPlace ? secretInsteadOfPlace(value) : undefined);
    if (what === undefined) continue;
    const { start, end } = node.span;
    // The span of a block of text ends behind its last line break.
    found.push({ start, end: start + text.slice(start, end).trimEnd().length, what });
  }
  return found;
}

/** The document of a text that is not read, as if it were empty. */
export function unreadSpec(text: string): SpecDocument {
  return new ReadDocument({ ...readSpec(''), text });
}

/** Any YAML document, for the rules about YAML as such: none of its keys is a field. */
export function readPlain(text: string): SpecDocument {
  const yaml = parseYaml(text);
  const tree = isMapping(yaml.root) ? yaml.root : mapping([], { start: 0, end: 0 }, false);
  const places: Place[] = [];
  addPlaces(places, tree, undefined, [], tree.flow);
  return new ReadDocument({ ...readSpec(''), text, yaml, tree }, places);
}

/** A path as a JSON pointer. */
export function pointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
