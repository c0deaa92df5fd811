import { defineEngineRule } from '../rule.ts';

export const internalError = defineEngineRule({
  id: 'internal-error',
  severity: 'error',
  summary: 'A rule of this tool failed. The other rules went on.',
  why: 'What the rule would have found is not known, so the result is not complete.',
  examples: [],
});
