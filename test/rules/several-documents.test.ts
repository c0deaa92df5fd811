import { language } from '../support/language.ts';

const { find, fixless } = language('several-documents');

find('two', 'system: {}\n---\n^^^ several-documents\nowners: {}\n');
find('three are told once', 'system: {}\n---\n^^^ several-documents\na: {}\n---\nb: {}\n');
fixless('which one counts only the author knows', 'system: {}\n---\nowners: {}\n');

find('a marker on top', '---\nsystem: {}\n');
find('a marker at the end', 'system: {}\n...\n');
find('a comment', 'system: {}\n# ---\n');
find('in quotes', 'system:\n  name: "---"\n');
find('a block of text', 'system:\n  purpose: |\n    a\n    ---\n    b\n');
