import { anyCase } from '../../spec/words.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, skeleton, verdict } from '../subject.ts';

/** What happens inside, and nothing that a user gets. */
const noMode = anyCase(
  /^(?:(?:just |we )?(?:re-?try(?:ing)?|retries|try again|wait|error|an? error(?: message)?|errors? out|fail(?:s|ure)?|exception|crash|timeout|http )|5\d\d$)(?: (?:and|then|again|later|until|it|works|once|twice|\d+|times|retry|wait|page|message|error|5\d\d))*[.!]?$/,
);

export const fallbackMode = defineRequirement({
  id: 'fallback-mode',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'systems that need a model, an index, a source or a tool to answer, from pre-production on',
  severity: ['off', 'warning', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: ['(Q7)'],
  references: 'Google SRE: graceful degradation; AWS Generative AI Lens GENREL03',
  summary: 'For each part that can be down it is decided what people get meanwhile.',
  why: 'Providers have outages. Without a decision people get a spinner and then a stack trace, and they do not come back.',
  hollow: ['`retry`, `wait` or `error`: nothing that a person can use', 'a part that exists and has no entry'],
  toFix:
    'Say for each part what people get while it is down: the search without an answer, a link to the archive, a queue, a person.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    role: generate
indexes:
  claims-index:
    top_k: 8
operations:
  fallback:
  ^^^^^^^^ fallback-mode
    model_down: retry
                ^^^^^ fallback-mode
`,
      good: `
models:
  answer-llm:
    role: generate
indexes:
  claims-index:
    top_k: 8
operations:
  fallback:
    model_down: search-only
    index_down: links-to-dms
`,
    },
    {
      bad: `
models:
  fraud-score:
    role: predict
sources:
  claim-features:
    via: features
operations:
^^^^^^^^^^ fallback-mode
  run_owner: fraud-ops
`,
      good: `
models:
  fraud-score:
    role: predict
sources:
  claim-features:
    via: features
operations:
  run_owner: fraud-ops
  fallback:
    model_down: rule-checklist
    source_down: queue
`,
      fixed: `
models:
  fraud-score:
    role: predict
sources:
  claim-features:
    via: features
operations:
  run_owner: fraud-ops
  fallback:
    model_down: TODO e.g. search-only
    source_down: TODO e.g. answer-without-claim
`,
    },
  ],

  *assess(context) {
    const fallback = part(context, ['operations', 'fallback'], context.spec.get('operations')?.get('fallback'));
    const parts = partsOf(context);
    if (parts.length === 0 && fallback.value.entries.length === 0) return;
    const fields = parts.map(({ field }) => field);
    const lacks = [...lacking(context, fallback, fields, 'what people get while a part is down')];
    yield* verdict(fallback, [
      ...lacks.map((fault) => (fault.state === 'missing' ? withParts(fault, parts) : fault)),
      ...(['model_down', 'index_down', 'source_down', 'tool_down'] as const).map((name) =>
        hollow(
          fallback.value.get(name),
          noMode,
          (how) => `"${how}" is what the program does; what do people get meanwhile?`,
        ),
      ),
    ]);
  },
});

/** One kind of part that a request needs, and which ones there are. */
interface Part {
  readonly field: string;
  readonly ids: readonly string[];
}

/** A judge scores afterwards; what is read beforehand is not missed while it is down. */
function partsOf(context: Context): Part[] {
  const { spec } = context;
  const sources = each(context, ['sources'], spec.get('sources')).filter(
    ({ value }) =>
      (value.get('status')?.value ?? 'connected') === 'connected' &&
      /^(?:api|features)$/.test(value.get('via')?.value ?? ''),
  );
  const models = each(context, ['models'], spec.get('models')).filter(
    ({ value }) => value.get('role')?.value !== 'judge',
  );
  const all = {
    model_down: models,
    index_down: each(context, ['indexes'], spec.get('indexes')),
    source_down: sources,
    tool_down: each(context, ['tools'], spec.get('tools')),
  };
  return Object.entries(all).flatMap(([field, subjects]) =>
    subjects.length === 0 ? [] : [{ field, ids: subjects.map(({ id }) => id) }],
  );
}

/** Who reads the message knows the rest. */
function some(ids: readonly string[]): string {
  return ids.length <= 4 ? ids.join(', ') : `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more`;
}

function withParts(fault: Fault, parts: readonly Part[]): Fault {
  const absent = parts.filter(({ field }) => fault.reason.includes(`\`${field}\``));
  const list = absent.map(({ field, ids }) => `\`${field}\` (${some(ids)})`).join(', ');
  return {
    ...fault,
    reason: `Nothing says what people get while a part is down: ${list}.`,
    insert: skeleton(
      ['operations', 'fallback'],
      absent.map(({ field }) => field),
    ),
  };
}
