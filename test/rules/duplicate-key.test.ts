import { language } from '../support/language.ts';

const { find, fixes } = language('duplicate-key');

find(
  'ids and fields, each at the second one',
  `
owners:
  ops:
    team: A
    team: B
    ^^^^ duplicate-key
  ops:
  ^^^ duplicate-key
    team: C
`,
  /"team" stands twice in `ops`/,
);
find('sections', 'system: {}\nsystem: {}\n^^^^^^ duplicate-key\n', /stands twice in this file/);
find('three times', 'system:\n  name: a\n  name: b\n  ^^^^ duplicate-key\n  name: c\n  ^^^^ duplicate-key\n');
find('in quotes and without', 'system:\n  name: a\n  "name": b\n  ^^^^^^ duplicate-key\n');
find('in braces', 'system: { name: a, type: rag, name: b }\n                              ^^^^ duplicate-key\n');
find('in a list', 'system:\n  pilot_gaps:\n    - gap: a\n      gap: b\n      ^^^ duplicate-key\n');

fixes('the same again', 'system:\n  name: a\n  type: rag\n  name: a\n', 'system:\n  name: a\n  type: rag\n', 'safe');
fixes(
  'something else',
  'system:\n  name: a\n  name: b # new\n  type: rag\n',
  'system:\n  name: a\n  type: rag\n',
  'asks',
);
fixes('in braces', 'system: { name: a, name: b }\n', 'system: { name: a }\n', 'asks');
fixes(
  'with all that is below',
  'owners:\n  ops:\n    team: A\n  ops:\n    team: B\n    # both\n    person: C\n',
  'owners:\n  ops:\n    team: A\n',
  'asks',
);

find('at different places', 'owners:\n  a: { team: A }\n  b: { team: A }\n');
find('in different items', 'system:\n  pilot_gaps:\n    - gap: a\n    - gap: b\n');
find('other letters', 'owners:\n  ops: {}\n  Ops: {}\n');
find('a comment', 'system:\n  name: a\n  # name: b\n');
find('a block of text', 'system:\n  purpose: |\n    name: a\n    name: a\n');
