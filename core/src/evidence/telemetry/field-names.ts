/*
 * What the fields of a call record are called by convention and version. Data, as of 2026-11: the conventions are all
 * still changing, and none of them names everything (`index_version` and `cost` have no name in OpenTelemetry).
 */

export interface Convention {
  /** As `logging.convention` has it; `own` for names that belong to nobody. */
  readonly convention: 'otel-genai' | 'openinference' | 'openllmetry' | 'langfuse' | 'langsmith' | 'own';
  /** How a message calls it. */
  readonly called: string;
  readonly source: string;
  /** Neutral name of the field: the names that hold it; names joined by `&` hold it together. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/** When the names below were read in their sources. */
export const namesAsOf = '2026-11-20';

export const conventions: readonly Convention[] = [
  {
    convention: 'otel-genai',
    called: 'OpenTelemetry GenAI',
    source:
      'https://github.com/open-telemetry/semantic-conventions/tree/v1.41.0/docs/gen-ai and, for prompt.version and top_k, https://github.com/open-telemetry/semantic-conventions-genai',
    names: {
      time: ['startTimeUnixNano', 'timeUnixNano', 'observedTimeUnixNano', 'start_time', 'Timestamp'],
      latency: [
        'startTimeUnixNano & endTimeUnixNano',
        'start_time & end_time',
        'gen_ai.client.operation.duration',
        'gen_ai.client.inference.duration',
        'Duration',
      ],
      trace: ['traceId', 'trace_id', 'context.trace_id'],
      user: ['enduser.pseudo.id', 'enduser.id', 'user.id', 'user.hash'],
      role: ['enduser.role', 'user.roles'],
      session: ['gen_ai.conversation.id', 'session.id'],
      input: ['gen_ai.input.messages'],
      output: ['gen_ai.output.messages'],
      model_version: ['gen_ai.response.model', 'gen_ai.request.model'],
      prompt_version: ['gen_ai.prompt.version', 'gen_ai.prompt.name'],
      retrieved_ids: ['gen_ai.retrieval.documents'],
      retrieval_scores: ['gen_ai.retrieval.documents'],
      tool_calls: ['gen_ai.tool.name', 'gen_ai.tool.call.id', 'gen_ai.tool.call.arguments'],
      tokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.output_tokens', 'gen_ai.client.token.usage'],
      error: ['error.type', 'exception.type', 'status.code'],
      finish_reason: ['gen_ai.response.finish_reasons'],
      score: ['gen_ai.evaluation.score.value', 'gen_ai.evaluation.score.label'],
      feedback: ['gen_ai.evaluation.name', 'gen_ai.evaluation.explanation'],
    },
  },
  {
    convention: 'otel-genai',
    called: 'OpenTelemetry GenAI before 1.37',
    source: 'https://github.com/open-telemetry/semantic-conventions/tree/v1.30.0/docs/gen-ai: since renamed or removed',
    names: {
      input: ['gen_ai.prompt', 'gen_ai.content.prompt', 'gen_ai.user.message'],
      output: ['gen_ai.completion', 'gen_ai.content.completion', 'gen_ai.choice', 'gen_ai.assistant.message'],
      tokens: ['gen_ai.usage.prompt_tokens', 'gen_ai.usage.completion_tokens'],
      finish_reason: ['gen_ai.response.finish_reason'],
    },
  },
  {
    convention: 'openinference',
    called: 'OpenInference',
    source: 'https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md',
    names: {
      time: ['start_time', 'startTimeUnixNano'],
      latency: ['start_time & end_time', 'startTimeUnixNano & endTimeUnixNano', 'latency_ms'],
      trace: ['context.trace_id', 'traceId', 'trace_id'],
      user: ['user.id'],
      session: ['session.id'],
      input: ['input.value', 'llm.input_messages', 'llm.prompts'],
      output: ['output.value', 'llm.output_messages'],
      model_version: ['llm.model_name', 'llm.response.model_name', 'llm.request.model_name', 'embedding.model_name'],
      prompt_version: ['llm.prompt_template.version', 'prompt.id'],
      retrieved_ids: ['document.id', 'retrieval.documents'],
      retrieval_scores: ['document.score', 'retrieval.documents'],
      tool_calls: ['tool.name', 'tool.parameters', 'tool_call.id', 'tool_call.function.name'],
      tokens: ['llm.token_count.total', 'llm.token_count.prompt', 'llm.token_count.completion'],
      cost: ['llm.cost.total', 'llm.cost.prompt', 'llm.cost.completion'],
      error: ['exception.type', 'exception.message', 'error.type', 'status_code'],
      finish_reason: ['llm.finish_reason'],
      score: ['evaluation.score', 'annotation.score', 'eval.score'],
      feedback: ['annotation.label', 'evaluation.label', 'annotation.name'],
    },
  },
  {
    convention: 'openllmetry',
    called: 'OpenLLMetry',
    source: 'https://github.com/traceloop/openllmetry, package opentelemetry-semantic-conventions-ai',
    names: {
      user: ['traceloop.association.properties.user_id'],
      session: ['traceloop.association.properties.session_id', 'traceloop.association.properties.chat_id'],
      input: ['traceloop.entity.input', 'gen_ai.prompt.0.content'],
      output: ['traceloop.entity.output', 'gen_ai.completion.0.content'],
      model_version: ['llm.request.model', 'llm.response.model'],
      prompt_version: ['traceloop.prompt.version', 'traceloop.prompt.version_hash'],
      tool_calls: ['llm.request.functions.0.name', 'gen_ai.completion.0.tool_calls.0.name'],
      tokens: ['llm.usage.total_tokens', 'llm.usage.prompt_tokens', 'llm.usage.completion_tokens'],
      finish_reason: ['gen_ai.completion.0.finish_reason', 'llm.response.finish_reason', 'llm.response.stop_reason'],
    },
  },
  {
    convention: 'langfuse',
    called: 'Langfuse',
    source: 'https://api.reference.langfuse.com: traces, observations, scores',
    names: {
      time: ['timestamp', 'startTime', 'createdAt'],
      latency: ['latency', 'startTime & endTime', 'langfuse.latency'],
      trace: ['traceId', 'langfuse.trace.id'],
      user: ['userId', 'langfuse.user.id'],
      session: ['sessionId', 'langfuse.session.id'],
      input: ['input', 'langfuse.observation.input', 'langfuse.trace.input'],
      output: ['output', 'langfuse.observation.output', 'langfuse.trace.output'],
      model_version: ['model', 'providedModelName', 'langfuse.observation.model.name'],
      prompt_version: ['promptVersion', 'langfuse.observation.prompt.version'],
      tokens: ['usage.total', 'usage.input', 'usageDetails.total', 'usageDetails.input', 'totalTokens'],
      cost: ['totalCost', 'calculatedTotalCost', 'costDetails.total', 'langfuse.observation.cost_details'],
      error: ['statusMessage', 'level'],
      score: ['scores'],
      feedback: ['scores', 'comments'],
    },
  },
  {
    convention: 'langsmith',
    called: 'LangSmith',
    source: 'https://docs.langchain.com/langsmith/run-data-format',
    names: {
      time: ['start_time'],
      latency: ['start_time & end_time', 'latency', 'latency_p50'],
      trace: ['trace_id', 'dotted_order'],
      user: ['metadata.user_id', 'extra.metadata.user_id'],
      session: ['metadata.session_id', 'metadata.thread_id', 'metadata.conversation_id', 'thread_id'],
      input: ['inputs'],
      output: ['outputs'],
      model_version: ['ls_model_name', 'metadata.ls_model_name', 'invocation_params.model'],
      prompt_version: ['lc_hub_commit_hash', 'metadata.lc_hub_commit_hash'],
      tokens: ['total_tokens', 'prompt_tokens', 'completion_tokens'],
      cost: ['total_cost', 'prompt_cost', 'completion_cost'],
      error: ['error'],
      feedback: ['feedback_stats'],
      score: ['feedback_stats'],
    },
  },
  {
    convention: 'own',
    called: 'plain names',
    source: 'the neutral names of the spec, and what people write for them',
    names: {
      time: ['time', 'timestamp', 'ts', '@timestamp', 'datetime', 'created_at', 'event_time', 'logged_at'],
      latency: [
        'latency',
        'latency_ms',
        'latency_s',
        'latency_seconds',
        'duration',
        'duration_ms',
        'duration_s',
        'duration_seconds',
        'elapsed',
        'elapsed_ms',
        'response_time',
        'response_time_ms',
        'took_ms',
      ],
      trace: ['trace', 'trace_id', 'request_id', 'correlation_id', 'call_id'],
      user: ['user', 'user_id', 'user_hash', 'user_pseudonym', 'caller', 'actor'],
      role: ['role', 'roles', 'user_role', 'user_roles'],
      session: ['session', 'session_id', 'conversation', 'conversation_id', 'chat_id', 'thread_id'],
      input: ['input', 'inputs', 'question', 'query', 'prompt', 'user_message', 'messages', 'features', 'request_body'],
      output: ['output', 'outputs', 'answer', 'response', 'completion', 'reply', 'prediction', 'result', 'decision'],
      model_version: ['model_version', 'model', 'model_name', 'model_id', 'llm', 'llm_model'],
      prompt_version: ['prompt_version', 'prompt_id', 'prompt_name', 'template_version', 'prompt_hash'],
      index_version: ['index_version', 'index', 'index_id', 'index_name', 'collection', 'collection_version'],
      feature_version: ['feature_version', 'feature_view', 'feature_set', 'features_version', 'feature_view_version'],
      retrieved_ids: [
        'retrieved_ids',
        'document_ids',
        'doc_ids',
        'chunk_ids',
        'source_ids',
        'retrieved',
        'documents',
        'retrieved_documents',
        'sources',
        'contexts',
        'chunks',
        'retrieval.ids',
        'retrieval.documents',
      ],
      retrieval_scores: [
        'retrieval_scores',
        'document_scores',
        'doc_scores',
        'chunk_scores',
        'similarities',
        'similarity_scores',
        'relevance_scores',
        'distances',
        'retrieval.scores',
        'retrieved.score',
        'documents.score',
        'sources.score',
        'chunks.score',
      ],
      tool_calls: ['tool_calls', 'tools', 'tool_name', 'function_calls', 'actions'],
      tokens: [
        'tokens',
        'total_tokens',
        'token_count',
        'input_tokens',
        'output_tokens',
        'prompt_tokens',
        'completion_tokens',
        'usage',
        'token_usage',
      ],
      cost: ['cost', 'cost_usd', 'cost_eur', 'total_cost', 'price', 'cost_cents'],
      error: ['error', 'errors', 'error_type', 'error_code', 'exception', 'status', 'status_code', 'error_message'],
      finish_reason: ['finish_reason', 'finish_reasons', 'stop_reason', 'finished_by', 'termination'],
      outcome: ['outcome', 'label', 'true_label', 'ground_truth', 'confirmed', 'actual'],
      feedback: ['feedback', 'user_feedback', 'rating', 'thumbs', 'user_rating'],
      score: ['score', 'eval_score', 'evaluation_score', 'groundedness', 'faithfulness', 'quality_score', 'evaluation'],
    },
  },
];

/** Where tools put what they record, so that a name below them stands as if it stood on top. */
export const containers: ReadonlySet<string> = new Set([
  'attributes',
  'resource_spans',
  'scope_spans',
  'spans',
  'span',
  'resource_logs',
  'scope_logs',
  'log_records',
  'instrumentation_library_spans',
  'resource',
  'span_attributes',
  'log_attributes',
  'metadata',
  'extra',
  'fields',
  'data',
  'record',
  'body',
  'payload',
  'properties',
  'params',
  'labels',
  'event',
  'events',
  'context',
  'call',
  'request',
  'response',
  'observations',
  'json',
]);

/** A name as it is compared: `gen_ai.request.model`, `GEN_AI_REQUEST_MODEL` and `genAi.requestModel` are the same. */
export function plainName(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9@]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** A name that holds a field, and the convention that it belongs to. */
export interface Alias {
  readonly written: string;
  /** In their plain form; all of them are needed. */
  readonly parts: readonly string[];
  readonly convention: Convention;
}

/** The names that hold a field, those of the declared convention first; for a field of nobody's, its own name. */
export function aliasesOf(field: string, declared: string | undefined): readonly Alias[] {
  const wanted = plainName(field);
  const base = (declared ?? 'own').split('/')[0];
  const aliases = conventions.flatMap((convention) => {
    const names = Object.hasOwn(convention.names, wanted) ? (convention.names[wanted] ?? []) : [];
    const all = convention.convention === 'own' ? [field, ...names.filter((name) => name !== field)] : names;
    return all.map((written): Alias => ({ written, parts: written.split(' & ').map(plainName), convention }));
  });
  const rank = ({ convention: { convention } }: Alias) => (convention === base ? 0 : convention === 'own' ? 1 : 2);
  return aliases.sort((a, b) => rank(a) - rank(b));
}

/** The neutral names that the table knows. */
export const knownFields: readonly string[] = [...new Set(conventions.flatMap(({ names }) => Object.keys(names)))];

const known: ReadonlySet<string> = new Set(
  conventions.flatMap(({ names }) =>
    Object.values(names).flatMap((all) => all.flatMap((one) => one.split(' & ').map(plainName))),
  ),
);

/** Whether a name belongs to a convention, and so means what it means there. */
export function isKnownName(name: string): boolean {
  return known.has(plainName(name));
}
