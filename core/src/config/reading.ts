import { closest } from '../closest.ts';
import type { Finding } from '../finding.ts';
import { oneOf, quoted } from '../spec/words.ts';
import type { Fix, Span } from '../text.ts';
import { removeEntry, renameKey, replaceScalar } from '../yaml/edit.ts';
import type { AnyNode, Entry, Mapping, Scalar } from '../yaml/tree.ts';

/** What is read of a configuration or a pack, with a place for what cannot be used. */
export interface Reading {
  readonly text: string;
  readonly findings: Finding[];
}

export function complain(
  { findings }: Reading,
  rule: string,
  { span }: { readonly span: Span },
  message: string,
  ...fixes: readonly (Fix | undefined)[]
): void {
  findings.push({ rule, severity: 'error', message, span, fixes: () => fixes.filter((fix) => fix !== undefined) });
}

export function mended(title: string, ...edits: Fix['edits']): Fix {
  return { title, kind: 'normalise', safe: false, edits };
}

/** The entries of a mapping under known keys, the first of each; the others are told of. `what` completes "… is not". */
export function entriesOf(reading: Reading, holder: Mapping, known: readonly string[], what: string): readonly Entry[] {
  const seen = new Set<string>();
  return holder.entries.filter((entry) => {
    const name = entry.key.value;
    const isFirst = !seen.has(name);
    seen.add(name);
    if (known.includes(name)) return isFirst;
    unknownKey(reading, holder, entry, known, what);
    return false;
  });
}

export function unknownKey(
  reading: Reading,
  holder: Mapping,
  entry: Entry,
  known: readonly string[],
  what: string,
): void {
  const { key } = entry;
  const guess = guessed(
    key.value,
    known.filter((name) => holder.entry(name) === undefined),
  );
  const few = known.length <= 12 ? `; there ${known.length === 1 ? 'is' : 'are'} ${listed(known)}` : '';
  const hint = guess === undefined ? `${few}.` : `. Did you mean \`${guess}\`?`;
  const fix =
    guess === undefined
      ? mended(`Remove ${quoted(key.value)}`, removeEntry(reading.text, holder, entry))
      : mended(`Change to \`${guess}\``, renameKey(key, guess));
  complain(reading, 'unknown-key', key, `${quoted(key.value)} is not ${what}${hint}`, fix);
}

/** What was meant: a name that is close, or the one that a longer name begins with or is the beginning of. */
function guessed(word: string, known: readonly string[]): string | undefined {
  const name = word
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[_ ]+/g, '-')
    .toLowerCase();
  const near = closest(name, known);
  if (near !== undefined || name.length < 4) return near;
  const [only, ...others] = known.filter((one) => one.startsWith(name) || name.startsWith(one));
  return others.length === 0 ? only : undefined;
}

function listed(names: readonly string[]): string {
  return oneOf(names.map((name) => `\`${name}\``)).replace(' or ', ' and ');
}

/** `undefined`, and a finding, for what is no mapping. `says` completes "… is". */
export function mappingOf(reading: Reading, { key, value }: Entry, says: string): Mapping | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'mapping') return value;
  complain(reading, 'invalid-value', value, `\`${key.value}\` is ${says}; here is ${kindOf(value)}.`);
  return undefined;
}

/** One text or a list of them. */
export function textsOf(reading: Reading, { key, value }: Entry, says: string): readonly Scalar[] {
  if (value === undefined) return [];
  const items: readonly (AnyNode | undefined)[] = value.kind === 'sequence' ? value.items : [value];
  return items.flatMap((item) => {
    const text = item && textOf(item);
    if (text === undefined) {
      complain(reading, 'invalid-value', item ?? key, `\`${key.value}\` is ${says}; here is ${kindOf(item)}.`);
    }
    return text ?? [];
  });
}

/** A scalar that says something. */
export function textOf(node: AnyNode | undefined): Scalar | undefined {
  if (node?.kind !== 'scalar' || String(node.value).trim() === '') return undefined;
  return { ...node, value: String(node.value) };
}

export function kindOf(node: AnyNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return String(node.value).trim() === '' ? 'an empty text' : quoted(node.value);
    case 'sequence':
      return 'a list';
    case 'mapping':
      return 'a mapping';
  }
}

/** One of a few words, with the close one as a fix. */
export function wordOf<W extends string>(
  reading: Reading,
  { key, value }: Entry,
  words: readonly W[],
  what: string,
): W | undefined {
  const text = textOf(value);
  const word = words.find((one) => one === text?.value);
  if (word !== undefined) return word;
  const guess = text && (words.find((one) => one === text.value.toLowerCase()) ?? closest(text.value, words));
  const fix = text && guess ? mended(`Change to \`${guess}\``, replaceScalar(text, guess)) : undefined;
  const given = text === undefined ? `here is ${kindOf(value)}` : `${quoted(text.value)} is none of them`;
  const message = `${what} is one of ${oneOf(words)}; ${given}.`;
  complain(reading, 'invalid-value', value ?? key, message, fix);
  return undefined;
}
