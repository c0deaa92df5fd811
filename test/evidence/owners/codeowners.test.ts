import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOwnersOf, type Dialect, readCodeOwners } from '../../../core/src/evidence/owners/codeowners.ts';
import { repository } from '../../support/repository.ts';

/** `path: line owners`, or `path: nobody` where a line takes it from everybody, or `path: -` where none is about it. */
function owns(name: string, dialect: Dialect, text: string, ...expected: readonly string[]): void {
  test(`${dialect}: ${name}`, () => {
    const owners = readCodeOwners(text, dialect);
    const found = expected.map((one) => {
      const path = one.slice(0, one.lastIndexOf(': '));
      const owned = owners.of(path);
      if (owned === undefined) return `${path}: -`;
      return `${path}: ${owned.line} ${owned.owners.join(' ') || 'nobody'}`;
    });
    assert.deepEqual(found, expected);
  });
}

owns(
  'the last match wins',
  'github',
  '* @a\n/prompts/ @b\nprompts/x.md @c',
  'a.md: 1 @a',
  'prompts/y.md: 2 @b',
  'prompts/x.md: 3 @c',
);
owns(
  'a name without a slash is anywhere',
  'github',
  '*.md @a\nprompts/ @b\nMakefile @c',
  'x/y/z.md: 1 @a',
  'x/prompts/z: 2 @b',
  'prompts: -',
  'x/Makefile: 3 @c',
  'x/makefile: -',
);
owns(
  'one with a slash is at the root',
  'github',
  'docs/adr @a\n/apps/ @b',
  'docs/adr/1.md: 1 @a',
  'x/docs/adr/1.md: -',
  'apps/x: 2 @b',
  'x/apps/y: -',
);
owns(
  'a star at the end is shallow',
  'github',
  'docs/* @a\n/* @b',
  'docs/x.md: 1 @a',
  'docs/adr/x.md: -',
  'x.md: 2 @b',
  'y/x.md: -',
);
owns(
  'two stars are deep',
  'github',
  'docs/** @a\n**/logs @b\n/a/**/z @c',
  'docs/x/y.md: 1 @a',
  'x/logs/y: 2 @b',
  'a/z: 3 @c',
  'a/b/c/z: 3 @c',
);
owns(
  'a line without owners takes the path from everybody',
  'github',
  '* @a\n/rules/\n',
  'rules/x.yaml: 2 nobody',
  'x: 1 @a',
);
owns('comments, also behind owners', 'github', '# /x @z\n/x @a # not @b\n/y # nobody\n', 'x: 2 @a', 'y: 3 nobody');
owns('spaces that are escaped', 'github', 'my\\ docs/ @a\n', 'my docs/x: 1 @a');
owns(
  'what GitHub does not read',
  'github',
  '* @a\n!x @b\n[ab].md @c\n\\#x @d\n/y owner\n/z @e @@\n',
  'x: 1 @a',
  'a.md: 1 @a',
  '#x: 1 @a',
  'y: 1 @a',
  'z: 1 @a',
);
owns(
  'mail addresses and teams',
  'github',
  '* ann@nordhafen.example @nordhafen/claims-ops\r\n',
  'x: 1 ann@nordhafen.example @nordhafen/claims-ops',
);
for (const dialect of ['github', 'gitlab'] as const) {
  owns(
    'braces are letters',
    dialect,
    '* @a\n/prompts/*.{md,txt} @b\n/{x,y}/ @c\n',
    'prompts/x.md: 1 @a',
    'prompts/x.{md,txt}: 2 @b',
    'x/1: 1 @a',
    '{x,y}/1: 3 @c',
  );
  owns('small and capital letters differ', dialect, '* @a\n/Prompts/ @b', 'prompts/x.md: 1 @a', 'Prompts/x.md: 2 @b');
  owns('a star keeps to its folder', dialect, '/a/*/z.md @a', 'a/b/z.md: 1 @a', 'a/b/c/z.md: -', 'a/z.md: -');
  owns(
    'the later line wins, not the longer one',
    dialect,
    '/prompts/answer.md @a\n/prompts/ @b',
    'prompts/answer.md: 2 @b',
  );
  owns('tabs and spaces around', dialect, '  /x/\t\t@a   @b  ', 'x/1: 1 @a @b');
}
owns('a slash alone covers nothing', 'github', '* @a\n/ @b', 'x: 1 @a');
owns('a slash alone covers everything', 'gitlab', '* @a\n/ @b', 'x: 2 @b', 'x/y: 2 @b');
owns(
  'one star alone is everything, behind a folder what stands in it',
  'github',
  '* @a\n/prompts/* @b\n/prompts/old/\n',
  'x/y/z: 1 @a',
  'prompts/a.md: 2 @b',
  'prompts/new/a.md: 1 @a',
  'prompts/old/a.md: 3 nobody',
);
owns(
  'two stars before and between',
  'github',
  '**/a.md @a\n/x/**/b.md @b\n/y/** @c',
  'a.md: 1 @a',
  'p/q/a.md: 1 @a',
  'x/b.md: 2 @b',
  'x/p/q/b.md: 2 @b',
  'y/p/q: 3 @c',
);
owns('one sign for one letter', 'github', '/v? @a', 'v1/x: 1 @a', 'v10/x: -');
owns('a comment right behind the path', 'github', '* @a\n/x #nobody\n/y#z @b', 'x: 2 nobody', 'y: 1 @a', 'y#z: 3 @b');
owns('a section of GitLab is no section of GitHub', 'github', '[Docs]\n* @a', 'x: 2 @a');

owns(
  'each section decides for itself',
  'gitlab',
  '* @a\n[Docs]\ndocs/ @b\n*.md @c\n^[Data][2]\ndocs/ @d',
  'docs/x.txt: 1 @a @b @d',
  'docs/x.md: 1 @a @c @d',
);
owns(
  'default owners of a section',
  'gitlab',
  '[Docs][2] @a @b\n/docs/\n/docs/x @c\n[Other]\n/other/',
  'docs/y: 2 @a @b',
  'docs/x: 3 @c',
  'other/x: 5 nobody',
);
owns('sections of one name are one', 'gitlab', '[Docs] @a\n/docs/\n[DOCS]\n/docs/x @b', 'docs/x: 4 @b');
owns(
  'paths without a slash in front begin anywhere',
  'gitlab',
  'docs/ @a\n/README @b\nx/y @c',
  'z/docs/1: 1 @a',
  'README: 2 @b',
  'z/README: -',
  'z/x/y: 3 @c',
);
owns(
  'a folder ends with a slash',
  'gitlab',
  '/docs @a\n/data/* @b\n/deep/**/* @c',
  'docs/x: -',
  'data/x: 2 @b',
  'data/x/y: -',
  'deep/x/y: 3 @c',
);
owns(
  'roles, nested groups, exclusions',
  'gitlab',
  '* @@maintainer @n/a/b\n!/gone/\n/gone/x @c',
  'x: 1 @@maintainer @n/a/b',
  'gone/x: -',
);
owns(
  'approvals and what is optional change no owners',
  'gitlab',
  '^[Docs] @a\n/docs/\n[Data][3] @b @c\n/docs/data/\n',
  'docs/x: 2 @a',
  'docs/data/x: 2 @a @b @c',
);
owns('a line with owners of its own has those only', 'gitlab', '[Docs] @a\n/docs/ @b', 'docs/x: 2 @b');
owns(
  'one of several letters: nobody can tell here',
  'gitlab',
  '* @a\n/[ab].md @b',
  'a.md: -',
  'c.md: -',
  'ab.md: 1 @a',
);
owns('owners in a comment count', 'gitlab', '/x @a # and @b', 'x: 1 @a @b');
owns('an escaped hash', 'gitlab', '\\#x @a', '#x: 1 @a');

const places: Readonly<Record<string, readonly [files: readonly string[], expected: string | undefined]>> = {
  nowhere: [['README.md'], undefined],
  'GitHub’s folder first': [['CODEOWNERS', '.github/CODEOWNERS', 'docs/CODEOWNERS'], '.github/CODEOWNERS github'],
  'then the root': [['CODEOWNERS', 'docs/CODEOWNERS'], 'CODEOWNERS github'],
  'GitLab looks at the root first': [['CODEOWNERS', '.gitlab/CODEOWNERS', '.gitlab-ci.yml'], 'CODEOWNERS gitlab'],
  'GitLab’s folder': [['.gitlab/CODEOWNERS'], '.gitlab/CODEOWNERS gitlab'],
};

for (const [name, [files, expected]] of Object.entries(places)) {
  test(`looks for the file: ${name}`, async () => {
    const { host } = repository({ files: Object.fromEntries(files.map((file) => [file, '* @a'])) });
    const answer = await codeOwnersOf('').answer(host);
    assert.equal(answer.kind, 'read');
    const facts = answer.kind === 'read' ? answer.facts : undefined;
    assert.equal(facts && `${facts.file.path} ${'owners' in facts ? facts.owners.dialect : facts.unread}`, expected);
  });
}

// Each is so long that what is not linear would not come to an end.
for (const [name, text] of Object.entries({
  nothing: '',
  'a megabyte of one character': 'x'.repeat(2 ** 20),
  'many stars': `${'*a'.repeat(4000)}b @a\n${'**/'.repeat(3000)}x @a`,
  'many lines': '/x @a\n'.repeat(50_000),
  garbage: String.fromCharCode(...Array.from({ length: 60_000 }, (_, n) => (n * 7919) % 65_536)),
  'names of every object': '__proto__ @constructor\n[__proto__]\n',
})) {
  for (const dialect of ['github', 'gitlab'] as const) {
    test(`hostile: ${name}, ${dialect}`, () => {
      const owned = readCodeOwners(text, dialect).of(`${'a/'.repeat(50)}${'a'.repeat(100)}`);
      assert.ok(owned === undefined || owned.line > 0);
    });
  }
}
