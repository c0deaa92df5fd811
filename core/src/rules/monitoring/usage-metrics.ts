import type { Metric } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { wordsOf } from '../alerts.ts';
import { metricList, metricSkeleton, metricsOf, named } from '../live-metrics.ts';
import { neverEmitted } from '../proofs/alert-proofs.ts';
import { emissionProof } from '../proofs/emitted.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, lacking, part, type Subject, verdict } from '../subject.ts';

/** What shows that people come back, or turn away. */
const people =
  /\b(?:active|users?|people|persons?|sessions?|visitors?|dau|wau|mau|adoption|retention|returning|repeat\w*|accept\w*|reject\w*|refus\w*|abandon\w*|ignored?|overrid\w*|copied|opened|escalat\w*|hand ?offs?)\b/;

export const usageMetrics = defineRequirement({
  id: 'usage-metrics',
  area: 'monitoring',
  rank: 'recommended',
  gap: 'observability',
  severity: ['off', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  hollow: [
    'only the volume and the cost of calls, nothing that shows that people stop using it',
    'a name that nothing in the source emits',
  ],
  toFix:
    'Count calls, cost and the people who use it in a week, or how often they take what they get, each as a metric of kind usage.',
  references: 'OWASP LLM10; AWS Generative AI Lens GENOPS02-BP02',
  summary: 'It is measured how much the system is used, and by how many people.',
  why: 'People who no longer trust a system do not complain. A few who have to use it keep the number of calls up.',
  examples: [
    {
      bad: `
system:
  users:
    who: claims handlers
monitoring:
  metrics:
  ^^^^^^^ usage-metrics
    calls:
      kind: usage
      emitted_as: claims_ai_calls_total
`,
      good: `
system:
  users:
    who: claims handlers
monitoring:
  metrics:
    calls:
      kind: usage
      emitted_as: claims_ai_calls_total
    active-handlers:
      kind: usage
      emitted_as: claims_ai_active_users
`,
      fixed: `
system:
  users:
    who: claims handlers
monitoring:
  metrics:
    calls:
      kind: usage
      emitted_as: claims_ai_calls_total
    active-users:
      kind: usage
      window: TODO e.g. 24h
      emitted_as: TODO e.g. claims_ai_groundedness_ratio
`,
    },
  ],

  *assess(context) {
    const metrics = metricsOf(context, 'usage');
    const place = part(context, metricList, context.spec.get('monitoring')?.get('metrics'));
    const absent = metrics.length === 0 ? none(place) : noPeople(context, place, metrics);
    if (absent !== undefined) yield* verdict(place, [absent]);
    for (const metric of metrics) {
      const faults = lacking(context, metric, ['emitted_as'], 'under which name it is found');
      yield* verdict(metric, faults, [emissionProof(context, metric, neverEmitted(context))]);
    }
  },
});

function none(place: Pick<Subject, 'at'>): Fault {
  const insert = metricSkeleton('active-users', 'usage', ['window', 'emitted_as']);
  return { at: place.at, state: 'missing', reason: 'Nothing measures how much it is used.', insert };
}

/** Where nobody uses it by hand there is nobody who could stop. */
function noPeople(
  { spec }: Context,
  place: Pick<Subject, 'at'>,
  metrics: readonly Subject<Metric>[],
): Fault | undefined {
  const who = spec.get('system')?.get('users')?.get('who')?.value;
  if (who === undefined) return undefined;
  const noun = /[a-z]+$/.exec(who.toLowerCase())?.[0] ?? '';
  const counts = (words: string) => people.test(words) || words.split(' ').includes(noun);
  if (metrics.some((metric) => counts(wordsOf(metric)))) return undefined;
  return {
    at: place.at,
    state: 'hollow',
    reason: `${named(metrics)} would not show that ${quoted(who)} stop using it.`,
    insert: metricSkeleton('active-users', 'usage', ['window', 'emitted_as']),
  };
}
