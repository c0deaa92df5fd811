import type { Entry, Mapping } from '../yaml/tree.ts';
import { child, type FieldNode, fieldTree } from './field-tree.ts';
import type { KeptEntry } from './kept.ts';
import type { Place } from './place.ts';
import { addPlace } from './section-places.ts';

export type Data = Readonly<Record<string, unknown>>;

/** What need not be validated again of a mapping, by its keys. */
export type Known = ReadonlyMap<string, KnownEntry>;

export interface KnownEntry {
  /** Of an entry that is what it was, and had the shape of the language: as the validator left it. */
  readonly data?: unknown;
  /** Of one that holds such entries. */
  readonly inside?: Known;
}

/** Where something does not have the shape of the language. */
interface Fault {
  readonly path: Place['path'];
}

export const nothingKnown: Known = new Map();

/** `entries` are what became of those of a version that had `data` and `faults`. */
export function knownOf(
  entries: readonly KeptEntry[],
  { data, faults }: { readonly data: Data; readonly faults: readonly Fault[] },
): Known {
  return knownIn(entries, fieldTree(), data, faults, 0);
}

function knownIn(
  entries: readonly KeptEntry[],
  field: FieldNode | undefined,
  data: Data,
  faults: readonly Fault[],
  depth: number,
): Known {
  const faulty = new Map<unknown, Fault[]>();
  for (const fault of faults) faulty.set(fault.path[depth], [...(faulty.get(fault.path[depth]) ?? []), fault]);
  const known = new Map<string, KnownEntry>();
  for (const { name, inside } of entries) {
    const own = faulty.get(name) ?? [];
    const inner = child(field, name);
    if (inside === 'same') {
      if (own.length === 0) known.set(name, { data: data[name] });
    } else if (inside !== undefined && canBeTakenApart(inner) && own.every(({ path }) => path.length > depth + 1)) {
      known.set(name, { inside: knownIn(inside, inner, data[name] as Data, own, depth + 1) });
    }
  }
  return known;
}

/** No field has to be there, so part of a mapping can be validated by itself, unless a field says which branch of a union it is. */
function canBeTakenApart(field: FieldNode | undefined): boolean {
  return field?.field?.discriminator === undefined;
}

/** The data of what was validated, together with what is known besides. */
export function completed(validated: Data, known: Known): Data {
  if (known.size === 0) return validated;
  const besides = [...known].map(([name, { data, inside }]): [string, unknown] => {
    return [name, inside === undefined ? data : completed(validated[name] as Data, inside)];
  });
  return { ...validated, ...Object.fromEntries(besides) };
}

/** The places in an entry that are not of what is known. */
export function unknownPlaces({ key, value }: Entry, { inside }: KnownEntry): readonly Place[] {
  const places: Place[] = [];
  if (inside !== undefined) addUnknown(places, value as Mapping, inside, child(fieldTree(), key.value), [key.value]);
  return places;
}

function addUnknown(
  places: Place[],
  { entries }: Mapping,
  known: Known,
  field: FieldNode | undefined,
  path: Place['path'],
): void {
  for (const { key, value } of entries) {
    const own = known.get(key.value);
    const [inner, steps] = [child(field, key.value), path.concat(key.value)];
    if (own === undefined) addPlace(places, value, inner, steps, false, key);
    else if (own.inside !== undefined) addUnknown(places, value as Mapping, own.inside, inner, steps);
  }
}
