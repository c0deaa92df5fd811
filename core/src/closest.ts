/** Nobody misspells a name that is longer. */
const longestName = 100;
/** A spec with more names than this was not written by hand. */
const mostCandidates = 200;

/** The candidate that a person most likely meant; `undefined` where none is close. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestName) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  // One slip in three letters is a typo; more is another word.
  let least = Math.floor(Math.max(typed.length, 3) / 3) + 0.5;
  for (const candidate of candidates.slice(0, mostCandidates)) {
    const distance = editDistance(typed, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The one candidate that begins with `word`, as an abbreviation does; `undefined` where there is none, or several. */
export function continued(
  word: string,
  candidates: readonly string[],
  plain: (text: string) => string,
): string | undefined {
  if (word.length < 3) return undefined;
  const found = candidates.filter((candidate) => plain(candidate).startsWith(word));
  return found.length === 1 ? found[0] : undefined;
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row, ...previous) > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? Number.POSITIVE_INFINITY;
}
