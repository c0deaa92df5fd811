import { language } from '../support/language.ts';

const { find, fixless } = language('invalid-character');

for (const [name, mark] of [
  ['NUL', '\0'],
  ['bell', '\x07'],
  ['escape', '\x1b'],
  ['delete', '\x7f'],
  ['broken UTF-8', '\ufffd'],
  ['reversed text', '\u202e'],
  ['isolated text', '\u2066'],
  ['a line separator', '\u2028'],
  ['a byte order mark inside', '\ufeff'],
] as const) {
  find(name, `system:\n  name: a${mark}b\n         ^ invalid-character\n`, /is no text\.$/);
}
find(
  'in a comment, the first of two',
  'system: {} # \u202ea\u202c\n             ^ invalid-character\n',
  /\(and 1 more\)/,
);
find('in a block of text', 'system:\n  purpose: |\n    a\x1bb\n     ^ invalid-character\n');
fixless('what it was meant to be nobody knows', 'system:\n  name: a\0b\n');

find('tabs, umlauts, other scripts, emoji', 'system:\n  name: a\tä 漢字 😀 e\u0301\n');
find('a byte order mark on top', '\ufeffsystem: {}\n');
find('an escape in quotes', 'system:\n  name: "a\\u202eb"\n');
