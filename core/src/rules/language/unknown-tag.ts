import { defineRule } from '../rule.ts';

export const unknownTag = defineRule({
  id: 'unknown-tag',
  severity: 'warning',
  summary: 'A value carries a YAML tag, or the file a directive that YAML 1.2 does not know.',
  why: 'Every tool reads a tag in its own way; here the value is read as plain text.',
  examples: [
    {
      bad: `
system:
  name: !ref claims-assistant
        ^^^^ unknown-tag
`,
      good: `
system:
  name: claims-assistant
`,
      fixed: `
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    for (const { kind, span, message } of doc.yaml.problems) {
      if (kind !== 'unknown-tag') continue;
      const gap = /^[ \t]*/.exec(doc.text.slice(span.end))?.[0].length ?? 0;
      const edits = [{ span: { start: span.start, end: span.end + gap }, text: '' }];
      const title = `Remove the ${doc.text[span.start] === '%' ? 'directive' : 'tag'}`;
      yield { at: { span }, message, fix: () => ({ title, kind: 'normalise', safe: false, edits }) };
    }
  },
});
