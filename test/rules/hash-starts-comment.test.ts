import { language } from '../support/language.ts';

const { find, fixes, fixless } = language('hash-starts-comment');

fixes('a value', 'logging:\n  store: #call-log\n', 'logging:\n  store: "#call-log"\n', 'asks');
fixes('an item', 'system:\n  in_scope:\n    - #motor\n', 'system:\n  in_scope:\n    - "#motor"\n', 'asks');
fixes('an item at the margin', 'system:\n  in_scope:\n  - #motor\n', 'system:\n  in_scope:\n  - "#motor"\n', 'asks');
fixless('whose channel it is', 'owners:\n  ops:\n    contact: #ops\n');
fixless('whose channel it is, in a list', 'owners:\n  ops:\n    contact:\n      - #ops\n');
find(
  'first, last and between',
  `system:
  in_scope:
    - #motor
      ^^^^^^ hash-starts-comment
    - liability
    -   #life and death
        ^^^^^^^^^^^^^^^ hash-starts-comment
    - travel
    - #pets
      ^^^^^ hash-starts-comment
  languages:
    - de
`,
  /^An item of `in_scope` is empty: a value that starts with # is a comment and needs quotes\./,
);
find('at the end of the file', 'system:\n  in_scope:\n    - #motor\n      ^^^^^^ hash-starts-comment');
find('a value that should be a list', 'system:\n  in_scope: #motor\n            ^^^^^^ hash-starts-comment\n');
find('in braces', 'logging: { store: #log\n                  ^^^^ hash-starts-comment\n  }\n');

find('a real comment', 'logging:\n  store: # the log of calls\n');
find('a real comment in a list', 'system:\n  in_scope:\n    - # motor\n    - liability # all of it\n');
find('a comment of its own', 'system:\n  in_scope:\n    #- motor\n    - liability\n  #launch: 2026-01-01\n');
find('an item taken out', 'system:\n  in_scope:\n    - motor\n    # - #travel\n    - liability\n');
find('a comment behind an item', 'system:\n  in_scope:\n    - motor #1\n    -\n      #liability\n      liability\n');
find('two hashes', 'logging:\n  store: ## log\n');
find('in quotes', 'system:\n  in_scope:\n    - "#motor"\n    - \'#travel\'\n');
find('a block of text', 'system:\n  purpose: |\n    - #motor\n    contact: #ops\n');
find('above a mapping', 'owners: #who\n  ops:\n    team: A\n');
find('a list of mappings', 'system:\n  pilot_gaps:\n    - #first\n      gap: mails\n');
