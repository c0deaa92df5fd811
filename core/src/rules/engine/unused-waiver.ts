import { defineEngineRule } from '../rule.ts';

export const unusedWaiver = defineEngineRule({
  id: 'unused-waiver',
  severity: 'warning',
  summary: 'A waiver excuses something that needs no exception.',
  why: 'An exception that outlives its reason will one day hide a real gap.',
  examples: [
    {
      bad: `
sources:
  letters:
    status: dropped
waivers:
  - rule: source-auth
          ^^^^^^^^^^^ unused-waiver
    where: letters
    reason: the key arrives with the new tenant in December
    owner: claims-ops
    expires: 2026-12-15
`,
      good: `
sources:
  letters:
    status: connected
waivers:
  - rule: source-auth
    where: letters
    reason: the key arrives with the new tenant in December
    owner: claims-ops
    expires: 2026-12-15
`,
    },
  ],
});
