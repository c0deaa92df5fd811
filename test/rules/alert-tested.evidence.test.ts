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
  files: { 'observability/alerts_test.yaml': tests(fires, 'other.yaml') },
  states: { [subject]: 'declared' },
});
find('a test in which it only stays silent', {
  spec: `${spec().replace(/(?<=rule: )(.*)\n/, '$1\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alert-tested\n')}`,
  files: { 'observability/alerts_test.yaml': tests(silent), 'observability/alerts.yaml': rules('x < 0.8') },
  states: { [subject]: 'linked' },
  says: [/only stays silent in observability\/alerts_test\.yaml:3: no test makes it fire/],
});

const given = (values: string, after = '2h', series = 'x{job="a"}') =>
  `rule_files: [alerts.yaml]\ntests:\n  - input_series: [{ series: '${series}', values: '${values}' }]\n    alert_rule_test: [{ eval_time: ${after}, alertname: RecallLow, exp_alerts: [{}] }]\n`;
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
  ['x < 0.8', `${given('0.7x200')}tests: []\n`, /promtool runs none of .*: line 5 has `tests` a second time/],
] as const)
  find(`${expr} does not fire by ${test.split('\n')[2]}`, {
    spec: marked,
    files: { 'observability/alerts.yaml': rules(expr), 'observability/alerts_test.yaml': test },
    states: { [subject]: 'linked' },
    says: [says],
  });
for (const [expr, values] of [
  ['x < 0.8', '0.9x12 0.7x96'],
  ['x < 0.8', '{{schema:1 sum:1}}'],
  ['x * 100 < 80', '0.7x200'],
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

find('the test that is named makes it fire', {
  spec: spec(named),
  files: { 'tests/drill.yaml': tests(fires, 'other.yaml') },
  states: { [subject]: 'proven' },
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
