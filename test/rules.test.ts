import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, test } from 'node:test';
import { applyEdits, check, rules } from '../core/src/index.ts';
import { assertFindings, drawn, today } from './support/carets.ts';

for (const rule of rules) {
  describe(rule.id, () => {
    for (const [index, example] of rule.examples.entries()) {
      const options = { asOf: today, stage: example.stage ?? 'production' } as const;

      test(`example ${index + 1}: bad reports what its carets say`, () => {
        const seen = assertFindings(example.bad, options, [rule.id]);
        assert.notEqual(seen.length, 0, 'a bad example reports something');
      });

      test(`example ${index + 1}: good reports nothing of it`, () => {
        assert.equal(drawn(example.good).expected.length, 0, 'a good example has no carets');
        assertFindings(example.good, options, [rule.id]);
      });

      const { fixed } = example;
      if (fixed === undefined) continue;
      test(`example ${index + 1}: fixed is what the first fixes make of bad`, () => {
        assert.equal(applyFirstFixes(drawn(example.bad).text, rule.id, options), fixed.replace(/^\n/, ''));
      });
    }
  });
}

/** Applies the first fix of each finding of a rule, one after the other, until none has one. */
function applyFirstFixes(
  source: string,
  rule: string,
  options: { readonly asOf: string; readonly stage: 'pilot' | 'pre-production' | 'production' },
): string {
  let text = source;
  for (let round = 0; round < 10; round += 1) {
    const finding = check(text, options).findings.find((one) => one.rule === rule && offered(one).length > 0);
    const fix = finding && offered(finding)[0];
    if (fix === undefined) return text;
    text = applyEdits(text, fix.edits);
  }
  return text;
}

function offered(finding: {
  fixes(): readonly { readonly kind: string; readonly edits: Parameters<typeof applyEdits>[1] }[];
}) {
  return finding.fixes().filter(({ kind }) => kind !== 'waive' && kind !== 'ignore');
}

describe('the list of rules', () => {
  const files = readdirSync('core/src/rules', { recursive: true })
    .map(String)
    .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.startsWith('proofs/'))
    .map((file) => basename(file, '.ts'))
    .sort();

  test('every file in a folder of rules is a rule in the list, under its own name', () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), files);
  });

  test('no two rules have one id', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });

  test('requirements are named as in the catalogue and say where they come from', () => {
    for (const rule of rules) if (rule.kind === 'requirement') assert.match(rule.references, /\w{3}/, rule.id);
  });
});
