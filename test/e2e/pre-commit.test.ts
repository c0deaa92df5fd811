import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

const installed = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' }).stdout ?? '';

test('this repository serves as a hook repository', {
  skip: installed === '' ? 'pre-commit is not installed' : false,
  timeout: 300_000,
}, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'ai-system-hook-'));
  const environment = {
    ...process.env,
    PRE_COMMIT_HOME: join(scratch, 'cache'),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  };
  const git = (folder: string, ...args: readonly string[]) => {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@acme.example', '-c', 'init.defaultBranch=main'];
    return spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', env: environment });
  };
  const done = (result: { readonly status: number | null; readonly stdout: string; readonly stderr: string }) => {
    assert.equal(result.status, 0, result.stdout + result.stderr);
  };

  try {
    const hooks = join(scratch, 'hooks');
    for (const file of execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    }).split('\0')) {
      if (file === '') continue;
      mkdirSync(dirname(join(hooks, file)), { recursive: true });
      cpSync(file, join(hooks, file), { errorOnExist: false });
    }
    done(git(hooks, 'init'));
    done(git(hooks, 'add', '--all'));
    done(git(hooks, 'commit', '--quiet', '--message', 'Release'));
    done(git(hooks, 'tag', 'v1'));

    const project = join(scratch, 'project');
    mkdirSync(project);
    done(git(project, 'init'));
    writeFileSync(
      join(project, '.pre-commit-config.yaml'),
      `repos:\n  - repo: ${hooks}\n    rev: v1\n    hooks:\n      - id: ai-system\n`,
    );
    execFileSync('pre-commit', ['install'], { cwd: project, env: environment });
    const commit = (spec: string) => {
      writeFileSync(join(project, 'ai-system.yaml'), spec);
      done(git(project, 'add', '--all'));
      return git(project, 'commit', '--message', 'Spec');
    };

    const broken = 'apiVersion: ai-system/v1\nsystem:\n  name: helpdesk\n  stagee: retired\n';
    const stopped = commit(broken);
    assert.equal(stopped.status, 1, stopped.stdout + stopped.stderr);
    assert.match(stopped.stdout + stopped.stderr, /unknown-key/);

    done(commit(broken.replace('stagee', 'stage')));
  } finally {
    rmSync(scratch, { recursive: true, maxRetries: 3 });
  }
});
