import type { Insertion } from '../../assessment.ts';
import type { Spec } from '../../spec/types.generated.ts';
import { watchedAlerts } from '../alerts.ts';
import { type Money, readMoney } from '../money.ts';
import { trimmed } from '../proofs/precision.ts';
import { budgetProofs } from '../proofs/run-limits.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

export const costBudget = defineRequirement({
  id: 'cost-budget',
  area: 'operations',
  rank: 'advanced',
  gap: 'operations',
  appliesTo: 'systems with a model that a provider runs',
  severity: ['off', 'warning', 'warning'],
  raised: {
    systems: 'systems that the public can use',
    applies: ({ exposure }) => exposure === 'public',
    severity: ['off', 'error', 'error'],
  },
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['operations.budget.enforced_by'],
  references: 'OWASP LLM10 (unbounded consumption); AWS Well-Architected: cost optimization',
  summary: 'A day and a call have a price, the expected load fits the day, and at some amount it stops by itself.',
  why: 'Use, loops and abuse are all paid by the token. Without a stop the bill tells, weeks later.',
  hollow: [
    'an amount without a currency, or in two currencies',
    'an amount of 0',
    'another amount in what stops it',
    'the load per day times the cost of a call is above the day',
    'a stop below what a normal day costs',
    'a cost alert that only fires above the stop',
  ],
  toFix:
    'Take the cost of a call from the bill of the pilot, multiply it with the load that production brings, and set the stop in the gateway or the cloud budget.',
  examples: [
    {
      bad: `
system:
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: azure-openai
operations:
  budget:
    per_day: 120 EUR
             ^^^^^^^ cost-budget
    per_call: 0.04 EUR
    stop_at: 300 EUR
`,
      good: `
system:
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: azure-openai
operations:
  budget:
    per_day: 180 EUR
    per_call: 0.04 EUR
    stop_at: 300 EUR
`,
    },
    {
      bad: `
system:
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: azure-openai
operations:
  budget:
  ^^^^^^ cost-budget
    per_call: 0.04 EUR
    stop_at: 300 EUR
`,
      good: `
system:
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: azure-openai
operations:
  budget:
    per_day: 180 EUR
    per_call: 0.04 EUR
    stop_at: 300 EUR
`,
      fixed: `
system:
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: azure-openai
operations:
  budget:
    per_day: TODO at least 160 EUR (4000 a day × 0.04 EUR)
    per_call: 0.04 EUR
    stop_at: 300 EUR
`,
    },
  ],

  *assess(context) {
    if (!context.traits.hosted) return;
    const budget = part(context, ['operations', 'budget'], context.spec.get('operations')?.get('budget'));
    yield* verdict(budget, faults(context, budget), budgetProofs(context, budget.value));
  },
});

type Budget = NonNullable<NonNullable<Spec['operations']>['budget']>;

function* faults(context: Context, budget: Subject<Budget>): Generator<Fault | undefined> {
  const amounts = (['per_day', 'per_call', 'stop_at'] as const).map((name) => budget.value.get(name));
  const [perDay, , stopAt] = amounts;
  const [day, call, stop] = amounts.map((node) => readMoney(node?.value));
  const needed = neededFor(context, call);
  for (const fault of lacking(
    context,
    budget,
    ['per_day', 'per_call', 'stop_at'],
    'what it may cost and where it stops',
  ))
    yield { ...fault, insert: fault.insert?.map((one) => withSum(one, needed)) };
  for (const node of amounts) {
    yield hollow(
      node,
      (text) => readMoney(text)?.amount === 0,
      (text) => `${text}: a provider is paid for every call.`,
    );
  }

  const currencies = [...new Set([day, call, stop].flatMap((money) => money?.currency ?? []))];
  const other = amounts.find((node) => node !== undefined && readMoney(node.value)?.currency !== currencies[0]);
  if (other !== undefined) {
    const reason = `The budget is in ${currencies.join(' and ')}, and no sum in one can be compared with the other.`;
    yield { at: other, state: 'hollow', reason };
  }
  if (perDay !== undefined && needed !== undefined && above(needed, day)) {
    const reason = `${perDay.value} does not pay for a normal day: ${needed.sum} = ${written(needed)}.`;
    yield { at: perDay, state: 'contradicted', reason };
  }
  if (stopAt !== undefined && above(day, stop)) {
    const reason = `It stops at ${stopAt.value}, before a normal day of ${perDay?.value} is over.`;
    yield { at: stopAt, state: 'contradicted', reason };
  }
  yield* lateAlerts(context, stop);
}

/** What the day costs at least, shown and not taken. */
function withSum(insertion: Insertion, needed: ReturnType<typeof neededFor>): Insertion {
  if (insertion.path.at(-1) !== 'per_day' || needed === undefined) return insertion;
  return { ...insertion, draft: `TODO at least ${written(needed)} (${needed.sum})` };
}

/** What the load of a day costs. */
function neededFor({ spec }: Context, call: Money | undefined): (Money & { readonly sum: string }) | undefined {
  const perDay = Number(spec.get('system')?.get('load')?.get('per_day')?.value ?? Number.NaN);
  if (call === undefined || !(perDay > 0)) return undefined;
  const { amount, currency } = call;
  return { amount: perDay * amount, currency, sum: `${perDay} a day × ${amount} ${currency}` };
}

/** An alert on the money of a day that lies beyond the stop is never heard. */
function* lateAlerts(context: Context, stop: Money | undefined): Generator<Fault> {
  if (stop === undefined) return;
  for (const { subject, metric } of watchedAlerts(context)) {
    const bound = subject.value.get('above');
    const daily = /^(?:24h|1d)$/.test(metric?.value.get('window')?.value ?? '');
    if (bound === undefined || !daily || !above(readMoney(String(bound.value)), stop)) continue;
    const reason = `"${subject.id}" fires above ${bound.value} a day, but at ${written(stop)} it stops: it never fires.`;
    yield { at: bound, state: 'contradicted', reason };
  }
}

function above(one: Money | undefined, other: Money | undefined): boolean {
  if (one === undefined || other === undefined || one.currency !== other.currency) return false;
  return one.amount > other.amount * (1 + 1e-9);
}

function written({ amount, currency }: Money): string {
  return `${trimmed(amount, 2)} ${currency}`;
}
