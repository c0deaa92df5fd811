import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { command, folder, has, plainEnvironment, run, shell } from './command.ts';
import { broken, clean } from './specs.ts';

/** Much more than a pipe holds. */
const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [
    `${String(at).padStart(3, '0')}.ai-system.yaml`,
    clean + Array.from({ length: 60 }, (_, key) => `  unknown-key-${key}: x\n`).join(''),
  ]),
);
const noPython = !has('python3', '--version') && 'python3 is not installed, and Node.js cannot make such a pipe';
const formats = ['pretty', 'concise', 'json', 'sarif', 'github'];

for (const format of formats) {
  test(`a slow reader gets all of ${format}`, (t) => {
    const at = folder(t, many);
    const { stdout, code } = run(['check', '--format', format], { cwd: at });
    assert.equal(code, 1);
    assert.ok(stdout.length > 300_000, `${stdout.length} characters`);
    const slow = shell(`ai check --format ${format} | (sleep 1; cat)`, { cwd: at });
    assert.equal(slow.stdout.length, stdout.length);
    assert.ok(slow.stdout === stdout);
  });

  test(`a reader that leaves ends ${format} quietly`, (t) => {
    const at = folder(t, many);
    const { stdout, stderr } = shell(
      `ai check --format ${format} | head -c 100 > /dev/null; echo "\${PIPESTATUS[0]}"`,
      { cwd: at },
    );
    assert.equal(stderr, '');
    assert.equal(stdout, '1\n', 'the verdict is the same');
  });
}

test('a pipe that does not block gets all of it', { skip: noPython }, (t) => {
  const at = folder(t, many);
  const expected = run(['check', '--format', 'json'], { cwd: at }).stdout;
  const script = `
import os, subprocess, sys, time
read, write = os.pipe()
os.set_blocking(write, False)
child = subprocess.Popen(sys.argv[1:], stdout=write)
os.close(write)
time.sleep(1)
with open(read, 'rb') as output: sys.stdout.buffer.write(output.read())
sys.exit(child.wait())`;
  const { stdout, code } = shell(`python3 -c "$script" "$node" "$ai" check --format json`, {
    cwd: at,
    env: { script },
  });
  assert.equal(code, 1);
  assert.ok(stdout === expected, `${stdout.length} of ${expected.length}`);
});

test('standard output that is closed', (t) => {
  const at = folder(t, { 'ai-system.yaml': broken });
  const { stdout, stderr } = shell('ai check >&-; echo "exit $?"', { cwd: at });
  assert.doesNotMatch(stderr, / at |internal error/);
  assert.match(stdout, /^exit [12]\n$/);
});

test('standard error that is closed', (t) => {
  const at = folder(t, { 'ai-system.yaml': clean });
  assert.equal(
    shell('ai check gone.yaml ai-system.yaml 2>&-; echo "exit $?"', { cwd: at }).stdout.split('\n').at(-2),
    'exit 2',
  );
});

test('standard input that is a folder, or closed', (t) => {
  const at = folder(t);
  const { code, stderr } = shell('ai check - < .', { cwd: at });
  assert.equal(code, 2);
  assert.equal(stderr, 'ai-system: cannot read standard input: is a directory\n');
  assert.doesNotMatch(shell('ai check - <&-', { cwd: at }).stderr, / at |internal error/);
});

test('standard input without an end', (t) => {
  const { code, stdout, stderr } = shell(`ai check --fix - < /dev/zero | wc -c; exit \${PIPESTATUS[0]}`, {
    cwd: folder(t),
  });
  assert.equal(code, 2);
  assert.equal(stdout.trim(), '0');
  assert.equal(stderr, 'ai-system: cannot read standard input: it is longer than 64 MB\n');
});

test('standard input that does not block', async (t) => {
  // The end of a pair of sockets or pipes that a shared parent has set so.
  const child = spawn(process.execPath, [command, 'check', '-', '--format', 'concise'], {
    cwd: folder(t),
    env: plainEnvironment(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for (const line of broken.match(/.+\n/g) ?? []) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    child.stdin.write(line);
  }
  child.stdin.end();
  let received = '';
  for await (const chunk of child.stdout) received += chunk;
  assert.match(received, /^<stdin>:5:3: error: /);
});

test('standard input that comes in pieces, through the middle of characters', (t) => {
  const spec = `${clean}  # 😀😀😀\n  ownr: x\n`;
  const bytes = [...Buffer.from(spec)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
  const script = `(for b in ${bytes.map((byte) => `'${byte}'`).join(' ')}; do printf "$b"; done) | ai check - --format concise`;
  const { stdout } = shell(script, { cwd: folder(t) });
  assert.match(stdout, /^<stdin>:6:3: error: /);
});

test('a thousand specs do not pile up in memory', {
  skip: process.platform !== 'linux' && 'measured by /proc',
}, (t) => {
  const spec = Object.values(many)[0] ?? '';
  const at = folder(t, Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}.ai-system.yaml`, spec])));
  const peak = (args: string) =>
    Number(
      shell(`ai check --format json ${args} | tail -1 > /dev/null; exit 0`, {
        cwd: at,
        env: { NODE_OPTIONS: '--require ./peak.cjs' },
      }).stderr.trim(),
    );
  shell(
    `cat > peak.cjs <<< "process.on('exit', () => process._rawDebug(Math.round(process.resourceUsage().maxRSS / 1024)))"`,
    { cwd: at },
  );
  const few = peak('1.ai-system.yaml 2.ai-system.yaml');
  const all = peak('');
  assert.ok(few > 20, String(few));
  assert.ok(all < few + 150, `${few} MB for two, ${all} MB for a thousand`);
});
