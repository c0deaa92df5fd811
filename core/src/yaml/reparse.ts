import { parseYaml, type YamlDocument } from './parse.ts';
import { shiftEntry, shiftSpan } from './shift.ts';
import { type Entry, type Mapping, mapping } from './tree.ts';

/**
 * Reads `text` with the help of what is known of an earlier version of it: only the top-level entries that an edit
 * touched are read again. Gives what `parseYaml(text)` gives (a test holds the two together), and falls back to it.
 */
export function reparse(previous: YamlDocument, text: string): YamlDocument {
  if (previous.text === text) return previous;
  return readTouchedEntries(previous, text) ?? parseYaml(text);
}

function readTouchedEntries(previous: YamlDocument, text: string): YamlDocument | undefined {
  const root = previous.root;
  if (!previous.separable || root?.kind !== 'mapping' || root.flow || root.entries.length === 0) return undefined;

  const old = previous.text;
  const same = commonEnds(old, text);
  const touched = touchedEntries(root, old.length, same);
  if (touched === undefined) return undefined;

  const delta = text.length - old.length;
  const next = root.entries[touched.after];
  const oldEnd = next?.key.span.start ?? old.length;
  const start = root.entries[touched.first]?.key.span.start ?? 0;
  const end = oldEnd + delta;
  if (!startsLine(text, start) || !startsLine(text, end)) return undefined;

  // The lexer looks ahead: a value can end otherwise where a key follows it. So the next key is read along.
  const key = next === undefined ? '' : `${text.slice(end, next.key.span.end + delta)}:`;
  const piece = parseYaml(text.slice(start, end) + key);
  if (!standsAlone(piece)) return undefined;
  const read = next === undefined ? piece.root.entries : piece.root.entries.slice(0, -1);
  if (next !== undefined && piece.root.entries.at(-1)?.key.span.start !== end - start) return undefined;

  const entries = [
    ...root.entries.slice(0, touched.first),
    ...read.map((entry) => shiftEntry(entry, start)),
    ...root.entries.slice(touched.after).map((entry) => shiftEntry(entry, delta)),
  ];
  const comments = [
    ...previous.comments.filter(({ span }) => span.end <= start),
    ...piece.comments.map((comment) => ({ ...comment, span: shiftSpan(comment.span, start) })),
    ...previous.comments
      .filter(({ span }) => span.start >= oldEnd)
      .map((comment) => ({ ...comment, span: shiftSpan(comment.span, delta) })),
  ];
  const last = entries.at(-1);
  const span = { start: root.span.start, end: last?.value?.span.end ?? last?.key.span.end ?? root.span.end };
  return { text, root: mapping(entries, span, false), problems: [], comments, separable: true };
}

/** How much both texts have in common at their beginning and, without overlap, at their end. */
function commonEnds(a: string, b: string): { readonly prefix: number; readonly suffix: number } {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && a.charCodeAt(a.length - 1 - suffix) === b.charCodeAt(b.length - 1 - suffix))
    suffix += 1;
  return { prefix, suffix };
}

/** The entries from `first` up to, not including, `after` that the edit touched; an edit on a border touches both sides. */
function touchedEntries(root: Mapping, length: number, same: { readonly prefix: number; readonly suffix: number }) {
  const starts = root.entries.map(({ key }) => key.span.start);
  const changedEnd = length - same.suffix;
  const first = starts.findLastIndex((start) => start < same.prefix);
  if (first === -1) return undefined; // Above the first entry.
  const next = starts.findIndex((start) => start > changedEnd);
  return { first, after: next === -1 ? starts.length : next };
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || offset === text.length || /[\r\n]/.test(text[offset - 1] ?? '');
}

function standsAlone(
  piece: YamlDocument,
): piece is YamlDocument & { readonly root: Mapping & { entries: readonly Entry[] } } {
  return (
    piece.separable && piece.root?.kind === 'mapping' && !piece.root.flow && piece.root.entries[0]?.key.span.start === 0
  );
}
