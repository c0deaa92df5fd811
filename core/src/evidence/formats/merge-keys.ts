import { type AnyNode, type Entry, type Mapping, mapping, sequence } from '../../yaml/tree.ts';

/**
 * A tree in which `<<: *base` has given what it stands for: its entries come after those that are written, which win.
 * For readers that take merges, as those of Prometheus, Helm and compose do.
 */
export function withMerges(root: AnyNode | undefined): AnyNode | undefined {
  // What several aliases stand for is one node, and is done once.
  const done = new Map<AnyNode, AnyNode>();
  return root && merged(root);

  function merged(node: AnyNode): AnyNode {
    if (node.kind === 'scalar') return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    done.set(node, node);
    const result =
      node.kind === 'sequence'
        ? sequence(
            node.items.map((item) => item && merged(item)),
            node.span,
            node.flow,
          )
        : ofMapping(node);
    done.set(node, result);
    return result;
  }

  function ofMapping(node: Mapping): Mapping {
    const own = node.entries.filter(({ key }) => key.value !== '<<');
    const names = new Set(own.map(({ key }) => key.value));
    const entries: Entry[] = own.map(({ key, value }) => ({ key, value: value && merged(value) }));
    for (const { key, value } of node.entries) {
      if (key.value !== '<<') continue;
      for (const base of value?.kind === 'sequence' ? value.items : [value]) {
        const given = base && merged(base);
        for (const entry of given?.kind === 'mapping' ? given.entries : []) {
          if (names.has(entry.key.value)) continue;
          names.add(entry.key.value);
          entries.push(entry);
        }
      }
    }
    return mapping(entries, node.span, node.flow);
  }
}
