import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

/** The command as a user gets it: packed, and installed into an empty folder. */
describe('the packed command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-system-packed-'));
  after(() => rmSync(folder, { recursive: true }));

  const packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] }[] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  const [tarball] = packed;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball?.filename ?? '')], {
    cwd: folder,
    stdio: 'pipe',
  });

  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(join(folder, 'node_modules/.bin/ai-system'), args, {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const spec = join(folder, 'ai-system.yaml');

  test('holds the command, its schemas and its words, and nothing else', () => {
    const files = (tarball?.files ?? []).map(({ path }) => path).sort();
    assert.deepEqual(
      files.filter(
        (path) =>
          !/^(?:\.pre-commit-hooks\.yaml|CHANGELOG\.md|LICENSE|README\.md|package\.json|bin\/ai-system(?:\.bundle|\.format|\.mcp)?\.cjs|schemas\/[a-z.-]+\.json|packs\/[a-z0-9-]+\.ai-system-pack\.yaml)$/.test(
            path,
          ),
      ),
      [],
    );
    for (const part of ['', '.bundle', '.format', '.mcp']) assert.ok(files.includes(`bin/ai-system${part}.cjs`), part);
  });

  test('says its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('has nothing to check in an empty folder: 2', () => {
    const { status, stderr } = run('check');
    assert.equal(status, 2);
    assert.equal(stderr.trim().split('\n').length, 1);
  });

  test('finds, shows, fixes', () => {
    const broken =
      'apiVersion: ai-system/v1\nsystem:\n  name: helpdesk\n  stage: Pilot # as agreed\noperations:\n  support:\n    respond_within: 15 minutes\n';
    writeFileSync(spec, broken);

    const found = run('check');
    assert.equal(found.status, 1);
    assert.match(found.stdout, /invalid-value/);

    const shown = run('check', '--diff');
    assert.equal(shown.status, 1);
    assert.match(shown.stdout, /^-\s+respond_within: 15 minutes\n\+\s+respond_within: 15m$/m);
    assert.equal(readFileSync(spec, 'utf8'), broken);

    run('check', '--fix');
    assert.equal(readFileSync(spec, 'utf8'), broken.replace('Pilot', 'pilot').replace('15 minutes', '15m'));
  });

  test('explains a rule and lists them all', () => {
    const explained = run('explain', 'alert-quality');
    assert.equal(explained.status, 0);
    assert.match(explained.stdout, /alert-quality/);

    const rules = run('rules', '--format', 'json');
    assert.equal(rules.status, 0);
    assert.ok(JSON.stringify(JSON.parse(rules.stdout)).includes('"source-auth"'));
    assert.equal(run('explain', 'alert-qualitee').status, 2);
  });
});
