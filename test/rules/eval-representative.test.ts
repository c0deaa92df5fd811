import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const set = (lines: string) => `
system:
  launch: 2026-10-05
evaluation:
  datasets:
    real-queries:
${lines.replaceAll(/^/gm, '      ')}
`;

const window = 'sampled:\n  from: 2026-10-06\n  to: 2026-11-05\n  how: ';

find('drawn at random from production', set(`origin: production\n${window}every query\nrefresh_every: 90d`));

find(
  'nothing said',
  `
evaluation:
  datasets:
    real-queries:
    ^^^^^^^^^^^^ eval-representative
      path: eval/queries.jsonl
`,
);

find(
  'part of the window missing',
  set(`origin: production
sampled:
^^^^^^^ eval-representative
  how: every query
refresh_every: 90d`),
);

find('no data set is told by `eval-dataset`', 'system:\n  type: llm\n');

for (const origin of ['expert', 'synthetic']) {
  find(
    `only ${origin}`,
    set(`origin: ${origin}\n        ${'^'.repeat(origin.length)} eval-representative\nrefresh_every: 90d`),
  );
}

find(
  'cases by experts beside real ones',
  `
evaluation:
  datasets:
    real-queries:
      origin: pilot-users
      sampled:
        from: 2026-10-06
        to: 2026-11-05
        how: every query
      refresh_every: 90d
    hard-cases:
      origin: expert
      refresh_every: 90d
`,
);

find(
  'real cases that are only used for tuning do not help',
  `
evaluation:
  datasets:
    hard-cases:
      origin: expert
              ^^^^^^ eval-representative
      refresh_every: 90d
    tuning-set:
      origin: production
      use: tune
`,
);

for (const how of ['selected', 'hand-picked', 'hand picked by the team', 'curated', 'selected by experts']) {
  find(
    `"${how}"`,
    set(
      `origin: production\n${window}${how}\n       ${'^'.repeat(how.length)} eval-representative\nrefresh_every: 90d`,
    ),
  );
}

for (const how of [
  'selected at random',
  'randomly selected',
  'stratified by line and role',
  'every referral plus a random 5 % of the rest',
]) {
  find(`"${how}" is a way of drawing`, set(`origin: production\n${window}${how}\nrefresh_every: 90d`));
}

find(
  'a placeholder',
  set(`origin: production\n${window}TODO e.g. random\n       ^^^^^^^^^^^^^^^^ eval-representative\nrefresh_every: 90d`),
);

const ended = (to: string, launch = '2025-01-01') => `
system:
  launch: ${launch}
evaluation:
  datasets:
    real-queries:
      origin: production
      sampled:
        from: 2025-02-01
        to: ${to}
        how: every query
      refresh_every: 90d
`;

find('the window ended 180 days ago', ended('2026-05-26'));
find('the window ended 181 days ago', ended('2026-05-25\n            ^^^^^^^^^^ eval-representative'));
find('the window ends tomorrow', ended('2026-11-23\n            ^^^^^^^^^^ eval-representative'));

find(
  'labels that come late make a window older',
  `
models:
  fraud-score:
    role: predict
    training:
      label_delay: 120d
evaluation:
  datasets:
    after-training:
      origin: production
      sampled:
        from: 2026-01-01
        to: 2026-01-26
        how: every claim
      refresh_every: 90d
`,
);

find(
  'production before any traffic existed',
  `
system:
  launch: 2026-12-01
evaluation:
  datasets:
    real-queries:
      origin: production
              ^^^^^^^^^^ eval-representative
      sampled:
        from: 2026-10-06
        to: 2026-11-05
        how: every query
      refresh_every: 90d
`,
);

find(
  'traffic of the process before the launch is historical',
  set(
    `origin: historical\n${window.replace('2026-10', '2026-08').replace('2026-11', '2026-09')}every query\nrefresh_every: 90d`,
  ),
);

const once = `
evaluation:
  datasets:
    real-queries:
      origin: pilot-users
      sampled:
        from: 2026-10-06
        to: 2026-11-05
        how: every query
`;

find('a pilot draws once', once, 'pilot');
find(
  'later the set is drawn again',
  once.replace('real-queries:\n', 'real-queries:\n    ^^^^^^^^^^^^ eval-representative\n'),
  'pre-production',
);

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['eval-representative']);
  });
}
