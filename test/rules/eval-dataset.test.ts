import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

for (const stage of ['pilot', 'production'] as const) {
  find(
    `without any data set there is no test set (${stage})`,
    `
system:
^^^^^^ eval-dataset
  type: llm
logging:
  calls: 100%
`,
    stage,
  );
}

find(
  'only a tuning set is no test set',
  `
evaluation:
  datasets:
  ^^^^^^^^ eval-dataset
    tuning-set:
      path: eval/tuning.jsonl
      size: 900
      use: tune
      owner: claims-ops
`,
);

find(
  'a tuning set beside a test set may be small',
  `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: 420
      use: test
      owner: claims-ops
    tuning-set:
      path: eval/tuning.jsonl
      size: 12
      use: tune
      owner: claims-ops
`,
);

find(
  'a data set that does not say what it is for is measured on',
  `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: 12
            ^^ eval-dataset
      use: TODO test | tune
      owner: claims-ops
`,
);

find(
  '0 rows, and placeholders',
  `
evaluation:
  datasets:
    real-queries:
      path: TODO e.g. eval/queries.jsonl
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ eval-dataset
      size: 0
            ^ eval-dataset
      owner: TBD
             ^^^ eval-dataset
`,
  'pilot',
);

find(
  'an empty field is missing',
  `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size:
      ^^^^ eval-dataset
      owner: claims-ops
`,
);

find(
  'what has no form is left to `invalid-value`',
  `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: many
      owner: claims-ops
`,
);

for (const [size, least] of [
  [29, 'pilot'],
  [30, 'pre-production'],
  [99, 'pre-production'],
  [100, 'production'],
  [199, 'production'],
  [200, undefined],
] as const) {
  for (const stage of ['pilot', 'pre-production', 'production'] as const) {
    const order = ['pilot', 'pre-production', 'production'];
    const short = least !== undefined && order.indexOf(least) <= order.indexOf(stage);
    const caret = `            ${'^'.repeat(String(size).length)} eval-dataset\n`;
    find(
      `${size} cases are ${short ? 'too few' : 'enough'} for ${stage}`,
      `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: ${size}
${short ? caret : ''}      owner: claims-ops
`,
      stage,
    );
  }
}

const alert = (below: string, size: string) => `
evaluation:
  datasets:
    real-queries:
      path: eval/queries.jsonl
      size: ${size}
      owner: claims-ops
  retrieval:
    recall@8:
      min: 0.88
monitoring:
  metrics:
    recall-weekly:
      kind: retrieval
      by: real-queries
  alerts:
    recall-low:
      metric: recall-weekly
      below: ${below}
`;

find('420 cases know 0.88 to 3.1 points, 4 below it can be told', alert('0.84', '420'));
find(
  'the margin of error is wider than the distance from target to alert',
  alert('0.84', '220\n            ^^^ eval-dataset'),
);
find('the same in percent', alert('84%', '220\n            ^^^ eval-dataset'));
find('an alert above the target needs no such precision', alert('0.90', '220'));
find('the margin is asked from pre-production on', alert('0.84', '220'), 'pilot');

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['eval-dataset']);
  });
}
