import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sizeIfTooLarge } from '../../core/src/decode.ts';
import { decode, largestFile, tooLarge } from '../../core/src/index.ts';

describe('bytes as text', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, text: string, bom: boolean])[] = [
    ['nothing', Buffer.from(''), '', false],
    ['UTF-8', Buffer.from('a: é𝒳\n'), 'a: é𝒳\n', false],
    ['a byte order mark is taken off and remembered', Buffer.from('\ufeffa: 1'), 'a: 1', true],
    ['a second one is text', Buffer.from('\ufeff\ufeffa: 1'), '\ufeffa: 1', true],
    ['one byte', Buffer.from('a'), 'a', false],
    ['NUL alone', Buffer.from([0]), '\0', false],
    ['NUL in the middle', Buffer.from('a: x\0y'), 'a: x\0y', false],
    ['broken UTF-8', Buffer.from([0x61, 0xff, 0x62]), 'a\ufffdb', false],
    ['a surrogate as UTF-8', Buffer.from([0xed, 0xa0, 0x80]), '\ufffd\ufffd\ufffd', false],
  ];
  for (const [name, bytes, text, bom] of cases) {
    test(name, () => assert.deepEqual(decode(bytes), { kind: 'text', text, bom }));
  }
});

describe('bytes that are refused', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
    ['UTF-16 LE', Buffer.from('\ufeffa: 1', 'utf16le'), /UTF-16/],
    ['UTF-16 BE', Buffer.from('\ufeffa: 1', 'utf16le').swap16(), /UTF-16/],
    ['UTF-16 LE without a mark', Buffer.from('a: 1', 'utf16le'), /UTF-16/],
    ['UTF-16 BE without a mark', Buffer.from('a: 1', 'utf16le').swap16(), /UTF-16/],
    ['UTF-32 BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), /UTF-32/],
    ['one byte too many', Buffer.alloc(largestFile + 1, 'a'), /3 MB; a spec has at most 2/],
  ];
  for (const [name, bytes, message] of cases) {
    test(name, () => {
      const decoded = decode(bytes);
      assert.ok(decoded.kind === 'refused');
      assert.equal(decoded.rule, 'unreadable-file');
      assert.match(decoded.message, message);
    });
  }
});

test('the largest file is still read', () => {
  assert.equal(decode(Buffer.alloc(largestFile, 'a')).kind, 'text');
  assert.match(tooLarge(10_000_000), /10 MB/);
});

test('the size of a text is its size as UTF-8', () => {
  for (const letter of ['a', 'é', '€', '𝒳']) {
    const bytes = Buffer.byteLength(letter);
    const most = Math.floor(largestFile / bytes);
    assert.equal(sizeIfTooLarge(letter.repeat(most)), undefined, letter);
    assert.equal(sizeIfTooLarge(letter.repeat(most + 1)), (most + 1) * bytes, letter);
  }
});
