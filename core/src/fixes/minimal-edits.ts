import type { Edit } from '../text.ts';

/**
 * Edits that turn `before` into `after` and leave common lines alone, so that cursors, folds and marks in an editor stay.
 * Lines are matched greedily, which is exact where lines were only added, as fixes mostly do. Lines of which `key` makes
 * the same are the same line written otherwise, and only what differs in them is replaced.
 */
export function minimalEdits(before: string, after: string, key: (line: string) => string = (line) => line): Edit[] {
  const old = linesOf(before);
  const made = linesOf(after);
  const [oldKeys, madeKeys] = [old.map(key), made.map(key)];
  const edits: Edit[] = [];
  let offset = 0;
  let i = 0;
  let j = 0;
  while (i < old.length || j < made.length) {
    const [line = '', other = ''] = [old[i], made[j]];
    if (i < old.length && oldKeys[i] === madeKeys[j]) {
      if (line !== other) edits.push(within(line, other, offset));
      offset += line.length;
      i += 1;
      j += 1;
      continue;
    }
    const next = meet(oldKeys, madeKeys, i, j);
    const removed = old.slice(i, next.i).join('');
    edits.push({ span: { start: offset, end: offset + removed.length }, text: made.slice(j, next.j).join('') });
    offset += removed.length;
    ({ i, j } = next);
  }
  return edits;
}

/** What lies between the beginning and the end that both lines have. */
function within(line: string, other: string, offset: number): Edit {
  const shorter = Math.min(line.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && line[start] === other[start]) start += 1;
  while (end < shorter - start && line.at(-1 - end) === other.at(-1 - end)) end += 1;
  return {
    span: { start: offset + start, end: offset + line.length - end },
    text: other.slice(start, other.length - end),
  };
}

/** The nearest pair of equal lines behind `i` and `j`, or both ends. */
function meet(old: readonly string[], made: readonly string[], i: number, j: number) {
  const furthest = old.length - i + made.length - j;
  for (let distance = 1; distance <= furthest; distance += 1) {
    for (let skipped = 0; skipped <= distance; skipped += 1) {
      const a = i + skipped;
      const b = j + distance - skipped;
      if (
        a < old.length &&
        b < made.length &&
        old[a] === made[b] &&
        (old[a]?.trim() !== '' || old[a + 1] === made[b + 1])
      )
        return { i: a, j: b };
    }
  }
  return { i: old.length, j: made.length };
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}
