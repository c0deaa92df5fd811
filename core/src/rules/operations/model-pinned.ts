import { describedVersion } from '../proofs/model-described.ts';
import { trainedPeriod } from '../proofs/trained-period.ts';
import { defineRequirement } from '../rule.ts';
import { each, hollow, lacking, verdict } from '../subject.ts';
import { inexact } from '../versions.ts';

export const modelPinned = defineRequirement({
  id: 'model-pinned',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'systems that use a model',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['models.*.card'],
  references: 'AWS Generative AI Lens GENREL04-BP02; Digital Operational Resilience Act (EU)',
  summary: 'Every model is named by one exact version.',
  why: 'A name such as latest gets another model behind it one day. Answers change, nothing in the repository did, and no test ran.',
  hollow: [
    'a name that moves: `latest`, `main`, `stable`',
    'the name of a family without a date',
    'a range of versions',
    'a name without any version',
    'a card that states another version, or other days that the training data is of',
  ],
  toFix:
    'Write the version that the provider or the registry lists, with its date or revision. Use the same one in the deployment configuration, and in the model card or bill of materials that `card` names.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
    version: gpt-4.1
             ^^^^^^^ model-pinned
`,
      good: `
models:
  answer-llm:
    role: generate
    version: gpt-4.1-2025-04-14
`,
    },
    {
      bad: `
models:
  fraud-score:
  ^^^^^^^^^^^ model-pinned
    role: predict
`,
      good: `
models:
  fraud-score:
    role: predict
    version: 2026.10.1+3f9c2ad
`,
      fixed: `
models:
  fraud-score:
    role: predict
    version: TODO e.g. gpt-4.1-2025-04-14
`,
    },
  ],

  *assess(context) {
    for (const model of each(context, ['models'], context.spec.get('models'))) {
      const faults = [
        ...lacking(context, model, ['version'], 'which version it is'),
        hollow(
          model.value.get('version'),
          (version) => inexact(String(version)) !== undefined,
          (version) => `"${version}" ${inexact(String(version))}.`,
        ),
      ];
      yield* verdict(model, faults, [...describedVersion(context, model), ...trainedPeriod(context, model)]);
    }
  },
});
