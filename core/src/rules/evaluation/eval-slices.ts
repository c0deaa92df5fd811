import type { Evaluation } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { sliceProofs } from '../proofs/measured-slices.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

const section = ['evaluation', 'slices'] as const;

/** All cases in one. */
const everything = anyCase(
  /^(?:all|any|every|everything|overall|total|whole|global|average|mean|whole set|all (?:cases|data|rows))$/,
);

export const evalSlices = defineRequirement({
  id: 'eval-slices',
  area: 'evaluation',
  rank: 'advanced',
  gap: 'evaluation',
  severity: ['off', 'warning', 'warning'],
  raised: {
    systems: 'systems that recommend or decide',
    applies: (traits) => traits.decides,
    severity: ['off', 'error', 'error'],
  },
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: 'ML Test Score Model 6 and 7; NIST AI RMF: harmful bias',
  summary: 'Results are also looked at by group, and there is a value that the worst group must reach.',
  why: 'An average hides the group for whom the system fails. A small office, a rare language or an old form can get useless answers while the score goes up.',
  hollow: [
    'the overall score as the only slice',
    'a value for the worst slice that every slice reaches',
    'a slice that is no field of the test set',
    'a worst slice in the report below the value it must reach',
    'a report split by other fields, or without a slice that many cases are of',
  ],
  toFix:
    'Name fields of the test set that tell groups apart: office, language, kind of document, age band. Set what the worst of them must reach, and let `measured` point to the values by slice in the report.',
  examples: [
    {
      bad: `
evaluation:
  slices:
    by:
      - overall
        ^^^^^^^ eval-slices
    worst_min: 0.80
`,
      good: `
evaluation:
  slices:
    by:
      - line
      - language
    worst_min: 0.80
`,
    },
    {
      bad: `
system:
  decision_role: recommends
evaluation:
^^^^^^^^^^ eval-slices
  predictions:
    pr-auc:
      min: 0.41
`,
      good: `
system:
  decision_role: recommends
evaluation:
  predictions:
    pr-auc:
      min: 0.41
  slices:
    by:
      - region
    worst_min: 0.38
`,
      fixed: `
system:
  decision_role: recommends
evaluation:
  predictions:
    pr-auc:
      min: 0.41
  slices:
    by:
      - TODO e.g. line
    worst_min: TODO e.g. 0.8
`,
    },
  ],

  *assess(context) {
    const slices = part(context, section, context.spec.get('evaluation')?.get('slices'));
    const bound = smallIsGood(context, slices) ? 'largest_gap' : 'worst_min';
    const faults = [
      ...lacking(
        context,
        slices,
        ['by', bound],
        'by which groups results are looked at, and what the worst must reach',
      ),
      onlyOverall(slices),
      hollow(
        slices.value.get('worst_min'),
        (min) => min <= 0,
        (min) => `Every slice reaches ${min}.`,
      ),
    ];
    yield* verdict(slices, faults, sliceProofs(context, slices));
  },
});

type Slices = Subject<NonNullable<Evaluation['slices']>>;

/** Of an error the worst slice has the largest value, so that only the gap can be bounded. */
function smallIsGood({ spec }: Context, { value }: Slices): boolean {
  const name = value.get('metric')?.value;
  const evaluation = spec.get('evaluation');
  const metric =
    name === undefined
      ? undefined
      : (evaluation?.get('answers')?.get(name) ?? evaluation?.get('predictions')?.get(name));
  return metric?.entry('max') !== undefined && metric.entry('min') === undefined;
}

function onlyOverall({ value }: Slices): Fault | undefined {
  const by = (value.get('by')?.items ?? []).filter((one) => one !== undefined);
  const [first] = by;
  if (first === undefined || !by.every((one) => everything.test(one.value))) return undefined;
  const reason = `"${first.value}" is one slice with all cases in it: it shows no group for whom the system fails.`;
  return { at: first, state: 'hollow', reason };
}
