import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { isSpecFileName } from '../../core/src/index.ts';
import { command, folder, run } from './command.ts';
import { clean, foreign } from './specs.ts';

interface Hook {
  readonly id: string;
  readonly language: string;
  readonly entry: string;
  readonly files?: string;
  readonly always_run?: boolean;
  readonly pass_filenames?: boolean;
}

const hooks: readonly Hook[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('two hooks that every version of pre-commit understands', () => {
  assert.deepEqual(
    hooks.map(({ id }) => id),
    ['ai-system', 'ai-system-all'],
  );
  for (const hook of hooks) {
    assert.equal(hook.language, 'node');
    assert.ok(Object.hasOwn(manifest.bin, hook.entry.split(' ')[0] ?? ''), 'the entry is a command of the package');
    assert.ok(!Object.hasOwn(hook, 'stages'));
  }
  assert.deepEqual([hooks[1]?.always_run, hooks[1]?.pass_filenames], [true, false]);
});

test('the hook takes the names that the command takes', () => {
  const files = new RegExp(hooks[0]?.files ?? '(?!)');
  const names = ['ai-system.yaml', 'ai-system.yml', 'a.ai-system.yaml', 'a.b.ai-system.yml', '-x.ai-system.yaml'];
  const others = [
    'my-ai-system.yaml',
    'ai-system.yaml.bak',
    'ai-system.config.yaml',
    'ai-system.json',
    'xai-system.yaml',
    'ai-systemxyaml',
  ];
  for (const name of [...names, ...others]) {
    assert.equal(files.test(name), names.includes(name), name);
    assert.equal(files.test(`deep/er/${name}`), names.includes(name), name);
    assert.equal(isSpecFileName(name), names.includes(name), name);
  }
});

test('the hooks do what they say', (t) => {
  const at = folder(t, { 'ai-system.yaml': clean, 'x.ai-system.yaml': foreign });
  const hook = (index: number, ...names: readonly string[]) =>
    run([...(hooks[index]?.entry.split(' ').slice(1) ?? []), ...names], { cwd: at }).code;
  assert.equal(hook(0, 'x.ai-system.yaml'), 0, 'a file of somebody else does not stop a commit');
  assert.equal(hook(0, 'ai-system.yaml', 'x.ai-system.yaml'), 0);
  assert.equal(hook(1), 0);
});

test('nothing makes npm install the development tree', () => {
  for (const name of ['prepare', 'prepack', 'build', 'install', 'preinstall', 'postinstall'])
    assert.ok(!Object.hasOwn(manifest.scripts, name), name);
  assert.ok(!Object.hasOwn(manifest, 'workspaces') && !Object.hasOwn(manifest, 'dependencies'));
});

test('the package holds what is on the list', () => {
  const [{ files }] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
  );
  const allowed =
    /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/ai-system(?:\.bundle|\.mcp|\.format)?\.cjs|schemas\/[^/]+\.json|packs\/[^/]+\.ai-system-pack\.yaml|\.pre-commit-hooks\.yaml)$/;
  const paths: readonly string[] = files.map(({ path }: { path: string }) => path);
  assert.deepEqual(
    paths.filter((path) => !allowed.test(path)),
    [],
  );
  for (const path of [
    'package.json',
    'bin/ai-system.cjs',
    'bin/ai-system.bundle.cjs',
    'bin/ai-system.mcp.cjs',
    'bin/ai-system.format.cjs',
    'schemas/check-output.schema.json',
    '.pre-commit-hooks.yaml',
  ])
    assert.ok(paths.includes(path), path);
});

test('the command is two files that need no other, unless somebody formats', (t) => {
  const bundle = 'ai-system.bundle.cjs';
  const at = folder(t, {
    'alone.cjs': readFileSync(command),
    [bundle]: readFileSync(join(dirname(command), bundle)),
    'ai-system.yaml': clean,
  });
  assert.equal(
    execFileSync(process.execPath, ['alone.cjs', 'check', '--format', 'concise'], { cwd: at, encoding: 'utf8' }),
    '',
  );
  assert.match(readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
});
