import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carrying, leadingOut, readCollector } from '../../../core/src/evidence/telemetry/collector.ts';

const base = `receivers: { otlp: }
processors:
  batch:
  redaction/pii: { blocked_values: ["iban"] }
  attributes/mail: { actions: [{ key: user.email, action: hash }] }
  attributes/env: { actions: [{ key: env, action: upsert, value: prod }] }
  transform/names:
    trace_statements:
      - replace_all_patterns(attributes, "value", "x", "y")
  transform/redact_card:
    trace_statements:
      - context: span
        statements: ['delete_key(attributes, "card")']
  transform/rename:
    log_statements: ['delete_key(attributes, "otelcol.signal")']
  probabilistic_sampler: { sampling_percentage: 12.5 }
  probabilistic_sampler/env: { sampling_percentage: "\${env:SHARE}" }
  tail_sampling: { policies: [] }
exporters:
  debug:
  logging/old:
  clickhouse: { ttl: 72h }
connectors:
  span_metrics:
service:
  pipelines:
    traces: { exporters: [debug, span_metrics], processors: [redaction/pii, batch] }
    logs/calls: { exporters: [clickhouse, logging/old] }
    metrics: { exporters: [prometheus] }
`;

test('pipelines by signal, and what leads out of them', () => {
  const collector = readCollector(base);
  assert.ok(collector !== undefined);
  const own = [{ file: { root: '', path: 'x' }, collector }];
  assert.deepEqual(
    carrying(own).map(({ pipeline }) => [pipeline.id, pipeline.line, leadingOut(pipeline, own)]),
    [
      ['traces', 27, []],
      ['logs/calls', 28, ['clickhouse']],
    ],
  );
  assert.equal(collector.exporters.get('clickhouse')?.keepsFor, 259_200);
});

test('what redacts, and what only changes', () => {
  const processors = readCollector(base)?.processors ?? new Map();
  const redacting = [...processors].filter(([, { redacts }]) => redacts).map(([id]) => id);
  assert.deepEqual(redacting, ['redaction/pii', 'attributes/mail', 'transform/names', 'transform/redact_card']);
  const sampling = [...processors].flatMap(([id, { samples }]) => (samples === undefined ? [] : [[id, samples]]));
  assert.deepEqual(sampling, [
    ['probabilistic_sampler', 12.5],
    ['probabilistic_sampler/env', 'rules'],
    ['tail_sampling', 'rules'],
  ]);
});

/** The line of the pipeline of traces. */
const wrapped: Readonly<Record<string, readonly [text: string, line: number]>> = {
  'an object of the operator': [
    'kind: OpenTelemetryCollector\nspec:\n  config:\n    service:\n      pipelines:\n        traces: { exporters: [otlp] }\n',
    6,
  ],
  'an object of the operator, as text': [
    'kind: OpenTelemetryCollector\nspec:\n  config: |\n    service:\n      pipelines:\n        traces: { exporters: [otlp] }\n',
    6,
  ],
  'a ConfigMap': [
    'kind: ConfigMap\ndata:\n  relay.yaml: |\n    service:\n      pipelines:\n        traces: { exporters: [otlp] }\n',
    6,
  ],
  'values of a chart': ['config:\n  service:\n    pipelines:\n      traces: { exporters: [otlp] }\n', 4],
};

for (const [name, [text, line]] of Object.entries(wrapped)) {
  test(name, () =>
    assert.deepEqual(
      readCollector(text)?.pipelines.map((one) => [one.id, one.line]),
      [['traces', line]],
    ),
  );
}

for (const text of ['', 'a: 1', 'service: { pipelines: [] }', '{{ if .Values.x }}\n']) {
  test(`no collector: ${JSON.stringify(text)}`, () => assert.equal(readCollector(text), undefined));
}
