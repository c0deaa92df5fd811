import { defineEngineRule } from '../rule.ts';

export const unusedIgnore = defineEngineRule({
  id: 'unused-ignore',
  severity: 'warning',
  summary: 'A comment silences a rule that has nothing to say on its line.',
  why: 'It will silence the next slip on that line, which nobody has looked at.',
  examples: [
    {
      bad: `
models:
  ranker:
    version: "1.10" # ai-system-ignore unquoted-version -- the vendor calls it that
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
`,
      good: `
models:
  ranker:
    version: 1.10 # ai-system-ignore unquoted-version -- the vendor calls it that
`,
      fixed: `
models:
  ranker:
    version: "1.10"
`,
    },
  ],
});
