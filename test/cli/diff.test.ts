import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffBeside, unifiedDiff } from '../../cli/src/diff.ts';
import { folder, has, put, shell, text } from './command.ts';

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly diff: string;
}

const cases: readonly Case[] = [
  { name: 'nothing', before: 'a\n', after: 'a\n', diff: '' },
  { name: 'a line changes', before: 'a\nb\nc\n', after: 'a\nB\nc\n', diff: '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n' },
  {
    name: 'three lines around',
    before: '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
    after: '1\n2\n3\n4\nx\n6\n7\n8\n9\n',
    diff: '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n',
  },
  { name: 'into an empty file', before: '', after: 'a\n', diff: '@@ -0,0 +1 @@\n+a\n' },
  { name: 'out to an empty file', before: 'a\nb\n', after: '', diff: '@@ -1,2 +0,0 @@\n-a\n-b\n' },
  {
    name: 'the final newline',
    before: 'a\nb',
    after: 'a\nb\n',
    diff: '@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n',
  },
  {
    name: 'a carriage return is a part of its line',
    before: 'a\r\nb\r\n',
    after: 'a\nb\r\n',
    diff: '@@ -1,2 +1,2 @@\n-a\r\n+a\n b\r\n',
  },
];

for (const { name, before, after, diff } of cases) {
  test(`unified diff: ${name}`, () => {
    assert.equal(unifiedDiff('x.yaml', before, after), diff === '' ? '' : `--- a/x.yaml\n+++ b/x.yaml\n${diff}`);
  });
}

test('names that would break the line are quoted as git does', () => {
  assert.match(
    unifiedDiff('a"b\n\\c.yaml', 'x', 'y'),
    /^--- "a\/a\\"b\\012\\\\c\.yaml"\n\+\+\+ "b\/a\\"b\\012\\\\c\.yaml"\n/,
  );
});

test('git applies any diff to the same effect', { skip: !has('git', '--version') && 'git is not installed' }, (t) => {
  const random = generator(20_260_101);
  const at = folder(t);
  let script = 'set -e\n';
  const expected: string[] = [];
  for (let round = 0; round < 150; round++) {
    const before = lines(random, random(30));
    const after = mutate(before, random);
    const diff = unifiedDiff(`${round}.yaml`, before.join(''), after.join(''));
    put(at, `${round}.yaml`, before.join(''));
    put(at, `${round}.diff`, diff);
    if (diff !== '')
      script += `git apply --unidiff-zero --whitespace=nowarn ${round}.diff || { echo "diff ${round}"; exit 1; }\n`;
    expected.push(after.join(''));
  }
  const { code, stdout, stderr } = shell(script, { cwd: at });
  assert.equal(code, 0, stdout + stderr);
  for (const [round, content] of expected.entries()) assert.equal(text(at, `${round}.yaml`), content, `round ${round}`);
});

test('a text that changes in every line does not take long', () => {
  const before = Array.from({ length: 60_000 }, (_, at) => `line ${at}\r\n`).join('');
  const start = Date.now();
  const diff = unifiedDiff('x.yaml', before, before.replaceAll('\r', ''));
  assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
  assert.match(diff, /^@@ -1,60000 \+1,60000 @@$/m);
});

function lines(random: (below: number) => number, count: number): readonly string[] {
  const words = ['a', 'b', 'b', 'key: value', '', '- item', 'ä😀'];
  const made = Array.from({ length: count }, () => `${words[random(words.length)]}\n`);
  if (random(4) === 0 && made.length > 0) made[made.length - 1] = 'no newline';
  return made;
}

function mutate(before: readonly string[], random: (below: number) => number): readonly string[] {
  const after = before.flatMap((line) => {
    const dice = random(10);
    if (dice === 0) return [];
    if (dice === 1) return [`changed ${random(3)}\n`];
    return dice === 2 ? [`new ${random(3)}\n`, line] : [line];
  });
  // Only the last line may lack its end; and a file that vanishes is another story for git.
  const ended = after.map((line, at) => (at < after.length - 1 && !line.endsWith('\n') ? `${line}\n` : line));
  return ended.length === 0 || before.length === 0 ? before : ended;
}

/** Reproducible: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('lines behind a hunk that is left out are counted without it', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `${index}\n`);
  const before = lines.join('');
  const after = lines.map((line, index) => (index === 10 ? 'secret\nmore\n' : index === 30 ? 'x\n' : line)).join('');
  const at = after.indexOf('secret');
  const hidden = { before: [], after: [{ start: at, end: at + 6 }] };
  const { diff, leftOut } = diffBeside('x.yaml', before, after, hidden);
  assert.deepEqual(leftOut, [11]);
  assert.match(diff, /^--- a\/x\.yaml\n\+\+\+ b\/x\.yaml\n@@ -28,7 \+28,7 @@\n/);
  assert.doesNotMatch(diff, /secret/);
  const beside = before.indexOf('\n8\n') + 1;
  assert.equal(
    diffBeside('x.yaml', before, after, { before: [{ start: beside, end: beside + 1 }], after: [] }).leftOut.length,
    1,
  );
});
