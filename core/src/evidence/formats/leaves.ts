import type { LineIndex } from '../../text.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { escaped } from '../cases/rows.ts';

/** A single value of a report. */
export interface Leaf {
  /** JSON pointer. */
  readonly pointer: string;
  readonly text: string;
  /** Written in quotes; a number in quotes is still read as one. */
  readonly isText: boolean;
  readonly line: number;
}

const most = { leaves: 20_000, items: 100, levels: 12 } as const;

/** All single values of a tree by their pointers, in the order of the text; of long lists the beginning. */
export function leavesOf(root: AnyNode, lines: LineIndex): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const walk = (node: AnyNode | undefined, pointer: string, level: number) => {
    if (node === undefined || leaves.size >= most.leaves || level > most.levels) return;
    if (node.kind === 'scalar') {
      const line = lines.position(node.span.start).line + 1;
      leaves.set(pointer, { pointer, text: String(node.value), isText: node.style !== 'plain', line });
    } else if (node.kind === 'sequence') {
      for (const [index, item] of node.items.slice(0, most.items).entries())
        walk(item, `${pointer}/${index}`, level + 1);
    } else for (const { key, value } of node.entries) walk(value, `${pointer}/${escaped(key.value)}`, level + 1);
  };
  walk(root, '', 0);
  return leaves;
}

/** `0.91`, `"0.91"`, `91%` as 0.91 with `percent` told; `undefined` for all that is no finite number. */
export function numberIn(text: string): { readonly value: number; readonly percent: boolean } | undefined {
  const match = /^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?) ?(%?)$/.exec(text.trim());
  if (match === null) return undefined;
  const percent = match[2] === '%';
  const value = percent ? Number(match[1]) / 100 : Number(match[1]);
  return Number.isFinite(value) ? { value, percent } : undefined;
}
