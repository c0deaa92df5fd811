import type { RetrievalMetric } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { measuredProofs } from '../proofs/measured.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['evaluation', 'retrieval'] as const;

/** These count hits among the first k, and mean nothing without k. */
const ranked = anyCase(/^(?:recall|precision|ndcg|mrr|map|hit[-_]?rate|hits|success)$/);

export const retrievalMetrics = defineRequirement({
  id: 'retrieval-metrics',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  appliesTo: 'systems that search an index',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references: 'Ragas, TruLens and DeepEval: retrieval metrics; AWS Generative AI Lens GENPERF04-BP01',
  summary:
    'What the search finds is measured by itself, at the cut-off that production uses, against a threshold somebody chose.',
  why: 'When the index grows, the right passage slips from the hits long before answers look wrong. With answer scores alone nobody can tell which half broke.',
  hollow: [
    'only metrics of the answers',
    'a metric that does not say among how many hits, or counts others than production reads',
    'no minimum',
    'a minimum of 0.5 or less, which is the default of a tool',
    'a minimum that the measured value in the report does not reach',
  ],
  toFix:
    'Mark for each test query which passages it needs, measure recall among as many hits as production reads, and choose a minimum. With `measured` the value in the report is held against it: a path, and after # a JSON pointer or the name of the metric.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    top_k: 8
evaluation:
  retrieval:
    recall@10:
    ^^^^^^^^^ retrieval-metrics
      min: 0.88
    ndcg:
    ^^^^ retrieval-metrics
      min: 0.5
           ^^^ retrieval-metrics
`,
      good: `
indexes:
  claims-index:
    top_k: 8
evaluation:
  retrieval:
    recall@8:
      min: 0.88
    ndcg@8:
      min: 0.75
`,
    },
    {
      bad: `
indexes:
  claims-index:
    top_k: 8
evaluation:
^^^^^^^^^^ retrieval-metrics
  answers:
    groundedness:
      min: 0.92
`,
      good: `
indexes:
  claims-index:
    top_k: 8
evaluation:
  retrieval:
    recall@8:
      min: 0.88
  answers:
    groundedness:
      min: 0.92
`,
      fixed: `
indexes:
  claims-index:
    top_k: 8
evaluation:
  retrieval:
    recall@8:
      min: TODO e.g. 0.88
  answers:
    groundedness:
      min: 0.92
`,
    },
  ],

  *assess(context) {
    if (!context.traits.retrieval) return;
    const evaluation = context.spec.get('evaluation');
    const metrics = each(context, section, evaluation?.get('retrieval'));
    const hits = hitsInProduction(context);
    if (metrics.length === 0) {
      const place = part(context, section, evaluation?.get('retrieval'));
      const answers = evaluation?.get('answers')?.entries.map(({ key }) => `"${key.value}"`) ?? [];
      const instead =
        answers.length === 0
          ? ''
          : `; ${answers.join(', ')} only look${answers.length === 1 ? 's' : ''} at the answers`;
      const insert = skeleton([...section, `recall@${hits[0] ?? 'k'}`], ['min']);
      yield* verdict(place, [
        { at: place.at, state: 'missing', reason: `Nothing measures what the search finds${instead}.`, insert },
      ]);
    }
    for (const metric of metrics) {
      const faults = [
        ...lacking(context, metric, ['min'], 'which value is good enough'),
        hollow(
          metric.value.get('min'),
          (min) => min <= context.numbers.toolDefaultThreshold,
          (min) =>
            `${min} is no decision: ${context.numbers.toolDefaultThreshold} is what a tool sets when nobody chooses.`,
        ),
        cutOff(metric, hits),
      ];
      yield* verdict(metric, faults, measuredProofs(context, metric));
    }
  },
});

function cutOff(metric: Subject<RetrievalMetric>, hits: readonly number[]): Fault | undefined {
  const [name = '', k] = metric.id.split('@');
  const fault = { at: metric.at, state: 'hollow' } as const;
  if (k === undefined ? ranked.test(name) : !/^[1-9]\d*$/.test(k)) {
    return {
      ...fault,
      reason: `"${metric.id}" does not say among how many hits: ${name}@${hits[0] ?? 8} counts the first ${hits[0] ?? 8}.`,
    };
  }
  if (k === undefined || hits.length === 0 || hits.includes(Number(k))) return undefined;
  return {
    ...fault,
    state: 'contradicted',
    reason: `"${metric.id}" looks at ${k} hits, but production reads ${hits.join(' or ')} (\`top_k\`).`,
  };
}

function hitsInProduction(context: Context): number[] {
  return each(context, ['indexes'], context.spec.get('indexes')).flatMap(
    ({ value }) => value.get('top_k')?.value ?? [],
  );
}
