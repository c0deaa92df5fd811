import { dateIn, daysBetween, inDays } from '../../dates.ts';
import type { Model } from '../../spec/types.generated.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { reportProofs } from '../proofs/fresh-report.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, verdict } from '../subject.ts';
import { testSets } from '../test-sets.ts';

export const evalResultsFresh = defineRequirement({
  id: 'eval-results-fresh',
  area: 'evaluation',
  rank: 'recommended',
  gap: 'evaluation',
  severity: ['off', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q2)'],
  references: 'ML Test Score Infra 4: quality is checked before a model serves',
  summary: 'The last results are a file with a date, younger than everything they vouch for and than a quarter.',
  why: 'Results vouch for the prompt, the model and the index they were made with. After the next change they are a memory, and the decision to go live rests on it.',
  hollow: [
    'results older than the version of a prompt, model or index',
    'results older than the training or the test data',
    'results older than 90 days',
    'a date that lies ahead, or is not the one in the report',
    'a report older than the last commit to what it covers, to a prompt, a recipe or a test set',
    'a report on another number of cases, another data set or other versions than are here',
  ],
  toFix:
    'Run the evaluation with what is in production now, keep the report, and let the job write path and date here. A report that says when, on how many cases and with which versions it was made is held against what is here now, and against the last commits to what it covers.',
  examples: [
    {
      bad: `
evaluation:
  results:
    path: eval/results/latest.json
    date: 2026-06-30
          ^^^^^^^^^^ eval-results-fresh
`,
      good: `
evaluation:
  results:
    path: eval/results/latest.json
    date: 2026-11-14
`,
    },
    {
      bad: `
models:
  answer-llm:
    role: generate
    version: gpt-4.1-2026-11-18
evaluation:
  results:
    path: eval/results/latest.json
    date: 2026-11-14
          ^^^^^^^^^^ eval-results-fresh
`,
      good: `
models:
  answer-llm:
    role: generate
    version: gpt-4.1-2026-11-18
evaluation:
  results:
    path: eval/results/latest.json
    date: 2026-11-20
`,
    },
    {
      bad: `
evaluation:
^^^^^^^^^^ eval-results-fresh
  retrieval:
    recall@8:
      min: 0.88
`,
      good: `
evaluation:
  retrieval:
    recall@8:
      min: 0.88
  results:
    path: eval/results/latest.json
    date: 2026-11-14
`,
      fixed: `
evaluation:
  retrieval:
    recall@8:
      min: 0.88
  results:
    path: TODO e.g. eval/results/latest.json
    date: TODO e.g. 2026-11-14
`,
    },
  ],

  *assess(context) {
    const results = part(context, ['evaluation', 'results'], context.spec.get('evaluation')?.get('results'));
    const date = results.value.get('date');
    const ahead = hollow(
      date,
      (day) => day > context.asOf,
      (day) => `The results are dated ${day}, which lies ahead.`,
    );
    const faults = [
      ...lacking(context, results, ['path', 'date'], 'what was measured last'),
      ahead ?? (date && (outrun(context, date) ?? outdated(context, date))),
    ];
    yield* verdict(results, faults, reportProofs(context, results));
  },
});

type DateNode = Fault['at'] & { readonly value: string };

function outdated({ asOf, numbers }: Context, date: DateNode): Fault | undefined {
  const age = daysBetween(date.value, asOf);
  if (age <= numbers.longestResultsAge) return undefined;
  const reason = `The results are ${inDays(age)} old; they count for ${numbers.longestResultsAge}.`;
  return { at: date, state: 'stale', reason };
}

/** Something is younger than the results that are to vouch for it. */
function outrun(context: Context, date: DateNode): Fault | undefined {
  const younger = newest(context).find(({ day }) => day > date.value);
  if (younger === undefined) return undefined;
  const reason = `The results are of ${date.value}, but ${younger.what}: they were made without it.`;
  return { at: date, state: 'stale', reason };
}

interface Dated {
  readonly day: string;
  readonly what: string;
}

/** What the results vouch for, with its day where the spec tells it. */
function newest(context: Context): Dated[] {
  const { spec } = context;
  // What a judge scores is not the judge; whether it was changed is asked by `judge-calibrated`.
  const models = each(context, ['models'], spec.get('models')).filter(
    ({ value }) => value.get('role')?.value !== 'judge',
  );
  const versioned = [
    ...models,
    ...each(context, ['prompts'], spec.get('prompts')),
    ...each(context, ['indexes'], spec.get('indexes')),
  ].flatMap(({ name, value }): Dated[] => {
    const version = String((value as Mapping<Model>).get('version')?.value ?? '');
    const day = dateIn(version);
    return day === undefined ? [] : [{ day, what: `${name} is ${version}` }];
  });
  const trained = models.flatMap(({ name, value }): Dated[] => {
    const day = value.get('training')?.get('period')?.get('to')?.value;
    return day === undefined ? [] : [{ day, what: `${name} was trained on data up to ${day}` }];
  });
  return [...versioned, ...trained, ...testData(context)];
}

/** Cases drawn later than the results; an older set beside them is what the results may have been made with. */
function testData(context: Context): Dated[] {
  const ends = testSets(context).map(({ name, value }) => ({
    name,
    day: value.get('sampled')?.get('to')?.value ?? '',
  }));
  const first = ends.reduce<(typeof ends)[number] | undefined>(
    (a, b) => (a === undefined || b.day < a.day ? b : a),
    undefined,
  );
  // A day that lies ahead is found by `eval-representative`.
  if (first === undefined || first.day === '' || first.day > context.asOf) return [];
  const what = ends.length === 1 ? `the cases of ${first.name} end on` : 'no test set ends before';
  return [{ day: first.day, what: `${what} ${first.day}` }];
}
