import { nameOf } from '../../spec/words.ts';
import { removeEntry } from '../../yaml/edit.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';
import { cutPieces } from './comma-splits-text.ts';

export const emptyValue = defineRule({
  id: 'empty-value',
  severity: 'warning',
  summary: 'A key of the language has no value.',
  why: 'An empty key looks answered at a glance, and is not.',
  examples: [
    {
      bad: `
monitoring:
  dashboard:
  ^^^^^^^^^ empty-value
`,
      good: `
monitoring:
  dashboard: https://grafana.acme.example/d/claims-ai
`,
    },
  ],

  looksAt: 'place',

  *check({ doc, places }) {
    const isCut = cutPieces(doc);
    for (const { key, node, path, field } of places) {
      if (key === undefined || node !== undefined || field === undefined || isSelfEvident(doc.text, key.span.end))
        continue;
      if (isCut(key, path)) continue;
      yield {
        at: key,
        message: `\`${nameOf(path)}\` is empty.`,
        fix: () => {
          const holder = nodeAt(doc.tree, path.slice(0, -1));
          const entry = holder?.kind === 'mapping' ? holder.entries.find((one) => one.key === key) : undefined;
          if (holder?.kind !== 'mapping' || entry === undefined) return undefined;
          const edits = [removeEntry(doc.text, holder, entry)];
          return { title: `Remove \`${nameOf(path)}\``, kind: 'normalise', safe: false, edits };
        },
      };
    }
  },
});

/** A value that became a comment has a finding of its own. */
function isSelfEvident(text: string, keyEnd: number): boolean {
  return /^[ \t]*:[ \t]*#[^\s#]/.test(text.slice(keyEnd, keyEnd + 200));
}
