import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, type Edit } from '../../core/src/index.ts';
import { nodeAt } from '../../core/src/rules/subject.ts';
import { insertEntry, insertItem, removeEntry, renameKey, replaceScalar } from '../../core/src/yaml/edit.ts';
import { parseYaml } from '../../core/src/yaml/parse.ts';
import type { Draft } from '../../core/src/yaml/print.ts';
import type { Entry, Mapping, Scalar, Sequence } from '../../core/src/yaml/tree.ts';

/** Each case is a name, the text before, and the text after; a table says what is done. */
type Cases = readonly (readonly [name: string, before: string, after: string])[];

const order = ['first', 'a', 'b', 'new', 'z'];

describe('insertEntry', () => {
  entries('new: x into `top`, in the order first, a, b, new, z', ['top'], 'new', 'x', [
    ['block', 'top:\n  a: 1\n  b: 2\nend: 3\n', 'top:\n  a: 1\n  b: 2\n  new: x\nend: 3\n'],
    ['before what comes later', 'top:\n  a: 1\n  z: 2\n', 'top:\n  a: 1\n  new: x\n  z: 2\n'],
    ['before the first', 'top:\n  z: 2\n', 'top:\n  new: x\n  z: 2\n'],
    ['beside keys that nobody knows', 'top:\n  a: 1\n  other: 2\n', 'top:\n  a: 1\n  new: x\n  other: 2\n'],
    ['flow', 'top: { a: 1, z: 2 }\n', 'top: { a: 1, new: x, z: 2 }\n'],
    ['flow, before the first', 'top: { z: 2 }\n', 'top: { new: x, z: 2 }\n'],
    ['flow without blanks', 'top: {a: 1}\n', 'top: {a: 1, new: x}\n'],
    ['flow with a last comma', 'top: { a: 1, }\n', 'top: { a: 1, new: x, }\n'],
    ['flow, the last without a value', 'top: { a: 1, b: }\n', 'top: { a: 1, b:, new: x }\n'],
    ['flow, the last only a key', 'top: { a: 1, b }\n', 'top: { a: 1, b, new: x }\n'],
    ['flow, the last ~', 'top: { a: 1, b: ~ }\n', 'top: { a: 1, b: ~, new: x }\n'],
    ['flow over lines', 'top: {\n  a: 1, # one\n  z: 2\n}\n', 'top: {\n  a: 1, new: x, # one\n  z: 2\n}\n'],
    ['empty flow', 'top: {}\nend: 1\n', 'top: { new: x }\nend: 1\n'],
    ['empty flow over lines', 'top: {\n}\nend: 1\n', 'top: { new: x }\nend: 1\n'],
    ['empty flow on the next line', 'top:\n  {}\nend: 1\n', 'top:\n  { new: x }\nend: 1\n'],
    ['no value', 'top:\nend: 1\n', 'top:\n  new: x\nend: 1\n'],
    ['no value, and a comment', 'top: # about it\nend: 1\n', 'top: # about it\n  new: x\nend: 1\n'],
    ['no value, at the end of the file', 'top:', 'top:\n  new: x'],
    ['~', 'top: ~\nend: 1\n', 'top:\n  new: x\nend: 1\n'],
    ['null, and a comment', 'top: null # about it\nend: 1\n', 'top: # about it\n  new: x\nend: 1\n'],
    ['after a block of text', 'top:\n  a: |\n    x\n    y\nend: 1\n', 'top:\n  a: |\n    x\n    y\n  new: x\nend: 1\n'],
    [
      'after a block of text and blank lines',
      'top:\n  a: |\n    x\n\n\nend: 1\n',
      'top:\n  a: |\n    x\n  new: x\n\n\nend: 1\n',
    ],
    [
      'after a block of text that keeps its blank lines',
      'top:\n  a: |+\n    x\n\nend: 1\n',
      'top:\n  a: |+\n    x\n\n  new: x\nend: 1\n',
    ],
    ['after a folded block at the end', 'top:\n  a: >-\n    x\n    y', 'top:\n  a: >-\n    x\n    y\n  new: x'],
    ['after text over lines', 'top:\n  a: x\n    y\n  z: 1\n', 'top:\n  a: x\n    y\n  new: x\n  z: 1\n'],
    ['after a flow over lines', 'top:\n  a: [\n    1,\n  ]\n  z: 1\n', 'top:\n  a: [\n    1,\n  ]\n  new: x\n  z: 1\n'],
    [
      'after a nested mapping',
      'top:\n  a:\n    deep:\n      er: 1\nend: 1\n',
      'top:\n  a:\n    deep:\n      er: 1\n  new: x\nend: 1\n',
    ],
    [
      'after an empty item',
      'top:\n  a:\n    -\n\n# about the end\nend: 1\n',
      'top:\n  a:\n    -\n  new: x\n\n# about the end\nend: 1\n',
    ],
    ['CRLF', 'top:\r\n  a: 1\r\nend: 1\r\n', 'top:\r\n  a: 1\r\n  new: x\r\nend: 1\r\n'],
    ['lone CR', 'top:\r  a: 1\rend: 1\r', 'top:\r  a: 1\r  new: x\rend: 1\r'],
    ['no final newline', 'top:\n  a: 1', 'top:\n  a: 1\n  new: x'],
    ['no final newline, CRLF', 'top:\r\n  a: 1', 'top:\r\n  a: 1\r\n  new: x'],
    ['a byte order mark', '\ufefftop:\n  a: 1\n', '\ufefftop:\n  a: 1\n  new: x\n'],
    ['a comment behind', 'top:\n  a: 1 # one\nend: 1\n', 'top:\n  a: 1 # one\n  new: x\nend: 1\n'],
    [
      'a comment on the next section',
      'top:\n  a: 1\n# about the end\nend: 1\n',
      'top:\n  a: 1\n  new: x\n# about the end\nend: 1\n',
    ],
    [
      'a comment in the column of the keys',
      'top:\n  a: 1\n  # about z\n  z: 1\n',
      'top:\n  a: 1\n  new: x\n  # about z\n  z: 1\n',
    ],
    [
      'a comment below the entry',
      'top:\n  a:\n    b: 1\n    # more on a\n  z: 1\n',
      'top:\n  a:\n    b: 1\n    # more on a\n  new: x\n  z: 1\n',
    ],
    ['blank lines behind', 'top:\n  a: 1\n\nend: 1\n', 'top:\n  a: 1\n  new: x\n\nend: 1\n'],
    ['entries set apart', 'top:\n  a: 1\n\n  b: 2\n\n  z: 1\n', 'top:\n  a: 1\n\n  b: 2\n\n  new: x\n\n  z: 1\n'],
    ['indented by 4', 'top:\n    a: 1\n', 'top:\n    a: 1\n    new: x\n'],
    ['no value in a file indented by 4', 'one:\n    a: 1\ntop:\n', 'one:\n    a: 1\ntop:\n    new: x\n'],
    ['tabs between key and value', 'top:\n  a:\t1\t# one\n', 'top:\n  a:\t1\t# one\n  new: x\n'],
    ['blanks behind the last line', 'top:\n  a: 1  \n  ', 'top:\n  a: 1  \n  new: x\n  '],
    ['a quoted value', 'top:\n  a: "1"\n', 'top:\n  a: "1"\n  new: x\n'],
  ]);

  entries('into an item of a list', ['list', 0], 'new', 'x', [
    ['block', 'list:\n  - a: 1\n    b: 2\n  - a: 3\n', 'list:\n  - a: 1\n    b: 2\n    new: x\n  - a: 3\n'],
    ['nothing goes before the dash', 'list:\n  - z: 1\n', 'list:\n  - z: 1\n    new: x\n'],
    ['in the column of the key', 'list:\n- a: 1\nend: 1\n', 'list:\n- a: 1\n  new: x\nend: 1\n'],
    ['a wide dash', 'list:\n  -   a: 1\n', 'list:\n  -   a: 1\n      new: x\n'],
    ['flow', 'list:\n  - { a: 1 }\n', 'list:\n  - { a: 1, new: x }\n'],
    ['empty flow', 'list: [{}]\n', 'list: [{ new: x }]\n'],
  ]);

  entries('whatever is inserted', ['top'], 'key', { 'a b': ['x: y', '- z'], c: { d: '#e' }, f: '' }, [
    [
      'block',
      'top:\n  a: 1\n',
      'top:\n  a: 1\n  key:\n    a b:\n      - "x: y"\n      - "- z"\n    c:\n      d: "#e"\n    f: ""\n',
    ],
    [
      'indented by 4',
      'top:\n    a: 1\n',
      'top:\n    a: 1\n    key:\n        a b:\n            - "x: y"\n            - "- z"\n        c:\n            d: "#e"\n        f: ""\n',
    ],
    ['flow', 'top: { a: 1 }\n', 'top: { a: 1, key: { a b: ["x: y", "- z"], c: { d: "#e" }, f: "" } }\n'],
  ]);

  entries('on top of the file', [], 'new', 'x', [
    ['sections', 'a: 1\nz: 2\n', 'a: 1\nnew: x\nz: 2\n'],
    ['sections set apart', 'a:\n  x: 1\n\nz: 2\n', 'a:\n  x: 1\n\nnew: x\n\nz: 2\n'],
    ['the last of sections set apart', 'a: 1\n\nb: 2\n', 'a: 1\n\nb: 2\n\nnew: x\n'],
    ['nothing yet', '', 'new: x\n'],
    ['comments only', '# one\n', '# one\nnew: x\n'],
    ['comments only, no final newline', '# one', '# one\nnew: x'],
    ['flow', '{ a: 1 }\n', '{ a: 1, new: x }\n'],
    ['behind comments on top', '# one\n\nz: 2\n', '# one\n\nnew: x\nz: 2\n'],
  ]);
});

describe('insertItem', () => {
  table(
    'x into `list`',
    ['list'],
    ({ text, entry }) => {
      return insertItem(text, { sequence: entry.value as Sequence | undefined, holder: entry.key }, 'x');
    },
    [
      ['block', 'list:\n  - a\n  - b\nend: 1\n', 'list:\n  - a\n  - b\n  - x\nend: 1\n'],
      ['in the column of the key', 'list:\n- a\nend: 1\n', 'list:\n- a\n- x\nend: 1\n'],
      ['flow', 'list: [a, b]\n', 'list: [a, b, x]\n'],
      ['flow with a last comma', 'list: [a, ]\n', 'list: [a, x, ]\n'],
      ['flow over lines', 'list: [\n  a, # one\n  b # two\n]\n', 'list: [\n  a, # one\n  b, x # two\n]\n'],
      ['empty flow', 'list: []\n', 'list: [x]\n'],
      ['no value', 'list:\nend: 1\n', 'list:\n  - x\nend: 1\n'],
      ['~', 'list: ~\nend: 1\n', 'list:\n  - x\nend: 1\n'],
      ['mappings', 'list:\n  - a: 1\n    b: 2\n', 'list:\n  - a: 1\n    b: 2\n  - x\n'],
      ['after a block of text', 'list:\n  - |\n    a\n\nend: 1\n', 'list:\n  - |\n    a\n  - x\n\nend: 1\n'],
      ['after an empty item', 'list:\n  - a\n  -\nend: 1\n', 'list:\n  - a\n  -\n  - x\nend: 1\n'],
      [
        'after an empty item and a comment',
        'list:\n  - # none\n\n# end\nend: 1\n',
        'list:\n  - # none\n  - x\n\n# end\nend: 1\n',
      ],
      [
        'a comment below',
        'list:\n  - a\n    # more on a\n# end\nend: 1\n',
        'list:\n  - a\n    # more on a\n  - x\n# end\nend: 1\n',
      ],
      ['CRLF, no final newline', 'list:\r\n  - a', 'list:\r\n  - a\r\n  - x'],
      ['a list in a list', 'list:\n  - - a\n    - b\n', 'list:\n  - - a\n    - b\n  - x\n'],
    ],
  );

  table(
    'a mapping into `list`',
    ['list'],
    ({ text, entry }) => {
      return insertItem(
        text,
        { sequence: entry.value as Sequence | undefined, holder: entry.key },
        { a: 'b', c: ['d'] },
      );
    },
    [
      ['block', 'list:\n  - a: 1\n', 'list:\n  - a: 1\n  - a: b\n    c:\n      - d\n'],
      ['flow', 'list: [{ a: 1 }]\n', 'list: [{ a: 1 }, { a: b, c: [d] }]\n'],
      ['no value', 'list:\n', 'list:\n  - a: b\n    c:\n      - d\n'],
    ],
  );
});

describe('removeEntry', () => {
  table(
    '`key`, wherever it stands',
    [],
    ({ text, tree }) => {
      const holder = [tree, tree.get('top'), (tree.get('top') as Sequence | undefined)?.items?.[0]].find(
        (node) => node?.kind === 'mapping' && node.entry('key') !== undefined,
      ) as Mapping;
      return removeEntry(text, holder, holder.entry('key')!);
    },
    [
      ['block', 'top:\n  a: 1\n  key: 2\n  b: 3\n', 'top:\n  a: 1\n  b: 3\n'],
      ['with all below it', 'top:\n  key:\n    - a\n    - b: |\n        c\n  b: 3\n', 'top:\n  b: 3\n'],
      [
        'with its comment, not with its neighbours’',
        'top:\n  # one\n  key: 1 # two\n  # three\n  b: 3\n',
        'top:\n  # one\n  # three\n  b: 3\n',
      ],
      ['the only one', 'top:\n  key: 1\nend: 1\n', 'top:\nend: 1\n'],
      ['without a value', 'top:\n  key:\n  b: 3\n', 'top:\n  b: 3\n'],
      ['with ~', 'top:\n  key: ~\n  b: 3\n', 'top:\n  b: 3\n'],
      ['a section', 'a: 1\nkey:\n  x: 2\nb: 3\n', 'a: 1\nb: 3\n'],
      ['the last line, not ended', 'a: 1\nkey: 2', 'a: 1\n'],
      ['CRLF', 'a: 1\r\nkey: 2\r\nb: 3\r\n', 'a: 1\r\nb: 3\r\n'],
      ['flow, first', 'top: { key: 1, b: 2 }\n', 'top: { b: 2 }\n'],
      ['flow, middle', 'top: { a: 1, key: 2, b: 3 }\n', 'top: { a: 1, b: 3 }\n'],
      ['flow, last', 'top: { a: 1, key: 2 }\n', 'top: { a: 1 }\n'],
      ['flow, last, with a last comma', 'top: { a: 1, key: 2, }\n', 'top: { a: 1, }\n'],
      ['flow, the only one', 'top: { key: 1 }\n', 'top: {  }\n'],
      ['flow, the only one, with a last comma', 'top: { key: 1, }\n', 'top: {  }\n'],
      ['flow, without a value', 'top: { a: 1, key }\n', 'top: { a: 1 }\n'],
      ['flow, behind one without a value', 'top: { a: ~, key: 1 }\n', 'top: { a: ~ }\n'],
      ['first in an item', 'top:\n  - key: 1\n    b: 2\n', 'top:\n  - b: 2\n'],
      ['only in an item', 'top:\n  - key: 1\n', 'top:\n  - {}\n'],
    ],
  );
});

describe('replaceScalar and renameKey', () => {
  const scalar =
    (value: string) =>
    ({ text, entry }: Place) => {
      return replaceScalar(entry.value as Scalar, value, text.includes('{') ? 'flow' : 'block');
    };
  table('`key: a b`', ['key'], scalar('a b'), [
    ['plain', 'key: x # c\n', 'key: a b # c\n'],
    ['double quotes stay', 'key: "x"\n', 'key: "a b"\n'],
    ['single quotes become double ones', "key: 'x'\n", 'key: "a b"\n'],
    ['a block of text', 'key: |\n  x\n  y\nend: 1\n', 'key: a b\nend: 1\n'],
    ['a folded block at the end', 'key: >-\n  x\n  y', 'key: a b'],
    ['a block of text that keeps its blank lines', 'key: |+\n  x\n\nend: 1\n', 'key: a b\nend: 1\n'],
    ['over lines', 'key: x\n  y\nend: 1\n', 'key: a b\nend: 1\n'],
  ]);
  table('`key: [x], y`', ['key'], scalar('[x], y'), [
    ['needs quotes', 'key: x\n', 'key: "[x], y"\n'],
    ['in flow', 'key: x\nz: {}\n', 'key: "[x], y"\nz: {}\n'],
  ]);
  table('`key: x, y`', ['key'], scalar('x, y'), [
    ['block', 'key: x\n', 'key: x, y\n'],
    ['flow', 'key: x\nz: {}\n', 'key: "x, y"\nz: {}\n'],
  ]);
  for (const value of [
    '~',
    'null',
    'yes',
    '',
    ' x',
    'x ',
    '- x',
    '# x',
    'x # y',
    'x: y',
    'x:',
    '*x',
    '@x',
    '%x',
    '"x',
    "'x",
    '>x',
    '|x',
    '!x',
    '&x',
    'x\ny',
    '? x',
    '`x',
  ]) {
    test(`${JSON.stringify(value)} is read again as it was meant`, () => {
      const { root, problems } = parseYaml(
        applyEdits('key: x\n', [replaceScalar(entryOf('key: x\n', ['key']).value as Scalar, value)]),
      );
      assert.deepEqual(problems, []);
      assert.equal((root as Mapping<{ key: string }>).get('key')?.value, value);
    });
  }
  table('the key is called `a b`', ['key'], ({ entry }) => renameKey(entry.key, 'a b'), [
    ['plain', 'key: x\n', 'a b: x\n'],
    ['quoted', '"key": x\n', '"a b": x\n'],
    ['without a value', 'key:\n', 'a b:\n'],
  ]);
});

interface Place {
  readonly text: string;
  readonly tree: Mapping;
  readonly entry: Entry;
}

function table(what: string, path: readonly string[], edit: (place: Place) => Edit | undefined, cases: Cases): void {
  describe(what, () => {
    for (const [name, before, after] of cases) {
      test(name, () => {
        const entry = path.length === 0 ? ({} as Entry) : entryOf(before, path);
        becomes(before, edit({ text: before, tree: parseYaml(before).root as Mapping, entry }), after);
      });
    }
  });
}

function entries(what: string, path: readonly (string | number)[], key: string, value: Draft, cases: Cases): void {
  describe(what, () => {
    for (const [name, before, after] of cases) {
      test(name, () => {
        const { root } = parseYaml(before);
        const mapping = nodeAt(root, path) as Mapping | undefined;
        const holder = typeof path.at(-1) === 'string' ? entryOf(before, path).key : undefined;
        becomes(before, insertEntry(before, { mapping, holder }, key, value, order), after);
      });
    }
  });
}

function becomes(before: string, edit: Edit | undefined, after: string): void {
  assert.deepEqual(parseYaml(before).problems, [], 'the case itself can be read');
  assert.ok(edit);
  const made = applyEdits(before, [edit]);
  assert.equal(made, after);
  assert.deepEqual(parseYaml(made).problems, []);
}

function entryOf(text: string, path: readonly (string | number)[]): Entry {
  const holder = nodeAt(parseYaml(text).root, path.slice(0, -1)) as Mapping;
  return holder.entry(String(path.at(-1)))!;
}
