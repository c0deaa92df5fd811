import type { Mapping } from '../yaml/tree.ts';

/** A section whose text is what it was in the version before: where it stood there, and how far it moved since. */
export interface KeptSection {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** By name. What was found out about one of these need not be found out again. */
export type KeptSections = ReadonlyMap<string, KeptSection>;

export const nothingKept: KeptSections = new Map();

/** What was read of a text. */
interface ReadText {
  readonly text: string;
  readonly tree: Mapping;
  readonly yaml: { readonly separable: boolean };
}

/** Told by their text: however the tree was made, the same text at the same depth is the same section. */
export function keptSections(previous: ReadText, text: string, tree: Mapping, separable: boolean): KeptSections {
  if (!separable || !previous.yaml.separable || tree.flow || previous.tree.flow) return nothingKept;
  const old = sectionTexts(previous.text, previous.tree);
  const kept = new Map<string, KeptSection>();
  for (const [name, now] of sectionTexts(text, tree)) {
    const before = old.get(name);
    if (before === undefined || now.text !== before.text) continue;
    kept.set(name, { start: before.start, end: before.start + before.text.length, by: now.start - before.start });
  }
  return kept;
}

/** Of a text that is what it was. */
export function allKept({ text, tree, yaml }: ReadText): KeptSections {
  return keptSections({ text, tree, yaml }, text, tree, yaml.separable);
}

/** Each up to the next section: what stands between belongs to the one above. Of two with one name, neither. */
function sectionTexts(text: string, { entries }: Mapping) {
  const texts = new Map<string, { readonly start: number; readonly text: string }>();
  const twice = new Set<string>();
  for (const [index, { key }] of entries.entries()) {
    const { start } = key.span;
    if (texts.has(key.value)) twice.add(key.value);
    texts.set(key.value, { start, text: text.slice(start, entries[index + 1]?.key.span.start) });
  }
  for (const name of twice) texts.delete(name);
  return texts;
}
