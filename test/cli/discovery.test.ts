import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Files, folder, has, put, run } from './command.ts';
import { clean } from './specs.ts';

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly args?: readonly string[];
  /** Where the command runs. */
  readonly at?: string;
  /** Paths as they are shown, in their order. */
  readonly found: readonly string[];
  /** A tree that is not a repository of git. */
  readonly noGit?: true;
}

const cases: readonly Case[] = [
  {
    name: 'the four names, sorted, and no other',
    files: {
      'b/ai-system.yml': clean,
      'ai-system.yaml': clean,
      'a.ai-system.yaml': clean,
      'b/c.ai-system.yml': clean,
      'my-ai-system.yaml': clean,
      'ai-system.yaml.bak': clean,
      'ai-system.config.yaml': '',
      'ai-system.json': clean,
    },
    found: ['a.ai-system.yaml', 'ai-system.yaml', 'b/ai-system.yml', 'b/c.ai-system.yml'],
  },
  {
    name: 'nothing below .git and node_modules',
    files: {
      'ai-system.yaml': clean,
      '.git/ai-system.yaml': clean,
      'node_modules/x/ai-system.yaml': clean,
      'a/node_modules/ai-system.yaml': clean,
    },
    found: ['ai-system.yaml'],
  },
  {
    name: 'hidden folders are folders',
    files: { '.github/ai-system.yaml': clean },
    found: ['.github/ai-system.yaml'],
  },
  {
    name: 'the deepest .gitignore has the last word',
    files: {
      '.gitignore': 'draft.*\n/out/\n',
      'ai-system.yaml': clean,
      'draft.ai-system.yaml': clean,
      'out/ai-system.yaml': clean,
      'a/out/ai-system.yaml': clean,
      'a/.gitignore': '!draft.*\nsecret/\n',
      'a/draft.ai-system.yaml': clean,
      'a/b/draft.ai-system.yaml': clean,
      'a/secret/ai-system.yaml': clean,
      'secret/ai-system.yaml': clean,
    },
    found: [
      'a/b/draft.ai-system.yaml',
      'a/draft.ai-system.yaml',
      'a/out/ai-system.yaml',
      'ai-system.yaml',
      'secret/ai-system.yaml',
    ],
  },
  {
    name: 'a folder that is let in again is let in with what is in it',
    files: {
      '.gitignore': 'keep/\n',
      'a/.gitignore': '!keep/\n',
      'a/keep/ai-system.yaml': clean,
      'keep/ai-system.yaml': clean,
    },
    found: ['a/keep/ai-system.yaml'],
  },
  {
    name: 'nothing is let in again inside an ignored folder',
    files: { '.gitignore': 'out/\n', 'out/.gitignore': '!*\n', 'out/ai-system.yaml': clean, 'ai-system.yaml': clean },
    found: ['ai-system.yaml'],
  },
  {
    name: 'a pattern that names a file leaves a folder of that name alone',
    files: {
      '.gitignore': '*.tmp.ai-system.yaml\n# comment.ai-system.yaml\n\\#x.ai-system.yaml\nspaced.ai-system.yaml   \n',
      'x.tmp.ai-system.yaml': clean,
      '#x.ai-system.yaml': clean,
      'spaced.ai-system.yaml': clean,
      'y.ai-system.yaml': clean,
      'Y2.TMP.ai-system.yaml': clean,
    },
    found: ['Y2.TMP.ai-system.yaml', 'y.ai-system.yaml'],
  },
  {
    name: 'the rules of the folders above count',
    files: {
      '.gitignore': 'draft/\n',
      'a/.gitignore': 'b/x/\n',
      'a/b/draft/ai-system.yaml': clean,
      'a/b/x/ai-system.yaml': clean,
      'a/b/ai-system.yaml': clean,
    },
    at: 'a/b',
    found: ['ai-system.yaml'],
  },
  {
    name: 'a folder that is named is wanted, ignored or not',
    files: { '.gitignore': 'out/\n', 'out/deep/ai-system.yaml': clean },
    args: ['out'],
    found: ['out/deep/ai-system.yaml'],
  },
  {
    name: 'a file that is named is wanted, ignored or not',
    files: { '.gitignore': '*\n', 'ai-system.yaml': clean },
    args: ['ai-system.yaml'],
    found: ['ai-system.yaml'],
  },
  {
    name: 'folders and files together, each file once',
    files: { 'a/ai-system.yaml': clean, 'b/ai-system.yaml': clean, 'c.txt': clean },
    args: ['c.txt', 'a', './a/ai-system.yaml', 'b/../a'],
    found: ['a/ai-system.yaml', 'c.txt'],
  },
  {
    name: 'what lies elsewhere is shown as the way there',
    files: { 'a/ai-system.yaml': clean, 'b/ai-system.yaml': clean },
    at: 'b',
    args: ['..'],
    found: ['../a/ai-system.yaml', 'ai-system.yaml'],
  },
  {
    name: '.git/info/exclude counts too',
    files: { '.git/info/exclude': 'mine.*\n', 'mine.ai-system.yaml': clean, 'ai-system.yaml': clean },
    found: ['ai-system.yaml'],
  },
  {
    name: '.gitignore counts without git as well',
    files: { '.gitignore': 'out/\n', 'out/ai-system.yaml': clean, 'ai-system.yaml': clean },
    noGit: true,
    found: ['ai-system.yaml'],
  },
  {
    name: 'a .gitignore with a byte order mark and Windows line ends',
    files: {
      '.gitignore': '\ufeffout/\r\ndraft.*\r\n',
      'out/ai-system.yaml': clean,
      'draft.ai-system.yaml': clean,
      'ai-system.yaml': clean,
    },
    found: ['ai-system.yaml'],
  },
];

for (const { name, files, args = [], at = '.', found, noGit } of cases) {
  test(`finds: ${name}`, (t) => {
    const root = folder(t, files);
    if (!noGit) mkdirSync(join(root, '.git'), { recursive: true });
    assert.deepEqual(specs(['check', ...args], join(root, at)), found);
  });
}

test('finds what git would list', { skip: !has('git', '--version') && 'git is not installed' }, (t) => {
  const trees: readonly Files[] = [
    ...cases.filter(({ noGit }) => !noGit).map(({ files }) => files),
    {
      '.gitignore': '*.a.ai-system.yaml\n!k?ep.a.*\nfoo/**/bar/\n/x/*/y\n[ab]1/\n**/deep\nq\\ r/\n',
      ...Object.fromEntries(
        [
          '',
          'foo/',
          'foo/one/',
          'foo/one/bar/',
          'foo/bar/',
          'bar/',
          'x/1/y/',
          'x/1/2/y/',
          'a1/',
          'c1/',
          'p/deep/',
          'q r/',
        ].flatMap((at) => [
          [`${at}ai-system.yaml`, clean],
          [`${at}keep.a.ai-system.yaml`, clean],
          [`${at}drop.a.ai-system.yaml`, clean],
        ]),
      ),
    },
  ];
  for (const files of trees) {
    const root = folder(t);
    execFileSync('git', ['init', '-q', root]);
    const kept = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.git/')));
    for (const [path, content] of Object.entries(kept)) put(root, path, content);
    const listed = execFileSync('git', ['-c', 'core.quotePath=off', 'ls-files', '-o', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    const expected = listed
      .split('\n')
      .filter((path) => /(^|\/)(.*\.)?ai-system\.ya?ml$/.test(path) && !/(^|\/)node_modules\//.test(path));
    assert.deepEqual(specs(['check'], root), expected.toSorted());
    rmSync(root, { recursive: true });
  }
});

test('links: to folders are not followed, to files only inside, circles do no harm', (t) => {
  const outside = folder(t, { 'secret.yaml': clean });
  const root = folder(t, { 'a/ai-system.yaml': clean, 'shared/spec.yaml': clean });
  mkdirSync(join(root, '.git'));
  symlinkSync('..', join(root, 'a/up'));
  symlinkSync(root, join(root, 'a/root'));
  symlinkSync('../shared/spec.yaml', join(root, 'a/linked.ai-system.yaml'));
  symlinkSync(join(outside, 'secret.yaml'), join(root, 'a/stolen.ai-system.yaml'));
  symlinkSync('shared', join(root, 'folder.ai-system.yaml'));
  assert.deepEqual(specs(['check'], root), ['a/ai-system.yaml', 'a/linked.ai-system.yaml']);
  assert.deepEqual(
    specs(['check', 'a/stolen.ai-system.yaml'], root),
    ['a/stolen.ai-system.yaml'],
    'whoever names it wants it',
  );
});

test('a .gitignore full of stars takes no time', (t) => {
  const name = `${'a/'.repeat(60)}ai-system.yaml`;
  const root = folder(t, { '.gitignore': `${'**/a/'.repeat(8)}z\n${'*a'.repeat(40)}z\n`, [name]: clean });
  mkdirSync(join(root, '.git'));
  const start = Date.now();
  assert.deepEqual(specs(['check'], root), [name]);
  assert.ok(Date.now() - start < 5000);
});

function specs(args: readonly string[], cwd: string): readonly string[] {
  const { stdout, stderr, code } = run([...args, '--format', 'json', '--allow-empty'], { cwd });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout).specs.map(({ path }: { path: string }) => path);
}
