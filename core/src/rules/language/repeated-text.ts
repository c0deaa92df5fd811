import type { Place } from '../../spec/document.ts';
import { nameOf } from '../../spec/words.ts';
import { defineRule } from '../rule.ts';

/** Twice is coincidence. */
const tooOften = 3;

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
    const byText = new Map<string, Place[]>();
    for (const place of doc.places) {
      const { node, field, placeholder } = place;
      if (field?.text !== true || field.format !== 'text' || node?.kind !== 'scalar' || placeholder) continue;
      const text = String(node.value).trim().toLowerCase();
      byText.set(text, [...(byText.get(text) ?? []), place]);
    }
    for (const places of byText.values()) {
      if (places.length < tooOften) continue;
      for (const { node, path } of places) {
        if (node === undefined) continue;
        const others = places.filter((other) => other.node !== node && other.node !== undefined);
        const related = others
          .slice(0, 5)
          .map((other) => ({ span: (other.node ?? node).span, message: 'The same text stands here.' }));
        yield { at: node, message: `\`${nameOf(path)}\` says the same as ${others.length} other places.`, related };
      }
    }
  },
});
