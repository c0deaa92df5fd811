import type { Source } from '../../spec/types.generated.ts';
import { contentProofs } from '../proofs/recorded-content.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, verdict } from '../subject.ts';

export const logContentCaptured = defineRequirement({
  id: 'log-content-captured',
  area: 'logging',
  rank: 'core',
  gap: 'observability',
  appliesTo: 'systems whose answers a model writes',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q3'],
  references: 'OpenTelemetry GenAI semantic conventions: inputs and outputs are opt-in and not recorded by default',
  summary: 'The record keeps what was asked and what was answered, in a form that the data allows.',
  why: 'Instrumentation records tokens and timings but no text unless told to. The first bad answer then leaves a row of numbers and nothing to read.',
  hollow: ['none, from pre-production on', 'in full, in a general store, where the data is special'],
  toFix:
    'Switch the recording of content on, which most instrumentations leave off, with redaction in the collector or as a pointer to a protected store. The record that `sample` names is asked for both, and the collector for what redacts.',
  examples: [
    {
      bad: `
system:
  type: llm
logging:
  content: none
           ^^^^ log-content-captured
`,
      good: `
system:
  type: llm
logging:
  content: redacted
`,
    },
    {
      bad: `
system:
  type: llm
logging:
^^^^^^^ log-content-captured
  calls: 100%
`,
      good: `
system:
  type: llm
logging:
  calls: 100%
  content: by-reference
`,
      fixed: `
system:
  type: llm
logging:
  calls: 100%
  content: TODO full | redacted | by-reference | none
`,
    },
  ],

  *assess(context) {
    if (!context.traits.llm) return;
    const logging = part(context, ['logging'], context.spec.get('logging'));
    const content = logging.value.get('content');
    const store = logging.value.get('store')?.value;
    const place = store === undefined ? 'the log' : `"${store}"`;
    const none = hollow(
      content,
      /^none$/,
      () => 'Neither input nor output is kept: of a bad answer nothing is left to read.',
    );
    const special = specialSource(context);
    const proofs = contentProofs(context);
    // That text is kept after all says more than that none should be.
    const isKept = proofs.some(({ state }) => state === 'contradicted');
    const faults: (Fault | undefined)[] = [
      ...lacking(context, logging, ['content'], 'whether inputs and outputs are kept'),
      none && !isKept ? { ...none, from: 'pre-production' } : undefined,
      special &&
        hollow(
          content,
          /^full$/,
          () => `${place} becomes a second copy of the special personal data in ${special.name}, in full.`,
        ),
    ];
    yield* verdict(logging, faults, proofs);
  },
});

/** A source in use whose data needs more protection than a general store gives. */
function specialSource(context: Context): Subject<Source> | undefined {
  return each(context, ['sources'], context.spec.get('sources')).find(({ value }) => {
    const inUse = (value.get('status')?.value ?? 'connected') === 'connected';
    return inUse && value.get('data')?.get('personal')?.value === 'special';
  });
}
