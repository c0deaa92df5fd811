import type { Span } from '../text.ts';
import { type AnyNode, type Entry, mapping, scalar, sequence } from './tree.ts';

/** The same nodes, `by` code units further on. */
export function shift(node: AnyNode, by: number): AnyNode {
  if (by === 0) return node;
  const span = shiftSpan(node.span, by);
  switch (node.kind) {
    case 'scalar':
      return scalar(node.value, span, node.style);
    case 'sequence':
      return sequence(
        node.items.map((item) => item && shift(item, by)),
        span,
        node.flow,
      );
    case 'mapping':
      return mapping(
        node.entries.map((entry) => shiftEntry(entry, by)),
        span,
        node.flow,
      );
    default:
      return node satisfies never;
  }
}

export function shiftEntry({ key, value }: Entry, by: number): Entry {
  if (by === 0) return { key, value };
  return { key: scalar(key.value, shiftSpan(key.span, by), key.style), value: value && shift(value, by) };
}

export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
