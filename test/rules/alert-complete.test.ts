import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const whole: Readonly<Record<string, string>> = {
  metric: 'groundedness-live',
  below: '0.88',
  for: '6h',
  severity: 'page',
  notify: 'claims-ops',
  runbook: 'runbooks/wrong-answers.md',
  rule: 'observability/alerts.yaml#GroundednessLow',
};

/** An alert with these fields; a field whose name is in `marked` gets the finding, or else the alert. */
function alert(fields: Readonly<Record<string, string>>, marked?: string, contact = 'pagerduty:P4CLAIM'): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    const line = `      ${name}: ${value}`;
    return name === marked
      ? [line, `${' '.repeat(name.length + 8)}${'^'.repeat(value.length)} alert-complete`]
      : [line];
  });
  const caret = marked === 'alert' ? '    ^^^^^^^^^^^^^^^^ alert-complete\n' : '';
  return `
owners:
  claims-ops:
    contact:
      - ${contact}
monitoring:
  alerts:
    groundedness-low:
${caret}${lines.join('\n')}
`;
}

const without = (name: string) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));

find('a whole alert', alert(whole));
find('no alert, nothing to complete', 'monitoring:\n  alerts: {}\n');
find('above is a threshold too', alert({ ...without('below'), above: '12%' }));

for (const name of Object.keys(whole)) {
  find(`no ${name === 'below' ? 'threshold' : name}`, alert(without(name), 'alert'));
  find(`no ${name === 'below' ? 'threshold' : name}, in a pilot`, alert(without(name), 'alert'), 'pilot');
}

find('a placeholder', alert({ ...whole, notify: 'TBD' }, 'notify'));
find('a threshold in words is told by `invalid-value`', alert({ ...whole, below: 'too low' }));

for (const contact of ['slack:claims-ops', 'mailto:claims@nordhafen.example', 'teams:claims']) {
  find(`page to an owner with ${contact}`, alert(whole, 'notify', contact));
  find(`ticket to an owner with ${contact}`, alert({ ...whole, severity: 'ticket' }, undefined, contact));
}
find('opsgenie is a pager', alert(whole, undefined, 'opsgenie:claims'));
find(
  'an owner without any contact is told by `owner-reachable`',
  alert(whole).replace(/ {4}contact:\n.*\n/, '    team: Claims\n'),
);
find('an owner nobody defined is told by `undefined-id`', alert({ ...whole, notify: 'nobody' }));

const event: Readonly<Record<string, string>> = { ...without('below'), each: 'failed run of the refresh job' };
const { for: _, ...atOnce } = event;
find('what fires on each event has no threshold and nothing to wait for', alert(atOnce));
find('nor does it mind', alert(event));
find('an event that is a placeholder', alert({ ...atOnce, each: 'TBD' }, 'each'));
find('an event and a threshold', alert({ ...whole, each: 'failed run' }, 'each'));

find('a file is not yet a rule in it', alert({ ...whole, rule: 'observability/alerts.yaml' }, 'rule'));
find(
  'a page on the web cannot be looked into',
  alert({ ...whole, rule: 'https://grafana.nordhafen.example/alerting/7' }),
);

find('300% of nothing', alert({ ...without('below'), above: '300%' }, 'above'));
find('300% of last week', alert({ ...without('below'), above: '300%', of: 'same-hour-last-week' }));

test('no threshold: the message names both bounds, the fix writes one', () => {
  const [finding] = assertFindings(alert(without('below'), 'alert'), { asOf: today, stage: 'production' }, [
    'alert-complete',
  ]);
  assert.match(finding?.message ?? '', /has no `above` or `below`/);
  assert.match(finding?.fixes()[0]?.edits[0]?.text ?? '', /above: TODO/);
});

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['alert-complete']);
  });
}
