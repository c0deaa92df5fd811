import { type AnyNode, type Entry, type Mapping, mapping, type Scalar, scalar, sequence } from '../yaml/tree.ts';
import type { Spec } from './types.generated.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * What `data` keeps of `tree`: without the nodes in `refused`, without empty list items, and with numbers as numbers.
 * Sections that are `sound` are taken apart when somebody looks into them.
 */
export function acceptedView(
  tree: Mapping,
  data: Data,
  refused: ReadonlySet<AnyNode>,
  sound: ReadonlyMap<string, unknown>,
): Mapping<Spec> {
  const entries = tree.entries
    .filter((entry) => tree.entry(entry.key.value) === entry) // Of duplicates, the first one counts.
    .map((entry) => {
      const name = entry.key.value;
      const accepted = () => acceptedValue(entry.value, data[name], refused);
      return sound.has(name) ? new SoundEntry(entry.key, accepted) : { key: entry.key, value: accepted() };
    });
  return mapping(entries, tree.span, tree.flow) as unknown as Mapping<Spec>;
}

class SoundEntry implements Entry {
  readonly key: Scalar;
  private accepted: (() => AnyNode | undefined) | undefined;
  private node: AnyNode | undefined;

  constructor(key: Scalar, accepted: () => AnyNode | undefined) {
    this.key = key;
    this.accepted = accepted;
  }

  get value(): AnyNode | undefined {
    if (this.accepted !== undefined) {
      this.node = this.accepted();
      this.accepted = undefined;
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
