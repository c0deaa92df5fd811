import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { configurations } from '../../cli/src/config.ts';

/** A repository in `own`, and files outside of it that links lead to. */
function repository(t: TestContext, files: Readonly<Record<string, string>>): string {
  const top = mkdtempSync(join(tmpdir(), 'ai-system-'));
  t.after(() => rmSync(top, { recursive: true, force: true }));
  mkdirSync(join(top, 'own/.git'), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(top, path, '..'), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(join(top, text.slice(3)), join(top, path));
    else writeFileSync(join(top, path), text);
  }
  return join(top, 'own');
}

const of = (own: string, file?: string) => configurations({ file, none: false }, own).of(join(own, 'ai-system.yaml'));

test('a configuration that is a link out of its repository is not read', async (t) => {
  const own = repository(t, {
    'outside/secret.yaml': 'rules: { no-such-rule: off }\n',
    'own/ai-system.config.yaml': '-> outside/secret.yaml',
  });
  const { loaded, problem, result } = await of(own);
  assert.deepEqual([loaded, result], [undefined, undefined]);
  assert.deepEqual(problem, { path: 'ai-system.config.yaml', reason: 'is a link that leads out of this repository' });
  const named = await of(own, 'ai-system.config.yaml');
  assert.equal(named.result?.findings.length, 1, 'whoever names it means it');
});

test('a configuration that is a link within its repository is read', async (t) => {
  const own = repository(t, {
    'own/shared/config.yaml': 'rules: { no-such-rule: off }\n',
    'own/ai-system.config.yaml': '-> own/shared/config.yaml',
  });
  assert.equal((await of(own)).result?.findings.length, 1);
});

const outside = '"NAME" lies outside of this repository.';
for (const [what, name, files, expected] of [
  ['a file', '../base.yaml', { 'base.yaml': 'x: 1\n' }, outside],
  ['a link', './base.yaml', { 'base.yaml': 'x: 1\n', 'own/base.yaml': '-> base.yaml' }, outside],
  ['a file behind a linked folder', './d/base.yaml', { 'e/base.yaml': 'x: 1\n', 'own/d': '-> e' }, outside],
  ['a file that is not there', '../base.yaml', {}, '"NAME" is not there.'],
] as const) {
  for (const key of ['extends', 'packs']) {
    test(`${key}: ${what} outside`, async (t) => {
      const own = repository(t, { ...files, 'own/ai-system.config.yaml': `${key}: [${name}]\n` });
      const { result } = await of(own);
      assert.deepEqual(
        result?.findings.map(({ message }) => message),
        [expected.replace('NAME', name)],
      );
    });
  }
}
