import type { Metric } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import { wordsOf } from '../alerts.ts';
import { age, metricList, metricSkeleton, metricsOf, store } from '../live-metrics.ts';
import { neverEmitted } from '../proofs/alert-proofs.ts';
import { emissionProof } from '../proofs/emitted.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, lacking, part, type Subject, verdict } from '../subject.ts';

const amount = /\b(?:documents?|docs?|vectors?|chunks?|rows?|entries|objects?|index) (?:count|total|size)\b/;
const refresh = /\b(?:refresh(?:es)?|ingest\w*) (?:runs?|jobs?|fail\w*)\b/;

export const retrievalMetricOnline = defineRequirement({
  id: 'retrieval-metric-online',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  appliesTo: 'systems that search an index',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  hollow: [
    'only latency or errors of the store',
    'only the age or the size of the index',
    'a name that nothing in the source emits',
  ],
  toFix:
    'Measure what the search finds: the share of questions without a result, the score of the best one, or recall on the test set every week.',
  references: 'AWS Generative AI Lens GENOPS03-BP02',
  summary: 'A metric shows what the search finds while the system runs, and falls when it finds less.',
  why: 'A corpus that grows pushes the right passage down the list. The store answers as quickly as before, and the model writes something all the same.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    index-age:
    ^^^^^^^^^ retrieval-metric-online
      kind: retrieval
      window: 1h
      emitted_as: claims_ai_index_age_seconds
`,
      good: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-result-share:
      kind: retrieval
      window: 1h
      emitted_as: claims_ai_no_result_ratio
`,
      fixed: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    index-age:
      kind: retrieval
      window: 1h
      emitted_as: claims_ai_index_age_seconds
    no-result-share:
      kind: retrieval
      window: TODO e.g. 24h
      emitted_as: TODO e.g. claims_ai_groundedness_ratio
`,
    },
  ],

  *assess(context) {
    if (!context.traits.retrieval) return;
    const metrics = metricsOf(context, 'retrieval');
    const results = metrics.filter((metric) => aside(metric) === undefined);
    if (results.length === 0) yield* none(context, metrics);
    for (const metric of results) {
      yield* verdict(
        metric,
        lacking(context, metric, ['window', 'emitted_as'], 'over which time and under which name'),
        [emissionProof(context, metric, neverEmitted(context))],
      );
    }
  },
});

function* none(context: Context, others: readonly Subject<Metric>[]) {
  const place = part(context, metricList, context.spec.get('monitoring')?.get('metrics'));
  const insert = metricSkeleton('no-result-share', 'retrieval', ['window', 'emitted_as']);
  const [other] = others;
  const fault: Fault =
    other === undefined
      ? { at: place.at, state: 'missing', reason: 'Nothing measures what the search finds while it runs.', insert }
      : {
          at: other.at,
          state: 'hollow',
          reason: `${someOf(others.map((metric) => `${quoted(metric.id)} tells ${aside(metric)}`))}; nothing falls when the search finds less.`,
          insert,
        };
  yield* verdict(place, [fault]);
}

/** What a metric tells instead of what is found. */
function aside(metric: Subject<Metric>): string | undefined {
  const words = wordsOf(metric);
  if (age.test(words)) return 'how old the index is';
  if (amount.test(words)) return 'how much is in the index';
  if (refresh.test(words)) return 'whether a refresh ran';
  return store.test(words) ? 'whether the store answers' : undefined;
}
