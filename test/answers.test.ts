import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, ruleById } from '../core/src/index.ts';
import type { Answers } from './answers/answers.ts';
import { ownership } from './answers/ownership.ts';
import { system } from './answers/system.ts';
import { tools } from './answers/tools.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

/** One file of answers for each area of the requirements. */
const tables: readonly Answers[] = [system, ownership, tools];
import { indexes } from './answers/indexes.ts';
import { sources } from './answers/sources.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

/** One file of answers for each area of the requirements. */
const tables: readonly Answers[] = [sources, indexes];
import { evaluation } from './answers/evaluation.ts';
import { logging } from './answers/logging.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

/** One file of answers for each area of the requirements. */
const tables: readonly Answers[] = [evaluation, logging];
import { governance } from './answers/governance.ts';
import { monitoring } from './answers/monitoring.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

/** One file of answers for each area of the requirements. */
const tables: readonly Answers[] = [monitoring, governance];
import { operations } from './answers/operations.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

/** One file of answers for each area of the requirements. */
const tables: readonly Answers[] = [operations];

for (const [id, answers] of tables.flatMap((table) => Object.entries(table))) {
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
