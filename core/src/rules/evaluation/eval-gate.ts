import type { EvaluationGate } from '../../spec/types.generated.ts';
import { kindsOfChange } from '../kinds-of-change.ts';
import { gateProofs } from '../proofs/gate-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, keyAt, lacking, part, type Subject, verdict } from '../subject.ts';

const section = ['evaluation', 'gate'] as const;

/** Nothing that runs by itself: a person, a page of instructions, a notebook. */
const byHand =
  /\bmanual|\bby[-_ ]hand\b|\bworkflow_dispatch\b|\.(?:md|rst|txt|pdf|docx?|xlsx?|ipynb)(?:#.*)?$|^(?:[a-z][a-z-]*(?<!file)|[^/.#:]+ [^/.#:]+)$/;

/** These change what is answered, whoever tests them besides. */
const always: ReadonlySet<string> = new Set(['prompt', 'model', 'index', 'features']);

export const evalGate = defineRequirement({
  id: 'eval-gate',
  area: 'evaluation',
  rank: 'core',
  gap: 'evaluation',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: 'AWS Generative AI Lens GENOPS04-BP02; Azure Well-Architected, AI workloads: gates in the pipeline',
  summary:
    'A job evaluates every kind of change that this system has, and stops the merge or the deployment if it fails.',
  why: 'An evaluation that somebody starts by hand is left out in the week before a deadline. One word in a prompt then reaches every user untested.',
  hollow: [
    'a run by hand, a runbook or a notebook in place of a job',
    'a kind of change that exists here, and does not start the job',
    'a change that names the gate as its test, while the gate does not run for it',
    'a workflow that starts by hand or after the merge, that may fail, or that path filters keep from starting',
    'a step that compares with the thresholds and cannot fail its job, a linter in its place, a deployment before it',
  ],
  toFix:
    'Let a CI workflow run the evaluation on each kind of change, and make it a required check before the merge or a step before the deployment.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
evaluation:
  gate:
    job: .github/workflows/eval.yml
    runs_when:
    ^^^^^^^^^ eval-gate
      - model
    blocks: merge
`,
      good: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
evaluation:
  gate:
    job: .github/workflows/eval.yml
    runs_when:
      - model
      - prompt
    blocks: merge
`,
    },
    {
      bad: `
evaluation:
  gate:
  ^^^^ eval-gate
    job: runbooks/evaluate-before-release.md
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eval-gate
`,
      good: `
evaluation:
  gate:
    job: .github/workflows/eval.yml
    runs_when:
      - prompt
    blocks: merge
`,
      fixed: `
evaluation:
  gate:
    job: runbooks/evaluate-before-release.md
    runs_when:
      - TODO prompt | model | index | connector | tool | features
    blocks: TODO merge | deploy
`,
    },
  ],

  *assess(context) {
    const gate = part(context, section, context.spec.get('evaluation')?.get('gate'));
    const { own, byKind } = gateProofs(context);
    const faults = [
      ...lacking(context, gate, ['job', 'runs_when', 'blocks'], 'which job stops a change that makes things worse'),
      hollow(
        gate.value.get('job'),
        byHand,
        (job) => `"${job}" does not run by itself: in the week that matters nobody thinks of it.`,
      ),
      notStarted(context, gate),
    ];
    yield* verdict(gate, faults, [...own, ...byKind.values()]);
  },
});

function notStarted(context: Context, gate: Subject<EvaluationGate>): Fault | undefined {
  const starts = (gate.value.get('runs_when')?.items ?? []).flatMap((kind) => kind?.value ?? []);
  if (starts.length === 0) return undefined; // Missing, or still to be filled in.
  const given = new Set<string>(starts);
  const absent = kindsOfChange(context).filter(({ kind }) => always.has(kind) && !given.has(kind));
  const promised = testedHere(context).filter((kind) => !given.has(kind) && !absent.some((one) => one.kind === kind));
  if (absent.length + promised.length === 0) return undefined;
  const list = [
    ...absent.map(({ kind, because }) => `\`${kind}\` (${because})`),
    ...promised.map((kind) => `\`${kind}\` (\`operations.changes.${kind}\` is tested by this gate)`),
  ].join(', ');
  return {
    at: keyAt(context, [...section, 'runs_when']),
    state: absent.length > 0 ? 'hollow' : 'contradicted',
    reason: `The gate runs for ${starts.join(', ')}, but not for these changes: ${list}.`,
  };
}

function testedHere(context: Context): string[] {
  const path = ['operations', 'changes'] as const;
  return each(context, path, context.spec.get('operations')?.get('changes'))
    .filter(({ value }) => value.get('tested_by')?.value === 'evaluation.gate')
    .map(({ id }) => id);
}
