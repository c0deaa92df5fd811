import { durationSeconds } from '../../dates.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

/** Scores that say how a model did on cases, and nothing about the work of those who use it. */
const score =
  /^(?:(?:the|our|mean|average|overall|model|answer|retrieval|context|live|weekly|test|eval(?:uation)?) )*(?:accuracy|precision|recall|f1|auc|pr auc|roc auc|ndcg|mrr|map|bleu|rouge|bertscore|perplexity|loss|mae|mape|rmse|groundedness|faithfulness|relevanc[ey]|correctness|hallucinations?|confidence|calibration(?: error)?|kappa)(?: (?:at )?\d+)?(?: (?:score|rate|share|metric|ratio))?(?: (?:of|on|in) (?:the )?(?:model|models|answers?|test set|test data|responses?|outputs?|predictions?))?$/;

export const successMeasure = defineRequirement({
  id: 'success-measure',
  area: 'system',
  rank: 'recommended',
  gap: 'evaluation',
  severity: ['warning', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['system.success.proof'],
  references: 'ML Test Score Model 2: a score that follows the outcome',
  summary:
    'The outcome for which the system exists is a number, with its value before, its target, and a rhythm of looking.',
  why: 'Answers can score well while nobody works faster. Without the value from before, the first question about the cost of the system has no answer.',
  hollow: [
    'no baseline',
    'a score of the model instead of an outcome of the work',
    'a target that is the baseline',
    'an outcome that nobody looks at within a year',
  ],
  toFix:
    'Choose what is different in the work when the system is good (minutes a case, cases reopened), measure it before launch, and put the next look into the calendar.',
  examples: [
    {
      bad: `
system:
  success:
  ^^^^^^^ success-measure
    metric: answer accuracy
            ^^^^^^^^^^^^^^^ success-measure
    target: 0.9
    check_every: 30d
`,
      good: `
system:
  success:
    metric: median minutes per claim
    baseline: 41
    target: 34
    check_every: 30d
`,
    },
    {
      bad: `
system:
^^^^^^ success-measure
  name: claims-assistant
`,
      good: `
system:
  name: claims-assistant
  success:
    metric: median minutes per claim
    baseline: 41
    target: 34
    check_every: 30d
`,
      fixed: `
system:
  name: claims-assistant
  success:
    metric: TODO e.g. median minutes per claim
    baseline: TODO e.g. 41
    target: TODO e.g. 34
    check_every: TODO e.g. 30d
`,
    },
  ],

  *assess(context) {
    const success = part(context, ['system', 'success'], context.spec.get('system')?.get('success'));
    const baseline = success.value.get('baseline')?.value;
    const longest = context.numbers.longestOutcomeInterval;
    yield* verdict(success, [
      ...lacking(
        context,
        success,
        ['metric', 'baseline', 'target', 'check_every'],
        'which outcome shows that it is worth running',
      ),
      scoreOfModel(context, success.value.get('metric')),
      hollow(
        success.value.get('target'),
        (target) => target === baseline,
        (target) => `The target ${target} is the baseline: with and without the system nothing differs.`,
      ),
      hollow(
        success.value.get('check_every'),
        (every) => !(days(every) > 0 && days(every) <= longest),
        (every) => `Looked at every ${every}; an outcome counts that is looked at within ${longest} days.`,
      ),
    ]);
  },
});

/** A score by its usual name, or a metric that the evaluation defines. */
function scoreOfModel({ spec }: Context, metric: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const evaluation = spec.get('evaluation');
  const measured = (['retrieval', 'answers', 'predictions'] as const).flatMap(
    (section) => evaluation?.get(section)?.entries.map(({ key }) => plain(key.value)) ?? [],
  );
  return hollow(
    metric,
    (name) => score.test(plain(name)) || measured.includes(plain(name)),
    (name) => `"${name}" is a score of the model; what is better in the work of those who use it?`,
  );
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

function days(duration: string): number {
  return (durationSeconds(duration) ?? 0) / 86_400;
}
