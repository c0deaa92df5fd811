import type { Path } from '../../spec/place.ts';
import { nameOf } from '../../spec/words.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';

/** Twice is coincidence. */
const tooOften = 3;
/** More places to look at are no help. */
const mostRelated = 5;

export const repeatedText = defineRule({
  id: 'repeated-text',
  severity: 'warning',
  summary: 'The same free text answers three questions or more.',
  why: 'A sentence that fits everywhere was written to fill the form, and says nothing about any of the places.',
  examples: [
    {
      bad: `
operations:
  incidents:
    modes:
      wrong-answers:
        first_action: follow the general process
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-text
      stale-index:
        first_action: follow the general process
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-text
      cost-runaway:
        first_action: follow the general process
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-text
`,
      good: `
operations:
  incidents:
    modes:
      wrong-answers:
        first_action: switch to search-only
      stale-index:
        first_action: show the banner and run the refresh job again
      cost-runaway:
        first_action: lower the limit per user
`,
    },
  ],

  *check({ doc }) {
    const byText = new Map<string, { readonly node: AnyNode; readonly path: Path }[]>();
    const seen = new Set<AnyNode>(); // An alias is meant to say the same.
    for (const { node, path, field, placeholder } of doc.places) {
      if (field?.text !== true || field.format !== 'text' || node?.kind !== 'scalar' || placeholder) continue;
      if (seen.has(node)) continue;
      seen.add(node);
      const text = String(node.value).trim().toLowerCase();
      const places = byText.get(text) ?? [];
      places.push({ node, path });
      byText.set(text, places);
    }
    for (const places of byText.values()) {
      if (places.length < tooOften) continue;
      for (const { node, path } of places) {
        const related = places
          .slice(0, mostRelated + 1)
          .filter((other) => other.node !== node)
          .slice(0, mostRelated)
          .map((other) => ({ span: other.node.span, message: 'The same text stands here.' }));
        const message = `\`${nameOf(path)}\` says the same as ${places.length - 1} other places.`;
        yield { at: node, message, related };
      }
    }
  },
});
