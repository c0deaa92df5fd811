import { evidence } from '../support/evidence.ts';

const find = evidence('log-privacy');

const spec = (more: string, carets = '') => `
sources:
  letters:
    data:
      personal: personal
owners:
  claims-ops:
    team: Claims Platform Operations
logging:
  content: redacted
  redacts:
    - names
    - iban
${carets}  readers:
    - claims-ops
${more}`;
const config = (words: string) => `processors:
  transform/redact:
    trace_statements: ['replace_all_patterns(attributes, "value", "x", "[${words}]")']
service: { pipelines: { traces: { processors: [transform/redact], exporters: [otlp] } } }
`;

find('a processor at work is linked, with what it names', {
  spec: spec('  collector: otel.yaml\n'),
  files: { 'otel.yaml': config('IBAN') },
  states: { '/logging': 'linked' },
  says: [/"transform\/redact" in otel\.yaml:2 redacts in the pipeline "traces"; it names iban/],
});

const unused = (pipelines: string) =>
  config('IBAN').replace(/service:.*\n/, `service: { pipelines: { ${pipelines} } }\n`);
find('a processor that was taken out of the pipeline', {
  spec: spec('  collector: otel.yaml\n             ^^^^^^^^^ log-privacy\n'),
  files: { 'otel.yaml': unused('traces: { processors: [batch], exporters: [otlp] }') },
  says: [/^"transform\/redact" in otel\.yaml:2 redacts, but no pipeline uses it: records are stored without\.$/],
});
find('a pipeline beside the one that redacts', {
  spec: spec('  collector: otel.yaml\n'),
  files: {
    'otel.yaml': unused('traces: { processors: [transform/redact], exporters: [otlp] }, logs: { exporters: [otlp] }'),
  },
  states: { '/logging': 'linked' },
  says: [/it names iban; nothing redacts in "logs"\.$/],
});
const twice = (second: string) =>
  unused(
    `traces: { receivers: [otlp], processors: [transform/redact], exporters: [otlp] }, traces/raw: { receivers: [otlp], ${second} }`,
  );
find('a pipeline that brings the same to the same place as it is', {
  spec: spec('  collector: otel.yaml\n             ^^^^^^^^^ log-privacy\n'),
  files: { 'otel.yaml': twice('processors: [batch], exporters: [debug, otlp]') },
  says: [
    /^The pipeline "traces\/raw" brings to "otlp" without "transform\/redact" what "traces" brings there with it \(otel\.yaml:4\)\.$/,
  ],
});
for (const [name, second] of [
  ['to another place', 'exporters: [zipkin]'],
  ['of some records', 'processors: [filter/health], exporters: [otlp]'],
] as const)
  find(`a pipeline ${name} beside the one that redacts`, {
    spec: spec('  collector: otel.yaml\n'),
    files: { 'otel.yaml': twice(second) },
    states: { '/logging': 'linked' },
    says: [/nothing redacts in "traces\/raw"\.$/],
  });
find('a function that redacts nothing', {
  spec: spec('  emitted_by: telemetry.py\n              ^^^^^^^^^^^^ log-privacy\n'),
  files: { 'telemetry.py': 'def redact(text):\n    return text\n\nspan.set("x", redact(question))\n' },
  says: [/^"redact" in telemetry\.py:2 returns what it is given: nothing is taken out\.$/],
});

find('a processor that redacts before a connector', {
  spec: spec('  collector: otel.yaml\n'),
  files: {
    'otel.yaml': `connectors: { forward/a: {} }\n${unused(
      'traces/in: { processors: [transform/redact], exporters: [forward/a] }, traces: { receivers: [forward/a], exporters: [otlp] }',
    )}`,
  },
  states: { '/logging': 'linked' },
  says: [/it names iban\.$/],
});

find('a collector that redacts nothing is linked, since it may be done elsewhere', {
  spec: spec('  collector: otel.yaml\n'),
  files: { 'otel.yaml': 'service: { pipelines: { traces: { exporters: [otlp] } } }\n' },
  states: { '/logging': 'linked' },
  says: [/Nothing in otel\.yaml redacts; it may be done elsewhere/],
});

find('a sample that holds what is redacted contradicts it', {
  spec: spec('  sample: sample.json\n', '      ^^^^ log-privacy\n'),
  files: { 'sample.json': '{"question":\n"pay to DE89 3704 0044 0532 0130 00"}' },
  says: [/^"iban" is redacted, but sample\.json:2 holds a valid IBAN\.$/],
});

find('a sample without it says nothing', {
  spec: spec('  sample: sample.json\n'),
  files: { 'sample.json': '{"question":"pay to [IBAN]"}' },
  states: { '/logging': 'declared' },
});
