import { evidence } from '../support/evidence.ts';

const find = evidence('alert-tested');

const subject = '/monitoring/alerts/recall-low';
const spec = (lines = '') => `
monitoring:
  alerts:
    recall-low:
      rule: observability/alerts.yaml#search/RecallLow
      tested: 2026-10-21
${lines}`;
const tests = (alerts: string, file = 'alerts.yaml') =>
  `rule_files: [${file}]\ntests:\n  - alert_rule_test: [${alerts}]\n`;
const fires = '{ alertname: RecallLow, exp_alerts: [{ exp_labels: {} }] }';
const silent = '{ alertname: RecallLow, exp_alerts: [] }';
const rules = (expr: string, wait = '1h') =>
  `groups:\n  - name: search\n    rules:\n      - { alert: RecallLow, expr: '${expr}', for: ${wait} }\n`;
const named = '      test: tests/drill.yaml\n';

find('a test beside the rules makes it fire', {
  spec: spec(),
  files: { 'observability/alerts_test.yaml': tests(`${silent}, ${fires}`) },
  states: { [subject]: 'proven' },
  says: [/"RecallLow" is made to fire in observability\/alerts_test\.yaml:3/],
});
find('no test: the day counts', { spec: spec(), files: {}, states: { [subject]: 'declared' } });
find('a test of other rules', {
  spec: spec(),
  files: { 'observability/alerts_test.yaml': tests(fires, 'other.yaml'), 'observability/other.yaml': 'groups: []\n' },
  states: { [subject]: 'declared' },
});
find('a test of rules that may be anywhere', {
  spec: spec(),
  files: { 'observability/alerts_test.yaml': tests(fires, '"*_rules.yaml"') },
  states: { [subject]: 'declared' },
});
find('a test of rules that are not there', {
  spec: `${spec().replace(/(?<=rule: )(.*)\n/, '$1\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alert-tested\n')}`,
  files: { 'observability/alerts_test.yaml': tests(fires, 'old.yaml'), 'observability/alerts.yaml': rules('x < 0.8') },
  states: { [subject]: 'linked' },
  says: [
    /"RecallLow" is tested in observability\/alerts_test\.yaml:3 by the rules of "old\.yaml", and there is no such/,
  ],
});
find('a test in which it only stays silent', {
  spec: `${spec().replace(/(?<=rule: )(.*)\n/, '$1\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alert-tested\n')}`,
  files: { 'observability/alerts_test.yaml': tests(silent), 'observability/alerts.yaml': rules('x < 0.8') },
  states: { [subject]: 'linked' },
  says: [/only stays silent in observability\/alerts_test\.yaml:3: no test makes it fire/],
});

const given = (values: string, after = '2h', series = 'x{job="a"}') =>
  `rule_files: [alerts.yaml]\ntests:\n  - input_series: [{ series: '${series}', values: '${values}' }]\n    alert_rule_test: [{ eval_time: ${after}, alertname: RecallLow, exp_alerts: [{}] }]\n`;
/** The same with another step, and with what is expected of the alert. */
const stepped = (values: string, after: string, interval: string, every = interval) =>
  given(values, after).replace(
    'tests:\n  - input',
    `evaluation_interval: ${every}\ntests:\n  - interval: ${interval}\n    input`,
  );
const expecting = (alert: string, series = 'x{job="a"}') =>
  given('0.7x200', '2h', series).replace('[{}]', `[${alert}]`);
const labelled = (more: string) => rules('x < 0.8').replace('for: 1h', `for: 1h, ${more}`);
const marked = spec().replace(
  /(?<=rule: )(.*)\n/,
  '$1\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alert-tested\n',
);
for (const [expr, test, says] of [
  ['x < 0.8', given('0.9x12 0.85x96'), /cannot fire in .*_test\.yaml:4: none of the values of x there is below 0\.8/],
  ['min_over_time(x[10m]) < 0.8', given('1-0.01x20'), /none of the values of x there is below 0\.8/],
  ['x > 8 and on() y > 3', given('1 2 3+1x5 _x3 stale'), /none of the values of x there is above 8/],
  ['x < 0.8', given('0.7', '2h', 'other'), /it is given no x/],
  ['x < 0.8', given('0.7x200', '30m'), /it looks after 30m, and the rule waits 1h/],
  ['x < 0.8', given('0.7x60'), /x is below 0\.8 there until 65m, and it looks after 2h/],
  ['x < 0.8', given('0.7x100 _x30'), /x is below 0\.8 there until 105m, and it looks after 2h/],
  ['x < 0.8', given('0.7x100 stale'), /x is below 0\.8 there until 100m, and it looks after 2h/],
  ['x < 0.8', given('0.7x100 0.9x100'), /x is below 0\.8 there until 100m, and it looks after 2h/],
  ['x < 0.8', given('0.9x80 0.7x100'), /x is below 0\.8 there for 39m before it looks, and the rule waits 1h/],
  ['x < 0.8', given('1-0.002x200'), /x is below 0\.8 there for 19m before it looks, and the rule waits 1h/],
  ['x < 0.8', given('0.9x180 0.7x100'), /x is below 0\.8 there only from 181m on, and it looks after 2h/],
  ['x < 0.8', stepped('0.7x20', '2h', '10m', '1m'), /x is below 0\.8 there for 0s before it looks/],
  ['x{job="b"} < 0.8', given('0.7x200'), /it is given no x with the labels that the rule asks for/],
  ['x{job!="a"} < 0.8', given('0.7x200'), /it is given no x with the labels/],
  ['x < 0.8', `${given('0.7x200')}tests: []\n`, /promtool runs none of .*: line 5 has `tests` a second time/],
] as const)
  find(`${expr} does not fire by ${test.split('\n')[2]}`, {
    spec: marked,
    files: { 'observability/alerts.yaml': rules(expr), 'observability/alerts_test.yaml': test },
    states: { [subject]: 'linked' },
    says: [says],
  });
for (const [expr, values] of [
  ['x < 0.8', '0.9x12 0.7x196'],
  ['x < 0.8', '{{schema:1 sum:1}}'],
  ['x * 100 < 80', '0.7x200'],
  ['x{job="a"} < 0.8', '0.7x200'],
  ['x < 0.8', '0.7x50 _x4 0.7x200'],
  ['x < 0.8', '0.9x30 0.7x100 _x4'],
  ['min_over_time(x[30m]) < 0.8', '0.7x100'],
  ['x < 0.8 or absent(x)', '_x200'],
  ['x > 0.8 or y > 3', '0.7x200'],
  ['increase(x[1h]) > 5', '0+1x200'],
  ['deriv(x[1h]) > 5', '0+1x200'],
  ['1 - x > 0.8', '0.1x200'],
])
  find(`${expr} fires by ${values}`, {
    spec: spec(),
    files: { 'observability/alerts.yaml': rules(expr ?? ''), 'observability/alerts_test.yaml': given(values ?? '') },
    states: { [subject]: 'proven' },
  });

find('samples that come as seldom as the rules are evaluated', {
  spec: spec(),
  files: {
    'observability/alerts.yaml': rules('x < 0.8'),
    'observability/alerts_test.yaml': stepped('0.7x20', '2h', '10m'),
  },
  states: { [subject]: 'proven' },
});
find('what is kept firing', {
  spec: spec(),
  files: {
    'observability/alerts.yaml': labelled('keep_firing_for: 1h'),
    'observability/alerts_test.yaml': given('0.7x80 0.9x100'),
  },
  states: { [subject]: 'proven' },
});

const summary = 'annotations: { summary: Recall is low }';
/** What the rule has, what the test expects, and why it fails. */
for (const [more, alert, says] of [
  [
    'labels: { severity: page }',
    '{ exp_labels: { severity: ticket } }',
    /expects "ticket" as label `severity`, and the rule gives "page" \(line 4\)/,
  ],
  ['labels: { severity: page }', '{}', /it expects no label `severity`, and the rule gives "page"/],
  [
    'labels: { severity: page }',
    '{ exp_labels: { severity: page, team: a } }',
    /it expects the label `team`, which the rule does not give/,
  ],
  [
    summary,
    '{ exp_annotations: { summary: Recall is too low } }',
    /expects "Recall is too low" as annotation `summary`, and the rule gives "Recall is low"/,
  ],
  [summary, '{}', /it expects no annotation `summary`/],
  [
    summary,
    '{ exp_annotations: { summary: Recall is low, runbook_url: x } }',
    /it expects the annotation `runbook_url`, which the rule does not give/,
  ],
  ['labels: { a: b }', '{ exp_labels: { a: b } }, { exp_labels: { a: c } }', /expects "c" as label `a`/],
] as const)
  find(`${more} is tested for ${alert}`, {
    spec: marked,
    files: { 'observability/alerts.yaml': labelled(more), 'observability/alerts_test.yaml': expecting(alert) },
    states: { [subject]: 'linked' },
    says: [/The test of "RecallLow" in observability\/alerts_test\.yaml:4 fails: /, says],
  });
for (const [more, alert] of [
  ['labels: { severity: page }', '{ exp_labels: { severity: page, job: a } }'],
  ["labels: { severity: '{{ $labels.job }}' }", '{ exp_labels: { severity: a, job: a } }'],
  ["labels: { severity: '' }", '{ exp_labels: { job: a, alertname: RecallLow } }'],
  [summary, '{ exp_annotations: { summary: Recall is low } }'],
  ["annotations: { summary: 'at {{ $value }}' }", '{ exp_annotations: { summary: at 0.7 } }'],
] as const)
  find(`${more} is tested for ${alert}, and has it`, {
    spec: spec(),
    files: { 'observability/alerts.yaml': labelled(more), 'observability/alerts_test.yaml': expecting(alert) },
    states: { [subject]: 'proven' },
  });

find('the test that is named makes it fire', {
  spec: spec(named),
  files: { 'tests/drill.yaml': tests(fires, '../observability/alerts.yaml') },
  states: { [subject]: 'proven' },
});
find('the test that is named is one of other rules', {
  spec: spec(named),
  files: { 'tests/drill.yaml': tests(fires, 'other.yaml') },
  states: { [subject]: 'linked' },
  says: [/tests\/drill\.yaml:1 tests the rules of "other\.yaml", and not those of observability\/alerts\.yaml/],
});
find('the test that is named does not know it', {
  spec: spec(`${named}            ^^^^^^^^^^^^^^^^ alert-tested\n`),
  files: { 'tests/drill.yaml': tests('{ alertname: Other }') },
  states: { [subject]: 'contradicted' },
  says: [/tests\/drill\.yaml has no test of "RecallLow"/],
});
find('the test that is named is not there', {
  spec: spec(`${named}            ^^^^^^^^^^^^^^^^ alert-tested\n`),
  files: {},
  says: [/There is no "tests\/drill\.yaml"/],
});
find('the record of a drill', {
  spec: spec(named),
  files: { 'tests/drill.yaml': 'date: 2026-10-21\nwho: Ines\n' },
  states: { [subject]: 'linked' },
});
