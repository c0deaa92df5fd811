import { closest } from '../closest.ts';
import type { Span } from '../text.ts';
import type { SpecDocument } from './document.ts';

/** Which parts of a text were read as they were written. */
export interface Soundness {
  /** What seems to be missing in a section may only be hidden by a slip in it; and so may a whole section. */
  section(name: string): boolean;
  /** Whether what stands at `offset` stands in a section without a slip. */
  at(offset: number): boolean;
}

export function soundness({ tree, text, yaml }: SpecDocument): Soundness {
  // What a merge key would add is missing, and it says so itself; all else is read.
  const slips = yaml.problems.filter(({ kind }) => kind !== 'merge-key');
  if (slips.length === 0 && yaml.broken.length === 0) return { section: () => true, at: () => true };
  const lost = yaml.broken.filter(
    ({ start, end }) => isInFirstColumn(text, start) && /^\S/.test(content(text, { start, end })),
  );
  const keys = tree.entries.map(({ key }) => key);
  const starts = [...keys.map(({ span }) => span.start), ...lost.map(({ start }) => start)].sort((a, b) => a - b);
  const holding = (offset: number) => lastAtOrBefore(starts, offset);

  const unsound = new Set<number>();
  for (const { start, end } of [...yaml.broken, ...slips.map(({ span }) => span)]) {
    const last = holding(Math.max(start, end - 1));
    for (let index = holding(start); index <= last; index += 1) unsound.add(starts[index] ?? -1);
  }
  const given = new Map<string, boolean>();
  for (const { value, span } of keys) given.set(value, given.get(value) !== false && !unsound.has(span.start));
  return {
    section: (name) => given.get(name) ?? !lost.some((stretch) => mayHide(text, stretch, name)),
    at: (offset) => !unsound.has(starts[holding(offset)] ?? -1),
  };
}

/** A section that is not there may be what a lost stretch begins with, half typed as it is, or may stand inside it. */
function mayHide(text: string, lost: Span, name: string): boolean {
  const stretch = content(text, lost);
  const word = /^\W*(\w*)/.exec(stretch)?.[1] ?? '';
  const goesOn = /[\r\n]+[^\s#]/.test(stretch);
  return goesOn || name.startsWith(word) || word.startsWith(name) || closest(word, [name]) !== undefined;
}

/** Comments above it belong to a stretch, and hide nothing. */
function content(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))+/, '');
}

function isInFirstColumn(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text[offset - 1] ?? '');
}

/** -1 where even the first is behind `offset`. */
function lastAtOrBefore(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
