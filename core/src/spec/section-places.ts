import type { AnyNode, Entry, Scalar } from '../yaml/tree.ts';
import { child, type FieldNode, fieldTree } from './field-tree.ts';
import type { Field } from './fields.generated.ts';
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
  /** Of a version before with the same text, but for where it stands. */
  private before: readonly Place[] | undefined;
  private found: readonly Place[] | undefined;
  private told: readonly Mention[] | undefined;

  constructor(entry: Entry, inFlow: boolean, before?: SectionPlaces) {
    this.entry = entry;
    this.inFlow = inFlow;
    // Not `before` itself, or each would hold the one before it.
    this.before = before?.found ?? before?.before;
    this.told = before?.told;
  }

  get all(): readonly Place[] {
    this.found ??= this.before === undefined ? placesOf(this.entry, this.inFlow) : samePlaces(this.before, this.entry);
    this.before = undefined;
    return this.found;
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
