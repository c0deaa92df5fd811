import type { Place } from '../../spec/place.ts';
import { nameOf, quoted } from '../../spec/words.ts';
import { removeEntry } from '../../yaml/edit.ts';
import type { AnyNode, Entry, Mapping } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';

export const duplicateKey = defineRule({
  id: 'duplicate-key',
  severity: 'error',
  summary: 'The same key or id stands twice in one mapping.',
  why: 'Most tools keep the last one, some the first, and none says a word: one of the two answers is lost.',
  examples: [
    {
      bad: `
owners:
  claims-ops:
    team: Claims Operations
  claims-ops:
  ^^^^^^^^^^ duplicate-key
    team: Claims Platform
`,
      good: `
owners:
  claims-ops:
    team: Claims Operations
  claims-platform:
    team: Claims Platform
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    for (const { mapping, name } of mappings(doc.tree, places)) {
      if (mapping.entries.every((entry) => mapping.entry(entry.key.value) === entry)) continue;
      const first = new Map<string, Entry>();
      for (const entry of mapping.entries) {
        const before = first.get(entry.key.value);
        if (before === undefined) {
          first.set(entry.key.value, entry);
          continue;
        }
        const where = name === '' ? 'this file' : `\`${name}\``;
        const related = [{ span: before.key.span, message: 'It stands here first.' }];
        const remove = () => ({
          title: 'Remove this second one',
          kind: 'normalise' as const,
          safe: same(doc.text, before, entry),
          edits: [removeEntry(doc.text, mapping, entry)],
        });
        yield { at: entry.key, message: `${quoted(entry.key.value)} stands twice in ${where}.`, related, fix: remove };
      }
    }
  },
});

function* mappings(
  tree: Mapping,
  places: readonly Place[],
): Generator<{ readonly mapping: Mapping; readonly name: string }> {
  yield { mapping: tree, name: '' };
  for (const { node, path } of places) if (node?.kind === 'mapping') yield { mapping: node, name: nameOf(path) };
}

/** Nothing is lost with the second one if it says the same in the same words. */
function same(text: string, a: Entry, b: Entry): boolean {
  return slice(text, a.value) === slice(text, b.value);
}

function slice(text: string, node: AnyNode | undefined): string {
  return node === undefined ? '' : text.slice(node.span.start, node.span.end);
}
