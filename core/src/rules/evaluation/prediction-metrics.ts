import type { Insertion } from '../../assessment.ts';
import type { PredictionMetric } from '../../spec/types.generated.ts';
import { measuredProofs } from '../proofs/measured.ts';
import { trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['evaluation', 'predictions'] as const;

/* Of names in lower case, with spaces for all that is neither letter nor digit. */
const accuracy = /^(?:(?:overall|test|total|model|classification|prediction) )?(?:accuracy|acc)$/;
/** Whether a score of 0.8 is right eight times of ten. */
const calibration = /calib|brier|reliab|\b(?:m?ece|log ?loss|cross ?entropy)\b/;
/** How far off an amount is, or how a list is ordered: there is no score whose meaning could be off. */
const scoreless =
  /\b(?:n?r?mse|mae|mean ?(?:abs|squared)\w*|w?[sm]?mape|wape|mase|rmsle|r2|r ?squared|pinball|quantile|crps|bias|(?:absolute|relative|percentage|forecast|squared) error|ndcg|mrr|hit ?rate)\b/;
const smallIsGood =
  /error|loss|calib|brier|deviation|\b(?:m?ece|n?r?mse|mae|w?[sm]?mape|wape|mase|rmsle|pinball|crps)\b/;

export const predictionMetrics = defineRequirement({
  id: 'prediction-metrics',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  appliesTo: 'systems with a model that predicts',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references: 'ML Test Score Model 5: a simpler model as the baseline',
  summary: 'Predictions are measured against thresholds, each better than what a simple method reaches.',
  why: 'A model that sorts no better than the checklist it replaced still costs its upkeep. Without a baseline nobody sees that, and on lopsided data a useless model looks excellent.',
  hollow: [
    'accuracy alone, where nearly all cases are alike',
    'no baseline',
    'a threshold no better than the baseline',
    'a threshold that the measured value in the report does not meet',
    'another baseline than the report has',
    'no calibration, although a score decides what is done',
  ],
  toFix:
    'Measure what the work needs: precision among those that get looked at, or how far an amount is off. Measure the simple method on the same cases and write it as `baseline`. Where a score drives an action, add its calibration. With `measured` the value in the report is held against the threshold.',
  examples: [
    {
      bad: `
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
    accuracy:
    ^^^^^^^^ prediction-metrics
      min: 0.98
      baseline: 0.97
`,
      good: `
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
    pr-auc:
      min: 0.41
      baseline: 0.29
`,
    },
    {
      bad: `
system:
  decision_role: recommends
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
  ^^^^^^^^^^^ prediction-metrics
    pr-auc:
    ^^^^^^ prediction-metrics
      min: 0.41
`,
      good: `
system:
  decision_role: recommends
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
    pr-auc:
      min: 0.41
      baseline: 0.29
    calibration-error:
      max: 0.03
`,
      fixed: `
system:
  decision_role: recommends
models:
  fraud-score:
    role: predict
evaluation:
  predictions:
    pr-auc:
      min: 0.41
      baseline: TODO e.g. 0.29
    calibration-error:
      max: TODO e.g. 0.03
`,
    },
  ],

  *assess(context) {
    if (!context.traits.model) return;
    const predictions = context.spec.get('evaluation')?.get('predictions');
    const metrics = each(context, section, predictions);
    const place = part(context, section, predictions);
    if (metrics.length === 0) {
      const reason = 'Nothing measures whether the predictions are right, or better than a simple method.';
      const insert = [
        ...skeleton([...section, 'todo-metric'], ['min', 'baseline']),
        ...(context.traits.decides ? calibrationSkeleton() : []),
      ];
      yield* verdict(place, [{ at: place.at, state: 'missing', reason, insert }]);
      return;
    }
    yield* verdict(place, [lopsided(context, metrics), uncalibrated(context, place, metrics)]);
    for (const metric of metrics) {
      const bound = boundOf(metric);
      // The simple method often has no score that could be calibrated.
      const [asked, says] = calibration.test(plain(metric.id))
        ? [[bound], 'which value is good enough']
        : [[bound, 'baseline'], 'which value is good enough and what it has to beat'];
      const faults = [...lacking(context, metric, asked, says), notBetter(metric, bound)];
      yield* verdict(metric, faults, measuredProofs(context, metric));
    }
  },
});

function calibrationSkeleton(): readonly Insertion[] {
  return skeleton([...section, 'calibration-error'], ['max']);
}

type Metric = Subject<PredictionMetric>;

/** As the metric has it; where it has none, by its name. */
function boundOf({ id, value }: Metric): 'min' | 'max' {
  if (value.entry('min') !== undefined) return 'min';
  return value.entry('max') !== undefined || smallIsGood.test(plain(id)) ? 'max' : 'min';
}

function lopsided({ numbers }: Context, metrics: readonly Metric[]): Fault | undefined {
  const ranking = metrics.filter(({ id }) => !calibration.test(plain(id)));
  const [only] = ranking;
  const baseline = only?.value.get('baseline')?.value;
  if (only === undefined || baseline === undefined || !ranking.every(({ id }) => accuracy.test(plain(id))))
    return undefined;
  const share = baseline > 1 ? baseline / 100 : baseline;
  if (share < numbers.lopsidedBaseline) return undefined;
  const others = `${trimmed((1 - share) * 100, 1)} of 100 cases`;
  return {
    at: only.at,
    state: 'hollow',
    reason: `The simple method is right with ${baseline} already: "${only.id}" says next to nothing about the other ${others}, and those are what the model is for.`,
  };
}

function uncalibrated(
  { spec, traits }: Context,
  place: Pick<Subject, 'at'>,
  metrics: readonly Metric[],
): Fault | undefined {
  const sorting = metrics.filter(({ id }) => !scoreless.test(plain(id)));
  if (!traits.decides || sorting.length === 0 || metrics.some(({ id }) => calibration.test(plain(id))))
    return undefined;
  const role = spec.get('system')?.get('decision_role')?.value;
  const reason = `The score ${role === 'decides' ? 'decides' : 'drives what people do'} (\`decision_role: ${role}\`), but nothing measures whether a score of 0.8 is right in 8 of 10 cases.`;
  return { at: place.at, state: 'missing', reason, insert: calibrationSkeleton() };
}

function notBetter({ value }: Metric, bound: 'min' | 'max'): Fault | undefined {
  const limit = value.get(bound);
  const baseline = value.get('baseline')?.value;
  if (limit === undefined || baseline === undefined) return undefined;
  if (bound === 'min' ? limit.value > baseline : limit.value < baseline) return undefined;
  const reason = `A model with ${limit.value} passes, but the simple method reaches ${baseline}: it would be no better.`;
  return { at: limit, state: 'hollow', reason };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
}
