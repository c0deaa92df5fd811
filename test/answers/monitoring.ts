import type { Answers } from './answers.ts';

/** Metrics below `monitoring`, each in one line. */
const metrics = (...lines: readonly string[]) =>
  `monitoring:\n  metrics:\n${lines.map((one) => `    ${one}\n`).join('')}`;
const judged = 'groundedness-live: { kind: quality, by: judge-llm, sample: 5%, window: 24h, emitted_as: groundedness }';
const judge = 'models:\n  judge-llm:\n    role: judge\n';
const index = 'indexes:\n  claims-index:\n    max_age: 28h\n';

/** A metric of one kind, and one alert. */
const alert = (kind: string, lines: string, more = '') => `
${more}monitoring:
  metrics:
    watched:
      kind: ${kind}
      window: 24h
  alerts:
    one:
      metric: watched
${lines}`;

const complete = `
owners:
  claims-ops:
    contact:
      - pagerduty:P4CLAIM
  claims-build:
    contact:
      - slack:claims-ai
monitoring:
  metrics:
    groundedness-live:
      kind: quality
  alerts:
    groundedness-low:
      metric: groundedness-live
      below: 0.88
      for: 6h
      severity: page
      notify: claims-ops
      runbook: runbooks/wrong-answers.md
      rule: observability/alerts.yaml#GroundednessLow
`;

const skeleton = (id: string, bound: string) => `
models:
  answer-llm:
    provider: own
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-results:
      kind: retrieval
    index-age:
      kind: retrieval
    calls:
      kind: usage
  alerts:
    store-empty:
      metric: no-results
      above: 12%
    store-old:
      metric: index-age
      above: 28h
    spike:
      metric: calls
      above: 300%
      of: same-hour-last-week
    gone:
      metric: calls
      below: 40%
      of: same-hour-last-week
    ${id}:
      metric: TODO metric id
              ^^^^^^^^^^^^^^ RULE
      ${bound}: TODO e.g. 12%
      for: TODO e.g. 1d
      severity: TODO page | ticket | info
      notify: TODO owner id
      runbook: TODO e.g. runbooks/retrieval.md
      rule: TODO e.g. observability/alerts.yaml#RecallLow
`;

export const monitoring: Answers = {
  'quality-metric-online': {
    missing: 'logging:\n^^^^^^^ quality-metric-online\n  calls: 100%\n',
    hollow: {
      'only latency and errors': `monitoring:
  metrics:
  ^^^^^^^ quality-metric-online
    latency: { kind: usage, emitted_as: latency_seconds }
    errors: { kind: usage, emitted_as: errors_total }
`,
      'latency, called quality': `monitoring:
  metrics:
    latency: { kind: quality, sample: 100%, window: 1h, emitted_as: latency_seconds }
    ^^^^^^^ quality-metric-online
`,
      'only thumbs': `owners:
  claims-ops:
    team: Claims Operations
monitoring:
  metrics:
    thumbs-up-share: { kind: quality, by: claims-ops, sample: 100%, window: 7d, emitted_as: thumbs_up }
    ^^^^^^^^^^^^^^^ quality-metric-online
`,
      'sample 0': `${judge}monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: judge-llm
      sample: 0%
              ^^ quality-metric-online
      window: 24h
      emitted_as: groundedness
`,
      'a sample that is nothing in its window': `${judge}monitoring:
  metrics:
    groundedness-live:
      kind: quality
      by: judge-llm
      sample: 5/week
              ^^^^^^ quality-metric-online
      window: 1h
      emitted_as: groundedness
`,
      'reviewer undefined: a placeholder': `monitoring:
  metrics:
    weekly-review:
      kind: quality
      by: TBD
          ^^^ quality-metric-online
      sample: 40/week
      window: 7d
      emitted_as: review_ok
`,
      'reviewer undefined: gone': `owners:
  claims-build:
    until: 2026-10-31
monitoring:
  metrics:
    weekly-review:
      kind: quality
      by: claims-build
          ^^^^^^^^^^^^ quality-metric-online
      sample: 40/week
      window: 7d
      emitted_as: review_ok
`,
      'labels arrive months later and nothing earlier exists': `sources:
  outcomes:
    via: training
models:
  fraud-score:
    role: predict
    training:
      from:
        - outcomes
      label_delay: 120d
monitoring:
  metrics:
    precision:
      kind: quality
      by: outcomes
          ^^^^^^^^ quality-metric-online
      sample: 100%
      window: 90d
      emitted_as: precision
`,
    },
    declared: `${judge}${metrics(judged)}`,
  },
  'retrieval-metric-online': {
    missing: `${index}logging:\n^^^^^^^ retrieval-metric-online\n  calls: 100%\n`,
    hollow: {
      'only vector-store latency': `${index}monitoring:
  metrics:
    store-latency: { kind: retrieval, window: 1h, emitted_as: qdrant_latency_seconds }
    ^^^^^^^^^^^^^ retrieval-metric-online
`,
      'no metric that can fall as the corpus grows': `${index}monitoring:
  metrics:
    document-count: { kind: retrieval, window: 1h, emitted_as: documents_total }
    ^^^^^^^^^^^^^^ retrieval-metric-online
    index-age: { kind: retrieval, window: 1h, emitted_as: index_age_seconds }
`,
    },
    declared: `${index}${metrics('recall: { kind: retrieval, window: 7d, emitted_as: recall_at_8 }')}`,
  },
  'drift-monitored': {
    missing: 'logging:\n^^^^^^^ drift-monitored\n  calls: 100%\n',
    hollow: {
      'no reference': alert('drift', '      above: 0.25\n')
        .replace('window: 24h', 'of: queries\n      method: psi\n      window: 24h\n      emitted_as: psi')
        .replace('watched:\n', 'watched:\n    ^^^^^^^ drift-monitored\n'),
      'no threshold': `evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift: { kind: drift, of: queries, method: psi, reference: real-queries, window: 7d, emitted_as: psi }
    ^^^^^^^^^^^ drift-monitored
`,
      'PSI 0.2 on a few hundred rows treated as exact': `system:
  load:
    per_day: 40
evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift:
      kind: drift
      of: queries
      method: psi
      reference: real-queries
      window: 7d
              ^^ drift-monitored
      emitted_as: psi
  alerts:
    queries-shifted:
      metric: query-drift
      above: 0.2
`,
      'model without a training-serving comparison': `models:
  fraud-score:
    role: predict
evaluation:
  datasets:
    tuning:
      size: 9120
monitoring:
  metrics:
  ^^^^^^^ drift-monitored
    score-drift: { kind: drift, of: predictions, method: js, reference: tuning, window: 7d, emitted_as: js }
  alerts:
    scores-shifted:
      metric: score-drift
      above: 0.1
`,
    },
    declared: `evaluation:
  datasets:
    real-queries:
      size: 420
monitoring:
  metrics:
    query-drift: { kind: drift, of: queries, method: psi, reference: real-queries, window: 7d, emitted_as: psi }
  alerts:
    queries-shifted:
      metric: query-drift
      above: 0.25
`,
  },
  'usage-metrics': {
    missing: 'logging:\n^^^^^^^ usage-metrics\n  calls: 100%\n',
    hollow: {
      'volume only; no measure that shows people stopped using it': `system:
  users:
    who: claims handlers
monitoring:
  metrics:
  ^^^^^^^ usage-metrics
    calls: { kind: usage, emitted_as: calls_total }
    spend: { kind: usage, emitted_as: cost_eur_total }
`,
    },
    declared: `system:
  users:
    who: claims handlers
${metrics('calls: { kind: usage, emitted_as: calls_total }', 'handlers: { kind: usage, emitted_as: handlers }')}`,
  },
  'feedback-captured': {
    missing: 'logging:\n^^^^^^^ feedback-captured\n  calls: 100%\n',
    hollow: {
      'a mailbox nobody owns': `monitoring:
  feedback:
  ^^^^^^^^ feedback-captured
    how: mail to claims-ai@nordhafen.example
    review_every: 7d
`,
      'a mailbox whose owner has left': `owners:
  claims-build:
    until: 2026-10-31
monitoring:
  feedback:
    how: mail to claims-ai@nordhafen.example
    reaches: claims-build
             ^^^^^^^^^^^^ feedback-captured
    review_every: 7d
`,
      'collected, never read': `owners:
  claims-ops:
    team: Claims Operations
monitoring:
  feedback:
    how: thumbs
    reaches: claims-ops
    review_every: 52w
                  ^^^ feedback-captured
`,
      'collected, read every 0 days': `owners:
  claims-ops:
    team: Claims Operations
monitoring:
  feedback:
    how: thumbs
    reaches: claims-ops
    review_every: 0d
                  ^^ feedback-captured
`,
    },
    declared: `owners:
  claims-ops:
    team: Claims Operations
monitoring:
  feedback:
    how: thumbs and free text on every answer
    reaches: claims-ops
    review_every: 7d
`,
  },
  'alert-quality': {
    missing: 'monitoring:\n  alerts:\n  ^^^^^^ alert-quality\n    calls-gone:\n      below: 40%\n',
    hollow: {
      'none: a skeleton without a metric': skeleton('quality-low', 'below').replace('RULE', 'alert-quality'),
      'threshold the metric cannot reach': alert('quality', '      below: 0\n             ^ alert-quality\n'),
      'threshold looser than the quality objective by more than its margin': `${alert(
        'quality',
        '      below: 0.70\n             ^^^^ alert-quality\n',
        'system:\n  load:\n    per_day: 4000\n',
      ).replace('window: 24h', 'sample: 5%\n      window: 24h')}operations:
  slo:
    quality:
      metric: watched
      min: 0.90
`,
    },
    declared: alert('quality', '      below: 0.88\n'),
  },
  'alert-retrieval': {
    missing: `${index}monitoring:\n  alerts:\n  ^^^^^^ alert-retrieval\n    calls-gone:\n      below: 40%\n`,
    hollow: {
      'only HTTP errors of the store': `${index}monitoring:
  metrics:
    store-errors: { kind: retrieval, emitted_as: qdrant_http_5xx_total }
    index-age: { kind: retrieval }
  alerts:
    store-failing:
    ^^^^^^^^^^^^^ alert-retrieval
      metric: store-errors
      above: 5%
    store-old:
      metric: index-age
      above: 28h
`,
      'no staleness alert: a skeleton without a metric': `${index}monitoring:
  metrics:
    no-results: { kind: retrieval }
  alerts:
    store-empty:
      metric: no-results
      above: 12%
    index-stale:
      metric: TODO metric id
              ^^^^^^^^^^^^^^ alert-retrieval
      above: TODO the max_age of the index is 28h
`,
    },
    declared: skeleton('quality-low', 'below').replace(/ +\^+ RULE\n/, ''),
  },
  'alert-usage-anomaly': {
    missing: 'monitoring:\n  alerts:\n  ^^^^^^ alert-usage-anomaly\n    store-empty:\n      above: 12%\n',
    hollow: {
      'upper bound only: a skeleton without a metric': `monitoring:
  metrics:
    calls: { kind: usage }
  alerts:
    spike:
      metric: calls
      above: 300%
      of: same-hour-last-week
    use-falling:
      metric: TODO metric id
              ^^^^^^^^^^^^^^ alert-usage-anomaly
      below: TODO a share of last week
`,
      'a limit far beyond capacity': `system:
  load:
    peak_per_minute: 25
monitoring:
  metrics:
    calls: { kind: usage, window: 1h }
  alerts:
    calls-many:
      metric: calls
      above: 100000
             ^^^^^^ alert-usage-anomaly
    calls-few:
      metric: calls
      below: 10
`,
      'no cost alert on a hosted model: one that never fires': `models:
  answer-llm:
    provider: azure-openai
monitoring:
  metrics:
    calls: { kind: usage, window: 1h }
    spend: { kind: usage, window: 24h }
  alerts:
    calls-many:
      metric: calls
      above: 300%
      of: same-hour-last-week
    calls-few:
      metric: calls
      below: 10
    bill:
      metric: spend
      above: 900 EUR
             ^^^^^^^ alert-usage-anomaly
operations:
  budget:
    stop_at: 300 EUR
`,
    },
    declared: skeleton('quality-low', 'below').replace(/ +\^+ RULE\n/, ''),
  },
  'alert-complete': {
    missing: 'monitoring:\n  alerts:\n    recall-low:\n    ^^^^^^^^^^ alert-complete\n      tested: 2026-10-21\n',
    hollow: {
      'no threshold': complete.replace('0.88', 'TBD\n             ^^^ alert-complete'),
      'no route': complete.replace('notify: claims-ops', 'notify: TODO\n              ^^^^ alert-complete'),
      'page to an owner without a pager': complete.replace(
        'notify: claims-ops',
        'notify: claims-build\n              ^^^^^^^^^^^^ alert-complete',
      ),
      'metric not declared': complete.replace(
        'metric: groundedness-live',
        'metric: TODO metric id\n              ^^^^^^^^^^^^^^ alert-complete',
      ),
      'rule name not given': complete.replace(
        'alerts.yaml#GroundednessLow',
        'alerts.yaml\n            ^^^^^^^^^^^^^^^^^^^^^^^^^ alert-complete',
      ),
      'a threshold on each event': complete.replace(
        '      below: 0.88\n',
        '      each: failed run of the refresh job\n            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ alert-complete\n      below: 0.88\n',
      ),
    },
    declared: complete,
  },
  'alert-tested': {
    missing:
      'monitoring:\n  alerts:\n    recall-low:\n    ^^^^^^^^^^ alert-tested\n      rule: alerts.yaml#RecallLow\n',
    hollow: {
      'never: a placeholder': `monitoring:
  alerts:
    recall-low:
      rule: alerts.yaml#RecallLow
      tested: TODO e.g. 2026-10-21
              ^^^^^^^^^^^^^^^^^^^^ alert-tested
`,
      'over 180d': `monitoring:
  alerts:
    recall-low:
      rule: alerts.yaml#RecallLow
      tested: 2026-05-25
              ^^^^^^^^^^ alert-tested
`,
      'still to come': `monitoring:
  alerts:
    recall-low:
      rule: alerts.yaml#RecallLow
      tested: 2026-11-23
              ^^^^^^^^^^ alert-tested
`,
    },
    declared: 'monitoring:\n  alerts:\n    recall-low:\n      rule: alerts.yaml#RecallLow\n      tested: 2026-05-26\n',
  },
  'observability-before-launch': {
    missing: `system:
  launch: 2026-10-05
logging:
^^^^^^^ observability-before-launch
  calls: 100%
monitoring:
^^^^^^^^^^ observability-before-launch
  dashboard: https://grafana.nordhafen.example/d/claims-ai
`,
    hollow: {
      'after launch': `system:
  launch: 2026-10-05
logging:
  live_since: 2026-10-06
              ^^^^^^^^^^ observability-before-launch
monitoring:
  live_since: 2026-08-03
`,
      'on launch day': `system:
  launch: 2026-10-05
logging:
  live_since: 2026-06-01
monitoring:
  live_since: 2026-10-05
              ^^^^^^^^^^ observability-before-launch
`,
      'less than 14d before launch': `system:
  launch: 2026-10-05
logging:
  live_since: 2026-06-01
monitoring:
  live_since: 2026-09-22
              ^^^^^^^^^^ observability-before-launch
`,
    },
    declared: `system:
  launch: 2026-10-05
logging:
  live_since: 2026-06-01
monitoring:
  live_since: 2026-09-21
`,
  },
};
