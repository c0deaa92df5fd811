import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aliasesOf, conventions, knownFields, plainName } from '../../../core/src/evidence/telemetry/field-names.ts';
import { unredacted } from '../../../core/src/evidence/telemetry/personal-data.ts';
import { readRecord } from '../../../core/src/evidence/telemetry/record.ts';
import { counts, holding } from '../../../core/src/rules/proofs/sample-record.ts';

/** Fields with the line and the name they are held under; `empty`, or nothing where they are not held. */
const records: Readonly<
  Record<string, readonly [text: string, convention: string, fields: Readonly<Record<string, string>>]>
> = {
  'flat, plain names': [
    '{\n"time": "2026-11-01",\n"trace_id": "a",\n"question": "x",\n"answer": "",\n"latency_ms": 0,\n"error": null\n}',
    'own',
    {
      time: '2 time',
      trace: '3 trace_id',
      input: '4 question',
      output: '5 answer empty',
      latency: '6 latency_ms',
      error: '7 error empty',
      cost: '',
    },
  ],
  'spans as OpenTelemetry writes them': [
    `{"resourceSpans":[{"scopeSpans":[{"spans":[{
"traceId":"a","startTimeUnixNano":"1","endTimeUnixNano":"2",
"attributes":[
{"key":"gen_ai.request.model","value":{"stringValue":"m"}},
{"key":"gen_ai.usage.input_tokens","value":{"intValue":"12"}},
{"key":"gen_ai.response.finish_reasons","value":{"arrayValue":{"values":[{"stringValue":"stop"}]}}},
{"key":"enduser.role","value":{"stringValue":""}},
{"key":"app.index_version","value":{"stringValue":"v7"}}],
"events":[{"name":"gen_ai.evaluation.result","attributes":[{"key":"gen_ai.evaluation.score.value","value":{"doubleValue":0.9}}]}]
}]}]}]}`,
    'otel-genai/1.41',
    {
      trace: '2 resourceSpans.scopeSpans.spans.traceId',
      latency: '2 resourceSpans.scopeSpans.spans.startTimeUnixNano',
      model_version: '4 resourceSpans.scopeSpans.spans.attributes.gen_ai.request.model',
      tokens: '5 resourceSpans.scopeSpans.spans.attributes.gen_ai.usage.input_tokens',
      finish_reason: '6 resourceSpans.scopeSpans.spans.attributes.gen_ai.response.finish_reasons',
      role: '7 resourceSpans.scopeSpans.spans.attributes.enduser.role empty',
      index_version: '8 resourceSpans.scopeSpans.spans.attributes.app.index_version',
      score: '9 resourceSpans.scopeSpans.spans.events.attributes.gen_ai.evaluation.score.value',
      input: '',
    },
  ],
  'flat attributes of OpenTelemetry, old names': [
    '{"attributes":{"gen_ai.prompt":"x","gen_ai.usage.prompt_tokens":3,"gen_ai.system":"openai"}}',
    'otel-genai/1.41',
    { input: '1 attributes.gen_ai.prompt', tokens: '1 attributes.gen_ai.usage.prompt_tokens' },
  ],
  OpenInference: [
    '{"context":{"trace_id":"a"},"attributes":{"llm.model_name":"m","input":{"value":"x"},"retrieval.documents":[{"document.id":"1","document.score":0.2}]}}',
    'openinference',
    {
      trace: '1 context.trace_id',
      model_version: '1 attributes.llm.model_name',
      input: '1 attributes.input.value',
      retrieved_ids: '1 attributes.retrieval.documents',
    },
  ],
  LangSmith: [
    '{"start_time":"a","end_time":"b","inputs":{"q":"x"},"outputs":{},"extra":{"metadata":{"ls_model_name":"m","thread_id":"t"}},"total_tokens":4}',
    'own',
    {
      latency: '1 start_time',
      input: '1 inputs',
      output: '1 outputs empty',
      model_version: '1 extra.metadata.ls_model_name',
      session: '1 extra.metadata.thread_id',
      tokens: '1 total_tokens',
    },
  ],
  'the role of a message is not the role of a user': [
    '{"input":[{"role":"user","content":"x","score":3}],"output":"y"}',
    'own',
    { input: '1 input', role: '', score: '' },
  ],
  'what holds a response is no output': [
    '{"response":{"model":"m","id":"1"}}',
    'own',
    { output: '', model_version: '1 response.model' },
  ],
  'a field of nobody’s is found by its own name': [
    '{"call":{"confidenceBand":"high"},"retry":{"count":1}}',
    'own',
    { confidence_band: '1 call.confidenceBand', retry_count: '1 retry.count', band: '' },
  ],
  'deep in a record, by a name that nothing else has': [
    '{"timing":{"latency_ms":3},"llm":{"confidence":0.2,"error":"x"},"input":{"user_id":"u","confidence":1}}',
    'own',
    { latency: '1 timing.latency_ms', confidence: '1 llm.confidence', error: '', user: '' },
  ],
  'the first line of JSON Lines': [
    '\n{"time":"a","user":"u"}\n{"time":"b","user":"u","cost":1}\n',
    'own',
    { user: '2 user', cost: '' },
  ],
  'the first of a list': ['[{"time":"a"},{"cost":1}]', 'own', { time: '1 time', cost: '' }],
  'names of every object': [
    '{"__proto__":{"time":"x"},"constructor":1}',
    'own',
    { time: '', constructor: '1 constructor' },
  ],
};

for (const [name, [text, convention, fields]] of Object.entries(records)) {
  test(name, () => {
    const record = readRecord(text);
    assert.ok(record.isRecord);
    for (const [field, expected] of Object.entries(fields)) {
      const found = holding(record, field, convention);
      const seen =
        found === undefined ? '' : `${found.held.line} ${found.held.path}${found.held.empty ? ' empty' : ''}`;
      assert.equal(seen, expected, field);
    }
  });
}

for (const text of ['', '[]', '{}', 'just text', '42', '{"a":']) {
  test(`no record: ${JSON.stringify(text)}`, () => assert.equal(readRecord(text).isRecord, false));
}

test('a call that went well has no error, and says so by null', () => {
  const record = readRecord('{"error": null, "feedback": null}');
  assert.deepEqual(
    ['error', 'feedback'].map((field) => counts(holding(record, field, 'own') as never)),
    [true, false],
  );
});

test('names are compared without case, dots and dashes', () => {
  for (const name of ['gen_ai.request.model', 'GEN_AI_REQUEST_MODEL', 'genAi.requestModel', 'gen-ai/request/model']) {
    assert.equal(plainName(name), 'gen_ai_request_model');
  }
});

test('the names of the declared convention are looked for first, and every one says where it is from', () => {
  assert.deepEqual(
    aliasesOf('model_version', 'openinference')
      .slice(0, 2)
      .map(({ written }) => written),
    ['llm.model_name', 'llm.response.model_name'],
  );
  for (const { source, names } of conventions) {
    assert.match(source, /https:\/\/|neutral/);
    for (const field of Object.keys(names)) assert.ok(knownFields.includes(field));
  }
});

const personal: readonly (readonly [text: string, label: string, found: string])[] = [
  ['pay to DE89 3704 0044 0532 0130 00 please', 'iban', 'a valid IBAN'],
  ['pay to DE89370400440532013000', 'IBAN', 'a valid IBAN'],
  ['pay to DE88370400440532013000', 'iban', ''],
  ['[IBAN]', 'iban', ''],
  ['mail jonas@nordhafen.de', 'e-mail addresses', 'an e-mail address'],
  ['mail jonas@nordhafen.example', 'email', ''],
  ['card 4111 1111 1111 1111', 'card numbers', 'a valid card number'],
  ['card 4111 1111 1111 1112', 'card numbers', ''],
  ['trace 7992739871300000000000000', 'card', ''],
  ['jonas@nordhafen.de', 'names', ''],
];

for (const [text, label, expected] of personal) {
  test(`${label} in ${JSON.stringify(text)}: ${expected || 'nothing'}`, () => {
    assert.equal(
      unredacted(text, [label])
        .map(({ what }) => what)
        .join(),
      expected,
    );
  });
}
