import type { SpecDocument } from '../spec/document.ts';
import { type FieldNode, fieldTree } from '../spec/field-tree.ts';
import type { Span } from '../text.ts';
import type { AnyNode, Scalar } from '../yaml/tree.ts';

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
  const hidden = (node: Scalar<string | number>) =>
    doc.secrets.some(({ start, end }) => start < node.span.end && node.span.start < end);
  return itemsIn(doc.tree, fieldTree(), [], { end: doc.text.length, hidden });
}

interface Around {
  /** Nothing in here goes beyond. */
  readonly end: number;
  hidden(node: Scalar<string | number>): boolean;
}

function itemsIn(node: AnyNode, field: FieldNode | undefined, path: readonly string[], around: Around): SpecSymbol[] {
  if (node.kind === 'mapping') {
    return node.entries.flatMap(({ key, value }) => {
      const isEntry = field?.any !== undefined && !field.children.has(key.value);
      const isSection = path.length === 0;
      // Words and numbers are what a section says, not its parts.
      if (key.value === '' || !(isEntry || isSection || isCollection(value))) return [];
      if (isSection && value?.kind === 'scalar') return [];
      const own = field?.children.get(key.value) ?? field?.any;
      const span = { start: key.span.start, end: key.span.end };
      const inside = value !== undefined && isInside(value, key.span.end, around.end) ? value : undefined;
      if (inside !== undefined) span.end = Math.max(span.end, inside.span.end);
      const steps = [...path, key.value];
      const title = own?.field?.title ?? '';
      const says = isEntry ? firstWords(value, own, around) : undefined;
      return [
        {
          kind: isSection ? 'section' : isEntry ? 'entry' : value?.kind === 'sequence' ? 'list' : 'part',
          name: short(key.value),
          detail: says === undefined ? title : title === '' ? says : `${title}: ${says}`,
          section: path.join('.'),
          span,
          at: key.span,
          children: inside === undefined ? [] : itemsIn(inside, own, steps, { ...around, end: span.end }),
        } satisfies SpecSymbol,
      ];
    });
  }
  if (node.kind !== 'sequence') return [];
  return node.items.flatMap((item) => {
    if (item?.kind !== 'mapping' || !isInside(item, node.span.start, around.end)) return [];
    const named = item.entries.find(({ value }) => value?.kind === 'scalar' && !around.hidden(value))?.value;
    const name = named?.kind === 'scalar' ? short(String(named.value)) : '';
    const first = item.entries[0]?.key;
    if (first === undefined || name === '') return [];
    const children = itemsIn(item, field?.item, path, { ...around, end: item.span.end });
    const detail = field?.item?.field?.title ?? '';
    return [
      { kind: 'item', name, detail, section: path.join('.'), span: item.span, at: first.span, children } as const,
    ];
  });
}

/** What an alias stands for is written elsewhere. */
function isInside({ span }: AnyNode, start: number, end: number): boolean {
  return span.start >= start && span.end <= end;
}

function isCollection(node: AnyNode | undefined): boolean {
  return node?.kind === 'mapping' || node?.kind === 'sequence';
}

/** The sentence or the name that an entry begins with; no secret, and not what is still to be said. */
function firstWords(node: AnyNode | undefined, field: FieldNode | undefined, around: Around): string | undefined {
  if (node?.kind !== 'mapping') return undefined;
  const said = node.entries.flatMap(({ key, value }) => {
    const own = field?.children.get(key.value)?.field;
    return value?.kind === 'scalar' && !around.hidden(value) ? [{ value, isText: own?.text === true }] : [];
  });
  const words = (said.find(({ isText }) => isText) ?? said[0])?.value.value;
  return words === undefined || String(words).trim() === '' ? undefined : short(String(words));
}

/** On one line, and not longer than a list can show. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
