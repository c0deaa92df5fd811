import { absentFrom, impliedBy, logFields, withReasons } from '../../implied.ts';
import type { Proof } from '../proof.ts';
import { heldFields, inSample } from '../proofs/recorded-fields.ts';
import { sampleRecord } from '../proofs/sample-record.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, keyAt, lackingInSteps, part, verdict } from '../subject.ts';
import { unconfirmed, unconfirmedIn, withNames } from '../unconfirmed.ts';

const section = ['logging'] as const;
const list = [...section, 'fields'] as const;

export const logContext = defineRequirement({
  id: 'log-context',
  area: 'logging',
  rank: 'core',
  gap: 'observability',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q3'],
  references: 'OpenTelemetry GenAI semantic conventions 1.41; OpenInference; ML Test Score Infra 5',
  summary:
    'A record holds what it takes to explain one answer: who asked, which versions answered, what was retrieved, and how it ended.',
  why: 'A wrong answer comes from the prompt, the model, the index or the question. Without their versions and the passages in the record it cannot be reproduced, only guessed at.',
  hollow: ['no version of prompt, model or index', 'no ids of what was retrieved', 'no trace id'],
  toFix:
    'Add what is missing to the code that writes the record. Where the convention has no name for it, use one of your own. The record that `sample` names is looked through for each field, by the names that its convention has for it.',
  examples: [
    {
      bad: `
models:
  fraud-score:
    role: predict
logging:
  convention: own
  fields:
  ^^^^^^ log-context
    - time
    - trace
    - input
    - output
    - latency
    - error
    - outcome
  sample: observability/sample-score.json
`,
      good: `
models:
  fraud-score:
    role: predict
logging:
  convention: own
  fields:
    - time
    - trace
    - input
    - output
    - latency
    - error
    - outcome
    - model_version
    - feature_version
  sample: observability/sample-score.json
`,
      fixed: `
models:
  fraud-score:
    role: predict
logging:
  convention: own
  fields:
    - time
    - trace
    - input
    - output
    - latency
    - error
    - outcome
    - TODO model_version
    - TODO feature_version
  sample: observability/sample-score.json
`,
    },
    {
      bad: `
logging:
^^^^^^^ log-context
  calls: 100%
`,
      good: `
logging:
  calls: 100%
  convention: own
  fields:
    - time
    - latency
    - trace
    - input
    - output
    - model_version
    - error
  sample: observability/sample-score.json
`,
      fixed: `
logging:
  calls: 100%
  convention: TODO e.g. otel-genai/1.41
  fields:
    - TODO time
    - TODO latency
    - TODO trace
    - TODO input
    - TODO output
    - TODO model_version
    - TODO error
  sample: TODO e.g. observability/sample-call.json
`,
    },
  ],

  *assess(context) {
    const logging = part(context, section, context.spec.get('logging'));
    const asked = { now: ['convention', 'fields'], later: ['sample'] };
    const names = impliedBy(logFields, context).flatMap((row) => row.names);
    const faults = [
      ...lackingInSteps(context, logging, asked, 'what a record holds').map((one) => withNames(one, 'fields', names)),
      incomplete(context),
    ];
    yield* verdict(logging, faults, proofs(context));
  },
});

function incomplete(context: Context): Fault | undefined {
  const given = (context.spec.get('logging')?.get('fields')?.items ?? []).flatMap((field) => field?.value ?? []);
  if (given.length === 0) return undefined;
  const open = unconfirmedIn(context, list);
  const rows = impliedBy(logFields, context);
  const absent = absentFrom([...given, ...open], rows);
  if (absent.length === 0) return undefined;
  const reason = `A record does not hold ${withReasons(absent, rows)}: an answer cannot be explained from it.`;
  return {
    at: keyAt(context, list),
    state: 'hollow',
    reason,
    insert: [{ path: list, draft: absent.map(unconfirmed) }],
    fix: () => inSample(context, absent),
  };
}

function proofs(context: Context): readonly Proof[] {
  const sample = sampleRecord(context);
  if (sample === undefined) return [];
  return 'proof' in sample ? [sample.proof] : heldFields(context, sample);
}
