import type { Scalar } from '../../yaml/tree.ts';
import { type Dependency, dependencies } from '../dependencies.ts';
import { availabilityProofs } from '../proofs/data-contract.ts';
import { trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, verdict } from '../subject.ts';

export const sourceLimits = defineRequirement({
  id: 'source-limits',
  area: 'sources',
  rank: 'recommended',
  gap: 'integration',
  appliesTo: 'connected sources behind an API, and models that a provider runs',
  severity: ['warning', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['(Q1)'],
  hollow: [
    'no limit at all: "none", "unlimited", 0/min',
    'a limit below the peak times the calls that one request makes',
    'a token quota below what these calls take',
    'an availability of 100%',
  ],
  toFix:
    'Ask the provider or the API gateway for the quota and write it down. Where the peak does not fit, have it raised or make fewer calls; where a request makes fewer calls here than elsewhere, say so in `load.calls_per_request`.',
  references: 'Google SRE: launch checklist (capacity, rate limits); AWS Generative AI Lens GENOPS02-BP03',
  summary: 'Every API and every hosted model says how many requests it takes, and the peak of production fits in.',
  why: 'A pilot never meets a rate limit. In production the busiest minute is refused, which is the minute in which most people wait.',
  examples: [
    {
      bad: `
system:
  load:
    peak_per_minute: 180
    calls_per_request: 3
models:
  answer-llm:
    provider: azure-openai
    limits:
      rate: 400/min
            ^^^^^^^ source-limits
`,
      good: `
system:
  load:
    peak_per_minute: 180
    calls_per_request: 3
models:
  answer-llm:
    provider: azure-openai
    limits:
      rate: 600/min
`,
    },
    {
      bad: `
system:
  load:
    peak_per_minute: 25
    calls_per_request: 2
sources:
  claim-record:
  ^^^^^^^^^^^^ source-limits
    status: connected
    via: api
`,
      good: `
system:
  load:
    peak_per_minute: 25
    calls_per_request: 2
sources:
  claim-record:
    status: connected
    via: api
    limits:
      rate: 300/min
`,
      fixed: `
system:
  load:
    peak_per_minute: 25
    calls_per_request: 2
sources:
  claim-record:
    status: connected
    via: api
    limits:
      rate: TODO at least 50/min by the load
`,
    },
  ],

  *assess(context) {
    for (const one of dependencies(context)) {
      const proofs = one.path[0] === 'sources' ? availabilityProofs(context, one.id) : [];
      yield* verdict(one, faults(context, one), proofs);
    }
  },
});

function* faults(context: Context, one: Dependency): Generator<Fault | undefined> {
  const limits = one.value.get('limits');
  const atPeak = demand(context, one, 'min');
  for (const fault of lacking(context, one, ['limits.rate'], 'how many requests it takes')) {
    const draft = `TODO at least ${trimmed(atPeak?.count ?? 0, 1)}/min by the load`;
    yield atPeak === undefined
      ? fault
      : { ...fault, insert: fault.insert?.map((insertion) => ({ ...insertion, draft })) };
  }

  const rate = limits?.get('rate');
  yield hollow(rate, /^0+(?:\.0+)?\//, (text) => `${text} lets nothing through.`) ?? tooSlow(context, one, rate);
  yield tooFewTokens(one, limits?.get('tokens_per_minute'), atPeak);
  yield hollow(
    limits?.get('availability'),
    /^100(?:\.0+)?%$/,
    (text) => `${text} leaves no minute for any failure or release of ${one.name}.`,
  );
}

type Per = 's' | 'min' | 'h' | 'day';
interface Demand {
  readonly count: number;
  readonly sum: string;
}

function tooSlow(context: Context, one: Dependency, rate: Scalar<string> | undefined): Fault | undefined {
  const [, number, per] = /^([0-9.]+)\/(s|min|h|day)$/.exec(rate?.value ?? '') ?? [];
  if (rate === undefined || per === undefined) return undefined;
  const asked = demand(context, one, per as Per);
  if (asked === undefined || asked.count <= Number(number)) return undefined;
  return { at: rate, state: 'contradicted', reason: `${asked.sum}, but the limit is ${rate.value}.` };
}

function tooFewTokens(
  one: Dependency,
  quota: Scalar<number> | undefined,
  atPeak: Demand | undefined,
): Fault | undefined {
  const tokens = one.value.get('load')?.get('tokens_per_call')?.value;
  if (quota === undefined || tokens === undefined || atPeak === undefined) return undefined;
  const needed = atPeak.count * tokens;
  if (needed <= quota.value) return undefined;
  const calls = `${trimmed(atPeak.count, 1)} calls a minute x ${tokens} tokens = ${trimmed(needed, 0)}`;
  return { at: quota, state: 'contradicted', reason: `${calls}, but the quota is ${quota.value} tokens a minute.` };
}

/**
 * What the load asks of a dependency in the unit of its limit, and how it was reckoned. Short units are held against the
 * peak, long ones against the day; on how an hour differs from the mean of the day the spec is silent.
 */
function demand({ spec }: Context, one: Dependency, per: Per): Demand | undefined {
  const load = spec.get('system')?.get('load');
  const short = per === 's' || per === 'min';
  const requests = load?.get(short ? 'peak_per_minute' : 'per_day')?.value;
  const own = one.value.get('load')?.get('calls_per_request')?.value;
  if (requests === undefined || (one.judges && own === undefined)) return undefined;

  const calls = own ?? load?.get('calls_per_request')?.value ?? 1;
  const share = { s: 60, min: 1, h: 24, day: 1 }[per];
  const count = (requests * calls) / share;
  const reckoned =
    calls === 1 && share === 1
      ? ''
      : `${calls === 1 ? '' : ` x ${calls} calls`}${share === 1 ? '' : ` / ${share}`} = ${trimmed(count, 1)}`;
  return { count, sum: `${requests} requests a ${short ? 'minute' : 'day'}${reckoned}${words[per]}` };
}

const words = { s: ' a second', min: '', h: ' an hour', day: '' } as const;
