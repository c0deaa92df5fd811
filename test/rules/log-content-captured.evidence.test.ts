import { evidence } from '../support/evidence.ts';

const find = evidence('log-content-captured');

const spec = (content: string, more = '') => `
system:
  type: llm
logging:
  content: ${content}
  convention: own
  sample: sample.json
${more}`;
const both = { 'sample.json': '{"question":"x","answer":"y"}' };
const collector = (used: string) => ({
  'otel.yaml': `processors:
  redaction:
  batch:
service:
  pipelines:
    traces: { processors: [${used}], exporters: [otlp] }
`,
});

find('content in full proves it', { spec: spec('full'), files: both, states: { '/logging': 'proven' } });

find('content that the collector redacts proves it', {
  spec: spec('redacted', '  collector: otel.yaml\n'),
  files: { ...both, ...collector('redaction') },
  states: { '/logging': 'proven' },
  says: [/"redaction" in otel\.yaml:2 redacts in the pipeline "traces"/],
});

find('a processor that no pipeline uses redacts nothing', {
  spec: spec('redacted', '  collector: otel.yaml\n'),
  files: { ...both, ...collector('batch') },
  states: { '/logging': 'linked' },
  says: [/where it is redacted, no file that the spec names says/],
});

find('content that the code redacts proves it', {
  spec: spec('redacted', '  emitted_by: src/log.py\n'),
  files: { ...both, 'src/log.py': 'write(question=redact(q))\n' },
  states: { '/logging': 'proven' },
});

find('an input that is not there contradicts it', {
  spec: spec('full').replace('content: full', 'content: full\n           ^^^^ log-content-captured'),
  files: { 'sample.json': '{"question":null,"answer":"y"}' },
  says: [/`content` is full, but sample\.json does not hold the input/],
});

find('none, and kept all the same', {
  spec: spec('none').replace('content: none', 'content: none\n           ^^^^ log-content-captured'),
  files: both,
  stage: 'pilot',
  says: [/`content` is none, but sample\.json:1 keeps the input/],
});

find('by reference is linked', { spec: spec('by-reference'), files: both, states: { '/logging': 'linked' } });

find('of a missing sample another requirement speaks', {
  spec: spec('full'),
  files: {},
  states: { '/logging': 'declared' },
});
