import type { Change } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { kindsOfChange } from '../kinds-of-change.ts';
import type { Proof } from '../proof.ts';
import { gateProofs } from '../proofs/gate-proofs.ts';
import { testProofs } from '../proofs/workflow-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, isEnough, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['operations', 'changes'] as const;
const asked = ['tested_by', 'approver', 'rollout'];

/** A person, or nothing that a workflow could be: it has neither a folder, nor an extension, nor a section. */
const byHand = anyCase(/\bmanual|\bby[-_ ]hand\b|^(?!https:)[^/.#]+$/);
const atOnce = anyCase(/\b(?:at once|big bang|everyone|everybody|all users|immediate(?:ly)?|in one go)\b|^100 ?%/);

export const changeProcess = defineRequirement({
  id: 'change-process',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'every kind of change that the contents of the spec allow for, from pre-production on',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references:
    'AWS Generative AI Lens GENOPS04; ML Test Score Infra 6 (canary); Azure Well-Architected, AI workloads: safe deployment',
  summary: 'Every kind of change this system can have is tested by a job, approved by somebody, and let out in steps.',
  why: 'A word in a prompt changes every answer, and it looks too small to test. The kind of change without a process is the one that goes out on a Friday.',
  hollow: [
    'tested by hand',
    'a kind of change that the spec contains and nobody listed',
    'everybody at once, for a critical system',
    'a workflow that is not there, starts by hand only, or does not fail with what it runs',
  ],
  toFix:
    'For each kind of change name the job that tests it, the person or team that lets it out, and the steps in which it reaches users.',
  examples: [
    {
      bad: `
prompts:
  answer-prompt:
    path: prompts/answer.md
models:
  answer-llm:
    role: generate
operations:
  changes:
  ^^^^^^^ change-process
    prompt:
      tested_by: by hand
                 ^^^^^^^ change-process
      approver: claims-ops
      rollout: 10% for 24h
`,
      good: `
prompts:
  answer-prompt:
    path: prompts/answer.md
models:
  answer-llm:
    role: generate
operations:
  changes:
    prompt:
      tested_by: evaluation.gate
      approver: claims-ops
      rollout: 10% for 24h
    model:
      tested_by: .github/workflows/eval.yml
      approver: claims-ops
      rollout: 10% for 7d
`,
    },
    {
      bad: `
models:
  answer-llm:
    role: generate
operations:
  changes:
    model:
    ^^^^^ change-process
      approver: claims-ops
`,
      good: `
models:
  answer-llm:
    role: generate
operations:
  changes:
    model:
      tested_by: evaluation.gate
      approver: claims-ops
      rollout: 10% for 7d
`,
    },
  ],

  *assess(context) {
    const changes = context.spec.get('operations')?.get('changes');
    const given = each(context, section, changes);
    const place = part(context, section, changes);
    if (given.length === 0 && kindsOfChange(context).length === 0) return;
    yield* verdict(place, [withoutProcess(context, place, given)]);
    for (const change of given) {
      const faults = [
        ...lacking(context, change, asked, 'how it is tested, approved and let out'),
        hollow(
          change.value.get('tested_by'),
          byHand,
          (who) => `"${who}" is no job that runs by itself: under pressure it is left out.`,
        ),
        context.traits.critical
          ? hollow(
              change.value.get('rollout'),
              inOneStep,
              (how) => `"${how}" hits everybody with the first mistake, and the system is critical.`,
            )
          : undefined,
      ];
      yield* verdict(change, faults, proofs(context, change));
    }
  },
});

/** What the job that tests a change shows of itself. */
function* proofs(context: Context, { id, value }: Subject<Change>): Generator<Proof> {
  const tested = value.get('tested_by');
  if (tested === undefined || byHand.test(tested.value)) return;
  if (tested.value !== 'evaluation.gate') {
    const isOfSource = each(context, ['sources'], context.spec.get('sources')).some(
      (source) =>
        source.value.get('status')?.value === 'connected' &&
        source.value.get('tested')?.get('proof')?.value === tested.value,
    );
    for (const [index, proof] of [...testProofs(context, tested, id)].entries()) {
      // What is wrong with the tests of a source is told there, once.
      const isTold = isOfSource && index === 0 && !isEnough(proof);
      yield isTold ? { ...proof, state: 'linked', reach: 'linked', fix: undefined, lacks: undefined } : proof;
    }
    return;
  }
  const { own, byKind } = gateProofs(context);
  for (const proof of [...own, byKind.get(id)]) {
    if (proof === undefined) continue;
    // What is wrong with the gate is told there, once.
    const told = !isEnough(proof);
    const { reason, facts } = proof;
    yield told
      ? { at: tested, state: 'linked', reach: 'linked', reason, facts }
      : { ...proof, at: tested, fix: undefined };
  }
}

function withoutProcess(
  context: Context,
  place: Pick<Subject, 'at'>,
  given: readonly Subject<Change>[],
): Fault | undefined {
  const absent = kindsOfChange(context).filter(({ kind }) => !given.some(({ id }) => id === kind));
  if (absent.length === 0) return undefined;
  const list = absent.map(({ kind, because }) => `\`${kind}\` (${because})`).join(', ');
  const insert = absent.flatMap(({ kind }) => skeleton([...section, kind], asked));
  return {
    at: place.at,
    state: 'missing',
    reason: `Nothing says how these changes are tested and let out: ${list}.`,
    insert,
  };
}

function inOneStep(rollout: string): boolean {
  return atOnce.test(rollout) && !/\b[1-9]\d? ?%|\b(?:canary|shadow|step|stages?|then)\b/i.test(rollout);
}
