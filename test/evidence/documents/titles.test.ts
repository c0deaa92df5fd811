import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAsciiDoc, readPlain, readRst } from '../../../core/src/evidence/documents/titles.ts';

const rst: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'underlined, and over it': [
    '=====\nTitle\n=====\n\nPart\n----\ntext\n\n4. Queue Backlog\n~~~~~~~~~~~~~~~~\n',
    '2 1 title',
    '5 2 part',
    '9 3 queue-backlog',
  ],
  'a line that is too short, indented text, tables': [
    'Long title\n---\n\n  Code\n  ----\n\n===  ===\na    b\n===  ===\n',
  ],
  'comments and code in titles': ['.. Title\n.. -----\n\nThe ``run`` *now*\n-----------------\n', '4 1 the-run-now'],
};
const adoc: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'with = and with #': [
    '= Title\n:toc:\n\n== Queue Backlog (ARQ)\n=== `Deep` one\n## Other\n',
    '1 1 _title',
    '4 2 _queue_backlog_arq',
    '5 3 _deep_one',
    '6 2 _other',
  ],
  'blocks and comments hide': ['----\n== a\n----\n....\n== b\n....\n// == c\n////\n== d\n////\n== e\n', '11 2 _e'],
};

for (const [read, table] of [
  [readRst, rst],
  [readAsciiDoc, adoc],
] as const) {
  for (const [name, [text, ...expected]] of Object.entries(table)) {
    test(`${read.name}: ${name}`, () => {
      assert.deepEqual(
        read(text).headings.map(({ line, level, slug }) => `${line} ${level} ${slug}`),
        expected,
      );
    });
  }
}

test('anchors, of one’s own and by each renderer', () => {
  assert.deepEqual(
    [...readRst('.. _old-name:\n\n4. Queue\n--------\n').anchors],
    [
      ['old-name', 1],
      ['queue', 3],
      ['4-queue', 3],
    ],
  );
  assert.deepEqual(
    [...readAsciiDoc('[#own]\n[[other]]\n== A b\n').anchors],
    [
      ['own', 1],
      ['other', 2],
      ['_a_b', 3],
      ['a-b', 3],
    ],
  );
});

test('placeholders', () => {
  assert.deepEqual(readRst('Owner\n-----\n\nTBD\n').placeholders, [{ line: 4, text: 'TBD' }]);
  assert.deepEqual(readAsciiDoc('== TODO\n').placeholders, [{ line: 1, text: 'TODO' }]);
  assert.deepEqual(readPlain('You answer\n<your task here>\n').placeholders, [{ line: 2, text: '<your task here>' }]);
});

// Each is so long that what is not linear would not come to an end.
for (const read of [readRst, readAsciiDoc, readPlain]) {
  for (const text of [
    '',
    'x'.repeat(2 ** 20),
    '='.repeat(2 ** 20),
    '=\n'.repeat(2 ** 17),
    '[['.repeat(2 ** 18),
    '``'.repeat(2 ** 18),
  ]) {
    test(`hostile: ${read.name}, ${text.length} of ${JSON.stringify(text.slice(0, 4))}`, () => {
      assert.ok(read(text).headings.length >= 0);
    });
  }
}
