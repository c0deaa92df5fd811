import { marked, requirement } from '../support/requirement.ts';

const id = 'agent-stop-conditions';
const { find, states } = requirement(id);

const agent = (provider = 'azure-openai') =>
  `tools:\n  book-callback:\n    effect: write\nmodels:\n  planner-llm:\n    provider: ${provider}\noperations:\n`;
function limits(steps: string, duration: string, cost: string, budget = ''): string {
  const line = (name: string, value: string) =>
    value.endsWith('!')
      ? `${marked(`    ${name}: ${value.slice(0, -1)}`, value.slice(0, -1), id)}\n`
      : value === ''
        ? ''
        : `    ${name}: ${value}\n`;
  return `  run_limits:\n${line('max_steps', steps)}${line('max_duration', duration)}${line('max_cost', cost)}${budget}`;
}
const budget = (...lines: readonly string[]) => `  budget:\n${lines.map((line) => `    ${line}\n`).join('')}`;

find('50 steps', agent() + limits('50', '60s', '0.50 EUR'));
find('51 steps', agent() + limits('51!', '60s', '0.50 EUR'), {}, /51 steps: a run that takes more than 50/);
find('no steps', agent() + limits('0!', '60s', '0.50 EUR'));
find('no time', agent() + limits('12', '0s!', '0.50 EUR'));
find(
  'a run for more than a day may cost',
  agent() + limits('12', '60s', '41 EUR!', budget('stop_at: 40 EUR')),
  {},
  /One run may cost 41 EUR, and all runs of a day together 40 EUR/,
);
find(
  'the day may be stopped later than planned',
  agent() + limits('12', '60s', '41 EUR', budget('per_day: 40 EUR', 'stop_at: 60 EUR')),
);
find('other money is not compared', agent() + limits('12', '60s', '41 USD', budget('per_day: 40 EUR')));
find('no money for a model of one’s own', agent('self-hosted') + limits('12', '60s', ''));
find(
  'money for a hosted one',
  `${agent()}  run_limits:\n  ^^^^^^^^^^ ${id}\n    max_steps: 12\n    max_duration: 60s\n`,
  {},
  /has no `max_cost`/,
);
find('an agent, before it has tools', `system:\n^^^^^^ ${id}\n  type: agent\n`);
find('in a pilot too', `tools:\n^^^^^ ${id}\n  book-callback:\n    effect: read\n`, 'pilot');
states('without tools nothing runs on', 'system:\n  type: rag\noperations:\n  run_owner: claims-ops\n', []);
