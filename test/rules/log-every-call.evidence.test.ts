import { evidence } from '../support/evidence.ts';

const find = evidence('log-every-call');

const spec = (more: string, calls = '100%') => `
logging:
  calls: ${calls}
  convention: otel-genai/1.41
  fields:
    - model_version
    - tokens
  store: elastic:claims-ai-calls
${more}`;
const collector = '  collector: otel/collector.yaml\n';
const marked = '             ^^^^^^^^^^^^^^^^^^^ log-every-call\n';

const config = (exporters: string, processors = '') => `exporters:
  debug:
  elasticsearch: { traces_index: claims-ai-calls }
processors:
  probabilistic_sampler: { sampling_percentage: 10 }
  tail_sampling: {}
connectors:
  span_metrics:
service:
  pipelines:
    traces: { processors: [${processors}], exporters: [${exporters}] }
`;

find('a pipeline that leads to a store proves it', {
  spec: spec(collector),
  files: { 'otel/collector.yaml': config('debug, elasticsearch') },
  states: { '/logging': 'proven' },
  says: [/The pipeline "traces" in otel\/collector\.yaml:11 exports to elasticsearch\./],
});

find('a pipeline that only prints, or only counts, keeps nothing', {
  spec: spec(`${collector}${marked}`),
  files: { 'otel/collector.yaml': config('debug, span_metrics') },
  says: [/only reach the debug exporter/],
});

find('what another file adds hangs on whether it is loaded', {
  spec: spec(collector),
  files: {
    'otel/collector.yaml': config('debug, span_metrics'),
    'otel/collector-prod.yaml': 'service: { pipelines: { traces: { exporters: [span_metrics, otlp/jaeger] } } }\n',
    'otel/deep/other.yaml': 'service: { pipelines: { traces: { exporters: [otlp] } } }\n',
  },
  states: { '/logging': 'linked' },
  says: [/otel\/collector-prod\.yaml:1 exports to otlp\/jaeger, where it is loaded as well/],
});

find('files that are named together are loaded together', {
  spec: spec('  collector: otel/collector*.yaml\n'),
  files: {
    'otel/collector.yaml': config('debug, span_metrics'),
    'otel/collector-prod.yaml': 'service: { pipelines: { traces: { exporters: [span_metrics, otlp/jaeger] } } }\n',
  },
  states: { '/logging': 'proven' },
  says: [/exports to otlp\/jaeger/],
});

find('a sampler contradicts the share', {
  spec: spec(collector).replace('calls: 100%', 'calls: 100%\n         ^^^^ log-every-call'),
  files: { 'otel/collector.yaml': config('elasticsearch', 'probabilistic_sampler') },
  says: [/100% of the calls are to be kept, but "probabilistic_sampler" in otel\/collector\.yaml:5 lets 10% through/],
});

find('a sampler that is only defined does nothing', {
  spec: spec(collector),
  files: { 'otel/collector.yaml': config('elasticsearch') },
  states: { '/logging': 'proven' },
});

find('a sampler by rules is linked', {
  spec: spec(collector),
  files: { 'otel/collector.yaml': config('elasticsearch', 'tail_sampling') },
  states: { '/logging': 'linked' },
});

const pipeline = (processors: string, pipelines: string) => `processors:
${processors}
exporters: { elasticsearch: {}, otlp: {}, debug: {} }
connectors: { forward: {} }
service:
  pipelines:
${pipelines}
`;
const one = '    traces: { processors: [p], exporters: [elasticsearch] }';
type Outcome = 'proven' | 'linked' | 'contradicted';
const ways: readonly (readonly [name: string, outcome: Outcome, processors: string, pipelines: string])[] = [
  ['a filter on the span of a call', 'contradicted', 'traces: { span: [\'name == "chat gpt-4.1"\'] }', one],
  ['a filter on all', 'contradicted', "traces: { span: ['true'] }", one],
  [
    'a filter on calls in the form of today',
    'contradicted',
    'trace_conditions: [\'span.attributes["gen_ai.system"] != nil\']',
    one,
  ],
  [
    'a filter that leaves spans out by name',
    'contradicted',
    'spans: { exclude: { match_type: strict, span_names: [chat] } }',
    one,
  ],
  ['a filter that keeps calls only', 'proven', 'spans: { include: { match_type: strict, span_names: [chat] } }', one],
  ['a filter that keeps something else', 'linked', 'spans: { include: { match_type: strict, span_names: [x] } }', one],
  ['a filter on what is no call', 'linked', 'traces: { span: [\'attributes["gen_ai.system"] == nil\'] }', one],
  ['a filter on something else', 'linked', 'traces: { span: [\'attributes["tenant"] == "b"\'] }', one],
  ['a filter on another kind of chat', 'linked', 'traces: { span: [\'name == "chat.window.opened"\'] }', one],
  ['a filter by a pattern', 'contradicted', 'traces: { span: [\'IsMatch(name, "^chat.*")\'] }', one],
  ['a filter on health checks', 'proven', 'traces: { span: [\'attributes["url.path"] == "/chat/healthz"\'] }', one],
  ['a filter on metrics', 'proven', "metrics: { metric: ['true'] }", one],
  ['a filter on logs, where calls are spans', 'proven', "logs: { log_record: ['true'] }", one],
];
for (const [name, outcome, filter, pipelines] of ways) {
  const files = { 'otel/collector.yaml': pipeline(`  filter: { ${filter} }`, pipelines.replace('[p]', '[filter]')) };
  find(
    name,
    outcome === 'contradicted'
      ? {
          spec: spec(collector).replace('calls: 100%', 'calls: 100%\n         ^^^^ log-every-call'),
          files,
          says: [/100% of the calls are to be kept, but "filter" in otel\/collector\.yaml:2 drops those where /],
        }
      : { spec: spec(collector), files, states: { '/logging': outcome } },
  );
}
const sampler = '  probabilistic_sampler: { sampling_percentage: 10 }';
const samplers: readonly (readonly [name: string, outcome: Outcome, processors: string, pipelines: string])[] = [
  [
    'of two ways one keeps all',
    'proven',
    sampler,
    `    traces/all: { exporters: [elasticsearch] }\n    traces: { processors: [probabilistic_sampler], exporters: [otlp] }`,
  ],
  [
    'a sampler before a connector',
    'contradicted',
    sampler,
    `    traces/in: { processors: [probabilistic_sampler], exporters: [forward] }\n    traces: { receivers: [forward], exporters: [otlp] }`,
  ],
  [
    'a sampler of logs, where calls are spans',
    'proven',
    sampler,
    `    traces: { exporters: [otlp] }\n    logs: { processors: [probabilistic_sampler], exporters: [otlp] }`,
  ],
  [
    'a sampler on the way to the screen',
    'proven',
    sampler,
    `    traces: { exporters: [otlp] }\n    traces/debug: { processors: [probabilistic_sampler], exporters: [debug] }`,
  ],
  [
    'a policy that keeps all',
    'proven',
    '  tail_sampling: { policies: [{ name: a, type: always_sample }] }',
    one.replace('[p]', '[tail_sampling]'),
  ],
  [
    'a policy that keeps a share',
    'contradicted',
    '  tail_sampling: { policies: [{ name: a, type: probabilistic, probabilistic: { sampling_percentage: 10 } }] }',
    one.replace('[p]', '[tail_sampling]'),
  ],
  [
    'policies of which one looks at errors',
    'linked',
    '  tail_sampling: { policies: [{ type: status_code }, { type: probabilistic, probabilistic: { sampling_percentage: 10 } }] }',
    one.replace('[p]', '[tail_sampling]'),
  ],
];
for (const [name, outcome, processors, pipelines] of samplers) {
  const files = { 'otel/collector.yaml': pipeline(processors, pipelines) };
  find(
    name,
    outcome === 'contradicted'
      ? {
          spec: spec(collector).replace('calls: 100%', 'calls: 100%\n         ^^^^ log-every-call'),
          files,
          says: [/100% of the calls are to be kept, but .* lets 10% through/],
        }
      : { spec: spec(collector), files, states: { '/logging': outcome } },
  );
}

find('pipelines of metrics carry no records', {
  spec: spec(`${collector}${marked}`),
  files: { 'otel/collector.yaml': 'service: { pipelines: { metrics: { exporters: [prometheus] } } }\n' },
  says: [/No pipeline of otel\/collector\.yaml carries traces or logs, only metrics/],
});

const whole = (pipelines: string) =>
  `receivers: { otlp: {} }\nprocessors: { batch: {} }\nexporters: { otlp: {} }\nconnectors: { forward: {} }\nservice:\n  pipelines:\n${pipelines}`;
const absent: readonly (readonly [what: string, parts: string])[] = [
  ['receiver "zipkin"', 'receivers: [zipkin], processors: [batch], exporters: [otlp]'],
  ['processor "redaction"', 'receivers: [otlp], processors: [redaction, batch], exporters: [otlp]'],
  ['exporter "otlp/store"', 'receivers: [otlp], processors: [batch], exporters: [otlp/store]'],
];
for (const [what, parts] of absent) {
  find(`the ${what} of a pipeline is not defined`, {
    spec: spec(`${collector}${marked}`),
    files: { 'otel/collector.yaml': whole(`    traces: { ${parts} }\n`) },
    says: [
      new RegExp(
        `^No collector starts with otel/collector.yaml: in line 7 the pipeline "traces" has the ${what}, which is not`,
      ),
    ],
  });
}
find('what a file beside it defines may be loaded with it', {
  spec: spec(collector),
  files: {
    'otel/collector.yaml': whole(`    traces: { receivers: [otlp], exporters: [otlp/store] }\n`),
    'otel/extras.yaml': 'exporters:\n  otlp/store:\n    endpoint: x\n',
  },
  states: { '/logging': 'proven' },
});
find('what a chart defines beside its values', {
  spec: spec(collector),
  files: {
    'otel/collector.yaml': `config:\n${whole(
      `    traces: { receivers: [otlp], processors: [memory_limiter], exporters: [otlp] }\n`,
    ).replaceAll(/^/gm, '  ')}`,
  },
  states: { '/logging': 'proven' },
});

find('what configures no collector is linked', {
  spec: spec(collector),
  files: { 'otel/collector.yaml': 'sources: { in: { type: file } }\n' },
  states: { '/logging': 'linked' },
});

find('no such file', {
  spec: spec(`${collector}${marked}`),
  files: {},
  says: [/There is no "otel\/collector\.yaml"/],
});

const instrumented =
  'from x import OpenAIInstrumentor\nif settings.otel_enabled:\n    OpenAIInstrumentor().instrument()\n';

find('code alone is linked', {
  spec: spec('  emitted_by: src/telemetry.py\n'),
  files: { 'src/telemetry.py': instrumented },
  states: { '/logging': 'linked' },
  says: [/sets up `OpenAIInstrumentor` in line 3; which calls reach the store, no file says/],
});

find('code and a pipeline prove it', {
  spec: spec(`${collector}  emitted_by: src/telemetry.py\n`),
  files: { 'src/telemetry.py': instrumented, 'otel/collector.yaml': config('elasticsearch') },
  states: { '/logging': 'proven' },
});

find('names that stand in any code prove nothing', {
  spec: spec(`${collector}  emitted_by: src/main.py\n`).replace(
    '    - tokens',
    '    - tokens\n    - time\n    - error\n    - cost',
  ),
  files: { 'src/main.py': 'run(time=now, error="status")\n', 'otel/collector.yaml': config('elasticsearch') },
  states: { '/logging': 'linked' },
});

find('code that names nothing is linked', {
  spec: spec(`${collector}  emitted_by: src/main.py\n`),
  files: { 'src/main.py': 'print("hello")\n', 'otel/collector.yaml': config('elasticsearch') },
  states: { '/logging': 'linked' },
  says: [/names none of the declared fields, and sets up nothing known to record calls/],
});

find('a switch that production has turned off', {
  spec: spec('  emitted_by: src/telemetry.py\n              ^^^^^^^^^^^^^^^^ log-every-call\n'),
  files: {
    'src/telemetry.py': instrumented,
    'fly.toml': "[env]\n  ENVIRONMENT = 'production'\n  OTEL_ENABLED = 'false'\n",
    'deploy/configmap.yaml': 'data: { }\n',
  },
  says: [/records calls where OTEL_ENABLED says so, and fly\.toml:3 turns it off in production/],
});

const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'in a file that may be for anybody': { 'compose.yaml': 'environment:\n  - OTEL_ENABLED=false\n' },
  'in an example': { '.env.production.example': 'OTEL_ENABLED=false\n' },
  'that the code does not ask for': { 'fly.toml': 'ENVIRONMENT = "production"\nLANGFUSE_ENABLED = "false"\n' },
  'in a comment': { 'fly.toml': 'ENVIRONMENT = "production"\n# OTEL_ENABLED = "false"\n' },
};

for (const [name, files] of Object.entries(harmless)) {
  find(`a switch ${name} stands against nothing`, {
    spec: spec('  emitted_by: src/telemetry.py\n'),
    files: { 'src/telemetry.py': instrumented, ...files },
    states: { '/logging': 'linked' },
  });
}

find('a sample alone is linked', {
  spec: spec('  sample: sample.json\n'),
  files: { 'sample.json': '{"model":"m"}' },
  states: { '/logging': 'linked' },
  says: [/A record is in sample\.json; which calls reach the store, no file says/],
});
