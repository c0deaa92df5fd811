import { lastAtOrBefore, type Span } from '../text.ts';
import { shiftSpan } from '../yaml/shift.ts';
import type { AnyNode, Entry, Mapping } from '../yaml/tree.ts';
import { child, type FieldNode, fieldTree, holdsFields } from './field-tree.ts';

/** A text held against the version before it. */
export interface Kept {
  /** The sections whose text is what it was. What was found out about one of these need not be found out again. */
  readonly sections: ReadonlySet<string>;
  /** Of the top level, as far as something can be told. */
  readonly entries: readonly KeptEntry[];
  /** Undefined where anything may be another. */
  readonly changes: readonly Change[] | undefined;
}

/** What became of an entry of a mapping. */
export interface KeptEntry {
  readonly name: string;
  /** Where it stood: from its key up to the next one. */
  readonly was: Span;
  readonly is: Span;
  /** Where its key ended, if that is written as it was; else where it began. */
  readonly keyEnd: number;
  /** What became of its own entries, where some may be what they were; undefined where it says something else. */
  readonly inside: 'same' | readonly KeptEntry[] | undefined;
}

/** A field that says something else than it did, or holds other keys, or has other comments before the first of them. */
export interface Change {
  readonly of: 'value' | 'keys' | 'text';
  readonly field: FieldNode;
}

export const nothingKept: Kept = { sections: new Set(), entries: [], changes: undefined };

/** What was read of a text. */
interface ReadText {
  readonly text: string;
  readonly tree: Mapping;
  readonly yaml: { readonly separable: boolean };
}

/** Told by their text: however the tree was made, the same text at the same depth is the same entry. */
export function keptOf(previous: ReadText, now: ReadText): Kept {
  if (!now.yaml.separable || !previous.yaml.separable || now.tree.flow || previous.tree.flow) return nothingKept;
  const changes: Change[] = [];
  const entries = compare(wholeOf(previous), wholeOf(now), fieldTree(), changes);
  const sections = new Set(entries.filter(({ inside }) => inside === 'same').map(({ name }) => name));
  return { sections, entries, changes };
}

/** Where a token of the version before stands now; undefined where what it belongs to says something else. */
export function movedSpan(entries: readonly KeptEntry[], span: Span): Span | undefined {
  const first = entries[0];
  if (first === undefined || span.end <= first.was.start) return span.end === 0 ? span : undefined;
  const holder = lastAtOrBefore(entries, span.start, ({ was }) => was.start);
  if (holder === undefined || span.end > holder.was.end) return undefined;
  const { was, is, keyEnd, inside } = holder;
  if (inside === 'same' || span.end <= keyEnd)
    return is.start === was.start ? span : shiftSpan(span, is.start - was.start);
  return inside && movedSpan(inside, span);
}

interface Holder {
  readonly text: string;
  readonly tree: Mapping;
  /** Where it begins: with its key. */
  readonly start: number;
  /** Where the last of its entries ends. */
  readonly end: number;
}

function wholeOf({ text, tree }: ReadText): Holder {
  return { text, tree, start: 0, end: text.length };
}

/** What stands before the first entry: the key that holds it, and comments. */
function headOf({ text, tree, start, end }: Holder): string {
  const first = tree.entries[0]?.key.span.start;
  return text.slice(start, first === undefined ? end : indentedFrom(text, first));
}

/** Adds to `changes` what is another below `field`. */
function compare(before: Holder, now: Holder, field: FieldNode, changes: Change[]): readonly KeptEntry[] {
  const [old, own] = [stretches(before), stretches(now)];
  const changed = (name: string): void => {
    const inner = child(field, name);
    changes.push(inner === undefined ? { of: 'keys', field } : { of: 'value', field: inner });
  };
  const entries: KeptEntry[] = [];
  for (const [name, was] of old) {
    const is = own.get(name);
    if (was === undefined || is === undefined) {
      changed(name);
      continue;
    }
    const inside = insideOf(before, was, now, is, child(field, name), changes);
    if (inside === undefined) changed(name);
    const isWritten = textOf(before, was.entry.key.span) === textOf(now, is.entry.key.span);
    const keyEnd = isWritten ? was.entry.key.span.end : was.start;
    entries.push({ name, was: spanOf(was), is: spanOf(is), keyEnd, inside });
  }
  for (const [name, is] of own) if (is === undefined || !old.has(name)) changed(name);
  if (names(before.tree) !== names(now.tree)) changes.push({ of: 'keys', field });
  if (headOf(before) !== headOf(now)) changes.push({ of: 'text', field });
  return entries;
}

function insideOf(
  before: Holder,
  was: Stretch,
  now: Holder,
  is: Stretch,
  field: FieldNode | undefined,
  changes: Change[],
): KeptEntry['inside'] {
  const isSame = textOf(before, was) === textOf(now, is) && columnOf(before, was) === columnOf(now, is);
  if (isSame) return 'same';
  const [old, own] = [was.entry.value, is.entry.value];
  if (!isBlockOf(field, old) || !isBlockOf(field, own) || field === undefined) return undefined;
  const [from, to] = [spanOf(was), spanOf(is)];
  return compare({ text: before.text, tree: old, ...from }, { text: now.text, tree: own, ...to }, field, changes);
}

/** Whether its entries can be told apart by their lines, and by what the language calls them. */
function isBlockOf(field: FieldNode | undefined, node: AnyNode | undefined): node is Mapping {
  return node?.kind === 'mapping' && !node.flow && holdsFields(field);
}

interface Stretch extends Span {
  readonly entry: Entry;
}

/** By name; of two with one name, neither. What stands between two belongs to the one above, but for the indentation. */
function stretches({ text, tree, end }: Holder): ReadonlyMap<string, Stretch | undefined> {
  const found = new Map<string, Stretch | undefined>();
  for (const [index, entry] of tree.entries.entries()) {
    const { value, span } = entry.key;
    const next = tree.entries[index + 1]?.key.span.start;
    const stretch = { start: span.start, end: next === undefined ? end : indentedFrom(text, next), entry };
    found.set(value, found.has(value) ? undefined : stretch);
  }
  return found;
}

function indentedFrom(text: string, key: number): number {
  let from = key;
  while (text[from - 1] === ' ') from -= 1;
  return from;
}

/** Without its nodes: what is kept of a version before is not to hold its tree. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function textOf({ text }: Holder, { start, end }: Span): string {
  return text.slice(start, end);
}

/** A block of text may say how far it is indented, counted from its key. */
function columnOf({ text }: Holder, { start }: Span): number {
  let from = start;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from -= 1;
  return start - from;
}

function names({ entries }: Mapping): string {
  return entries.map(({ key }) => key.value).join('\n');
}
