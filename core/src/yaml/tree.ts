import type { Span } from '../text.ts';

/**
 * Our own small view of a YAML document. Every scalar is the text the person wrote, so `1.10` stays `1.10`;
 * the schema types it by its field.
 */
export type YamlNode<T = unknown> = unknown extends T
  ? AnyNode
  : [NonNullable<T>] extends [readonly (infer Item)[]]
    ? Sequence<Item>
    : NonNullable<T> extends object
      ? Mapping<NonNullable<T>>
      : Scalar<NonNullable<T>>;

export type AnyNode = Scalar<string | number> | Sequence | Mapping;

export interface Scalar<T = string> {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: T;
  readonly style: 'plain' | 'single' | 'double' | 'block';
}

export interface Sequence<Item = unknown> {
  readonly kind: 'sequence';
  readonly span: Span;
  readonly flow: boolean;
  /** `undefined` where an item is empty. */
  readonly items: readonly (YamlNode<Item> | undefined)[];
}

export interface Mapping<T = unknown> {
  readonly kind: 'mapping';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly Entry<ValueOf<T>>[];
  /** The value of the first entry with that key; `undefined` where it is absent or empty. */
  get<K extends KeyOf<T>>(key: K): YamlNode<At<T, K>> | undefined;
  entry(key: string): Entry<ValueOf<T>> | undefined;
}

export interface Entry<V = unknown> {
  readonly key: Scalar;
  /** `undefined` where the key has no value: `owner:`. */
  readonly value: YamlNode<V> | undefined;
}

/** Keys of every member of a union, not just the common ones: everything in a spec is optional anyway. */
type KeyOf<T> = unknown extends T ? string : (T extends unknown ? keyof T : never) & string;
type At<T, K extends string> = unknown extends T
  ? unknown
  : T extends unknown
    ? K extends keyof T
      ? T[K]
      : never
    : never;
type ValueOf<T> = unknown extends T ? unknown : T extends unknown ? T[keyof T] : never;

export function scalar<T>(value: T, span: Span, style: Scalar['style'] = 'plain'): Scalar<T> {
  return { kind: 'scalar', span, value, style };
}

export function sequence(items: readonly (AnyNode | undefined)[], span: Span, flow: boolean): Sequence {
  return { kind: 'sequence', span, flow, items };
}

export function mapping(entries: readonly Entry[], span: Span, flow: boolean): Mapping {
  return new IndexedMapping(entries, span, flow);
}

/** So few are found faster by looking at each; most mappings are asked for one or two keys only. */
const fewEntries = 16;

class IndexedMapping implements Mapping {
  readonly kind = 'mapping';
  readonly entries: readonly Entry[];
  readonly span: Span;
  readonly flow: boolean;
  private index: Map<string, Entry> | undefined;

  constructor(entries: readonly Entry[], span: Span, flow: boolean) {
    this.entries = entries;
    this.span = span;
    this.flow = flow;
  }

  get(key: string): AnyNode | undefined {
    return this.entry(key)?.value;
  }

  entry(key: string): Entry | undefined {
    if (this.entries.length <= fewEntries) {
      for (const entry of this.entries) if (entry.key.value === key) return entry;
      return undefined;
    }
    if (this.index === undefined) {
      this.index = new Map();
      for (const entry of this.entries) if (!this.index.has(entry.key.value)) this.index.set(entry.key.value, entry);
    }
    return this.index.get(key);
  }
}

export function isMapping(node: AnyNode | undefined): node is Mapping {
  return node?.kind === 'mapping';
}
