import { language } from '../support/language.ts';

const { find, fixes } = language('tab-indentation');

find('a tab', 'system:\n\tname: a\n^ tab-indentation\n');
fixes('a tab', 'system:\n\tname: a\n', 'system:\n  name: a\n', 'safe');
fixes('each line', 'system:\n\tname: a\n\ttype: rag\n', 'system:\n  name: a\n\ttype: rag\n', 'safe');

find('behind a value', 'system:\n  name: a\t# ours\n');
find('inside a value', 'system:\n  name: a\tb\n');
find('in a comment', 'system:\n  #\tname: a\n  name: a\n');
find('in a block of text', 'system:\n  purpose: |\n    a\n    \tb\n');
find('in quotes', 'system:\n  name: "a\tb"\n');
find('in braces', 'system: {\n  name: a,\n  \ttype: rag }\n');
