import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { requirement } from '../support/requirement.ts';

const id = 'source-quality';
const { find, states } = requirement(id);

const source = (lines: string) => `sources:\n  letters:\n${lines}`;
const none = source(`  ^^^^^^^ ${id}\n    status: connected\n`);

find('none', none);
find('none before production', none, 'pre-production');
find('a pilot is not asked', source('    status: connected\n'), 'pilot');
for (const status of ['planned', 'dropped']) find(`not asked while ${status}`, source(`    status: ${status}\n`));
states('no subject while planned', source('    status: planned\n'), []);
for (const path of ['contracts/letters.odcs.yaml', 'models/schema.yml', 'gx/expectations/letters.json', 'checks/'])
  find(path, source(`    quality: ${path}\n`));
for (const path of ['docs/quality.md', 'quality.txt', 'docs/Checks.DOCX', 'docs/quality.md#letters'])
  find(path, source(`    quality: ${path}\n             ${'^'.repeat(path.length)} ${id}\n`), {}, /is prose/);

for (const [role, severity] of [
  ['generate', 'warning'],
  ['predict', 'error'],
] as const) {
  test(`a model that can ${role}: ${severity}`, () => {
    const text = `models:\n  it:\n    role: ${role}\n${source('    status: connected\n')}`;
    for (const stage of ['pre-production', 'production'] as const) {
      const own = check(text, { asOf: today, stage }).findings.filter(({ rule }) => rule === id);
      assert.deepEqual(
        own.map((finding) => finding.severity),
        [severity],
      );
    }
  });
}
