import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearby } from '../../core/src/evidence/nearby.ts';
import { repository } from '../support/repository.ts';

const table: readonly (readonly [name: string, wanted: string, there: readonly string[], meant: string | undefined])[] =
  [
    ['the same name elsewhere', 'alerts.yaml', ['ops/alerts.yaml'], 'ops/alerts.yaml'],
    ['the same name in two places', 'alerts.yaml', ['ops/alerts.yaml', 'dev/alerts.yaml'], undefined],
    ['a slip in the name', 'ops/alrets.yaml', ['ops/alerts.yaml', 'ops/rules.yaml'], 'ops/alerts.yaml'],
    ['a slip, and another folder', 'ops/alrets.yaml', ['observability/alerts.yaml'], undefined],
    ['a slip, and almost the same folder', 'op/alrets.yaml', ['ops/alerts.yaml'], 'ops/alerts.yaml'],
    ['the ending is all they share', 'eval/results/latest.json', ['tests/injection/notes.json'], undefined],
  ];

for (const [name, wanted, there, meant] of table) {
  test(name, async () => {
    const { host } = repository({ files: Object.fromEntries(there.map((path) => [path, ''])) });
    const answer = await nearby({ root: '', path: wanted }, '').answer(host);
    assert.equal(answer.kind === 'read' ? answer.facts?.path : answer.why, meant);
  });
}
