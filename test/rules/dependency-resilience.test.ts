import { requirement } from '../support/requirement.ts';

const id = 'dependency-resilience';
const { find } = requirement(id);

const slo = (latency: string) => `operations:\n  slo:\n    p95_latency: ${latency}\n`;
const model = (timeout: string, retries: string | number, ifDown = 'search-only', rest = '') =>
  `models:\n  answer-llm:\n    provider: azure-openai\n${rest}    resilience:\n      timeout: ${timeout}\n      retries: ${retries}\n      if_down: ${ifDown}\n`;
const at = (column: number, value: string) => `${value}\n${' '.repeat(column)}${'^'.repeat(value.length)} ${id}`;
const rag = 'system:\n  type: rag\n';

find('60 seconds in all', rag + model('12s', 4));
find(
  'more than that',
  rag + model(at(15, '12s'), 5),
  {},
  /^12s x 6 tries = 1m 12s, and somebody is waiting; 1m is the most\.$/,
);
find('without retries', rag + model(at(15, '2m'), 0), {}, /^2m, and somebody is waiting/);
find('a warning before production', rag + model(at(15, '12s'), 5), 'pre-production');
find('a pilot is not asked', 'models:\n  answer-llm:\n    provider: azure-openai\n', 'pilot');
find('nobody waits for a prediction', `system:\n  type: model\n${model('12s', 5)}`);
find(
  'somebody waits where a fast answer is promised',
  `system:\n  type: model\n${model(at(15, '12s'), 5)}${slo('300ms')}`,
);
find('nobody waits where a slow one is', `${rag}${model('12s', 5)}${slo('10m')}`);
find('prompts in a batch', `system:\n  type: llm\n${model('12s', 5)}`);
find('prompts of people', `system:\n  type: llm\n  users:\n    who: claims handlers\n${model(at(15, '12s'), 5)}`);
find(
  'nobody waits for a judge',
  `${rag}${model('20s', 5, 'score-later', '    role: judge\n')}monitoring:\n  metrics:\n    groundedness-live:\n      kind: quality\n      by: answer-llm\n`,
);

find('10 retries', model('2s', 10));
find(
  '11 retries, and no sum on top of them',
  rag + model('20s', at(15, '11')),
  {},
  /^11 retries are no end; 10 are the most\.$/,
);
find('"unlimited" is told by `invalid-value`', model('2s', 'unlimited'));
find('no timeout', model(at(15, '0s'), 1), {}, /0s is no timeout/);
find(
  'a timeout below the latency of 19 in 20',
  model(at(15, '2s'), 1, 'search-only', '    limits:\n      p95: 4s\n'),
  {},
  /^2s cuts off one call in twenty or more: `p95` is 4s\.$/,
);
find('a timeout at it', model('4s', 1, 'search-only', '    limits:\n      p95: 4s\n'));

for (const word of [
  'error',
  'an error message',
  'return 503',
  'HTTP 500',
  'retry',
  'nothing',
  'crash',
  'show error page',
])
  find(`"${word}"`, model('2s', 1, at(15, word)), {}, /does not say what people get instead/);
for (const word of ['search-only', 'score-later', 'queue', 'error message with links to the DMS', 'nothing but links'])
  find(`${word} is behaviour`, model('2s', 1, word));

find('a source behind an API', `sources:\n  claim-record:\n  ^^^^^^^^^^^^ ${id}\n    via: api\n`);
find('a source in an index', 'sources:\n  letters:\n    via: index\n');
find('a model of one’s own', 'models:\n  embedder:\n    provider: self-hosted\n');
