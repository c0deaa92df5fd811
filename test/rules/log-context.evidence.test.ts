import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { evidence, judged } from '../support/evidence.ts';

const find = evidence('log-context');

const spec = (convention: string, fields: readonly string[], more = '') => `
logging:
  convention: ${convention}
  fields:
${fields.map((field) => (field.startsWith('^') ? `      ${field}` : `    - ${field}`)).join('\n')}
${more || '  sample: observability/sample.json\n'}`;
const asked = ['time', 'latency', 'trace', 'input', 'output', 'model_version', 'error'];

const plain = {
  time: '2026-11-01T08:00:00Z',
  latency_ms: 12,
  trace_id: 'a',
  question: 'x',
  answer: 'y',
  model: 'm',
  error: null,
};
const sample = (record: object) => ({ 'observability/sample.json': JSON.stringify(record, undefined, 1) });

find('a record with all fields proves it', {
  spec: spec('own', asked),
  files: sample(plain),
  states: { '/logging': 'proven' },
  says: [/observability\/sample\.json holds all 7 declared fields/],
});

find('a field that is not there is named with what was looked for', {
  spec: spec('own', [...asked, 'cost', '^^^^ log-context']),
  files: sample(plain),
  says: [/does not hold "cost" \(looked for cost, cost_usd, cost_eur, total_cost, …\)/],
});

find('a field without a value counts as absent', {
  spec: spec('own', [...asked, 'user', '^^^^ log-context']),
  files: sample({ ...plain, user: '' }),
  says: [/does not hold a value for "user"/],
});

find('of several fields the sample is marked', {
  spec: spec(
    'own',
    [...asked, 'user', 'cost'],
    '  sample: observability/sample.json\n          ^^^^^^^^^^^^^^^^^^^^^^^^^ log-context\n',
  ),
  files: sample(plain),
  says: [/"user" \(looked for .*\); "cost" \(looked for /],
});

find('names of the declared convention hold the fields', {
  spec: spec('otel-genai/1.41', [...asked, 'tokens']),
  files: sample({
    traceId: 'a',
    startTimeUnixNano: '1',
    endTimeUnixNano: '2',
    attributes: [
      { key: 'gen_ai.input.messages', value: { stringValue: '[]x' } },
      { key: 'gen_ai.output.messages', value: { stringValue: 'y' } },
      { key: 'gen_ai.response.model', value: { stringValue: 'm' } },
      { key: 'gen_ai.usage.output_tokens', value: { intValue: '3' } },
      { key: 'error.type', value: { stringValue: '' } },
    ],
  }),
  states: { '/logging': 'proven' },
});

find('a record that speaks another convention', {
  spec: spec('otel-genai/1.41', asked).replace(
    'convention: otel-genai/1.41',
    'convention: otel-genai/1.41\n              ^^^^^^^^^^^^^^^ log-context',
  ),
  files: sample({
    ...plain,
    question: undefined,
    answer: undefined,
    model: undefined,
    attributes: { 'llm.model_name': 'm', 'input.value': 'x', 'output.value': 'y' },
  }),
  says: [/The convention is otel-genai\/1\.41, but observability\/sample\.json speaks OpenInference/],
});

find('no record', {
  spec: spec('own', asked, '  sample: observability/sample.json\n          ^^^^^^^^^^^^^^^^^^^^^^^^^ log-context\n'),
  files: { 'observability/sample.json': '[]' },
  says: [/holds no record that can be read/],
});

find('no file', {
  spec: spec('own', asked, '  sample: observability/sample.json\n          ^^^^^^^^^^^^^^^^^^^^^^^^^ log-context\n'),
  files: {},
  says: [/There is no "observability\/sample\.json"/],
});

test('fields that are asked for and that the sample holds anyway are offered', async () => {
  const text = spec('own', asked.slice(0, 4)).trimStart();
  const { findings } = await judged(text, { files: sample(plain) });
  const found = findings.find(({ rule }) => rule === 'log-context');
  const fix = found?.fixes().find(({ kind }) => kind === 'adopt');
  assert.equal(fix?.title, 'Add "output", "model_version" from observability/sample.json');
  assert.match(applyEdits(text, fix?.edits ?? []), / {4}- input\n {4}- output\n {4}- model_version\n {2}sample/);
});
