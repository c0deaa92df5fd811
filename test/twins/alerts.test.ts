import { twins } from '../support/twins.ts';

const alerts = 'observability/alerts.yaml';

/** One alert of the rules file, commented out. */
const recallLow = `      - alert: RecallLow
        expr: claims_ai_recall_at_8 < 0.84
        for: 1d
        labels:
          severity: ticket
        annotations:
          summary: The weekly replay finds fewer of the right passages
          runbook_url: https://github.com/nordhafen/claims-assistant/blob/main/runbooks/retrieval.md
`;

twins('rag-production', [
  {
    name: 'labels that are merged in',
    change: {
      'observability/alerts.yaml': [
        'labels:\n          severity: page\n        annotations:\n          summary: Answers say',
        'labels: &page\n          severity: page\n        annotations:\n          summary: Answers say',
      ],
      'observability/alerts_test.yaml': [
        'exp_labels:\n              severity: page',
        'exp_labels: {<<: {severity: page}}',
      ],
    },
    finds: [],
  },
  {
    name: 'an alert is renamed',
    change: { [alerts]: ['- alert: RecallLow', '- alert: RecallTooLow'] },
    finds: ['alert-complete: There is no alert "RecallLow" in observability/alerts.yaml.'],
  },
  {
    name: 'a line that is no YAML',
    change: { [alerts]: ['  - name: use\n', '  - name: use\n   bad: [\n'] },
    finds: ['alert-complete: Prometheus refuses all rules of observability/alerts.yaml: line 55 is no YAML.'],
  },
  {
    name: 'a key that stands there twice',
    change: { [alerts]: ['        for: 1h\n', '        for: 1h\n        for: 2h\n'] },
    finds: [
      'alert-complete: Prometheus refuses all rules of observability/alerts.yaml: line 30 has `for` a second time.',
    ],
  },
  {
    name: 'an alert is commented out',
    change: { [alerts]: [recallLow, recallLow.replaceAll(/^ {6}/gm, '      # ')] },
    finds: ['alert-complete: "RecallLow" is commented out in observability/alerts.yaml:36.'],
  },
  {
    name: 'another threshold',
    change: { [alerts]: ['[10m]) < 0.87', '[10m]) < 0.80'] },
    finds: ['alert-complete: "groundedness-low" fires below 0.87 here, but below 0.8 in observability/alerts.yaml:7.'],
  },
  {
    name: 'another share',
    change: { [alerts]: ['claims_ai_no_result_ratio > 0.12', 'claims_ai_no_result_ratio > 0.3'] },
    finds: ['alert-complete: "retrieval-empty" fires above 12% here, but above 30% in observability/alerts.yaml:28.'],
  },
  {
    name: 'another age',
    change: { [alerts]: ['> 28 * 3600', '> 48 * 3600'] },
    finds: ['alert-complete: "index-stale" fires above 28h here, but above 48h in observability/alerts.yaml:46.'],
  },
  {
    name: 'another amount of money',
    change: { [alerts]: ['[1d])) > 180', '[1d])) > 1800'] },
    finds: [
      'alert-complete: "spend-high" fires above 180 EUR here, but above 1800 EUR in observability/alerts.yaml:80.',
    ],
  },
  {
    name: 'another share of last week',
    change: { [alerts]: ['> 3 * sum', '> 5 * sum'] },
    finds: ['alert-complete: "calls-spike" fires above 300% here, but above 500% in observability/alerts.yaml:60'],
  },
  {
    name: 'a share of yesterday',
    change: { [alerts]: ['offset 1w', 'offset 1d'] },
    finds: [
      'alert-complete: "calls-spike" fires above 300% of same-hour-last-week here, but in observability/alerts.yaml:60 it compares with what was 1d before.',
    ],
  },
  {
    name: 'the mean of another time',
    change: { [alerts]: ['[8w]', '[4w]'] },
    finds: [
      'alert-complete: "use-falling" fires below 60% of 8-week-mean here, but in observability/alerts.yaml:71 it compares with the mean of 28d.',
    ],
  },
  {
    name: 'the other bound',
    change: { [alerts]: ['claims_ai_recall_at_8 < 0.84', 'claims_ai_recall_at_8 > 0.84'] },
    finds: ['alert-complete: "recall-low" fires below 0.84 here, but above 0.84 in observability/alerts.yaml:37.'],
  },
  {
    name: 'it waits for another time',
    change: { [alerts]: ['for: 6h', 'for: 5m'] },
    finds: ['alert-complete: "groundedness-low" waits 6h here, but 5m in observability/alerts.yaml:8.'],
  },
  {
    name: 'it does not wait at all',
    change: { [alerts]: ['        for: 6h\n', ''] },
    finds: [
      'alert-complete: "groundedness-low" waits 6h here, but its rule in observability/alerts.yaml:6 fires at once.',
    ],
  },
  {
    name: 'another severity',
    change: { [alerts]: ['severity: page', 'severity: ticket'] },
    finds: [
      'alert-complete: "groundedness-low" is a matter for "page" here, but its rule in observability/alerts.yaml:10',
    ],
  },
  {
    name: 'another metric',
    change: { [alerts]: ['claims_ai_recall_at_8 < 0.84', 'claims_ai_review_ok_ratio < 0.84'] },
    finds: ['alert-complete: "recall-weekly" is emitted as claims_ai_recall_at_8, but RecallLow'],
  },
  {
    name: 'nothing emits what an alert waits for',
    change: { 'src/metrics.py': ['claims_ai_recall_at_8', 'claims_ai_recall_top_eight'] },
    finds: [
      'alert-complete: RecallLow waits for claims_ai_recall_at_8 (observability/alerts.yaml:37), and nothing in this repository emits that, where others of `claims_` are emitted.',
    ],
  },
  {
    name: 'an alert on another metric, which nothing emits, is told once',
    change: { [alerts]: ['claims_ai_no_result_ratio > 0.12', 'claims_ai_empty_ratio > 0.12'] },
    finds: [
      'alert-complete: "no-result-share" is emitted as claims_ai_no_result_ratio, but RetrievalEmpty in observability/alerts.yaml:28 watches claims_ai_empty_ratio, which nothing here emits.',
    ],
  },
  {
    name: 'nothing emits a metric that no alert watches',
    change: { 'src/metrics.py': ['claims_ai_review_ok_ratio', 'claims_ai_review_fine_ratio'] },
    finds: [
      'quality-metric-online: Nothing in this repository emits claims_ai_review_ok_ratio, where others of `claims_` are emitted.',
    ],
  },
  {
    name: 'a runbook that is not there',
    change: { [alerts]: [recallLow, recallLow.replace(/https:.*main\//, 'docs/')] },
    finds: ['alert-complete: The rule in observability/alerts.yaml:43 leads to "docs/runbooks/retrieval.md"'],
  },
  {
    name: 'a route that ends nowhere',
    change: {
      'observability/alertmanager.yml': [
        '  routes:\n',
        '  routes:\n    - matchers: [alertname="RecallLow"]\n      receiver: archive\n',
      ],
    },
    finds: ['alert-complete: RecallLow reaches nobody: observability/alertmanager.yml gives it to "archive"'],
  },
  {
    name: 'a severity that no route knows',
    change: { [alerts]: ['severity: page', 'severity: critical'] },
    finds: [
      'alert-complete: GroundednessLow goes to "claims-ops-channel" (slack), and not to "claims-ops-pager" (pagerduty): observability/alertmanager.yml asks for severity="page", and its rule has "critical" (line 10).',
    ],
  },
  {
    name: 'a severity in capitals',
    change: { [alerts]: ['severity: page', 'severity: Page'] },
    finds: ['asks for severity="page", and its rule has "Page" (line 10).'],
  },
  {
    name: 'no severity at all',
    change: { [alerts]: ['        labels:\n          severity: page\n', ''] },
    finds: ['asks for severity="page", and its rule has no severity.'],
  },
  {
    name: 'a severity that a template makes is a note',
    change: { [alerts]: ['severity: page', 'severity: "{{ $labels.severity }}"'] },
    finds: [],
  },
  {
    name: 'a route that is muted at any time',
    change: {
      'observability/alertmanager.yml': [
        'claims-ops-pager\n\n',
        `claims-ops-pager\n      mute_time_intervals: [quiet]\n\ntime_intervals:\n  - name: quiet\n    time_intervals:\n      - times: [{ start_time: '00:00', end_time: '24:00' }]\n\n`,
      ],
    },
    finds: [
      'alert-complete: GroundednessLow reaches nobody: "quiet" mutes its route in observability/alertmanager.yml:9 at any time.',
    ],
  },
  {
    name: 'a receiver that sends nothing is told once',
    change: { 'observability/alertmanager.yml': ['- name: claims-ops-pager', '- name: claims-ops-pagers'] },
    finds: ['alert-complete: GroundednessLow reaches nobody: observability/alertmanager.yml gives it to'],
  },
  {
    name: 'pages that go to a channel',
    change: { 'observability/alertmanager.yml': ['severity="page"', 'severity=~"pag"'] },
    finds: [
      'alert-complete: GroundednessLow is to page somebody, and observability/alertmanager.yml gives it to "claims-ops-channel" (slack) only.',
    ],
  },
  {
    name: 'an earlier route takes an alert away from the pager',
    change: {
      'observability/alertmanager.yml': [
        '  routes:\n',
        '  routes:\n    - matchers:\n        - alertname=~"Retrieval.*"\n      receiver: claims-ops-channel\n',
      ],
    },
    finds: [
      'alert-complete: RetrievalEmpty is to page somebody, and observability/alertmanager.yml gives it to "claims-ops-channel" (slack) only.',
    ],
  },
  {
    name: 'pages that go to the pager of somebody else',
    change: {
      'observability/alertmanager.yml': [
        'receiver: claims-ops-pager\n\nreceivers:\n',
        'receiver: core-pager\n\nreceivers:\n  - name: core-pager\n    pagerduty_configs:\n      - routing_key_file: /etc/alertmanager/core-pagerduty\n',
      ],
    },
    finds: [
      'alert-complete: GroundednessLow goes to "core-pager" (pagerduty) (observability/alertmanager.yml:14), and not to "claims-ops-pager" (pagerduty), which has the name of "claims-ops".',
    ],
  },
  {
    name: 'an alert that holds back others and always fires',
    change: {
      [alerts]: [
        '  - name: answers\n    interval: 1m\n    rules:\n',
        '  - name: answers\n    interval: 1m\n    rules:\n      - alert: Watchdog\n        expr: vector(1)\n',
      ],
      'observability/alertmanager.yml': [
        'receivers:\n',
        'inhibit_rules:\n  - source_matchers: [alertname="Watchdog"]\n    target_matchers: [severity="page"]\n\nreceivers:\n',
      ],
    },
    finds: [
      'alert-complete: GroundednessLow reaches nobody: observability/alertmanager.yml:14 holds it back while Watchdog fires, and that always fires.',
    ],
  },
  {
    name: 'a key that no rule has',
    change: { [alerts]: ['        for: 1h\n', '        for: 1h\n        sevrity: page\n'] },
    finds: [
      'alert-complete: Prometheus refuses all rules of observability/alerts.yaml: line 30 has `sevrity`, which no rule has.',
    ],
  },
  {
    name: 'an expression that nobody can read',
    change: { [alerts]: ['claims_ai_no_result_ratio > 0.12', 'claims_ai_no_result_ratio > > 0.12'] },
    finds: [
      'alert-complete: Prometheus refuses all rules of observability/alerts.yaml: line 28 has `> >`, which is no operator.',
    ],
  },
  {
    name: 'a second document that Prometheus does not read',
    change: { [alerts]: ['  - name: use\n', '---\ngroups:\n  - name: use\n'] },
    finds: [
      'alert-complete: CallsSpike stands behind the `---` of observability/alerts.yaml:54, and Prometheus, which loads it by observability/prometheus.yml:6, reads the first document only.',
    ],
  },
  {
    name: 'a routing that is no YAML',
    change: { 'observability/alertmanager.yml': ['group_wait: 30s', 'group_wait: [30s'] },
    finds: ['alert-complete: Alertmanager refuses observability/alertmanager.yml: line '],
  },
  {
    name: 'a configuration that says a key twice',
    change: { 'observability/prometheus.yml': ['scrape_configs:', 'rule_files: []\nscrape_configs:'] },
    finds: ['alert-complete: Prometheus refuses observability/prometheus.yml: line 14 has `rule_files` a second time.'],
  },
  {
    name: 'what may never be loaded is a note',
    change: { 'observability/prometheus.yml': ['rules/alerts.yaml', 'rules/none.yaml'] },
    finds: [],
  },
  {
    name: 'no test makes it fire',
    change: {
      'observability/alerts_test.yaml': [
        'eval_time: 25h\n        alertname: RecallLow',
        'eval_time: 25h\n        alertname: RecallLost',
      ],
    },
    finds: ['alert-tested: "RecallLow" only stays silent in observability/alerts_test.yaml:'],
  },
  {
    name: 'a test whose values never cross the threshold',
    change: { 'observability/alerts_test.yaml': ['0.93x12 0.84x96', '0.93x12 0.94x96'] },
    finds: [
      'alert-tested: "GroundednessLow" cannot fire in observability/alerts_test.yaml:16: none of the values of claims_ai_groundedness_ratio there is below 0.87.',
    ],
  },
  {
    name: 'a test that expects another severity',
    change: {
      'observability/alerts_test.yaml': [
        'alertname: RecallLow\n        exp_alerts:\n          - exp_labels:\n              severity: ticket',
        'alertname: RecallLow\n        exp_alerts:\n          - exp_labels:\n              severity: page',
      ],
    },
    finds: [
      'alert-tested: The test of "RecallLow" in observability/alerts_test.yaml:67 fails: it expects "page" as label `severity`, and the rule gives "ticket" (line 40).',
    ],
  },
  {
    name: 'a test whose series ends before it looks',
    change: { 'observability/alerts_test.yaml': ['0.2x24', '0.2x10 stale'] },
    finds: [
      'alert-tested: "RetrievalEmpty" cannot fire in observability/alerts_test.yaml:50: claims_ai_no_result_ratio is above 0.12 there until 50m, and it looks after 90m.',
    ],
  },
  {
    name: 'tests of rules that are not there are told once',
    change: { 'observability/alerts_test.yaml': ['  - alerts.yaml', '  - alerts-old.yaml'] },
    finds: [
      'alert-tested: "GroundednessLow" is tested in observability/alerts_test.yaml:13 by the rules of "alerts-old.yaml", and there is no such file.',
    ],
  },
  {
    name: 'another objective',
    change: { 'observability/slo.yaml': ['target: 0.99', 'target: 0.95'] },
    finds: ['sla-measurable: The availability is 99.0% here, but 95% in observability/slo.yaml:29.'],
  },
  {
    name: 'objectives that are no YAML',
    change: { 'observability/slo.yaml': ['      target: 0.99', '      target: [0.99'] },
    finds: ['sla-measurable: Nobody can load observability/slo.yaml: line '],
  },
  {
    name: 'an objective with two targets',
    change: { 'observability/slo.yaml': ['      target: 0.99', '      target: 0.99\n      target: 0.95'] },
    finds: ['sla-measurable: Nobody can load observability/slo.yaml: line 30 has `target` a second time.'],
  },
  {
    name: 'another window',
    change: { 'observability/slo.yaml': ['duration: 28d', 'duration: 90d'] },
    finds: ['sla-measurable: The window is 28d here, but 90d in observability/slo.yaml:'],
  },
  {
    name: 'no definition of the objective',
    change: { 'observability/slo.yaml': 'removed' },
    finds: ['sla-measurable: There is no "observability/slo.yaml".'],
  },
]);

twins('model-production', [
  {
    name: 'another share',
    change: { [alerts]: ['fraud_train_serve_mismatch_ratio > 0.01', 'fraud_train_serve_mismatch_ratio > 0.1'] },
    finds: ['alert-complete: "train-serve-broken" fires above 1% here, but above 10% in observability/alerts.yaml:55.'],
  },
  {
    name: 'nothing emits the drift',
    change: { 'src/metrics.py': ['fraud_score_js', 'fraud_score_distance'] },
    finds: [
      'alert-complete: ScoreDrift waits for fraud_score_js (observability/alerts.yaml:46), and nothing in this repository emits that',
    ],
  },
  {
    name: 'another objective',
    change: { 'observability/slo.yaml': ['objective: 99.5', 'objective: 99'] },
    finds: ['sla-measurable: The availability is 99.5% here, but 99% in observability/slo.yaml:7.'],
  },
]);
