import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, durationInWords } from '../../core/src/hover/quantities.ts';
import { check, type HoverInfo, hoverAt } from '../../core/src/index.ts';
import { judged } from '../support/evidence.ts';
import { examples } from '../support/examples.ts';
import { mutate } from '../support/mutations.ts';
import { random } from '../support/random.ts';

const today = '2026-11-22';

/** `|` is the cursor. */
function at(source: string): { readonly offset: number; readonly text: string } {
  const offset = source.indexOf('|');
  return { offset, text: source.slice(0, offset) + source.slice(offset + 1) };
}

/** A line for each paragraph and item. */
function lines(info: HoverInfo | undefined): readonly string[] {
  return (info?.parts ?? []).flatMap((part) =>
    part.kind === 'list'
      ? part.items.map((item) => `- ${item}`)
      : [`${part.strong ? `${part.strong}: ` : ''}${part.text}`],
  );
}

function told(source: string): readonly string[] {
  const { offset, text } = at(source);
  return lines(hoverAt(check(text, { asOf: today, stage: 'production' }), offset));
}

const owners =
  'owners:\n  ops:\n    team: Operations\n    person: Ines\n    contact: [slack:ops, mailto:ops@a.example]\n';
const index = (fields: string) => `apiVersion: ai-system/v1\nindexes:\n  docs:\n    refresh:\n      ${fields}\n`;

const says: readonly (readonly [name: string, source: string, expected: readonly (string | RegExp)[]])[] = [
  [
    'what a key is, its form, why, and who reads it',
    'apiVersion: ai-system/v1\nindexes:\n  docs:\n    max|_age: 28h\n',
    [
      /^Maximum age: The longest time/,
      'A duration such as `28h`.',
      /^Why: Yesterday/,
      /^- . \w+ `index-freshness-target`/,
    ],
  ],
  [
    'what is missing below a key',
    'apiVersion: ai-system/v1\nsystem:\n  name: x\n  st|age: production\n  lo|ad:\n    per_day: 5\n'.replace(
      'st|',
      'st',
    ),
    [/^Load: What production/, /^Why: A dozen pilot users/, /^- ○ missing `load-tested`, error at production/],
  ],
  [
    'the words there are',
    'apiVersion: ai-system/v1\nsystem:\n  type: r|ag\n',
    [
      'rag: answers from content that it retrieves',
      /^Type: rag answers from/,
      'One of `rag`, `llm`, `agent`, `model`.',
      /type-matches-contents/,
    ],
  ],
  [
    'an owner where it is named',
    `apiVersion: ai-system/v1\nsystem:\n  owner: o|ps\n${owners}`,
    [
      'Owner: `ops`',
      '- team: Operations',
      '- person: Ines',
      '- contact: slack:ops, mailto:ops@a.example',
      'Named once: `system.owner`.',
    ],
  ],
  [
    'where an owner is named',
    `apiVersion: ai-system/v1\nsystem:\n  owner: ops\nprompts:\n  a:\n    owner: ops\n${owners.replace('ops', 'o|ps')}`,
    [
      /^Owner: A team/,
      'Named 2 times: `system.owner`, `prompts.a.owner`.',
      /^Why/,
      /owner-reachable/,
      /support-coverage/,
    ],
  ],
  [
    'that nobody names it',
    `apiVersion: ai-system/v1\n${owners.replace('ops', 'o|ps')}`,
    [/^Owner: A team/, 'Nothing in this spec names it.', /^Why/, /owner-reachable/, /support-coverage/],
  ],
  [
    'when a schedule runs',
    index('cron: "30 4 * * 1|"\n      timezone: Europe/Berlin'),
    [
      'Every Monday at 04:30: (Europe/Berlin)',
      'From today on: Mon 2026-11-23 04:30, Mon 2026-11-30 04:30, Mon 2026-12-07 04:30. ' +
        'Up to 7d 1h between runs when clocks go back in Europe/Berlin.',
    ],
  ],
  [
    'when it runs in no zone, without a list of what runs all day',
    index('cron: "*/15 * * |* *"'),
    ['Every 15 minutes: (no time zone is given)', 'Up to 15m between runs.'],
  ],
  [
    'that it never runs',
    index('cron: "0 0 30 |2 *"'),
    ['On the 30th of February at 00:00: (no time zone is given)', 'It never runs.'],
  ],
  [
    'that a zone is none',
    index('cron: "0 6 |* * *"\n      timezone: Mars/Phobos'),
    ['Every day at 06:00: (Mars/Phobos is no time zone)', /^From today on/],
  ],
  [
    'what a word says where no requirement reads it',
    'apiVersion: ai-system/v1\nmodels:\n  llm:\n    role: gene|rate\n',
    ['generate: writes answers', /^Role/, /^One of `generate`, `embed`/],
  ],
  ['the only word there is', 'apiVersion: ai-system|/v1\nsystem:\n  name: x\n', [/^Version of this format: Always/]],
  ['what a contact is', 'apiVersion: ai-system/v1\nowners:\n  ops:\n    contact: [slack|:ops]\n', [/^Contact: Where/]],
  [
    'what a waived requirement asks',
    'apiVersion: ai-system/v1\nwaivers:\n  - rule: alert-qua|lity\n',
    [/^alert-quality: An alert fires when/],
  ],
  [
    'what an alias stands for',
    `apiVersion: ai-system/v1\nsystem:\n  owner: &o ops\nsources:\n  a:\n    owner: *|o # who\n${owners}`,
    [/^Owner: `ops`/, /^- team/, /^- person/, /^- contact/, /^Named (?:once|2 times)/],
  ],
  [
    'how far away a date is',
    'apiVersion: ai-system/v1\nsystem:\n  launch: 2026-1|2-04\n',
    ['Fri 2026-12-04: in 12 days'],
  ],
  [
    'what day a moment is',
    `apiVersion: ai-system/v1\nmodels:\n  llm:\n    retires: 2027-04-01\noperations:\n  triggers:\n    swap:\n      when: [120d |before llm.retires]\n`,
    [
      'Wed 2026-12-02: in 10 days',
      /llm|Model/,
      '- retires: 2027-04-01',
      'Named once: `operations.triggers.swap.when[0]`.',
    ],
  ],
  [
    'a long duration',
    'apiVersion: ai-system/v1\nindexes:\n  docs:\n    max_age: 26|h\n',
    ['26 hours: 1 day and 2 hours', /freshness/],
  ],
  [
    'what a placeholder is to say',
    'apiVersion: ai-system/v1\nsystem:\n  purpose: TO|DO\n',
    [/^Purpose: Who is helped/, /^For example `Helps/, 'Still a placeholder: it counts as no answer.'],
  ],
  [
    'nothing of a secret',
    'apiVersion: ai-system/v1\nsources:\n  a:\n    auth:\n      secret: AKIA|IOSFODNN7EXAMPLA\n',
    ['A secret. It is not shown here.'],
  ],
  ['nothing of an unknown key', 'apiVersion: ai-system/v1\nsystem:\n  colo|ur: red\n', []],
  ['nothing in a comment', 'apiVersion: ai-system/v1\n# a comm|ent\nsystem:\n  name: x\n', []],
  ['nothing in a file of somebody else', 'apiVersion: v1\nkind: Pod\nsystem:\n  na|me: x\n', []],
];

for (const [name, source, expected] of says) {
  test(`tells ${name}`, () => {
    const seen = told(source);
    const message = seen.join('\n');
    assert.equal(seen.length, expected.length, message);
    for (const [index, one] of expected.entries()) {
      if (typeof one === 'string') assert.equal(seen[index], one, message);
      else assert.match(seen[index] ?? '', one, message);
    }
  });
}

test('a reference is told with what was found in its file, and nothing of another file', async () => {
  const { text, offset } = at(
    'apiVersion: ai-system/v1\nevaluation:\n  datasets:\n    golden:\n      path: eval/|cases.jsonl\n      use: test\n' +
      '    other:\n      path: eval/other.jsonl\n      use: test\n',
  );
  const row = '{"question": "a", "expected": "b"}\n';
  const analysis = await judged(text, { files: { 'eval/cases.jsonl': row.repeat(3), 'eval/other.jsonl': row } });
  const seen = lines(hoverAt(analysis, offset)).join('\n');
  assert.match(seen, /eval\/cases\.jsonl: 3 cases/);
  assert.doesNotMatch(seen, /other/);
});

test('a name in a file is told with what was found of it, and nothing of other names there', async () => {
  const alert = (id: string, metric: string, rule: string) =>
    `    ${id}:\n      metric: ${metric}\n      above: 3\n      for: 5m\n      severity: ticket\n      notify: ops\n` +
    `      runbook: a.md\n      rule: ops/alerts.yaml#${rule}\n`;
  const { text, offset } = at(
    `apiVersion: ai-system/v1\n${owners}monitoring:\n  metrics:\n    calls: { kind: usage, emitted_as: calls_total }\n` +
      `    spend: { kind: cost, emitted_as: spend_total }\n  alerts:\n` +
      alert('calls-high', 'calls', 'CallsHigh') +
      alert('spend-high', 'spend', 'SpendHi|gh'),
  );
  const rules =
    'groups:\n  - name: a\n    rules:\n      - alert: CallsHigh\n        expr: calls_total > 3\n        for: 5m\n' +
    '      - alert: SpendHigh\n        expr: spend_total > 3\n        for: 5m\n';
  const analysis = await judged(text, { files: { 'ops/alerts.yaml': rules } });
  assert.match(
    JSON.stringify(analysis.assessments.filter(({ subject }) => subject === '/monitoring/alerts')),
    /CallsHigh/,
  );
  const seen = lines(hoverAt(analysis, offset)).join('\n');
  assert.match(seen, /ops\/alerts\.yaml:7: Alert "SpendHigh"/);
  assert.doesNotMatch(seen, /CallsHigh/);
});

test('the words of durations and distances', () => {
  const durations = [
    '90d',
    '14d',
    '15m',
    '90m',
    '26h',
    '36h',
    '1500ms',
    '400d',
    '800d',
    '2w',
    '1d',
    '48h',
    '240h',
    '7d',
  ];
  assert.deepEqual(durations.map(durationInWords), [
    '90 days: about 3 months',
    '14 days: 2 weeks',
    '15 minutes',
    '90 minutes: 1 hour and 30 minutes',
    '26 hours: 1 day and 2 hours',
    '36 hours: 1 day and 12 hours',
    '1500 milliseconds: 1 second and 500 milliseconds',
    '400 days: about 13 months',
    '800 days: about 2.2 years',
    '2 weeks',
    '1 day',
    '48 hours: 2 days',
    '240 hours: 10 days',
    '7 days',
  ]);
  assert.deepEqual(
    ['2026-11-22', '2026-11-23', '2026-11-21', '2026-12-04', '2026-10-12', '2030-01-01', '2020-11-22'].map((date) =>
      distance(today, date),
    ),
    ['today', 'tomorrow', 'yesterday', 'in 12 days', '41 days ago', 'in 3.1 years', '6 years ago'],
  );
  assert.deepEqual(['5x', 'soon', ''].map(durationInWords), [undefined, undefined, undefined]);
});

/** What one looks at without scrolling, in a popup of some 500 pixels. */
const mostLines = 18;
const mostLetters = 1800;

for (const { name, text, asOf } of examples) {
  test(`${name}: at every word a few lines, or nothing`, () => {
    const analysis = check(text, { asOf, stage: 'production' });
    let told = 0;
    for (let offset = 0; offset <= text.length; offset += 1) {
      if (/\w/.test(text[offset - 1] ?? '') && /\w/.test(text[offset] ?? '')) continue;
      const info = hoverAt(analysis, offset);
      if (info === undefined) continue;
      told += 1;
      const seen = lines(info);
      assert.ok(info.span.start <= offset && offset <= info.span.end);
      assert.ok(seen.length <= mostLines && seen.join('\n').length <= mostLetters, seen.join('\n'));
      for (const line of seen) assert.ok(line.trim().length > 2 && !/undefined|NaN|\[object/.test(line), line);
    }
    assert.ok(told > 100, `${told} words`);
  });
}

test('no text is too broken to be asked about', () => {
  const rng = random(11);
  for (let round = 0; round < 60; round += 1) {
    const { text } = rng.pick(examples);
    const mutated = mutate(text, rng);
    const broken = rng.chance(0.5) ? mutated.slice(0, rng.below(mutated.length)) : mutated;
    const analysis = check(broken, { asOf: today });
    for (let count = 0; count < 200; count += 1) hoverAt(analysis, rng.below(broken.length + 1));
  }
  for (const text of [
    '',
    '{',
    'a: &x {b: *x}',
    'system: {owner: o',
    'owners: &o\n  a: {}\nsystem: *o\n',
    '---\na: 1\n---\nb: 2\n',
  ]) {
    const analysis = check(text, { asOf: today });
    for (let offset = 0; offset <= text.length; offset += 1) hoverAt(analysis, offset);
  }
});

for (const [name, source, rule] of [
  ['a name that leads nowhere', 'owners:\n  a: {}\nsources:\n  s:\n    owner: no|body\n', 'source-owner'],
  ['a key that is misspelt', 'owners:\n  |a:\n    team: x\n    contakt: a@b.example\n', 'owner-reachable'],
] as const) {
  test(`what another finding says is not called open: ${name}`, () => {
    const { offset, text } = at(source);
    const shown = lines(hoverAt(check(text, { asOf: today }), offset)).filter((line) => line.includes(`\`${rule}\``));
    assert.equal(shown.length, 1);
    assert.doesNotMatch(shown[0] ?? '', / at pilot/);
  });
}
