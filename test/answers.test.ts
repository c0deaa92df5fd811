import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, ruleById, rules } from '../core/src/index.ts';
import { answersTo } from './answers/all.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

test('every requirement says what counts as an answer: missing, hollow and declared', () => {
  const requirements = rules.filter(({ kind }) => kind === 'requirement').map(({ id }) => id);
  const without = requirements.filter((id) => !Object.hasOwn(answersTo, id));
  assert.deepEqual(
    without,
    [],
    `Write the answers to ${without.join(', ')} into the table of its area in test/answers/.`,
  );
  assert.deepEqual(Object.keys(answersTo).sort(), requirements.sort());
  const shown = Object.values(answersTo).filter(({ hollow }) => Object.keys(hollow).length > 0);
  assert.equal(shown.length, requirements.length, 'each has a hollow answer');
});

for (const [id, answers] of Object.entries(answersTo)) {
  describe(`${id}: what counts as an answer`, () => {
    const { missing, hollow, declared } = answers;
    const at = (stage = answers.stage ?? 'production') => ({ asOf: today, stage });

    test('it is a requirement', () => assert.equal(ruleById(id)?.kind, 'requirement'));

    test('declared: nothing is found, and it was looked at', () => {
      assert.deepEqual(drawn(declared).expected, [], 'carets in a good answer');
      assertFindings(declared, at(), [id]);
      const states = check(declared, at()).assessments.flatMap(({ rule, state }) => (rule === id ? [state] : []));
      assert.deepEqual([...new Set(states)], ['declared']);
    });

    for (const [index, text] of 'none' in Object(missing) ? [] : [missing].flat().entries()) {
      test(`missing ${index + 1}`, () => {
        const seen = assertFindings(String(text), at(), [id]);
        assert.ok(seen.some(({ state }) => state === 'missing'));
      });
    }

    for (const [words, answer] of Object.entries(hollow)) {
      const { text, stage } = typeof answer === 'string' ? { text: answer, stage: undefined } : answer;
      test(`hollow: ${words}`, () => {
        const seen = assertFindings(text, at(stage), [id]);
        assert.notEqual(seen.length, 0, 'nothing is found');
        for (const { state, message } of seen) assert.match(String(state), /^(?:hollow|contradicted|stale)$/, message);
      });
    }
  });
}
