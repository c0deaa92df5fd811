import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, check, type Finding } from '../../core/src/index.ts';
import { drawn, placed, today } from './carets.ts';

/** Our fixes come to rest in so many rounds. */
const mostRounds = 3;

/** The tests of one language rule. Each text is also tried with the line endings of Windows. */
export function language(id: string) {
  const own = (text: string): readonly Finding[] => {
    const { findings } = check(text, { asOf: today, stage: 'production' });
    return findings.filter(({ rule }) => rule === id || rule === 'internal-error');
  };
  const eachEnding = (name: string, run: (ended: (text: string) => string) => void): void => {
    test(name, () => run((text) => text));
    test(`${name}, CRLF`, () => run((text) => text.replaceAll('\n', '\r\n')));
  };

  return {
    /** `source` reports what its carets say; where `says` is given, in these words. */
    find(name: string, source: string, ...says: readonly RegExp[]): void {
      eachEnding(name, (ended) => {
        const { text, expected } = drawn(source);
        const seen = own(ended(text));
        const messages = seen.map(({ message }) => message).join('\n');
        assert.deepEqual(placed(ended(text), seen), expected, messages);
        for (const words of says) assert.match(messages, words);
      });
    },

    /** What the first fix of the first finding that has one makes of `source`; once it is `safe`, it needs no asking. */
    fixes(name: string, source: string, expected: string, how: 'safe' | 'asks'): void {
      eachEnding(`fix: ${name}`, (ended) => {
        const text = ended(drawn(source).text);
        const fix = own(text).flatMap(fixesOf)[0];
        assert.ok(fix, 'no fix is offered');
        assert.equal(applyEdits(text, fix.edits), ended(expected.replace(/^\n/, '')));
        assert.equal(fix.safe, how === 'safe', fix.title);
        converge(text, own);
      });
    },

    /** Nobody but the author knows what is right here. */
    fixless(name: string, source: string): void {
      eachEnding(`no fix: ${name}`, (ended) => {
        const found = own(ended(drawn(source).text));
        assert.notEqual(found.length, 0, 'nothing is found');
        assert.deepEqual(found.flatMap(fixesOf), []);
      });
    },
  };
}

/** Applies the first fix of a finding, and again, until no finding of the rule has one. */
function converge(source: string, own: (text: string) => readonly Finding[]): void {
  let text = source;
  const most = own(source).length * mostRounds;
  for (let round = 0; round <= most; round += 1) {
    const fix = own(text).flatMap(fixesOf)[0];
    if (fix === undefined) return;
    text = applyEdits(text, fix.edits);
  }
  assert.fail(`still not at rest:\n${text}`);
}

function fixesOf(finding: Finding) {
  return finding.fixes().filter(({ kind }) => kind === 'normalise' || kind === 'skeleton');
}
