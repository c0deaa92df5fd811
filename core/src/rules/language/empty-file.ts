import { lineEnding } from '../../text.ts';
import { defineRule } from '../rule.ts';

export const emptyFile = defineRule({
  id: 'empty-file',
  severity: 'error',
  summary: 'The file holds nothing but blank lines and comments.',
  why: 'A pipeline that finds a spec and no answers in it must not let a system pass.',
  examples: [
    {
      bad: `
# We shall write this later.
^ empty-file
`,
      good: `
apiVersion: ai-system/v1
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    if (doc.yaml.root !== undefined || doc.yaml.problems.length > 0) return;
    const newline = lineEnding(doc.text);
    const separator = doc.text === '' || /[\r\n]$/.test(doc.text) ? '' : newline;
    const lines = ['apiVersion: ai-system/v1', '', 'system:', '  name: TODO e.g. claims-assistant', ''];
    const edits = [{ span: { start: doc.text.length, end: doc.text.length }, text: separator + lines.join(newline) }];
    yield {
      at: { span: { start: 0, end: Math.min(1, doc.text.length) } },
      message: 'This spec is empty. It starts with "apiVersion: ai-system/v1" and a `system` section.',
      fix: () => ({ title: 'Begin a spec', kind: 'skeleton', safe: false, edits }),
    };
  },
});
