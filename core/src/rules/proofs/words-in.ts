import { shownPath } from '../../evidence/reference.ts';
import { clipped } from '../../shown.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { findDocument } from './document-proof.ts';

/*
 * Whether a text speaks of something. Words are no proof that it says the right thing, nor that it does not: what is
 * found or missed here is a note.
 */

/** A note that the text at `path` has none of `words`, or the line with the first that it has. */
export function speaksOf(
  context: Context,
  path: Scalar | undefined,
  words: readonly string[],
  what: string,
): Proof | undefined {
  const found = findDocument(context, path);
  if (path === undefined || found === undefined || 'proof' in found || found.facts.kind !== 'prose') return undefined;
  const { headings, lines, frontMatter } = found.facts.prose;
  const { file } = found.reference;
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
  if (wanted.length === 0) return undefined;
  const entries = [...frontMatter.values()].map(({ value, line }) => ({ text: value, line }));
  const hit = [...headings, ...lines, ...entries].find(({ text }) => {
    const said = text.toLowerCase();
    return wanted.some((word) => said.includes(word));
  });
  const does = hit === undefined ? `does not speak of ${what}.` : `speaks of ${what}.`;
  const reason = `${shownPath(file)} ${does}`;
  return { at: path, state: 'linked', reach: 'linked', reason, facts: [{ file, line: hit?.line, says: `It ${does}` }] };
}

/** The same only where the text has none of them. */
export function isSilentOn(...asked: Parameters<typeof speaksOf>): Proof | undefined {
  const proof = speaksOf(...asked);
  return proof?.facts?.some(({ line }) => line !== undefined) ? undefined : proof;
}

/** Words of a sentence that say nothing of what it is about. */
const common = new Set([
  'that',
  'this',
  'with',
  'from',
  'into',
  'only',
  'then',
  'them',
  'they',
  'have',
  'what',
  'when',
  'back',
  'until',
  'over',
]);

/** As many of its words a text has to have that speaks of a sentence. */
const mostOfThem = 0.6;

/** A note that the text at `path` has only few of the words of a `sentence`. */
export function leavesOut(context: Context, path: Scalar | undefined, sentence: Scalar | undefined): Proof | undefined {
  const found = findDocument(context, path);
  if (path === undefined || sentence === undefined || found === undefined || 'proof' in found) return undefined;
  if (found.facts.kind !== 'prose') return undefined;
  const stems = stemsOf(
    String(sentence.value)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
  ).filter((word) => !common.has(word));
  const { headings, lines } = found.facts.prose;
  const said = [...headings, ...lines].map(({ text }) => text.toLowerCase()).join('\n');
  const absent = stems.filter((stem) => !said.includes(stem));
  if (stems.length < 2 || stems.length - absent.length >= stems.length * mostOfThem) return undefined;
  const { file } = found.reference;
  const reason = `${shownPath(file)} does not speak of "${clipped(String(sentence.value), 80)}".`;
  return { at: path, state: 'linked', reach: 'linked', reason, facts: [{ file, says: reason }] };
}

/** The beginnings of the words in an id such as `stale-index`, long enough to be told apart. */
export function stemsOf(id: string): readonly string[] {
  return id
    .split(/[-_. ]+/)
    .filter((word) => word.length >= 4)
    .map((word) => word.slice(0, 6).replace(/(?:ies|es|s)$/, ''));
}
