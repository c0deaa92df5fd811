import type { SpecDocument } from './document.ts';

/**
 * Tells which sections were read as they were written. A section with a syntax error in it is half read: what seems to
 * be missing there may only be hidden; and a section that is not there may have been swallowed.
 */
export function soundSections({ text, tree, yaml }: SpecDocument): (name: string) => boolean {
  if (yaml.problems.length === 0) return () => true;
  const sound = new Set<string>();
  for (const [index, { key }] of tree.entries.entries()) {
    const end = tree.entries[index + 1]?.key.span.start ?? text.length;
    const start = index === 0 ? 0 : key.span.start;
    if (!yaml.problems.some(({ span }) => span.start <= end && span.end >= start)) sound.add(key.value);
  }
  return (name) => sound.has(name);
}
