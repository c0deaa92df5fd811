import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { command, folder, has, leftovers, plainEnvironment, put, run, shell, text } from './command.ts';
import { quoted, unquoted } from './specs.ts';

const spec = 'ai-system.yaml';
/** Long enough to need more than one block on any disk. */
const padding = `# ${'x'.repeat(70)}\n`.repeat(1500);
const before = unquoted + padding;
const after = quoted + padding;

const writing = [
  'openat',
  'write',
  'pwrite64',
  'writev',
  'fstat',
  'fchmod',
  'fchown',
  'fsync',
  'close',
  'read',
  'pread64',
  'rename',
  'unlink',
];
const canTrace = has('strace', '-o', '/dev/null', 'true');
const noTrace = !canTrace && 'strace is not installed or may not trace here';

test('killed at any system call while writing: the old text or the new one, whole', { skip: noTrace }, async (t) => {
  const at = folder(t, { [spec]: before });
  const log = join(folder(t), 'log');
  const trace = spawnSync(
    'strace',
    ['-f', '-o', log, '-e', `trace=${writing.join(',')}`, process.execPath, command, 'check', '--fix', spec],
    {
      cwd: at,
      env: plainEnvironment(),
    },
  );
  assert.equal(trace.status, 0);
  assert.equal(text(at, spec), after);

  const moments = momentsOfWriting(readFileSync(log, 'utf8'));
  assert.ok(moments.length >= 10, `only ${moments.length} calls between reading the spec and the rename`);
  assert.ok(moments.some(({ call }) => call === 'rename'));

  const seen = new Set<string>();
  const kill = async ({ call, nth }: Moment) => {
    const victim = folder(t, { [spec]: before });
    const inject = `inject=${call}:signal=SIGKILL:when=${nth}`;
    await finished(
      'strace',
      ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject, process.execPath, command, 'check', '--fix', spec],
      victim,
    );
    const now = text(victim, spec);
    assert.ok(now === before || now === after, `killed at ${call} ${nth}: ${now.length} characters of neither`);
    seen.add(now === before ? 'before' : 'after');
  };
  for (let i = 0; i < moments.length; i += 4) await Promise.all(moments.slice(i, i + 4).map(kill));
  assert.ok(seen.has('before'), 'no kill came in time to prevent the change');
});

test('a call that fails while writing leaves the old text, with one line and no litter', {
  skip: noTrace,
}, async (t) => {
  const failures = ['write:error=ENOSPC', 'fsync:error=EIO', 'rename:error=EACCES', 'fchmod:error=EPERM'];
  for (const failure of failures) {
    const at = folder(t, { [spec]: before });
    // The path of the temporary file is not known before; writing to it is the only write of more than a page.
    const when = failure.startsWith('write') ? `:when=${await writesBefore(t)}+` : '';
    const { stderr, code } = await finished(
      'strace',
      [
        '-f',
        '-o',
        '/dev/null',
        '-e',
        `trace=${failure.split(':')[0]}`,
        '-e',
        `inject=${failure}${when}`,
        process.execPath,
        command,
        'check',
        '--fix',
        '--quiet',
        spec,
      ],
      at,
    );
    assert.equal(text(at, spec), before, failure);
    assert.deepEqual(leftovers(at), [], failure);
    if (failure.startsWith('write')) continue; // Then nothing can be told either.
    assert.equal(code, 2, failure);
    assert.match(stderr, /^ai-system: ai-system\.yaml: the fixes could not be written: .+\n$/, failure);
  }
});

test('a file that may not grow any more keeps the old text', {
  skip: process.platform === 'win32' && 'no ulimit',
}, (t) => {
  const at = folder(t, { [spec]: before });
  for (const blocks of [0, 1, 8, 64]) {
    const { code, stderr } = shell(`ulimit -f ${blocks}; ai check --fix ${spec} | cat`, { cwd: at });
    assert.equal(text(at, spec), before, `${blocks} blocks`);
    assert.equal(
      stderr,
      'ai-system: ai-system.yaml: the fixes could not be written: the file would be larger than allowed here\n',
    );
    assert.deepEqual(leftovers(at), []);
    assert.equal(code, 0, 'of cat');
  }
});

const mounts =
  process.getuid?.() === 0 && has('unshare', '-m', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt');

test('a full disk keeps the old text', { skip: !mounts && 'file systems cannot be mounted here' }, (t) => {
  const at = folder(t);
  put(at, 'before.yaml', before);
  for (const free of [0, 4, 8, 40, 80, 100]) {
    const script = `
      mount -t tmpfs -o size=512k tmpfs /mnt
      cp before.yaml /mnt/${spec}; cd /mnt
      head -c 600000 /dev/zero > fill 2> /dev/null; truncate -s -${free}k fill
      "$node" "$ai" check --fix ${spec}; echo "exit $?"
      cmp ${spec} ${join(at, 'before.yaml')} && echo "as before"
      ls -A | grep tmp && echo litter`;
    const { stdout, stderr } = shell(`export ai node; unshare -m bash -c '${script.replaceAll("'", "'\\''")}'`, {
      cwd: at,
    });
    assert.match(stdout, /^exit 2$/m, `${free}k free`);
    assert.match(stdout, /^as before$/m, `${free}k free`);
    assert.doesNotMatch(stdout, /litter/);
    assert.equal(stderr, 'ai-system: ai-system.yaml: the fixes could not be written: no space left on the device\n');
  }
});

test('what another program wrote meanwhile is not overwritten', { skip: noTrace }, async (t) => {
  const at = folder(t, { [spec]: before });
  const slow = ['-f', '-o', '/dev/null', '-e', 'trace=fchmod', '-e', 'inject=fchmod:delay_enter=1500000'];
  const run = finished('strace', [...slow, process.execPath, command, 'check', '--fix', spec], at);
  for (let tries = 0; leftovers(at).length === 0 && tries < 2000; tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  put(at, spec, `${before}# mine\n`);
  const { code, stderr } = await run;
  assert.equal(code, 2);
  assert.match(stderr, /the fixes could not be written: it was changed by another program meanwhile\n$/);
  assert.equal(text(at, spec), `${before}# mine\n`);
});

test('killed at random moments', (t) => {
  for (let delay = 20; delay < 200; delay += 20) {
    const at = folder(t, { [spec]: before });
    spawnSync(process.execPath, [command, 'check', '--fix', spec], { cwd: at, timeout: delay, killSignal: 'SIGKILL' });
    const now = text(at, spec);
    assert.ok(now === before || now === after, `after ${delay} ms`);
  }
});

test('output to a full device is no success', { skip: process.platform !== 'linux' && 'no /dev/full' }, (t) => {
  const at = folder(t, { [spec]: quoted });
  const { code, stderr } = shell(`ai check ${spec} > /dev/full`, { cwd: at });
  assert.equal(code, 2);
  assert.equal(stderr, 'ai-system: cannot write to standard output: no space left on the device\n');
  assert.equal(run(['check', spec], { cwd: at }).code, 0);
});

interface Moment {
  readonly call: string;
  readonly nth: number;
}

/** Every call of the main thread from the reading of the spec to the end, with its number among those of its name. */
function momentsOfWriting(log: string): readonly Moment[] {
  const main = /^(\d+)/.exec(log)?.[1];
  const counts = new Map<string, number>();
  const moments: Moment[] = [];
  let started = false;
  for (const line of log.split('\n')) {
    const [, thread, call = ''] = /^(\d+) +(\w+)\(/.exec(line) ?? [];
    if (thread !== main || !writing.includes(call)) continue;
    const nth = (counts.get(call) ?? 0) + 1;
    counts.set(call, nth);
    started ||= call === 'openat' && line.includes(spec);
    if (started) moments.push({ call, nth });
  }
  return moments;
}

/** How often the command writes to anything before it writes to its temporary file, plus one. */
async function writesBefore(t: Parameters<typeof folder>[0]): Promise<number> {
  const at = folder(t, { [spec]: before });
  const log = join(folder(t), 'log');
  await finished(
    'strace',
    ['-f', '-o', log, '-e', 'trace=write', process.execPath, command, 'check', '--fix', spec],
    at,
  );
  const lines = readFileSync(log, 'utf8').split('\n');
  const main = /^(\d+)/.exec(lines[0] ?? '')?.[1] ?? '';
  const writes = lines.filter((line) => line.startsWith(`${main} `) && line.includes(' write('));
  return writes.findIndex((line) => line.includes('apiVersion')) + 1;
}

function finished(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: plainEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, stderr }));
  });
}
