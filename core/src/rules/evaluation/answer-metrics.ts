import { anyCase } from '../../spec/words.ts';
import { measuredProofs } from '../proofs/measured.ts';
import { defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, skeleton, verdict } from '../subject.ts';

const section = ['evaluation', 'answers'] as const;

/** Names that do not say what is right about a right answer. */
const vague = anyCase(/^(?:accuracy|quality|score|performance|overall|answer[-_]?quality|correct)$/);
/** These count words shared with one reference answer. */
const overlap = anyCase(/^(?:bleu|rouge|meteor|chrf)(?:[-_.]?[a-z0-9]+)?(?:@.*)?$/);
/** A system that answers everything can score well on all the others. */
const refusal = anyCase(/refus|abst(?:ain|ention)|unknown|unanswer|no[-_]?answer|declin|reject|admit|idk/);

export const answerMetrics = defineRequirement({
  id: 'answer-metrics',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  appliesTo: 'systems whose answers a model writes',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references: 'Ragas faithfulness; TruLens RAG triad; NIST AI 600-1 MS-2.5',
  summary: 'Answers are measured by name against thresholds, and one of the measures is whether it admits not to know.',
  why: 'Wrong answers are as fluent as right ones. Without a threshold per property a change that makes things up more often passes.',
  hollow: [
    'one vague name such as accuracy',
    'only overlap of words, such as BLEU or ROUGE',
    'no minimum',
    'a bound that the measured value in the report does not keep',
    'no measure of whether it admits not to know',
  ],
  toFix:
    'Measure one property at a time: that an answer is grounded, that it is correct, that it refuses where there is no answer. Give each a minimum. With `measured` the value in the report is held against it: a path, and after # a JSON pointer or the name of the metric.',
  examples: [
    {
      bad: `
system:
  type: llm
evaluation:
  answers:
  ^^^^^^^ answer-metrics
    accuracy:
    ^^^^^^^^ answer-metrics
      min: 0.85
`,
      good: `
system:
  type: llm
evaluation:
  answers:
    groundedness:
      min: 0.92
    refuses-when-unknown:
      min: 0.90
`,
    },
    {
      bad: `
system:
  type: llm
evaluation:
  answers:
  ^^^^^^^ answer-metrics
    groundedness:
    ^^^^^^^^^^^^ answer-metrics
      judge: judge-llm
`,
      good: `
system:
  type: llm
evaluation:
  answers:
    groundedness:
      min: 0.92
      judge: judge-llm
    refuses-when-unknown:
      min: 0.90
`,
      fixed: `
system:
  type: llm
evaluation:
  answers:
    groundedness:
      min: TODO e.g. 0.88
      judge: judge-llm
    refuses-when-unknown:
      min: TODO e.g. 0.88
`,
    },
  ],

  *assess(context) {
    if (!context.traits.llm) return;
    const answers = context.spec.get('evaluation')?.get('answers');
    const metrics = each(context, section, answers);
    const place = part(context, section, answers);
    const names = metrics.map(({ id }) => id);
    if (metrics.length === 0) {
      const insert = ['groundedness', 'refuses-when-unknown'].flatMap((name) => skeleton([...section, name], ['min']));
      yield* verdict(place, [
        { at: place.at, state: 'missing', reason: 'Nothing measures whether the answers are right.', insert },
      ]);
      return;
    }
    yield* verdict(place, [hollowNames(metrics), noRefusal(place, names)]);
    for (const metric of metrics) {
      const bound = metric.value.entry('max') === undefined ? 'min' : 'max';
      const faults = [
        ...lacking(context, metric, [bound], 'which value is good enough'),
        hollow(
          metric.value.get('min'),
          (min) => min <= 0,
          (min) => `${min} lets every answer pass.`,
        ),
      ];
      yield* verdict(metric, faults, measuredProofs(context, metric));
    }
  },
});

function hollowNames(metrics: readonly { readonly id: string; readonly at: Fault['at'] }[]): Fault | undefined {
  const first = metrics[0];
  const rest = metrics.filter(({ id }) => !refusal.test(id));
  if (first === undefined || rest.length === 0 || !rest.every(({ id }) => vague.test(id) || overlap.test(id)))
    return undefined;
  const names = rest.map(({ id }) => `"${id}"`).join(' and ');
  const reason = rest.every(({ id }) => overlap.test(id))
    ? `${names} only count words shared with one reference: a wrong answer in the same words scores high.`
    : `${names} does not say what is right about an answer: that it is grounded, correct, or to the point.`;
  return { at: rest[0]?.at ?? first.at, state: 'hollow', reason };
}

function noRefusal(place: { readonly at: Fault['at'] }, names: readonly string[]): Fault | undefined {
  if (names.some((name) => refusal.test(name))) return undefined;
  const given = names.map((name) => `"${name}"`).join(', ');
  const reason = `${given} say${names.length === 1 ? 's' : ''} nothing about questions without an answer: a system that always answers passes.`;
  return { at: place.at, state: 'missing', reason, insert: skeleton([...section, 'refuses-when-unknown'], ['min']) };
}
