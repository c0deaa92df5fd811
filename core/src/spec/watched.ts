import type { Entry, Mapping } from '../yaml/tree.ts';
import type { SpecDocument } from './document.ts';

/** The sections that a computation looked at; `everything` where it looked at the file as a whole. */
export type Reads = ReadonlySet<string>;

export const everything = '*';

let reads: Set<string> | undefined;

/** The answers that a computation was given by the evidence, by the keys of its inquiries. */
export type Heard = ReadonlyMap<string, unknown>;

let heard: Map<string, unknown> | undefined;

/** Runs `compute` and notes which sections of watched specs it looks at. */
export function noted<T>(compute: () => T): Noted<T> {
  const outer = { reads, heard };
  const own = { reads: new Set<string>(), heard: new Map<string, unknown>() };
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
  if (reads !== undefined) for (const section of earlier.reads) reads.add(section);
  for (const [key, answer] of earlier.heard) noteHeard(key, answer);
}

/** Notes an answer of the evidence; `undefined` where it is not known yet. */
export function noteHeard(key: string, answer: unknown): void {
  heard?.set(key, answer);
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
