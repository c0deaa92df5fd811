import { nameOf } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { defineRule } from '../rule.ts';

export const booleanKey = defineRule({
  id: 'boolean-key',
  severity: 'error',
  summary: 'A key is called on, off, yes, no, y or n.',
  why: 'Many YAML readers take these words for true and false, so the key has another name in every tool.',
  examples: [
    {
      bad: `
operations:
  triggers:
    revise-prompt:
      on: groundedness-low
      ^^ boolean-key
`,
      good: `
operations:
  triggers:
    revise-prompt:
      when:
        - groundedness-low
`,
    },
    {
      bad: `
sources:
  no:
  ^^ boolean-key
    what: Claims of the Norwegian branch, since 2019
`,
      good: `
sources:
  "no":
    what: Claims of the Norwegian branch, since 2019
`,
      fixed: `
sources:
  "no":
    what: Claims of the Norwegian branch, since 2019
`,
    },
  ],

  looksAt: 'place',

  *check({ places }) {
    for (const { key, path, field } of places) {
      if (key === undefined || !isBooleanWord(key)) continue;
      if (field !== undefined) {
        const message = `Quote "${key.value}": many YAML readers take the word for true or false.`;
        const edits = [{ span: key.span, text: JSON.stringify(key.value) }];
        yield {
          at: key,
          message,
          fix: () => ({ title: 'Put quotes around it', kind: 'normalise', safe: true, edits }),
        };
        continue;
      }
      const holder = path.slice(0, -1);
      const where = holder.length === 0 ? 'section' : `field of \`${nameOf(holder)}\``;
      yield {
        at: key,
        message: `No ${where} is called "${key.value}": many YAML readers take the word for true or false.`,
      };
    }
  },
});

/** In quotes it is a word as any other. */
export function isBooleanWord({ style, value }: Scalar): boolean {
  return style === 'plain' && /^(?:on|off|yes|no|y|n)$/i.test(value);
}
