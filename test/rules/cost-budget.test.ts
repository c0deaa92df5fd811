import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { marked, requirement } from '../support/requirement.ts';

const id = 'cost-budget';
const { find, states, fixes } = requirement(id);

/** `!` marks a value. */
function system(day: string, call: string, stop: string, exposure = 'internal', provider = 'azure-openai'): string {
  const line = (key: string, value: string) => {
    const text = value.replace(/!$/, '');
    return value === ''
      ? ''
      : `${value.endsWith('!') ? marked(`    ${key}: ${text}`, text, id) : `    ${key}: ${text}`}\n`;
  };
  return `system:
  users:
    exposure: ${exposure}
  load:
    per_day: 4000
models:
  answer-llm:
    role: generate
    provider: ${provider}
operations:
  budget:
${line('per_day', day)}${line('per_call', call)}${line('stop_at', stop)}`;
}

find('as much as the load costs', system('160 EUR', '0.04 EUR', '160 EUR'));
find(
  'a cent less',
  system('159.99 EUR!', '0.04 EUR', '300 EUR'),
  'production',
  /159\.99 EUR does not pay for a normal day: 4000 a day × 0\.04 EUR = 160 EUR/,
);
find('a sum that floats', system('180 EUR', '0.045 EUR', '300 EUR'));
find(
  'it stops before noon',
  system('180 EUR', '0.04 EUR', '90 EUR!'),
  'production',
  /stops at 90 EUR, before a normal day of 180 EUR/,
);
find('two currencies are not compared', system('1 EUR', '0.04 USD!', '300 EUR'), 'production', /in EUR and USD/);
find('for nothing', system('0 EUR!', '0 EUR!', '300 EUR'), 'production', /paid for every call/);
find('its own model costs nothing a call', system('1 EUR', '1 EUR', '1 EUR', 'public', 'self-hosted'));
find('a pilot is not asked', system('1 EUR', '1 EUR', '1 EUR'), 'pilot');
states('an amount without a currency is no answer, which `invalid-value` says', system('180', '0.04 EUR', '300 EUR'), [
  '/operations/budget hollow',
]);

for (const [exposure, severity] of [
  ['internal', 'warning'],
  ['partner', 'warning'],
  ['public', 'error'],
] as const) {
  test(`no stop, ${exposure}: ${severity}`, () => {
    const { findings } = check(system('180 EUR', '0.04 EUR', '', exposure), { asOf: today, stage: 'pre-production' });
    assert.deepEqual(
      findings.flatMap((finding) => (finding.rule === id ? [finding.severity] : [])),
      [severity],
    );
  });
}

const alert = (above: string, window: string) =>
  `monitoring:\n  metrics:\n    spend:\n      kind: usage\n      window: ${window}\n  alerts:\n    spend-high:\n      metric: spend\n${above}\n`;
const sound = system('180 EUR', '0.04 EUR', '300 EUR');
find('an alert before the stop', `${sound}${alert('      above: 300 EUR', '24h')}`);
find(
  'an alert beyond it',
  `${sound}${alert(marked('      above: 400 EUR', '400 EUR', id), '24h')}`,
  'production',
  /fires above 400 EUR a day, but at 300 EUR it stops/,
);
find('an alert on a month', `${sound}${alert('      above: 4000 EUR', '30d')}`);

fixes(
  'the sum is shown and not taken',
  system('', '0.04 EUR', '300 EUR'),
  system('TODO at least 160 EUR (4000 a day × 0.04 EUR)', '0.04 EUR', '300 EUR'),
);
