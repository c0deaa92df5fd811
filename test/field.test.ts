import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli/command.ts';

const root = 'examples/field';

/** The first line of findings.txt is the command, the rest what it prints. */
for (const { name } of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const spec = `${root}/${name}/ai-system.yaml`;
  const args = ['check', '--as-of', '2026-11-22', '--format', 'concise', spec];

  test(`${name}: findings.txt is what the command prints`, () => {
    const recorded = readFileSync(join(root, name, 'findings.txt'), 'utf8');
    const { code, stdout, stderr } = run(args);
    assert.equal(stderr, '');
    assert.ok(code === 0 || code === 1, `exit code ${code}`);
    assert.equal(recorded, `$ ai-system ${args.join(' ')}\n${stdout}`);
  });

  test(`${name}: the README speaks of each rule that reports something`, () => {
    assert.ok(existsSync(spec));
    const readme = readFileSync(join(root, name, 'README.md'), 'utf8');
    const section = readme.slice(readme.indexOf('## Findings today'), readme.indexOf('## What reading the artifacts'));
    const reported = new Set([...run(args).stdout.matchAll(/ \[([a-z-]+)\]$/gm)].map(([, rule]) => rule));
    const silent = [...reported].filter((rule) => !section.includes(`\`${rule}\``));
    assert.deepEqual(silent, []);
  });
}
