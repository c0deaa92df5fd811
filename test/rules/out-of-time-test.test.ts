import { requirement } from '../support/requirement.ts';

const id = 'out-of-time-test';
const { find, states } = requirement(id);

const model = (to: string, delay: string, provider = 'own') => `
models:
  fraud-score:
    role: predict
    provider: ${provider}
    training:
      period:
        to: ${to}
      label_delay: ${delay}
evaluation:
`;
const results = (date: string) => `  results:\n    date: ${date}\n`;
const set = (name: string, from: string, to: string, how = 'every referral') =>
  `    ${name}:\n      sampled:\n        from: ${from}\n        to: ${to}\n        how: ${how}\n`;
const sets = (...all: readonly string[]) => `  datasets:\n${all.join('')}`;
const caret = (text: string, indent: number) => `${text}\n${' '.repeat(indent)}${'^'.repeat(text.length)} ${id}`;

find('a model that writes', 'models:\n  answer-llm:\n    role: generate\n');
find('a model that somebody else trained', 'models:\n  fraud-score:\n    role: predict\n    provider: vendor\n');
find(
  'a model of a provider that was trained here after all',
  'models:\n  fraud-score:\n    role: predict\n    provider: aws-sagemaker\n    training:\n    ^^^^^^^^ out-of-time-test\n      max_age: 240d\n',
);

find('the day after', model('2026-05-31', '1d') + sets(set('recent', '2026-06-01', '2026-06-30')));
find(
  'the last day of training',
  model('2026-05-31', '1d') + sets(set('recent', caret('2026-05-31', 14), '2026-06-30')),
  'pilot',
  /begin on 2026-05-31, but "fraud-score" was trained on data up to 2026-05-31/,
);
find(
  'one later set is enough',
  model('2026-05-31', '1d') + sets(set('old', '2025-01-01', '2025-03-31'), set('recent', '2026-06-01', '2026-06-30')),
);
find(
  'of several sets the latest is told',
  model('2026-05-31', '1d') +
    sets(set('old', '2025-01-01', '2025-03-31'), set('spring', caret('2026-04-01', 14), '2026-06-30')),
);
find(
  'a set for tuning lies inside the training period',
  model('2026-05-31', '1d') +
    sets(`${set('tuning', '2026-03-01', '2026-05-31')}      use: tune\n`, set('recent', '2026-06-01', '2026-06-30')),
);
find(
  'a set that was not sampled is told by `eval-representative`',
  `${model('2026-05-31', '1d')}  datasets:\n    golden:\n      origin: expert\n`,
);
find('no set is told by `eval-dataset`', model('2026-05-31', '1d') + results('2026-10-30'));

const label = (to: string, date: string) =>
  model('2026-05-31', '120d') + sets(set('recent', '2026-06-01', to)) + results(date);
find('120 days later, to the day', label('2026-07-02', '2026-10-30'));
find(
  'a day too young',
  label(caret('2026-07-03', 12), '2026-10-30'),
  {},
  /label delay of 120d their last outcomes are known on 2026-10-31, but they were measured on 2026-10-30/,
);
find('results to come: by today', label(caret('2026-08-01', 12), '2026-12-24'), {}, /measured by 2026-11-22/);
find(
  'results of which no date is told: by today',
  model('2026-05-31', '120d') + sets(set('recent', '2026-06-01', '2026-07-25')),
);
find(
  'labels at once, with an old set beside it and older results',
  model('2026-05-31', '0d') +
    sets(set('old', '2026-01-01', '2026-03-31'), set('recent', '2026-06-01', '2026-11-20')) +
    results('2026-10-30'),
);
find('labels at once', model('2026-10-31', '0d') + sets(set('recent', '2026-11-01', '2026-11-20')));
find(
  'labels of the training data that are not known yet',
  model(caret('2026-07-26', 12), '120d'),
  {},
  /known on 2026-11-23, and today is 2026-11-22/,
);
find('known today', model('2026-07-25', '120d'));
find('trained on days to come', model(caret('2027-01-31', 12), '0d'), {}, /said to end on 2027-01-31/);

for (const how of [
  'random 80/20 split',
  'random 20% of the training data held back from training',
  '5-fold cross-validation',
  'train/test split, stratified by region',
]) {
  find(`split: ${how}`, model('2026-05-31', '1d') + sets(set('split', '2026-05-01', '2026-05-31', caret(how, 13))));
}
find(
  'a split by time',
  model('2026-05-31', '1d') +
    sets(set('recent', '2026-06-01', '2026-06-30', 'random hold-out after the training period')),
);
find(
  'a split of later months',
  model('2026-05-31', '1d') + sets(set('recent', '2026-06-01', '2026-06-30', 'random split')),
);

states(
  'each model is a subject',
  `models:
  fraud-score:
    role: predict
    training:
      period:
        to: 2026-05-31
      label_delay: 30d
  answer-llm:
    role: generate
`,
  ['/models/fraud-score declared'],
);
