import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('Open Example offers each example of this repository that has a spec at its top', () => {
  const source = readFileSync('client/src/example.ts', 'utf8');
  const offered = [...source.matchAll(/folder: '([^']+)'/g)].map((match) => match[1]);
  const there = readdirSync('examples').filter((folder) => existsSync(`examples/${folder}/ai-system.yaml`));
  assert.deepEqual(offered.sort(), there.sort());
});
