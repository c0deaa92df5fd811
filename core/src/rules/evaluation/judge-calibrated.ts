import { dateIn } from '../../dates.ts';
import type { Evaluation, Model } from '../../spec/types.generated.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { labelProofs } from '../proofs/judge-labels.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

export const judgeCalibrated = defineRequirement({
  id: 'judge-calibrated',
  area: 'evaluation',
  rank: 'advanced',
  gap: 'evaluation',
  appliesTo: 'systems with a metric that a model scores',
  severity: ['off', 'warning', 'warning'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: "Practice: agreement between people and judge as Cohen's kappa; Landis and Koch for its scale",
  summary:
    'The model that scores answers was compared with people, in the version in use, and is not the one it scores.',
  why: 'A judge has tastes: long answers, its own style. Where nobody compared it with people, a higher score may mean worse answers, and every threshold rests on it.',
  hollow: [
    'a judge that scores its own answers',
    'fewer than 50 cases scored by both',
    'a kappa under 0.6',
    'another version of the judge in use than was compared',
    'another judge in use than was compared',
    'labels in the file that are fewer, or agree less',
  ],
  toFix:
    'Let people score some 100 answers, good and bad ones, let the judge score the same, and write down kappa, version and day. Use a judge of another family than the model it scores. With the labels in a file, in fields such as `human` and `judge`, kappa is computed again.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
  judge-llm:
    role: judge
    version: claude-sonnet-4-5-20250929
evaluation:
  answers:
    groundedness:
      judge: judge-llm
  judge:
    model: judge-llm
    version: claude-sonnet-4-20250514
             ^^^^^^^^^^^^^^^^^^^^^^^^ judge-calibrated
    cases: 30
           ^^ judge-calibrated
    kappa: 0.41
           ^^^^ judge-calibrated
    date: 2026-10-28
`,
      good: `
models:
  answer-llm:
    role: generate
  judge-llm:
    role: judge
    version: claude-sonnet-4-5-20250929
evaluation:
  answers:
    groundedness:
      judge: judge-llm
  judge:
    model: judge-llm
    version: claude-sonnet-4-5-20250929
    cases: 200
    kappa: 0.74
    date: 2026-10-28
`,
    },
    {
      bad: `
models:
  judge-llm:
    role: judge
evaluation:
^^^^^^^^^^ judge-calibrated
  answers:
    groundedness:
      judge: judge-llm
`,
      good: `
models:
  judge-llm:
    role: judge
evaluation:
  answers:
    groundedness:
      judge: judge-llm
  judge:
    model: judge-llm
    cases: 200
    kappa: 0.74
    date: 2026-10-28
`,
      fixed: `
models:
  judge-llm:
    role: judge
evaluation:
  answers:
    groundedness:
      judge: judge-llm
  judge:
    model: TODO model id
    cases: TODO e.g. 200
    kappa: TODO e.g. 0.74
    date: TODO e.g. 2026-10-28
`,
    },
  ],

  *assess(context) {
    const used = judgesInUse(context);
    if (used.length === 0) return;
    const { asOf, numbers } = context;
    const judge = part(context, ['evaluation', 'judge'], context.spec.get('evaluation')?.get('judge'));
    const faults = [
      ...lacking(context, judge, ['model', 'cases', 'kappa', 'date'], 'how far the judge agrees with people'),
      hollow(
        judge.value.get('cases'),
        (cases) => cases < numbers.fewestJudgedCases,
        (cases) =>
          `${cases} cases are too few to tell agreement from chance: ${numbers.fewestJudgedCases} are the least.`,
      ),
      hollow(
        judge.value.get('kappa'),
        (kappa) => kappa < numbers.lowestJudgeAgreement,
        (kappa) =>
          `With a kappa of ${kappa} judge and people see different answers as good; ${numbers.lowestJudgeAgreement} is the least.`,
      ),
      hollow(
        judge.value.get('date'),
        (day) => day > asOf,
        (day) => `The comparison is dated ${day}, which lies ahead.`,
      ),
      notInUse(judge, used) ?? otherVersion(context, judge),
      ofItself(context, judge, used),
    ];
    yield* verdict(judge, faults, labelProofs(context, judge));
  },
});

type Judge = Subject<NonNullable<Evaluation['judge']>>;

/** Where metrics name a model as their judge, offline and live. */
function judgesInUse(context: Context): Scalar<string>[] {
  const { spec } = context;
  const offline = each(context, ['evaluation', 'answers'], spec.get('evaluation')?.get('answers'));
  const live = each(context, ['monitoring', 'metrics'], spec.get('monitoring')?.get('metrics'));
  const named = [...offline.map(({ value }) => value.get('judge')), ...live.map(({ value }) => value.get('by'))];
  return named.flatMap((name) => (name !== undefined && modelCalled(context, name.value) !== undefined ? [name] : []));
}

function modelCalled({ spec }: Context, id: string) {
  return spec.get('models')?.get(id);
}

function notInUse({ value }: Judge, used: readonly Scalar<string>[]): Fault | undefined {
  const model = value.get('model');
  if (model === undefined || used.some((judge) => judge.value === model.value)) return undefined;
  const judges = [...new Set(used.map((judge) => `"${judge.value}"`))].join(' and ');
  const reason = `"${model.value}" was compared with people, but the scores come from ${judges}.`;
  return { at: model, state: 'contradicted', reason };
}

function otherVersion(context: Context, { value }: Judge): Fault | undefined {
  const id = value.get('model')?.value;
  const current = id === undefined ? undefined : modelCalled(context, id)?.get('version')?.value;
  if (current === undefined) return undefined;
  const compared = value.get('version');
  if (compared !== undefined) {
    if (String(compared.value) === String(current)) return undefined;
    const reason = `${compared.value} was compared with people, but "${id}" is ${current} now.`;
    return { at: compared, state: 'stale', reason };
  }
  const date = value.get('date');
  const since = dateIn(String(current));
  if (date === undefined || since === undefined || since <= date.value) return undefined;
  const reason = `The comparison is of ${date.value}, but "${id}" is ${current} now, which is younger.`;
  return { at: date, state: 'stale', reason };
}

/** With a second model that writes, it may score that one's answers. */
function ofItself(context: Context, { value }: Judge, used: readonly Scalar<string>[]): Fault | undefined {
  const writers = each(context, ['models'], context.spec.get('models')).filter(
    (model) => model.value.get('role')?.value === 'generate',
  );
  const isWriter = (name: Scalar<string>) =>
    writers.length > 0 && writers.every((writer) => isSame(context, writer, name.value));
  const own = [...[value.get('model') ?? []].flat(), ...used].find(isWriter);
  if (own === undefined) return undefined;
  const [writer] = writers;
  const reason =
    writer?.id === own.value
      ? `"${own.value}" scores its own answers: what it gets wrong, it finds right.`
      : `"${own.value}" is the same model as "${writer?.id}", whose answers it scores: what that one gets wrong, it finds right.`;
  return { at: own, state: 'hollow', reason };
}

function isSame(context: Context, writer: Subject<Model>, judge: string): boolean {
  const version = writer.value.get('version')?.value;
  return (
    writer.id === judge || (version !== undefined && version === modelCalled(context, judge)?.get('version')?.value)
  );
}
