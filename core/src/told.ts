import type { Finding } from './finding.ts';
import type { Judged } from './judge.ts';
import { pointer, type SpecDocument } from './spec/document.ts';
import { keysMeantFor } from './spec/misspelt.ts';
import type { Path } from './spec/place.ts';
import type { Span } from './text.ts';

/** Tells whether all that is missing stands in the file in a way that is not read, and a finding there says so. */
export function toldAlready(doc: SpecDocument, language: readonly Finding[]): (judged: Judged) => boolean {
  const unknown: ReadonlySet<Span> = new Set(
    language.flatMap(({ rule, span }) => (rule === 'unknown-key' ? [span] : [])),
  );
  const commented = pathsInComments(doc, language);
  const isTold = (path: Path): boolean =>
    commented.has(pointer(path)) || keysMeantFor(doc, path).some(({ entry }) => unknown.has(entry.key.span));

  return ({ assessment: { insert = [] }, state }) =>
    state === 'missing' && insert.length > 0 && insert.every(({ path }) => isTold(path));
}

/** The places whose value, or an item of it, became a comment: each is the last key before its comment. */
function pathsInComments(doc: SpecDocument, language: readonly Finding[]): ReadonlySet<string> {
  const starts = language.flatMap(({ rule, span }) => (rule === 'hash-starts-comment' ? [span.start] : []));
  const paths = new Set<string>();
  if (starts.length === 0) return paths;
  const ends = new Map<number, Path>();
  for (const { key, path } of doc.places) if (key !== undefined) ends.set(key.span.end, path);
  const inOrder = [...ends].sort(([a], [b]) => a - b);
  let next = 0;
  for (const start of starts.sort((a, b) => a - b)) {
    while (next < inOrder.length && (inOrder[next]?.[0] ?? 0) < start) next += 1;
    const path = inOrder[next - 1]?.[1];
    if (path !== undefined) paths.add(pointer(path));
  }
  return paths;
}
