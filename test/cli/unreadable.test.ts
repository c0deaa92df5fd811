import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, has, run } from './command.ts';
import { broken, clean } from './specs.ts';

/** Each makes one path that cannot be judged, and says what is told about it. */
const obstacles: Readonly<Record<string, { make(at: string): string; told: RegExp; skip?: string | false }>> = {
  missing: {
    make: () => 'gone.ai-system.yaml',
    told: /^ai-system: gone\.ai-system\.yaml: no such file or directory\n$/,
  },
  'a pipe': {
    make(at) {
      execFileSync('mkfifo', [join(at, 'pipe.ai-system.yaml')]);
      return 'pipe.ai-system.yaml';
    },
    told: /^ai-system: pipe\.ai-system\.yaml: is not a regular file .*\n$/,
    skip: !has('mkfifo', '--version') && 'mkfifo is not installed',
  },
  'a device': { make: () => '/dev/zero', told: /zero: is not a regular file .*\n$/ },
  'a link to nothing': {
    make(at) {
      symlinkSync('nothing', join(at, 'link.ai-system.yaml'));
      return 'link.ai-system.yaml';
    },
    told: /^ai-system: link\.ai-system\.yaml: no such file or directory\n$/,
  },
  'a link to itself': {
    make(at) {
      symlinkSync('self.ai-system.yaml', join(at, 'self.ai-system.yaml'));
      return 'self.ai-system.yaml';
    },
    told: /^ai-system: self\.ai-system\.yaml: too many symbolic links\n$/,
  },
  'a name too long': { make: () => 'x'.repeat(300), told: /^ai-system: x+: the name is too long\n$/ },
  'below a file': { make: () => 'good.ai-system.yaml/x', told: /: a part of the path is not a directory\n$/ },
  'without permission': {
    make(at) {
      const path = join(at, 'closed.ai-system.yaml');
      execFileSync('cp', [join(at, 'good.ai-system.yaml'), path]);
      chmodSync(path, 0);
      return 'closed.ai-system.yaml';
    },
    told: /^ai-system: closed\.ai-system\.yaml: permission denied\n$/,
    skip: process.getuid?.() === 0 && 'the administrator may read everything',
  },
};

for (const [name, { make, told, skip = false }] of Object.entries(obstacles)) {
  test(`${name}: one line, exit code 2, and the others are judged`, { skip }, (t) => {
    const at = folder(t, { 'good.ai-system.yaml': clean, 'zbad.ai-system.yaml': broken });
    const path = make(at);
    const { code, stdout, stderr } = run(['check', 'good.ai-system.yaml', path, 'zbad.ai-system.yaml'], { cwd: at });
    assert.equal(code, 2);
    assert.match(stderr, told);
    assert.match(stdout, /^zbad\.ai-system\.yaml:5:3 /);
    assert.match(stdout, /in 2 specs/);
  });
}

test('a pipe that is found on the way does not stop the search', { skip: obstacles['a pipe']?.skip ?? false }, (t) => {
  const at = folder(t, { 'a/ai-system.yaml': clean });
  execFileSync('mkfifo', [join(at, 'ai-system.yaml')]);
  const { code, stdout, stderr } = run(['check'], { cwd: at });
  assert.equal(code, 2);
  assert.match(stderr, /^ai-system: ai-system\.yaml: is not a regular file/);
  assert.match(stdout, /^a\/ai-system\.yaml: claims/);
});

test('a folder that cannot be listed is told', {
  skip: process.getuid?.() === 0 && 'the administrator may list everything',
}, (t) => {
  const at = folder(t, { 'ai-system.yaml': clean });
  mkdirSync(join(at, 'closed'), 0o000);
  const { code, stderr } = run(['check'], { cwd: at });
  assert.equal(code, 2);
  assert.match(stderr, /^ai-system: closed: permission denied\n$/);
});

const refused: Readonly<Record<string, Buffer>> = {
  'UTF-16': Buffer.from(`\ufeff${clean}`, 'utf16le'),
  'too large': Buffer.from(`${clean}# ${'x'.repeat(3 * 1024 * 1024)}\n`),
  'far too large': Buffer.from(`${clean}# ${'x'.repeat(9 * 1024 * 1024)}\n`),
};

for (const [name, bytes] of Object.entries(refused)) {
  test(`${name}: an error at the beginning, and never a change`, (t) => {
    const at = folder(t, { 'ai-system.yaml': bytes });
    const { code, stdout } = run(['check', '--format', 'json'], { cwd: at });
    assert.equal(code, 1);
    const [finding] = JSON.parse(stdout).specs[0].findings;
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.range.start, { line: 1, column: 1 });
    assert.equal(run(['check', '--fix'], { cwd: at }).code, 1);
    assert.equal(run(['check', '--fix', '-'], { input: bytes }).stdout, bytes.toString());
  });
}

test('the nearest configuration is used, told once, and looked for no higher than the repository', (t) => {
  const at = folder(t, {
    'ai-system.config.yaml': 'no-such-setting: 1\n',
    'repo/a/ai-system.config.yaml': 'no-such-setting: 1\n',
    'repo/a/ai-system.yaml': clean,
    'repo/a/b/ai-system.yaml': clean,
    'repo/c/ai-system.yaml': clean,
  });
  mkdirSync(join(at, 'repo/.git'));
  const configs = (args: readonly string[]) => {
    const { stdout } = run(['check', '--format', 'json', ...args], { cwd: join(at, 'repo') });
    return JSON.parse(stdout).configs.map((config: { path: string; findings: unknown[] }) => [
      config.path,
      config.findings.length > 0,
    ]);
  };
  assert.deepEqual(configs([]), [['a/ai-system.config.yaml', true]]);
  assert.deepEqual(configs(['c']), []);
  assert.deepEqual(configs(['--no-config']), []);
  assert.deepEqual(configs(['--config', '../ai-system.config.yaml']), [['../ai-system.config.yaml', true]]);
});

test('a configuration that cannot be read is told once', { skip: obstacles['a pipe']?.skip ?? false }, (t) => {
  const at = folder(t, { 'a/ai-system.yaml': clean, 'b/ai-system.yaml': clean });
  execFileSync('mkfifo', [join(at, 'ai-system.config.yaml')]);
  const { code, stderr, stdout } = run(['check'], { cwd: at });
  assert.equal(code, 2);
  assert.match(stderr, /^ai-system: ai-system\.config\.yaml: is not a regular file[^\n]*\n$/);
  assert.match(stdout, /in 2 specs/);
});
