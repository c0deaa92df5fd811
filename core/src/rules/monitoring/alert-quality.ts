import {
  alertList,
  alertSkeleton,
  drafted,
  draftedFor,
  liveMetrics,
  type Watched,
  watchedAlerts,
  wordsOf,
} from '../alerts.ts';
import { alertsToAdopt } from '../proofs/adopt-alerts.ts';
import { alertStanding } from '../proofs/alert-proofs.ts';
import { marginOfError, points, readThreshold, sampledCases, trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, part, verdict } from '../subject.ts';

export const alertQuality = defineRequirement({
  id: 'alert-quality',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q4'],
  hollow: [
    'no alert on a metric of kind quality',
    'a threshold that the metric cannot reach',
    'a threshold further from the objective than the margin of the metric',
  ],
  toFix:
    'Put an alert on a metric of kind quality, near the objective: as far from it as the number of scored cases makes the metric vary, and no further.',
  references: 'Google SRE: alerting on objectives; Azure Well-Architected, AI workloads: quality alerts',
  summary:
    'An alert fires when the quality of the outputs falls, at a value that they can reach and that fits what users were promised.',
  why: 'Bad answers come back with status 200 and in good time. Without this alert the first to notice are users, and they stop asking before they complain.',
  examples: [
    {
      bad: `
monitoring:
  metrics:
    calls:
      kind: usage
  alerts:
  ^^^^^^ alert-quality
    calls-gone:
      metric: calls
      below: 40%
`,
      good: `
monitoring:
  metrics:
    groundedness-live:
      kind: quality
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 0.88
`,
    },
    {
      bad: `
system:
  load:
    per_day: 4000
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      sample: 5%
      window: 24h
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 0.80
             ^^^^ alert-quality
operations:
  slo:
    quality:
      metric: groundedness-live
      min: 0.90
`,
      good: `
system:
  load:
    per_day: 4000
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      sample: 5%
      window: 24h
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 0.87
operations:
  slo:
    quality:
      metric: groundedness-live
      min: 0.90
`,
    },
  ],

  *assess(context) {
    const alerts = watchedAlerts(context).filter(({ metric }) => metric?.value.get('kind')?.value === 'quality');
    const drafts = draftedFor(context, 'quality');
    if (alerts.length === 0 && drafts.length === 0) yield* none(context);
    for (const draft of drafts) yield* drafted(context, draft);
    for (const alert of alerts) {
      const fault = outOfReach(context, alert) ?? tooLoose(context, alert);
      yield* verdict(alert.subject, [fault], [alertStanding(context, alert)]);
    }
  },
});

function* none(context: Context) {
  const place = part(context, alertList, context.spec.get('monitoring')?.get('alerts'));
  const metrics = liveMetrics(context).filter(({ value }) => value.get('kind')?.value === 'quality');
  const names = metrics.map(({ id }) => `"${id}"`).join(', ');
  const reason =
    names === ''
      ? 'No alert fires when the outputs get worse.'
      : `No alert fires when the outputs get worse: nothing watches ${names}.`;
  const { min, max } = objective(context) ?? {};
  const [bound, limit] = min === undefined && max !== undefined ? (['above', max] as const) : (['below', min] as const);
  const shown = {
    ...(metrics.length === 0 ? {} : { metric: `TODO ${metrics.map(({ id }) => id).join(' | ')}` }),
    ...(limit === undefined ? {} : { [bound]: `TODO near the objective of ${limit}` }),
  };
  const insert = alertSkeleton('quality-low', bound, shown);
  yield* verdict(place, [{ at: place.at, state: 'missing', reason, insert, fix: alertsToAdopt(context) }]);
}

/** What users were promised, if it is about `metric`. */
function objective({ spec }: Context, metric?: string) {
  const quality = spec.get('operations')?.get('slo')?.get('quality');
  if (metric !== undefined && quality?.get('metric')?.value !== metric) return undefined;
  return { min: quality?.get('min')?.value, max: quality?.get('max')?.value };
}

/** A value that the metric never takes, so that nothing ever fires. */
function outOfReach(context: Context, { subject, metric }: Watched): Fault | undefined {
  if (subject.value.get('of') !== undefined) return undefined;
  const promised = objective(context, metric?.id);
  const share = /\b(?:ratio|share|fraction)\b/.test(wordsOf(metric)) || (promised?.min ?? promised?.max ?? 2) <= 1;
  const below = subject.value.get('below');
  const above = subject.value.get('above');
  const low = readThreshold(below?.value ?? '');
  const high = readThreshold(above?.value ?? '');
  if (below !== undefined && low !== undefined && low.value <= 0) {
    return {
      at: below,
      state: 'hollow',
      reason: `"${metric?.id}" is never below ${below.value}: this alert cannot fire.`,
    };
  }
  if (
    above !== undefined &&
    high !== undefined &&
    high.value >= 1 &&
    (high.unit === '%' || (share && high.unit === ''))
  ) {
    return {
      at: above,
      state: 'hollow',
      reason: `"${metric?.id}" is never above ${above.value}: this alert cannot fire.`,
    };
  }
  return undefined;
}

/** Further from the objective than the precision of the metric explains. */
function tooLoose(context: Context, { subject, metric }: Watched): Fault | undefined {
  const promised = objective(context, metric?.id);
  const isLow = promised?.min !== undefined;
  const goal = promised?.min ?? promised?.max;
  const bound = subject.value.get(isLow ? 'below' : 'above');
  const limit = readThreshold(bound?.value ?? '');
  const cases = scored(context, metric);
  if (goal === undefined || goal > 1 || bound === undefined || limit === undefined || cases === undefined)
    return undefined;
  const loose = isLow ? goal - limit.value : limit.value - goal;
  const margin = marginOfError(goal, cases);
  if (subject.value.get('of') !== undefined || !/^%?$/.test(limit.unit) || loose <= margin) return undefined;
  const word = isLow ? 'below' : 'above';
  const reason = `It fires ${points(loose)} ${word} the objective of ${goal}, but ${trimmed(cases, 0)} scored cases are good to ±${points(margin)}: the promise is broken long before.`;
  return { at: bound, state: 'hollow', reason };
}

function scored({ spec }: Context, metric: Watched['metric']): number | undefined {
  const sample = metric?.value.get('sample')?.value;
  const window = metric?.value.get('window')?.value;
  const cases =
    sample === undefined || window === undefined
      ? undefined
      : sampledCases(sample, window, spec.get('system')?.get('load')?.get('per_day')?.value);
  const replayed = metric?.value.get('by')?.value;
  return (
    cases ??
    (replayed === undefined ? undefined : spec.get('evaluation')?.get('datasets')?.get(replayed)?.get('size')?.value)
  );
}
