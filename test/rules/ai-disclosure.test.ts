import { requirement } from '../support/requirement.ts';

const id = 'ai-disclosure';
const { find } = requirement(id);

const spec = (where: string, says: string, exposure = 'internal') =>
  `system:\n  users:\n    exposure: ${exposure}\ngovernance:\n  disclosure:\n    where: ${where}\n    says: ${says}\n`;
const good = 'Written by AI. It can be wrong.';
const mark = (text: string, indent: number) => `${text}\n${' '.repeat(indent)}${'^'.repeat(text.length)} ${id}`;

find('nobody sees the output', 'system:\n  type: model\n');
find('not asked of a pilot', 'system:\n  users:\n    exposure: public\n', 'pilot');
find('colleagues: a warning', `system:\n^^^^^^ ${id}\n  users:\n    exposure: internal\n`, 'pre-production');
for (const where of ['terms and conditions', 'the privacy policy', 'legal notice', 'in our terms of use'])
  find(`"${where}"`, spec(mark(where, 11), good));
for (const where of [
  'banner above every answer, and in the terms',
  'letter that confirms the claim',
  'footer of every answer',
])
  find(`"${where}"`, spec(where, good));
for (const says of ['This answer comes from an AI.', 'Our assistant is a chatbot.'])
  find(`"${says}"`, spec('banner', mark(says, 10)), 'production', /what it cannot do/);
find(
  'neither',
  spec('banner', mark('The answer is below.', 10)),
  'production',
  /that it is AI, nor that it can be wrong/,
);
find('another language is left to people', spec('banner', 'Von einer Maschine geschrieben.'));
find('its own words', spec('banner', 'An AI model wrote this message and it may be wrong'));
