import {
  type AnyNode,
  type Entry,
  isMapping,
  type Mapping,
  mapping,
  type Scalar,
  scalar,
  sequence,
} from '../yaml/tree.ts';
import type { Data, Known } from './known.ts';
import type { Spec } from './types.generated.ts';

/** A version of a spec: as written, and what was accepted of it. */
interface Accepted {
  readonly tree: Mapping;
  readonly spec: Mapping<Spec>;
}

/**
 * What `data` keeps of `tree`: without the nodes in `refused`, without empty list items, and with numbers as numbers; each
 * entry when somebody looks into it. What was `known` is as it was in the version `before`.
 */
export function acceptedView(
  tree: Mapping,
  data: Data,
  refused: ReadonlySet<AnyNode>,
  known: Known,
  before?: Accepted,
): Mapping<Spec> {
  const old = before && { node: before.tree, view: before.spec as unknown as Mapping };
  return viewOf(tree, data, refused, known, old) as unknown as Mapping<Spec>;
}

interface Before {
  readonly node: Mapping;
  readonly view: Mapping;
}

function viewOf(
  node: Mapping,
  data: Data,
  refused: ReadonlySet<AnyNode>,
  known: Known,
  before: Before | undefined,
): Mapping {
  const entries = node.entries
    .filter((entry) => node.entry(entry.key.value) === entry) // Of duplicates, the first one counts.
    .map((entry) => {
      const name = entry.key.value;
      const own = known.get(name);
      if (own?.inside === undefined)
        return new AcceptedEntry(entry, { data: data[name], refused }, own && isWhole(before, name));
      const view = viewOf(entry.value as Mapping, data[name] as Data, refused, own.inside, inside(before, name));
      return { key: entry.key, value: view };
    });
  return mapping(entries, node.span, node.flow);
}

function inside(before: Before | undefined, name: string): Before | undefined {
  const view = before?.view.get(name);
  const node = before?.node.get(name);
  return isMapping(view) && isMapping(node) ? { node, view } : undefined;
}

/** Undefined where nobody has looked, and then nobody looks now. */
function isWhole(before: Before | undefined, name: string): boolean | undefined {
  const entry = before?.view.entry(name);
  return entry instanceof AcceptedEntry ? entry.isWhole : before && entry?.value === before.node.get(name);
}

interface Judgement {
  readonly data: unknown;
  readonly refused: ReadonlySet<AnyNode>;
}

class AcceptedEntry implements Entry {
  readonly key: Scalar;
  /** Whether the value is what is written; undefined until somebody looks. */
  isWhole: boolean | undefined;
  private node: AnyNode | undefined;
  /** What the value is still to be made of: not a closure, which would hold the version before, and that one its own. */
  private open: (Judgement & { readonly entry: Entry }) | undefined;

  constructor(entry: Entry, judgement: Judgement, isWhole: boolean | undefined) {
    this.key = entry.key;
    this.open = { ...judgement, entry };
    this.isWhole = isWhole;
  }

  get value(): AnyNode | undefined {
    if (this.open !== undefined) {
      const { entry, data, refused } = this.open;
      this.open = undefined;
      this.node = this.isWhole ? entry.value : acceptedValue(entry.value, data, refused);
      this.isWhole = this.node === entry.value;
    }
    return this.node;
  }
}

function acceptedValue(value: AnyNode | undefined, data: unknown, refused: ReadonlySet<AnyNode>): AnyNode | undefined {
  return value === undefined || data === undefined || refused.has(value) ? undefined : accept(value, data, refused);
}

/** The node itself where all of it is kept: most of a spec is, on most keystrokes. */
function accept(node: AnyNode, data: unknown, refused: ReadonlySet<AnyNode>): AnyNode {
  if (node.kind === 'scalar') return typeof data === 'number' ? scalar(data, node.span, node.style) : node;

  if (node.kind === 'sequence') {
    let position = 0;
    const items: AnyNode[] = [];
    for (const item of node.items) {
      const value = item && (data as readonly unknown[] | undefined)?.[position++];
      if (item === undefined || value === undefined || refused.has(item)) continue;
      items.push(accept(item, value, refused));
    }
    return isSame(items, node.items) ? node : sequence(items, node.span, node.flow);
  }

  const entries: Entry[] = [];
  for (const entry of node.entries) {
    const { key, value } = entry;
    if (node.entry(key.value) !== entry) continue; // A duplicate; the first one counts.
    const kept = acceptedValue(value, (data as Data | undefined)?.[key.value], refused);
    entries.push(kept === value ? entry : { key, value: kept });
  }
  return isSame(entries, node.entries) ? node : mapping(entries, node.span, node.flow);
}

function isSame(kept: readonly unknown[], all: readonly unknown[]): boolean {
  return kept.length === all.length && kept.every((one, index) => one === all[index]);
}
