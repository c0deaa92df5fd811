import type { Model } from '../../spec/types.generated.ts';
import { quoted, someOf } from '../../spec/words.ts';
import { once } from '../once.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, skeleton, verdict } from '../subject.ts';
import { isHosted } from '../traits.ts';

const asked = ['region', 'training', 'retention', 'agreement'];

export const providerDataUse = defineRequirement({
  id: 'provider-data-use',
  area: 'governance',
  rank: 'recommended',
  gap: 'governance',
  appliesTo: 'systems that send data above public to a model of a provider',
  severity: ['warning', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['models.*.data_use.agreement'],
  hollow: [
    'unknown',
    'a provider that trains on confidential or personal data',
    'no training, and no agreement that says so',
  ],
  toFix:
    'Read the contract with the provider, or ask whoever signed it: where requests are processed, whether they train on them, how long they keep them. Name the paper.',
  references: 'OWASP LLM02; NIST AI 600-1: value chain; ISO/IEC 42001 A.10',
  summary:
    'For each model of a provider it is known what the provider does with the data, and which agreement says so.',
  why: 'What a provider has trained on cannot be called back. Terms differ between the console of the pilot and the contract of production.',
  examples: [
    {
      bad: `
sources:
  letters:
    data:
      class: confidential
models:
  answer-llm:
    provider: azure-openai
    data_use:
    ^^^^^^^^ provider-data-use
      region: eu
      training: provider
                ^^^^^^^^ provider-data-use
      retention: 30d
`,
      good: `
sources:
  letters:
    data:
      class: confidential
models:
  answer-llm:
    provider: azure-openai
    data_use:
      region: eu
      training: none
      retention: 0d
      agreement: legal/dpa-azure.pdf
`,
    },
    {
      bad: `
sources:
  policies:
    data:
      class: internal
models:
  answer-llm:
  ^^^^^^^^^^ provider-data-use
    provider: azure-openai
`,
      good: `
sources:
  policies:
    data:
      class: public
      personal: none
models:
  answer-llm:
    provider: azure-openai
`,
      fixed: `
sources:
  policies:
    data:
      class: internal
models:
  answer-llm:
    provider: azure-openai
    data_use:
      region: TODO e.g. eu
      training: TODO none | provider
      retention: TODO e.g. 0d
      agreement: TODO e.g. legal/dpa-azure.pdf
`,
    },
  ],

  *assess(context) {
    const { notPublic, guarded } = data(context);
    if (notPublic.length === 0) return;
    for (const model of each(context, ['models'], context.spec.get('models'))) {
      if (!isHosted(model.value)) continue;
      const noPaper = promisedOnly(model);
      const fields = (noPaper ? asked.filter((name) => name !== 'agreement') : asked).map((name) => `data_use.${name}`);
      yield* verdict(model, [
        ...lacking(context, model, fields, 'what the provider does with the data'),
        noPaper,
        hollow(
          model.value.get('data_use')?.get('training'),
          (by) => by === 'provider' && guarded.length > 0,
          () => `The provider trains on what it gets, which is ${someOf(guarded)}: it cannot be called back.`,
        ),
      ]);
    }
  },
});

/** That it does not train is said, and no paper says it. */
function promisedOnly(model: Subject<Model>): Fault | undefined {
  const use = model.value.get('data_use');
  const training = use?.get('training');
  if (training?.value !== 'none' || use?.entry('agreement') !== undefined) return undefined;
  return {
    at: training,
    state: 'hollow',
    reason: `No agreement says that the provider does not train on the data: \`data_use.agreement\` is missing.`,
    insert: skeleton(model.path, ['data_use.agreement']),
  };
}

/** The sources whose data is more than public, and those whose data may not leave for good. */
const data = once((context: Context) => {
  const notPublic: string[] = [];
  const guarded: string[] = [];
  for (const { id, value } of each(context, ['sources'], context.spec.get('sources'))) {
    if (value.get('status')?.value === 'dropped') continue;
    const level = value.get('data')?.get('class')?.value ?? 'public';
    const personal = value.get('data')?.get('personal')?.value ?? 'none';
    const isGuarded = level === 'confidential' || level === 'restricted';
    if (level !== 'public' || personal !== 'none') notPublic.push(id);
    if (isGuarded || personal !== 'none') guarded.push(`${quoted(id)} (${isGuarded ? level : about[personal]})`);
  }
  return { notPublic, guarded };
});

const about: Readonly<Record<string, string>> = { personal: 'personal data', special: 'special personal data' };
