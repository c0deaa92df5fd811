import { defineRule } from '../rule.ts';
import { quoteValue } from './needs-quotes.ts';

export const comparisonAsBlock = defineRule({
  id: 'comparison-as-block',
  severity: 'error',
  summary: 'A value starts with > or |, which opens a block of text.',
  why: 'The comparison is lost. Thresholds are written as above: or below:, without a sign.',
  examples: [
    {
      bad: `
system:
  success:
    target: > 0.8
            ^^^^^ comparison-as-block
`,
      good: `
system:
  success:
    target: 0.8
`,
    },
  ],

  *check({ doc }) {
    for (const problem of doc.yaml.problems) {
      if (problem.kind !== 'comparison-as-block') continue;
      yield { at: { span: problem.span }, message: problem.message, fix: () => quoteValue(doc, problem) };
    }
  },
});
