import { closest } from '../closest.ts';
import type { AnyNode } from '../yaml/tree.ts';
import { pointer, type SpecDocument } from './document.ts';
import type { Path } from './place.ts';
import type { ShapeFault } from './shape.ts';

export type UnknownKey = Extract<ShapeFault, { kind: 'unknown-key' }>;

/** The known key that each unknown one probably is, where there is one: one that is close and not written yet. */
export function guesses(doc: SpecDocument): ReadonlyMap<UnknownKey, string> {
  return doc.memo.of(guesses, () => guessed(doc));
}

function guessed(doc: SpecDocument): ReadonlyMap<UnknownKey, string> {
  const found = new Map<UnknownKey, string>();
  const unknown = doc.faults.filter((fault) => fault.kind === 'unknown-key');
  for (const fault of unknown.slice(0, mostGuesses)) {
    const guess = guessKey(fault);
    if (guess !== undefined) found.set(fault, guess);
  }
  return found;
}

/** More findings than that are not shown, and it takes a while to guess. */
const mostGuesses = 1000;

function guessKey({ entry, holder, known }: UnknownKey): string | undefined {
  const free = known.filter((name) => holder.entry(name) === undefined);
  return closest(entry.key.value, free);
}

/** Whether a key that nobody knows stands where `path` is missing, and was probably meant to be it. */
export function isMisspelt(doc: SpecDocument, path: Path): boolean {
  return keysMeantFor(doc, path).length > 0;
}

/** The unknown keys that were probably meant to be `path`, or what holds it. */
export function keysMeantFor(doc: SpecDocument, path: Path): readonly UnknownKey[] {
  lookAtKeys(doc, path);
  const meant = meantIn(doc);
  if (meant.size === 0) return [];
  return path.flatMap((_, index) => meant.get(pointer(path.slice(0, index + 1))) ?? []);
}

/** Whoever asks is to be asked again when other keys stand on the way: they may be meant for it. */
function lookAtKeys({ tree }: SpecDocument, path: Path): void {
  let node: AnyNode | undefined = tree;
  for (const step of path) {
    if (node?.kind !== 'mapping' || node.entries.length === 0) return;
    node = node.get(String(step));
  }
}

/** By the pointer to what was meant; the first that comes near it. */
function meantIn(doc: SpecDocument): ReadonlyMap<string, UnknownKey> {
  // Many rules ask of each subject.
  return doc.memo.of(meantIn, () => {
    const meant = new Map<string, UnknownKey>();
    for (const [fault, guess] of guesses(doc)) {
      const path = pointer([...fault.path.slice(0, -1), guess]);
      if (!meant.has(path)) meant.set(path, fault);
    }
    return meant;
  });
}
