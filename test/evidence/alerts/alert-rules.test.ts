import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertFacts, mostExpressionBytes, readAlerts } from '../../../core/src/evidence/alerts/alert-rules.ts';
import { hostile } from '../hostile.ts';

const rules = `
groups:
  - name: answers
    labels:
      team: claims
    rules:
      - record: claims:groundedness:ratio1d
        expr: avg_over_time(groundedness_ratio[1d])
      - alert: GroundednessLow # the one that pages
        expr: claims:groundedness:ratio1d < 0.8
        for: 6h
        keep_firing_for: 10m
        labels:
          severity: page
        annotations:
          runbook_url: https://example.org/a.md
      # - alert: GoneQuiet
      #   expr: absent(groundedness_ratio)
      - alert: "GroundednessLow"
        expr: |-
          claims:groundedness:ratio1d
            < 0.7
        labels: { severity: critical, team: core }
`;

const indented = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

interface Shape {
  readonly text: string;
  readonly path?: string;
  readonly format: string;
  /** `name:line` */
  readonly alerts: readonly string[];
  readonly loadedByName?: boolean;
  readonly refused?: string;
  readonly commentedOut?: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  'a rules file': {
    text: rules,
    format: 'prometheus',
    alerts: ['GroundednessLow:9', 'GroundednessLow:19'],
    loadedByName: true,
    commentedOut: ['GoneQuiet:17'],
  },
  'with anchors and merges': {
    text: 'groups:\n  - name: a\n    rules:\n      - &base\n        alert: A\n        expr: a < 1\n        labels: &page {severity: page}\n      - <<: *base\n        alert: B\n      - alert: C\n        expr: c < 1\n        labels:\n          <<: [*page]\n          team: x\n',
    format: 'prometheus',
    alerts: ['A:5', 'B:9', 'C:10'],
    loadedByName: true,
  },
  'with carriage returns': {
    text: rules.replaceAll('\n', '\r\n'),
    format: 'prometheus',
    alerts: ['GroundednessLow:9', 'GroundednessLow:19'],
    loadedByName: true,
    commentedOut: ['GoneQuiet:17'],
  },
  'a custom resource, the second document of its file': {
    text: `apiVersion: v1\nkind: Namespace\n---\napiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nspec:${indented(rules, 2)}`,
    format: 'prometheus',
    alerts: ['GroundednessLow:14', 'GroundednessLow:24'],
    commentedOut: ['GoneQuiet:22'],
  },
  'the same for VictoriaMetrics': {
    text: 'kind: VMRule\nspec:\n  groups:\n    - rules:\n        - alert: A\n          expr: a > 1\n',
    format: 'prometheus',
    alerts: ['A:5'],
  },
  'text inside a ConfigMap': {
    text: `apiVersion: v1\nkind: ConfigMap\ndata:\n  other.txt: nothing\n  rules.yml: |\n${indented(rules.trimStart(), 4)}`,
    format: 'prometheus',
    alerts: ['GroundednessLow:13', 'GroundednessLow:23'],
    commentedOut: ['GoneQuiet:21'],
  },
  'a ConfigMap in a list': {
    text: 'kind: List\nitems:\n  - kind: ConfigMap\n    data:\n      a.yml: |-\n        groups:\n          - rules:\n              - alert: A\n                expr: a > 1\n',
    format: 'prometheus',
    alerts: ['A:8'],
  },
  'values of a chart': {
    text: 'grafana: {}\nadditionalRules:\n  groups:\n    - name: a\n      rules:\n        - alert: A\n          expr: a > 1\n',
    format: 'prometheus',
    alerts: ['A:6'],
  },
  'rules for Loki with a namespace': {
    text: 'namespace: claims\ngroups:\n  - rules:\n      - alert: A\n        expr: sum(rate({app="a"} |= "error" [5m])) > 1\n',
    format: 'prometheus',
    alerts: ['A:4'],
    loadedByName: true,
  },
  'a template': {
    text: `{{- if .Values.rules.enabled }}
kind: PrometheusRule
metadata:
  name: {{ include "app.name" . }}-rules
spec:
  groups:
    - name: a
      rules:
        {{- with .Values.extra }}
        - alert: First
          expr: a > {{ .limit }}
        {{- end }}
        # - alert: Third
        - alert: "Second"
{{- end }}
`,
    format: 'templated',
    alerts: ['First:10', 'Second:14'],
    commentedOut: ['Third:13'],
  },
  'a line that is no YAML is in no template': {
    text: 'groups:\n  - rules:\n      - alert: A\n        expr: a > 1\n        annotations:\n          text: "{{ $labels.job }}"\n   bad: [\n      - alert: B\n        expr: b > 1\n',
    format: 'prometheus',
    alerts: ['A:3', 'B:8'],
    loadedByName: true,
    refused: 'is no YAML:7',
  },
  'a key that is there twice': {
    text: 'groups:\n  - rules:\n      - alert: A\n        expr: a > 1\n        expr: a > 2\n        labels: { a: b, a: c }\n',
    format: 'prometheus',
    alerts: ['A:3'],
    loadedByName: true,
    refused: 'has `expr` a second time:5',
  },
  'a line that a template engine may put right': {
    text: 'groups:\n  - rules:\n      - alert: A\n        expr: a > <% limit %>\n   bad: [\n',
    format: 'prometheus',
    alerts: ['A:3'],
    loadedByName: true,
  },
  'the templates of Prometheus itself make no template': {
    text: 'groups:\n  - rules:\n      - alert: A\n        expr: a > 1\n        annotations:\n          text: |\n            {{ if gt $value 1.0 }}\n            {{ $labels.job }} is at {{ .Value }}\n            {{ end }}\n',
    format: 'prometheus',
    alerts: ['A:3'],
    loadedByName: true,
  },
  Grafana: {
    text: `apiVersion: 1
groups:
  - name: g
    folder: f
    rules:
      - uid: abc
        title: Slow answers
        condition: B
        data:
          - refId: A
            model: { expr: 'latency_seconds > 0' }
          - refId: B
            datasourceUid: __expr__
            model:
              conditions:
                - evaluator: { params: [3], type: gt }
        for: 5m
        isPaused: true
`,
    format: 'grafana',
    alerts: ['Slow answers:7'],
  },
  'Grafana in JSON': {
    text: '{"apiVersion": 1,\n "groups": [{"rules": [\n  {"title": "A", "data": []}]}]}',
    path: 'alerts.json',
    format: 'grafana',
    alerts: ['A:3'],
  },
  'a monitor of Datadog': {
    text: '{\n  "name": "Answers are slow",\n  "type": "query alert",\n  "query": "avg(last_5m):avg:latency{*} > 3",\n  "tags": ["severity:page"]\n}',
    format: 'datadog',
    alerts: ['Answers are slow:2'],
  },
  CloudFormation: {
    text: 'Resources:\n  Table:\n    Type: AWS::DynamoDB::Table\n  SlowAnswers:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      AlarmName: !Sub "${Stage}-slow"\n      Threshold: 3\n      ComparisonOperator: GreaterThanThreshold\n',
    format: 'cloudwatch',
    alerts: ['SlowAnswers:4'],
  },
  Sloth: {
    text: 'version: prometheus/v1\nservice: a\nslos:\n  - name: availability\n    objective: 99.9\n    alerting:\n      name: AvailabilityBurns\n',
    format: 'generated',
    alerts: ['AvailabilityBurns:7'],
  },
  'rules built in Go': { text: 'Alert: "A"', path: 'assets.go', format: 'other', alerts: [] },
  Terraform: { text: 'resource "datadog_monitor" "a" {}', path: 'a.tf', format: 'other', alerts: [] },
  'any other YAML': { text: 'on:\n  push:\njobs: {}\n', format: 'other', alerts: [] },
};

for (const [name, { text, path, format, alerts, loadedByName = false, commentedOut = [], refused }] of Object.entries(
  shapes,
)) {
  test(`alerts in ${name}`, () => {
    const file = readAlerts(text, path);
    assert.equal(file.format, format);
    assert.deepEqual(
      file.alerts.map((alert) => `${alert.name}:${alert.line}`),
      alerts,
    );
    assert.equal(file.loadedByName, loadedByName);
    assert.equal(file.refused && `${file.refused.value}:${file.refused.line}`, refused);
    assert.deepEqual(
      file.commentedOut.map(({ value, line }) => `${value}:${line}`),
      commentedOut,
    );
  });
}

test('what a rule says, with its lines', async () => {
  const { alerts, records, conditions } = await alertFacts(rules);
  const [first, second] = alerts;
  assert.ok(first !== undefined && second !== undefined);
  assert.equal(first.group, 'answers');
  assert.deepEqual(first.for, { value: '6h', line: 11 });
  assert.deepEqual(first.keepFiringFor, { value: '10m', line: 12 });
  assert.deepEqual(first.labels.get('severity'), { value: 'page', line: 14 });
  assert.deepEqual(first.labels.get('team'), { value: 'claims', line: 5 });
  assert.deepEqual(second.labels.get('team'), { value: 'core', line: 23 });
  assert.deepEqual(first.annotations.get('runbook_url'), { value: 'https://example.org/a.md', line: 16 });
  assert.deepEqual(
    records.map(({ name, line }) => [name, line]),
    [['claims:groundedness:ratio1d', 7]],
  );
  assert.equal(conditions.get(first)?.comparisons[0]?.value, 0.8);
  const [limit] = conditions.get(second)?.comparisons ?? [];
  assert.deepEqual([limit?.value, (second.expression?.line ?? 0) + (limit?.line ?? 0)], [0.7, 22]);
});

test('thresholds that stand beside the expression, and what is switched off', () => {
  const of = (name: string) => readAlerts(shapes[name]?.text ?? '').alerts[0];
  assert.deepEqual(of('Grafana')?.threshold, { above: true, value: 3, line: 16 });
  assert.equal(of('Grafana')?.paused, 18);
  assert.equal(of('Grafana')?.alias, 'abc');
  assert.deepEqual(of('a monitor of Datadog')?.threshold, { above: true, value: 3, line: 4 });
  assert.equal(of('a monitor of Datadog')?.labels.get('severity')?.value, 'page');
  assert.deepEqual(of('CloudFormation')?.threshold, { above: true, value: 3, line: 8 });
  assert.equal(of('Sloth')?.alias, 'availability');
});

test('a template that makes names says so', () => {
  const made = (line: string) => readAlerts(`groups:\n  - rules:\n      - alert: A\n        expr: a > 1\n${line}\n`);
  assert.equal(made('      - alert: {{ .Values.name }}').namesAreMade, true);
  assert.equal(made('      {{- include "more.rules" . }}').namesAreMade, true);
  assert.equal(made('      - alert: B').namesAreMade, false);
});

for (const [name, text] of Object.entries(hostile)) {
  test(`survives ${name}`, async () => {
    const facts = await alertFacts(text);
    assert.ok(facts.alerts.length <= 1);
  });
}

test('of a file with more PromQL than people write only the first part is parsed', async () => {
  const expr = `${'a + '.repeat(2400)}a > 1`;
  const count = 60;
  const text = `groups:\n  - rules:\n${`      - alert: A\n        expr: ${expr}\n`.repeat(count)}`;
  const { conditions } = await alertFacts(text);
  const parsed = [...conditions.values()].filter(({ tooLong }) => !tooLong);
  assert.equal(conditions.size, count);
  assert.equal(parsed.length, Math.floor(mostExpressionBytes / expr.length));
  assert.ok(parsed.length < count);
});
