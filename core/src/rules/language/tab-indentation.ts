import { defineRule } from '../rule.ts';

export const tabIndentation = defineRule({
  id: 'tab-indentation',
  severity: 'error',
  summary: 'A line is indented with a tab.',
  why: 'YAML knows spaces only; the lines behind the tab are not read as part of what stands above them.',
  examples: [
    {
      bad: '\nsystem:\n\tname: claims-assistant\n^ tab-indentation\n',
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
      if (kind !== 'tab-indentation') continue;
      const tabs = /^[ \t]*/.exec(doc.text.slice(span.start))?.[0] ?? '';
      const edits = [{ span: { start: span.start, end: span.start + tabs.length }, text: tabs.replaceAll('\t', '  ') }];
      yield {
        at: { span },
        message,
        fix: () => ({ title: 'Indent with spaces', kind: 'normalise', safe: true, edits }),
      };
    }
  },
});
