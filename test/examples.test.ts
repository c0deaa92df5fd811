import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

/** Each folder of examples/ holds a spec, and the command with what it prints in findings.txt. */
const folders = readdirSync('examples').filter((name) => existsSync(join('examples', name, 'ai-system.yaml')));

test('there are examples', () => assert.ok(folders.length >= 3, folders.join(', ')));

for (const name of folders) {
  test(`examples/${name} gives what findings.txt says`, () => {
    const [line = '', ...expected] = readFileSync(join('examples', name, 'findings.txt'), 'utf8').split('\n');
    const command = line.replace(/^\$ ai-system /, '').split(' ');
    const { stdout, stderr } = spawnSync('node', ['bin/ai-system.cjs', ...command], { encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(stdout, expected.join('\n'));
  });
}
