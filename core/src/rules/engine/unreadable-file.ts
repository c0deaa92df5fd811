import { defineEngineRule } from '../rule.ts';

export const unreadableFile = defineEngineRule({
  id: 'unreadable-file',
  severity: 'error',
  summary: 'The file is not UTF-8 text, or larger than a spec can be.',
  why: 'Other tools would read something else in it, or nothing.',
  examples: [],
});
