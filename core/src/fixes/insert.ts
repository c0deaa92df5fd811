import type { Insertion } from '../assessment.ts';
import { nodeAt } from '../rules/subject.ts';
import type { SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Path } from '../spec/place.ts';
import type { Edit } from '../text.ts';
import { insertEntry, insertItem, insertValue } from '../yaml/edit.ts';
import type { Draft } from '../yaml/print.ts';
import type { AnyNode, Mapping, Scalar } from '../yaml/tree.ts';

/**
 * The edits that write `insertions` into a spec, each at its place in the order of the language. What goes to the same
 * place is written as one; what cannot be written, because something else stands there, is left out.
 */
export function insertionEdits(doc: Pick<SpecDocument, 'text' | 'tree'>, insertions: readonly Insertion[]): Edit[] {
  const edits: Edit[] = [];
  for (const { parent, drafts } of byParent(doc.tree, insertions)) {
    for (const edit of editsIn(doc, parent, inOrder(parent, drafts))) add(edits, edit);
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

function editsIn(
  { text, tree }: Pick<SpecDocument, 'text' | 'tree'>,
  parent: Path,
  drafts: readonly [string, Draft][],
): (Edit | undefined)[] {
  const node = parent.length === 0 ? tree : nodeAt(tree, parent);
  const { holder, inFlow } = holderOf(tree, parent);
  if (node?.kind === 'scalar') return [];
  if (node?.kind === 'sequence' || drafts.some(([key]) => key === '')) {
    return drafts.flatMap(([, draft]) => appendItems(text, node, holder, draft));
  }
  if (node === undefined || node.entries.length === 0) {
    return [insertValue(text, { value: node, holder, inFlow }, Object.fromEntries(drafts))];
  }
  return drafts.map(([key, draft]) => {
    const entry = node.entry(key);
    if (entry === undefined) return insertEntry(text, { mapping: node, holder }, key, draft, keysAt(parent));
    return insertValue(text, { value: undefined, holder: entry.key, inFlow: node.flow }, draft);
  });
}

function appendItems(
  text: string,
  node: AnyNode | undefined,
  holder: Scalar | undefined,
  draft: Draft,
): (Edit | undefined)[] {
  if (holder === undefined || !Array.isArray(draft)) return [];
  if (node?.kind === 'mapping' && node.entries.length === 0) {
    return [insertValue(text, { value: node, holder, inFlow: false }, draft)];
  }
  if (node?.kind !== 'sequence') return [];
  const wanted = draft.filter((item: Draft) => !node.items.some((given) => says(given, item)));
  if (wanted.length === 0) return [];
  if (node.items.length === 0) return [insertValue(text, { value: node, holder, inFlow: false }, wanted)];
  return wanted.map((item: Draft) => insertItem(text, { sequence: node, holder }, item));
}

/** Whether it has been written already. */
function says(node: AnyNode | undefined, draft: Draft): boolean {
  if (node?.kind === 'scalar') return node.value === draft;
  if (node?.kind === 'sequence') {
    return (
      Array.isArray(draft) &&
      draft.length === node.items.length &&
      draft.every((item, index) => says(node.items[index], item))
    );
  }
  if (node?.kind !== 'mapping' || typeof draft === 'string' || Array.isArray(draft)) return false;
  const wanted = Object.entries(draft);
  return wanted.length === node.entries.length && wanted.every(([key, value]) => says(node.get(key), value));
}

function holderOf(tree: Mapping, path: Path): { readonly holder: Scalar | undefined; readonly inFlow: boolean } {
  if (path.length === 0) return { holder: undefined, inFlow: false };
  const above = nodeAt(tree, path.slice(0, -1));
  if (above?.kind !== 'mapping') return { holder: undefined, inFlow: false };
  return { holder: above.entry(String(path.at(-1)))?.key, inFlow: above.flow };
}

/** Edits at one place become one, in the order in which they come. */
function add(edits: Edit[], edit: Edit | undefined): void {
  if (edit === undefined) return;
  const same = edits.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
  const there = edits[same];
  if (there === undefined) edits.push(edit);
  else edits[same] = { span: there.span, text: there.text + edit.text.replace(/^(\r?\n){2}/, '$1') };
}
