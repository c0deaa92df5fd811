import { addDays, daysBetween, durationSeconds } from '../../dates.ts';
import type { Dataset } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { windowProofs } from '../proofs/sampled-cases.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lackingInSteps, type Subject, verdict } from '../subject.ts';
import { testSets } from '../test-sets.ts';

/** Chosen by somebody, by whatever they had in mind; said without how, `selected` is that too. */
const chosen = anyCase(
  /\b(?:hand[- ]?(?:picked|selected)|cherry[- ]?picked|curated|by hand|manually)\b|^(?:selected|chosen|picked|sampled?|a selection)\b(?!.*\b(?:random|strat|every|each|all)\w*)/,
);

const madeOf = ['origin', 'sampled.from', 'sampled.to', 'sampled.how'];
const says = 'where its cases come from and when they are drawn again';

const madeUp = /^(?:expert|synthetic)$/;

export const evalRepresentative = defineRequirement({
  id: 'eval-representative',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references:
    'Azure Well-Architected, AI workloads: test data; AWS Generative AI Lens GENOPS01-BP01 (stratified sampling)',
  summary:
    'A test set says where its cases come from, from which weeks, how they were drawn, and when they are drawn again.',
  why: 'People in production ask shorter, vaguer and stranger things than those who wrote the test. A score on made-up cases says nothing about theirs.',
  hollow: [
    'only cases that experts or a model made up',
    'a selection by hand',
    'a window that ended more than 180 days ago',
    'cases from production before there was any traffic',
    'cases from other days than the window, by a field of theirs that tells the time',
  ],
  toFix:
    'Draw cases at random or by strata from recent traffic, say from which weeks and how, and set a day for the next draw. A field such as `asked_at` in each case shows the window.',
  examples: [
    {
      bad: `
evaluation:
  datasets:
    golden-set:
      origin: expert
              ^^^^^^ eval-representative
      refresh_every: 90d
`,
      good: `
evaluation:
  datasets:
    golden-set:
      origin: production
      sampled:
        from: 2026-10-06
        to: 2026-11-05
        how: stratified by line and role
      refresh_every: 90d
`,
    },
    {
      bad: `
evaluation:
  datasets:
    real-queries:
      origin: production
      sampled:
        from: 2026-01-05
        to: 2026-02-06
            ^^^^^^^^^^ eval-representative
        how: hand-picked
             ^^^^^^^^^^^ eval-representative
      refresh_every: 90d
`,
      good: `
evaluation:
  datasets:
    real-queries:
      origin: production
      sampled:
        from: 2026-10-05
        to: 2026-11-06
        how: every tenth query
      refresh_every: 90d
`,
    },
  ],

  *assess(context) {
    const sets = testSets(context);
    const onlyMadeUp = sets.every(({ value }) => madeUp.test(value.get('origin')?.value ?? 'expert'));
    for (const set of sets) {
      const origin = set.value.get('origin');
      const sampled = set.value.get('sampled');
      const drawn = origin === undefined || !madeUp.test(origin.value);
      const faults = [
        ...lackingInSteps(context, set, { now: drawn ? madeOf : ['origin'], later: ['refresh_every'] }, says),
        onlyMadeUp
          ? hollow(
              origin,
              madeUp,
              (from) =>
                `Every case here is ${from === 'expert' ? 'what experts' : 'what a generator'} made up; none comes from a user.`,
            )
          : undefined,
        hollow(
          sampled?.get('how'),
          chosen,
          (how) => `"${how}" is no way of drawing: whoever chose left out what they did not think of.`,
        ),
        outdated(context, set),
        impossible(context, set),
      ];
      yield* verdict(set, faults, windowProofs(context, set));
    }
  },
});

/** Cases of a trained model are only as young as their labels, so that the window may be older by their delay. */
function outdated(context: Context, { value }: Subject<Dataset>): Fault | undefined {
  const to = value.get('sampled')?.get('to');
  if (to === undefined) return undefined;
  const from = value.get('sampled')?.get('from')?.value;
  if (from !== undefined && from > to.value) {
    return { at: to, state: 'contradicted', reason: `The cases end on ${to.value}, before they begin on ${from}.` };
  }
  const delays = each(context, ['models'], context.spec.get('models')).map(
    (model) => model.value.get('training')?.get('label_delay')?.value,
  );
  const delay = Math.max(0, ...delays.map((text) => (durationSeconds(text ?? '') ?? 0) / 86_400));
  const { longestTestWindowAge } = context.numbers;
  const limit = longestTestWindowAge + delay;
  const age = daysBetween(to.value, context.asOf);
  if (age <= limit) return undefined;
  const sum = delay === 0 ? `${limit} days` : `${longestTestWindowAge} days and ${delay} for the labels`;
  return {
    at: to,
    state: 'stale',
    reason: `The cases end on ${to.value}, ${age} days ago; after ${sum} a set no longer stands for what is asked today.`,
  };
}

/** Cases from days that had no traffic yet. */
function impossible({ spec, asOf }: Context, { value }: Subject<Dataset>): Fault | undefined {
  const origin = value.get('origin');
  const to = value.get('sampled')?.get('to');
  if (to !== undefined && to.value > asOf) {
    return { at: to, state: 'contradicted', reason: `The cases are said to end on ${to.value}, but today is ${asOf}.` };
  }
  const launch = spec.get('system')?.get('launch')?.value;
  if (origin?.value !== 'production' || launch === undefined) return undefined;
  const last = to?.value ?? asOf;
  if (last >= launch) return undefined;
  const until = to === undefined ? `Until ${addDays(launch, -1)}` : `Up to ${last}`;
  return {
    at: origin,
    state: 'contradicted',
    reason: `${until} there was no production to draw from: the launch is on ${launch}.`,
  };
}
