import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { State } from '../../core/src/assessment.ts';
import type { Finding, Severity } from '../../core/src/finding.ts';
import { readSpec } from '../../core/src/spec/document.ts';
import { tidy } from '../../core/src/tidy.ts';

const good = 'system:\n  name: a\nowners:\n  ops:\n    team: b\n';

interface Given {
  readonly at?: number;
  readonly to?: number;
  readonly state?: State;
  readonly subject?: string;
  readonly severity?: Severity;
  readonly message?: string;
}

function finding(
  rule: string,
  { at = 0, to = at + 1, severity = 'error', message = rule, ...more }: Given = {},
): Finding {
  return { rule, severity, message, span: { start: at, end: to }, fixes: () => [], ...more };
}

function left(text: string, findings: readonly Finding[]): string[] {
  return tidy(readSpec(text), findings).map(({ rule }) => rule);
}

describe('a file that is not there is told once', () => {
  const lacking = (path: string, at: number, more: Given = {}) => ({
    ...finding(`r${at}`, { at, state: 'contradicted', message: `There is no "${path}".`, ...more }),
    lacks: path,
    fixes: () => [
      {
        title: `Use "${at}"`,
        kind: 'adopt' as const,
        safe: false,
        edits: [{ span: { start: at, end: at + 1 }, text: 'b' }],
      },
    ],
  });
  test('at the first of the severest, with the others beside it', () => {
    const [one, ...rest] = tidy(readSpec(good), [
      lacking('a.yaml', 9, { severity: 'warning' }),
      lacking('a.yaml', 6),
      lacking('a.yaml', 3),
      lacking('a.yaml', 6),
    ]);
    assert.deepEqual([one?.rule, rest], ['r6', []]);
    assert.deepEqual(
      one?.related?.map(({ span }) => span.start),
      [3, 9],
    );
    assert.deepEqual(
      one?.fixes().map(({ title, edits }) => [title, edits.map(({ span }) => span.start)]),
      [
        ['Use "6", and the same file in the 2 other places', [3, 6, 9]],
        ['Use "6"', [6]],
      ],
    );
  });
  test('a folder with the file in it', () => {
    assert.deepEqual(left(good, [lacking('prompts', 3), lacking('prompts/a.md', 6), lacking('prom', 9)]), ['r6', 'r9']);
  });
});

describe('one finding for one lack', () => {
  const rows: readonly (readonly [string, readonly Finding[], readonly string[]])[] = [
    ['a placeholder, and a hollow answer', [finding('placeholder'), finding('r', { state: 'hollow' })], ['r']],
    [
      'a placeholder, and something missing',
      [finding('placeholder'), finding('r', { state: 'missing' })],
      ['placeholder', 'r'],
    ],
    [
      'a placeholder elsewhere',
      [finding('placeholder', { at: 3 }), finding('r', { state: 'hollow' })],
      ['r', 'placeholder'],
    ],
    [
      'a placeholder on a part of it',
      [finding('placeholder', { to: 4 }), finding('r', { to: 6, state: 'hollow' })],
      ['placeholder', 'r'],
    ],
    ['an empty key, and what is missing there', [finding('empty-value'), finding('r', { state: 'missing' })], ['r']],
    ['an empty key, and a hollow answer', [finding('empty-value'), finding('r', { state: 'hollow' })], ['r']],
    ['an empty key by itself', [finding('empty-value')], ['empty-value']],
    [
      'an empty key, and what is contradicted there',
      [finding('empty-value'), finding('r', { state: 'contradicted' })],
      ['empty-value', 'r'],
    ],
    ['a kind that is missing, and a requirement', [finding('missing-kind'), finding('r', { state: 'missing' })], ['r']],
    [
      'a wrong value, and a hollow answer',
      [finding('invalid-value'), finding('r', { state: 'hollow' })],
      ['invalid-value'],
    ],
    [
      'a wrong value, and something missing',
      [finding('invalid-value'), finding('r', { state: 'missing' })],
      ['invalid-value', 'r'],
    ],
    [
      'a name that leads nowhere, and a hollow answer',
      [finding('undefined-id'), finding('r', { state: 'hollow' })],
      ['undefined-id'],
    ],
    [
      'a comment, an empty key and a hollow answer',
      [finding('hash-starts-comment'), finding('empty-value'), finding('r', { state: 'hollow' })],
      ['hash-starts-comment'],
    ],
    ['two requirements', [finding('r', { state: 'hollow' }), finding('s', { state: 'hollow' })], ['r', 's']],
    ['two rules about the file', [finding('unknown-key'), finding('duplicate-key')], ['duplicate-key', 'unknown-key']],
  ];
  for (const [name, given, expected] of rows) {
    test(name, () => assert.deepEqual(left(good, given), expected));
    test(`${name}, the other way round`, () => assert.deepEqual(left(good, [...given].reverse()), expected));
  }
});

test('in the order of the text, the worst first, the shorter first, then by name and words', () => {
  const given = [
    finding('e', { at: 5 }),
    finding('d', { at: 2, severity: 'info' }),
    finding('c', { at: 2, severity: 'warning' }),
    finding('b', { at: 2, to: 9 }),
    finding('b', { at: 2, to: 4, message: 'z' }),
    finding('b', { at: 2, to: 4, message: 'y' }),
    finding('a', { at: 2, to: 4 }),
  ];
  const order = ['a a', 'b y', 'b z', 'b b', 'c c', 'd d', 'e e'];
  for (const all of [given, [...given].reverse()])
    assert.deepEqual(
      tidy(readSpec(good), all).map(({ rule, message }) => `${rule} ${message}`),
      order,
    );
});

test('where there is no spec only that is told of what is missing', () => {
  const missing = finding('stage-declared', { state: 'missing' });
  for (const none of ['empty-file', 'not-a-mapping'])
    assert.deepEqual(left('- a\n', [missing, finding(none), finding('unknown-tag')]), [none, 'unknown-tag']);
});

test('a thousand are shown, and the rest is counted', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => finding('unknown-key', { at }));
  assert.equal(tidy(readSpec(good), many(1000)).length, 1000);
  const more = tidy(readSpec(good), many(1007));
  assert.equal(more.length, 1001);
  assert.deepEqual([more.at(-1)?.rule, more.at(-1)?.message], ['too-many-findings', '7 more findings are not shown.']);
});

describe('of what cannot be read nothing is guessed', () => {
  /** The slip is in `owners`; `system` is whole, and `models` is not there. */
  const broken = 'apiVersion: ai-system/v1\nsystem:\n  name: a\nowners:\n  ops:\n    team: b\n   contact\n';
  const system = broken.indexOf('system:');
  const owners = broken.indexOf('owners:');
  const told = (one: Finding) => left(broken, [one]).length === 1;
  const rows: readonly (readonly [string, Finding, boolean])[] = [
    ['a slip itself', finding('syntax-error', { at: owners }), true],
    [
      'a secret beside it',
      finding('no-secrets-inline', { at: owners, state: 'contradicted', subject: '/owners/ops' }),
      true,
    ],
    ['a defect of ours', finding('internal-error', { at: owners }), true],
    ['a key there that nobody knows', finding('unknown-key', { at: owners + 10 }), false],
    ['a key elsewhere that nobody knows', finding('unknown-key', { at: system + 10 }), true],
    ['what is missing there', finding('r', { at: owners, state: 'missing', subject: '/owners/ops' }), false],
    [
      'what is missing there, told elsewhere',
      finding('r', { at: system, state: 'missing', subject: '/owners' }),
      false,
    ],
    ['what is missing elsewhere', finding('r', { at: system, state: 'missing', subject: '/system' }), true],
    ['a section that is not there', finding('r', { at: system, state: 'missing', subject: '/models' }), true],
    ['a waiver that nobody needs', finding('unused-waiver', { at: system }), false],
    ['a comment that silences nothing', finding('unused-ignore', { at: system }), false],
    ['the marker, which is there', finding('missing-marker', { at: system }), true],
  ];
  for (const [name, one, expected] of rows) test(name, () => assert.equal(told(one), expected));
  test('the slip is where it is said to be', () => assert.ok(readSpec(broken).yaml.problems.length > 0));
});
