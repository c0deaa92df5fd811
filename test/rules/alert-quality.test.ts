import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { points } from '../../core/src/rules/proofs/precision.ts';
import { assertFindings, today } from '../support/carets.ts';

/** One alert on a quality metric, with an objective of 0.90 where there is one. */
const alert = (bound: string, objective = 'min: 0.90', metric = 'sample: 5%', id = 'groundedness-live') => `
system:
  load:
    per_day: 4000
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    ${id}:
      kind: quality
      ${metric}
      window: 24h
  alerts:
    groundedness-low:
      metric: ${id}
      ${bound}
operations:
  slo:
    quality:
      metric: groundedness-live
      ${objective}
`;

find('not asked of a pilot', 'system:\n  type: llm\n', 'pilot');
find('no monitoring at all', 'system:\n^^^^^^ alert-quality\n  type: llm\n', 'pre-production');

find(
  'none: the metric is there, the alert is not',
  `
monitoring:
^^^^^^^^^^ alert-quality
  metrics:
    groundedness-live:
      kind: quality
`,
);

find(
  'none: an alert on a metric nobody defined',
  `
monitoring:
  alerts:
  ^^^^^^ alert-quality
    groundedness-low:
      metric: groundedness-live
      below: 0.88
`,
);

// 5% of 4000 a day are 200 scored answers; at 0.90 they are good to 4.2 points.
find('as near as the sample allows', alert('below: 0.86'));
find('looser than the objective by more than its margin', alert('below: 0.85\n             ^^^^ alert-quality'));
find('the same in percent', alert('below: 85%\n             ^^^ alert-quality'));
find('stricter than the objective', alert('below: 0.95'));
find(
  'a larger sample has a smaller margin',
  alert('below: 0.87\n             ^^^^ alert-quality', 'min: 0.90', 'sample: 50%'),
);
find('40 a week are few', alert('below: 0.70', 'min: 0.90', 'sample: 40/week'));
find(
  'a replayed test set has its size',
  alert('below: 0.86\n             ^^^^ alert-quality', 'min: 0.90', 'by: real-queries'),
);
find('without a sample nobody knows the margin', alert('below: 0.50', 'min: 0.90', 'by: claims-ops'));
find('the objective is about another metric', alert('below: 0.50', 'min: 0.90', 'sample: 5%', 'weekly-review'));
find('an objective that is a maximum', alert('above: 0.20\n             ^^^^ alert-quality', 'max: 0.05'));
find('and an alert near it', alert('above: 0.07', 'max: 0.05'));

for (const bound of ['below: 0', 'below: 0%', 'above: 1', 'above: 100%', 'above: 1.5']) {
  const value = bound.slice(7);
  find(
    `${bound} is a value the metric cannot reach`,
    alert(`${bound}\n             ${'^'.repeat(value.length)} alert-quality`),
  );
}
find('a metric with another scale can be above 1', alert('above: 3', 'min: 0.90', 'sample: 5%', 'complaints'));
find('what is relative reaches any value', alert('above: 150%\n      of: 8-week-mean'));

test('the fix shows the metric and the objective, and takes neither', () => {
  const source = alert('below: 0.87')
    .replace(/ {2}alerts:\n(?: {4}.*\n)+/, '')
    .replace('monitoring:\n', 'monitoring:\n^^^^^^^^^^ alert-quality\n');
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['alert-quality']);
  const text =
    finding
      ?.fixes()[0]
      ?.edits.map((edit) => edit.text)
      .join('') ?? '';
  assert.match(text, /metric: TODO groundedness-live\n\s+below: TODO near the objective of 0.9\n/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['alert-quality']);
  });
}

test('points that differ are told apart', () => {
  const told = [0.041, 0.01, 0.0096, 0.02].map(points);
  assert.deepEqual(told, ['4.1 points', '1 point', '0.96 points', '2 points']);
});
