import { anyCase, quoted } from '../../spec/words.ts';
import { defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

/** Where nobody looks who looks at an output; what is left of `where` without these names a better place. */
const fineprint =
  /\b(?:terms?(?: (?:and|of) (?:conditions|use|service))?|t&cs?|conditions|privacy (?:policy|notice|statement)|legal (?:notice|page)|imprint|impressum|agb|contract|only|just|in|on|the|our|of|and|or|page|website|section|document|linked|from|footer)\b/gi;
const saysAi =
  /\b(?:AI|A\.I\.|KI|IA)\b|\b(?:artificial|automat\w*|machine|models?|bot|chatbot|robot|algorithm\w*|computer|generated|language model)\b/i;
const saysLimits = anyCase(
  /\b(?:wrong|mistakes?|mistaken|errors?|inaccura\w+|incorrect\w*|incomplete|outdated|out of date|may not|might|may be|can be|can make|cannot|can't|does not|do not rely|not (?:always|a substitute|legal|medical|financial|binding)|limits?|limited|limitations?|check|verify|double-check|confirm|imperfect|unreliable|made up|hallucinat\w+)\b/,
);
/** Texts in other languages are left to people. */
const english = anyCase(/\b(?:the|is|was|are|by|this|that|you|your|we|our|it|an|with|from|has|of)\b/);

export const aiDisclosure = defineRequirement({
  id: 'ai-disclosure',
  area: 'governance',
  rank: 'advanced',
  gap: 'governance',
  appliesTo: 'systems whose output people see',
  severity: ['off', 'warning', 'warning'],
  raised: {
    systems: 'systems that partners or the public use',
    applies: ({ exposure }) => exposure === 'partner' || exposure === 'public',
    severity: ['off', 'error', 'error'],
  },
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['governance.disclosure.proof'],
  hollow: ['only in terms and conditions', 'nothing on limits', 'not a word that it is AI'],
  toFix:
    'Tell people next to the output that it is AI, what it gets wrong, and how to report an error. Write the words down as they read them.',
  references: 'AI Act Art. 50; Azure: transparency notes',
  summary: 'People who see the output are told there that it is AI and what it cannot do.',
  why: 'Who takes an answer for the word of a colleague does not check it. And a public system has to say what it is.',
  examples: [
    {
      bad: `
system:
  users:
    exposure: public
governance:
  disclosure:
    where: terms and conditions
           ^^^^^^^^^^^^^^^^^^^^ ai-disclosure
    says: This answer was written by AI.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ai-disclosure
`,
      good: `
system:
  users:
    exposure: public
governance:
  disclosure:
    where: banner above every answer
    says: Written by AI. It can be wrong. Check the source. Report errors with thumbs-down.
`,
    },
  ],

  *assess(context) {
    if ((context.spec.get('system')?.get('users')?.entries.length ?? 0) === 0) return;
    const disclosure = part(context, ['governance', 'disclosure'], context.spec.get('governance')?.get('disclosure'));
    yield* verdict(disclosure, [
      ...lacking(context, disclosure, ['where', 'says'], 'where people learn that it is AI, and in which words'),
      hollow(
        disclosure.value.get('where'),
        (where) =>
          /\b(?:terms?|t&cs?|conditions|privacy|legal|imprint|impressum|agb)\b/i.test(where) && isFineprint(where),
        (where) => `${quoted(where)} is not where people see the output: nobody has read it when they do.`,
      ),
      silentOn(disclosure.value.get('says')),
    ]);
  },
});

function isFineprint(where: string): boolean {
  return where.replaceAll(fineprint, '').replaceAll(/[^\p{L}]+/gu, '') === '';
}

function silentOn(says: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const text = says?.value ?? '';
  if (!english.test(text)) return undefined;
  const silent = [
    saysAi.test(text) ? undefined : 'that it is AI',
    saysLimits.test(text) ? undefined : 'that it can be wrong, or what it cannot do',
  ].filter((what) => what !== undefined);
  return hollow(
    says,
    () => silent.length > 0,
    () => `It does not say ${silent.join(', nor ')}.`,
  );
}
