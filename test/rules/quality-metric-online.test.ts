import { requirement } from '../support/requirement.ts';

const id = 'quality-metric-online';
const { find, states, fixes } = requirement(id);

const metric = (lines: string, more = '') => `
system:
  load:
    per_day: 100
owners:
  claims-ops:
    team: Claims Operations
evaluation:
  datasets:
    real-queries:
      size: 420
${more}monitoring:
  metrics:
    watched:
      kind: quality
      window: 24h
      emitted_as: watched
${lines}`;

find('a pilot is warned', 'system:\n^^^^^^ quality-metric-online\n  type: llm\n', 'pilot', /Nothing measures/);
find(
  'no metric of kind quality among others',
  'monitoring:\n  metrics:\n  ^^^^^^^ quality-metric-online\n    calls: { kind: usage }\n',
  'production',
  /"calls" can all look well/,
);

find(
  'a metric whose kind is still to be chosen',
  'monitoring:\n  metrics:\n  ^^^^^^^ quality-metric-online\n    calls: { kind: usage }\n    live:\n      kind: TODO quality | usage\n',
  'production',
  /the kind of "live" is still open/,
);
find(
  'a metric without a kind',
  'monitoring:\n  metrics:\n  ^^^^^^^ quality-metric-online\n    live:\n      window: 24h\n',
  'production',
  /the kind of "live" is still open/,
);

// 1% of 100 a day is one case a day.
find('one case in a window', metric('      by: claims-ops\n      sample: 1%\n'));
find(
  'less than one case in a window',
  metric('      by: claims-ops\n      sample: 0.9%\n              ^^^^ quality-metric-online\n'),
  'production',
  /0\.9% of 100 a day over 24h = 0\.9 scored outputs/,
);
find(
  'less than one of a number a week',
  metric('      by: claims-ops\n      sample: 6/week\n              ^^^^^^ quality-metric-online\n'),
  'production',
  /6\/week over 24h = 0\.86/,
);
find(
  'a number of 0',
  metric('      by: claims-ops\n      sample: 0/week\n              ^^^^^^ quality-metric-online\n'),
);
find('a replayed data set has no sample', metric('      by: real-queries\n'));
find('nor a window', metric('      by: real-queries\n').replace('      window: 24h\n', ''));
find(
  'a reviewer needs a sample',
  metric('      by: claims-ops\n').replace('watched:\n', `watched:\n    ^^^^^^^ ${id}\n`),
  'production',
  /has no `sample`/,
);
find(
  'thumbs beside something that scores',
  `${metric('      by: real-queries\n')}    thumbs: { kind: quality, by: claims-ops, sample: 100%, window: 7d, emitted_as: thumbs }\n`,
);
find(
  'the rating of an expert is no click',
  metric('      by: claims-ops\n      sample: 40/week\n').replace('emitted_as: watched', 'emitted_as: expert_rating'),
);
find(
  'the rating of users is',
  metric('      by: claims-ops\n      sample: 40/week\n')
    .replace('emitted_as: watched', 'emitted_as: user_rating')
    .replace('watched:\n', `watched:\n    ^^^^^^^ ${id}\n`),
  'production',
  /the few who click/,
);
find(
  'an error that a judge computes is quality',
  metric('      by: real-queries\n').replace('emitted_as: watched', 'emitted_as: character_error_rate'),
);
find('an undefined reviewer is told by `undefined-id`', metric('      by: claims-opps\n      sample: 5%\n'));

const labels = (delay: string, mark: string) =>
  metric(
    `      by: outcomes\n${mark}      sample: 100%\n`,
    `sources:\n  outcomes:\n    via: training\nmodels:\n  score:\n    role: predict\n    training:\n      from:\n        - outcomes\n      label_delay: ${delay}\n`,
  );
find('labels after 30 days', labels('30d', ''));
find('labels after 31 days', labels('31d', `          ^^^^^^^^ ${id}\n`), 'production', /after 31d/);
find(
  'labels that come late, and something earlier',
  `${labels('120d', '')}    review: { kind: quality, by: claims-ops, sample: 30/week, window: 7d, emitted_as: review }\n`,
);

states('each metric is a subject', metric('      by: claims-ops\n      sample: 5%\n'), [
  '/monitoring/metrics/watched declared',
]);
fixes(
  'the skeleton has its kind and no answer',
  'monitoring:\n^^^^^^^^^^ quality-metric-online\n  live_since: 2026-08-03\n',
  `
monitoring:
  live_since: 2026-08-03
  metrics:
    output-quality:
      kind: quality
      by: TODO model id or owner id or data set id or source id
      sample: TODO e.g. 5%
      window: TODO e.g. 24h
      emitted_as: TODO e.g. claims_ai_groundedness_ratio
`,
  'pilot',
);
