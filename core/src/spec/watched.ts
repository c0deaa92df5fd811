import type { AnyNode, Entry, Mapping } from '../yaml/tree.ts';
import type { SpecDocument } from './document.ts';
import { child, type FieldNode, fieldTree, holdsFields } from './field-tree.ts';
import type { Reads } from './reads.ts';

let reads: Reads | undefined;

/** The answers that a computation was given by the evidence, by the keys of its inquiries. */
export type Heard = ReadonlyMap<string, unknown>;

let heard: Map<string, unknown> | undefined;

/** Runs `compute` and notes which fields of watched specs it looks at. */
export function noted<T>(compute: () => T): Noted<T> {
  const outer = { reads, heard };
  const own = { reads: { values: new Set(), keys: new Set(), wholes: new Set() } as Reads, heard: new Map() };
  ({ reads, heard } = own);
  try {
    return { result: compute(), ...own };
  } finally {
    ({ reads, heard } = outer);
  }
}

export interface Noted<T> {
  readonly result: T;
  readonly reads: Reads;
  readonly heard: Heard;
}

/** Counts as looked at what an earlier computation looked at whose result is used again. */
export function noteAgain(earlier: Pick<Noted<unknown>, 'reads' | 'heard'>): void {
  for (const of of ['values', 'keys', 'wholes'] as const) for (const field of earlier.reads[of]) reads?.[of].add(field);
  for (const [key, answer] of earlier.heard) noteHeard(key, answer);
}

/** Notes an answer of the evidence; `undefined` where it is not known yet. */
export function noteHeard(key: string, answer: unknown): void {
  heard?.set(key, answer);
}

/** The same document, noting what is looked at; of `faults` not, as those that are others count as changes. */
export function watchedDocument(doc: SpecDocument): SpecDocument {
  return new WatchedDocument(doc);
}

class WatchedDocument implements SpecDocument {
  readonly tree: Mapping;
  readonly spec: SpecDocument['spec'];
  readonly sections: SpecDocument['sections'];
  readonly faults: SpecDocument['faults'];
  readonly kept: SpecDocument['kept'];
  readonly memo: SpecDocument['memo'];
  private readonly doc: SpecDocument;

  constructor(doc: SpecDocument) {
    const root = fieldTree();
    this.tree = new Watched(doc.tree, root);
    this.spec = new Watched(doc.spec as unknown as Mapping, root) as unknown as SpecDocument['spec'];
    this.sections = new WatchedSections(doc.sections);
    this.faults = doc.faults;
    this.kept = doc.kept;
    this.memo = doc.memo;
    this.doc = doc;
  }

  get text() {
    return this.whole().text;
  }

  get data() {
    return this.whole().data;
  }

  get yaml() {
    return this.whole().yaml;
  }

  get secrets() {
    return this.whole().secrets;
  }

  get shaped() {
    return this.whole().shaped;
  }

  get places() {
    return this.whole().places;
  }

  get placesByEntry() {
    return this.whole().placesByEntry;
  }

  private whole(): SpecDocument {
    reads?.wholes.add(fieldTree());
    return this.doc;
  }
}

class WatchedSections {
  private readonly sections: SpecDocument['sections'];

  constructor(sections: SpecDocument['sections']) {
    this.sections = sections;
  }

  get(name: string) {
    const root = fieldTree();
    reads?.wholes.add(child(root, name) ?? root);
    return this.sections.get(name);
  }
}

/** The node as it is in the tree, of one that may be watched. */
export function unwatched(node: AnyNode): AnyNode {
  return node instanceof Watched ? node.node : node;
}

/** What it holds is watched too, as far as the language has names for it; a list is looked at as a whole. */
class Watched implements Mapping {
  readonly kind = 'mapping';
  readonly flow: boolean;
  readonly node: Mapping;
  private readonly field: FieldNode;
  private readonly inner = new Map<Entry, Entry>();
  private all: readonly Entry[] | undefined;
  private fields: ReadonlySet<FieldNode> | undefined;

  constructor(node: Mapping, field: FieldNode) {
    this.node = node;
    this.flow = node.flow;
    this.field = field;
  }

  get span() {
    reads?.wholes.add(this.field);
    return this.node.span;
  }

  get entries() {
    this.fields ??= new Set(this.node.entries.flatMap(({ key }) => child(this.field, key.value) ?? []));
    reads?.keys.add(this.field);
    for (const field of this.fields) reads?.values.add(field);
    this.all ??= this.node.entries.map((entry) => this.watched(entry, child(this.field, entry.key.value)));
    return this.all;
  }

  get(key: string): AnyNode | undefined {
    return this.entry(key)?.value;
  }

  entry(key: string): Entry | undefined {
    const field = child(this.field, key);
    if (field === undefined) reads?.keys.add(this.field);
    else reads?.values.add(field);
    const entry = this.node.entry(key);
    return entry && this.watched(entry, field);
  }

  private watched(entry: Entry, field: FieldNode | undefined): Entry {
    if (field === undefined || !holdsFields(field)) return entry;
    let watched = this.inner.get(entry);
    if (watched === undefined) {
      watched = new WatchedEntry(entry, field);
      this.inner.set(entry, watched);
    }
    return watched;
  }
}

/** Of many entries only the key is of interest, and to ask for what stands behind it may be the first time. */
class WatchedEntry implements Entry {
  private readonly entry: Entry;
  private readonly field: FieldNode;
  private watched: AnyNode | undefined;

  constructor(entry: Entry, field: FieldNode) {
    this.entry = entry;
    this.field = field;
  }

  get key() {
    return this.entry.key;
  }

  get value(): AnyNode | undefined {
    const { value } = this.entry;
    if (value?.kind !== 'mapping') return value;
    this.watched ??= new Watched(value, this.field);
    return this.watched;
  }
}
