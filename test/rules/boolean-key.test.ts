import { language } from '../support/language.ts';

const { find, fixes, fixless } = language('boolean-key');

for (const word of ['on', 'off', 'yes', 'no', 'y', 'n', 'On', 'NO']) {
  find(
    `a field: ${word}`,
    `system:\n  ${word}: x\n  ${'^'.repeat(word.length)} boolean-key\n`,
    /No field of `system` is/,
  );
  fixes(`an id: ${word}`, `sources:\n  ${word}: {}\n`, `sources:\n  "${word}": {}\n`, 'safe');
  find(`an id in quotes: ${word}`, `sources:\n  "${word}": {}\n  '${word}-2': {}\n`);
}
find('a section', 'on: x\n^^ boolean-key\nsystem: {}\n', /No section is called "on"/);
fixless('nobody knows what was meant', 'system:\n  on: x\n');
fixes('in braces', 'sources: { no: {} }\n', 'sources: { "no": {} }\n', 'safe');
find('a field in quotes is just not known', 'system:\n  "on": x\n  \'yes\': x\n');
find('values', 'system:\n  in_scope: [yes, "no"]\n  purpose: on\n  name: "off"\n');
find('longer words', 'sources:\n  north: {}\n  once: {}\n  offers: {}\n');
find('a comment', 'system: # on: x\n  # no: y\n  name: a\n');
find('a block of text', 'system:\n  purpose: |\n    on: x\n');
