import { daysBetween, inDays } from '../../dates.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const specReviewed = defineRequirement({
  id: 'spec-reviewed',
  area: 'system',
  rank: 'core',
  gap: 'operations',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Practice: descriptions grow stale unseen; Microsoft dates its own AI guidance every 180 days',
  summary: 'A person has compared the spec with reality within 180 days, and within 90 days in production.',
  why: 'Systems change a line at a time and descriptions do not. In an incident, a spec that was right in spring sends people to an owner who has left.',
  hollow: ['a review longer ago than the stage allows', 'a review that lies ahead'],
  toFix: 'Read the file against the running system, mend what is no longer true, and set `reviewed` to that day.',
  examples: [
    {
      bad: `
system:
  reviewed: 2026-07-01
            ^^^^^^^^^^ spec-reviewed
`,
      good: `
system:
  reviewed: 2026-11-16
`,
    },
    {
      bad: `
system:
^^^^^^ spec-reviewed
  name: claims-assistant
`,
      good: `
system:
  name: claims-assistant
  reviewed: 2026-11-16
`,
      fixed: `
system:
  name: claims-assistant
  reviewed: TODO e.g. 2026-11-16
`,
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    const reviewed = system.value.get('reviewed');
    yield* verdict(system, [
      ...lacking(context, system, ['reviewed'], 'when a person last compared this file with reality'),
      hollow(
        reviewed,
        (day) => day > context.asOf,
        (day) => `The review of ${day} lies ahead; set the day when it has taken place.`,
      ),
      tooOld(context, reviewed),
    ]);
  },
});

function tooOld({ asOf, numbers }: Context, reviewed: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  if (reviewed === undefined) return undefined;
  const age = daysBetween(reviewed.value, asOf);
  const stale = (limit: number, where: string): Fault => ({
    at: reviewed,
    state: 'stale',
    reason: `Last compared with reality on ${reviewed.value}, ${inDays(age)} ago; ${where} it counts for ${limit} days.`,
  });
  const { longestReviewAge, longestReviewAgeInProduction } = numbers;
  if (age > longestReviewAge) return stale(longestReviewAge, 'before production');
  if (age > longestReviewAgeInProduction)
    return { ...stale(longestReviewAgeInProduction, 'in production'), from: 'production' };
  return undefined;
}
