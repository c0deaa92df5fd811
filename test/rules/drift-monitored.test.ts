import { requirement } from '../support/requirement.ts';

const id = 'drift-monitored';
const { find } = requirement(id);

const spec = (perDay: number, window: string, method = 'psi', above = '      above: 0.2\n') => `
system:
  load:
    per_day: ${perDay}
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift:
      kind: drift
      of: queries
      method: ${method}
      reference: real-queries
      window: ${window}
      emitted_as: query_psi
  alerts:
    queries-shifted:
      metric: query-drift
${above}`;
const mark = `\n              ^^ ${id}`;

find('not asked of a pilot', 'system:\n  type: llm\n', 'pilot');
find('no drift metric', `system:\n^^^^^^ ${id}\n  type: llm\n`, 'pre-production');

find('500 rows', spec(250, '2d'));
find('499 rows', spec(499, `1d${mark}`), 'production', /499 a day over 1d = 499 rows: with fewer than 500/);
find('another method', spec(40, '7d', 'domain-classifier'));
find('nobody knows the load', spec(40, '7d').replace('per_day: 40', 'peak_per_minute: 2'));

const unwatched = spec(4000, '7d', 'psi', '').replace('query-drift:\n', `query-drift:\n    ^^^^^^^^^^^ ${id}\n`);
find('an alert without a threshold', unwatched, 'production', /no alert watches it/);
find('a threshold still to be chosen', unwatched.replace(/$/, '      above: TODO e.g. 12%\n'));
find(
  'one of two is watched',
  `${spec(4000, '7d')}`.replace(
    '  alerts:',
    '    other:\n      kind: drift\n      of: outputs\n      method: js\n      reference: real-queries\n      window: 7d\n      emitted_as: o\n  alerts:',
  ),
);
find(
  'no reference is one finding with the rest',
  `evaluation:\n  datasets:\n    real-queries:\n      size: 420\nmonitoring:\n  metrics:\n    query-drift:\n    ^^^^^^^^^^^ ${id}\n      kind: drift\n      of: queries\n  alerts:\n    shifted:\n      metric: query-drift\n      above: 0.2\n`,
  'production',
  /`method`, `reference`, `window`, `emitted_as`.*drift away from something/,
);

const model = (of: string) =>
  `models:\n  score:\n    role: predict\n${spec(4000, '7d').slice(1).replace('of: queries', `of: ${of}`)}`;
find('a model whose features are compared', model('features'));
find(
  'a model whose predictions are compared, and no features',
  model('predictions').replace('  metrics:\n', `  metrics:\n  ^^^^^^^ ${id}\n`),
  'production',
  /"query-drift" look at predictions/,
);
