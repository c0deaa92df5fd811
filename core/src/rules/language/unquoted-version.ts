import { anyCase, nameOf } from '../../spec/words.ts';
import { defineRule } from '../rule.ts';

const isNumber = anyCase(/^(?:[-+]?(?:\d[\d_]*)?(?:\.\d*)?(?:e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+)$/);

export const unquotedVersion = defineRule({
  id: 'unquoted-version',
  severity: 'warning',
  summary: 'A version that looks like a number stands without quotes.',
  why: 'Every other YAML reader takes 1.10 for the number 1.1, and the wrong model is pinned.',
  examples: [
    {
      bad: `
models:
  ranker:
    version: 1.10
             ^^^^ unquoted-version
`,
      good: `
models:
  ranker:
    version: "1.10"
`,
      fixed: `
models:
  ranker:
    version: "1.10"
`,
    },
  ],

  looksAt: 'place',

  *check({ places }) {
    for (const { node, field, path } of places) {
      if (field?.format !== 'version' || node?.kind !== 'scalar' || node.style !== 'plain') continue;
      const written = String(node.value);
      if (!isNumber.test(written) || !/\d/.test(written)) continue;
      const message = `Quote \`${nameOf(path)}\`: other YAML readers take ${written} for the number ${Number(written.replaceAll('_', ''))}.`;
      const edits = [{ span: node.span, text: JSON.stringify(written) }];
      yield { at: node, message, fix: () => ({ title: 'Put quotes around it', kind: 'normalise', safe: true, edits }) };
    }
  },
});
