import type { SpecDocument } from '../spec/document.ts';
import { type FieldNode, fieldTree } from '../spec/field-tree.ts';
import type { Span } from '../text.ts';
import type { AnyNode, Entry, Scalar } from '../yaml/tree.ts';

/** A section, a part of one, an entry with an id, or an item of a list: what the outline of an editor shows. */
export interface SpecSymbol {
  readonly kind: 'section' | 'entry' | 'part' | 'list' | 'item';
  readonly name: string;
  /** What it is, and of an entry what it says first. */
  readonly detail: string;
  /** Of an entry, the section that its id belongs to. */
  readonly section: string;
  /** All of it. */
  readonly span: Span;
  /** Its key, or the value an item is called by. Inside `span`. */
  readonly at: Span;
  readonly children: readonly SpecSymbol[];
}

/** What stands in a spec, from the sections down to the entries and what they consist of; single values are left out. */
export function specSymbols(doc: SpecDocument): readonly SpecSymbol[] {
  const isHidden = (node: Scalar<string | number>) =>
    doc.secrets.some(({ start, end }) => start < node.span.end && node.span.start < end);
  return itemsIn(doc.tree, { field: fieldTree(), path: [], end: doc.text.length, isHidden });
}

interface Around {
  readonly field: FieldNode | undefined;
  readonly path: readonly string[];
  /** Nothing in here goes beyond. */
  readonly end: number;
  readonly isHidden: (node: Scalar<string | number>) => boolean;
}

function itemsIn(node: AnyNode, around: Around): SpecSymbol[] {
  const found: SpecSymbol[] = [];
  const add = (symbol: SpecSymbol | undefined) => symbol !== undefined && found.push(symbol);
  const section = around.path.join('.');
  if (node.kind === 'mapping') for (const entry of node.entries) add(keySymbol(entry, section, around));
  if (node.kind === 'sequence') for (const item of node.items) add(itemSymbol(item, node.span.start, section, around));
  return found;
}

function keySymbol({ key, value }: Entry, section: string, around: Around): SpecSymbol | undefined {
  const { field, path, isHidden } = around;
  const isEntry = field?.any !== undefined && !field.children.has(key.value);
  const isSection = path.length === 0;
  // Words and numbers are what a section says, not its parts.
  if (key.value === '' || !(isEntry || isSection || isCollection(value))) return undefined;
  if (isSection && value?.kind === 'scalar') return undefined;
  const own = field?.children.get(key.value) ?? field?.any;
  const inside = value !== undefined && isInside(value, key.span.end, around.end) ? value : undefined;
  const end = Math.max(key.span.end, inside?.span.end ?? 0);
  const title = own?.field?.title ?? '';
  const says = isEntry ? firstWords(value, own, isHidden) : undefined;
  return {
    kind: isSection ? 'section' : isEntry ? 'entry' : value?.kind === 'sequence' ? 'list' : 'part',
    name: short(key.value),
    detail: says === undefined ? title : title === '' ? says : `${title}: ${says}`,
    section,
    span: { start: key.span.start, end },
    at: key.span,
    children: inside === undefined ? [] : itemsIn(inside, { field: own, path: [...path, key.value], end, isHidden }),
  };
}

function itemSymbol(item: AnyNode | undefined, start: number, section: string, around: Around): SpecSymbol | undefined {
  if (item?.kind !== 'mapping' || !isInside(item, start, around.end)) return undefined;
  const { path, isHidden } = around;
  const named = item.entries.find(({ value }) => value?.kind === 'scalar' && !isHidden(value))?.value;
  const name = named?.kind === 'scalar' ? short(String(named.value)) : '';
  const first = item.entries[0]?.key;
  if (first === undefined || name === '') return undefined;
  const field = around.field?.item;
  const children = itemsIn(item, { field, path, end: item.span.end, isHidden });
  return { kind: 'item', name, detail: field?.field?.title ?? '', section, span: item.span, at: first.span, children };
}

/** What an alias stands for is written elsewhere. */
function isInside({ span }: AnyNode, start: number, end: number): boolean {
  return span.start >= start && span.end <= end;
}

function isCollection(node: AnyNode | undefined): boolean {
  return node?.kind === 'mapping' || node?.kind === 'sequence';
}

/** The sentence or the name that an entry begins with; no secret, and not what is still to be said. */
function firstWords(
  node: AnyNode | undefined,
  field: FieldNode | undefined,
  isHidden: Around['isHidden'],
): string | undefined {
  if (node?.kind !== 'mapping') return undefined;
  let words: string | number | undefined;
  for (const { key, value } of node.entries) {
    if (value?.kind !== 'scalar' || isHidden(value)) continue;
    words ??= value.value;
    if (field?.children.get(key.value)?.field?.text !== true) continue;
    words = value.value;
    break;
  }
  return words === undefined || String(words).trim() === '' ? undefined : short(String(words));
}

/** On one line, and not longer than a list can show. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
