import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commentFrom } from '../../core/src/yaml/comments.ts';
import { parseYaml } from '../../core/src/yaml/parse.ts';

describe('comments are what YAML takes for comments', () => {
  const cases: readonly (readonly [name: string, text: string, comments: readonly string[]])[] = [
    ['alone, and behind a value', '# one\na: 1 # two\n  # three\nb: 2\n#four', ['# one', '# two', '# three', '#four']],
    ['not in text', 'a: x#y\nb: "x # y"\nc: \'# z\'\n', []],
    ['not in blocks of text', 'a: | # head\n  # text\n  x # text\n# end\n', ['# head', '# end']],
    ['in brackets', 'a: [ # one\n  x, # two\n]\n', ['# one', '# two']],
    ['at the end of a document', 'a: 1\n--- # one\nb: 2 # two\n', ['# one', '# two']],
    ['with CRLF', 'a: 1 # one\r\n# two\r\n', ['# one', '# two']],
    ['with CR alone', '# one\ra: 1 # two\r', ['# one', '# two']],
    ['with anything in it', '# "é𝒳: [\n', ['# "é𝒳: [']],
    ['in a text that cannot be read', 'a: [ # one\nb: "x # two\n', ['# one']],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => {
      const { comments } = parseYaml(text);
      assert.deepEqual(
        comments.map((comment) => comment.text),
        expected,
      );
      for (const comment of comments) assert.equal(text.slice(comment.span.start, comment.span.end), comment.text);
    });
  }
});

test('the first comment from a place on is found', () => {
  const text = '# a\nx: 1 # b\n# c\n';
  const { comments } = parseYaml(text);
  for (let offset = 0; offset <= text.length; offset += 1) {
    assert.equal(
      commentFrom(comments, offset),
      comments.find(({ span }) => span.start >= offset),
      String(offset),
    );
  }
  assert.equal(commentFrom([], 0), undefined);
});
