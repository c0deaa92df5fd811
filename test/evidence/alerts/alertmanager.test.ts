import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRouting } from '../../../core/src/evidence/alerts/alertmanager.ts';
import { reached } from '../../../core/src/evidence/alerts/routes.ts';
import { hostile } from '../hostile.ts';

const config = `
global:
  resolve_timeout: 5m
route:
  receiver: nobody
  routes:
    - match: { severity: page }
      receiver: pager
    - match_re: { team: ^(claims|core)$ }
      receiver: team
      routes:
        - matchers: ['alertname="Drill"']
          receiver: drills
    - matchers: [severity=~"ticket|info", alertname!="Quiet"]
      receiver: channel
      continue: true
    - matchers: ['{severity="ticket"}']
      receiver: archive
    - match: { namespace: claims }
      receiver: cluster
    - match_re: { alertname: 'Odd.*' }
      receiver: odd
receivers:
  - name: nobody
  - name: pager
    pagerduty_configs:
      - routing_key_file: /etc/key
  - name: team
    slack_configs: []
  - name: drills
    email_configs: [{ to: drills@nordhafen.example }]
  - name: channel
    slack_configs: [{ channel: '#claims' }]
    webhook_configs: [{ url: http://claims }]
  - name: archive
  - name: cluster
  - name: odd
`;

/** Labels, and the receivers that an alert with them may reach. */
const routes: readonly (readonly [labels: string, receivers: string])[] = [
  ['severity=page', 'pager(pagerduty)'],
  ['severity=page team=claims', 'pager(pagerduty)'],
  ['severity=warning team=core namespace=x alertname=A', 'team()'],
  ['severity=warning team=claims alertname=Drill', 'drills(email)'],
  ['severity=ticket team=x namespace=x alertname=A', 'channel(slack webhook) archive()'],
  ['severity=ticket team=x namespace=x alertname=Quiet', 'archive()'],
  ['severity=info team=x namespace=claims alertname=A', 'channel(slack webhook) cluster()'],
  ['severity=warning team=x namespace=x alertname=Plain', 'nobody()'],
  ['severity=warning team=x namespace=x alertname=OddOne', 'odd()'],
  // A label that the rule does not set may have any value, and so may one that a template makes.
  ['severity=warning team=x alertname=Plain', 'cluster() nobody()'],
  ['severity=warning team=x alertname=Odd', 'cluster() odd()'],
  ['severity={{x}} team=x namespace=x alertname=Quiet', 'pager(pagerduty) archive() nobody()'],
];

for (const [labels, receivers] of routes) {
  test(`${labels} reaches ${receivers}`, () => {
    const routing = readRouting(config);
    assert.ok(routing !== undefined);
    const found = reached(routing, new Map(labels.split(' ').map((one) => one.split('=') as [string, string])));
    assert.equal(found.map(({ name, ways }) => `${name}(${ways.join(' ')})`).join(' '), receivers);
  });
}

/** A route before the last one, and what is said of the pager behind it for RetrievalEmpty of severity page. */
const doubts: readonly (readonly [route: string, pager: string])[] = [
  ['{ receiver: b, matchers: [team="x"] }', 'unless team in 4'],
  ['{ receiver: b, matchers: [team="x"], continue: true }', ''],
  ['{ receiver: b, matchers: [\'alertname=~"[RS].*"\'] }', 'unless alertname in 4'],
  ['{ receiver: b, matchers: [\'alertname=~"Retr.*"\'] }', 'not at all'],
  ['{ receiver: b, matchers: [\'alertname=~"Recall.*"\'] }', ''],
  ['{ receiver: pager, matchers: [team="x"] }', ''],
  ['{ receiver: b, routes: [{ receiver: c, matchers: [team="x"] }] }', 'not at all'],
  ['{ matchers: [team="x"], routes: [{ receiver: pager, continue: true }], continue: true }', ''],
];
for (const [route, pager] of doubts) {
  test(`behind ${route} the pager gets it: ${pager || 'surely'}`, () => {
    const text = `route:\n  receiver: a\n  routes:\n    - ${route}\n    - { receiver: pager, matchers: [severity="page"] }\nreceivers: [{ name: a }, { name: b }, { name: pager }]\n`;
    const routing = readRouting(text);
    assert.ok(routing !== undefined);
    const labels = new Map([
      ['alertname', 'RetrievalEmpty'],
      ['severity', 'page'],
    ]);
    const found = reached(routing, labels).find(({ name }) => name === 'pager');
    const [how, doubt] = found?.perhaps === undefined ? ['unless', found?.unless] : ['if', found.perhaps];
    const said = doubt === undefined ? '' : `${how} ${doubt.matcher.label} in ${doubt.line}`;
    assert.equal(found === undefined ? 'not at all' : said, pager);
  });
}

/** What a route is muted in, and when it sends nothing for that. */
const mutes: readonly (readonly [interval: string, route: string, muted: string])[] = [
  ['[{}]', 'mute_time_intervals: [i]', 'always'],
  ["[{ times: [{ start_time: '00:00', end_time: '24:00' }] }]", 'mute_time_intervals: [i]', 'always'],
  ["[{ weekdays: ['sunday:saturday'], location: UTC }]", 'mute_time_intervals: [i]', 'always'],
  ["[{ weekdays: ['monday:friday'] }, { weekdays: [Saturday, sunday] }]", 'mute_time_intervals: [i]', 'always'],
  ["[{ days_of_month: ['1:-1'], months: ['january:december'] }]", 'mute_time_intervals: [i]', 'always'],
  ["[{ weekdays: ['monday:friday'] }]", 'mute_time_intervals: [i]', 'sometimes'],
  ["[{ times: [{ start_time: '00:00', end_time: '06:00' }] }]", 'mute_time_intervals: [i]', 'sometimes'],
  ["[{ years: ['2026'] }]", 'mute_time_intervals: [i]', 'sometimes'],
  ['[]', 'mute_time_intervals: [i]', ''],
  ['[{}]', 'mute_time_intervals: [other]', 'sometimes'],
  ['[{}]', 'active_time_intervals: [i]', ''],
  ["[{ weekdays: ['monday:friday'] }]", 'active_time_intervals: [i]', 'sometimes'],
  ['[]', 'active_time_intervals: [i]', 'always'],
  ['[{}]', '', ''],
];
for (const [interval, route, muted] of mutes) {
  test(`${route} with i ${interval} is muted: ${muted || 'never'}`, () => {
    const text = `route:\n  receiver: a\n  routes:\n    - receiver: b\n      ${route}\nreceivers: [{ name: a }, { name: b }]\ntime_intervals:\n  - name: i\n    time_intervals: ${interval}\n`;
    const routing = readRouting(text);
    assert.ok(routing !== undefined);
    const [only, another] = reached(routing, new Map());
    assert.deepEqual([only?.name, only?.muted?.holds ?? '', another], ['b', muted, undefined]);
  });
}

test('what Alertmanager does not load says why', () => {
  const of = (text: string) => readRouting(text)?.refused;
  assert.deepEqual(of('route: { receiver: a }\nreceivers: [{ name: a }]\nroute: {}\n'), {
    value: 'has `route` a second time',
    line: 3,
  });
  assert.equal(of('route: { receiver: a }\nreceivers: [{ name: a }]\nb: [\n')?.value, 'is no YAML');
  assert.equal(of('route: { receiver: a }\nreceivers: [{ name: a }]\n'), undefined);
});

test('receivers have their lines', () => {
  assert.equal(readRouting(config)?.receivers.get('pager')?.line, 25);
});

test('the custom resource', () => {
  const text = `kind: AlertmanagerConfig
spec:
  route:
    receiver: a
    routes:
      - matchers: [{ name: severity, value: page|critical, matchType: =~ }]
        receiver: b
  receivers:
    - name: a
    - name: b
      slackConfigs: [{ channel: x }]
`;
  const routing = readRouting(text);
  assert.ok(routing !== undefined);
  const of = (severity: string) => reached(routing, new Map([['severity', severity]])).map(({ ways }) => ways);
  assert.deepEqual(of('critical'), [['slack']]);
  assert.deepEqual(of('ticket'), [[]]);
});

test('other texts route nothing', () => {
  for (const text of [
    'route: a\nreceivers: []\n',
    'route: { receiver: a }\n',
    '{{- if .x }}\nroute: {}\nreceivers: []\n{{ end }}',
    'groups: []\n',
  ])
    assert.equal(readRouting(text), undefined, text);
});

test('a route inside of a route without end', () => {
  const text = `receivers: []\nroute:\n${Array.from({ length: 90 }, (_, depth) => `${'  '.repeat(depth + 1)}${depth === 0 ? '' : '- '}routes:`).join('\n')}`;
  readRouting(text);
});

for (const [name, text] of Object.entries(hostile)) {
  test(`survives ${name}`, () => assert.equal(readRouting(text), undefined));
}
