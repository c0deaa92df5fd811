import { quoted } from '../../spec/words.ts';
import { departed } from '../departed.ts';
import { daysOf } from '../live-metrics.ts';
import { defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const feedbackCaptured = defineRequirement({
  id: 'feedback-captured',
  area: 'monitoring',
  rank: 'recommended',
  gap: 'observability',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  hollow: ['a mailbox that nobody owns', 'a reader who has left', 'collected, and read never or hardly ever'],
  toFix: 'Say how users tell that an output was wrong, which owner reads it, and how often.',
  references: 'AWS Generative AI Lens GENOPS01-BP02; NIST AI 600-1 MG-3.2-004',
  summary: 'Users can say that an output was wrong, and somebody reads it in time.',
  why: 'Those who use it see failures that no metric counts. They say so once or twice; where nothing happens they stop saying it, and then they stop using it.',
  examples: [
    {
      bad: `
monitoring:
  feedback:
  ^^^^^^^^ feedback-captured
    how: mail to claims-ai@nordhafen.example
`,
      good: `
monitoring:
  feedback:
    how: thumbs and free text on every answer
    reaches: claims-ops
    review_every: 7d
`,
      fixed: `
monitoring:
  feedback:
    how: mail to claims-ai@nordhafen.example
    reaches: TODO owner id
    review_every: TODO e.g. 7d
`,
    },
  ],

  *assess(context) {
    const { longestFeedbackInterval } = context.numbers;
    const feedback = part(context, ['monitoring', 'feedback'], context.spec.get('monitoring')?.get('feedback'));
    const { value } = feedback;
    const how = value.get('how')?.value ?? '';
    const ownerless = /\b(?:e-?mail|mailbox|inbox)\b|@/i.test(how) && value.entry('reaches') === undefined;
    yield* verdict(feedback, [
      ...[
        ...lacking(context, feedback, ['how', 'reaches', 'review_every'], 'how users are heard, by whom and how often'),
      ].map((fault): Fault => (ownerless && fault.state === 'missing' ? nobodyReads(fault, how) : fault)),
      departed(context, value.get('reaches'), 'reads it'),
      hollow(
        value.get('review_every'),
        (every) => daysOf(every) === 0,
        () => 'Every 0 is not how often anybody reads it.',
      ) ??
        hollow(
          value.get('review_every'),
          (every) => (daysOf(every) ?? 0) > longestFeedbackInterval,
          (every) =>
            `Read every ${every}, it is collected rather than read; ${longestFeedbackInterval}d is the longest.`,
        ),
    ]);
  },
});

function nobodyReads(fault: Fault, how: string): Fault {
  return { ...fault, state: 'hollow', reason: `${quoted(how)} is a mailbox that nobody owns: ${listed(fault.reason)}` };
}

/** The fields, of "… has no `reaches`." and "… is missing." alike. */
function listed(reason: string): string {
  const names = reason.match(/`[a-z_]+`(?=,|\.| is| are)/g) ?? [];
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} missing.`;
}
