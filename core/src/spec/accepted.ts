import { type AnyNode, type Entry, type Mapping, mapping, scalar, sequence } from '../yaml/tree.ts';
import type { Spec } from './types.generated.ts';

/** What `data` keeps of `tree`: without the nodes in `refused`, without empty list items, and with numbers as numbers. */
export function acceptedView(tree: Mapping, data: unknown, refused: ReadonlySet<AnyNode>): Mapping<Spec> {
  return accept(tree, data, refused) as unknown as Mapping<Spec>;
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
    const inner = value && (data as Readonly<Record<string, unknown>> | undefined)?.[key.value];
    const kept =
      value === undefined || inner === undefined || refused.has(value) ? undefined : accept(value, inner, refused);
    entries.push(kept === value ? entry : { key, value: kept });
  }
  return isSame(entries, node.entries) ? node : mapping(entries, node.span, node.flow);
}

function isSame(kept: readonly unknown[], all: readonly unknown[]): boolean {
  return kept.length === all.length && kept.every((one, index) => one === all[index]);
}
