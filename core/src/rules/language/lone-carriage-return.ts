import { defineRule } from '../rule.ts';

export const loneCarriageReturn = defineRule({
  id: 'lone-carriage-return',
  severity: 'warning',
  summary: 'Lines end in a carriage return alone.',
  why: 'Many tools see one endless line, and everything behind the first comment is gone.',
  examples: [
    {
      bad: '\nsystem:\r  name: claims-assistant\n       ^ lone-carriage-return\n',
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
    const found = [...doc.text.matchAll(/\r(?!\n)/g)];
    const [first] = found;
    if (first === undefined) return;
    const ending = doc.text.includes('\r\n') ? '\r\n' : '\n';
    const edits = found.map(({ index }) => ({ span: { start: index, end: index + 1 }, text: ending }));
    yield {
      at: { span: { start: first.index, end: first.index + 1 } },
      message: 'This line ends in a carriage return alone; many tools read on as if it went on.',
      fix: () => ({ title: 'End lines with a line feed', kind: 'normalise', safe: true, edits }),
    };
  },
});
