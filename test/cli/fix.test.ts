import assert from 'node:assert/strict';
import { chmodSync, chownSync, linkSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, leftovers, run, shell, text } from './command.ts';
import { both, broken, clean, foreign, quoted, unquoted } from './specs.ts';

const spec = 'ai-system.yaml';

interface Case {
  readonly name: string;
  readonly before: string | Buffer;
  readonly after: string | Buffer;
  readonly code: 0 | 1 | 2;
  readonly args?: readonly string[];
}

const crlf = (lines: string) => lines.replaceAll('\n', '\r\n');

const cases: readonly Case[] = [
  { name: 'all is mended: 0', before: unquoted, after: quoted, code: 0 },
  { name: 'nothing is left to warn of', before: unquoted, after: quoted, code: 0, args: ['--max-warnings', '0'] },
  { name: 'nothing to mend: the file stays', before: clean, after: clean, code: 0 },
  { name: 'errors remain: 1', before: both, after: both.replace('1.10', '"1.10"'), code: 1 },
  { name: 'only fixes that are safe', before: broken, after: broken, code: 1 },
  { name: 'a file of somebody else', before: foreign, after: foreign, code: 2 },
  { name: 'a byte order mark stays', before: `\ufeff${unquoted}`, after: `\ufeff${quoted}`, code: 0 },
  { name: 'no final newline stays none', before: unquoted.trimEnd(), after: quoted.trimEnd(), code: 0 },
  { name: 'line ends of Windows stay', before: crlf(unquoted), after: crlf(quoted), code: 0 },
  {
    name: 'all at once',
    before: `\ufeff${crlf(unquoted).trimEnd()}`,
    after: `\ufeff${crlf(quoted).trimEnd()}`,
    code: 0,
  },
];

for (const { name, before, after, code, args = [] } of cases) {
  test(`--fix: ${name}`, (t) => {
    const at = folder(t, { [spec]: before });
    const { ino, mtimeMs } = statSync(join(at, spec));
    const outcome = run(['check', '--fix', ...args, spec], { cwd: at });
    assert.equal(outcome.code, code, outcome.stdout + outcome.stderr);
    assert.equal(text(at, spec), after);
    assert.deepEqual(leftovers(at), []);
    if (before === after)
      assert.deepEqual([statSync(join(at, spec)).ino, statSync(join(at, spec)).mtimeMs], [ino, mtimeMs]);
    else assert.match(outcome.stdout, /; mended\n[\s\S]*, 1 file mended/);
    assert.equal(run(['check', '--fix', ...args, spec], { cwd: at }).code, code, 'the second time');
    assert.equal(text(at, spec), after);
  });

  test(`--fix from standard input: ${name}`, (t) => {
    const outcome = run(['check', '--fix', '-', ...args], { cwd: folder(t), input: before });
    assert.equal(outcome.code, code);
    assert.equal(outcome.stdout, after, 'standard output holds the text and nothing else');
    assert.match(outcome.stderr, /<stdin>/, 'the report goes to standard error');
  });

  test(`--diff: ${name}`, (t) => {
    const at = folder(t, { [spec]: before, 'report.json': '' });
    const outcome = run(['check', '--diff', spec, '--format', 'json=report.json'], { cwd: at });
    assert.equal(text(at, spec), before, 'nothing is written');
    assert.equal(outcome.code, before === after ? code : 1);
    assert.equal(JSON.parse(text(at, 'report.json')).specs.length, 1, 'reports into files are written all the same');
    if (before === after) {
      assert.equal(outcome.stdout, '');
      return;
    }
    const patched = folder(t, { [spec]: before, diff: outcome.stdout });
    assert.equal(shell('git apply --whitespace=nowarn diff', { cwd: patched }).code, 0, 'git is needed for this test');
    assert.equal(text(patched, spec), after);
  });
}

test('--diff --fix writes nothing either', (t) => {
  const at = folder(t, { [spec]: unquoted });
  const outcome = run(['check', '--diff', '--fix', spec], { cwd: at });
  assert.equal(outcome.code, 1);
  assert.match(outcome.stdout, /^-.*1\.10$/m);
  assert.equal(text(at, spec), unquoted);
});

test('--diff tells how many errors the fixes would leave', (t) => {
  const at = folder(t, { [spec]: both });
  assert.equal(run(['check', '--diff'], { cwd: at }).stderr, 'ai-system: --fix would leave 1 error\n');
});

test('mode and owner stay', (t) => {
  const at = folder(t, { [spec]: unquoted });
  chmodSync(join(at, spec), 0o640);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(join(at, spec), 12345, 23456);
  assert.equal(run(['check', '--fix', spec], { cwd: at }).code, 0);
  const { mode, uid, gid } = statSync(join(at, spec));
  assert.equal(mode & 0o7777, 0o640);
  if (isRoot) assert.deepEqual([uid, gid], [12345, 23456]);
});

test('behind a link the file is mended and the link stays', (t) => {
  const at = folder(t, { 'real/spec.yaml': unquoted });
  symlinkSync('real/spec.yaml', join(at, spec));
  assert.equal(run(['check', '--fix', spec], { cwd: at }).code, 0);
  assert.ok(lstatSync(join(at, spec)).isSymbolicLink());
  assert.equal(text(at, 'real/spec.yaml'), quoted);
  assert.deepEqual([...leftovers(at), ...leftovers(join(at, 'real'))], []);
});

test('a hard link is split: the other name keeps the old text', (t) => {
  const at = folder(t, { [spec]: unquoted });
  linkSync(join(at, spec), join(at, 'other.yaml'));
  assert.equal(run(['check', '--fix', spec], { cwd: at }).code, 0);
  assert.equal(text(at, spec), quoted);
  assert.equal(text(at, 'other.yaml'), unquoted);
});

test('a read-only file stays, with one line that says why', (t) => {
  const at = folder(t, { [spec]: unquoted, 'z.ai-system.yaml': unquoted });
  chmodSync(join(at, spec), 0o444);
  const { code, stdout, stderr } = run(['check', '--fix'], { cwd: at });
  assert.equal(code, 2);
  assert.equal(stderr, 'ai-system: ai-system.yaml: the fixes could not be written: the file is read-only\n');
  assert.equal(text(at, spec), unquoted);
  assert.match(stdout, /^ai-system\.yaml:7:14 ⚠ warning/, 'the report tells of the file as it is');
  assert.equal(text(at, 'z.ai-system.yaml'), quoted, 'the other file is mended');
  assert.deepEqual(leftovers(at), []);
});

test('a report into a file replaces it as a whole and may create its folder', (t) => {
  const at = folder(t, { [spec]: unquoted, 'old.json': 'x'.repeat(100_000) });
  assert.equal(
    run(['check', '--format', 'json=old.json', '--format', 'sarif=new/deep.sarif', '--format', 'concise'], { cwd: at })
      .code,
    0,
  );
  assert.equal(JSON.parse(text(at, 'old.json')).schemaVersion, 1);
  assert.equal(JSON.parse(text(at, 'new/deep.sarif')).version, '2.1.0');
  assert.deepEqual([...leftovers(at), ...leftovers(join(at, 'new'))], []);
});

test('a report that cannot be written: one line, exit code 2', (t) => {
  const at = folder(t, { [spec]: clean, file: '', 'readonly.json': 'old' });
  mkdirSync(join(at, 'folder'));
  chmodSync(join(at, 'readonly.json'), 0o444);
  const told: Readonly<Record<string, RegExp>> = {
    'file/x.json': /^ai-system: file\/x\.json: the report could not be written: .+\n$/,
    folder: /^ai-system: folder: the report could not be written: is a directory\n$/,
    'readonly.json': /^ai-system: readonly\.json: the report could not be written: the file is read-only\n$/,
  };
  for (const [file, line] of Object.entries(told)) {
    const { code, stderr } = run(['check', '--format', `json=${file}`], { cwd: at });
    assert.equal(code, 2, file);
    assert.match(stderr, line);
  }
  assert.equal(readFileSync(join(at, 'readonly.json'), 'utf8'), 'old');
});

test('a report into a device goes there', (t) => {
  const at = folder(t, { [spec]: clean });
  const { code, stdout } = shell('ai check --format json=/dev/stdout --format sarif=/dev/null | cat', { cwd: at });
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).schemaVersion, 1);
});
