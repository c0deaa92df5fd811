import { requirement } from '../support/requirement.ts';

const id = 'eval-results-fresh';
const { find } = requirement(id);

const results = (date: string, rest = '') =>
  `${rest}evaluation:\n  results:\n    path: eval/results/latest.json\n    date: ${date}\n`;
const caret = (date: string) => `${date}\n          ^^^^^^^^^^ ${id}`;
const model = (role: string, version: string) => `models:\n  one:\n    role: ${role}\n    version: ${version}\n`;

find('not asked of a pilot', 'evaluation:\n  retrieval:\n    recall@8:\n      min: 0.9\n', 'pilot');
find('90 days', results('2026-08-24'));
find('91 days', results(caret('2026-08-23')), 'pre-production', /91 days old; they count for 90/);
find('a day to come', results(caret('2026-11-23')), {}, /lies ahead/);
find('today', results('2026-11-22'));

find('a model of the same day', results('2026-11-14', model('generate', 'gpt-4.1-2026-11-14')));
find(
  'a model of the next day',
  results(caret('2026-11-14'), model('generate', 'gpt-4.1-2026-11-15')),
  {},
  /The results are of 2026-11-14, but model "one" is gpt-4.1-2026-11-15/,
);
find('a version without a day', results('2026-11-14', model('predict', '2026.12.1+3f9c2ad')));
find('digits that are no day', results('2026-11-14', model('embed', 'bge-20269999')));
find('a judge is not what was measured', results('2026-11-14', model('judge', 'gpt-4.1-2026-11-15')));
find(
  'an old model and an old report: told once',
  results(caret('2026-02-01'), model('generate', 'gpt-4.1-2026-03-01')),
);

find(
  'a model trained later',
  results(
    caret('2026-05-14'),
    'models:\n  fraud-score:\n    role: predict\n    training:\n      period:\n        to: 2026-05-31\n',
  ),
  {},
  /model "fraud-score" was trained on data up to 2026-05-31/,
);

const sets = (...ends: readonly string[]) =>
  `  datasets:\n${ends.map((to, index) => `    set-${index}:\n      sampled:\n        to: ${to}\n`).join('')}`;
find(
  'cases drawn later',
  `${results(caret('2026-10-14'))}${sets('2026-11-05')}`,
  {},
  /data set "set-0" end on 2026-11-05/,
);
find('an older set beside them', `${results('2026-10-14')}${sets('2026-11-05', '2026-09-30')}`);
find(
  'all of them later',
  `${results(caret('2026-10-14'))}${sets('2026-11-05', '2026-11-01')}`,
  {},
  /no test set ends before 2026-11-01/,
);
find('a set of the same day', `${results('2026-11-05')}${sets('2026-11-05')}`);
find('a set that ends tomorrow is told by `eval-representative`', `${results('2026-11-05')}${sets('2026-11-23')}`);
find('a placeholder', results('TODO e.g. 2026-11-14\n          ^^^^^^^^^^^^^^^^^^^^ eval-results-fresh'));
