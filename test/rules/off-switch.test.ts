import { marked, requirement } from '../support/requirement.ts';

const id = 'off-switch';
const { find } = requirement(id);
/** `!` marks a value. */
function line(key: string, value: string): string {
  const text = value.replace(/!$/, '');
  return `${value.endsWith('!') ? marked(`    ${key}: ${text}`, text, id) : `    ${key}: ${text}`}\n`;
}
const off = (
  how: string,
  takes = '2m',
  tested = '2026-10-14',
  owners = 'owners:\n  claims-ops:\n    team: Ops\n  build:\n    team: Build\n    until: 2026-12-31\n',
) =>
  `${owners}operations:\n  off_switch:\n${line('how', how)}    who:\n      - build\n      - claims-ops\n${line('takes', takes)}${line('tested', tested)}`;

for (const how of ['redeploy without the assistant', 'a new release', 'merge the pull request that removes it'])
  find(how, off(`${how}!`), 'production', /needs a deployment/);
for (const how of ['ask OpenAI to block the key', 'support ticket with the vendor'])
  find(how, off(`${how}!`), 'production', /somebody outside/);
for (const how of [
  'feature flag claims_assistant',
  'feature flag, no deployment needed',
  'gateway route; works without a release',
  'scale the service to zero',
  'revoke the key in the portal of the provider',
])
  find(how, off(how));

find('15 minutes', off('feature flag', '15m'));
find('16 minutes', off('feature flag', '16m!'), 'production', /15m is the limit/);
find('today', off('feature flag', '2m', '2026-11-22'));
find('tomorrow', off('feature flag', '2m', '2026-11-23!'), 'production', /nobody has tried/);
find('one of them stays', off('feature flag'));
find('a pilot is not asked', 'system:\n  type: llm\n', 'pilot');
find(
  'nothing at all',
  `operations:\n^^^^^^^^^^ ${id}\n  run_owner: claims-ops\n`,
  'pre-production',
  /by whom and how fast/,
);
