import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeArtifactHost } from '../../host/src/artifacts.ts';

const top = mkdtempSync(join(tmpdir(), 'ai-system-history-'));
after(() => rmSync(top, { recursive: true, force: true }));

const own = join(top, 'own');
mkdirSync(own);
git(own, 'init', '-q', '-b', 'main');
commit('prompts/answer.md', 'one', '2026-09-01T10:00:00+02:00');
commit('src/a.ts', 'one', '2026-10-01T10:00:00Z');
commit('prompts/answer.md', 'two', '2026-11-05T23:30:00-05:00');

const last = async (root: string, paths: readonly string[], until = '2026-11-22', trusted = true) => {
  const host = nodeArtifactHost({ roots: () => ({ own: root, others: new Map() }), trusted: () => trusted });
  const answer = await host.lastChange('', paths, until);
  return answer.kind === 'read' ? answer.facts : answer.why;
};

test('the last commit that touched a file, a folder, or any of several', async () => {
  assert.equal(await last(own, ['prompts/answer.md']), '2026-11-06T04:30:00.000Z');
  assert.equal(await last(own, ['prompts']), '2026-11-06T04:30:00.000Z');
  assert.equal(await last(own, ['src/a.ts']), '2026-10-01T10:00:00.000Z');
  assert.equal(await last(own, ['src', 'prompts']), '2026-11-06T04:30:00.000Z');
  assert.equal(await last(own, ['docs']), undefined);
});

test('what came later than the day does not count', async () => {
  assert.equal(await last(own, ['prompts'], '2026-11-01'), '2026-09-01T08:00:00.000Z');
  assert.equal(await last(own, ['src'], '2026-09-30'), undefined);
});

test('a path is a path, and no pattern or option', async () => {
  assert.equal(await last(own, [':(glob)**']), undefined);
  assert.equal(await last(own, ['--all']), undefined);
});

test('a history that is cut off says nothing', async () => {
  const shallow = join(top, 'shallow');
  git(top, 'clone', '-q', '--depth', '1', pathToFileURL(own).href, shallow);
  assert.equal(await last(shallow, ['src/a.ts']), 'no-history');
});

test('no repository, no history', async () => {
  const plain = join(top, 'plain');
  mkdirSync(plain);
  assert.equal(await last(plain, ['a']), 'no-history');
});

test('not asked where nobody trusts the workspace', async () => {
  assert.equal(await last(own, ['prompts'], '2026-11-22', false), 'restricted');
});

test('nothing that the repository configures is started', async () => {
  const trap = join(top, 'trap');
  git(top, 'clone', '-q', own, trap);
  const sprung = join(top, 'sprung');
  const script = join(top, 'trap.sh');
  writeFileSync(script, `#!/bin/sh\ntouch ${sprung}\n`, { mode: 0o755 });
  for (const name of ['core.fsmonitor', 'core.pager', 'gpg.program', 'core.sshCommand', 'diff.external', 'core.editor'])
    git(trap, 'config', name, script);
  git(trap, 'config', 'log.showSignature', 'true');
  git(trap, 'config', 'core.hooksPath', top);
  assert.equal(await last(trap, ['prompts']), '2026-11-06T04:30:00.000Z');
  assert.equal(existsSync(sprung), false);
});

function commit(path: string, text: string, date: string): void {
  mkdirSync(dirname(join(own, path)), { recursive: true });
  writeFileSync(join(own, path), text);
  git(own, 'add', '.');
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  execFileSync('git', ['-C', own, ...author, 'commit', '-q', '-m', path], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
}
