import { durationSeconds } from '../../dates.ts';
import type { EvaluationLoadTest, System } from '../../spec/types.generated.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { loadProofs, perMinute } from '../proofs/held-load.ts';
import { trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

export const loadTested = defineRequirement({
  id: 'load-tested',
  area: 'system',
  rank: 'recommended',
  gap: 'observability',
  severity: ['warning', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: 'Google SRE: launch checklist; AWS Generative AI Lens GENPERF02-BP01',
  summary: 'The load of production is known, and from pre-production on a test has shown that the system holds it.',
  why: 'A dozen pilot users never met the rate limit of the provider. The first busy Monday meets it, and a case that is one in a thousand comes every day.',
  hollow: [
    'a load of 0',
    'a peak below the average minute of the day',
    'a test below the peak',
    'a test against a mock',
    'another rate, latency or day than the report shows',
    'a test in which 95% of the requests took longer than the objective allows',
    'a test in which more requests failed than the promised availability leaves',
  ],
  toFix:
    'Estimate requests a day and in the busiest minute from how often people do the task today. Then put that minute on a system with the real provider behind it, and keep the report. Rate, latency and failures are read from reports of k6, Locust, Artillery, Vegeta and JMeter.',
  examples: [
    {
      bad: `
system:
  users:
    count: 180
  load:
    per_day: 4000
    peak_per_minute: 25
evaluation:
  load_test:
    rate: 20/min
          ^^^^^^ load-tested
    p95: 9s
         ^^ load-tested
    date: 2026-09-22
    against: staging
    proof: load/2026-09-22.json
operations:
  slo:
    p95_latency: 8s
`,
      good: `
system:
  users:
    count: 180
  load:
    per_day: 4000
    peak_per_minute: 25
evaluation:
  load_test:
    rate: 60/min
    p95: 5.1s
    date: 2026-09-22
    against: staging
    proof: load/2026-09-22.json
operations:
  slo:
    p95_latency: 8s
`,
    },
    {
      bad: `
system:
  users:
    count: 180
  load:
  ^^^^ load-tested
    per_day: 4000
`,
      good: `
system:
  users:
    count: 180
  load:
    per_day: 4000
    peak_per_minute: 25
`,
      fixed: `
system:
  users:
    count: 180
  load:
    per_day: 4000
    peak_per_minute: TODO e.g. 25
`,
      stage: 'pilot',
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    yield* verdict(system, loadFaults(context, system));

    const test = part(context, ['evaluation', 'load_test'], context.spec.get('evaluation')?.get('load_test'));
    const faults = [...testFaults(context, test)];
    yield* verdict(
      test,
      faults.map((fault): Fault | undefined => fault && { ...fault, from: 'pre-production' }),
      // What is there and proves less is enough until proof is asked.
      loadProofs(context, test).map((proof) =>
        proof.state === 'linked' ? proof : { ...proof, from: 'pre-production' as const },
      ),
    );
  },
});

function* loadFaults(context: Context, system: Subject<System>): Generator<Fault | undefined> {
  yield* lacking(
    context,
    system,
    ['users.count', 'load.per_day', 'load.peak_per_minute'],
    'how much production will bring',
  );
  const load = system.value.get('load');
  const perDay = load?.get('per_day');
  const peak = load?.get('peak_per_minute');
  yield nothing(system.value.get('users')?.get('count'), 'users');
  yield nothing(perDay, 'requests a day');
  const average = (perDay?.value ?? 0) / 1440;
  yield nothing(peak, 'requests in the busiest minute') ??
    hollow(
      peak,
      (count) => count < average,
      (count) =>
        `${perDay?.value} a day / 1440 minutes = ${trimmed(average, 1)} in an average minute; ${count} in the busiest one is less.`,
    );
}

function* testFaults(context: Context, test: Subject<EvaluationLoadTest>): Generator<Fault | undefined> {
  yield* lacking(context, test, ['rate', 'p95', 'date', 'proof'], 'what the system held, how fast, and when');
  const peak = context.spec.get('system')?.get('load')?.get('peak_per_minute')?.value ?? 0;
  yield hollow(
    test.value.get('rate'),
    (rate) => perMinute(rate) < peak || perMinute(rate) === 0,
    (rate) =>
      `${rate}${/min$/.test(rate) ? '' : ` = ${trimmed(perMinute(rate), 1)}/min`} was held, and the busiest minute brings ${peak}.`,
  );
  const objective = context.spec.get('operations')?.get('slo')?.get('p95_latency')?.value;
  yield hollow(
    test.value.get('p95'),
    (p95) => objective !== undefined && seconds(p95) > seconds(objective),
    (p95) => `${p95} for 95% of the requests under load, and the objective is ${objective}.`,
  );
  yield hollow(
    test.value.get('date'),
    (day) => day > context.asOf,
    (day) => `The day of the test, ${day}, lies ahead.`,
  );
  yield hollow(
    test.value.get('against'),
    (what) => what === 'mock',
    () => 'A mock has no limits: what the provider and the sources hold was not tested.',
  );
}

function nothing(count: Scalar<number> | undefined, what: string): Fault | undefined {
  return hollow(
    count,
    (value) => value === 0,
    () => `0 ${what} is not what production brings.`,
  );
}

function seconds(duration: string): number {
  return durationSeconds(duration) ?? 0;
}
