import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closest } from '../../core/src/index.ts';

describe('what a person most likely meant', () => {
  const cases: readonly (readonly [typed: string, candidates: readonly string[], meant: string | undefined])[] = [
    ['purpos', ['purpose', 'name'], 'purpose'],
    ['prupose', ['purpose', 'name'], 'purpose'],
    ['owner', ['owners', 'other'], 'owners'],
    ['Stage', ['stage', 'state'], 'stage'],
    ['state', ['stage', 'status'], 'stage'],
    ['claim-ops', ['claims-build', 'claims-ops'], 'claims-ops'],
    ['ran', ['rag', 'model'], 'rag'],
    ['pre production', ['production', 'pre-production'], 'pre-production'],
    ['x', ['y', 'rag'], 'y'],
    ['xy', ['ab'], undefined],
    ['kind', ['window', 'sample'], undefined],
    ['telemetry', ['tools', 'models'], undefined],
    ['', ['a', 'abc'], 'a'],
    ['anything', [], undefined],
    ['abcd', ['abdc', 'abcde'], 'abdc'],
    ['constructor', ['contact'], undefined],
  ];
  for (const [typed, candidates, meant] of cases) {
    test(`"${typed}" of ${candidates.join(', ') || 'nothing'}`, () => assert.equal(closest(typed, candidates), meant));
  }

  test('of two that are as close, the first', () => assert.equal(closest('cat', ['bat', 'hat']), 'bat'));
  test('a distance is the same with and without the short cuts', () => {
    const names = [
      'groundedness-live',
      'groundedness-low',
      'retrieval-empty',
      'recall-weekly',
      'recall@8',
      'ndcg@8',
      'spend',
      'calls',
    ];
    for (const name of names) {
      for (let index = 0; index < name.length; index += 1) {
        const slip = name.slice(0, index) + name.slice(index + 1);
        const guess = closest(slip, names.filter((other) => other !== name).concat(name));
        assert.ok(guess !== undefined, slip);
        if (name.length > 6) assert.equal(guess, name, slip);
      }
    }
  });
});
