import { child, type FieldNode, fieldTree } from './field-tree.ts';
import type { Change, Kept } from './kept.ts';
import type { Path } from './place.ts';
import type { ShapeFault } from './shape.ts';

/** With what the schema refuses in one of the versions only: it may stand elsewhere than what was typed. */
export function withFaults(kept: Kept, before: readonly ShapeFault[], now: readonly ShapeFault[]): Kept {
  if (kept.changes === undefined || (before.length === 0 && now.length === 0)) return kept;
  const [old, own] = [before, now].map((faults) => new Map(faults.map((fault) => [said(fault), fault])));
  const other = [...(old ?? []), ...(own ?? [])].filter(([text]) => old?.has(text) !== own?.has(text));
  return { ...kept, changes: [...kept.changes, ...other.flatMap(([, fault]) => changesBy(fault))] };
}

function said(fault: ShapeFault): string {
  return JSON.stringify([fault.kind, fault.path, fault.kind === 'unknown-key' ? fault.known : '']);
}

function changesBy({ kind, path }: ShapeFault): Change[] {
  const holder: Change = { of: 'keys', field: nearest(path.slice(0, -1)) };
  if (kind === 'unknown-key') return [holder];
  const own: Change = { of: 'value', field: nearest(path) };
  return kind === 'invalid-key' ? [holder, own] : [own];
}

/** What the language knows at a path, or else of what holds it. */
function nearest(path: Path): FieldNode {
  let field = fieldTree();
  for (const step of path) {
    const inner = typeof step === 'number' ? field.item : child(field, step);
    if (inner === undefined) return field;
    field = inner;
  }
  return field;
}
