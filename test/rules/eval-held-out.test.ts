import { requirement } from '../support/requirement.ts';

const id = 'eval-held-out';
const { find, states } = requirement(id);

const sets = (test: string, tune: string, marked = false) => `
evaluation:
  datasets:
    real-queries:
      path: ${test}
${marked ? `            ${'^'.repeat(test.length)} ${id}\n` : ''}      use: test
    prompt-queries:
      path: ${tune}
      use: tune
`;

find('two files', sets('eval/test.jsonl', 'eval/tune.jsonl'));
find('the same name in another folder', sets('eval/test/cases.jsonl', 'eval/tune/cases.jsonl'));
find(
  'one file',
  sets('eval/cases.jsonl', './eval/cases.jsonl', true),
  {},
  /"prompt-queries" is tuned on the same cases/,
);
find('different rows of one file', sets('eval/cases.jsonl#split=test', 'eval/cases.jsonl#split=dev'));
find('the same rows', sets('eval/cases.jsonl#split=test', 'eval/cases.jsonl#split=test', true), {}, /the same cases/);
find(
  'the whole file holds the rows that are tuned on',
  sets('eval/cases.jsonl', 'eval/cases.jsonl#split=dev', true),
  {},
  /the same file, eval\/cases.jsonl/,
);
find('no data set at all is told by `eval-dataset`', 'evaluation:\n  answers:\n    groundedness:\n      min: 0.9\n');
find(
  'two sets on one file, of which one has no use yet: told once',
  `
evaluation:
  datasets:
    real-queries:
    ^^^^^^^^^^^^ ${id}
      path: eval/cases.jsonl
    prompt-queries:
      path: eval/cases.jsonl
      use: tune
`,
);
find(
  'a placeholder',
  `
evaluation:
  datasets:
    real-queries:
      use: TODO test | tune
           ^^^^^^^^^^^^^^^^ ${id}
`,
);
find('another word is told by `invalid-value`', 'evaluation:\n  datasets:\n    real-queries:\n      use: train\n');
find(
  'several sets for tuning, none to test with: told once',
  `
evaluation:
  datasets:
    prompt-queries:
      use: tune
           ^^^^ ${id}
    threshold-queries:
      use: tune
`,
  'pilot',
);
states('each set is a subject', sets('a.jsonl', 'b.jsonl'), [
  '/evaluation/datasets/real-queries declared',
  '/evaluation/datasets/prompt-queries declared',
]);
