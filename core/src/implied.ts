import { holdsDocuments } from './rules/documents.ts';
import type { Context } from './rules/rule.ts';
import type { Source } from './spec/types.generated.ts';
import { anyCase } from './spec/words.ts';
import type { Mapping } from './yaml/tree.ts';

/*
 * What the contents of a spec imply: the difficult cases its test set has to hold, the ways in which it can fail, and
 * what a record of one call has to say. Every row names its source; "judgement" means that there is none.
 */

interface Implied {
  readonly names: readonly string[];
  readonly when: Fact;
  readonly source: string;
}

/** Kinds of edge cases a test set has to hold. */
export const edgeCaseKinds: readonly Implied[] = [
  { when: 'retrieval', names: ['no-answer-exists'], source: 'TruLens and Ragas: relevance of the retrieved context' },
  { when: 'retrieval', names: ['superseded', 'very-long'], source: 'judgement' },
  { when: 'access varies', names: ['no-permission'], source: 'Azure Well-Architected, AI: test the partitions' },
  { when: 'documents', names: ['new-format'], source: 'Azure Well-Architected, AI: grounding data' },
  { when: 'scope', names: ['out-of-scope'], source: 'Microsoft Responsible AI: restricted and unsupported uses' },
  { when: 'languages', names: ['mixed-language'], source: 'judgement' },
  { when: 'llm', names: ['ambiguous'], source: 'judgement' },
  { when: 'agent', names: ['tool-unavailable', 'wrong-arguments', 'partial-success'], source: 'AWS GENREL03' },
  {
    when: 'model',
    names: ['missing-fields', 'new-category', 'unit-change'],
    source: 'ML Test Score Data 1, Monitor 2',
  },
  { when: 'model', names: ['first-time-entity'], source: 'judgement' },
];

/** Ways of failing that an incident process has to know. */
export const incidentModes: readonly Implied[] = [
  { when: 'llm', names: ['wrong-answers'], source: 'OWASP LLM09' },
  { when: 'llm', names: ['prompt-injection'], source: 'OWASP LLM01' },
  { when: 'hosted llm', names: ['provider-change'], source: 'NIST AI 600-1: value chain' },
  { when: 'retrieval', names: ['stale-index'], source: 'Azure Well-Architected, AI: freshness of the index' },
  { when: 'sensitive', names: ['data-exposure'], source: 'OWASP LLM02' },
  { when: 'hosted', names: ['cost-runaway'], source: 'OWASP LLM10' },
  { when: 'agent', names: ['unwanted-action'], source: 'OWASP LLM06' },
  { when: 'agent', names: ['runaway-loop'], source: 'OWASP LLM10; AWS GENCOST05' },
  { when: 'model', names: ['wrong-scores'], source: 'ML Test Score Monitor 7' },
  { when: 'model', names: ['data-shift'], source: 'ML Test Score Monitor 2' },
  { when: 'model', names: ['broken-feature'], source: 'ML Test Score Monitor 1 and 3' },
  { when: 'about people', names: ['unfair-result'], source: 'ML Test Score Model 7' },
];

/**
 * What a record of one call holds at least, in neutral names. The conventions do not cover it: neither names the version
 * of an index, and OpenTelemetry has no cost.
 */
export const logFields: readonly Implied[] = [
  {
    when: 'always',
    names: ['time', 'latency'],
    source: 'OpenTelemetry, OpenInference: start and duration of the span',
  },
  { when: 'always', names: ['trace'], source: 'OpenTelemetry, OpenInference: trace id' },
  {
    when: 'users',
    names: ['user', 'role'],
    source: 'OpenTelemetry enduser.pseudo.id, enduser.role; OpenInference user.id',
  },
  { when: 'llm', names: ['session'], source: 'OpenTelemetry gen_ai.conversation.id; OpenInference session.id' },
  {
    when: 'always',
    names: ['input'],
    source: 'OpenTelemetry gen_ai.input.messages (opt-in); OpenInference input.value',
  },
  {
    when: 'always',
    names: ['output'],
    source: 'OpenTelemetry gen_ai.output.messages (opt-in); OpenInference output.value',
  },
  {
    when: 'always',
    names: ['model_version'],
    source: 'OpenTelemetry gen_ai.response.model; OpenInference llm.model_name',
  },
  { when: 'llm', names: ['prompt_version'], source: 'OpenInference llm.prompt_template.version' },
  { when: 'retrieval', names: ['index_version'], source: 'judgement' },
  {
    when: 'retrieval',
    names: ['retrieved_ids', 'retrieval_scores'],
    source: 'OpenTelemetry gen_ai.retrieval.documents (opt-in); OpenInference document.id, document.score',
  },
  { when: 'agent', names: ['tool_calls'], source: 'OpenTelemetry gen_ai.tool.name; OpenInference tool.name' },
  { when: 'llm', names: ['tokens'], source: 'OpenTelemetry gen_ai.usage.*; OpenInference llm.token_count.*' },
  { when: 'hosted', names: ['cost'], source: 'OpenInference llm.cost.total' },
  { when: 'always', names: ['error'], source: 'OpenTelemetry error.type; OpenInference exception.type' },
  // Only what writes text has a reason for stopping; a prediction has none.
  {
    when: 'llm',
    names: ['finish_reason'],
    source: 'OpenTelemetry gen_ai.response.finish_reasons; OpenInference llm.finish_reason',
  },
  { when: 'model', names: ['feature_version', 'outcome'], source: 'ML Test Score Infra 5' },
  {
    when: 'llm',
    names: ['feedback', 'score'],
    source: 'OpenTelemetry gen_ai.evaluation.result; OpenInference evaluation.*',
  },
];

/** Kinds of attack that somebody will try, and so should have been tried. */
export const attackKinds: readonly Implied[] = [
  { when: 'llm', names: ['direct-injection'], source: 'OWASP LLM01' },
  { when: 'outsiders', names: ['injection-in-documents'], source: 'OWASP LLM01, indirect; NIST AI 600-1 2.9' },
  { when: 'access varies', names: ['cross-role-leak'], source: 'OWASP LLM08' },
  { when: 'sensitive', names: ['data-exfiltration'], source: 'OWASP LLM02' },
  { when: 'agent', names: ['tool-misuse'], source: 'OWASP ASI02' },
];

/** What has to be true of a spec for a row to apply, and how a message says so. */
type Fact = keyof typeof facts;

type Known = Pick<Context, 'spec' | 'traits'>;

const facts = {
  always: { because: 'every system', holds: () => true },
  users: {
    because: 'people use it',
    holds: ({ spec }: Known) => (spec.get('system')?.get('users')?.entries.length ?? 0) > 0,
  },
  retrieval: { because: 'it searches an index', holds: ({ traits }: Known) => traits.retrieval },
  llm: { because: 'a model writes the answers', holds: ({ traits }: Known) => traits.llm },
  agent: { because: 'it uses tools', holds: ({ traits }: Known) => traits.agent },
  model: { because: 'it predicts', holds: ({ traits }: Known) => traits.model },
  hosted: { because: 'a provider runs a model', holds: ({ traits }: Known) => traits.hosted },
  'hosted llm': { because: 'a provider runs a model', holds: ({ traits }: Known) => traits.llm && traits.hosted },
  'about people': {
    because: 'it judges people',
    holds: ({ traits }: Known) => traits.model && traits.decides && traits.personal,
  },
  'access varies': {
    because: 'access varies',
    holds: ({ spec }: Known) =>
      connected(spec).some((source) => /user|role/.test(source.get('access')?.get('varies_by')?.value ?? '')),
  },
  documents: {
    because: 'it reads documents',
    holds: ({ spec }: Known) => connected(spec).some(holdsDocuments),
  },
  outsiders: {
    because: 'outsiders write what it reads',
    holds: ({ spec }: Known) => isUntrusted(spec) || connected(spec).some(fromOutside),
  },
  sensitive: {
    because: 'it reads personal or confidential data',
    holds: ({ spec, traits }: Known) =>
      traits.personal ||
      connected(spec).some((source) => /confidential|restricted/.test(source.get('data')?.get('class')?.value ?? '')),
  },
  scope: {
    because: 'it has a scope',
    // Where it says what it does outside of it, `scope-boundaries` asks for the case that tries this.
    holds: ({ spec }: Known) =>
      spec.get('system')?.get('when_out_of_scope') === undefined &&
      [spec.get('system')?.get('in_scope'), spec.get('system')?.get('out_of_scope')].some(
        (list) => (list?.items.length ?? 0) > 0,
      ),
  },
  languages: {
    because: 'it has several languages',
    holds: ({ spec }: Known) => (spec.get('system')?.get('languages')?.items.length ?? 0) > 1,
  },
} as const satisfies Record<string, { readonly because: string; holds(known: Known): boolean }>;

/** The rows that apply to a spec. */
export function impliedBy(rows: readonly Implied[], known: Known): Implied[] {
  return rows.filter(({ when }) => facts[when].holds(known));
}

/**
 * Names of `rows` that are not among `given`, however those are spelled: `modelVersion` is `model_version`.
 * With `within`, a longer name that holds one counts for it: `superseded-version` is a kind of `superseded`.
 */
export function absentFrom(
  given: readonly string[],
  rows: readonly Implied[],
  match: 'same' | 'within' = 'same',
): string[] {
  const spelled = given.map(plain);
  const covers = (one: string, name: string) =>
    match === 'same' ? one.replace(/ id$/, '') === name : ` ${one} `.includes(` ${name} `);
  return rows.flatMap(({ names }) => names.filter((name) => !spelled.some((one) => covers(one, plain(name)))));
}

/** `stale-index` (it searches an index), … */
export function withReasons(names: readonly string[], rows: readonly Implied[]): string {
  return names
    .map((name) => {
      const row = rows.find((one) => one.names.includes(name));
      return row === undefined || row.when === 'always' ? `\`${name}\`` : `\`${name}\` (${facts[row.when].because})`;
    })
    .join(', ');
}

function plain(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** What people type themselves is told by the direct attacks. */
function isUntrusted(spec: Known['spec']): boolean {
  const sources = spec.get('governance')?.get('untrusted')?.get('sources')?.items ?? [];
  return sources.some((source) => source !== undefined && source.value !== 'user-input');
}

const written = anyCase(/\b(?:e-?mails?|mailbox(?:es)?|upload(?:s|ed)?|forums?|web ?pages?|received|incoming)\b/);

function fromOutside(source: Mapping<Source>): boolean {
  if (/^(?:training|features)$/.test(source.get('via')?.value ?? '')) return false;
  const formats = source.get('formats')?.get('expected')?.items ?? [];
  return formats.some((format) => /^(?:eml|msg|mbox)$/i.test(format?.value ?? '')) || written.test(said(source));
}

function said(source: Mapping<Source>): string {
  return `${source.get('what')?.value ?? ''} ${source.get('system')?.value ?? ''}`;
}

/** Sources in use; what is only planned, or was dropped, implies nothing yet. */
function connected(spec: Known['spec']): Mapping<Source>[] {
  return (spec.get('sources')?.entries ?? []).flatMap(({ value }) => {
    const source = value as Mapping<Source> | undefined;
    const status = source?.get('status')?.value ?? 'connected';
    return source === undefined || status !== 'connected' ? [] : [source];
  });
}
