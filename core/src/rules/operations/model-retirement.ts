import { daysBetween, inDays } from '../../dates.ts';
import type { Model } from '../../spec/types.generated.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, sentence, verdict } from '../subject.ts';
import { isHosted } from '../traits.ts';

export const modelRetirement = defineRequirement({
  id: 'model-retirement',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'models that a provider runs',
  severity: ['off', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Azure OpenAI: at least 60 days of notice before a released model retires',
  summary: 'For every model of a provider it is known when it retires and what follows.',
  why: 'On the day of retirement every call fails. A successor needs weeks of evaluation, and its answers differ.',
  hollow: [
    'a day that has passed',
    'a retirement less than 90 days away without the version that follows',
    'a decision on the successor that comes after the retirement',
    'a successor that is the same version',
    'a decision by an owner who has left by then',
  ],
  toFix:
    'Look up the retirement in the list of the provider and plan the choice of a successor some months before it. Once it is chosen, write its version.',
  examples: [
    {
      bad: `
models:
  answer-llm:
  ^^^^^^^^^^ model-retirement
    role: generate
    provider: azure-openai
`,
      good: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    retires: 2027-04-14
    successor:
      decide_by: 2027-01-31
`,
      fixed: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    retires: TODO e.g. 2027-04-14
    successor:
      decide_by: TODO e.g. 2027-01-31
`,
    },
    {
      bad: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    retires: 2027-01-15
             ^^^^^^^^^^ model-retirement
    successor:
      decide_by: 2026-12-20
`,
      good: `
models:
  answer-llm:
    role: generate
    provider: azure-openai
    retires: 2027-01-15
    successor:
      version: gpt-5-2026-08-07
`,
    },
  ],

  *assess(context) {
    for (const model of each(context, ['models'], context.spec.get('models'))) {
      if (isHosted(model.value)) yield* verdict(model, faults(context, model));
    }
  },
});

function* faults(context: Context, model: Subject<Model>): Generator<Fault | undefined> {
  const { asOf, numbers } = context;
  const successor = model.value.get('successor');
  const next = successor?.entry('version') === undefined ? 'successor.decide_by' : 'successor.version';
  yield* lacking(context, model, ['retires', next], 'when it retires and what follows');

  const version = model.value.get('version')?.value;
  const follows = successor?.get('version');
  yield hollow(
    follows,
    (one) => one === version,
    (one) => `"${one}" is the version that retires.`,
  );

  const retires = model.value.get('retires');
  if (retires === undefined) return;
  const left = daysBetween(asOf, retires.value);
  if (left < 0) {
    const reason = `${sentence(model.name)} retired on ${retires.value}, ${inDays(-left)} ago.`;
    yield { at: retires, state: 'stale', reason };
    return;
  }
  const decideBy = successor?.get('decide_by');
  const owner = model.value.get('owner')?.value;
  const until = owner === undefined ? undefined : context.spec.get('owners')?.get(owner)?.get('until')?.value;
  if (follows !== undefined) return;
  if (decideBy !== undefined && decideBy.value >= retires.value) {
    const reason = `The successor is decided by ${decideBy.value}, but ${model.id} retires on ${retires.value}.`;
    yield { at: decideBy, state: 'contradicted', reason };
  } else if (decideBy !== undefined && decideBy.value < asOf) {
    const reason = `The successor was to be decided by ${decideBy.value}, ${inDays(daysBetween(decideBy.value, asOf))} ago, and \`version\` does not name it.`;
    yield { at: decideBy, state: 'stale', reason };
  } else if (decideBy !== undefined && until !== undefined && until < decideBy.value) {
    const reason = `The successor is decided by ${decideBy.value}, but its owner \`${owner}\` leaves on ${until}.`;
    yield { at: decideBy, state: 'contradicted', reason };
  } else if (decideBy !== undefined && left < numbers.successorNotice) {
    const reason = `Retires in ${inDays(left)}, and no version follows it yet; ${numbers.successorNotice} days before it one is named.`;
    yield { at: retires, state: 'hollow', reason };
  }
}
