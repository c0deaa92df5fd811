import { anyCase } from '../../spec/words.ts';
import type { Proof } from '../proof.ts';
import { collected, collecting } from '../proofs/collecting.ts';
import { emitted, emitting } from '../proofs/emitting.ts';
import { sampleRecord } from '../proofs/sample-record.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

/** Places that are gone with the container, or that nobody can search. */
const nowhere = anyCase(
  /^(?:stdout|stderr|console|print|(?:a |the )?(?:local )?(?:log ?)?files?|local(?:host)?|(?:local )?disk|laptop)$|^(?:file:|local:|\.{0,2}\/|~|[a-z]:[\\/])|^[\w.-]+\.(?:log|txt|jsonl?|csv|db|sqlite)$/,
);

export const logEveryCall = defineRequirement({
  id: 'log-every-call',
  area: 'logging',
  rank: 'core',
  gap: 'observability',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q3'],
  references: 'EU AI Act Art. 12; ISO/IEC 42001 A.6.2.8',
  summary: 'Every call leaves a record in a store that can be searched.',
  why: 'A complaint is about one call on one day. If that call was not kept, nobody can say what the system saw or why it answered as it did.',
  neverWaivable: true,
  hollow: ['0% of the calls', 'less than all calls in production', 'a local file or standard output as the store'],
  toFix:
    'Send a record of every call to a store that outlives the machine and can be searched, and switch sampling off. What `collector` and `emitted_by` name is looked at: pipelines, exporters, samplers, filters, and switches that turn it off.',
  examples: [
    {
      bad: `
logging:
  calls: 10%
         ^^^ log-every-call
  store: stdout
         ^^^^^^ log-every-call
`,
      good: `
logging:
  calls: 100%
  store: elastic:claims-ai-calls
`,
    },
    {
      bad: `
logging:
^^^^^^^ log-every-call
  retention: 400d
`,
      good: `
logging:
  calls: 100%
  store: elastic:claims-ai-calls
  retention: 400d
`,
      fixed: `
logging:
  calls: TODO e.g. 100%
  store: TODO e.g. elastic:claims-ai-calls
  retention: 400d
`,
    },
  ],

  *assess(context) {
    const logging = part(context, ['logging'], context.spec.get('logging'));
    const calls = logging.value.get('calls');
    const sampled = hollow(
      calls,
      (share) => percent(share) > 0 && percent(share) < context.numbers.loggedCallsInProduction,
      (share) => `${share} of the calls are logged: ${lost(share)} of 100 leave no trace.`,
    );
    const faults: (Fault | undefined)[] = [
      ...lacking(context, logging, ['calls', 'store'], 'which calls are kept, and where'),
      hollow(
        calls,
        (share) => percent(share) === 0,
        (share) => `${share} of the calls are logged: none leaves a trace.`,
      ),
      sampled && { ...sampled, from: 'production' },
      hollow(
        logging.value.get('store'),
        nowhere,
        (store) => `"${store}" is gone with the machine, and nobody can search it.`,
      ),
    ];
    yield* verdict(logging, faults, proofs(context));
  },
});

/** Where records go says more than what writes them, and that more than that there is one. */
function proofs(context: Context): readonly (Proof | undefined)[] {
  const [collector, emitter] = [collecting(context), emitting(context)];
  const through = collector && ('proof' in collector ? collector.proof : collected(context, collector));
  const from = emitter && ('proof' in emitter ? emitter.proof : emitted(context, emitter));
  if (through !== undefined) return [through, from];
  if (from !== undefined) return [from.state === 'proven' ? onlyLinked(from) : from];
  const sample = sampleRecord(context);
  if (sample === undefined || 'proof' in sample || !sample.record.isRecord) return [];
  const { named, shown, file } = sample;
  return [
    onlyLinked({ at: named, reason: `A record is in ${shown}.`, facts: [{ file, says: 'A record of a call.' }] }),
  ];
}

function onlyLinked({ at, reason, facts }: Pick<Proof, 'at' | 'reason' | 'facts'>): Proof {
  const doubt = `${reason.replace(/\.$/, '')}; which calls reach the store, no file says.`;
  return { at, state: 'linked', reach: 'linked', reason: doubt, facts };
}

function percent(share: string): number {
  return Number(share.replace('%', ''));
}

function lost(share: string): number {
  return Number((100 - percent(share)).toFixed(2));
}
