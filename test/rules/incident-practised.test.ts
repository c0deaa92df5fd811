import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, type Stage } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { requirement } from '../support/requirement.ts';

const id = 'incident-practised';
const { find } = requirement(id);
const incidents = (drill: string, more = '') =>
  `${more}evaluation:\n  datasets:\n    real-queries:\n      path: eval/queries.jsonl\noperations:\n  incidents:\n    last_drill: ${drill}\n    new_cases_go_to: real-queries\n`;

find('365 days ago', incidents('2025-11-22'));
find('366 days ago', incidents(`2025-11-21\n                ^^^^^^^^^^ ${id}`), 'production', /366 days ago/);
find('tomorrow', incidents(`2026-11-23\n                ^^^^^^^^^^ ${id}`), 'production', /lies ahead/);
find('before production nobody is asked', 'operations:\n  incidents:\n    process: docs/x.md\n', 'pre-production');

function severities(criticality: string, stage: Stage): string[] {
  const text = `system:\n  criticality: ${criticality}\noperations:\n  run_owner: claims-ops\n`;
  return check(text, { asOf: today, stage }).findings.flatMap(({ rule, severity }) => (rule === id ? [severity] : []));
}
test('a warning', () => assert.deepEqual(severities('standard', 'production'), ['warning']));
test('an error for a critical system', () => assert.deepEqual(severities('critical', 'production'), ['error']));
test('which is not asked earlier either', () => assert.deepEqual(severities('critical', 'pre-production'), []));
