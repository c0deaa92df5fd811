import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type CheckOptions, check, type Stage } from '../../core/src/index.ts';
import { assertFindings, drawn, today } from './carets.ts';

type Judged = Partial<CheckOptions>;

/** The tests of one requirement: all other rules are left out, so that they may say what they like. */
export function requirement(id: string) {
  const options = (judged: Stage | Judged): CheckOptions => {
    return { asOf: today, stage: 'production', ...(typeof judged === 'string' ? { stage: judged } : judged) };
  };
  return {
    /** `source` reports what its carets say; where `says` is given, in these words. */
    find(name: string, source: string, judged: Stage | Judged = {}, ...says: readonly RegExp[]): void {
      test(name, () => {
        const seen = assertFindings(source, options(judged), [id]);
        for (const words of says) assert.match(seen.map(({ message }) => message).join('\n'), words);
      });
    },

    /** What is thought of each subject, each thought once, as `/sources/letters hollow`. */
    states(name: string, source: string, expected: readonly string[], judged: Stage | Judged = {}): void {
      test(name, () => {
        const { assessments } = check(drawn(source).text, options(judged));
        const own = assessments.filter(({ rule }) => rule === id);
        assert.deepEqual([...new Set(own.map(({ subject, state }) => `${subject} ${state}`))], expected);
      });
    },

    /** What the first fix of the only finding that offers one makes of `source`. */
    fixes(name: string, source: string, expected: string, judged: Stage | Judged = {}): void {
      test(name, () => {
        const { text } = drawn(source);
        const own = check(text, options(judged)).findings.filter(({ rule }) => rule === id);
        const fixes = own.flatMap((finding) =>
          finding
            .fixes()
            .filter(({ kind }) => kind !== 'waive')
            .slice(0, 1),
        );
        assert.equal(fixes.length, 1, 'one finding offers a fix');
        assert.equal(applyEdits(text, fixes[0]?.edits ?? []), expected.replace(/^\n/, ''));
        assert.equal(fixes[0]?.safe, false, 'nothing is answered without asking');
      });
    },
  };
}

/** `line`, and below it the carets of a finding under `token`. */
export function marked(line: string, token: string, id: string): string {
  return `${line}\n${' '.repeat(line.lastIndexOf(token))}${'^'.repeat(token.length)} ${id}`;
}
