import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits, minimalEdits } from '../../core/src/index.ts';
import { examples } from '../support/examples.ts';
import { mutate } from '../support/mutations.ts';
import { random } from '../support/random.ts';

describe('edits from one text to another', () => {
  const cases: readonly (readonly [
    name: string,
    before: string,
    after: string,
    edits: readonly (readonly [number, number, string])[],
  ])[] = [
    ['the same', 'a\nb\n', 'a\nb\n', []],
    ['a line more', 'a\nb\n', 'a\nx\nb\n', [[2, 2, 'x\n']]],
    ['a line less', 'a\nx\nb\n', 'a\nb\n', [[2, 4, '']]],
    ['another line', 'a\nx\nb\n', 'a\ny\nb\n', [[2, 4, 'y\n']]],
    [
      'in two places',
      'a\nb\nc\n',
      'x\na\nb\ny\nc\n',
      [
        [0, 0, 'x\n'],
        [4, 4, 'y\n'],
      ],
    ],
    ['a last line without an end', 'a\nb', 'a\nb\nc', [[2, 3, 'b\nc']]],
    ['everything', 'a\n', 'b\n', [[0, 2, 'b\n']]],
    ['from nothing', '', 'a\n', [[0, 0, 'a\n']]],
    ['to nothing', 'a\n', '', [[0, 2, '']]],
    ['with CRLF', 'a\r\nb\r\n', 'a\r\nx\r\nb\r\n', [[3, 3, 'x\r\n']]],
    ['other line ends', 'a\nb\n', 'a\r\nb\r\n', [[0, 4, 'a\r\nb\r\n']]],
  ];
  for (const [name, before, after, edits] of cases) {
    test(name, () => {
      const made = minimalEdits(before, after);
      assert.deepEqual(
        made.map(({ span, text }) => [span.start, span.end, text]),
        edits,
      );
      assert.equal(applyEdits(before, made), after);
    });
  }
});

test('applied, they always give the other text', () => {
  const rng = random(5);
  for (let round = 0; round < 300; round += 1) {
    const before = mutate(rng.pick(examples).text, rng);
    const after = mutate(before, rng);
    const edits = minimalEdits(before, after);
    assert.equal(applyEdits(before, edits), after);
    for (const [index, { span }] of edits.entries()) assert.ok(index === 0 || edits[index - 1]!.span.end < span.start);
  }
});
