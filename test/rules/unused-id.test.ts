import { language } from '../support/language.ts';

const { find, fixes } = language('unused-id');

find(
  'an owner',
  'owners:\n  ops:\n  ^^^ unused-id\n    team: A\n',
  /Nothing is owned by, sent to or approved by "ops"\./,
);
find('a judge', 'models:\n  judge:\n  ^^^^^ unused-id\n    role: judge\n', /Nothing uses model "judge"\./);
find('a metric', 'monitoring:\n  metrics:\n    live:\n    ^^^^ unused-id\n      kind: quality\n');
find('in braces', 'owners: { ops: { team: A } }\n          ^^^ unused-id\n');
find('a comment uses nothing', 'system:\n  name: a # owner: ops\nowners:\n  ops: {}\n  ^^^ unused-id\n');
find('a waiver uses nothing', 'owners:\n  ops: {}\n  ^^^ unused-id\nwaivers:\n  - rule: a\n    where: ops\n');

fixes(
  'with its lines',
  'owners:\n  a: {}\n  ops:\n    team: A\nsystem:\n  owner: a\n',
  'owners:\n  a: {}\nsystem:\n  owner: a\n',
  'asks',
);

find('used', 'system:\n  owner: ops\nowners:\n  ops: {}\n');
find('used in quotes', 'system:\n  owner: "ops"\nowners:\n  ops: {}\n');
find('used in a list', 'system:\n  pilot_gaps:\n    - owner: ops\nowners:\n  ops: {}\n');
find('a model that answers', 'models:\n  llm:\n    role: generate\n');
find('a placeholder', 'owners:\n  todo-owner: {}\n');
find('a source may stand by itself', 'sources:\n  letters: {}\n');
find('where what cannot be read may use it', 'owners:\n  ops: {}\nsystem: { owner: ops\n');
find('where what cannot be read does not speak of it', 'owners:\n  ops: {}\n  ^^^ unused-id\nsystem: "\n');
