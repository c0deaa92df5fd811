import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Answers, checkWithEvidence } from '../../core/src/index.ts';
import { lentFiles } from '../../server/src/files.lent.ts';
import { nodeFiles } from '../../server/src/files.node.ts';
import type { Files, RepositoryOptions, SpecRepository } from '../../server/src/files.ts';
import type { Lent } from '../../server/src/lent.ts';
import type { FileKind } from '../../server/src/protocol.ts';
import { canonicalUri, parentUri, pathBelow, uriBelow } from '../../server/src/uri.ts';
import { folder } from './session.ts';

/** What an editor in a browser would lend, out of a folder of this machine. */
const lent: Lent = {
  async stat(uri) {
    const stats = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    return { kind: kindOf(stats), size: stats.size, changed: stats.mtimeMs };
  },
  async read(uri) {
    try {
      return readFileSync(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    return readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [entry.name, kindOf(entry)]);
  },
};

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileKind {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
}

const files = lentFiles(lent);
const examples = pathToFileURL('examples').href;

const untrusted: RepositoryOptions = {
  config: undefined,
  workspace: undefined,
  roots: {},
  edited: () => undefined,
  trusted: () => false,
};

test('the same specs are found as on a disk', async () => {
  const there = await files.find(examples);
  const onDisk = await nodeFiles.find(examples);
  assert.ok(there.specs.length > 8);
  assert.deepEqual(there.specs.toSorted(), onDisk.specs.toSorted());
  assert.deepEqual(there.configs.toSorted(), onDisk.configs.toSorted());
});

for (const { name } of readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  if (name === 'field') continue;
  test(`${name}: the same findings as on a disk where nobody may ask git`, async () => {
    const text = readFileSync(join('examples', name, 'ai-system.yaml'), 'utf8');
    const found = async (of: Files) => {
      const uri = uriBelow(examples, `${name}/ai-system.yaml`);
      const repository = of.repository(uri, { ...untrusted, workspace: pathToFileURL('.').href });
      assert.ok(repository);
      const known = { folder: repository.folder, host: repository.host, answers: new Answers() };
      const { assessments, findings } = await checkWithEvidence(
        text,
        { asOf: '2026-11-22', stage: 'production' },
        known,
      );
      const states = assessments.map(({ rule, subject, state }) => `${rule} ${subject} ${state}`);
      return { states, findings: findings.map(({ rule, span }) => `${rule} ${span.start}`) };
    };
    const inBrowser = await found(files);
    assert.deepEqual(inBrowser, await found(nodeFiles));
    assert.ok(inBrowser.states.some((state) => state.endsWith(' proven')));
  });
}

const layout = {
  '.gitignore': 'secret*\n!kept/secret.txt\n',
  'ai-system.yaml': '',
  'secret.txt': 'x',
  'docs/a b.md': '# A\n',
  'docs/.gitignore': '*.tmp\n',
  'docs/x.tmp': '',
  'docs/deep/y.tmp': '',
  'kept/secret.txt': '',
  'node_modules/x/ai-system.yaml': '',
  'lfs.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
  'nul.txt': 'a\0b',
  '.git/config': 'x',
};

/** The hosts of a repository with these files. */
function repositoryAt(at: string, of: Files, options: Partial<RepositoryOptions> = {}): SpecRepository {
  const home = pathToFileURL(at).href;
  const wanted = { ...untrusted, workspace: home, roots: { gone: '../gone' }, ...options };
  const repository = of.repository(uriBelow(home, 'ai-system.yaml'), wanted);
  assert.ok(repository);
  return repository;
}

test('what git ignores is not listed, as on a disk', async (t) => {
  const at = folder(t, layout);
  const listed = async (of: Files) => {
    const { host } = repositoryAt(at, of);
    return host.list({ root: '', path: '' }, (path) => !path.endsWith('.gitignore'), 100);
  };
  const answer = await listed(files);
  assert.deepEqual(answer, await listed(nodeFiles));
  assert.ok(answer.kind === 'read');
  assert.deepEqual(answer.facts.paths, ['ai-system.yaml', 'docs/a b.md', 'kept/secret.txt', 'lfs.bin', 'nul.txt']);
  const { host } = repositoryAt(at, files);
  const below = await host.list({ root: '', path: 'docs/deep' }, () => true, 100);
  assert.deepEqual(below, { kind: 'read', facts: { paths: [], whole: true } }, 'the rules above hold below');
  const few = await host.list({ root: '', path: '' }, () => true, 1);
  assert.ok(few.kind === 'read' && !few.facts.whole && few.facts.paths.length === 1);
});

for (const [path, root, why] of [
  ['absent.md', '', 'absent'],
  ['docs', '', 'not-a-file'],
  ['lfs.bin', '', 'lfs-pointer'],
  ['nul.txt', '', 'not-text'],
  ['../elsewhere.md', '', 'outside'],
  ['docs/../../elsewhere.md', '', 'outside'],
  ['.git/config', '', 'outside'],
  ['a\\b', '', 'outside'],
  ['x.md', 'other', 'unknown-root'],
  ['x.md', 'gone', 'absent-root'],
] as const) {
  test(`is not read: ${root === '' ? '' : `${root}//`}${path}: ${why}`, async (t) => {
    const { host } = repositoryAt(folder(t, layout), files);
    assert.deepEqual(await host.text({ root, path }, 1_000), { kind: 'unread', why });
  });
}

test('what is too large is not fetched', async (t) => {
  const { host } = repositoryAt(folder(t, layout), files);
  assert.deepEqual(await host.text({ root: '', path: 'docs/a b.md' }, 3), { kind: 'unread', why: 'budget' });
});

test('nobody follows a link', async (t) => {
  const at = folder(t, layout);
  symlinkSync(join(at, '.git'), join(at, 'link'));
  const entries = await lent.list(pathToFileURL(at).href);
  assert.deepEqual(
    entries.find(([name]) => name === 'link'),
    ['link', 'other'],
  );
  const answer = await repositoryAt(at, files).host.list({ root: '', path: '' }, (path) => path.startsWith('link'), 9);
  assert.deepEqual(answer, { kind: 'read', facts: { paths: [], whole: true } });
});

test('what the editor holds counts, lines end, bytes are counted from both ends', async (t) => {
  const at = folder(t, { ...layout, 'three.txt': 'one\r\ntwo\nthree\n' });
  const { host } = repositoryAt(at, files, {
    edited: (uri) => (uri === pathToFileURL(join(at, 'docs/a b.md')).href ? '# B\n' : undefined),
  });
  assert.deepEqual(await host.text({ root: '', path: 'docs/a b.md' }, 100), { kind: 'read', facts: '# B\n' });
  const lines: string[] = [];
  const path = { root: '', path: 'three.txt' };
  const untilTwo = (line: string) => lines.push(line) < 2;
  assert.deepEqual(await host.lines(path, 100, untilTwo), { kind: 'read', facts: { ended: false } });
  assert.deepEqual(lines, ['one', 'two']);
  const last = await host.bytes(path, -6);
  assert.ok(last.kind === 'read' && new TextDecoder().decode(last.facts.bytes) === 'three\n' && last.facts.size === 15);
  assert.deepEqual(await host.lastChange('', ['three.txt'], '2026-11-22'), { kind: 'unread', why: 'no-history' });
});

test('one file has one URI, and a path in its repository', () => {
  const uri = 'vscode-vfs://github%2B7/org/repo/docs/a%20b.md';
  assert.equal(canonicalUri('vscode-vfs://github%2B7/org/repo/docs/a b.md'), uri);
  assert.equal(canonicalUri('file:///c%3A/x'), canonicalUri('file:///c:/x'));
  assert.equal(canonicalUri('untitled:Untitled-1'), 'untitled:Untitled-1');
  assert.equal(pathBelow('vscode-vfs://github%2B7/org/repo', uri), 'docs/a b.md');
  assert.equal(pathBelow('vscode-vfs://github%2B7/org/re', uri), undefined);
  assert.equal(uriBelow('vscode-vfs://github%2B7/org/repo/', './docs/a b.md'), uri);
  assert.equal(parentUri(uri), 'vscode-vfs://github%2B7/org/repo/docs');
  assert.equal(parentUri('mem:/docs/a.md'), 'mem:/docs');
  assert.equal(parentUri('mem:/a.md'), 'mem:/');
  assert.equal(parentUri('mem:/'), undefined);
  assert.equal(uriBelow('mem:/', 'a.md'), 'mem:/a.md');
  assert.equal(uriBelow('mem:/', ''), 'mem:/');
  assert.equal(pathBelow('mem:/', 'mem:/a.md'), 'a.md');
  assert.equal(parentUri('untitled:Untitled-1'), undefined);
});
