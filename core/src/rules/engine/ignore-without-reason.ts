import { defineEngineRule } from '../rule.ts';

export const ignoreWithoutReason = defineEngineRule({
  id: 'ignore-without-reason',
  severity: 'warning',
  summary: 'A comment silences a rule and does not say why.',
  why: 'In a year nobody will know whether the reason still holds.',
  examples: [
    {
      bad: `
models:
  ranker:
    version: 1.10 # ai-system-ignore unquoted-version
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ignore-without-reason
`,
      good: `
models:
  ranker:
    version: 1.10 # ai-system-ignore unquoted-version -- the vendor calls it that
`,
    },
  ],
});
