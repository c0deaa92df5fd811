import { requirement } from '../support/requirement.ts';

const id = 'retrieval-metric-online';
const { find, states } = requirement(id);

const index = 'indexes:\n  claims-index:\n    max_age: 28h\n';
const spec = (...lines: readonly string[]) => `${index}monitoring:\n  metrics:\n${lines.join('')}`;
const metric = (name: string, series: string) =>
  `    ${name}:\n      kind: retrieval\n      window: 1h\n      emitted_as: ${series}\n`;
const marked = (name: string, series: string) =>
  metric(name, series).replace(':\n', `:\n    ${'^'.repeat(name.length)} ${id}\n`);

find('without an index', 'monitoring:\n  metrics:\n    calls: { kind: usage }\n');
find('not asked of a pilot', spec('    calls: { kind: usage }\n'), 'pilot');
find(
  'nothing of the kind',
  `${index}monitoring:\n  metrics:\n  ^^^^^^^ ${id}\n    calls: { kind: usage }\n`,
  'pre-production',
);
find('the share without a result', spec(metric('no-result-share', 'no_result_ratio')));
find('the number without a result', spec(metric('empty', 'no_result_count')));
find(
  'results beside age and errors',
  spec(metric('age', 'index_age'), metric('store', 'http_5xx'), metric('top', 'top_score')),
);
find('only age', spec(marked('freshness', 'index_age')), 'production', /tells how old the index is/);
find('only whether a refresh ran', spec(marked('refresh-runs', 'dag_success')), 'production', /whether a refresh ran/);
find('only how much there is', spec(marked('vectors', 'vector_count')), 'production', /how much is in the index/);
find(
  'two of them are one finding',
  spec(marked('store', 'latency'), metric('vectors', 'vector_count')),
  'production',
  /"store" tells whether the store answers, "vectors"/,
);
find(
  'without a window or a name',
  `${index}monitoring:\n  metrics:\n    recall:\n    ^^^^^^ ${id}\n      kind: retrieval\n`,
  'production',
  /`window`, `emitted_as`/,
);
states('the metrics that tell are the subjects', spec(metric('age', 'index_age'), metric('top', 'top_score')), [
  '/monitoring/metrics/top declared',
]);
