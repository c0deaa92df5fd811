import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const llm = 'system:\n  type: llm\n';

find('a model that predicts writes no answers', 'system:\n  type: model\nmodels:\n  score:\n    role: predict\n');

for (const stage of ['pilot', 'production'] as const) {
  find(
    `nothing measured (${stage})`,
    `
system:
  type: rag
evaluation:
^^^^^^^^^^ answer-metrics
  retrieval:
    recall@8:
      min: 0.88
`,
    stage,
  );
}

for (const name of ['accuracy', 'quality', 'bleu', 'rouge-l', 'ROUGE']) {
  find(
    `only ${name}`,
    `
${llm}evaluation:
  answers:
    ${name}:
    ${'^'.repeat(name.length)} answer-metrics
      min: 0.85
    refuses-when-unknown:
      min: 0.90
`,
  );
}

find(
  'only BLEU and ROUGE',
  `
${llm}evaluation:
  answers:
    bleu:
    ^^^^ answer-metrics
      min: 0.4
    rouge-1:
      min: 0.4
    abstention:
      min: 0.90
`,
);

find(
  'ROUGE beside a measure that says something',
  `
${llm}evaluation:
  answers:
    rouge-1:
      min: 0.4
    answer-correctness:
      min: 0.85
    refusal-rate:
      min: 0.90
`,
);

find(
  'no refusal metric',
  `
${llm}evaluation:
  answers:
  ^^^^^^^ answer-metrics
    groundedness:
      min: 0.92
    answer-correctness:
      min: 0.85
`,
);

find(
  'no min',
  `
${llm}evaluation:
  answers:
    groundedness:
    ^^^^^^^^^^^^ answer-metrics
      judge: judge-llm
    refuses-when-unknown:
      min: TBD
           ^^^ answer-metrics
`,
);

find(
  'a max, where small is good',
  `
${llm}evaluation:
  answers:
    invented-citations:
      max: 0.02
    refuses-when-unknown:
      min: 0.90
`,
);

find(
  'a min of 0',
  `
${llm}evaluation:
  answers:
    groundedness:
      min: 0
           ^ answer-metrics
    refuses-when-unknown:
      min: 0.90
`,
);

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['answer-metrics']);
  });
}
