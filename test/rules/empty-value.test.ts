import { language } from '../support/language.ts';

const { find, fixes } = language('empty-value');

for (const nothing of ['', ' ~', ' null', ' # later']) {
  find(
    `dashboard:${nothing}`,
    `monitoring:\n  dashboard:${nothing}\n  ^^^^^^^^^ empty-value\n`,
    /`dashboard` is empty/,
  );
}
find('in braces', 'monitoring: { dashboard: , alerts: {} }\n              ^^^^^^^^^ empty-value\n');
find(
  'in a list',
  'system:\n  pilot_gaps:\n    - gap: mails\n      due: 2027-01-29\n      proof:\n      ^^^^^ empty-value\n',
);

fixes(
  'between others',
  'monitoring:\n  alerts: {}\n  dashboard: # which?\n  feedback: {}\n',
  'monitoring:\n  alerts: {}\n  feedback: {}\n',
  'asks',
);
fixes('in braces', 'monitoring: { dashboard: , feedback: {} }\n', 'monitoring: { feedback: {} }\n', 'asks');
fixes('with its null', 'monitoring:\n  alerts: {}\n  dashboard: ~\n', 'monitoring:\n  alerts: {}\n', 'asks');

find('an empty text, which keeps a place free', 'monitoring:\n  dashboard: ""\n');
find('an empty list and an empty mapping', 'system:\n  in_scope: []\n  load: {}\n');
find('a word in quotes', 'monitoring:\n  dashboard: "null"\n');
find('a key nobody knows', 'system:\n  nothing:\n');
find('a value that became a comment', 'logging:\n  store: #log\n');
find('a value on the next line', 'monitoring:\n  dashboard:\n    https://a.example\n');
find('a comment', 'system:\n  name: a\n  # type:\n');
find('a block of text', 'system:\n  purpose: |\n    type:\n');
