import { language } from '../support/language.ts';

const { find, fixes, fixless } = language('syntax-error');

const ops = (entries: string) => `owners:\n  ops: { ${entries} }\n`;
fixes('a colon in braces', ops('team: A: B, handle: x'), ops('team: "A: B", handle: x'), 'safe');
fixes('a colon at their end', ops('handle: x, team: A: B'), ops('handle: x, team: "A: B"'), 'safe');
fixes('a colon and a comma', ops('team: A: b, c, handle: x'), ops('team: "A: b, c", handle: x'), 'safe');
fixes('a colon and brackets', ops('team: A: [b, c], handle: x'), ops('team: "A: [b, c]", handle: x'), 'safe');
fixless('a bracket that is not closed', 'system: { name: a\n');
fixless('a key without a colon', 'system:\n  name: a\n  stage\n');
find('a colon in quotes', ops('team: "A: B"'));
find('a comment', 'system: # { name: a\n  name: a\n');
find('a block of text', 'system:\n  purpose: |\n    { name: [\n');
