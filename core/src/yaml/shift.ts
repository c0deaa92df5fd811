import type { Span } from '../text.ts';
import { type AnyNode, type Entry, mapping, type Scalar, scalar, sequence } from './tree.ts';

/** The same nodes, `by` code units further on; what a mapping holds is moved when somebody looks at it. */
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
        node.entries.map((entry) => shiftLater(entry, by)),
        span,
        node.flow,
      );
    default:
      return node satisfies never;
  }
}

export function shiftEntry({ key, value }: Entry, by: number): Entry {
  if (by === 0) return { key, value };
  return { key: shiftKey(key, by), value: value && shift(value, by) };
}

/** The same, for entries that may never be looked into: what stands behind the key is moved when somebody asks for it. */
export function shiftLater(entry: Entry, by: number): Entry {
  if (entry instanceof MovedEntry) return entry.further(by);
  return by === 0 || entry.value?.kind === 'scalar'
    ? shiftEntry(entry, by)
    : new MovedEntry(entry.key, entry.value, by);
}

class MovedEntry implements Entry {
  readonly key: Scalar;
  private node: AnyNode | undefined;
  /** How far `node` is from where it belongs. */
  private by: number;

  constructor(key: Scalar, node: AnyNode | undefined, by: number) {
    this.key = shiftKey(key, by);
    this.node = node;
    this.by = by;
  }

  get value(): AnyNode | undefined {
    if (this.by !== 0) {
      this.node = this.node && shift(this.node, this.by);
      this.by = 0;
    }
    return this.node;
  }

  /** Not behind this one, which would hold the one before it: so each key that is typed would make a chain longer. */
  further(by: number): Entry {
    const moved = new MovedEntry(this.key, this.node, by);
    moved.by += this.by;
    return moved;
  }
}

function shiftKey(key: Scalar, by: number): Scalar {
  return scalar(key.value, shiftSpan(key.span, by), key.style);
}

export function shiftSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
