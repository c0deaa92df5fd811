import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, lineIndex, tokens } from '../../core/src/index.ts';
import { examples } from '../support/examples.ts';
import { mutate } from '../support/mutations.ts';
import { random } from '../support/random.ts';

const asOf = '2026-11-22';

function seen(text: string, range = { start: 0, end: text.length }): readonly string[] {
  return tokens(check(text, { asOf }), range).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

const marker = 'apiVersion: ai-system/v1\n';
const head = ['section apiVersion', 'word ai-system/v1'];

const words: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  [
    'keys that the language knows, and others',
    'system:\n  name: a\n  colour: red\n  "type": rag\nmisc: 1\n',
    ['section system', 'key name', 'unknown-key colour', 'key "type"', 'word rag', 'unknown-key misc'],
  ],
  [
    'ids where they are defined and where they are named, and names that lead nowhere',
    'system:\n  owner: ops\nprompts:\n  a:\n    owner: nobody\nowners:\n  ops:\n    team: Ops\n',
    [
      ...['section system', 'key owner', 'id ops', 'section prompts', 'id-definition a', 'key owner'],
      ...['section owners', 'id-definition ops', 'key team'],
    ],
  ],
  [
    'paths and what is meant in them',
    'indexes:\n  docs:\n    recipe: a/b.yaml\n    refresh: { job: ".github/workflows/x.yml#nightly" }\n',
    [
      ...['section indexes', 'id-definition docs', 'key recipe', 'path a/b.yaml'],
      ...['key refresh', 'key job', 'path .github/workflows/x.yml', 'selector nightly'],
    ],
  ],
  [
    'numbers with their units, and days',
    "indexes:\n  docs:\n    max_age: '28h'\nsystem:\n  launch: 2026-10-05\n  load:\n    per_day: 4000\n",
    [
      ...['section indexes', 'id-definition docs', 'key max_age', 'number 28', 'unit h'],
      ...['section system', 'key launch', 'date 2026-10-05', 'key load', 'key per_day', 'number 4000'],
    ],
  ],
  [
    'moments',
    'operations:\n  triggers:\n    a:\n      when: [120d before llm.retires, 30d before 2027-01-01, quality-low]\n',
    [
      ...[
        'section operations',
        'key triggers',
        'id-definition a',
        'key when',
        'number 120',
        'unit d',
        'id llm.retires',
      ],
      ...['number 30', 'unit d', 'date 2027-01-01', 'id quality-low'],
    ],
  ],
  [
    'placeholders, line by line',
    'system:\n  purpose: >-\n    TODO say who\n    is helped\n  name: "TODO"\n  owner: TBD # soon\n',
    [
      ...['section system', 'key purpose', 'placeholder TODO say who', 'placeholder is helped'],
      ...['key name', 'placeholder TODO', 'key owner', 'placeholder TBD'],
    ],
  ],
  [
    'no value that is written otherwise than it reads, and no secret',
    'system:\n  type: "\\u0072ag"\n  purpose: &p AKIAIOSFODNN7EXAMPLA\n  stage: *p\n',
    ['section system', 'key type', 'key purpose', 'key stage'],
  ],
];

for (const [name, text, expected] of words) {
  for (const [ending, written] of [
    ['', text],
    [', CRLF', text.replaceAll('\n', '\r\n')],
  ] as const) {
    test(`${name}${ending}`, () => assert.deepEqual(seen(marker + written), [...head, ...expected]));
  }
}

test('nothing in a file of somebody else', () => assert.deepEqual(seen('apiVersion: v1\nsystem:\n  name: a\n'), []));

test('those of a range are those of the whole that touch it', () => {
  for (const { text } of examples) {
    const analysis = check(text, { asOf });
    const all = tokens(analysis, { start: 0, end: text.length });
    for (let start = 0; start < text.length; start += 997) {
      const range = { start, end: start + 400 };
      const inRange = tokens(analysis, range).filter((one) => one.start <= range.end && one.end >= range.start);
      assert.deepEqual(
        inRange,
        all.filter((one) => one.start <= range.end && one.end >= range.start),
      );
    }
    assert.ok(all.length > 100);
  }
});

test('whatever the text: in order, none over another, none over the end of a line', () => {
  const rng = random(3);
  const texts = [
    '',
    '{',
    'a: &x {b: *x}',
    'owners: &o\n  a: { team: TODO }\nsystem: *o\n',
    'system: {owner: o',
    '"a\n b": c\n',
  ];
  for (let round = 0; round < 120; round += 1) {
    const mutated = mutate(rng.pick(examples).text, rng);
    texts.push(rng.chance(0.3) ? mutated : mutated.slice(0, rng.below(mutated.length)));
  }
  for (const text of texts) {
    const lines = lineIndex(text);
    let last = 0;
    for (const { start, end } of tokens(check(text, { asOf }), { start: 0, end: text.length })) {
      assert.ok(start >= last && end > start && end <= text.length, text.slice(start, end));
      assert.equal(lines.position(start).line, lines.position(end).line, text.slice(start, end));
      last = end;
    }
  }
});
