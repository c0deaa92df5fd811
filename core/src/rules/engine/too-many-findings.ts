import { defineEngineRule } from '../rule.ts';

export const tooManyFindings = defineEngineRule({
  id: 'too-many-findings',
  severity: 'error',
  summary: 'The file has more findings than are shown.',
  why: 'Nobody reads more than a thousand of them; mend the first ones, and most of the rest will go.',
  examples: [],
});
