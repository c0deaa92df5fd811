import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { requirement } from '../support/requirement.ts';

const id = 'eval-slices';
const { find } = requirement(id);

const slices = (...lines: readonly string[]) =>
  `evaluation:\n  slices:\n${lines.map((line) => `    ${line}\n`).join('')}`;
const none = `evaluation:\n^^^^^^^^^^ ${id}\n  results:\n    date: 2026-11-14\n`;

find('not asked of a pilot', none.replace(`^^^^^^^^^^ ${id}\n`, ''), 'pilot');
find('in pre-production', none, 'pre-production');
find('one slice beside the overall score', slices('by:', '  - all', '  - language', 'worst_min: 0.8'));
find(
  'all of it, twice',
  slices('by:', '  - all cases', `    ^^^^^^^^^ ${id}`, '  - total', 'worst_min: 0.8'),
  {},
  /"all cases" is one slice with all cases in it/,
);
find(
  'slices without a worst value',
  slices('by:', '  - language').replace('slices:', `slices:\n  ^^^^^^ ${id}`),
  {},
  /has no `worst_min`/,
);
find(
  'of an error the gap is bounded',
  `${slices('by:', '  - region', 'metric: mae', 'largest_gap: 40')}  predictions:\n    mae:\n      max: 310\n`,
);
find(
  'and asked for',
  `${slices('by:', '  - region', 'metric: mae').replace('slices:', `slices:\n  ^^^^^^ ${id}`)}  predictions:\n    mae:\n      max: 310\n`,
  {},
  /has no `largest_gap`/,
);
find(
  'a value that every slice reaches',
  slices('by:', '  - region', `worst_min: 0\n               ^ ${id}`),
  {},
  /Every slice reaches 0/,
);
find('below zero, on a scale that has it', slices('by:', '  - region', `worst_min: -1\n               ^^ ${id}`));

/* It blocks where the outputs decide. */
for (const [role, severity] of [
  ['informs', 'warning'],
  ['recommends', 'error'],
  ['decides', 'error'],
] as const) {
  weighs(role, severity);
}

function weighs(role: string, severity: string): void {
  test(`${role}: ${severity}`, () => {
    const { findings } = check(`system:\n  decision_role: ${role}\nevaluation:\n  results:\n    date: 2026-11-14\n`, {
      asOf: today,
      stage: 'pre-production',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === id).map((finding) => finding.severity),
      [severity],
    );
  });
}
