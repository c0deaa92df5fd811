import { language } from '../support/language.ts';

const { find, fixes } = language('unknown-tag');

find('a tag', 'system:\n  name: !ref a\n        ^^^^ unknown-tag\n');
fixes('before a value', 'system:\n  name: !ref a # b\n', 'system:\n  name: a # b\n', 'asks');
fixes('before quotes', 'system:\n  name: !env "a"\n', 'system:\n  name: "a"\n', 'asks');
fixes('in braces', 'system: { name: !ref a, type: rag }\n', 'system: { name: a, type: rag }\n', 'asks');
fixes('in a list', 'system:\n  in_scope:\n    - !x a\n', 'system:\n  in_scope:\n    - a\n', 'asks');

find('in quotes', 'system:\n  name: "!ref a"\n');
find('later in the value', 'system:\n  name: a !ref\n');
find('a comment', 'system:\n  name: a # !ref\n');
find('a block of text', 'system:\n  purpose: |\n    !ref a\n');
