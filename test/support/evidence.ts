import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Analysis, checkWithEvidence, type Stage } from '../../core/src/index.ts';
import { drawn, placed, today } from './carets.ts';
import { type Held, repository } from './repository.ts';

interface Case extends Held {
  readonly spec: string;
  readonly stage?: Stage;
  /** What the findings say, or the reasons of the assessments where nothing is found. */
  readonly says?: readonly RegExp[];
  /** The states of the requirement's assessments, by subject. */
  readonly states?: Readonly<Record<string, string>>;
}

/** Tests of what one requirement makes of artifacts: its findings at the carets in `spec`, and nothing else of it. */
export function evidence(rule: string) {
  return (name: string, { spec, stage = 'production', says = [], states, ...held }: Case): void => {
    test(name, async () => {
      const { text, expected } = drawn(spec);
      const analysis = await judged(text, held, stage);
      const seen = analysis.findings.filter((one) => one.rule === rule || one.rule === 'internal-error');
      const words = seen.map(({ message }) => message).join('\n');
      assert.deepEqual(placed(text, seen), expected, words);
      const own = analysis.assessments.filter((one) => one.rule === rule);
      const said = seen.length > 0 ? words : own.map(({ reason }) => reason).join('\n');
      for (const pattern of says) assert.match(said, pattern);
      if (states === undefined) return;
      const stated = own.map(({ subject, state }) => [subject, state]);
      for (const [subject, state] of Object.entries(states)) {
        assert.ok(
          stated.some(([one, its]) => one === subject && its === state),
          `${subject} is not ${state}: ${JSON.stringify(stated)}`,
        );
      }
    });
  };
}

export function judged(text: string, held: Held, stage: Stage = 'production'): Promise<Analysis> {
  return checkWithEvidence(text, { asOf: today, stage }, repository(held));
}
