import type { Metric } from '../../spec/types.generated.ts';
import { quoted } from '../../spec/words.ts';
import { liveMetrics, wordsOf } from '../alerts.ts';
import { departed } from '../departed.ts';
import { daysOf, metricList, metricSkeleton, metricsOf, named, store } from '../live-metrics.ts';
import { once } from '../once.ts';
import { neverEmitted } from '../proofs/alert-proofs.ts';
import { emissionProof } from '../proofs/emitted.ts';
import { sampledCases, trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

/** What the few who click think. */
const clicks =
  /\b(?:thumbs?|likes?|upvotes?|csat|nps|satisfaction|(?:users?|customers?) (?:ratings?|votes?|stars?|feedback))\b/;
const asked = ['by', 'sample', 'window', 'emitted_as'];

export const qualityMetricOnline = defineRequirement({
  id: 'quality-metric-online',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q4'],
  hollow: [
    'only latency and errors',
    'only thumbs',
    'a sample of 0',
    'a sample so small that a window has no case',
    'a reviewer who has left',
    'labels that come months later, and nothing earlier',
    'a name that nothing in the source emits',
  ],
  toFix:
    'Let a judge model, people or a replayed test set score a sample of the live outputs, and write down who scores, how many, over which window, and the name of the series.',
  references: 'OpenTelemetry gen_ai.evaluation.result; NIST AI RMF MEASURE 2.4; AWS Generative AI Lens GENOPS01-BP01',
  summary: 'Somebody or something scores the outputs while the system runs, on a sample that is large enough.',
  why: 'Latency and errors stay green while the answers get worse. Test results say how good it was on the day of the test.',
  examples: [
    {
      bad: `
monitoring:
  metrics:
  ^^^^^^^ quality-metric-online
    latency:
      kind: usage
      emitted_as: claims_ai_latency_seconds
`,
      good: `
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: judge-llm
      sample: 5%
      window: 24h
      emitted_as: claims_ai_groundedness_ratio
models:
  judge-llm:
    role: judge
`,
      fixed: `
monitoring:
  metrics:
    latency:
      kind: usage
      emitted_as: claims_ai_latency_seconds
    output-quality:
      kind: quality
      by: TODO model id or owner id or data set id or source id
      sample: TODO e.g. 5%
      window: TODO e.g. 24h
      emitted_as: TODO e.g. claims_ai_groundedness_ratio
`,
    },
    {
      bad: `
system:
  load:
    per_day: 60
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: judge-llm
      sample: 1%
              ^^ quality-metric-online
      window: 24h
      emitted_as: claims_ai_groundedness_ratio
models:
  judge-llm:
    role: judge
`,
      good: `
system:
  load:
    per_day: 60
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: judge-llm
      sample: 50%
      window: 7d
      emitted_as: claims_ai_groundedness_ratio
models:
  judge-llm:
    role: judge
`,
    },
  ],

  *assess(context) {
    const metrics = metricsOf(context, 'quality');
    if (metrics.length === 0) yield* none(context);
    const telling = metrics.filter((metric) => saysLittle(metric) === undefined);
    const prompt = telling.filter((metric) => labelDelay(context, metric) <= context.numbers.longestLabelDelay);
    for (const metric of metrics) {
      if (telling.length === 0) {
        yield* verdict(metric, [saysLittle(metric)]);
        continue;
      }
      const faults = [
        ...lacking(context, metric, fields(context, metric), 'who scores how much of it'),
        nothingScored(context, metric),
        departed(context, metric.value.get('by'), 'scores it'),
        saysLittle(metric) === undefined && prompt.length === 0 ? tooLate(context, metric) : undefined,
      ];
      yield* verdict(metric, faults, [emissionProof(context, metric, neverEmitted(context))]);
    }
  },
});

function* none(context: Context) {
  const others = liveMetrics(context);
  const place = part(context, metricList, context.spec.get('monitoring')?.get('metrics'));
  const open = others.find(({ value }) => value.get('kind') === undefined);
  if (open !== undefined) {
    // It may be the one that is looked for: another is proposed once that is known. What it lacks `missing-kind` tells.
    const reason = `No metric is of kind quality; the kind of ${quoted(open.id)} is still open.`;
    yield* verdict(place, [{ at: place.at, state: 'hollow', reason }]);
    return;
  }
  const insert = metricSkeleton('output-quality', 'quality', asked);
  const fault: Fault =
    others.length === 0
      ? { at: place.at, state: 'missing', reason: 'Nothing measures how good the outputs are while it runs.', insert }
      : {
          at: place.at,
          state: 'hollow',
          reason: `None of the metrics is of kind quality: ${named(others)} can all look well while the outputs are wrong.`,
          insert,
        };
  yield* verdict(place, [fault]);
}

/** A replayed data set is scored as a whole, whenever it is replayed. */
function fields({ spec }: Context, { value }: Subject<Metric>): readonly string[] {
  const replayed =
    spec
      .get('evaluation')
      ?.get('datasets')
      ?.entry(value.get('by')?.value ?? '') !== undefined;
  return replayed ? ['by', 'emitted_as'] : asked;
}

function saysLittle(metric: Subject<Metric>): Fault | undefined {
  const words = wordsOf(metric);
  const because = clicks.test(words)
    ? 'tells what the few who click think, and nothing of the other outputs'
    : store.test(words) && metric.value.entry('by') === undefined
      ? 'tells how the service runs, not how good the outputs are'
      : undefined;
  return because && { at: metric.at, state: 'hollow', reason: `${quoted(metric.id)} ${because}.` };
}

function nothingScored({ spec }: Context, { id, value }: Subject<Metric>): Fault | undefined {
  const sample = value.get('sample');
  const window = value.get('window')?.value ?? '';
  if (sample !== undefined && /^0+(?:\.0+)?[%/]/.test(sample.value)) {
    return hollow(
      sample,
      () => true,
      (none) => `A sample of ${none} scores nothing: ${quoted(id)} never has a value.`,
    );
  }
  const perDay = spec.get('system')?.get('load')?.get('per_day')?.value;
  const cases = sampledCases(sample?.value ?? '', window, perDay);
  const of = sample?.value.endsWith('%') ? `${sample.value} of ${perDay} a day` : sample?.value;
  return hollow(
    sample,
    () => cases !== undefined && cases < 1,
    () =>
      `${of} over ${window} = ${trimmed(cases ?? 0, 2)} scored outputs: most of the time ${quoted(id)} has no value.`,
  );
}

function tooLate(context: Context, metric: Subject<Metric>): Fault | undefined {
  const days = labelDelay(context, metric);
  return hollow(
    metric.value.get('by'),
    () => true,
    (by) => `"${by}" knows the true outcome after ${days}d, and nothing scores the outputs until then.`,
  );
}

function labelDelay(context: Context, { value }: Subject<Metric>): number {
  return labelDelays(context).get(value.get('by')?.value ?? '') ?? 0;
}

/** How many days after the output each source of labels knows the truth. */
const labelDelays = once((context: Context): ReadonlyMap<string, number> => {
  const delays = new Map<string, number>();
  for (const { value } of each(context, ['models'], context.spec.get('models'))) {
    const training = value.get('training');
    const days = daysOf(training?.get('label_delay')?.value) ?? 0;
    for (const source of training?.get('from')?.items ?? [])
      if (source !== undefined) delays.set(source.value, Math.max(days, delays.get(source.value) ?? 0));
  }
  return delays;
});
