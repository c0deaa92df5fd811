import { defineRule } from '../rule.ts';

export const severalDocuments = defineRule({
  id: 'several-documents',
  severity: 'error',
  summary: 'The file holds more than one YAML document.',
  why: 'Only the first one is a spec; a second system in the same file would go to production unchecked.',
  examples: [
    {
      bad: `
system:
  name: claims-assistant
---
^^^ several-documents
system:
  name: motor-fraud
`,
      good: `
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    for (const { kind, span, message } of doc.yaml.problems)
      if (kind === 'several-documents') yield { at: { span }, message };
  },
});
