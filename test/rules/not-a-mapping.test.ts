import { language } from '../support/language.ts';

const { find, fixless } = language('not-a-mapping');

find('a list', '- a\n^^^ not-a-mapping\n- b\n', /this is a list\.$/);
find('a list in brackets', '[a, b]\n^^^^^^ not-a-mapping\n', /this is a list\.$/);
find('a word', 'system\n^^^^^^ not-a-mapping\n', /this is a single value\.$/);
find('text in quotes', '"system: a"\n^^^^^^^^^^^ not-a-mapping\n');
find('a block of text', '|\n^ not-a-mapping\n  system: a\n');
fixless('what belongs where only the author knows', '- a\n');
find('a mapping', 'system: {}\n');
find('a mapping in braces', '{ system: {} }\n');
find('nothing', '# - a\n');
