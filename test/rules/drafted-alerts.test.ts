import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, check } from '../../core/src/index.ts';
import { placed, today } from '../support/carets.ts';

/*
 * A skeleton of an alert is no alert yet and not missing any more: each of its placeholders is found once, the metric by
 * the requirement that the alert is for.
 */
const source = `
models:
  answer-llm:
    provider: azure-openai
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    groundedness-live:
      kind: quality
`.slice(1);
const options = { asOf: today, stage: 'production' } as const;
const alerts = /^alert-(?:quality|retrieval|usage-anomaly|complete|tested)$/;

function afterFixes(): string {
  let text = source;
  for (let round = 0; round < 10; round += 1) {
    const missing = check(text, options).findings.find(({ rule, state }) => alerts.test(rule) && state === 'missing');
    const fix = missing?.fixes().find(({ kind }) => kind === 'skeleton');
    if (fix === undefined) return text;
    text = applyEdits(text, fix.edits);
  }
  return assert.fail('An alert is always missing.');
}

const text = afterFixes();
const { findings, assessments } = check(text, options);
const own = findings.filter(({ subject }) => subject?.startsWith('/monitoring/alerts'));

test('six alerts are drafted, and nothing is missing', () => {
  assert.equal(text.match(/metric: TODO/g)?.length, 6);
  assert.deepEqual(
    own.filter(({ state }) => state !== 'hollow').map(({ message }) => message),
    [],
  );
});

test('each placeholder is found once', () => {
  const open = findings.filter(({ span }) => text.slice(span.start, span.end).startsWith('TODO'));
  const places = placed(text, open).map((one) => one.split(' ')[0]);
  assert.equal(new Set(places).size, places.length);
  assert.equal(places.length, text.match(/TODO/g)?.length);
});

test('the metric is found by what the alert is for', () => {
  const rules = new Map(
    own.filter(({ message }) => /has no metric yet/.test(message)).map((one) => [one.subject, one]),
  );
  assert.deepEqual([...rules].map(([subject, { rule }]) => `${subject?.split('/').at(-1)} ${rule}`).sort(), [
    'calls-spike alert-usage-anomaly',
    'index-stale alert-retrieval',
    'quality-low alert-quality',
    'retrieval-empty alert-retrieval',
    'spend-high alert-usage-anomaly',
    'use-falling alert-usage-anomaly',
  ]);
  assert.match(
    rules.get('/monitoring/alerts/spend-high')?.message ?? '',
    /nothing fires when a provider bills too much/,
  );
});

test('once a metric is chosen, the rest is told by `alert-complete`', () => {
  const chosen = text.replace(/(quality-low:\n +metric: ).*/, '$1groundedness-live');
  const seen = check(chosen, options).findings.filter(({ subject }) => subject === '/monitoring/alerts/quality-low');
  assert.deepEqual([...new Set(seen.map(({ rule }) => rule))], ['alert-complete']);
});

test('all of them count as hollow', () => {
  for (const rule of ['alert-quality', 'alert-retrieval', 'alert-usage-anomaly']) {
    const states = assessments.filter((one) => one.rule === rule).map(({ state }) => state);
    assert.deepEqual([...new Set(states)], ['hollow']);
  }
});
