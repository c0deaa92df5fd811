import type { Insertion } from '../../assessment.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { ownsPath } from '../proofs/path-owner.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

/** Who sells models. A vendor answers tickets; it does not look after your prompt. */
const vendors: readonly string[] = [
  ...[
    'vendor',
    'provider',
    'openai',
    'azureopenai',
    'microsoft',
    'anthropic',
    'google',
    'googlevertex',
    'aws',
    'awsbedrock',
    'amazon',
  ],
  ...['mistral', 'mistralai', 'cohere', 'meta', 'huggingface'],
];

export const promptAndModelOwner = defineRequirement({
  id: 'prompt-and-model-owner',
  area: 'ownership',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'systems with a language model or a model that predicts',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q6'],
  references: 'AWS Generative AI Lens GENREL04: catalogue of prompts and models',
  summary: 'Every prompt and every model has an owner of your own who is still here after launch.',
  why: 'Providers retire models and users change how they ask. A prompt that belongs to nobody stays as it was on launch day.',
  hollow: [
    'the vendor',
    'an owner who leaves before launch',
    'an owner to whom CODEOWNERS or OWNERS does not give the file',
  ],
  toFix:
    'Give every prompt and every model to a team of your own that stays; usually it is the one that runs the system.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    owner: azure-openai
           ^^^^^^^^^^^^ prompt-and-model-owner
prompts:
  answer-prompt:
  ^^^^^^^^^^^^^ prompt-and-model-owner
    path: prompts/answer.md
owners:
  azure-openai:
    team: Azure OpenAI
`,
      good: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    owner: claims-ops
prompts:
  answer-prompt:
    path: prompts/answer.md
    owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
`,
    },
    {
      bad: `
prompts:
  answer-prompt:
  ^^^^^^^^^^^^^ prompt-and-model-owner
    path: prompts/answer.md
models:
  answer-llm:
    role: generate
    owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
operations:
  run_owner: claims-ops
`,
      good: `
prompts:
  answer-prompt:
    path: prompts/answer.md
    owner: claims-ops
models:
  answer-llm:
    role: generate
    owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
`,
      fixed: `
prompts:
  answer-prompt:
    path: prompts/answer.md
    owner: TODO owner id, perhaps claims-ops
models:
  answer-llm:
    role: generate
    owner: claims-ops
owners:
  claims-ops:
    team: Claims Platform Operations
operations:
  run_owner: claims-ops
`,
    },
  ],

  *assess(context) {
    const { spec, traits } = context;
    if (!traits.llm && !traits.model) return;
    const models = each(context, ['models'], spec.get('models'));
    if (models.length === 0) yield* verdict(part(context, ['models'], spec.get('models')), [noModel(context)]);
    for (const model of models) {
      const owner = model.value.get('owner');
      const code = model.value.get('training')?.get('reproduce');
      yield* verdict(model, faults(context, model, owner, model.value.get('provider')?.value), [
        ownsPath(context, owner, code),
      ]);
    }
    if (!traits.llm) return;
    for (const prompt of each(context, ['prompts'], spec.get('prompts'))) {
      const owner = prompt.value.get('owner');
      yield* verdict(prompt, faults(context, prompt, owner, undefined), [
        ownsPath(context, owner, prompt.value.get('path')),
      ]);
    }
  },
});

function noModel(context: Context): Fault {
  const { at } = part(context, ['models'], undefined);
  const reason = 'The spec names no model, so nobody looks after one: `models` is missing.';
  return {
    at,
    state: 'missing',
    reason,
    insert: skeleton(['models', 'todo-model'], ['role', 'provider', 'version', 'owner']),
  };
}

function* faults(
  context: Context,
  subject: Pick<Subject, 'name' | 'path' | 'at'>,
  owner: Scalar | undefined,
  provider: string | undefined,
): Generator<Fault | undefined> {
  const owners = context.spec.get('owners');
  for (const fault of lacking(context, subject, ['owner'], 'who looks after it')) {
    yield { ...fault, insert: fault.insert && suggested(context, fault.insert) };
  }

  const team = owner && owners?.get(owner.value)?.get('team')?.value;
  const sellers = [...vendors, plain(provider ?? '')].filter((name) => !['', 'own', 'selfhosted'].includes(name));
  yield hollow(
    owner,
    (id) => sellers.includes(plain(id)) || sellers.includes(plain(team ?? '')),
    (id) => `\`${id}\` is the vendor; who here looks after ${subject.name}?`,
  );

  const until = owner && owners?.get(owner.value)?.get('until')?.value;
  const launch = context.spec.get('system')?.get('launch')?.value;
  if (until === undefined || launch === undefined) return;
  yield hollow(
    owner,
    () => until < launch,
    (id) => `\`${id}\` leaves on ${until}, before launch on ${launch}.`,
  );
}

/** The run owner is a good guess, and a guess only. */
function suggested(context: Context, insertions: readonly Insertion[]): readonly Insertion[] {
  const run = context.spec.get('operations')?.get('run_owner')?.value;
  return run === undefined ? insertions : insertions.map((one) => ({ ...one, draft: `TODO owner id, perhaps ${run}` }));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
