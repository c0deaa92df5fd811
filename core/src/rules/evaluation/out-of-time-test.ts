import { addDays, durationSeconds } from '../../dates.ts';
import type { Dataset, Model } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { once } from '../once.ts';
import { laterProofs } from '../proofs/sampled-cases.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, lacking, type Subject, verdict } from '../subject.ts';
import { testSets } from '../test-sets.ts';

const asked = ['training.period.to', 'training.label_delay'];

const split = anyCase(
  /\b(?:random(?:ly|i[sz]ed)?|shuffled?|stratified)\b.*\b(?:split|hold[- ]?out|held)|\btrain(?:ing)?[-/ ](?:and[- ])?test[- ]split\b|\bcross[- ]?validat|\bk[- ]?folds?\b|\bheld (?:back|out) from training\b/,
);
const byTime = anyCase(
  /\b(?:time|temporal|chronolog\w*|dates?|months?|weeks?|quarters?|years?|after|later|out-of-time)\b/,
);

export const outOfTimeTest = defineRequirement({
  id: 'out-of-time-test',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  appliesTo: 'systems with a trained model that predicts',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q2'],
  references: 'ML Test Score Model 4; leakage checks of the target and of time',
  summary: 'A trained model is tested on cases later than its training data, once their true outcome is known.',
  why: 'In production every case is later than the training data. A test drawn from the same weeks lets the model know what it could not have known, and the score does not survive the launch.',
  hollow: [
    'a random split of the training data',
    'a test window inside the training period',
    'cases so young that their outcome is not known yet',
    'cases in the file that are older than the end of the training data',
  ],
  toFix:
    'Say where the training data ends and how long an outcome takes. Draw test cases from after that day, and measure once the outcome of the last one is known.',
  examples: [
    {
      bad: `
models:
  fraud-score:
    role: predict
    training:
      period:
        from: 2023-01-01
        to: 2026-05-31
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      sampled:
        from: 2026-03-01
              ^^^^^^^^^^ out-of-time-test
        to: 2026-05-31
`,
      good: `
models:
  fraud-score:
    role: predict
    training:
      period:
        from: 2023-01-01
        to: 2026-05-31
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      sampled:
        from: 2026-06-01
        to: 2026-06-30
`,
    },
    {
      bad: `
models:
  fraud-score:
    role: predict
    training:
      period:
        to: 2026-05-31
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      sampled:
        from: 2026-06-01
        to: 2026-09-30
            ^^^^^^^^^^ out-of-time-test
  results:
    date: 2026-10-30
`,
      good: `
models:
  fraud-score:
    role: predict
    training:
      period:
        to: 2026-05-31
      label_delay: 120d
evaluation:
  datasets:
    recent-claims:
      sampled:
        from: 2026-06-01
        to: 2026-06-30
  results:
    date: 2026-10-30
`,
    },
  ],

  *assess(context) {
    for (const model of each(context, ['models'], context.spec.get('models'))) {
      if (model.value.get('role')?.value !== 'predict' || !isTrainedHere(model.value)) continue;
      const faults = [
        ...lacking(context, model, asked, 'when its training data ends and how late outcomes are known'),
        trainedTooEarly(context, model),
        testedWithin(context, model),
      ];
      yield* verdict(model, faults, laterProofs(context, model));
    }
  },
});

/** Of a model that somebody else trained nobody here knows the training data. */
function isTrainedHere(model: Subject<Model>['value']): boolean {
  return model.entry('training') !== undefined || /^(?:own|self-hosted)$/.test(model.get('provider')?.value ?? 'own');
}

function delayOf(model: Subject<Model>): { readonly text: string; readonly days: number } {
  const text = model.value.get('training')?.get('label_delay')?.value ?? '0d';
  return { text, days: Math.ceil((durationSeconds(text) ?? 0) / 86_400) };
}

function trainedTooEarly({ asOf }: Context, model: Subject<Model>): Fault | undefined {
  const end = model.value.get('training')?.get('period')?.get('to');
  const { text, days } = delayOf(model);
  const known = end === undefined ? asOf : addDays(end.value, days);
  if (end === undefined || known <= asOf) return undefined;
  const reason =
    end.value > asOf
      ? `The training data is said to end on ${end.value}, but today is ${asOf}.`
      : `The training data ends on ${end.value}; with a label delay of ${text} its last outcomes are known on ${known}, and today is ${asOf}.`;
  return { at: end, state: 'contradicted', reason };
}

/** One test set after the training period is enough: old cases beside it do no harm. */
function testedWithin(context: Context, model: Subject<Model>): Fault | undefined {
  const sets = latestFirst(context);
  const end = model.value.get('training')?.get('period')?.get('to')?.value;
  const { days } = delayOf(model);
  const labelled = addDays(measuredOn(context), -days);
  const isFair = ({ from, to, isSplit }: Drawn) =>
    from !== '' && (days === 0 || to <= labelled) && (end === undefined ? !isSplit : from > end);
  if (sets.some(isFair)) return undefined;
  for (const { value } of sets) {
    const fault = leak(context, model, value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

interface Drawn {
  readonly value: Subject<Dataset>['value'];
  readonly from: string;
  readonly to: string;
  readonly isSplit: boolean;
}

const latestFirst = once((context: Context): readonly Drawn[] =>
  testSets(context)
    .map(({ value }) => {
      const sampled = value.get('sampled');
      const how = sampled?.get('how')?.value ?? '';
      return {
        value,
        from: sampled?.get('from')?.value ?? '',
        to: sampled?.get('to')?.value ?? '',
        isSplit: isRandomSplit(how),
      };
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)),
);

function isRandomSplit(how: string): boolean {
  return split.test(how) && !byTime.test(how);
}

/** The day of the results, or today while there are none. */
function measuredOn({ spec, asOf }: Context): string {
  const date = spec.get('evaluation')?.get('results')?.get('date')?.value;
  return date === undefined || date > asOf ? asOf : date;
}

function leak(context: Context, model: Subject<Model>, set: Subject<Dataset>['value']): Fault | undefined {
  const from = set.get('sampled')?.get('from');
  const to = set.get('sampled')?.get('to');
  const how = set.get('sampled')?.get('how');
  const end = model.value.get('training')?.get('period')?.get('to')?.value;
  const isInside = end !== undefined && from !== undefined && from.value <= end;
  const isLater = end !== undefined && from !== undefined && from.value > end;

  if (how !== undefined && !isLater && isRandomSplit(how.value)) {
    const reason = `"${how.value}" puts cases of the same weeks into training and test: the model is asked about days it has seen.`;
    return { at: how, state: 'hollow', reason };
  }
  if (isInside) {
    const reason = `The cases begin on ${from.value}, but "${model.id}" was trained on data up to ${end}: it is tested on days it has seen.`;
    return { at: from, state: 'contradicted', reason };
  }
  const { text, days } = delayOf(model);
  const known = to === undefined ? '' : addDays(to.value, days);
  const measured = measuredOn(context);
  if (to === undefined || days === 0 || known <= measured) return undefined;
  const reason = `The cases end on ${to.value}; with a label delay of ${text} their last outcomes are known on ${known}, but they were measured ${measured === context.asOf ? 'by' : 'on'} ${measured}.`;
  return { at: to, state: 'contradicted', reason };
}
