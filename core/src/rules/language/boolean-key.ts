import { nameOf } from '../../spec/words.ts';
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
  ],

  looksAt: 'place',

  *check({ places }) {
    for (const { key, path } of places) {
      if (key === undefined || key.style !== 'plain' || !isBooleanWord(key.value)) continue;
      const holder = path.slice(0, -1);
      const where = holder.length === 0 ? 'section' : `field of \`${nameOf(holder)}\``;
      yield {
        at: key,
        message: `No ${where} is called "${key.value}": many YAML readers take the word for true or false.`,
      };
    }
  },
});

export function isBooleanWord(key: string): boolean {
  return /^(?:on|off|yes|no|y|n)$/i.test(key);
}
