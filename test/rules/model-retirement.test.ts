import { marked, requirement } from '../support/requirement.ts';

const id = 'model-retirement';
const { find, states } = requirement(id);
const model = (lines: string, provider = 'azure-openai') =>
  `models:\n  answer-llm:\n    role: generate\n    provider: ${provider}\n    version: gpt-4.1-2025-04-14\n${lines}`;
const line = (text: string) => marked(text, text.trim().split(' ')[1] ?? '', id);
const decide = (day: string) => `    successor:\n      decide_by: ${day}\n`;
const next = (version: string) => `    successor:\n      version: ${version}\n`;

find('a pilot is not asked', model(''), 'pilot');
find(
  'what the team runs does not retire',
  model('', 'self-hosted') + model('', 'own').replace('models:\n  answer', '  own'),
);
find('90 days before, a decision to come is enough', model(`    retires: 2027-02-20\n${decide('2027-01-20')}`));
find(
  '89 days before, it is not',
  model(`${line('    retires: 2027-02-19')}\n${decide('2027-01-20')}`),
  'production',
  /Retires in 89 days, and no version follows it yet/,
);
find('a version that follows is, to the last day', model(`    retires: 2026-11-22\n${next('gpt-5-2026-08-07')}`));
find(
  'the day after',
  model(`${line('    retires: 2026-11-21')}\n${next('gpt-5-2026-08-07')}`),
  'production',
  /retired on 2026-11-21, 1 day ago/,
);
find(
  'a decision after the retirement',
  model(`    retires: 2027-04-14\n    successor:\n${line('      decide_by: 2027-04-14')}\n`),
  'production',
  /decided by 2027-04-14, but answer-llm retires on 2027-04-14/,
);
find(
  'a decision that is overdue',
  model(`    retires: 2027-04-14\n    successor:\n${line('      decide_by: 2026-11-01')}\n`),
  'production',
  /21 days ago, and `version` does not name it/,
);
find(
  'the same version again',
  model(`    retires: 2027-04-14\n    successor:\n${line('      version: gpt-4.1-2025-04-14')}\n`),
  'production',
  /is the version that retires/,
);
find(
  'no successor, long before',
  model('    retires: 2028-04-14\n').replace('  answer-llm:\n', `  answer-llm:\n  ^^^^^^^^^^ ${id}\n`),
  'pre-production',
  /has no `successor.decide_by`/,
);
states('its own models are not among the subjects', model('', 'own'), []);
