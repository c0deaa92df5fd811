import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, run, shell, text } from './command.ts';
import { clean, unquoted } from './specs.ts';

const secret = `ghp_${'a1B2c3D4'.repeat(5)}`;
const name = 'ai-system.yaml';

/** A secret beside a line that is mended, one in a line that is mended, and one that a fix would write anew. */
const leaky = `${unquoted.replace('    version: 1.10', `    endpoint: https://models.example?key=${secret}\n    version: 1.10 # ${secret}`)}owners:
  ops:
    handle: @${secret}
`;

test('no report and no diff tells a secret', (t) => {
  for (const spec of [leaky, leaky.replace(/owners:[\s\S]*/, ''), leaky.replaceAll('\n', '\r')]) {
    const at = folder(t, { [name]: spec });
    for (const args of [
      ['--diff'],
      ...['pretty', 'concise', 'json', 'sarif', 'github'].map((format) => ['--format', format]),
    ]) {
      const { stdout, stderr } = run(['check', ...args, name], { cwd: at });
      assert.ok(!(stdout + stderr).includes(secret), `${args.join(' ')}: ${stdout}`);
      assert.notEqual(stdout + stderr, '');
    }
    assert.equal(text(at, name), spec);
  }
});

test('a diff leaves out what changes beside a secret, says where, and applies', (t) => {
  const model = (id: string, more = '') =>
    `  ${id}:\n    provider: acme\n    runs: hosted\n${'    # so it was decided\n'.repeat(6)}${more}    version: 1.10\n`;
  const spec = `${clean}models:\n${model('a')}${model('b', `    endpoint: https://models.example?key=${secret}\n`)}${model('c')}`;
  const at = folder(t, { [name]: spec });
  const { stdout, stderr, code } = run(['check', '--diff', '--format', 'json=report.json', name], { cwd: at });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^ai-system: ai-system\.yaml:26: the diff leaves out what changes beside a secret; --fix changes it$/m,
  );
  assert.doesNotMatch(stdout, /\*/);

  const [first, second, third] = ['a', 'b', 'c'].map((id) => spec.indexOf(`  ${id}:\n`));
  const patched = (part: string) => part.replace('1.10', '"1.10"');
  const expected = patched(spec.slice(0, second)) + spec.slice(second, third) + patched(spec.slice(third));
  assert.ok(first !== undefined && expected !== spec);
  for (const apply of ['git apply diff', 'patch --quiet -p1 < diff']) {
    const copy = folder(t, { [name]: spec, diff: stdout });
    const applied = shell(apply, { cwd: copy });
    assert.deepEqual([applied.code, applied.stdout + applied.stderr], [0, ''], apply);
    assert.equal(text(copy, name), expected, apply);
  }
  run(['check', '--fix', name], { cwd: at });
  assert.equal(
    text(at, name),
    ['a', 'b', 'c'].reduce((left) => left.replace(' 1.10', ' "1.10"'), spec),
  );
});

test('where all that changes stands beside a secret there is no diff, and still something to mend', (t) => {
  const at = folder(t, { [name]: leaky.replace(/owners:[\s\S]*/, '') });
  const { stdout, stderr, code } = run(['check', '--diff', '--format', 'json=report.json', name], { cwd: at });
  assert.deepEqual([stdout, code], ['', 1]);
  assert.match(stderr, /^ai-system: ai-system\.yaml:8: the diff leaves out/m);
  run(['check', '--fix', name], { cwd: at });
  assert.ok(text(at, name).includes(`version: "1.10" # ${secret}`));
});
