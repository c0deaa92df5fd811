import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineIndex } from '../../core/src/index.ts';

/** Each text of up to five of these. */
function* texts(length = 5): Generator<string> {
  yield '';
  if (length > 0) for (const rest of texts(length - 1)) for (const one of ['a', '\n', '\r']) yield one + rest;
}

test('a line ends with `\\n`, `\\r\\n` or a lone `\\r`, wherever they stand', () => {
  for (const text of texts()) {
    const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length);
    assert.deepEqual(lineIndex(text).lineStarts, [0, ...ends], JSON.stringify(text));
  }
});
