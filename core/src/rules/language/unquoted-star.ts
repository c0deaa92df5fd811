import { defineRule } from '../rule.ts';
import { quoteValue } from './needs-quotes.ts';

export const unquotedStar = defineRule({
  id: 'unquoted-star',
  severity: 'error',
  summary: 'A value that starts with * stands without quotes.',
  why: 'YAML reads the star as an alias, so a cron expression such as * 2 * * * breaks the file.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: */15 * * * *
            ^^^^^^^^^^^^ unquoted-star
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "*/15 * * * *"
`,
      fixed: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "*/15 * * * *"
`,
    },
  ],

  *check({ doc }) {
    for (const problem of doc.yaml.problems) {
      if (problem.kind !== 'alias-as-text') continue;
      yield { at: { span: problem.span }, message: problem.message, fix: () => quoteValue(doc, problem) };
    }
  },
});
