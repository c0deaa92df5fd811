import { lineEnding } from '../../text.ts';
import { defineRule } from '../rule.ts';

export const missingMarker = defineRule({
  id: 'missing-marker',
  severity: 'error',
  summary: 'The file does not say apiVersion: ai-system/v1.',
  why: 'Other tools use the same file name for other things; without the marker no tool can know whose file this is.',
  examples: [
    {
      bad: `
system:
^^^^^^ missing-marker
  name: claims-assistant
`,
      good: `
apiVersion: ai-system/v1
system:
  name: claims-assistant
`,
      fixed: `
apiVersion: ai-system/v1
system:
  name: claims-assistant
`,
    },
  ],

  *check({ doc }) {
    const first = doc.tree.entries[0];
    if (first === undefined || doc.tree.entry('apiVersion') !== undefined) return;
    const span = { start: first.key.span.start, end: first.key.span.start };
    const text = doc.tree.flow ? 'apiVersion: ai-system/v1, ' : `apiVersion: ai-system/v1${lineEnding(doc.text)}`;
    yield {
      at: first.key,
      message: 'Say "apiVersion: ai-system/v1" on top: other tools use this file name too.',
      fix: () => ({ title: 'Add "apiVersion: ai-system/v1"', kind: 'normalise', safe: true, edits: [{ span, text }] }),
    };
  },
});
