import { marked, requirement } from '../support/requirement.ts';

const id = 'rollback-tested';
const { find, states } = requirement(id);
const change = (kind: string, how: string, takes: string, tested: string) =>
  `operations:\n  changes:\n    ${kind}:\n${line('rollback', how)}${line('rollback_takes', takes)}${line('rollback_tested', tested)}`;
/** `!` marks a value. */
function line(key: string, value: string): string {
  const text = value.replace(/!$/, '');
  return `${value.endsWith('!') ? marked(`      ${key}: ${text}`, text, id) : `      ${key}: ${text}`}\n`;
}

for (const word of [
  'redeploy',
  'Re-deploy the app',
  'deploy again',
  'roll forward',
  'hotfix',
  'revert',
  'roll back manually',
])
  find(`"${word}"`, change('index', `${word}!`, '5m', '2026-10-14'), 'production', /switched or restored/);
for (const way of [
  'revert the tag',
  'redeploy the image of the last tag',
  'registry alias previous',
  'flag answer_llm_previous',
])
  find(way, change('index', way, '5m', '2026-10-14'));

find('an hour is enough for a prompt', change('prompt', 'revert the tag', '60m', '2026-10-14'));
find('61 minutes are not', change('prompt', 'revert the tag', '61m!', '2026-10-14'), 'production', /for 61m more/);
find('an index may take longer', change('index', 'alias', '5h', '2026-10-14'));
find('in no time', change('index', 'alias', '0m!', '2026-10-14'), 'production', /Nothing is taken back in 0m/);
find('180 days ago', change('index', 'alias', '5m', '2026-05-26'));
find('181 days ago', change('index', 'alias', '5m', '2026-05-25!'), 'production', /181 days ago/);
find('today', change('index', 'alias', '5m', '2026-11-22'));
find('tomorrow', change('index', 'alias', '5m', '2026-11-23!'), 'production', /lies ahead/);
find('a pilot is not asked', change('index', 'redeploy', '5m', '2020-01-01'), 'pilot');
states('no changes at all are told by `change-process`', 'models:\n  answer-llm:\n    role: generate\n', []);
