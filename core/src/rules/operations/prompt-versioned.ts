import { sameModel, sameVersion } from '../proofs/dated-record.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, skeleton, verdict } from '../subject.ts';
import { inexact } from '../versions.ts';

const asked = ['path', 'version', 'used_by'];

export const promptVersioned = defineRequirement({
  id: 'prompt-versioned',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'systems in which a model writes the answers',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['prompts.*.path'],
  references: 'AWS Generative AI Lens GENOPS03-BP01',
  summary: 'Every prompt is a file with a version, and it is known which model it is written for.',
  why: 'A prompt changed in a portal leaves no trace. When answers get worse nobody can say what changed, and nobody can go back.',
  hollow: [
    'a page of a portal',
    'a notebook',
    'a version that moves, such as `latest`',
    'a model that takes no prompt',
  ],
  toFix:
    'Put the prompt into a file of the repository, give it a version that the call log carries as well, and name the model it is written for.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: https://portal.acme.example/prompts/42
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prompt-versioned
    version: v31
    used_by: answer-llm
`,
      good: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
    version: v31
    used_by: answer-llm
`,
    },
    {
      bad: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
  ^^^^^^^^^^^^^ prompt-versioned
    path: prompts/answer.md
    used_by: answer-llm
`,
      good: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
    version: v31
    used_by: answer-llm
`,
      fixed: `
models:
  answer-llm:
    role: generate
prompts:
  answer-prompt:
    path: prompts/answer.md
    version: TODO e.g. v31
    used_by: answer-llm
`,
    },
  ],

  *assess(context) {
    const { spec, traits } = context;
    if (!traits.llm) return;
    const prompts = each(context, ['prompts'], spec.get('prompts'));
    if (prompts.length === 0) yield* verdict(part(context, ['prompts'], spec.get('prompts')), [noPrompt(context)]);
    for (const prompt of prompts) {
      const path = prompt.value.get('path');
      yield* verdict(
        prompt,
        [
          ...lacking(context, prompt, asked, 'which file it is, in which version and for which model'),
          hollow(
            path,
            /^https:/,
            () => 'A page has no history that this repository knows; the prompt is a file in it.',
          ),
          hollow(
            path,
            /\.ipynb(?:#.*)?$/,
            (file) => `"${file}" is a notebook: what runs in production is a copy of it.`,
          ),
          hollow(
            prompt.value.get('version'),
            (version) => /moves|range/.test(inexact(String(version)) ?? ''),
            (version) => `"${version}" ${inexact(String(version))}.`,
          ),
          takesNone(context, prompt.value.get('used_by')),
        ],
        [
          sameVersion(context, path, prompt.value.get('version')),
          sameModel(context, path, prompt.value.get('used_by')),
        ],
      );
    }
  },
});

function noPrompt(context: Context): Fault {
  const { at } = part(context, ['prompts'], undefined);
  const reason = 'A model writes the answers, and no prompt is named: `prompts` is missing.';
  return { at, state: 'missing', reason, insert: skeleton(['prompts', 'todo-prompt'], asked) };
}

/** Judges and rerankers take prompts, too. */
function takesNone(context: Context, usedBy: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const role = usedBy && context.spec.get('models')?.get(usedBy.value)?.get('role')?.value;
  if (role !== 'embed' && role !== 'predict') return undefined;
  const does = role === 'embed' ? 'embeds texts' : 'predicts from features';
  return {
    at: usedBy as NonNullable<typeof usedBy>,
    state: 'hollow',
    reason: `"${usedBy?.value}" ${does}: it takes no prompt.`,
  };
}
