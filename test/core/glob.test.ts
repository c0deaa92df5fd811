import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGlob } from '../../core/src/glob.ts';

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['ai-system.yaml', ['ai-system.yaml'], ['a/ai-system.yaml', 'ai-systemXyaml']],
  ['./ai-system.yaml', ['ai-system.yaml'], []],
  ['pilots', ['pilots', 'pilots/a.yaml', 'pilots/a/b.yaml'], ['pilots2/a.yaml', 'a/pilots/b.yaml']],
  ['pilots/', ['pilots/a.yaml'], ['pilots2']],
  ['pilots/*', ['pilots/a.yaml', 'pilots/a/b.yaml'], ['pilots']],
  ['pilots/**', ['pilots/a.yaml', 'pilots/a/b.yaml'], ['other/a.yaml']],
  ['**/pilot/**', ['pilot/a.yaml', 'a/b/pilot/c/d.yaml'], ['pilots/a.yaml']],
  ['**', ['a', 'a/b/c'], []],
  ['*.ai-system.{yaml,yml}', ['x.ai-system.yaml', 'x.ai-system.yml'], ['ai-system.yaml', 'x.ai-system.json']],
  ['{a,b}/{c,d}', ['a/c', 'b/d/e'], ['a/e', 'c/a']],
  ['service-?/*', ['service-1/x'], ['service-12/x', 'service-/x']],
  ['a{b', ['a{b'], ['ab']],
  ['(a|b)+.yaml', ['(a|b)+.yaml'], ['a.yaml']],
  ['', [], ['a']],
];

for (const [glob, meant, others] of cases) {
  test(`glob: ${glob}`, () => {
    assert.deepEqual(
      meant.filter((path) => !matchesGlob(glob, path)),
      [],
    );
    assert.deepEqual(
      others.filter((path) => matchesGlob(glob, path)),
      [],
    );
  });
}

test('a glob of stars takes no time', () => {
  const start = Date.now();
  const path = `${'a/'.repeat(100)}${'a'.repeat(200)}`;
  for (const glob of ['**/'.repeat(160), '*a'.repeat(250), '{a,b}'.repeat(100), `**/${'*a'.repeat(100)}b`]) {
    assert.equal(matchesGlob(glob, `${path}c`), glob.startsWith('**/**'));
  }
  assert.ok(Date.now() - start < 2000);
});
