import { daysBetween, durationSeconds, inDays } from '../../dates.ts';
import { liveMetrics } from '../alerts.ts';
import { trimmed } from '../proofs/precision.ts';
import { objectiveProofs } from '../proofs/slo-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const slaMeasurable = defineRequirement({
  id: 'sla-measurable',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'every system',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references: 'OpenSLO; Google SRE: service level objectives',
  summary: 'Users are promised an availability, a latency and a quality, each a number over a window that can be kept.',
  why: 'Without numbers every bad week ends in a dispute about whether it was one. A promise above what the provider keeps is broken by the provider.',
  hollow: [
    '`best effort`',
    '100%',
    'no window, or one so long that it is never over',
    'no objective for quality, or one on a metric of use',
    'an availability above what the dependencies keep together',
    'a latency below that of the model alone',
    'another target than the file that defines the objective has',
  ],
  toFix:
    'Take what the pilot measured and what providers promise, multiply the availabilities, and promise less than that. Tie the quality to a metric that is measured live.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
    limits:
      availability: 99.5%
sources:
  claim-record:
    via: api
    limits:
      availability: 99.9%
operations:
  slo:
    availability: 99.9%
                  ^^^^^ sla-measurable
    p95_latency: 8s
    quality:
      metric: groundedness-live
      min: 0.90
    window: 28d
`,
      good: `
models:
  answer-llm:
    role: generate
    limits:
      availability: 99.5%
sources:
  claim-record:
    via: api
    limits:
      availability: 99.9%
operations:
  slo:
    availability: 99.0%
    p95_latency: 8s
    quality:
      metric: groundedness-live
      min: 0.90
    window: 28d
`,
    },
    {
      bad: `
operations:
  slo:
  ^^^ sla-measurable
    availability: 99.0%
    p95_latency: 8s
`,
      good: `
operations:
  slo:
    availability: 99.0%
    p95_latency: 8s
    quality:
      metric: groundedness-live
      min: 0.90
    window: 28d
`,
      fixed: `
operations:
  slo:
    availability: 99.0%
    p95_latency: 8s
    quality:
      metric: TODO metric id
      min: TODO e.g. 0.88
    window: TODO e.g. 28d
`,
    },
  ],

  *assess(context) {
    const slo = part(context, ['operations', 'slo'], context.spec.get('operations')?.get('slo'));
    const quality = slo.value.get('quality');
    const bound =
      quality?.entry('max') !== undefined && quality.entry('min') === undefined ? 'quality.max' : 'quality.min';
    const availability = slo.value.get('availability');
    const faults = [
      ...lacking(
        context,
        slo,
        ['availability', 'p95_latency', 'quality.metric', bound, 'window'],
        'what users can count on',
      ),
      hollow(
        availability,
        (text) => share(text) === 1,
        () => '100% leaves no minute for any failure or release: nobody keeps it, so nobody heeds it.',
      ) ??
        hollow(
          availability,
          (text) => share(text) > together(context).share + 1e-9,
          (text) => `${text} is more than what it depends on allows together: ${together(context).sum}.`,
        ),
      notQuality(context, quality?.get('metric')),
      neverOver(context, slo.value.get('window')),
      tooFast(context, slo.value.get('p95_latency')),
    ];
    yield* verdict(slo, faults, objectiveProofs(context, slo.value));
  },
});

/** What answers a request: a judge scores afterwards, and training data is read beforehand. */
function together(context: Context): { readonly share: number; readonly sum: string } {
  const sources = each(context, ['sources'], context.spec.get('sources'))
    .filter(
      ({ value }) =>
        (value.get('status')?.value ?? 'connected') === 'connected' &&
        /^(?:api|features)$/.test(value.get('via')?.value ?? ''),
    )
    .map(({ id, value }) => ({ id, availability: value.get('limits')?.get('availability')?.value }));
  const models = each(context, ['models'], context.spec.get('models'))
    .filter(({ value }) => value.get('role')?.value !== 'judge')
    .map(({ id, value }) => ({ id, availability: value.get('limits')?.get('availability')?.value }));
  const known = [...sources, ...models].filter((one) => one.availability !== undefined);
  const product = known.reduce((result, { availability }) => result * share(availability ?? '100%'), 1);
  const factors = known.map(({ id, availability }) => `${availability} (${id})`).join(' × ');
  return { share: product, sum: known.length === 1 ? factors : `${factors} = ${trimmed(product * 100, 2)}%` };
}

/** Calls and drift say nothing about whether the outputs are good. */
function notQuality(context: Context, metric: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const kind = liveMetrics(context)
    .find(({ id }) => id === metric?.value)
    ?.value.get('kind')?.value;
  if (kind === undefined || kind === 'quality' || kind === 'retrieval') return undefined;
  return hollow(
    metric,
    () => true,
    (id) => `"${id}" measures ${kind}, not how good the outputs are.`,
  );
}

/** No answer is there before the model has answered. */
function tooFast(context: Context, latency: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const promised = durationSeconds(latency?.value ?? '');
  if (latency === undefined || promised === undefined) return undefined;
  const slower = each(context, ['models'], context.spec.get('models')).find(({ value }) => {
    const alone = durationSeconds(value.get('limits')?.get('p95')?.value ?? '') ?? 0;
    return /^(?:generate|predict)$/.test(value.get('role')?.value ?? '') && alone > promised;
  });
  if (slower === undefined) return undefined;
  const reason = `${latency.value} is less than ${slower.id} takes alone: ${slower.value.get('limits')?.get('p95')?.value}.`;
  return { at: latency, state: 'contradicted', reason };
}

/** Until the first window is over nobody can say that the promise was broken. */
function neverOver({ asOf, numbers, spec }: Context, window: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const launch = spec.get('system')?.get('launch')?.value;
  const days = (durationSeconds(window?.value ?? '') ?? 0) / 86_400;
  const running = launch === undefined ? 0 : Math.max(0, daysBetween(launch, asOf));
  return (
    hollow(
      window,
      () => days === 0,
      (text) => `A window of ${text} is over before it begins.`,
    ) ??
    hollow(
      window,
      () => days > numbers.longestObjectiveWindow && days > running,
      (text) =>
        `Nothing is judged before ${text} are over, and ${running === 0 ? 'it has not run yet' : `it has run for ${inDays(running)}`}.`,
    )
  );
}

function share(text: string): number {
  return Number(text.replace('%', '')) / 100;
}
