import { evidence } from '../support/evidence.ts';

const find = evidence('log-retention');

const spec = `
logging:
  retention: 90d
  collector: otel.yaml
`;
const config = (ttl: string, used = 'clickhouse') => ({
  'otel.yaml': `exporters:
  clickhouse: { ttl: ${ttl} }
service: { pipelines: { traces: { exporters: [${used}] } } }
`,
});

find('an exporter that deletes after as long proves it', {
  spec,
  files: config('2160h'),
  states: { '/logging': 'proven' },
});

find('an exporter that deletes earlier contradicts it', {
  spec: spec.replace('90d', '90d\n             ^^^ log-retention'),
  files: config('72h'),
  says: [/Records are to be kept for 90d, but "clickhouse" in otel\.yaml:2 keeps them for 72h/],
});

for (const [name, files] of Object.entries({
  'an exporter that leaves it to the store': config('0s'),
  'an exporter that nothing uses': config('72h', 'otlp'),
})) {
  find(name, { spec, files, states: { '/logging': 'declared' } });
}
