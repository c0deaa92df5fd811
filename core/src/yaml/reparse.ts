import { commonEnds } from '../text.ts';
import type { YamlDocument } from './document.ts';
import { parseYaml, readYaml } from './parse.ts';
import { shiftEntry, shiftLater, shiftSpan } from './shift.ts';
import { type Entry, type Mapping, mapping } from './tree.ts';

/**
 * Reads `text` with the help of what is known of an earlier version of it: only the innermost entries that an edit
 * touched are read again. Gives what `parseYaml(text)` gives (a test holds the two together), and falls back to it.
 */
export function reparse(previous: YamlDocument, text: string): YamlDocument {
  if (previous.text === text) return previous;
  return readTouchedEntries(previous, text) ?? parseYaml(text);
}

function readTouchedEntries(previous: YamlDocument, text: string): YamlDocument | undefined {
  const root = previous.root;
  if (!previous.separable || root?.kind !== 'mapping') return undefined;

  const old = previous.text;
  const delta = text.length - old.length;
  const { prefix, suffix } = commonEnds(old, text);
  const read = readTouched(root, { text, delta, start: prefix, end: old.length - suffix }, old.length, 0);
  if (read === undefined) return undefined;

  const { start, end, piece } = read;
  const comments = [
    ...previous.comments.filter(({ span }) => span.end <= start),
    ...piece.comments.map((comment) => ({ ...comment, span: shiftSpan(comment.span, start) })),
    ...previous.comments
      .filter(({ span }) => span.start >= end)
      .map((comment) => ({ ...comment, span: shiftSpan(comment.span, delta) })),
  ];
  return { text, root: read.mapping, problems: [], broken: [], comments, separable: true };
}

interface Change {
  /** The new text. */
  readonly text: string;
  readonly delta: number;
  /** What was replaced of the old one. */
  readonly start: number;
  readonly end: number;
}

interface Reread {
  readonly mapping: Mapping;
  /** What was read again, and where it began and ended in the old text. */
  readonly piece: YamlDocument;
  readonly start: number;
  readonly end: number;
}

/** Reads again what the change touched of a mapping that goes up to `limit` in the old text: as little as possible. */
function readTouched(old: Mapping, change: Change, limit: number, depth: number): Reread | undefined {
  if (old.flow || old.entries.length === 0) return undefined;
  const touched = touchedEntries(old, change);
  if (touched === undefined) return undefined;

  const { first, after } = touched;
  const key = old.entries[first]?.key.span.start ?? 0;
  const start = lineStart(change.text, key);
  const indent = key - start;
  const next = old.entries[after]?.key.span.start;
  const end = next === undefined ? limit : next - indent;
  if (!startsLine(change.text, start)) return undefined;
  if (next !== undefined && lineStart(change.text, next + change.delta) !== end + change.delta) return undefined;
  if (!startsLine(change.text, end + change.delta)) return undefined;

  const only = after === first + 1 ? old.entries[first] : undefined;
  const inner = only?.value?.kind === 'mapping' ? readTouched(only.value, change, end, depth + 1) : undefined;
  if (only !== undefined && inner !== undefined) {
    return { ...inner, mapping: withEntries(old, touched, [{ key: only.key, value: inner.mapping }], change.delta) };
  }

  const slice = change.text.slice(start, end + change.delta);
  const isLast = end + change.delta === change.text.length;
  const { document: piece } = readYaml(isLast ? slice : `${slice}${' '.repeat(indent)}${sentinel}:\n`, depth);
  if (!standsAlone(piece, indent)) return undefined;
  const read = isLast ? piece.root.entries : piece.root.entries.slice(0, -1);
  if (!isLast && piece.root.entries.at(-1)?.key.span.start !== slice.length + indent) return undefined;

  const entries = read.map((entry) => shiftEntry(entry, start));
  return { mapping: withEntries(old, touched, entries, change.delta), piece, start, end };
}

/** A key where the next entry begins: found again there, it shows that nothing before it reaches over the end. */
const sentinel = 'x';

function withEntries(old: Mapping, { first, after }: Touched, between: readonly Entry[], delta: number): Mapping {
  const entries = [
    ...old.entries.slice(0, first),
    ...between,
    ...old.entries.slice(after).map((entry) => shiftLater(entry, delta)),
  ];
  const last = between.at(-1);
  const own = last?.value?.span.end ?? last?.key.span.end;
  const end = after < old.entries.length || own === undefined ? old.span.end + delta : own;
  return mapping(entries, { start: old.span.start, end }, false);
}

interface Touched {
  readonly first: number;
  /** Behind the last one. */
  readonly after: number;
}

/** The entries that the change touched; one on a border touches both sides. */
function touchedEntries({ entries }: Mapping, change: Change): Touched | undefined {
  const first = entries.findLastIndex(({ key }) => key.span.start < change.start);
  if (first === -1) return undefined; // Above the first entry.
  const next = entries.findIndex(({ key }) => key.span.start > change.end);
  return { first, after: next === -1 ? entries.length : next };
}

/** Where the indentation begins that stands before `offset`. */
function lineStart(text: string, offset: number): number {
  let start = offset;
  while (text[start - 1] === ' ') start -= 1;
  return start;
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || offset === text.length || /[\r\n]/.test(text[offset - 1] ?? '');
}

/** It is a block mapping again, as far indented as before. */
function standsAlone(piece: YamlDocument, indent: number): piece is YamlDocument & { readonly root: Mapping } {
  const { separable, root } = piece;
  return separable && root?.kind === 'mapping' && !root.flow && root.entries[0]?.key.span.start === indent;
}
