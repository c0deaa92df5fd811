import { language } from '../support/language.ts';

const { find, fixes, fixless } = language('score-off-scale');

const answers = (metric: string, lines: string) => `evaluation:\n  answers:\n    ${metric}:\n      ${lines}\n`;

for (const metric of ['groundedness', 'faithfulness', 'answer-relevancy', 'recall@8', 'ndcg_at_10', 'f1-macro']) {
  fixes(metric, answers(metric, 'min: 88'), answers(metric, 'min: 0.88'), 'asks');
}
fixes('a maximum', answers('faithfulness', 'max: 2'), answers('faithfulness', 'max: 0.02'), 'asks');
fixes(
  'in braces',
  'evaluation: { answers: { recall: { min: 88 } } }\n',
  'evaluation: { answers: { recall: { min: 0.88 } } }\n',
  'asks',
);
fixes('in quotes', answers('recall', 'min: "88"'), answers('recall', 'min: "0.88"'), 'asks');
fixes('a comment stays', answers('recall', 'min: 88 # of 100'), answers('recall', 'min: 0.88 # of 100'), 'asks');
fixless('more than a hundred', answers('recall', 'min: 300'));
fixless('a scale of its own', answers('recall', 'min: 88\n      scale: 1..5'));

find(
  'says both numbers',
  `
evaluation:
  predictions:
    recall-in-top-3%:
      min: 88
           ^^ score-off-scale
`,
  /^`min` is 88, but "recall-in-top-3%" ends at 1: 0\.88\?$/,
);
find(
  'an objective and an alert name their metric',
  `
operations:
  slo:
    quality:
      metric: groundedness-live
      min: 88
           ^^ score-off-scale
monitoring:
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 84
             ^^ score-off-scale
`,
);
find('within the scale', answers('recall', 'min: 0.88'));
find('the ends of the scale', answers('recall', 'min: 1\n      max: 0'));
find('within a scale of its own', answers('recall', 'min: 88\n      scale: 0..100'));
find('a metric of unknown scale', answers('helpfulness', 'min: 4'));
find('a metric that counts', answers('relevant-hits-per-query', 'min: 4'));
find('an error of its own unit', 'evaluation:\n  predictions:\n    rmse:\n      max: 12\n');
find('an alert with a unit', 'monitoring:\n  alerts:\n    a:\n      metric: recall-live\n      above: 120%\n');
find('an alert without a metric', 'monitoring:\n  alerts:\n    recall-low:\n      below: 84\n');
find('no number at all', answers('recall', 'min: TODO'));
find('invalid-value speaks of the others', 'evaluation:\n  retrieval:\n    recall@8:\n      min: 88\n');
find('a comment', answers('recall', 'min: 0.9 # min: 88'));
find('a block of text', 'system:\n  purpose: |\n    recall:\n      min: 88\n');
