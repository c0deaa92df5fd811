import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { check, rules, stages } from '../core/src/index.ts';
import { answersTo } from './answers/all.ts';
import { examples } from './support/examples.ts';

/*
 * Where the requirements come from: each need that the article behind this project states, by its number, and the
 * requirements that serve it. A number without any is context, and states no need.
 */
const trace: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync('test/fixtures/trace.json', 'utf8'));

const requirements = new Set(rules.flatMap(({ kind, id }) => (kind === 'requirement' ? [id] : [])));
const applied = new Set(
  examples.flatMap(({ text }) =>
    stages.flatMap((stage) => check(text, { asOf: '2026-11-22', stage }).assessments.map(({ rule }) => rule)),
  ),
);

for (const [need, serving] of Object.entries(trace)) {
  if (serving.length === 0) continue;
  describe(`need ${need}`, () => {
    for (const id of serving) {
      test(`${id} exists`, () => assert.ok(requirements.has(id)));
      test(`${id} applies to an example`, () => assert.ok(applied.has(id)));
      test(`${id} has a case that fails and one that passes`, () => {
        const answers = answersTo[id];
        assert.ok(answers !== undefined && Object.keys(answers.hollow).length > 0 && answers.declared !== '');
      });
    }
  });
}

test('the catalogue is whole', () => {
  const catalogue: object = JSON.parse(readFileSync('test/fixtures/requirement-severities.json', 'utf8'));
  assert.deepEqual(
    Object.keys(catalogue).filter((id) => !requirements.has(id)),
    [],
  );
  assert.equal(Object.keys(catalogue).length, 90);
  const needs = Object.values(trace).filter((serving) => serving.length > 0);
  assert.equal(needs.length, 71);
});
