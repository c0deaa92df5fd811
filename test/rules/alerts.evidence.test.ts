import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../core/src/index.ts';
import { evidence, judged } from '../support/evidence.ts';

/*
 * What is wrong with a rule is told once, by `alert-complete`. Requirements that ask for an alert of some kind are as
 * strong as the alert they find.
 */

const rules = (name: string, expr: string) => `      - alert: ${name}\n        expr: ${expr}\n        for: 1h\n`;
const alert = (id: string, metric: string, bound: string, name: string) =>
  `    ${id}:\n      metric: ${metric}\n      ${bound}\n      for: 1h\n      rule: alerts.yaml#${name}\n`;

const quality = `
monitoring:
  metrics:
    good:
      kind: quality
      emitted_as: good_ratio
  alerts:
${alert('good-low', 'good', 'below: 0.8', 'GoodLow')}`;
const low = '/monitoring/alerts/good-low';

const findQuality = evidence('alert-quality');
findQuality('the rule says the same', {
  spec: quality,
  files: { 'alerts.yaml': `groups:\n  - rules:\n${rules('GoodLow', 'good_ratio < 0.8')}` },
  states: { [low]: 'proven' },
});
findQuality('what is wrong with the rule is told by alert-complete', {
  spec: quality,
  files: { 'alerts.yaml': `groups:\n  - rules:\n${rules('GoodLow', 'good_ratio < 0.7')}` },
  states: { [low]: 'declared' },
});
findQuality('nobody can look', { spec: quality, files: {}, absentRoots: [''], states: { [low]: 'unverifiable' } });

const retrieval = `
indexes:
  a:
    max_age: 28h
monitoring:
  metrics:
    empty:
      kind: retrieval
      emitted_as: no_result_ratio
    index-age:
      kind: retrieval
      emitted_as: index_age_seconds
  alerts:
${alert('empty-high', 'empty', 'above: 12%', 'EmptyHigh')}${alert('stale', 'index-age', 'above: 28h', 'Stale')}`;
const findRetrieval = evidence('alert-retrieval');
findRetrieval('both are proven', {
  spec: retrieval,
  files: {
    'alerts.yaml': `groups:\n  - rules:\n${rules('EmptyHigh', 'no_result_ratio > 0.12')}${rules('Stale', 'index_age_seconds > 28 * 3600')}`,
  },
  states: { '/monitoring/alerts': 'proven' },
});
findRetrieval('the weaker of the two counts', {
  spec: retrieval,
  files: {
    'alerts.yaml': `groups:\n  - rules:\n${rules('EmptyHigh', 'no_result_ratio > 0.12')}${rules('Stale', 'index_age_seconds > on() limit')}`,
  },
  states: { '/monitoring/alerts': 'linked' },
});

const usage = `
monitoring:
  metrics:
    calls:
      kind: usage
      window: 1h
      emitted_as: calls_total
  alerts:
${alert('spike', 'calls', 'above: 300', 'Spike')}${alert('gone', 'calls', 'below: 3', 'Gone')}`;
evidence('alert-usage-anomaly')('in both directions', {
  spec: usage,
  files: {
    'alerts.yaml': `groups:\n  - rules:\n${rules('Spike', 'sum(increase(calls_total[1h])) > 300')}${rules('Gone', 'sum(increase(calls_total[1h])) < 3')}`,
  },
  states: { '/monitoring/alerts': 'proven' },
});

const file = `groups:
  - rules:
${rules('GoodLow', 'good_ratio < 0.8')}      - alert: IndexTooOld
        expr: max(index_age_seconds) > 28 * 3600
        for: 15m
        labels: { severity: critical }
        annotations: { runbook: runbooks/index.md }
      - alert: HTTPErrors
        expr: rate(errors_total[5m]) > 1
        labels: { severity: sev2 }
`;

test('alerts of the file that the spec does not have are offered where one is missing', async () => {
  const text = `${quality.replace('  alerts:', '    index-age:\n      kind: retrieval\n      emitted_as: index_age_seconds\n  alerts:')}indexes:\n  a:\n    max_age: 28h\n`;
  const { findings } = await judged(text, { files: { 'alerts.yaml': file, 'runbooks/index.md': '' } });
  const offers = findings
    .filter(({ rule }) => rule === 'alert-retrieval')
    .flatMap((one) => one.fixes())
    .filter(({ kind }) => kind === 'adopt');
  assert.deepEqual(
    offers.map(({ title }) => title),
    ['Add alert "IndexTooOld" from alerts.yaml', 'Add alert "HTTPErrors" from alerts.yaml'],
  );
  assert.ok(offers.every(({ safe }) => !safe));
  assert.ok(
    applyEdits(text, offers[0]?.edits ?? []).includes(`    index-too-old:
      metric: index-age
      above: 28h
      for: 15m
      severity: page
      notify: TODO owner id
      runbook: runbooks/index.md
      rule: alerts.yaml#IndexTooOld
`),
  );
  assert.ok(
    applyEdits(text, offers[1]?.edits ?? []).includes(`    http-errors:
      metric: TODO metric id
      above: TODO e.g. 12%
      for: TODO e.g. 1d
      severity: TODO page | ticket | info
      notify: TODO owner id
      runbook: TODO e.g. runbooks/retrieval.md
      rule: alerts.yaml#HTTPErrors
`),
  );
});
