import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, run, text } from './command.ts';
import { unquoted } from './specs.ts';

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
      assert.notEqual(stdout, '');
    }
    assert.equal(text(at, name), spec);
  }
});

test('a diff shows the lines with their secrets blacked out; what --fix writes keeps them', (t) => {
  const at = folder(t, { [name]: leaky.replace(/owners:[\s\S]*/, '') });
  const { stdout } = run(['check', '--diff', name], { cwd: at });
  assert.match(stdout, /^ {5}endpoint: https:\/\/models\.example\?key=\*{44}$/m);
  assert.match(stdout, /^- {4}version: 1\.10 # \*{44}$/m);
  assert.match(stdout, /^\+ {4}version: "1\.10" # \*{44}$/m);
  run(['check', '--fix', name], { cwd: at });
  assert.ok(text(at, name).includes(`version: "1.10" # ${secret}`));
});
