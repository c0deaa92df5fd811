import { defineRule } from '../rule.ts';

export const notAMapping = defineRule({
  id: 'not-a-mapping',
  severity: 'error',
  summary: 'The file holds a list or a single value instead of sections.',
  why: 'Nothing in it can be read as an answer.',
  examples: [
    {
      bad: `
- claims-assistant
^^^^^^^^^^^^^^^^^^ not-a-mapping
`,
      good: `
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    const { root } = doc.yaml;
    if (root === undefined || root.kind === 'mapping') return;
    const what = root.kind === 'sequence' ? 'a list' : 'a single value';
    const lineEnd = /[\r\n]|$/.exec(doc.text.slice(root.span.start))?.index ?? 0;
    const span = { start: root.span.start, end: Math.min(root.span.end, root.span.start + lineEnd) };
    yield {
      at: { span },
      message: `A spec is a mapping of sections such as \`system:\` and \`owners:\`; this is ${what}.`,
    };
  },
});
