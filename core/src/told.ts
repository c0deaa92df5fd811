import type { Finding } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Path, SpecDocument } from './spec/document.ts';
import { keysMeantFor } from './spec/misspelt.ts';

/** Whether all that is missing stands in the file in a way that is not read, and a finding there says so. */
export function isToldAlready(doc: SpecDocument, { assessment, state }: Judged, language: readonly Finding[]): boolean {
  const { insert = [] } = assessment;
  if (state !== 'missing' || insert.length === 0) return false;
  return insert.every(({ path }) => isMisspeltIn(doc, path, language) || isCommentIn(doc, path, language));
}

function isMisspeltIn(doc: SpecDocument, path: Path, language: readonly Finding[]): boolean {
  return keysMeantFor(doc, path).some(({ entry }) => {
    return language.some(({ rule, span }) => rule === 'unknown-key' && span === entry.key.span);
  });
}

function isCommentIn({ places }: SpecDocument, path: Path, language: readonly Finding[]): boolean {
  return language.some((finding) => {
    if (finding.rule !== 'hash-starts-comment') return false;
    // The comment took the value of the last key before it, or an item of the list there.
    const place = places.findLast(({ key }) => key !== undefined && key.span.end < finding.span.start);
    return place?.path.length === path.length && place.path.every((step, index) => step === path[index]);
  });
}
