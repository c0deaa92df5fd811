import { type AnyNode, type Entry, type Mapping, mapping, scalar, sequence } from '../yaml/tree.ts';
import type { Spec } from './types.generated.ts';

/** What `data` keeps of `tree`: without the nodes in `refused`, without empty list items, and with numbers as numbers. */
export function acceptedView(tree: Mapping, data: unknown, refused: ReadonlySet<AnyNode>): Mapping<Spec> {
  return accept(tree, data, refused) as unknown as Mapping<Spec>;
}

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
    return sequence(items, node.span, node.flow);
  }

  const entries = node.entries.flatMap(({ key, value }): Entry[] => {
    if (node.entry(key.value)?.key !== key) return []; // A duplicate; the first one counts.
    if (value === undefined) return [{ key, value }];
    const inner = (data as Readonly<Record<string, unknown>> | undefined)?.[key.value];
    return inner === undefined || refused.has(value)
      ? [{ key, value: undefined }]
      : [{ key, value: accept(value, inner, refused) }];
  });
  return mapping(entries, node.span, node.flow);
}
