import { language } from '../support/language.ts';

const { find, fixes } = language('undefined-id');

const owners = 'owners:\n  claims-ops:\n    team: A\n';

find(
  'a name',
  `system:\n  owner: build\n         ^^^^^ undefined-id\n${owners}`,
  /names "build", but no owner has that id\./,
);
find('in quotes', `system:\n  owner: "build"\n         ^^^^^^^ undefined-id\n${owners}`);
find('in a list', 'operations:\n  triggers:\n    a:\n      when: [low]\n             ^^^ undefined-id\n');
find('in braces', `system: { owner: build }\n                 ^^^^^ undefined-id\n${owners}`);
find(
  'the model of a moment',
  'operations:\n  triggers:\n    a:\n      when:\n        - 120d before llm.retires\n          ^^^^^^^^^^^^^^^^^^^^^^^ undefined-id\n',
);

fixes('a slip', `system:\n  owner: claim-ops\n${owners}`, `system:\n  owner: claims-ops\n${owners}`, 'asks');
fixes(
  'a slip in quotes',
  `system:\n  owner: "claim-ops"\n${owners}`,
  `system:\n  owner: "claims-ops"\n${owners}`,
  'asks',
);
fixes(
  'a slip in braces',
  `system: { owner: claim-ops }\n${owners}`,
  `system: { owner: claims-ops }\n${owners}`,
  'asks',
);

find('a defined name', `system:\n  owner: claims-ops # build\n${owners}`);
find('a placeholder', `system:\n  owner: TODO\n${owners}`);
find('no owners at all are the matter of another rule', 'system:\n  owner: build\n');
find('a moment before a date', 'operations:\n  triggers:\n    a:\n      when: [30d before 2027-04-14]\n');
find('a date', 'operations:\n  triggers:\n    a:\n      when: [2027-04-14]\n');
find('a block of text', `system:\n  purpose: |\n    owner: build\n${owners}`);
find('where a section cannot be read', 'system:\n  owner: build\nowners:\n  claims-ops: "\n');
