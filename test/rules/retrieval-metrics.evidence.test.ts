import { evidence } from '../support/evidence.ts';

const find = evidence('retrieval-metrics');

const spec = (measured: string, marked = false) => `
system:
  type: rag
indexes:
  claims-index:
    top_k: 8
evaluation:
  retrieval:
    recall@8:
      min: 0.88
${marked ? '           ^^^^ retrieval-metrics\n' : ''}      measured: ${measured}
`;
const states = { '/evaluation/retrieval/recall@8': 'proven' };

find('a value at a pointer', {
  spec: spec('r.json#/retrieval/recall@8'),
  files: { 'r.json': '{"retrieval":{"recall@8":0.91}}' },
  states,
});
find('the same by its name in another spelling', {
  spec: spec('r.yaml#recall_at_8'),
  files: { 'r.yaml': 'retrieval:\n  recall_at_8: 0.91\n' },
  states,
});
find('too little', {
  spec: spec('r.json#/retrieval/recall@8', true),
  files: { 'r.json': '{"retrieval":{"recall@8":0.87}}' },
  says: [/0.88 is the least here, but r.json:1 says 0.87/],
});
find('the share of tests that passed', {
  spec: spec('r.xml#pass-rate', true),
  files: {
    'r.xml':
      '<testsuite name="r" tests="2" failures="0" errors="0"><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>',
  },
  says: [/says 0.5/],
});
