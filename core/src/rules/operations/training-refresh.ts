import { gapBeyond, gapInWords, worstGapOf } from '../../cron/gap.ts';
import { daysBetween, durationSeconds, inDays, inWords } from '../../dates.ts';
import type { Model } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import { adoptable } from '../proofs/adopt-schedule.ts';
import { ageProofs } from '../proofs/age-proofs.ts';
import { refreshProofs } from '../proofs/schedule-proofs.ts';
import { retrains } from '../retraining.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, sentence, verdict } from '../subject.ts';

export const trainingRefresh = defineRequirement({
  id: 'training-refresh',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'models that predict',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q5'],
  artifacts: ['models.*.training.reproduce', 'models.*.training.refresh.runbook'],
  references: 'ML Test Score Infra 1 (reproducible training), Model 4 and Monitor 4 (staleness)',
  summary: 'A trained model has a maximum age, a way to be trained again that keeps it, and can be reproduced.',
  why: 'The world that a model learned from moves on, and its scores stay confident. When the person who trained it has left, nobody can make it again.',
  hollow: [
    'trained in a notebook, or in the folder of one person',
    'trained by hand with no trigger that asks for it',
    'a maximum age that the schedule cannot keep',
    'training data that is older than the maximum age',
    'a job that is not there, is switched off, or runs at another time than written here',
  ],
  toFix:
    'Let a job train on a schedule or an event, write how old the model may get, and point to the pipeline that makes the same model from a commit.',
  examples: [
    {
      bad: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - claim-features
      reproduce: notebooks/train_final_v3.ipynb
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ training-refresh
      refresh:
        mode: manual
              ^^^^^^ training-refresh
        runbook: runbooks/retraining.md
      max_age: 200d
sources:
  claim-features:
    via: features
`,
      good: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - claim-features
      reproduce: pipelines/train/README.md
      refresh:
        mode: schedule
        cron: "0 5 1 */3 *"
        timezone: Europe/Berlin
        job: pipelines/train/dag.py
        runbook: runbooks/retraining.md
      max_age: 200d
sources:
  claim-features:
    via: features
`,
    },
    {
      bad: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - claim-features
      label_delay: 120d
      reproduce: pipelines/train/README.md
      refresh:
        mode: schedule
        cron: "0 5 1 */3 *"
        timezone: Europe/Berlin
        takes: 6h
        job: pipelines/train/dag.py
        runbook: runbooks/retraining.md
      max_age: 200d
               ^^^^ training-refresh
sources:
  claim-features:
    via: features
`,
      good: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - claim-features
      label_delay: 120d
      reproduce: pipelines/train/README.md
      refresh:
        mode: schedule
        cron: "0 5 1 */3 *"
        timezone: Europe/Berlin
        takes: 6h
        job: pipelines/train/dag.py
        runbook: runbooks/retraining.md
      max_age: 240d
sources:
  claim-features:
    via: features
`,
    },
    {
      bad: `
models:
  fraud-score:
  ^^^^^^^^^^^ training-refresh
    role: predict
`,
      good: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - claim-features
      reproduce: pipelines/train/README.md
      refresh:
        mode: event
        event: kafka:claims.outcome-closed
        job: pipelines/train/dag.py
        runbook: runbooks/retraining.md
      max_age: 200d
sources:
  claim-features:
    via: features
`,
      fixed: `
models:
  fraud-score:
    role: predict
    training:
      from:
        - TODO source id
      period:
        to: TODO e.g. 2026-03-31
      label_delay: TODO e.g. 120d
      reproduce: TODO e.g. pipelines/train/README.md
      refresh:
        mode: TODO schedule | event | manual
        job: TODO e.g. .github/workflows/refresh-index.yml
        runbook: TODO e.g. runbooks/index-refresh.md
      max_age: TODO e.g. 200d
`,
    },
  ],

  *assess(context) {
    for (const model of each(context, ['models'], context.spec.get('models'))) {
      if (model.value.get('role')?.value === 'predict')
        yield* verdict(model, faults(context, model), proofs(context, model));
    }
  },
});

/** What a refresh says, by its mode. */
const asked = {
  schedule: ['cron', 'timezone', 'job', 'runbook'],
  event: ['event', 'job', 'runbook'],
  manual: ['runbook'],
  unsaid: ['mode', 'job', 'runbook'],
} as const;

/** A notebook, a home folder, a machine under a desk. */
const ofOnePerson = anyCase(/\.ipynb(?:#.*)?$|^~\/|^\/?(?:home|users)\/|\b(?:laptop|desktop|downloads)\b/);

function* faults(context: Context, model: Subject<Model>): Generator<Fault | undefined> {
  const training = model.value.get('training');
  const refresh = training?.get('refresh');
  const mode = refresh?.get('mode');
  const fields = [
    'training.from',
    ...asked[mode?.value ?? 'unsaid'].map((name) => `training.refresh.${name}`),
    'training.max_age',
    'training.reproduce',
  ];
  const unsaid = lacking(context, model, fields, 'from what it was trained and how it is trained again');
  yield* adoptable(context, [...model.path, 'training', 'refresh'], refresh, unsaid);
  yield hollow(
    training?.get('reproduce'),
    ofOnePerson,
    (path) => `"${path}" is the work of one person; nobody else makes the same model from a commit.`,
  );
  yield hollow(
    refresh?.get('job'),
    ofOnePerson,
    (path) => `"${path}" runs where one person starts it, not where a schedule does.`,
  );
  yield hollow(
    mode,
    (how) => how === 'manual' && !retrains(context),
    () => `${sentence(model.name)} is trained by hand, and no trigger says when: nobody will.`,
  );
  yield* ageFaults(context, model, refresh?.get('cron'));
}

function* proofs(context: Context, { value }: Subject<Model>): Generator<Proof> {
  const training = value.get('training');
  const labels = durationSeconds(training?.get('label_delay')?.value ?? '') ?? 0;
  const says = labels > 0 ? `${inWords(labels)} until labels are known` : '';
  yield* refreshProofs(context, training?.get('refresh'));
  yield* ageProofs(context, training?.get('refresh'), training?.get('max_age'), { seconds: labels, says });
}

/** The age of a model counts from the end of its training data, which is as late as labels allow. */
function* ageFaults(
  context: Context,
  { id, value }: Subject<Model>,
  cron: Scalar<string> | undefined,
): Generator<Fault | undefined> {
  const training = value.get('training');
  const maxAge = training?.get('max_age');
  const allowed = durationSeconds(maxAge?.value ?? '');
  yield hollow(
    maxAge,
    () => allowed === 0,
    (text) => `No model is ${text} old: it takes time to train one.`,
  );

  const zone = training?.get('refresh')?.get('timezone')?.value;
  const plain = cron && worstGapOf(cron.value);
  if (cron !== undefined && plain === undefined) {
    const reason = `"${cron.value}" cannot be read as a POSIX cron: minute, hour, day of the month, month, day of the week.`;
    yield { at: cron, state: 'hollow', reason };
  } else if (cron !== undefined && plain === Number.POSITIVE_INFINITY) {
    yield { at: cron, state: 'hollow', reason: `"${cron.value}" never runs: there is no such day.` };
  }
  if (maxAge === undefined || allowed === undefined || allowed === 0) return;

  const until = training?.get('period')?.get('to');
  const age = until === undefined ? 0 : daysBetween(until.value, context.asOf);
  const labels = durationSeconds(training?.get('label_delay')?.value ?? '') ?? 0;
  const run = durationSeconds(training?.get('refresh')?.get('takes')?.value ?? '') ?? 0;
  const runs = cron !== undefined && plain !== undefined && plain !== Number.POSITIVE_INFINITY;
  const gap = runs ? gapBeyond(cron.value, zone, allowed - labels - run) : undefined;
  if (gap !== undefined) {
    const reached = labels + gap + run;
    const sum = [
      labels > 0 ? [`${inWords(labels)} until labels are known`] : [],
      [gapInWords(gap, cron?.value ?? '', zone)],
      run > 0 ? [`${inWords(run)} for the run`] : [],
    ].flat();
    const total = sum.length === 1 ? sum[0] : `${sum.join(' + ')} = ${inWords(reached)}`;
    yield {
      at: maxAge,
      state: 'contradicted',
      reason: `${maxAge.value} is less than the schedule can keep: ${total}.`,
    };
  } else if (until !== undefined && age * 86_400 > allowed) {
    const reason = `The training data of ${id} ends on ${until.value}, ${inDays(age)} ago; its \`max_age\` is ${maxAge.value}.`;
    yield { at: until, state: 'stale', reason };
  }
}
