import type { SectionPlaces } from '../../spec/section-places.ts';
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
    const byText = new Map<string, { readonly section: SectionPlaces; readonly index: number }[]>();
    for (const section of doc.placesByEntry) {
      for (const { field, value, index } of section.mentions) {
        if (field.text !== true || field.format !== 'text') continue;
        const text = value.trim().toLowerCase();
        const saying = byText.get(text);
        if (saying === undefined) byText.set(text, [{ section, index }]);
        else saying.push({ section, index });
      }
    }
    for (const saying of byText.values()) {
      if (saying.length < tooOften) continue;
      // An alias is meant to say the same.
      const seen = new Set<AnyNode>();
      const places = saying.flatMap(({ section, index }) => {
        const { node, path } = section.all[index] ?? {};
        if (node === undefined || path === undefined || seen.has(node)) return [];
        seen.add(node);
        return [{ node, path }];
      });
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
