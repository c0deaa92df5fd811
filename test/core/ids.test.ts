import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, definitionsOf, idsAt, referringPaths, usesOf } from '../../core/src/index.ts';
import { fields } from '../../core/src/spec/fields.generated.ts';
import { today } from '../support/carets.ts';
import { examples } from '../support/examples.ts';

/** `|` is the cursor; each use is shown as its line, `=` before a definition. */
function uses(source: string): readonly string[] {
  const offset = source.indexOf('|');
  const text = source.slice(0, offset) + source.slice(offset + 1);
  const analysis = check(text, { asOf: today });
  return usesOf(analysis, idsAt(analysis, offset)).map(({ kind, span }) => {
    const line = text.slice(0, span.start).split(/\r\n|\n|\r/).length;
    return `${kind === 'definition' ? '=' : ''}${line} ${text.slice(span.start, span.end)}`;
  });
}

const table: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
  ['an owner, from its key', 'system:\n  owner: ops\nowners:\n  o|ps:\n    team: x\n', ['2 ops', '=4 ops']],
  ['an owner, from its use', 'system:\n  owner: |ops\nowners:\n  ops:\n    team: x\n', ['2 ops', '=4 ops']],
  [
    'in a list, in brackets and in braces',
    'sources: { letters: {} }\nindexes:\n  a:\n    from: [letters|]\n  b:\n    from:\n      - letters\n',
    ['=1 letters', '4 letters', '7 letters'],
  ],
  ['in quotes', 'system: { owner: "ops" }\nowners:\n  \'op|s\': {}\n', ['1 ops', '=3 ops']],
  [
    'in a moment',
    'models:\n  e:\n    role: generate\noperations:\n  triggers:\n    x:\n      when: [30d before |e.retires]\n',
    ['=2 e', '7 e'],
  ],
  [
    'a section that is named',
    'evaluation:\n  gate: {}\noperations:\n  changes:\n    prompt:\n      tested_by: evaluation|.gate\n',
    ['=2 gate', '6 evaluation.gate'],
  ],
  [
    'of one kind only',
    'owners: { a: {} }\nmodels:\n  |a:\n    owner: a\nindexes:\n  i:\n    embedding: a\n',
    ['=3 a', '7 a'],
  ],
  [
    'of several kinds, where a value may mean each',
    'owners: { a: {} }\nsources: { a: {} }\nsystem: { owner: a }\nmonitoring:\n  metrics:\n    m: { kind: quality, by: |a }\n',
    ['=1 a', '=2 a', '3 a', '6 a'],
  ],
  ['what nothing defines', 'system:\n  owner: |ops\nmodels:\n  m:\n    owner: ops\n', ['2 ops', '5 ops']],
  ['a word that stands for itself', 'governance:\n  untrusted:\n    sources: [|uploads]\n', []],
  ['defined twice', 'owners:\n  ops: {}\n  |ops: {}\nsystem: { owner: ops }\n', ['=2 ops', '=3 ops', '4 ops']],
  ['by an alias', 'system:\n  owner: &o ops\nowners:\n  |ops: {}\nmodels:\n  m:\n    owner: *o\n', ['2 ops', '=4 ops']],
  ['no id', 'system:\n  name: |ops\nowners:\n  ops: {}\n', []],
  ['a placeholder', 'system:\n  owner: |TODO\n', []],
  ['a comment', 'owners:\n  ops: {} # |ops\n', []],
  ['an empty file', '|', []],
];

for (const [name, source, expected] of table) {
  test(`uses of an id: ${name}`, () => {
    assert.deepEqual(uses(source), expected);
    assert.deepEqual(uses(source.replaceAll('\n', '\r\n')), expected);
  });
}

test('an exception is about what its rule looks at', () => {
  const text = (rule: string) =>
    `apiVersion: ai-system/v1\nsystem: { type: rag }\nevaluation:\n  answers:\n    grounded: { target: 0.9 }\nmonitoring:\n  alerts:\n    grounded: { severity: page }\nwaivers:\n  - rule: ${rule}\n    where: |grounded\n`;
  assert.deepEqual(uses(text('alert-complete')), ['=8 grounded', '11 grounded']);
  assert.deepEqual(uses(text('no-such-rule')), ['=5 grounded', '=8 grounded', '11 grounded']);
});

test('every value of the examples that the schema says refers to an id leads to its definition, and back', () => {
  const seen = new Set<string>();
  for (const { text, asOf } of examples) {
    const analysis = check(text, { asOf });
    for (const { field, node, placeholder } of analysis.doc.places) {
      if (field?.refers === undefined || node?.kind !== 'scalar' || placeholder) continue;
      const ids = idsAt(analysis, node.span.end);
      if (ids.length === 0) continue; // A date, a reference or a word may stand there too.
      seen.add(field.path);
      const all = usesOf(analysis, ids);
      assert.ok(
        all.some(({ node: one }) => one === node),
        field.path,
      );
      const definitions = all.filter(({ kind }) => kind === 'definition');
      assert.deepEqual(
        definitionsOf(analysis, ids).map(({ path, span }) => [path, span]),
        definitions.map(({ place, span }) => [place.path, span]),
      );
      assert.deepEqual(
        referringPaths(analysis, ids),
        all.filter(({ kind }) => kind === 'reference').map(({ place }) => place.path),
      );
      const [definition] = definitions;
      assert.ok(definition !== undefined, `${field.path}: ${node.value}`);
      const back = usesOf(analysis, idsAt(analysis, definition.span.start));
      assert.ok(
        back.some(({ node: one }) => one === node),
        field.path,
      );
    }
  }
  const all = fields.filter(({ refers }) => refers !== undefined).map(({ path }) => path);
  const rare = all.filter((path) => !seen.has(path));
  assert.ok(rare.length < 8, `not in the examples: ${rare.join(', ')}`);
});

for (const [name, text, id, expected] of [
  ['one key that an alias repeats', 'sources: &m\n  s:\n    what: Claims\nmodels: *m\n', 's', [['sources', 's']]],
  ['in a second section of that name', 'owners:\n  a: {}\nowners:\n  b: {}\n', 'b', [['owners', 'b']]],
  [
    'two keys that are the same',
    'owners:\n  a: {}\n  a: {}\n',
    'a',
    [
      ['owners', 'a'],
      ['owners', 'a'],
    ],
  ],
  ['nothing', 'owners:\n  a: {}\nsources:\n', 'c', []],
] as const) {
  test(`where an id is defined: ${name}`, () => {
    const ids = ['owners', 'sources', 'models'].map((section) => ({ section, name: id, fixed: false }));
    const found = definitionsOf(check(text, { asOf: '2026-11-22' }), ids);
    assert.deepEqual(
      found.map(({ path }) => path),
      expected,
    );
  });
}
