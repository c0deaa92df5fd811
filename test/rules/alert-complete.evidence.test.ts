import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { drawn } from '../support/carets.ts';
import { evidence, judged } from '../support/evidence.ts';
import type { Held } from '../support/repository.ts';

const find = evidence('alert-complete');

type Fields = Readonly<Record<string, string | undefined>>;

/** One whole alert; the field `marked` gets the finding. */
function spec(fields: Fields = {}, marked?: string, emittedAs = 'claims_recall_ratio'): string {
  const whole: Fields = {
    metric: 'recall',
    below: '0.84',
    for: '1d',
    severity: 'ticket',
    notify: 'claims-ops',
    runbook: 'runbooks/retrieval.md',
    rule: 'observability/alerts.yaml#RecallLow',
    ...fields,
  };
  const lines = Object.entries(whole).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const caret = `${' '.repeat(name.length + 8)}${'^'.repeat(value.length)} alert-complete`;
    return [`      ${name}: ${value}`, ...(name === marked ? [caret] : [])];
  });
  return `
owners:
  claims-ops:
    contact:
      - pagerduty:P4CLAIM
monitoring:
  metrics:
    recall:
      kind: retrieval
      window: 1d
      emitted_as: ${emittedAs}
  alerts:
    recall-low:
${lines.join('\n')}
`;
}

const subject = '/monitoring/alerts/recall-low';
const rule = (over: Fields = {}) => {
  const { expr, wait, severity, runbook } = {
    expr: 'claims_recall_ratio < 0.84',
    wait: '1d',
    severity: 'ticket',
    runbook: 'runbooks/retrieval.md',
    ...over,
  };
  return [
    'groups:',
    '  - name: search',
    '    rules:',
    '      - alert: RecallLow',
    `        expr: ${expr}`,
    wait === undefined ? '' : `        for: ${wait}`,
    severity === undefined ? '' : `        labels: { severity: ${severity} }`,
    runbook === undefined ? '' : `        annotations: { runbook_url: '${runbook}' }`,
    '',
  ].join('\n');
};
const files = (alerts: string, more: Held['files'] = {}): Held['files'] => ({
  'observability/alerts.yaml': alerts,
  ...more,
});
const page: Held['files'] = { 'runbooks/retrieval.md': '# Retrieval\n\nSwitch the alias back.\n' };

const holds = (
  name: string,
  state: string,
  held: Held['files'],
  says: RegExp,
  fields: Fields = {},
  emittedAs?: string,
) =>
  find(name, {
    spec: spec(fields, undefined, emittedAs),
    files: { ...page, ...held },
    states: { [subject]: state },
    says: [says],
  });
const fails = (name: string, at: string, held: Held['files'], says: RegExp, fields: Fields = {}, emittedAs?: string) =>
  find(name, {
    spec: spec(fields, at, emittedAs),
    files: { ...page, ...held },
    states: { [subject]: 'contradicted' },
    says: [says],
  });

holds(
  'the rule says the same',
  'proven',
  files(rule()),
  /"RecallLow" in observability\/alerts\.yaml:4 fires below 0\.84 for 1d/,
);
holds('by its group as well', 'proven', files(rule()), /fires below/, {
  rule: 'observability/alerts.yaml#search/RecallLow',
});

fails('no such file', 'rule', {}, /There is no "observability\/alerts\.yaml"/);
fails(
  'no such alert, and none like it',
  'rule',
  files(rule()),
  /no alert "IndexStale" in observability\/alerts\.yaml\.$/,
  {
    rule: 'observability/alerts.yaml#IndexStale',
  },
);
fails('a slip in the name', 'rule', files(rule()), /no alert "RecalLow" in .* Did you mean "RecallLow"\?/, {
  rule: 'observability/alerts.yaml#RecalLow',
});
fails(
  'commented out',
  'rule',
  files(`${rule().replaceAll('RecallLow', 'Other')}#      - alert: RecallLow\n`),
  /commented out in .*:9/,
);
holds('a rule on the net', 'unverifiable', {}, /where nobody looks/, { rule: 'https://grafana.nordhafen.example/a' });
find('a repository that is not here', {
  spec: spec({ rule: 'infra//alerts.yaml#RecallLow' }),
  files: page,
  absentRoots: ['infra'],
  states: { [subject]: 'unverifiable' },
  says: [/"infra" is not checked out/],
});

fails(
  'another threshold',
  'below',
  files(rule({ expr: 'claims_recall_ratio < 0.80' })),
  /"recall-low" fires below 0\.84 here, but below 0\.8 in observability\/alerts\.yaml:5\./,
);
fails(
  'the other bound',
  'below',
  files(rule({ expr: 'claims_recall_ratio > 0.84' })),
  /fires below 0\.84 here, but above 0\.84 in/,
);
fails('another waiting time', 'for', files(rule({ wait: '10m' })), /"recall-low" waits 1d here, but 10m in .*:6\./);
fails('no waiting time', 'for', files(rule({ wait: undefined })), /waits 1d here, but its rule in .*:4 fires at once/);
holds('the same time in other units', 'proven', files(rule({ wait: '23h60m' })), /for 23h60m/);
fails(
  'another severity',
  'severity',
  files(rule({ severity: 'critical' })),
  /"ticket" here, but its rule in .*:7 has the severity "critical"/,
);
for (const severity of ['warning', 'ticket', 'WARN', 'sev2', 'high', '{{ $labels.x }}', undefined])
  holds(
    `severity ${severity} is a ticket, or nobody knows`,
    'proven',
    files(rule({ severity: severity && `'${severity}'` })),
    /fires below/,
  );

/** A threshold of the spec, that of the rule, the series, and what comes of both. */
const thresholds: readonly (readonly [bound: string, expr: string, series: string, state: string, says: RegExp])[] = [
  ['above: 12%', 'claims_empty_ratio > 0.12', 'claims_empty_ratio', 'proven', /above 0\.12/],
  [
    'above: 12%',
    '(sum(rate(e_total[5m])) / sum(rate(claims_total[5m]))) * 100 > 12',
    'claims_total',
    'proven',
    /above 12/,
  ],
  ['above: 12%', 'claims_empty_percent > 12', 'claims_empty_percent', 'proven', /above 12/],
  ['above: 12%', 'claims_empty_ratio > 0.10', 'claims_empty_ratio', 'contradicted', /above 12% here, but above 10% in/],
  ['above: 12%', 'claims_empty_ratio > 12', 'claims_empty_ratio', 'contradicted', /above 12% here, but above 1200% in/],
  ['above: 28h', 'claims_age_seconds > 100800', 'claims_age_seconds', 'proven', /above 100800/],
  [
    'above: 28h',
    'time() - claims_refreshed_at > 28 * 3600',
    'claims_refreshed_at',
    'proven',
    /above 28 \* 3600 \(28h\) for 1d, as it says here/,
  ],
  ['above: 28h', 'claims_age_seconds / 3600 > 28', 'claims_age_seconds', 'proven', /above 28/],
  ['above: 28h', 'claims_age_hours > 28', 'claims_age_hours', 'proven', /above 28/],
  [
    'above: 28h',
    'claims_age_seconds > 93600',
    'claims_age_seconds',
    'contradicted',
    /above 28h here, but above 26h in/,
  ],
  ['above: 28h', 'claims_age > 26', 'claims_age', 'linked', /may be in another unit/],
  ['above: 10s', 'claims_duration_ms > 10000', 'claims_duration_ms', 'proven', /above 10000/],
  [
    'above: 10s',
    'histogram_quantile(0.95, rate(claims_duration_seconds_bucket[5m])) > 8',
    'claims_duration_seconds',
    'contradicted',
    /above 10s here, but above 8s in/,
  ],
  ['above: 180 EUR', 'sum(increase(claims_eur_total[1d])) > 180', 'claims_eur_total', 'proven', /above 180/],
  [
    'above: 180 EUR',
    'sum(increase(claims_eur_total[1d])) > 200',
    'claims_eur_total',
    'contradicted',
    /above 180 EUR here, but above 200 EUR in/,
  ],
  ['above: 300', 'sum(rate(claims_total[5m])) > 5', 'claims_total', 'linked', /5 there is a rate per second/],
  ['above: 1', 'claims_state == 2', 'claims_state', 'linked', /`==` is neither above nor below a number/],
  ['above: 5', 'claims_a > 5 or claims_a > 7', 'claims_a', 'proven', /above 5/],
  ['above: 6', 'claims_a > 5 or claims_a > 7', 'claims_a', 'linked', /several conditions/],
  ['above: 6', 'claims_a > 6 and claims_b < 3', 'claims_a', 'linked', /above 6 for 1d, but only where `claims_b < 3`/],
  ['above: 6', 'claims_a > 5 and claims_b < 3', 'claims_a', 'contradicted', /above 6 here, but above 5/],
];
for (const [bound, expr, series, state, says] of thresholds) {
  const [name = '', value] = bound.split(': ');
  const fields = { below: undefined, [name]: value };
  const held = files(rule({ expr }));
  if (state === 'contradicted') fails(`${bound} and ${expr}`, name, held, says, fields, series);
  else holds(`${bound} and ${expr}`, state, held, says, fields, series);
}

holds(
  'a share of what was a week before',
  'proven',
  files(rule({ expr: 'claims_recall_ratio < 0.6 * claims_recall_ratio offset 1w' })),
  /fires below 0\.6 \* claims_recall_ratio offset 1w \(60% of last-week\) for 1d, as it says here/,
  { below: '60%', of: 'last-week' },
);
fails(
  'a share of something else',
  'of',
  files(rule({ expr: 'claims_recall_ratio < 0.6 * claims_recall_ratio offset 1d' })),
  /"recall-low" fires below 60% of last-week here, but in .*:5 it compares with what was 1d before/,
  { below: '60%', of: 'last-week' },
);
holds('what fires on each event', 'linked', files(rule({ wait: undefined })), /fires on an event/, {
  below: undefined,
  for: undefined,
  each: 'failed run',
});
fails(
  'another metric',
  'metric',
  files(rule()),
  /"recall" is emitted as claims_other, but RecallLow in .*:5 watches claims_recall_ratio/,
  {},
  'claims_other',
);
holds(
  'a metric that a rule of the same file records',
  'proven',
  files(
    `${rule({ expr: 'claims:recall:min < 0.84' })}      - record: claims:recall:min\n        expr: min(claims_recall_ratio)\n`,
  ),
  /fires below/,
);
holds(
  'a metric that a rule of another file records',
  'linked',
  files(rule({ expr: 'claims:recall:min < 0.84' })),
  /how claims:recall:min is made of claims_recall_ratio does not show/,
);

const two = `${rule({ expr: 'claims_recall_ratio < 0.7', severity: 'critical', wait: '5m' })}${rule().split('\n').slice(3).join('\n')}`;
holds('of several rules of one name the one that fits', 'proven', files(two), /alerts\.yaml:9 fires below 0\.84/);

const metrics =
  'from prometheus_client import Gauge\nGauge("claims_other_ratio", "x")\nGauge("claims_recall_ratio", "x")\n';
holds('its metric is emitted', 'proven', files(rule(), { 'src/metrics.py': metrics }), /fires below/);
fails(
  'nothing emits its metric',
  'rule',
  files(rule({ expr: 'claims_recall_ratio < 0.84 and claims_other_ratio > 0' }), {
    'src/metrics.py': metrics.replace('recall', 'rec4ll'),
  }),
  /RecallLow waits for claims_recall_ratio \(.*:5\), and nothing in this repository emits that\. Did you mean claims_rec4ll_ratio \(src\/metrics\.py:3\)\?$/,
);
fails(
  'nothing emits its metric, and nothing is called like it',
  'rule',
  files(rule({ expr: 'claims_recall_ratio < 0.84 and claims_other_ratio > 0' }), {
    'src/metrics.py': metrics.replace('recall', 'index_age'),
  }),
  /nothing in this repository emits that, where others of `claims_` are emitted\.$/,
);
find('its metric may come from elsewhere', {
  spec: spec({}, 'rule', 'billing_ratio'),
  files: {
    ...page,
    ...files(rule({ expr: 'billing_ratio < 0.84 and claims_other_ratio > 0' }), { 'src/metrics.py': metrics }),
  },
  states: { [subject]: 'linked' },
  says: [
    /RecallLow waits for billing_ratio \(.*:5\), and nothing in this repository emits that; if something elsewhere does, `emitted_by` of its metric says what\.$/,
  ],
});
holds(
  'something else that comes from elsewhere',
  'linked',
  files(rule({ expr: 'claims_recall_ratio < 0.84 and on() billing_ratio > 0' }), { 'src/metrics.py': metrics }),
  /fires below 0\.84 for 1d, but only where `billing_ratio > 0`/,
);
holds(
  'what emits its metric is named',
  'proven',
  files(rule(), { 'src/metrics.py': metrics.replace('recall', 'rec4ll') }),
  /fires below/,
  {},
  'claims_recall_ratio\n      emitted_by: other//jobs/recall.py',
);
fails(
  'it has another name in the source',
  'rule',
  files(rule(), { 'src/metrics.py': metrics.replace('claims_recall', 'app_claims_recall') }),
  /It is called app_claims_recall_ratio in src\/metrics\.py:3/,
);
holds(
  'the source is elsewhere',
  'proven',
  files(rule(), { 'src/other.py': 'Gauge("other_ratio", "x")\n' }),
  /fires below/,
);
holds(
  'one of two series is enough',
  'linked',
  files(rule({ expr: '(claims_recall_ratio or claims_other_ratio) < 0.84' }), {
    'src/metrics.py': metrics.replace('recall', 'rec4ll'),
  }),
  /falls back to another series/,
);
holds(
  'silence makes it fire',
  'proven',
  files(rule({ expr: 'claims_recall_ratio < 0.84 or absent(claims_recall_ratio)' }), {
    'src/metrics.py': metrics.replace('recall', 'rec4ll'),
  }),
  /fires below/,
);

fails(
  'another runbook',
  'runbook',
  files(rule({ runbook: 'runbooks/other.md' }), { 'runbooks/other.md': '' }),
  /"recall-low" opens "runbooks\/retrieval\.md" here, but its rule in .*:8 leads to "runbooks\/other\.md"/,
);
fails(
  'a runbook that is not there',
  'runbook',
  files(rule({ runbook: 'runbooks/gone.md' })),
  /leads to "runbooks\/gone\.md", which is not there/,
);
fails(
  'another file on the forge',
  'runbook',
  files(rule({ runbook: 'https://github.com/a/b/blob/main/runbooks/other.md#x' }), { 'runbooks/other.md': '' }),
  /leads to "runbooks\/other\.md"/,
);
for (const runbook of [
  'https://github.com/a/b/blob/main/runbooks/retrieval.md',
  'https://gitlab.com/a/b/-/blob/main/runbooks/retrieval.md#retrieval',
  '/runbooks/retrieval.md',
  '../runbooks/retrieval.md',
  'https://wiki.nordhafen.example/other',
  'https://github.com/a/other/blob/main/gone.md',
  'runbooks/{{ $labels.x }}.md',
  'RUN-17',
])
  holds(`runbook ${runbook}`, 'proven', files(rule({ runbook })), /fires below/);

const routing = (sends: string) => `route: { receiver: team }\nreceivers:\n  - name: team\n${sends}`;
holds(
  'it reaches somebody',
  'proven',
  files(rule(), { 'alertmanager.yml': routing('    slack_configs: [{ channel: x }]\n') }),
  /fires below/,
);
fails(
  'it reaches nobody',
  'notify',
  files(rule(), { 'alertmanager.yml': routing('') }),
  /RecallLow reaches nobody: alertmanager\.yml:3 gives it to "team", which sends nothing/,
);
holds(
  'of two routings nobody knows which one is in use',
  'proven',
  files(rule(), { 'a/alertmanager.yml': routing(''), 'b/alertmanager.yml': routing('') }),
  /fires below/,
);

const prometheus = (entry: string) => `scrape_configs: []\nrule_files:\n  - ${entry}\n`;
holds(
  'it is loaded',
  'proven',
  files(rule(), { 'prometheus.yml': prometheus('/etc/rules/alerts.yaml') }),
  /fires below/,
);
holds(
  'it may never be loaded',
  'linked',
  files(rule(), { 'prometheus.yml': prometheus('/etc/rules/other.yaml') }),
  /may never be loaded: no `rule_files` in prometheus\.yml names observability\/alerts\.yaml/,
);

const grafana = (more = '') => `groups:
  - rules:
      - title: RecallLow
        uid: a1
        condition: B
        data:
          - { refId: A, model: { expr: claims_recall_ratio } }
          - { refId: B, datasourceUid: __expr__, model: { conditions: [{ evaluator: { type: lt, params: [0.84] } }] } }
        for: 1d
${more}`;
holds('Grafana, by its title', 'proven', files(grafana()), /fires below 0\.84 for 1d/);
holds('Grafana, by its uid', 'proven', files(grafana()), /"RecallLow"/, { rule: 'observability/alerts.yaml#a1' });
for (const [steps, state, says] of [
  ['{ refId: B, model: { type: reduce, reducer: last, expression: A } }', 'proven', /fires below 0\.84 for 1d/],
  ['{ refId: B, model: { type: reduce, reducer: count, expression: A } }', 'linked', /takes the `count` of it before/],
  ["{ refId: B, model: { type: math, expression: '1 - $A' } }", 'linked', /computes it from something else/],
] as const)
  holds(
    `Grafana, ${steps}`,
    state,
    files(
      grafana()
        .replace('condition: B', 'condition: C')
        .replace(
          / {10}- \{ refId: B.*\n/,
          `          - ${steps.replace('{ ', '{ datasourceUid: __expr__, ')}
          - { refId: C, datasourceUid: __expr__, model: { type: threshold, expression: B, conditions: [{ evaluator: { type: lt, params: [0.84] } }] } }
`,
        ),
    ),
    says,
  );
holds(
  'Grafana, a rate',
  'linked',
  files(grafana().replace('expr: claims_recall_ratio', "expr: 'sum(rate(claims_recall_ratio[5m]))'")),
  /a rate per second/,
);
fails(
  'Grafana, paused',
  'rule',
  files(grafana('        isPaused: true\n')),
  /"RecallLow" is paused in observability\/alerts\.yaml:10/,
);

holds(
  'a template',
  'linked',
  files(`{{- if .Values.on }}\n${rule()}{{- end }}\n`),
  /stands in .*:5; a template makes the rest/,
);
holds(
  'a template that makes names',
  'unverifiable',
  files('groups:\n  - rules:\n      - alert: {{ .Values.name }}\n'),
  /makes some names/,
);
holds(
  'an objective',
  'linked',
  files('version: prometheus/v1\nslos: [{ name: a, alerting: { name: RecallLow } }]\n'),
  /made of an objective/,
);
holds(
  'code that names it',
  'linked',
  { 'rules.go': 'x\n{Alert: "RecallLow"}\n' },
  /"RecallLow" stands in rules\.go:2; alerts of this kind of file are not read/,
  { rule: 'rules.go#RecallLow' },
);
holds('code that does not', 'unverifiable', { 'rules.tf': '' }, /holds no alerts in a form that is read/, {
  rule: 'rules.tf#RecallLow',
});

/** A case and the value that its fix puts into the spec. */
const adopted: readonly (readonly [name: string, alerts: string, fields: Fields, field: string, title: RegExp])[] = [
  [
    'threshold',
    rule({ expr: 'claims_recall_ratio < 0.80' }),
    {},
    'below: 0.8',
    /^Use "0\.8" from observability\/alerts\.yaml:5$/,
  ],
  ['a share', rule({ expr: 'claims_recall_ratio < 0.80' }), { below: '84%' }, 'below: 80%', /^Use "80%" from/],
  ['waiting time', rule({ wait: '10m' }), {}, 'for: 10m', /^Use "10m" from observability\/alerts\.yaml:6$/],
  ['severity', rule({ severity: 'page' }), {}, 'severity: page', /^Use "page" from observability\/alerts\.yaml:7$/],
  [
    'name',
    rule(),
    { rule: 'observability/alerts.yaml#RecalLow' },
    'rule: observability/alerts.yaml#RecallLow',
    /^Use "RecallLow" from observability\/alerts\.yaml$/,
  ],
];
for (const [name, alerts, fields, field, title] of adopted) {
  test(`adopts the ${name} of the rule`, async () => {
    const { text } = drawn(spec(fields));
    const { findings } = await judged(text, { files: { ...page, ...files(alerts) } });
    const fix = findings
      .filter((one) => one.rule === 'alert-complete')
      .flatMap((one) => one.fixes())
      .find(({ kind }) => kind === 'adopt');
    assert.match(fix?.title ?? '', title);
    assert.equal(fix?.safe, false);
    const fixed = applyEdits(text, fix?.edits ?? []);
    assert.match(fixed, new RegExp(`      ${field}\n`));
    const again = await judged(fixed, { files: { ...page, ...files(alerts) } });
    assert.deepEqual(
      again.findings.filter((one) => one.rule === 'alert-complete'),
      [],
    );
  });
}
