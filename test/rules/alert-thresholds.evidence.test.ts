import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../core/src/index.ts';
import { judged } from '../support/evidence.ts';

/*
 * What is proven of a rule is only what surely fires as the spec says; what surely does not is contradicted, and
 * everything else is linked with its reason.
 */

interface Rule {
  readonly bound: string;
  readonly series?: string;
  readonly expr: string;
  readonly window?: string;
  readonly wait?: string;
  /** More rules of the file. */
  readonly more?: string;
  /** What the group has beside its rules. */
  readonly group?: string;
  /** What else is in the repository. */
  readonly others?: Readonly<Record<string, string>>;
}

async function seen({
  bound,
  series = 'x_ratio',
  expr,
  window,
  wait = '1d',
  more = '',
  group = '',
  others,
}: Rule): Promise<{
  readonly state: string | undefined;
  readonly reason: string;
  readonly facts: string;
  readonly states: readonly string[];
}> {
  const spec = `
monitoring:
  metrics:
    it:
      kind: usage
${window === undefined ? '' : `      window: ${window}\n`}      emitted_as: ${series}
  alerts:
    it-off:
      metric: it
      ${bound}
      for: 1d
      severity: ticket
      notify: TODO owner id
      rule: alerts.yaml#ItOff
`;
  const text = `groups:\n  - ${group}rules:\n      - alert: ItOff\n        expr: ${JSON.stringify(expr)}\n        for: ${wait}\n${more}`;
  const analysis: Analysis = await judged(spec, { files: { 'alerts.yaml': text, ...others } });
  const own = analysis.assessments.filter(({ rule, subject }) => {
    return rule === 'alert-complete' && subject === '/monitoring/alerts/it-off';
  });
  const about = own.map(({ state, reason, facts = [] }) => {
    return { state, reason, facts: facts.map(({ says }) => says).join(' ') };
  });
  const known = about.filter(({ reason }) => /alerts\.yaml|ItOff/.test(reason));
  const [first] = known;
  const states = known.map(({ state }) => state);
  return { ...(first ?? { state: undefined, reason: JSON.stringify(own), facts: '' }), states };
}

const share = 'above: 12%';
const cost = { series: 'x_total', window: '1d' } as const;

const week = { bound: 'above: 300%\n      of: same-hour-last-week', series: 'x_total', window: '1h' } as const;
const mean = { bound: 'below: 60%\n      of: 8-week-mean', series: 'x' } as const;

const secondDocument = `groups:
  - rules:
      - alert: Other
        expr: x_ratio > 0.3
---
groups:
  - rules:
      - alert: ItOff
        expr: x_ratio > 0.12
        for: 1d
`;

const table: readonly (readonly [rule: Rule, state: string, says: RegExp])[] = [
  // Not the values of the series.
  [{ bound: share, expr: '-x_ratio > 0.12' }, 'linked', /negated/],
  [{ bound: share, expr: 'count(x_ratio > 0.5) > 0.12' }, 'linked', /filtered/],
  [{ bound: share, expr: 'deriv(x_ratio[1h]) > 0.12' }, 'linked', /`deriv\(\)`/],
  [{ bound: share, expr: 'avg_over_time((x_ratio > 0.5)[1h:]) > 0.12' }, 'linked', /filtered/],
  [{ bound: 'above: 180 EUR', series: 'cost', expr: 'sum(rate(cost[1d])) > 180' }, 'linked', /180 there is a rate per/],
  [{ bound: share, expr: 'changes(x_ratio[1h]) > 0.12' }, 'linked', /`changes\(\)`/],
  [{ bound: share, expr: 'predict_linear(x_ratio[1h], 3600) > 0.12' }, 'linked', /`predict_linear\(\)`/],
  [{ bound: share, expr: 'x_ratio offset 1d > 0.12' }, 'linked', /another time/],
  [{ bound: share, expr: 'x_ratio @ end() > 0.12' }, 'linked', /fixed moment/],
  [{ bound: share, expr: '(x_ratio or y_ratio) > 0.12' }, 'linked', /falls back/],
  [{ bound: share, expr: '1 - x_ratio > 0.12' }, 'linked', /a number is computed into it/],
  [{ bound: share, expr: 'stddev_over_time(x_ratio[1h]) > 0.12' }, 'linked', /`stddev_over_time\(\)`/],
  [{ bound: share, expr: 'absent(x_ratio)' }, 'linked', /no comparison with a number/],
  [{ bound: share, expr: 'x_ratio > on() group_left limit' }, 'linked', /no comparison with a number/],
  [{ bound: share, expr: '{job="x"} > 0.12' }, 'linked', /by their labels/],
  [{ bound: share, expr: '0.01 < x_ratio < 0.12' }, 'linked', /filtered/],
  [{ bound: 'above: 1h', series: 'x_at', expr: 'time() - timestamp(x_at) > 3600' }, 'linked', /`timestamp\(\)`/],
  // Plain ones.
  [{ bound: share, expr: 'x_ratio > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: '0.12 < x_ratio' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio > 12/100' }, 'proven', /above 12\/100/],
  [{ bound: share, expr: 'x_ratio >= 1.2e-1' }, 'proven', /above 1\.2e-1/],
  [{ bound: share, expr: 'max by (tenant) (avg_over_time(x_ratio[1h:5m])) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: '(x_ratio or vector(0)) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio * on(pod) group_left(team) pod_info > 0.12' }, 'proven', /above 0\.12/],
  [
    { bound: share, series: 'x_total', expr: 'sum(rate(e_total[5m])) / sum(rate(x_total[5m])) > 0.12' },
    'proven',
    /above/,
  ],
  [{ bound: share, series: 'job:x:ratio_rate5m', expr: 'job:x:ratio_rate5m > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: 'below: -0.1', series: 'x_drift', expr: 'x_drift < -0.1' }, 'proven', /below -0\.1/],
  [{ bound: 'above: 1h', series: 'x_at', expr: 'time() - x_at > 3600' }, 'proven', /above 3600/],
  [{ bound: share, expr: 'x_ratio > 0.12 or absent(x_ratio)' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio > 0.12 or x_ratio > 0.5' }, 'proven', /above 0\.12/],
  // It never filters.
  [{ bound: share, expr: 'x_ratio > bool 0.12' }, 'contradicted', /no threshold: .*`bool` gives 0 or 1.* always fires/],
  // More than the bound.
  [
    { bound: share, expr: 'x_ratio > 0.12 and y > 5' },
    'linked',
    /fires above 0\.12 \(12%\) for 1d, but only where `y > 5`\./,
  ],
  [{ bound: share, expr: 'x_ratio > 0.12 and on() hour() > 8' }, 'linked', /only where `hour\(\) > 8`/],
  [{ bound: share, expr: 'x_ratio > 0.12 and on() y' }, 'linked', /only where `y`/],
  [{ bound: share, expr: 'x_ratio > 0.12 unless on() maintenance' }, 'linked', /not where `maintenance`/],
  [{ bound: share, expr: 'x_ratio > 0.12 or y > 3' }, 'linked', /also where `y > 3`/],
  [{ bound: share, expr: 'x_ratio > 0.5 or x_ratio > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: 'above: 50%', expr: 'x_ratio > 0.5 or x_ratio > 0.12' }, 'linked', /also where `x_ratio > 0\.12`/],
  [{ bound: share, expr: 'x_ratio > 0.12 and on() sum(rate(requests_total[5m])) > 0.1' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio > 0.2 and on() sum(rate(requests_total[5m])) > 0.1' }, 'contradicted', /above 20%/],
  [{ bound: share, expr: 'x_ratio > 0.12 and increase(errors_total[5m]) > 3' }, 'linked', /only where `increase/],
  [{ bound: share, expr: 'x_ratio > 0.12 and on() sum(rate(requests_total[5m])) < 9' }, 'linked', /only where/],
  [{ bound: share, expr: 'x_ratio > ignoring(a) 0.12' }, 'linked', /no comparison with a number/],
  [
    { bound: 'above: 3', series: 'x_total', expr: 'increase(x_total[1h]) > 3 and increase(x_total[1d]) > 3' },
    'linked',
    /only where `increase\(x_total\[1d\]\) > 3`/,
  ],
  [{ bound: share, expr: '1 / x_ratio > 0.12' }, 'linked', /a number is computed into it/],
  [{ bound: share, expr: 'resets(x_ratio[1h]) > 0.12' }, 'linked', /`resets\(\)`/],
  [{ bound: share, expr: 'absent(x_ratio) and x_ratio > 0.12' }, 'linked', /only where `absent/],
  [{ bound: share, expr: '{"x_ratio", "env"="dev"} > 0.12' }, 'linked', /only for `env="dev"`/],
  [{ bound: share, expr: 'x_ratio > 0.12 # and y > 5' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio * 0 > 0.12' }, 'linked', /no positive number/],
  // Units.
  [
    { bound: share, series: 'x_total', expr: 'sum(rate(e_total[5m])) / sum(rate(x_total[5m])) > 12' },
    'linked',
    /12 of a quotient is 1200%, unless/,
  ],
  [
    { bound: share, series: 'x_total', expr: 'sum(rate(x_total{code="5"}[5m])) / sum(rate(x_total[5m])) > 12' },
    'contradicted',
    /above 12% here, but above 1200%/,
  ],
  [{ bound: share, series: 'x_percent', expr: 'x_percent / 100 > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: 'above: 0.5%', series: 'x', expr: 'x > 0.5' }, 'linked', /another unit/],
  [{ bound: 'above: 0.9', series: 'x', expr: 'x > 90' }, 'linked', /another unit/],
  [{ bound: 'above: 3000ms', series: 'x_seconds', expr: 'x_seconds > 3' }, 'proven', /above 3 /],
  [{ bound: 'above: 3000ms', series: 'x_milliseconds', expr: 'x_milliseconds > 3' }, 'contradicted', /but above 3ms/],
  [{ bound: 'above: 3000ms', series: 'x_ms', expr: 'x_ms > 3' }, 'contradicted', /but above 3ms/],
  [{ bound: 'above: 3000ms', series: 'x_latency', expr: 'x_latency > 3' }, 'linked', /another unit/],
  [{ bound: 'above: 28h', series: 'x_age', expr: 'x_age / 1000 > 28' }, 'linked', /another unit/],
  [
    { bound: 'above: 28h', series: 'x_seconds', expr: 'x_seconds > 28' },
    'contradicted',
    /above 28h here, but above 28s/,
  ],
  [
    { bound: 'above: 180 EUR', series: 'x_usd_total', expr: 'increase(x_usd_total[1d]) > 180' },
    'linked',
    /another unit/,
  ],
  [
    {
      bound: 'above: 3s',
      series: 'x_seconds',
      expr: 'sum(rate(x_seconds_bucket{le="3"}[5m])) / sum(rate(x_seconds_count[5m])) > 3',
    },
    'linked',
    /another unit/,
  ],
  // Parts of a series, and what is made of it.
  [
    { bound: 'above: 3s', series: 'x_seconds', expr: 'increase(x_seconds_count[1d]) > 3' },
    'linked',
    /x_seconds_count is not the value of x_seconds/,
  ],
  [{ bound: 'above: 3s', series: 'x_seconds', expr: 'x_seconds_bucket > 3' }, 'linked', /is not the value/],
  [
    { bound: 'above: 3s', series: 'x_seconds', expr: 'rate(x_seconds_sum[5m]) / rate(x_seconds_count[5m]) > 3' },
    'proven',
    /above 3 /,
  ],
  [
    {
      bound: 'above: 3s',
      series: 'x_seconds',
      expr: 'histogram_quantile(0.9, sum by (le) (rate(x_seconds_bucket[5m]))) > 3',
    },
    'proven',
    /above 3 /,
  ],
  [
    { bound: 'above: 300', series: 'x_total', expr: 'sum(rate(cost[5m])) / sum(rate(x_total[5m])) > 300' },
    'linked',
    /it divides by x_total/,
  ],
  [
    { bound: 'above: 300', series: 'x_total', expr: 'sum(rate(cost[5m])) / sum(rate(x_total[5m])) > 0.5' },
    'linked',
    /it divides by x_total/,
  ],
  [{ bound: share, series: 'x_total', expr: 'increase(x_total[1h]) > 0.12' }, 'linked', /another unit/],
  [{ bound: 'above: 180', series: 'x_total', expr: 'increase(x_total[1d]) * 7 > 180' }, 'linked', /multiplies what it/],
  [
    { bound: share, series: 'x_total', expr: 'x_total > 0.12' },
    'linked',
    /0\.12 there may be in another unit than 12%/,
  ],
  // Windows and labels.
  [{ bound: 'above: 9', series: 'x_total', window: '1h', expr: 'x_total > 9' }, 'linked', /it counts since the start/],
  [{ bound: 'above: 180', series: 'x_total', window: '7d', expr: 'increase(x_total[1d]) > 26' }, 'linked', /over 1d/],
  [
    { bound: 'above: 180', series: 'x_total', window: '7d', expr: 'increase(x_total[1d]) > 180' },
    'linked',
    /above 180 for 1d, but it counts over 1d, while the window of its metric is 7d/,
  ],
  [
    { bound: 'above: 180', series: 'x_total', window: '24h', expr: 'sum(increase(x_total[1d])) > 180' },
    'proven',
    /above 180/,
  ],
  [{ bound: share, expr: 'x_ratio{env="staging"} > 0.12' }, 'linked', /but only for `env="staging"`/],
  [{ bound: share, expr: 'x_ratio{cluster=~"eu-dev-1|eu-test-2"} > 0.12' }, 'linked', /but only for `cluster=~/],
  [{ bound: share, expr: 'x_ratio{env=~"prod|staging"} > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'x_ratio{env!="staging"} > 0.12' }, 'proven', /above 0\.12/],
  // Waiting times and expressions that nobody reads.
  [
    { bound: share, expr: 'x_ratio > 0.12', wait: '6 hours' },
    'contradicted',
    /Prometheus refuses .*line 5 has `for: 6 hours`, which is no duration/,
  ],
  [{ bound: share, expr: 'x_ratio > 0.12', wait: '5m1h' }, 'contradicted', /Prometheus refuses/],
  [{ bound: share, expr: 'x_ratio > 0.12', wait: '1.5h' }, 'linked', /no duration that Prometheus reads/],
  [{ bound: share, expr: 'x_ratio > 0.12', wait: '${WAIT}' }, 'linked', /no duration that Prometheus reads/],
  [{ bound: share, expr: 'x_ratio default 0 > 0.12' }, 'linked', /is no PromQL/],
  [{ bound: share, expr: 'x_ratio > > 0.12' }, 'contradicted', /refuses all rules of alerts\.yaml: line 4 has `> >`/],
  [
    { bound: share, expr: 'x_ratio > 0.12', more: '      - { alert: Other, expr: (x_ratio > 3 }\n' },
    'contradicted',
    /refuses all rules of alerts\.yaml: line \d+ has a `\(` that nothing closes/,
  ],
  [{ bound: share, expr: `x_ratio > 0.12 ${'# long '.repeat(2000)}` }, 'unverifiable', /longer than what is read/],
  // So many times the same at another time.
  [
    { ...week, expr: 'sum(increase(x_total[1h])) > 3 * sum(increase(x_total[1h] offset 1w))' },
    'proven',
    /\(300% of same/,
  ],
  [{ ...week, expr: '3 * sum(increase(x_total[1h] offset 7d)) < sum(increase(x_total[1h]))' }, 'proven', /above 3 \*/],
  [{ ...week, expr: 'sum(increase(x_total[1h])) / 3 > sum(increase(x_total[1h] offset 1w))' }, 'proven', /above sum/],
  [{ ...week, expr: 'sum(increase(x_total[1h])) / sum(increase(x_total[1h] offset 1w)) > 3' }, 'proven', /above sum/],
  [
    { ...week, expr: 'sum(increase(x_total[1h])) > 5 * sum(increase(x_total[1h] offset 1w))' },
    'contradicted',
    /fires above 300% here, but above 500% in alerts\.yaml:4/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total[1h])) < 3 * sum(increase(x_total[1h] offset 1w))' },
    'contradicted',
    /fires above 300% here, but below 300% in/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total[1h])) > 3 * sum(increase(x_total[1h] offset 1d))' },
    'contradicted',
    /fires above 300% of same-hour-last-week here, but in alerts\.yaml:4 it compares with what was 1d before/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total[2h])) > 3 * sum(increase(x_total[2h] offset 1w))' },
    'linked',
    /but it counts over 2h, while the window of its metric is 1h/,
  ],
  [
    { ...week, expr: 'sum by (model) (increase(x_total[1h])) > 3 * sum by (model) (increase(x_total[1h] offset 1w))' },
    'linked',
    /but it counts each `model` by itself/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total{env="dev"}[1h])) > 3 * sum(increase(x_total{env="dev"}[1h] offset 1w))' },
    'linked',
    /but only for `env="dev"`/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total[1h])) > 3 * sum(increase(x_total{a="b"}[1h] offset 1w))' },
    'linked',
    /is a comparison of two values/,
  ],
  [
    { ...week, expr: 'sum(increase(x_total[1h])) > 3 * sum(increase(x_total[2h] offset 1w))' },
    'linked',
    /is a comparison of two values/,
  ],
  [
    { ...week, bound: 'above: 300%\n      of: the-usual', expr: 'x_total > 3 * x_total offset 1w' },
    'linked',
    /and whether what was 7d before is the-usual does not show|counts since the start/,
  ],
  [{ ...mean, expr: 'max(x) < 0.6 * max(avg_over_time(x[8w]))' }, 'proven', /\(60% of 8-week-mean\)/],
  [
    { ...mean, expr: 'max(x) < 0.6 * max(avg_over_time(x[8w] offset 1d))' },
    'linked',
    /it compares with the mean of 56d, 1d before/,
  ],
  [{ ...mean, expr: 'x / avg_over_time(x[56d]) < 0.6' }, 'proven', /below avg_over_time/],
  [
    { ...mean, expr: 'max(x) < 0.4 * max(avg_over_time(x[8w]))' },
    'contradicted',
    /fires below 60% here, but below 40% in alerts\.yaml:4/,
  ],
  [
    { ...mean, expr: 'max(x) < 0.6 * max(avg_over_time(x[4w]))' },
    'contradicted',
    /fires below 60% of 8-week-mean here, but in alerts\.yaml:4 it compares with the mean of 28d/,
  ],
  [{ ...mean, expr: 'max(x) < 0.6 * max(max_over_time(x[8w]))' }, 'linked', /is a comparison of two values/],
  [{ ...mean, expr: 'x < 60' }, 'linked', /is a comparison of two values/],
  // What the group has.
  [{ bound: share, expr: 'x_ratio > 0.12', group: 'interval: 1m\n    ' }, 'proven', /above 0\.12/],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'interval: 2d\n    ' },
    'linked',
    /but its group is evaluated every 2d only/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'interval: often\n    ' },
    'contradicted',
    /line 2 has `interval: often`/,
  ],
  [{ bound: share, expr: 'x_ratio > 0.12', group: 'query_offset: 1m\n    ' }, 'proven', /above 0\.12/],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'query_offset: 1w\n    ' },
    'linked',
    /its group looks at what was 7d before/,
  ],
  [{ bound: share, expr: 'x_ratio > 0.12', group: 'limit: 0\n    ' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'max(x_ratio) > 0.12', group: 'limit: 1\n    ' }, 'proven', /above 0\.12/],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'limit: 1\n    ' },
    'linked',
    /where more than 1 series do, none of them fires, by the `limit` of its group/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'intervall: 1m\n    ' },
    'contradicted',
    /has `intervall`, which no group has/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12', group: 'name: a\n    ', more: '  - name: a\n    rules: []\n' },
    'contradicted',
    /line 7 has a group "a" a second time/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12', more: '        keep_firing_for: long\n' },
    'contradicted',
    /line 6 has `keep_firing_for: long`/,
  ],
  [{ bound: share, expr: 'x_ratio > 0.12', more: '        keep_firing_for: 1h\n' }, 'proven', /above 0\.12/],
  [
    { bound: share, expr: 'x_ratio > 0.12', more: '      - alert: Bare\n' },
    'contradicted',
    /line 6 begins a rule without `expr`/,
  ],
  // Several documents in one file.
  [
    { bound: share, expr: 'x_ratio > 0.12', others: { 'alerts.yaml': secondDocument } },
    'linked',
    /ItOff stands behind the `---` of alerts\.yaml:5; Prometheus reads the first document of a file only/,
  ],
  [
    {
      bound: share,
      expr: 'x_ratio > 0.12',
      others: { 'alerts.yaml': secondDocument, 'prometheus.yml': 'rule_files: [rules/alerts.yaml]\n' },
    },
    'contradicted',
    /behind the `---` of alerts\.yaml:5, and Prometheus, which loads it by prometheus\.yml:1, reads the first/,
  ],
  [
    {
      bound: share,
      expr: 'x_ratio > 0.12',
      others: { 'alerts.yaml': `# Rules of search.\n${secondDocument.slice(secondDocument.indexOf('---'))}` },
    },
    'proven',
    /above 0\.12/,
  ],
  // Recording rules.
  [
    { bound: share, expr: 'job:x:n > 0.12', more: '      - record: job:x:n\n        expr: max(x_ratio)\n' },
    'proven',
    /above 0\.12/,
  ],
  [
    { bound: share, expr: 'job:x:n > 0.12', more: '      - record: job:x:n\n        expr: deriv(x_ratio[1h])\n' },
    'linked',
    /`deriv\(\)`/,
  ],
  [
    { bound: share, expr: 'job:x:n > 12', more: '      - record: job:x:n\n        expr: x_ratio * 100\n' },
    'proven',
    /above 12/,
  ],
  [{ bound: share, expr: 'job:x:n > 0.12' }, 'linked', /how job:x:n is made of x_ratio does not show/],
  [{ bound: share, expr: 'job:x:n > 0.3' }, 'linked', /how job:x:n is made of x_ratio does not show/],
  // Which series count, and how they are joined.
  [
    { bound: 'above: 180', ...cost, expr: 'sum(increase(x_total{model="a"}[1d])) > 180' },
    'linked',
    /only for `model="a"`/,
  ],
  [
    { bound: 'above: 180', ...cost, expr: 'sum(increase(x_total{model!="a"}[1d])) > 180' },
    'linked',
    /only for `model!="a"`/,
  ],
  [{ bound: share, expr: 'x_ratio{tenant=~"a.*"} > 0.12' }, 'linked', /only for `tenant=~"a\.\*"`/],
  [{ bound: share, expr: 'x_ratio{job="x", env="prod"} > 0.12' }, 'proven', /above 0\.12/],
  [
    {
      bound: share,
      series: 'x_total',
      expr: 'sum(rate(x_total{code="5", model="a"}[5m])) / sum(rate(x_total{model="a"}[5m])) > 0.12',
    },
    'linked',
    /only for `model="a"`/,
  ],
  [
    {
      bound: share,
      series: 'x_total',
      expr: 'sum(rate(x_total{code="5"}[5m])) / sum(rate(x_total[5m])) > 0.12',
    },
    'proven',
    /above 0\.12/,
  ],
  [
    { bound: share, series: 'x_total', expr: 'rate(x_total{code="5"}[5m]) / rate(x_total[5m]) > 0.12' },
    'linked',
    /divides each series by itself/,
  ],
  [
    {
      bound: share,
      series: 'x_total',
      expr: 'sum(rate(x_total{code="5"}[5m])) / sum by (job) (rate(x_total[5m])) > 0.12',
    },
    'linked',
    /labels of both sides of `\/` differ/,
  ],
  [{ bound: 'above: 180', ...cost, expr: 'sum by (model) (increase(x_total[1d])) > 180' }, 'linked', /each `model`/],
  [{ bound: 'above: 50', ...cost, expr: 'sum by (model) (increase(x_total[1d])) > 180' }, 'linked', /each `model`/],
  [{ bound: 'above: 180', ...cost, expr: 'sum without (pod) (increase(x_total[1d])) > 180' }, 'linked', /`without`/],
  [{ bound: 'above: 180', ...cost, expr: 'increase(x_total[1d]) > 180' }, 'linked', /counts each series by itself/],
  [{ bound: 'above: 180', ...cost, expr: 'max(increase(x_total[1d])) > 180' }, 'linked', /each series by itself/],
  [{ bound: 'above: 0', ...cost, expr: 'increase(x_total[1d]) > 0' }, 'proven', /above 0/],
  [{ bound: share, expr: 'min(x_ratio) > 0.12' }, 'linked', /only where all series are above/],
  [{ bound: share, expr: 'bottomk(1, x_ratio) > 0.12' }, 'linked', /only where all series are above/],
  [{ bound: 'below: 0.8', expr: 'max(x_ratio) < 0.8' }, 'linked', /only where all series are below/],
  [{ bound: 'below: 0.8', expr: 'min(x_ratio) < 0.8' }, 'proven', /below 0\.8/],
  [{ bound: share, expr: 'max(x_ratio) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'topk(3, x_ratio) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'avg(x_ratio) > 0.12' }, 'linked', /compares what `avg\(\)` makes of all series/],
  [{ bound: share, expr: 'quantile(0.9, x_ratio) > 0.12' }, 'linked', /what `quantile\(\)` makes/],
  [{ bound: share, expr: 'sum(x_ratio) > 0.12' }, 'linked', /adds up the values of all series/],
  [{ bound: 'above: 50', series: 'x_waiting', expr: 'sum(x_waiting) > 50' }, 'proven', /above 50/],
  [{ bound: 'above: 50', series: 'x_waiting', expr: 'sum by (queue) (x_waiting) > 50' }, 'linked', /each `queue`/],
  [{ bound: 'above: 9', series: 'x_total', expr: 'x_total > 9' }, 'linked', /counts since the start/],
  // Over time.
  [{ bound: share, expr: 'max_over_time(x_ratio[1h]) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'max_over_time(x_ratio[10d]) > 0.12' }, 'linked', /a single value keeps it firing for 10d/],
  [{ bound: share, expr: 'min_over_time(x_ratio[1h]) > 0.12' }, 'linked', /only where all values of 1h are above/],
  [
    { bound: 'below: 0.8', expr: 'max_over_time(x_ratio[1h]) < 0.8' },
    'linked',
    /only where all values of 1h are below/,
  ],
  [{ bound: 'below: 0.8', expr: 'min_over_time(x_ratio[1h]) < 0.8' }, 'proven', /below 0\.8/],
  [{ bound: share, expr: 'avg_over_time(x_ratio[10d]) > 0.12' }, 'linked', /the mean of 10d/],
  [{ bound: share, window: '10d', expr: 'avg_over_time(x_ratio[10d]) > 0.12' }, 'proven', /above 0\.12/],
  [{ bound: share, expr: 'quantile_over_time(0.5, x_ratio[1h]) > 0.12' }, 'linked', /`quantile_over_time\(\)`/],
  [{ bound: share, expr: 'last_over_time(x_ratio[10d]) > 0.12' }, 'linked', /values that are up to 10d old/],
  [{ bound: share, expr: 'last_over_time(x_ratio[1h]) > 0.12' }, 'proven', /above 0\.12/],
  [
    { bound: 'above: 180', series: 'x_total', expr: 'sum(increase(x_total[10d])) > 180' },
    'linked',
    /counts over 10d, and its metric has no window/,
  ],
  [
    { bound: 'above: 28h', series: 'x_age_seconds', expr: 'time() - x_age_seconds > 100800' },
    'linked',
    /x_age_seconds is no moment/,
  ],
  [
    { bound: 'above: 28h', series: 'x_seconds', expr: 'time() - x_seconds > 100800' },
    'linked',
    /whether x_seconds is a moment/,
  ],
  [
    {
      bound: 'above: 28h',
      series: 'x_last_success_timestamp_seconds',
      expr: 'time() - max(x_last_success_timestamp_seconds) > 100800',
    },
    'linked',
    /only where all series are above/,
  ],
  [
    {
      bound: 'above: 28h',
      series: 'x_last_success_timestamp_seconds',
      expr: 'time() - min(x_last_success_timestamp_seconds) > 100800',
    },
    'proven',
    /above 100800/,
  ],
  // What is joined with other labels joins nothing.
  [
    { bound: share, expr: 'x_ratio > 0.12 and sum(rate(requests_total[5m])) > 0.1' },
    'linked',
    /without `on\(\)` it never fires, as the labels differ from those of `sum\(/,
  ],
  [
    { bound: share, expr: 'max by (job) (x_ratio) > 0.12 and sum by (job) (rate(requests_total[5m])) > 0.1' },
    'proven',
    /above 0\.12/,
  ],
  [
    { bound: share, expr: 'max by (job) (x_ratio) > 0.12 and sum by (app) (rate(requests_total[5m])) > 0.1' },
    'linked',
    /never fires/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12 and on(job) sum by (job) (rate(requests_total[5m])) > 0.1' },
    'proven',
    /above 0\.12/,
  ],
  [
    { bound: share, expr: 'x_ratio > 0.12 and on(model) sum by (model) (rate(requests_total[5m])) > 0.1' },
    'linked',
    /only where/,
  ],
  // Numbers on the left.
  [{ bound: 'below: 0.8', expr: '0.8 > x_ratio' }, 'proven', /below 0\.8/],
  [{ bound: 'below: 0.8', expr: '0.5 > x_ratio' }, 'contradicted', /below 0\.8 here, but below 0\.5/],
  [
    { bound: 'above: 50', series: 'x', expr: '50 < x and on() 0 < sum(rate(requests_total[5m]))' },
    'proven',
    /above 50/,
  ],
  [{ bound: share, expr: '0.12 < x_ratio or 0.5 < x_ratio' }, 'proven', /above 0\.12/],
];

for (const [rule, state, says] of table) {
  test(`${rule.bound} and ${rule.expr.slice(0, 100)}${rule.wait === undefined ? '' : `, for ${rule.wait}`} ${rule.more ?? ''}`, async () => {
    const { state: its, reason } = await seen(rule);
    assert.equal(its, state, reason);
    assert.match(reason, says);
  });
}

test('what a proven rule is limited to is told', async () => {
  const { facts } = await seen({
    bound: 'above: 180',
    series: 'x_total',
    window: '1d',
    expr: 'sum(increase(x_total{env="prod", job="other"}[1d])) > 180 and on() sum(rate(requests_total[5m])) > 0.1',
  });
  assert.match(facts, /Only series with env="prod", job="other"\./);
  assert.match(facts, /Counts over 1d\./);
  assert.match(facts, /Fires only where `sum\(rate\(requests_total\[5m\]\)\) > 0\.1`\./);
});

test('nothing of a rule that Prometheus refuses is proven', async () => {
  const { states } = await seen({ bound: share, expr: 'x_ratio > 0.12', wait: '6 hours' });
  assert.deepEqual(states, ['contradicted']);
});
