import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';

for (const { name, asOf, stage } of [
  { name: 'rag-pilot', asOf: '2026-06-20', stage: 'pilot' },
  { name: 'model-pre-production', asOf: '2026-11-22', stage: 'pre-production' },
  { name: 'rag-production', asOf: '2026-11-22', stage: 'production' },
  { name: 'model-production', asOf: '2026-11-22', stage: 'production' },
]) {
  test(`examples/${name} earns the stage it claims, and no higher one`, () => {
    const { stage: earned } = check(readFileSync(`examples/${name}/ai-system.yaml`, 'utf8'), { asOf });
    assert.deepEqual(earned, { claimed: stage, judged: stage, earned: stage });
  });
}

test('examples/model-pre-production has no finding at its stage, and lacks test cases for the next', () => {
  const text = readFileSync('examples/model-pre-production/ai-system.yaml', 'utf8');
  assert.deepEqual(check(text, { asOf: '2026-11-22' }).findings, []);
  const { findings } = check(text, { asOf: '2026-11-22', stage: 'production' });
  assert.ok(findings.some(({ rule }) => rule === 'eval-dataset'));
});
