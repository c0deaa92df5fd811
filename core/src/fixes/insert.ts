import type { Insertion } from '../rules/rule.ts';
import { nodeAt } from '../rules/subject.ts';
import type { Path, SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Edit } from '../text.ts';
import { insertEntry, insertItem } from '../yaml/edit.ts';
import type { Draft } from '../yaml/print.ts';
import type { Mapping, Scalar, Sequence } from '../yaml/tree.ts';

/**
 * The edits that write `insertions` into a spec, each at its place in the order of the language. What goes to the same
 * place is written as one; what cannot be written, because something else stands there, is left out.
 */
export function insertionEdits(doc: Pick<SpecDocument, 'text' | 'tree'>, insertions: readonly Insertion[]): Edit[] {
  const edits: Edit[] = [];
  for (const { parent, drafts } of byParent(doc.tree, insertions)) {
    for (const [key, draft] of inOrder(parent, drafts)) add(edits, edit(doc, parent, key, draft));
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

interface Group {
  readonly parent: Path;
  readonly drafts: Map<string, Draft>;
}

/** Cuts each insertion where the tree ends: what exists is the parent, the rest is one draft. */
function byParent(tree: Mapping, insertions: readonly Insertion[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { path, draft } of insertions) {
    const depth = existingDepth(tree, path);
    const parent = path.slice(0, depth);
    const group = groups.get(JSON.stringify(parent)) ?? { parent, drafts: new Map<string, Draft>() };
    groups.set(JSON.stringify(parent), group);

    const rest = path.slice(depth);
    const key = String(rest[0] ?? '');
    const inner = rest.slice(1).reduceRight<Draft>((value, step) => ({ [String(step)]: value }), draft);
    group.drafts.set(key, merge(group.drafts.get(key), inner));
  }
  return [...groups.values()];
}

function existingDepth(tree: Mapping, path: Path): number {
  let depth = path.length;
  while (depth > 0 && nodeAt(tree, path.slice(0, depth)) === undefined) depth -= 1;
  return depth;
}

function merge(a: Draft | undefined, b: Draft): Draft {
  if (a === undefined) return b;
  if (Array.isArray(a) && Array.isArray(b)) return [...new Set([...a, ...b])];
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) || Array.isArray(b)) return a;
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b)) merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

function inOrder(parent: Path, drafts: ReadonlyMap<string, Draft>): [string, Draft][] {
  const order = keysAt(parent);
  return [...drafts]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([key, draft]) => [key, ordered([...parent, key], draft)]);
}

/** The same draft with the keys of its mappings in the order of the language. */
function ordered(path: Path, draft: Draft): Draft {
  if (typeof draft === 'string' || Array.isArray(draft)) return draft;
  const order = keysAt(path);
  const entries = Object.entries(draft).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(entries.map(([key, value]) => [key, ordered([...path, key], value)]));
}

function keysAt(path: Path): string[] {
  return [...(fieldAt(path)?.children.keys() ?? [])];
}

function edit(
  { text, tree }: Pick<SpecDocument, 'text' | 'tree'>,
  parent: Path,
  key: string,
  draft: Draft,
): Edit | undefined {
  const node = parent.length === 0 ? tree : nodeAt(tree, parent);
  const holder = holderOf(tree, parent);
  if (key === '' || node?.kind === 'sequence') return appendItems(text, node, holder, draft);
  if (node?.kind === 'scalar') return undefined;

  const entry = node?.entry(key);
  if (entry !== undefined) return fill(text, entry.key, draft);
  return insertEntry(text, { mapping: node, holder }, key, draft, keysAt(parent));
}

/** Below a key that has no value yet. */
function fill(text: string, holder: Scalar, draft: Draft): Edit | undefined {
  if (Array.isArray(draft)) return joined(draft.map((item) => insertItem(text, { sequence: undefined, holder }, item)));
  if (typeof draft === 'string')
    return { span: { start: holder.span.end, end: colonAfter(text, holder) }, text: `: ${draft}` };
  return joined(
    Object.entries(draft).map(([key, value]) => insertEntry(text, { mapping: undefined, holder }, key, value)),
  );
}

function colonAfter(text: string, { span }: Scalar): number {
  return span.end + (/^[ \t]*:[ \t]?/.exec(text.slice(span.end, span.end + 100))?.[0].trimEnd().length ?? 0);
}

function appendItems(text: string, node: unknown, holder: Scalar | undefined, draft: Draft): Edit | undefined {
  const sequence = node as Sequence | undefined;
  if (sequence?.kind !== 'sequence' || holder === undefined || !Array.isArray(draft)) return undefined;
  return joined(draft.map((item: Draft) => insertItem(text, { sequence, holder }, item)));
}

function holderOf(tree: Mapping, path: Path): Scalar | undefined {
  const above = path.length < 2 ? tree : nodeAt(tree, path.slice(0, -1));
  return above?.kind === 'mapping' ? above.entry(String(path.at(-1)))?.key : undefined;
}

function joined(edits: readonly (Edit | undefined)[]): Edit | undefined {
  const all: Edit[] = [];
  for (const edit of edits) add(all, edit);
  return all[0];
}

/** Edits at one place become one, in the order in which they come. */
function add(edits: Edit[], edit: Edit | undefined): void {
  if (edit === undefined) return;
  const same = edits.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
  const there = edits[same];
  if (there === undefined) edits.push(edit);
  else edits[same] = { span: there.span, text: there.text + edit.text.replace(/^(\r?\n){2}/, '$1') };
}
