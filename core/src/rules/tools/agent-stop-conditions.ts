import { durationSeconds } from '../../dates.ts';
import { readThreshold } from '../proofs/precision.ts';
import { limitProofs } from '../proofs/run-limits.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const agentStopConditions = defineRequirement({
  id: 'agent-stop-conditions',
  area: 'tools',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'agents, and systems with tools',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['operations.run_limits.enforced_by'],
  references: 'AWS Generative AI Lens GENCOST05-BP01 and GENREL03-BP02; OWASP LLM10',
  summary: 'A run stops by itself: after so many steps, so much time and so much money.',
  why: 'A model that calls tools in a loop does not notice that it is lost. It goes on until the budget of the month is gone or somebody looks.',
  hollow: [
    'more than 50 steps',
    '0 of anything',
    'a run that may cost more than the budget of a day',
    'other numbers in the code that runs the agent',
  ],
  toFix:
    'Look at the longest useful runs of the pilot and set each limit a little above them; put the same numbers into the code that runs the agent.',
  examples: [
    {
      bad: `
tools:
  book-callback:
    effect: write
operations:
  run_limits:
    max_steps: 200
               ^^^ agent-stop-conditions
    max_duration: 60s
`,
      good: `
tools:
  book-callback:
    effect: write
operations:
  run_limits:
    max_steps: 12
    max_duration: 60s
`,
    },
    {
      bad: `
system:
  type: agent
models:
  planner-llm:
    role: generate
    provider: azure-openai
operations:
^^^^^^^^^^ agent-stop-conditions
  run_owner: claims-ops
`,
      good: `
system:
  type: agent
models:
  planner-llm:
    role: generate
    provider: azure-openai
operations:
  run_owner: claims-ops
  run_limits:
    max_steps: 12
    max_duration: 60s
    max_cost: 0.50 EUR
`,
      fixed: `
system:
  type: agent
models:
  planner-llm:
    role: generate
    provider: azure-openai
operations:
  run_owner: claims-ops
  run_limits:
    max_steps: TODO e.g. 12
    max_duration: TODO e.g. 60s
    max_cost: TODO e.g. 0.50 EUR
`,
    },
  ],

  *assess(context) {
    const { numbers, spec, traits } = context;
    if (!traits.agent) return;
    const limits = part(context, ['operations', 'run_limits'], spec.get('operations')?.get('run_limits'));
    const steps = limits.value.get('max_steps');
    yield* verdict(
      limits,
      [
        ...lacking(
          context,
          limits,
          // A model of one's own costs the same whether it runs or not.
          traits.hosted ? ['max_steps', 'max_duration', 'max_cost'] : ['max_steps', 'max_duration'],
          'when a run stops by itself',
        ),
        hollow(
          steps,
          (count) => count > numbers.mostAgentSteps,
          (count) => `${count} steps: a run that takes more than ${numbers.mostAgentSteps} has lost its way.`,
        ),
        hollow(
          steps,
          (count) => count === 0,
          () => '0 steps are no run.',
        ),
        hollow(
          limits.value.get('max_duration'),
          (duration) => durationSeconds(duration) === 0,
          (duration) => `${duration} is no time to run.`,
        ),
        beyondBudget(context, limits.value.get('max_cost')),
      ],
      limitProofs(context, limits.value),
    );
  },
});

function beyondBudget({ spec }: Context, cost: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const budget = spec.get('operations')?.get('budget');
  const day = budget?.get('stop_at')?.value ?? budget?.get('per_day')?.value;
  const [run, all] = [cost?.value, day].map((money) => (money === undefined ? undefined : readThreshold(money)));
  return hollow(
    cost,
    () => run !== undefined && all !== undefined && run.unit === all.unit && run.value > all.value,
    (money) => `One run may cost ${money}, and all runs of a day together ${day}.`,
  );
}
