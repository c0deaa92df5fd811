import { language } from '../support/language.ts';

const { find, fixes } = language('lone-carriage-return');

find('between lines', 'system:\r  name: a\n       ^ lone-carriage-return\n');
fixes('all of them', 'system:\r  name: a\r  type: rag\n', 'system:\n  name: a\n  type: rag\n', 'safe');
find('line feeds', 'system:\n  name: a\n');
find('an escape in quotes', 'system:\n  name: "a\\rb"\n');
