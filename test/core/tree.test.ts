import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseYaml } from '../../core/src/yaml/parse.ts';
import type { AnyNode } from '../../core/src/yaml/tree.ts';

describe('a tree says what the text says', () => {
  const cases: readonly (readonly [name: string, text: string, said: unknown])[] = [
    ['numbers stay as written', 'a: 1.10\nb: 0x1F\nc: 1_000\n', { a: '1.10', b: '0x1F', c: '1_000' }],
    ['words of other YAML versions are words', 'a: yes\nb: On\nc: true\n', { a: 'yes', b: 'On', c: 'true' }],
    ['dates are text', 'a: 2026-11-22\n', { a: '2026-11-22' }],
    [
      'nothing is nothing, in quotes it is text',
      'a:\nb: ~\nc: null\nd: ""\ne: "~"\n',
      { a: undefined, b: undefined, c: undefined, d: '', e: '~' },
    ],
    ['escapes', "a: \"x\\ty\\u00e9\"\nb: 'it''s'\n", { a: 'x\tyé', b: "it's" }],
    ['blocks of text', 'a: |\n  x\n   y\nb: >-\n  x\n  y\n', { a: 'x\n y\n', b: 'x y' }],
    ['lists', 'a: [x, y]\nb:\n- x\n-\n- - z\n', { a: ['x', 'y'], b: ['x', undefined, ['z']] }],
    ['keys in quotes', '"a b": 1\n', { 'a b': '1' }],
    ['aliases', 'a: &x [1]\nb: *x\n', { a: ['1'], b: ['1'] }],
    ['an anchor given twice', 'a: &x 1\nb: &x 2\nc: *x\n', { a: '1', b: '2', c: '2' }],
    ['lines that end in CR', 'a: 1\rb:\r  c: 2\r', { a: '1', b: { c: '2' } }],
    ['a byte order mark', '\ufeffa: 1\n', { a: '1' }],
    ['keys that Object knows', '__proto__: 1\nconstructor: 2\n', { ['__proto__']: '1', constructor: '2' }],
  ];
  for (const [name, text, said] of cases) {
    test(name, () => {
      const { root, problems } = parseYaml(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(plain(root), said);
    });
  }
});

describe('a span is the token a person would edit', () => {
  const cases: readonly (readonly [text: string, token: string])[] = [
    ['a: x # c\n', 'x'],
    ['a: "x y"  \n', '"x y"'],
    ['a: x\n  y\nb: 1\n', 'x\n  y'],
    ['a: |\n  x\n\n\nb: 1\n', '|\n  x'],
    ['a: |-\n  x\n', '|-\n  x'],
    ['a: |+\n  x\n\nb: 1\n', '|+\n  x\n'],
    ['a: >\r\n  x\r\nb: 1\r\n', '>\r\n  x'],
    ['a:\n  b: 1 # c\n\n# d\nc: 1\n', 'b: 1'],
    ['a:\n  b:\n\n# d\nc: 1\n', 'b'],
    ['a:\n- x\n# d\nc: 1\n', '- x'],
    ['a:\n- x\n-\n\n# d\nc: 1\n', '- x\n-'],
    ['a: [ x ] # c\n', '[ x ]'],
    ['a: { b: 1 } # c\n', '{ b: 1 }'],
    ['a: 𝒳𝒴 # c\n', '𝒳𝒴'],
    ['é𝒳: 1\na: b\n', 'b'],
  ];
  for (const [text, token] of cases) {
    test(JSON.stringify(text), () => {
      const { root } = parseYaml(text);
      const node = root?.kind === 'mapping' ? root.get('a') : undefined;
      assert.equal(node && text.slice(node.span.start, node.span.end), token);
    });
  }
});

test('the first of two entries with one key is the one that is found, both are there', () => {
  const { root } = parseYaml('a: 1\nb: 2\na: 3\n');
  assert.ok(root?.kind === 'mapping');
  assert.equal((root.get('a') as { value?: unknown }).value, '1');
  assert.deepEqual(
    root.entries.map(({ key }) => key.value),
    ['a', 'b', 'a'],
  );
});

test('a mapping finds each of very many keys', () => {
  const { root } = parseYaml(Array.from({ length: 500 }, (_, index) => `k${index}: ${index}\n`).join(''));
  assert.ok(root?.kind === 'mapping');
  for (let index = 0; index < 500; index += 1)
    assert.equal((root.get(`k${index}`) as { value?: unknown }).value, String(index));
  assert.equal(root.get('k500'), undefined);
});

describe('what cannot be read is told in our words, at its place', () => {
  const cases: readonly (readonly [text: string, kind: string, token: string])[] = [
    ['a:\n\tb: 1\n', 'tab-indentation', '\t'],
    ['a: @b\n', 'reserved-start', '@'],
    ['a: `b`\n', 'reserved-start', '`'],
    ['a: * 2 * * *\n', 'alias-as-text', '* 2 * * *'],
    ['a: */15 * * * *\n', 'alias-as-text', '*/15 * * * *'],
    ['a: *b\n', 'alias-as-text', '*b'],
    ['a: > 0.8\n', 'comparison-as-block', '> 0.8'],
    ['a: |x\n', 'comparison-as-block', '|x'],
    ['a: b: c\n', 'colon-in-text', 'b: c'],
    ['a: 1\n---\nb: 2\n', 'several-documents', '---'],
    ['a: !x 1\n', 'unknown-tag', '!x'],
    ['a: &x [*x]\n', 'recursive-alias', '*x'],
    ['? [a]\n: b\n', 'complex-key', '[a]'],
    ['a: "b\nc: 1\n', 'syntax', '"b'],
    ["a:\n  - 'b\n\n", 'syntax', "'b"],
    ['a: "b\\"\n', 'syntax', '"b\\"'],
  ];
  for (const [text, kind, token] of cases) {
    test(JSON.stringify(text), () => {
      const problem = parseYaml(text).problems.find((one) => one.kind === kind);
      assert.ok(problem, JSON.stringify(parseYaml(text).problems));
      assert.equal(text.slice(problem.span.start, problem.span.end), token);
      assert.match(problem.message, /^[A-Z*].*\.$/);
    });
  }

  test('a hundred slips are told, a thousand are counted', () => {
    const { problems } = parseYaml('a: @b\n'.repeat(1000));
    assert.ok(problems.length > 100 && problems.length <= 201);
    assert.match(problems.at(-1)?.message ?? '', /^There are \d{3,} more/);
  });
});

test('numbers of levels and of aliased values have an end', () => {
  const kinds = (text: string) => parseYaml(text).problems.map(({ kind }) => kind);
  assert.deepEqual(kinds(`${'['.repeat(99)}${']'.repeat(99)}`), []);
  assert.deepEqual(kinds(`${'['.repeat(150)}${']'.repeat(150)}`), ['too-deep']);
  const list = (count: number) => `a: &a [${'x,'.repeat(100)}]\nb: [${'*a,'.repeat(count)}]\n`;
  assert.deepEqual(kinds(list(90)), []);
  assert.deepEqual(kinds(list(110)), ['too-many-aliases']);
});

function plain(node: AnyNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.value, plain(value)]));
}
