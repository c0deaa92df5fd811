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
  files: { 'observability/alerts_test.yaml': tests(silent) },
  states: { [subject]: 'linked' },
  says: [/only stays silent in observability\/alerts_test\.yaml:3: no test makes it fire/],
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
