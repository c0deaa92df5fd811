import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../core/src/index.ts';

test('generated files are current', () => {
  const { status, stdout } = spawnSync('node', ['scripts/generate.mjs', '--check'], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});

test('bin/ is what the sources give', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ai-system-bin-'));
  try {
    const { status, stderr } = spawnSync('node', ['esbuild.js', '--bin', scratch], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync('bin').sort(), readdirSync(scratch).sort());
    for (const name of readdirSync(scratch)) {
      const isCurrent = readFileSync(join(scratch, name), 'utf8') === readFileSync(join('bin', name), 'utf8');
      assert.ok(isCurrent, `Run \`npm run compile\` and commit bin/${name}.`);
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

test('there is a page for every rule, and no other', () => {
  const pages = readdirSync('docs/rules').filter((file) => file !== 'README.md');
  assert.deepEqual(pages.map((file) => basename(file, '.md')).sort(), rules.map(({ id }) => id).sort());
});
