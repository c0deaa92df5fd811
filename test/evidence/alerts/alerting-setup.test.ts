import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertingSetup, loadedBy, nearest, testsOf } from '../../../core/src/evidence/alerts/alerting-setup.ts';
import { readPrometheusConfig } from '../../../core/src/evidence/alerts/prometheus-config.ts';
import { readRuleTests } from '../../../core/src/evidence/alerts/promtool-tests.ts';
import { repository } from '../../support/repository.ts';
import { hostile } from '../hostile.ts';

const tests = `
rule_files:
  - alerts.yaml
tests:
  - interval: 1m
    alert_rule_test:
      - alertname: A
        eval_time: 1m
        exp_alerts: []
      - alertname: A
        exp_alerts:
          - exp_labels: { severity: page }
      - eval_time: 1m
  - promql_expr_test: []
  - alert_rule_test:
      - alertname: B
        exp_alerts: []
`;

test('what unit tests of rules try', () => {
  assert.deepEqual(
    readRuleTests(tests)?.tried.map(({ name, line, expected }) => `${name}:${line} ${expected.length > 0}`),
    ['A:7 false', 'A:10 true', 'B:16 false'],
  );
  assert.equal(readRuleTests('rule_files: []\nscrape_configs: []\n'), undefined);
});

const prometheus = (...files: readonly string[]) =>
  `scrape_configs: []\nrule_files:\n${files.map((one) => `  - ${one}\n`).join('')}`;

const loads: readonly (readonly [entry: string, path: string, loads: boolean])[] = [
  ['/etc/prometheus/rules/alerts.yaml', 'observability/alerts.yaml', true],
  ['rules/*.yaml', 'observability/alerts.yaml', true],
  ['/rules/alert*.y?ml', 'alerts.yaml', true],
  ['/rules/other.yaml', 'alerts.yaml', false],
  ['"*.rules"', 'alerts.yaml', false],
];
for (const [entry, path, expected] of loads) {
  test(`${entry} ${expected ? 'loads' : 'does not load'} ${path}`, async () => {
    const { host } = repository({ files: { 'deploy/prometheus.yml': prometheus(entry) } });
    const answer = await alertingSetup('').answer(host);
    assert.ok(answer.kind === 'read');
    assert.equal(loadedBy(answer.facts, path)?.facts, expected ? 3 : undefined);
  });
}

test('a repository is searched for what it says, not for what it is called', async () => {
  const { host } = repository({
    files: {
      'deploy/prometheus.yml': prometheus('a.yaml'),
      'deploy/prometheus-values.yaml': 'server: {}\n',
      'observability/tests/alerts_test.yaml': tests,
      'alertmanager/config.yaml': 'route: { receiver: a }\nreceivers: [{ name: a }]\n',
      'e2e/alertmanager.yml': 'route: { receiver: a }\nreceivers: [{ name: a }]\n',
      'node_modules/x/prometheus.yml': prometheus('a.yaml'),
    },
  });
  const answer = await alertingSetup('').answer(host);
  assert.ok(answer.kind === 'read');
  const { prometheus: configs, alertmanager, tests: found } = answer.facts;
  assert.deepEqual(
    configs.map(({ path }) => path),
    ['deploy/prometheus.yml'],
  );
  assert.deepEqual(
    alertmanager.map(({ path }) => path),
    ['alertmanager/config.yaml', 'e2e/alertmanager.yml'],
  );
  assert.deepEqual(
    found.map(({ path }) => path),
    ['observability/tests/alerts_test.yaml'],
  );
});

test('what tests and examples hold is for those beside it', () => {
  const held = ['e2e/alertmanager.yml', 'examples/a/alertmanager.yml'].map((path) => ({ path, facts: 1 }));
  assert.deepEqual(nearest(held, 'rules/alerts.yaml'), []);
  assert.deepEqual(nearest(held, 'examples/a/alerts.yaml'), [{ path: 'examples/a/alertmanager.yml', facts: 1 }]);
});

test('each service of a repository has its own', async () => {
  const { host } = repository({
    files: {
      'a/obs/prometheus.yml': prometheus('/rules/alerts.yaml'),
      'b/obs/prometheus.yml': prometheus('/rules/none.yaml'),
      'a/obs/tests/alerts_test.yaml': tests.replace('alerts.yaml', '../alerts.yaml'),
      'b/obs/alerts_test.yaml': tests,
      'c/alerts_test.yaml': tests.replace('alerts.yaml', '"*.yaml"'),
    },
  });
  const answer = await alertingSetup('').answer(host);
  assert.ok(answer.kind === 'read');
  const { facts } = answer;
  const of = (path: string) => [
    nearest(facts.prometheus, path)
      .map((one) => one.path.slice(0, 1))
      .join(' '),
    loadedBy(facts, path)?.path ?? '',
    testsOf(facts, path)
      .map((one) => one.path)
      .join(' '),
  ];
  assert.deepEqual(of('a/obs/alerts.yaml'), ['a', 'a/obs/prometheus.yml', 'a/obs/tests/alerts_test.yaml']);
  assert.deepEqual(of('b/obs/alerts.yaml'), ['b', '', 'b/obs/alerts_test.yaml']);
  assert.deepEqual(of('c/rules.yaml'), ['a b', '', 'c/alerts_test.yaml']);
});

for (const [name, text] of Object.entries(hostile)) {
  test(`survives ${name}`, () => {
    assert.equal(readRuleTests(text), undefined);
    assert.equal(readPrometheusConfig(text), undefined);
  });
}
