import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { Answer, ArtifactPath } from '../../core/src/index.ts';
import { nodeArtifactHost } from '../../host/src/artifacts.ts';

const top = mkdtempSync(join(tmpdir(), 'ai-system-artifacts-'));
after(() => rmSync(top, { recursive: true, force: true }));

const own = join(top, 'own');
const other = join(top, 'other');
write('own/observability/alerts.yaml', 'groups: []\n');
write('own/marked.yaml', '\ufeffgroups: []\n');
write('own/eval/data.bin', '');
write('own/node_modules/x/alerts.yaml', 'groups: []\n');
write('own/.gitignore', 'ignored/\n');
write('own/ignored/x.yaml', 'a: 1\n');
write('own/lfs.jsonl', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n');
write('own/nul.yaml', 'a: \0\n');
writeFileSync(join(own, 'latin.yaml'), Buffer.from([0x61, 0xe4, 0x0a]));
writeFileSync(join(own, 'wide.yaml'), Buffer.from('\ufeffa: 1\n', 'utf16le'));
writeFileSync(join(own, 'huge.json'), '');
truncateSync(join(own, 'huge.json'), 2 ** 31);
write('other/rules.yaml', 'groups: []\n');
write('secret/passwords.txt', 'hunter2\n');
write('own/.git/config', '[core]\n');
symlinkSync(join(top, 'secret/passwords.txt'), join(own, 'link.txt'));
symlinkSync(join(top, 'secret'), join(own, 'folder'));
symlinkSync('observability', join(own, 'inside'));
symlinkSync('circle-b', join(own, 'circle-a'));
symlinkSync('circle-a', join(own, 'circle-b'));
symlinkSync('nowhere', join(own, 'dangling'));
execFileSync('mkfifo', [join(own, 'pipe')]);
write('own/denied.yaml', 'a: 1\n');
chmodSync(join(own, 'denied.yaml'), 0);

const host = nodeArtifactHost({
  roots: () => ({
    own,
    others: new Map([
      ['other', other],
      ['gone', join(top, 'gone')],
    ]),
  }),
  trusted: () => true,
});

const outcomes: readonly (readonly [name: string, path: string, outcome: string, root?: string])[] = [
  ['a file', 'observability/alerts.yaml', 'groups: []\n'],
  ['a byte order mark is not part of it', 'marked.yaml', 'groups: []\n'],
  ['a link that stays inside', 'inside/alerts.yaml', 'groups: []\n'],
  ['a file of another root', 'rules.yaml', 'groups: []\n', 'other'],
  ['a file that is ignored but named', 'ignored/x.yaml', 'a: 1\n'],
  ['nothing', 'observability/rules.yaml', 'absent'],
  ['below a file', 'observability/alerts.yaml/x', 'absent'],
  ['a name longer than any', `${'x'.repeat(5000)}`, 'absent'],
  ['a folder', 'observability', 'not-a-file'],
  ['a pipe', 'pipe', 'not-a-file'],
  ['a link to a file outside', 'link.txt', 'outside'],
  ['through a link to a folder outside', 'folder/passwords.txt', 'outside'],
  ['links in a circle', 'circle-a', 'not-a-file'],
  ['a link to nothing', 'dangling', 'absent'],
  ['the folder above', '../secret/passwords.txt', 'outside'],
  ['up and down again', 'observability/../../secret/passwords.txt', 'outside'],
  ['an absolute path stays below the root', '/etc/passwd', 'absent'],
  ['what git keeps for itself', '.git/config', 'outside'],
  ['what git keeps, in capitals', '.GIT/config', 'outside'],
  ['a NUL in the path', 'a\0b', 'outside'],
  ['a backslash in the path', '..\\secret', 'outside'],
  ['two gigabytes', 'huge.json', 'budget'],
  ['a pointer of Git LFS', 'lfs.jsonl', 'lfs-pointer'],
  ['a NUL in the text', 'nul.yaml', 'not-text'],
  ['Latin-1', 'latin.yaml', 'not-text'],
  ['UTF-16', 'wide.yaml', 'not-text'],
  ['a root that nobody named', 'x', 'unknown-root', 'mine'],
  ['a root that is not here', 'x', 'absent-root', 'gone'],
];

for (const [name, path, outcome, root = ''] of outcomes) {
  test(`text: ${name}`, async () => {
    assert.equal(shown(await host.text({ root, path }, 2 ** 20)), outcome);
  });
}

test('text: what the system refuses', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
  assert.equal(shown(await host.text(at('denied.yaml'), 2 ** 20)), 'denied');
});

test('text: what an editor holds counts, and only inside of the root', async () => {
  const held = new Map([
    [join(own, 'observability/alerts.yaml'), 'edited\n'],
    [join(top, 'secret/passwords.txt'), 'hunter3\n'],
  ]);
  const editing = nodeArtifactHost({
    roots: () => ({ own, others: new Map() }),
    trusted: () => true,
    edited: (file) => held.get(file),
  });
  assert.equal(shown(await editing.text(at('observability/alerts.yaml'), 2 ** 20)), 'edited\n');
  assert.equal(shown(await editing.text(at('link.txt'), 2 ** 20)), 'outside');
});

test('lines: each once, whatever ends them, until there are enough', async () => {
  const big = 'é'.repeat(300_000);
  write('own/lines.jsonl', `one\r\n\n${big}\nlast`);
  const seen: string[] = [];
  const whole = await host.lines(at('lines.jsonl'), 2 ** 30, (line) => seen.push(line) > 0);
  assert.deepEqual(whole, { kind: 'read', facts: { ended: true } });
  assert.deepEqual(seen, ['one', '', big, 'last']);
  let count = 0;
  const part = await host.lines(at('lines.jsonl'), 2 ** 30, () => ++count < 2);
  assert.deepEqual([part, count], [{ kind: 'read', facts: { ended: false } }, 2]);
});

test('lines: one without an end is cut', async () => {
  write('own/long.jsonl', 'x'.repeat(5 * 2 ** 20));
  const lengths: number[] = [];
  await host.lines(at('long.jsonl'), 2 ** 30, (line) => lengths.push(line.length) > 0);
  assert.deepEqual(lengths, [2 ** 20]);
});

for (const [path, outcome] of [
  ['lfs.jsonl', 'lfs-pointer'],
  ['latin.yaml', 'not-text'],
  ['nul.yaml', 'not-text'],
  ['pipe', 'not-a-file'],
  ['link.txt', 'outside'],
] as const) {
  test(`lines: ${path}`, async () => assert.equal(shown(await host.lines(at(path), 2 ** 30, () => true)), outcome));
}

test('bytes: from the beginning and from the end', async () => {
  writeFileSync(join(own, 'eval/data.bin'), Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]));
  const bytes = async (start: number, end?: number) => {
    const read = await host.bytes(at('eval/data.bin'), start, end);
    return read.kind === 'read' ? [[...read.facts.bytes], read.facts.size] : read.why;
  };
  assert.deepEqual(await bytes(-3), [[5, 6, 7], 8]);
  assert.deepEqual(await bytes(2, 4), [[2, 3], 8]);
  assert.deepEqual(await bytes(-4, -2), [[4, 5], 8]);
  assert.deepEqual(await bytes(6, 100), [[6, 7], 8]);
  assert.equal(shown(await host.bytes(at('huge.json'), 0)), 'budget');
});

test('look: a file, a folder, and neither', async () => {
  assert.equal(shown(await host.look(at('observability/alerts.yaml'))), 'file');
  assert.equal(shown(await host.look(at('observability'))), 'folder');
  assert.equal(shown(await host.look(at('pipe'))), 'not-a-file');
  assert.equal(shown(await host.look(at('folder'))), 'outside');
  assert.equal(shown(await host.look(at(''))), 'folder');
});

test('a root that was not there is found once it is', async () => {
  const roots = { own, others: new Map([['late', join(top, 'late')]]) };
  const late = nodeArtifactHost({ roots: () => roots, trusted: () => true });
  assert.equal(shown(await late.look(at('rules.yaml', 'late'))), 'absent-root');
  write('late/rules.yaml', 'groups: []\n');
  assert.equal(shown(await late.look(at('rules.yaml', 'late'))), 'file');
});

test('list: what git would look at, without links, sorted', async () => {
  const yaml = await host.list(at(''), (path) => path.endsWith('.yaml'), 100);
  assert.deepEqual(yaml.kind === 'read' && yaml.facts.paths, [
    'denied.yaml',
    'latin.yaml',
    'marked.yaml',
    'nul.yaml',
    'observability/alerts.yaml',
    'wide.yaml',
  ]);
  assert.equal(yaml.kind === 'read' && yaml.facts.whole, true);
  const some = await host.list(at(''), (path) => path.endsWith('.yaml'), 2);
  assert.deepEqual(some, { kind: 'read', facts: { paths: ['denied.yaml', 'latin.yaml'], whole: false } });
});

function at(path: string, root = ''): ArtifactPath {
  return { root, path };
}

function shown(answer: Answer<unknown>): unknown {
  return answer.kind === 'read' ? answer.facts : answer.why;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}
