import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence, judged } from '../support/evidence.ts';

/*
 * Whom an alert reaches, by the configuration of Alertmanager that stands beside its rule.
 */

const find = evidence('alert-complete');
const subject = '/monitoring/alerts/empty-high';

const spec = (severity = 'page', marked = '') => `
owners:
  claims-ops:
    team: Claims Platform
    contact:
      - pagerduty:P4CLAIM
      - slack:claims-ops
  core-team:
    contact:
      - pagerduty:P2CORE
monitoring:
  metrics:
    empty:
      kind: retrieval
      emitted_as: no_result_ratio
  alerts:
    empty-high:
      metric: empty
      above: 12%
      for: 1h
      severity: ${severity}
${marked === 'severity' ? `                ${'^'.repeat(severity.length)} alert-complete\n` : ''}      notify: claims-ops
${marked === 'notify' ? `              ^^^^^^^^^^ alert-complete\n` : ''}      runbook: runbooks/retrieval.md
      rule: alerts.yaml#EmptyHigh
`;

const rules = (more = '', severity = 'page') => `groups:
  - name: search
    rules:
      - alert: EmptyHigh
        expr: no_result_ratio > 0.12
        for: 1h
        labels: { severity: ${severity}, service: claims }
${more}`;

const config = (routes: string, more = '') => `route:
  receiver: claims-channel
  routes:
${routes}
receivers:
  - name: claims-channel
    slack_configs: [{ channel: '#claims-ops' }]
  - name: claims-pager
    pagerduty_configs: [{ routing_key_file: /etc/keys/claims }]
  - name: core-pager
    pagerduty_configs: [{ routing_key_file: /etc/keys/core }]
  - name: oncall
    opsgenie_configs: [{ responders: [{ type: team, name: Core }] }]
  - name: primary-oncall
    pagerduty_configs: [{ service_key: never-shown }]
  - name: nobody
${more}`;

const files = (alertmanager: string, more = '', severity = 'page') => ({
  'alerts.yaml': rules(more, severity),
  'alertmanager.yml': alertmanager,
  'runbooks/retrieval.md': '# Retrieval\n\n## Diagnosis\n\nLook at the search.\n',
});

const pager = '    - { receiver: claims-pager, matchers: [severity="page"] }';

/** Routes, the state of the alert, where the finding is, and what is said. */
const routed: readonly (readonly [routes: string, state: string, marked: string, says: RegExp])[] = [
  [pager, 'proven', '', /fires above/],
  [`    - { receiver: nobody, match_re: { alertname: "Recall.*" } }\n${pager}`, 'proven', '', /fires above/],
  [
    `    - { receiver: claims-channel, match_re: { alertname: "Empty.*" } }\n${pager}`,
    'linked',
    'severity',
    /EmptyHigh is to page somebody, and alertmanager\.yml gives it to "claims-channel" \(slack\) only/,
  ],
  [
    `    - { receiver: claims-channel, match_re: { alertname: "Empty.*" }, continue: true }\n${pager}`,
    'proven',
    '',
    /fires above/,
  ],
  [
    `    - { receiver: claims-channel, match_re: { alertname: "[A-E].*" } }\n${pager}`,
    'linked',
    '',
    /Whether EmptyHigh reaches "claims-pager" \(pagerduty\) or "claims-channel" \(slack\) does not show: the route in alertmanager\.yml:4 asks for `alertname` by a pattern that is not read/,
  ],
  [
    `    - { receiver: nobody, matchers: [cluster="a"] }\n${pager}`,
    'linked',
    '',
    /or "nobody" does not show: the route in alertmanager\.yml:4 asks for `cluster`, which the rule does not set/,
  ],
  [`    - { receiver: core-pager, matchers: [cluster="a"] }\n${pager}`, 'proven', '', /fires above/],
  [
    '    - { receiver: core-pager, matchers: [severity="page"] }',
    'linked',
    'notify',
    /EmptyHigh goes to "core-pager" \(pagerduty\) \(alertmanager\.yml:10\), and not to "claims-pager" \(pagerduty\), which has the name of "claims-ops"/,
  ],
  ['    - { receiver: oncall, matchers: [severity="page"] }', 'linked', 'notify', /goes to "oncall" \(opsgenie\)/],
  ['    - { receiver: primary-oncall, matchers: [severity="page"] }', 'proven', '', /fires above/],
];
for (const [routes, state, marked, says] of routed)
  find(routes.replaceAll('\n', ''), {
    spec: spec('page', marked),
    files: files(config(routes)),
    states: { [subject]: state },
    says: [says],
  });

find('the name of another owner, and no pager of the own', {
  spec: spec(),
  files: files(
    config('    - { receiver: core-pager, matchers: [severity="page"] }').replaceAll(/claims-pager|keys\/claims/g, 'x'),
  ),
  states: { [subject]: 'linked' },
  says: [
    /"core-pager" \(pagerduty\) \(alertmanager\.yml:10\), which has a name of "core-team" and none of "claims-ops"/,
  ],
});

const sibling = (name: string, expr: string, labels: string) =>
  `      - { alert: ${name}, expr: '${expr}', labels: { ${labels} } }\n`;
const inhibits = (source: string, target: string, equal = '[]') =>
  `inhibit_rules:\n  - source_matchers: [${source}]\n    target_matchers: [${target}]\n    equal: ${equal}\n`;
const slow = sibling('Slow', 'latency > 3', 'severity: page, service: claims');
const ticket = sibling('Slow', 'latency > 3', 'severity: ticket, service: claims');
const watchdog = sibling('Watchdog', 'vector(1)', 'severity: none');
const heldBack = /EmptyHigh is not sent while Slow fires: alertmanager\.yml:\d+ holds it back then/;

/** Other alerts, what inhibits what, and what comes of it. */
const inhibited: readonly (readonly [more: string, inhibition: string, state: string, says: RegExp])[] = [
  [slow, inhibits('alertname="Slow"', 'alertname="EmptyHigh"'), 'linked', heldBack],
  [slow, inhibits('alertname=~"Sl.*"', 'severity="page"'), 'linked', heldBack],
  [ticket, inhibits('severity="ticket"', 'severity="page"', '[service]'), 'linked', heldBack],
  [
    ticket.replace('service: claims', 'service: other'),
    inhibits('severity="ticket"', 'severity="page"', '[service]'),
    'proven',
    /fires above/,
  ],
  [ticket, inhibits('severity="ticket"', 'severity="page"', '[alertname, service]'), 'proven', /fires above/],
  [ticket, inhibits('severity="ticket"', 'severity="ticket"'), 'proven', /fires above/],
  [ticket, inhibits('severity="ticket"', 'namespace="a"'), 'proven', /fires above/],
  ['', inhibits('severity="page"', 'severity="page"'), 'proven', /fires above/],
  [slow, inhibits('severity="page"', 'service="claims"'), 'proven', /fires above/],
  ['', inhibits('alertname="NodeDown"', 'severity="page"'), 'linked', /EmptyHigh is not sent while NodeDown fires/],
  ['', inhibits('alertname="NodeDown"', 'severity="page"', '[alertname]'), 'proven', /fires above/],
  [watchdog, inhibits('alertname="Watchdog"', 'severity="page"', '[cluster]'), 'linked', /while Watchdog fires/],
  [
    slow,
    'inhibit_rules:\n  - source_match: { alertname: Slow }\n    target_match_re: { severity: page|x }\n',
    'linked',
    heldBack,
  ],
  [
    ticket,
    'inhibit_rules:\n  - source_match: { alertname: Slow }\n    target_match_re: { severity: page|x }\n',
    'linked',
    heldBack,
  ],
];
for (const [more, inhibition, state, says] of inhibited)
  find(`${inhibition.replaceAll(/\n */g, ' ')} with ${more.trim()}`, {
    // Of a page that a ticket holds back people are told.
    spec: more === ticket && state === 'linked' ? spec('page', 'notify') : spec(),
    files: files(config(pager, inhibition), more),
    states: { [subject]: state },
    says: [says],
  });
find('an alert that always fires holds it back', {
  spec: spec('page', 'notify'),
  files: files(config(pager, inhibits('alertname="Watchdog"', 'severity="page"')), watchdog),
  states: { [subject]: 'contradicted' },
  says: [/EmptyHigh reaches nobody: alertmanager\.yml:18 holds it back while Watchdog fires, and that always fires/],
});

test('a fix for the severity names the word that the file has', async () => {
  const analysis = await judged(spec('ticket'), { files: files(config(pager), '', 'critical') });
  const titles = analysis.findings.flatMap((one) => one.fixes('help').map(({ title }) => title));
  assert.ok(titles.includes('Use "page" for "critical" in alerts.yaml:7'), titles.join('\n'));
});
