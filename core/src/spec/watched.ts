import type { Entry, Mapping } from '../yaml/tree.ts';
import type { SpecDocument } from './document.ts';

/** The sections that a computation looked at; `everything` where it looked at the file as a whole. */
export type Reads = ReadonlySet<string>;

export const everything = '*';

let reads: Set<string> | undefined;

/** Runs `compute` and notes which sections of watched specs it looks at. */
export function noted<T>(compute: () => T): { readonly result: T; readonly reads: Reads } {
  const outer = reads;
  const own = new Set<string>();
  reads = own;
  try {
    return { result: compute(), reads: own };
  } finally {
    reads = outer;
  }
}

/** Counts as reads what an earlier computation looked at whose result is used again. */
export function noteReads(sections: Iterable<string>): void {
  if (reads !== undefined) for (const section of sections) reads.add(section);
}

/** The same document, noting what is looked at. */
export function watchedDocument(doc: SpecDocument): SpecDocument {
  return {
    ...doc,
    tree: new Watched(doc.tree),
    spec: watchedMapping(doc.spec),
    get text() {
      return all(doc.text);
    },
    get yaml() {
      return all(doc.yaml);
    },
    get secrets() {
      return all(doc.secrets);
    },
    get places() {
      return all(doc.places);
    },
  };
}

function all<T>(value: T): T {
  reads?.add(everything);
  return value;
}

function watchedMapping<T>(root: Mapping<T>): Mapping<T> {
  return new Watched(root as Mapping) as unknown as Mapping<T>;
}

class Watched implements Mapping {
  readonly kind = 'mapping';
  readonly flow: boolean;
  private readonly root: Mapping;

  constructor(root: Mapping) {
    this.root = root;
    this.flow = root.flow;
  }

  get span() {
    return all(this.root.span);
  }

  get entries() {
    return all(this.root.entries);
  }

  get(key: string) {
    reads?.add(key);
    return this.root.get(key);
  }

  entry(key: string): Entry | undefined {
    reads?.add(key);
    return this.root.entry(key);
  }
}
