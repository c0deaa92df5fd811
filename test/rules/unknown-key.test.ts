import { language } from '../support/language.ts';

const { find, fixes } = language('unknown-key');

find(
  'a field',
  'system:\n  colour: red\n  ^^^^^^ unknown-key\n',
  /"colour" is not a field of `system`; there are `name`/,
);
find('a section', 'colours:\n^^^^^^^ unknown-key\n  a: b\nsystem: {}\n', /is not a section of a spec/);
find('in quotes', 'system:\n  "colour": red\n  ^^^^^^^^ unknown-key\n');
find('a boolean word in quotes', 'system:\n  "on": red\n  ^^^^ unknown-key\n  \'yes\': x\n  ^^^^^ unknown-key\n');
find('in braces', 'system: { colour: red }\n          ^^^^^^ unknown-key\n');
find('in a list', 'system:\n  pilot_gaps:\n    - gab: mails\n      ^^^ unknown-key\n');
find('an id with a space', 'owners:\n  claims ops: {}\n  ^^^^^^^^^^ unknown-key\n', /cannot be an id/);
find('a merge key', 'owners:\n  a: &a { team: A }\n  b:\n    <<: *a\n    ^^ unknown-key\n', /Merge keys/);
find('a merge key that leads nowhere', 'system:\n  <<: *a\n  ^^ unknown-key\n', /Merge keys/);
find('merge keys that lead nowhere', 'system:\n  <<: [*a, *b]\n  ^^ unknown-key\n', /Merge keys/);
find('a merge key among ids', 'owners:\n  <<: *a\n  ^^ unknown-key\n', /Merge keys/);

fixes('a slip', 'system:\n  purpos: a # why\n', 'system:\n  purpose: a # why\n', 'asks');
fixes('a slip in quotes', 'system:\n  "purpos": a\n', 'system:\n  "purpose": a\n', 'asks');
fixes('a slip in braces', 'system: { purpos: a }\n', 'system: { purpose: a }\n', 'asks');
fixes('more than one', 'owners:\n  a:\n    contacts: [slack:a]\n', 'owners:\n  a:\n    contact: [slack:a]\n', 'asks');
fixes('a slip that is there already', 'system:\n  purpose: a\n  purpos: b\n', 'system:\n  purpose: a\n', 'asks');
fixes('no slip', 'system:\n  name: a\n  colour:\n    red: 1\n', 'system:\n  name: a\n', 'asks');

find('boolean words have their own rule', 'system:\n  on: red\n');
find('pieces of text have their own rule', 'operations:\n  off_switch: { how: flip it, wait }\n');
find('a comment', 'system:\n  name: a\n  # colour: red\n');
find('a block of text', 'system:\n  purpose: |\n    colour: red\n');
