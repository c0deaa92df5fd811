import { durationSeconds, inWords } from '../../dates.ts';
import { anyCase } from '../../spec/words.ts';
import { type Dependency, dependencies, isInteractive } from '../dependencies.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, verdict } from '../subject.ts';

/** What happens by itself, or what is done while there is still nothing to show. */
const noBehaviour = anyCase(
  /^(?:(?:it |we |show |return |raise |throw |throws |give )?(?:an? |the )?(?:generic |http )?(?:errors?|failures?|exceptions?|5\d\d)(?: (?:message|page|code|5\d\d))?|fails?|crash(?:es)?|breaks?|retry|retries|wait|nothing|down|unavailable|time-?out|hope)\.?$/,
);

export const dependencyResilience = defineRequirement({
  id: 'dependency-resilience',
  area: 'sources',
  rank: 'recommended',
  gap: 'integration',
  appliesTo: 'connected sources behind an API, and models that a provider runs',
  severity: ['off', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['(Q1)'],
  hollow: [
    'no timeout, or one of 0s',
    'retries without an end',
    'timeout times tries beyond what a person waits',
    'a timeout that cuts off calls in the ordinary range',
    '"error" or "retry" as what people get while it is down',
  ],
  toFix:
    'Set a timeout and a small number of retries in the client, so that all tries together stay below a minute, and decide what people get instead of the answer.',
  references:
    'Google SRE: launch checklist; AWS Generative AI Lens GENREL03; Azure Well-Architected Framework, AI workloads: simulated 429',
  summary: 'Every API and every hosted model has a timeout, a number of retries, and something to fall back on.',
  why: 'One slow dependency holds every request behind it. People see a spinner, try again, and double the load.',
  examples: [
    {
      bad: `
system:
  type: rag
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 12s
               ^^^ dependency-resilience
      retries: 5
      if_down: error
               ^^^^^ dependency-resilience
`,
      good: `
system:
  type: rag
models:
  answer-llm:
    provider: azure-openai
    resilience:
      timeout: 12s
      retries: 1
      if_down: search-only
`,
    },
    {
      bad: `
sources:
  claim-record:
    status: connected
    via: api
    resilience:
    ^^^^^^^^^^ dependency-resilience
      timeout: 2s
`,
      good: `
sources:
  claim-record:
    status: connected
    via: api
    resilience:
      timeout: 2s
      retries: 1
      if_down: answer-without-claim
`,
      fixed: `
sources:
  claim-record:
    status: connected
    via: api
    resilience:
      timeout: 2s
      retries: TODO e.g. 1
      if_down: TODO e.g. search-only
`,
    },
  ],

  *assess(context) {
    for (const one of dependencies(context)) yield* verdict(one, faults(context, one));
  },
});

function* faults(context: Context, one: Dependency): Generator<Fault | undefined> {
  const asked = ['resilience.timeout', 'resilience.retries', 'resilience.if_down'];
  yield* lacking(context, one, asked, 'what happens when it is slow or gone');

  const resilience = one.value.get('resilience');
  const { mostRetries } = context.numbers;
  const endless = hollow(
    resilience?.get('retries'),
    (count) => count > mostRetries,
    (count) => `${count} retries are no end; ${mostRetries} are the most.`,
  );
  yield endless;
  yield badTimeout(context, one, endless === undefined);
  yield hollow(
    resilience?.get('if_down'),
    noBehaviour,
    (what) => `"${what}" is what happens by itself; it does not say what people get instead.`,
  );
}

function badTimeout(context: Context, one: Dependency, counts: boolean): Fault | undefined {
  const timeout = one.value.get('resilience')?.get('timeout');
  const seconds = durationSeconds(timeout?.value ?? '');
  if (timeout === undefined || seconds === undefined) return undefined;
  const fault = (state: Fault['state'], reason: string): Fault => ({ at: timeout, state, reason });
  if (seconds === 0) return fault('hollow', `${timeout.value} is no timeout: clients take it for none.`);

  const p95 = one.value.get('limits')?.get('p95')?.value;
  if (seconds < (durationSeconds(p95 ?? '') ?? 0))
    return fault('contradicted', `${timeout.value} cuts off one call in twenty or more: \`p95\` is ${p95}.`);

  const tries = 1 + (one.value.get('resilience')?.get('retries')?.value ?? 0);
  const longest = context.numbers.longestWait * 60;
  if (!counts || one.judges || !isInteractive(context) || seconds * tries <= longest) return undefined;
  const sum = tries === 1 ? timeout.value : `${timeout.value} x ${tries} tries = ${inWords(seconds * tries)}`;
  return fault('hollow', `${sum}, and somebody is waiting; ${inWords(longest)} is the most.`);
}
