import { test } from 'node:test';
import type { Stage } from '../../core/src/index.ts';
import { assertFindings, today } from '../support/carets.ts';

const metrics = `
system:
  load:
    peak_per_minute: 25
monitoring:
  metrics:
    calls:
      kind: usage
      window: 1h
    active-users:
      kind: usage
      window: 7d
    spend:
      kind: usage
      window: 24h
`;
const up = '    calls-spike:\n      metric: calls\n      above: 300%\n      of: same-hour-last-week\n';
const down = '    use-falling:\n      metric: active-users\n      below: 60%\n      of: 8-week-mean\n';
const cost = '    spend-high:\n      metric: spend\n      above: 180 EUR\n';
const hosted = 'models:\n  answer-llm:\n    provider: azure-openai\n';
const own = 'models:\n  score:\n    provider: own\n';
const here = '  ^^^^^^ alert-usage-anomaly\n';

const spec = (models: string, alerts: string, more = '') => `${models}${metrics}  alerts:\n${alerts}${more}`;

find('not asked of a pilot', spec(hosted, up), 'pilot');
find('no monitoring at all', 'system:\n^^^^^^ alert-usage-anomaly\n  type: llm\n', 'pre-production');
find('up, down and cost', spec(hosted, up + down + cost));
find('upper bound only', spec(own, here + up));
find('lower bound only', spec(own, here + down));
find('no cost alert on a hosted model', spec(hosted, here + up + down));
find('a model of your own sends no bill', spec(own, up + down));
find('cost is not use', spec(hosted, here + down + cost));
find(
  'tokens are cost',
  spec(hosted, `${up + down}    tokens-high:\n      metric: tokens\n      above: 900000\n`).replace(
    '    spend:',
    '    tokens:',
  ),
);
find('a metric of another kind is not use', spec(own, here + up + down).replaceAll('kind: usage', 'kind: quality'));

const calls = (above: string, more = '') =>
  spec(own, `    calls-spike:\n      metric: calls\n      above: ${above}\n${down}`, more);

// 25 a minute are 1500 an hour.
find('a limit within capacity', calls('1500'));
find('a limit far beyond capacity', calls('100000\n             ^^^^^^ alert-usage-anomaly'));
find('a load test showed more', calls('3600', 'evaluation:\n  load_test:\n    rate: 60/min\n'));
find(
  'but not as much',
  calls('3601\n             ^^^^ alert-usage-anomaly', 'evaluation:\n  load_test:\n    rate: 1/s\n'),
);
find(
  'other counts have another capacity',
  spec(own, `    many:\n      metric: active-users\n      above: 999999\n${down}`),
);

const budget = 'operations:\n  budget:\n    stop_at: 300 EUR\n';
find('cost below the stop', spec(hosted, up + down + cost, budget));
find(
  'cost beyond the stop',
  spec(
    hosted,
    `${up}${down}    spend-high:\n      metric: spend\n      above: 301 EUR\n             ^^^^^^^ alert-usage-anomaly\n`,
    budget,
  ),
);
find(
  'another currency cannot be compared',
  spec(hosted, `${up}${down}    spend-high:\n      metric: spend\n      above: 900 CZK\n`, budget),
);

function find(name: string, source: string, stage: Stage = 'production'): void {
  test(name, () => {
    assertFindings(source, { asOf: today, stage }, ['alert-usage-anomaly']);
  });
}
