import type { Metric } from '../../spec/types.generated.ts';
import { watchedAlerts } from '../alerts.ts';
import { daysOf, metricList, metricSkeleton, metricsOf, named } from '../live-metrics.ts';
import { once } from '../once.ts';
import { alertStanding, neverEmitted } from '../proofs/alert-proofs.ts';
import { emissionProof } from '../proofs/emitted.ts';
import { trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

const asked = ['of', 'method', 'reference', 'window', 'emitted_as'];

export const driftMonitored = defineRequirement({
  id: 'drift-monitored',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['off', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q4)'],
  hollow: [
    'no reference',
    'no threshold',
    'a threshold on the population stability index of a few hundred rows',
    'a model that predicts, and no comparison of its features',
    'a name that nothing in the source emits',
  ],
  toFix:
    'Compare what comes in (or goes out) with a data set that stands for normal, name the method and the window, and put an alert on it. Longer windows make small systems steadier.',
  references: 'ML Test Score Monitor 2 and 3; Evidently: PSI, Jensen-Shannon, Wasserstein, domain classifier',
  summary: 'It is measured how far live data has moved from a reference, and how much is too much.',
  why: 'Users ask new things, products change, a field is filled differently. Test results stay as they were, because the test set did not change.',
  examples: [
    {
      bad: `
monitoring:
  metrics:
  ^^^^^^^ drift-monitored
    calls:
      kind: usage
`,
      good: `
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift:
      kind: drift
      of: queries
      method: psi
      reference: real-queries
      window: 7d
      emitted_as: claims_ai_query_psi
  alerts:
    queries-shifted:
      metric: query-drift
      above: 0.25
`,
      fixed: `
monitoring:
  metrics:
    calls:
      kind: usage
    input-drift:
      kind: drift
      of: TODO queries | features | predictions | outputs
      method: TODO e.g. psi
      reference: TODO data set id
      window: TODO e.g. 24h
      emitted_as: TODO e.g. claims_ai_groundedness_ratio
`,
    },
    {
      bad: `
system:
  load:
    per_day: 40
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift:
      kind: drift
      of: queries
      method: psi
      reference: real-queries
      window: 7d
              ^^ drift-monitored
      emitted_as: claims_ai_query_psi
  alerts:
    queries-shifted:
      metric: query-drift
      above: 0.2
`,
      good: `
system:
  load:
    per_day: 40
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift:
      kind: drift
      of: queries
      method: psi
      reference: real-queries
      window: 28d
      emitted_as: claims_ai_query_psi
  alerts:
    queries-shifted:
      metric: query-drift
      above: 0.2
`,
    },
  ],

  *assess(context) {
    const metrics = metricsOf(context, 'drift');
    const place = part(context, metricList, context.spec.get('monitoring')?.get('metrics'));
    if (metrics.length === 0) {
      const insert = metricSkeleton('input-drift', 'drift', asked);
      const reason = 'Nothing measures how far live data moves from what the system was tested on.';
      yield* verdict(place, [{ at: place.at, state: 'missing', reason, insert }]);
      return;
    }
    const skew = unseenFeatures(context, metrics);
    if (skew !== undefined) yield* verdict(place, [{ ...skew, at: place.at }]);
    const noLimit = metrics.every(({ id }) => limits(context).get(id) === undefined);
    for (const metric of metrics) {
      const faults = [
        ...incomplete(context, metric),
        noLimit && metric === metrics[0] ? withoutLimit(metrics) : undefined,
        tooFewRows(context, metric),
      ];
      const alerts = watchedAlerts(context).filter((alert) => alert.metric === metric);
      const standings = alerts.map((alert) => alertStanding(context, alert));
      yield* verdict(metric, faults, [emissionProof(context, metric, neverEmitted(context)), ...standings]);
    }
  },
});

function incomplete(context: Context, metric: Subject<Metric>): Fault[] {
  const from = metric.value.entry('reference') !== undefined;
  return [...lacking(context, metric, asked, 'what drifts away from what')].map((fault) =>
    fault.state === 'missing' && !from
      ? { ...fault, state: 'hollow', reason: `${fault.reason} Drift is always drift away from something.` }
      : fault,
  );
}

function withoutLimit(metrics: readonly Subject<Metric>[]): Fault | undefined {
  const [first] = metrics;
  const them = metrics.length === 1 ? 'it' : 'any of them';
  return (
    first && {
      at: first.at,
      state: 'hollow',
      reason: `${named(metrics)}: nobody has said how much is too much, no alert watches ${them}.`,
    }
  );
}

/** With few rows the index is large although nothing has changed. */
function tooFewRows(context: Context, { id, value }: Subject<Metric>): Fault | undefined {
  const least = context.numbers.fewestRowsForPsi;
  const window = value.get('window');
  const perDay = context.spec.get('system')?.get('load')?.get('per_day')?.value;
  const days = daysOf(window?.value);
  const limit = limits(context).get(id);
  if (perDay === undefined || days === undefined || limit === undefined) return undefined;
  if (!/^(?:psi|population stability)/i.test(value.get('method')?.value ?? '')) return undefined;
  const rows = perDay * days;
  return hollow(
    window,
    () => rows < least,
    (text) =>
      `${perDay} a day over ${text} = ${trimmed(rows, 0)} rows: with fewer than ${least} the index moves by chance, and ${limit} is not as exact as it looks.`,
  );
}

/** What a model sees in production, beside what it was trained on. */
function unseenFeatures({ traits }: Context, metrics: readonly Subject<Metric>[]): Omit<Fault, 'at'> | undefined {
  const ofs = metrics.map(({ value }) => value.get('of')?.value);
  if (!traits.model || ofs.includes('features') || ofs.includes(undefined)) return undefined;
  return {
    state: 'hollow',
    reason: `${named(metrics)} look at ${[...new Set(ofs)].join(' and ')}: nothing compares the features that are served with those of the training.`,
    insert: metricSkeleton('feature-drift', 'drift', asked),
  };
}

/** The bound of the alert on each metric. */
const limits = once((context: Context): ReadonlyMap<string, string> => {
  return new Map(
    watchedAlerts(context).flatMap(({ subject, metric }) => {
      const bound = subject.value.get('above') ?? subject.value.get('below');
      return metric === undefined || bound === undefined ? [] : [[metric.id, bound.value] as const];
    }),
  );
});
