import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const index = 'indexes:\n  claims-index:\n    top_k: 8\n';

find(
  'without retrieval it does not apply',
  'system:\n  type: llm\nevaluation:\n  retrieval:\n    ndcg:\n      min: 0.1\n',
);

for (const stage of ['pilot', 'production'] as const) {
  find(
    `only answer metrics (${stage})`,
    `
${index}evaluation:
^^^^^^^^^^ retrieval-metrics
  answers:
    groundedness:
      min: 0.92
`,
    stage,
  );
}

find(
  'an empty map has no metric',
  `
${index}evaluation:
  retrieval: {}
  ^^^^^^^^^ retrieval-metrics
`,
);

for (const name of ['recall', 'ndcg', 'mrr', 'precision', 'hit-rate', 'recall@k']) {
  find(
    `${name} has no k`,
    `
${index}evaluation:
  retrieval:
    ${name}:
    ${'^'.repeat(name.length)} retrieval-metrics
      min: 0.88
`,
  );
}

for (const name of ['recall@8', 'context-precision', 'context-recall', 'citation-coverage']) {
  find(`${name} needs no other k`, `${index}evaluation:\n  retrieval:\n    ${name}:\n      min: 0.88\n`);
}

find(
  'another k than in production',
  `
${index}evaluation:
  retrieval:
    recall@10:
    ^^^^^^^^^ retrieval-metrics
      min: 0.88
`,
);

find(
  'each of two indexes may have its own',
  `${index}  wordings:\n    top_k: 10\nevaluation:\n  retrieval:\n    recall@10:\n      min: 0.88\n`,
);
find(
  'any k, where production does not say',
  'indexes:\n  claims-index:\n    version: v7\nevaluation:\n  retrieval:\n    recall@10:\n      min: 0.88\n',
);

find(
  'no min',
  `
${index}evaluation:
  retrieval:
    recall@8:
    ^^^^^^^^ retrieval-metrics
      measured: eval/results.json#/recall
    ndcg@8:
      min: TODO e.g. 0.88
           ^^^^^^^^^^^^^^ retrieval-metrics
`,
);

for (const min of ['0', '0.3', '0.5']) {
  find(
    `min ${min} is no decision`,
    `
${index}evaluation:
  retrieval:
    recall@8:
      min: ${min}
           ${'^'.repeat(min.length)} retrieval-metrics
`,
  );
}

find('0.51 is one', `${index}evaluation:\n  retrieval:\n    recall@8:\n      min: 0.51\n`);

test('where production does not say its k, the skeleton leaves it open', () => {
  const source = 'indexes:\n^^^^^^^ retrieval-metrics\n  claims-index:\n    version: v7\n';
  const [finding] = assertFindings(source, { asOf: today, stage: 'production' }, ['retrieval-metrics']);
  const text = finding
    ?.fixes()[0]
    ?.edits.map((edit) => edit.text)
    .join('');
  assert.match(text ?? '', /recall@k:\n\s+min: TODO/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['retrieval-metrics']);
  });
}
