import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { command, folder, plainEnvironment, run } from './command.ts';

const spec = { 'ai-system.yaml': 'apiVersion: ai-system/v1\n' };

function prepare(t: TestContext) {
  const cwd = folder(t, spec);
  const caches = folder(t);
  const env = { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches, NODE_DISABLE_COMPILE_CACHE: '' };
  const check = (more: Readonly<Record<string, string>> = {}, path = 'ai-system.yaml') =>
    run(['check', path], { cwd, env: { ...env, ...more } });
  const kept = () => {
    const [found = ''] = readdirSync(caches, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('-check'));
    return found === '' ? undefined : join(caches, found);
  };
  return { check, kept, caches };
}

test('compiled code is kept for the next run, which says the same', (t) => {
  const { check, kept } = prepare(t);
  const first = check();
  const file = kept();
  assert.ok(file !== undefined);
  const { mtimeMs, mode } = statSync(file);
  assert.equal(mode & 0o077, 0);

  assert.deepEqual(check(), first);
  assert.equal(statSync(file).mtimeMs, mtimeMs, 'it was used and not written again');
});

test('a run that needs much more code than was kept keeps more, once', (t) => {
  const { check, kept } = prepare(t);
  check();
  const file = kept() ?? '';
  const little = statSync(file).size;
  const example = resolve('examples/rag-production/ai-system.yaml');
  const full = check({}, example);
  const { size, mtimeMs } = statSync(file);
  assert.ok(size > little * 1.2, `${size} bytes behind ${little}`);

  assert.deepEqual(check({}, example), full);
  check();
  assert.equal(statSync(file).mtimeMs, mtimeMs, 'neither run needs much more');
});

test('code that cannot be used is replaced', (t) => {
  const { check, kept } = prepare(t);
  const first = check();
  const file = kept() ?? '';
  for (const spoil of [
    () => truncateSync(file, 1000),
    () => writeFileSync(file, ''),
    () => writeFileSync(file, 'x'.repeat(9999)),
  ]) {
    spoil();
    assert.deepEqual(check(), first);
    assert.ok(statSync(file).size > 100_000);
  }
});

test('code that others may have written is not run', { skip: process.getuid === undefined }, (t) => {
  const { check, kept } = prepare(t);
  check();
  const file = kept() ?? '';
  chmodSync(file, 0o622);
  check();
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('code is not kept of a bundle that belongs to another launcher', (t) => {
  const caches = folder(t);
  const at = folder(t, { ...spec, 'ai-system.cjs': readFileSync(command) });
  const bundle = readFileSync(join(dirname(command), 'ai-system.bundle.cjs'), 'latin1');
  writeFileSync(join(at, 'ai-system.bundle.cjs'), bundle.replace(/[0-9a-f]{16}/, '0'.repeat(16)));

  const env = { ...plainEnvironment(), XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches };
  const { status } = spawnSync(process.execPath, ['ai-system.cjs', 'check', 'ai-system.yaml'], { cwd: at, env });
  assert.equal(status, 1);
  assert.deepEqual(readdirSync(caches), []);
});

test('runs without a place to keep it', (t) => {
  const { check, kept, caches } = prepare(t);
  const first = check({ NODE_DISABLE_COMPILE_CACHE: '1' });
  assert.equal(kept(), undefined);
  const nowhere = join(caches, 'no/such/home');
  assert.deepEqual(check({ XDG_CACHE_HOME: nowhere, HOME: nowhere, LOCALAPPDATA: nowhere }), first);
  assert.ok(!existsSync(join(caches, 'no')));
  writeFileSync(join(caches, 'ai-system-spec'), 'a file where the folder should be');
  assert.deepEqual(check(), first);
});

test('what is old goes', (t) => {
  const { check, kept } = prepare(t);
  check();
  const file = kept() ?? '';
  for (let i = 0; i < 30; i++) {
    const old = `${file}-${i}`;
    writeFileSync(old, '');
    utimesSync(old, 1000 + i, 1000 + i);
  }
  writeFileSync(file, '');
  check();
  const names = readdirSync(join(file, '..'));
  assert.equal(names.length, 20);
  assert.ok(statSync(file).size > 100_000);
  assert.ok(!existsSync(`${file}-0`));
});
