import { quoted, wordsIn } from '../../spec/words.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

/** Words that can be said of any system of this kind, and those that join them. */
const empty = new Set(
  [
    'a about all an and any are as at be by can every for from in is it its of on or our that the their this to via we which who will with your',
    'ai artificial intelligence llm gpt rag genai generative powered based intelligent smart modern new advanced',
    'assistant agent bot chatbot copilot helper model tool system solution application app platform service product',
    'help helps helping assist assists assisting support supports supporting answer answers answering question questions',
    'improve improves efficiency productivity user users people employees staff customer customers business tasks work',
  ].flatMap((line) => line.split(' ')),
);

export const purposeStated = defineRequirement({
  id: 'purpose-stated',
  area: 'system',
  rank: 'recommended',
  gap: 'governance',
  severity: ['warning', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Microsoft Responsible AI impact assessment; EU AI Act, Annex IV(1)',
  summary: 'One to three sentences say who is helped with which task by which data.',
  why: 'Scope, test cases and risk are judged against the purpose. Where it says "AI assistant", every use is as intended as any other.',
  hollow: ['shorter than 60 characters', 'only the name of the system', '"AI assistant"'],
  toFix: 'Write down who does what with it, which data it reads for that, and what is better afterwards.',
  examples: [
    {
      bad: `
system:
  name: claims-assistant
  purpose: AI assistant
           ^^^^^^^^^^^^ purpose-stated
`,
      good: `
system:
  name: claims-assistant
  purpose: >-
    Helps claims handlers find the policy clauses and letters that apply to an open claim,
    with a source for every statement.
`,
    },
    {
      bad: `
system:
^^^^^^ purpose-stated
  name: claims-assistant
`,
      good: `
system:
  name: claims-assistant
  purpose: Helps claims handlers find the letters of a claim in all archives, so that no deadline is missed.
`,
      fixed: `
system:
  name: claims-assistant
  purpose: TODO Helps <who> do <task> with <data>, so that <outcome>
`,
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    const purpose = system.value.get('purpose');
    const draft = 'TODO Helps <who> do <task> with <data>, so that <outcome>';
    const insert = [{ path: ['system', 'purpose'], draft }];
    const lacks = [...lacking(context, system, ['purpose'], 'who is helped with which task by which data')];
    yield* verdict(system, [
      ...lacks.map((fault): Fault => ({ ...fault, insert: fault.insert && insert })),
      hollow(
        purpose,
        (text) => length(text) < context.numbers.shortestPurpose,
        (text) =>
          `${quoted(text)} is ${length(text)} characters long; whom it helps with which task by which data takes ${context.numbers.shortestPurpose}.`,
      ) ??
        hollow(
          purpose,
          (text) => wordsIn(text).every((word) => saysNothing(context, word)),
          (text) => `${quoted(text)} says no more than the name of the system.`,
        ),
    ]);
  },
});

function saysNothing({ spec }: Context, word: string): boolean {
  return empty.has(word) || wordsIn(spec.get('system')?.get('name')?.value ?? '').includes(word);
}

function length(text: string): number {
  return text.replaceAll(/\s+/g, ' ').trim().length;
}
