import type { AnyNode, Entry, Scalar } from '../yaml/tree.ts';
import { child, type FieldNode, fieldAt, fieldTree } from './field-tree.ts';
import type { Field } from './fields.generated.ts';
import type { KeptEntry } from './kept.ts';
import type { Path, Place } from './place.ts';
import { isPlaceholder } from './placeholder.ts';

/** A value that is not of its section alone: the name of an entry, a text that others may say too, a runbook. */
export interface Mention {
  readonly field: Field;
  readonly value: string;
  /** Of its place, among those of its section. */
  readonly index: number;
}

/** The places of one section, its own entry first. Found when somebody looks at them: on most keys, of most sections nobody does. */
export class SectionPlaces {
  private readonly entry: Entry;
  private readonly inFlow: boolean;
  /** Of a version before. */
  private before: Before | undefined;
  private found: readonly Place[] | undefined;
  private told: readonly Mention[] | undefined;

  /** `inside`: what became of the section since the version before. */
  constructor(entry: Entry, inFlow: boolean, before?: SectionPlaces, inside?: KeptEntry['inside']) {
    this.entry = entry;
    this.inFlow = inFlow;
    // Not `before` itself, or each would hold the one before it.
    if (before?.found !== undefined && inside !== undefined) this.before = { places: before.found, inside };
    else if (inside === 'same') this.before = before?.before;
    if (inside === 'same') this.told = before?.told;
  }

  get all(): readonly Place[] {
    this.found ??= placesOf(this.entry, this.inFlow, this.before);
    this.before = undefined;
    return this.found;
  }

  /** Of one place; where the section is what it was, it is not looked for again. */
  pathAt(index: number): Path {
    const places = this.before?.inside === 'same' ? this.before.places : this.all;
    return places[index]?.path ?? [];
  }

  /** Without placeholders. */
  get mentions(): readonly Mention[] {
    this.told ??= this.all.flatMap(({ field, node, placeholder }, index) =>
      field === undefined || node?.kind !== 'scalar' || placeholder || !concernsOthers(field)
        ? []
        : [{ field, value: String(node.value), index }],
    );
    return this.told;
  }
}

function concernsOthers({ refers, text, format, artifact }: Field): boolean {
  return refers !== undefined || (text === true && format === 'text') || artifact === 'runbook';
}

interface Before {
  readonly places: readonly Place[];
  readonly inside: NonNullable<KeptEntry['inside']>;
}

function placesOf(entry: Entry, inFlow: boolean, before: Before | undefined): readonly Place[] {
  const places: Place[] = [];
  const { key, value } = entry;
  if (before === undefined) addPlace(places, value, child(fieldTree(), key.value), [key.value], inFlow, key);
  else if (before.inside === 'same') addSame(places, before.places, 0, entry);
  else {
    const first = before.places[0];
    if (first === undefined) return placesOf(entry, inFlow, undefined);
    places.push({ ...first, key, node: value, inFlow });
    const known = new Map(before.places.map((place, index) => [place.key?.span.start, index]));
    addKept(places, { known, old: before.places }, before.inside, value, [key.value]);
  }
  return places;
}

interface Known {
  readonly old: readonly Place[];
  /** Their indices, by where their keys stood. */
  readonly known: ReadonlyMap<number | undefined, number>;
}

/** Adds what stands below the mapping `node`; of entries that are what they were, by what was known of them. */
function addKept(
  places: Place[],
  before: Known,
  kept: readonly KeptEntry[],
  node: AnyNode | undefined,
  path: Path,
): void {
  const entries = new Map(kept.map((entry) => [entry.name, entry]));
  for (const entry of node?.kind === 'mapping' ? node.entries : []) {
    const { key, value } = entry;
    const own = entries.get(key.value);
    const index = own && before.known.get(own.was.start);
    const first = index === undefined ? undefined : before.old[index];
    const inner = path.concat(key.value);
    if (own?.inside === undefined || index === undefined || first === undefined) {
      addPlace(places, value, fieldAt(inner), inner, false, key);
    } else if (own.inside === 'same') addSame(places, before.old, index, entry);
    else {
      places.push({ ...first, key, node: value });
      addKept(places, before, own.inside, value, inner);
    }
  }
}

/** Adds the places of an entry that is what it was, with its nodes of now; the first of them was the one at `from`. */
function addSame(places: Place[], old: readonly Place[], from: number, { key, value }: Entry): void {
  const offset = from - places.length;
  const add = (node: AnyNode | undefined, own: Scalar | undefined): void => {
    const before = old[places.length + offset];
    if (before === undefined) throw new Error('An entry that is kept has no more places than before.');
    const { path, field, inFlow, placeholder } = before;
    const isSame = before.node === node && before.key === own;
    places.push(isSame ? before : { path, key: own, node, field, inFlow, placeholder });
    if (node?.kind === 'mapping') for (const entry of node.entries) add(entry.value, entry.key);
    else if (node?.kind === 'sequence') for (const item of node.items) add(item, undefined);
  };
  add(value, key);
}

/** Adds all that stands below `node`. */
export function addPlaces(
  places: Place[],
  node: AnyNode,
  fields: FieldNode | undefined,
  path: Path,
  inFlow: boolean,
): void {
  // Into one list and not by generators; and a path spread into the next one would be kept with room for sixteen steps more.
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

/** Adds one place, and all that stands below it. */
export function addPlace(
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
