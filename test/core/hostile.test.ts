import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { type Analysis, applyEdits, check, decode, fixAll, largestFile } from '../../core/src/index.ts';
import { readYaml } from '../../core/src/yaml/parse.ts';
import { recovered } from '../../core/src/yaml/recover.ts';
import { today } from '../support/carets.ts';
import { example } from '../support/examples.ts';

/** Far more than any of it takes on a slow machine: what hangs is stopped, what is merely slow is for the fuzzer. */
const timeout = 30_000;

/** A test's own timeout does not end a loop, this one does. */
function within<T>(run: () => T): T {
  return runInNewContext('run()', { run }, { timeout }) as T;
}

/** What has to be among the findings; `clean` for none of them but what an unfinished spec has; `skipped` if not ours. */
type Expected = string | 'clean' | 'skipped';

const head = 'apiVersion: ai-system/v1\n';
const deep = 100_000;

const texts: readonly (readonly [name: string, text: string, expected: Expected])[] = [
  // Nothing, or not what a spec is.
  ['nothing', '', 'empty-file'],
  ['blank lines', '\n\n  \n', 'empty-file'],
  ['comments only', '# one\n  # two\n', 'empty-file'],
  ['a byte order mark only', '\ufeff', 'empty-file'],
  ['a document marker only', '---\n', 'empty-file'],
  ['~', '~\n', 'empty-file'],
  ['a number', '42\n', 'not-a-mapping'],
  ['a sentence', 'call me later\n', 'not-a-mapping'],
  ['a list', '- a\n- b\n', 'not-a-mapping'],
  ['an empty list', '[]\n', 'not-a-mapping'],
  ['an empty mapping', '{}\n', 'clean'],
  ['a block of text', '|\n  text\n', 'not-a-mapping'],
  ['JSON', '{"apiVersion": "ai-system/v1", "system": {"name": "a"}}', 'clean'],
  ["somebody else's", 'apiVersion: v1\nkind: Pod\n', 'skipped'],
  ["somebody else's, without a marker", 'services:\n  web: 1\n', 'skipped'],
  ['a marker that is a list', 'apiVersion: [ai-system/v1]\nsystem:\n  name: a\n', 'invalid-value'],

  // Wrong bytes, as an editor shows them.
  ['NUL', `${head}system:\n  name: a\0b\n`, 'invalid-character'],
  ['NUL only', '\0', 'invalid-character'],
  ['control characters', `${head}system:\n  name: a\x07\x1b[31mb\n`, 'invalid-character'],
  ['U+FFFD', `${head}system:\n  name: a\ufffdb\n`, 'invalid-character'],
  ['UTF-16 read as UTF-8', [...`${head}system:\n`].map((letter) => `${letter}\0`).join(''), 'invalid-character'],
  ['marks that turn the direction', `${head}system:\n  name: a\u202eb\n`, 'invalid-character'],
  ['a byte order mark inside', `${head}\ufeffsystem:\n  name: a\n`, 'invalid-character'],
  ['a lone surrogate', `${head}system:\n  purpose: a \ud800 b\n`, 'clean'],
  ['carriage returns only', `# note\r${head.trim()}\rsystem:\r  name: a\r`, 'lone-carriage-return'],
  ['a byte order mark on top', `\ufeff${head}system:\n  name: a\n`, 'clean'],
  ['tabs', `${head}system:\n\tname: a\n\t\tstage: pilot\n`, 'tab-indentation'],
  ['unicode everywhere', `${head}system:\n  name: søk-𝒳\n  purpose: "日本語 😀 é́"\n`, 'invalid-value'],

  // Deeper than any stack.
  ...['[', '{', '- ', '? ', '{a: ', '[{a: ', '- - ', '? - ', '"', "'", '!a ', '&a ', '!<a> '].map((piece) => {
    return [`${JSON.stringify(piece)}, ${deep} times`, piece.repeat(deep), 'some'] as const;
  }),
  ...['[', '{a: ', '- ', '? '].map((piece) => {
    return [
      `${JSON.stringify(piece)} below a section`,
      `${head}system:\n  name: ${piece.repeat(deep)}`,
      'some',
    ] as const;
  }),
  ['nested mappings in block style', nested(1900), 'syntax-error'],
  [
    'nested lists of one column',
    `system:\n${Array.from({ length: 5000 }, (_, i) => `${'-'.padStart(2, ' ').repeat(i % 90)} x\n`).join('')}`,
    'some',
  ],
  ['100 levels', '[ '.repeat(100) + ' ]'.repeat(100), 'not-a-mapping'],
  ['101 levels', '[ '.repeat(101) + ' ]'.repeat(101), 'syntax-error'],

  // Anchors and aliases.
  ['an alias bomb', bomb(10, 10), 'syntax-error'],
  [
    'an alias bomb of mappings',
    bomb(10, 10).replaceAll(
      /\[(.*)\]/g,
      (_, list: string) =>
        `{${list
          .split(', ')
          .map((a, i) => `k${i}: ${a}`)
          .join(', ')}}`,
    ),
    'some',
  ],
  [
    'thousands of aliases',
    `${head}system: &a\n  name: x\nowners:\n${lines(20_000, (i) => `  o${i}: *a`)}`,
    'syntax-error',
  ],
  ['an anchor within itself', `${head}system: &a\n  name: *a\n`, 'syntax-error'],
  ['a list within itself', `${head}system:\n  languages: &a [*a, *a]\n`, 'syntax-error'],
  ['anchors within one another', `${head}system: &a\n  users: &b\n    who: *a\n    count: *b\n`, 'syntax-error'],
  ['an alias to nothing', `${head}system: *nothing\n`, 'unquoted-star'],
  ['an alias as a key', `${head}system: &a x\n*a : y\n`, 'some'],
  [
    'one anchor twice',
    `${head}system:\n  name: &a x\n  purpose: &a y\n  owner: *a\nowners:\n  x:\n    team: b\n`,
    'undefined-id',
  ],
  ['merge keys', `${head}owners:\n  a: &a\n    team: A\n  b:\n    <<: *a\n`, 'unknown-key'],
  ['a merge key within itself', `${head}owners: &a\n  <<: *a\n`, 'some'],

  // Names that JavaScript knows.
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'].flatMap((name) => [
    [`the section ${name}`, `${head}${name}: 1\nsystem:\n  name: a\n`, 'unknown-key'] as const,
    [`the section ${name} without a value`, `${head}${name}:\nsystem:\n  name: a\n`, 'unknown-key'] as const,
    [`the field ${name}`, `${head}system:\n  ${name}:\n    polluted: 1\n`, 'unknown-key'] as const,
    [`the owner ${name}`, `${head}owners:\n  ${name}:\n    teem: A\n`, 'some'] as const,
    [
      `the metric ${name}`,
      `${head}monitoring:\n  metrics:\n    ${name}:\n      kind: ${name}\n`,
      'invalid-value',
    ] as const,
    [
      `a reference to ${name}`,
      `${head}system:\n  owner: ${name}\nowners:\n  a:\n    team: b\n`,
      name.startsWith('_') ? 'invalid-value' : 'undefined-id',
    ] as const,
    [`a rule called ${name}`, `${head}waivers:\n  - rule: ${name}\n`, 'some'] as const,
  ]),

  // Odd YAML.
  ['several documents', `${head}system:\n  name: a\n---\n${head}---\n`, 'several-documents'],
  ['10,000 documents', '--- a\n'.repeat(10_000), 'several-documents'],
  ['unknown tags', `${head}system: !ruby/object:Gem\n  name: !!python/object/apply:os.system [x]\n`, 'unknown-tag'],
  ['a tag without a handle', `${head}system: !x!y\n  name: a\n`, 'some'],
  ['directives', `%YAML 9.9\n%TAG ! x\n---\n${head}`, 'some'],
  ['a list as a key', `${head}? [a, b]\n: c\n`, 'syntax-error'],
  ['a mapping as a key', `${head}{a: b}: c\n`, 'syntax-error'],
  ['keys without names', `${head}: a\n: b\n`, 'some'],
  ['a bad escape', 'a: "\\u12"\n', 'syntax-error'],
  ['an open quote', `${head}system:\n  name: "a\n  stage: pilot\nowners:\n  a:\n    team: b\n`, 'syntax-error'],
  ['an open bracket', `${head}system: [\nowners:\n  a:\n    team: b\n`, 'syntax-error'],
  ['a block of text without a size', `${head}system:\n  purpose: |99\n    a\n`, 'some'],
  ['a conflict', `${head}<<<<<<< HEAD\nsystem:\n=======\nowners:\n>>>>>>> b\n`, 'syntax-error'],
  ['a template', `${head}system:\n  name: {{ name }}\n{% if a %}\n`, 'some'],

  // Many and long.
  ['40,000 sections', head + lines(40_000, (i) => `k${i}: 1`), 'too-many-findings'],
  ['20,000 owners', `${head}owners:\n${lines(20_000, (i) => `  o${i}:\n    team: t${i}`)}`, 'too-many-findings'],
  ['25,000 owners in braces', `${head}owners: {${lines(25_000, (i) => `  o${i}: {},`)}}`, 'too-many-findings'],
  ['40,000 times one key', head + 'system: a\n'.repeat(40_000), 'too-many-findings'],
  ['20,000 times one id', `${head}owners:\n${'  a:\n    team: b\n'.repeat(20_000)}`, 'too-many-findings'],
  ['100,000 scalars in a list', `${head}system:\n  languages:\n${'    - de\n'.repeat(100_000)}`, 'some'],
  [
    '45,000 wrong scalars in a list',
    `${head}system:\n  languages:\n${'    - nowhere land\n'.repeat(45_000)}`,
    'too-many-findings',
  ],
  ['45,000 placeholders', `${head}system:\n  in_scope:\n${'    - TODO\n'.repeat(45_000)}`, 'too-many-findings'],
  [
    '18,000 times one text',
    `${head}operations:\n  incidents:\n    modes:\n${lines(18_000, (i) => `      m${i}:\n        first_action: x`)}`,
    'too-many-findings',
  ],
  ['100,000 empty items', `${head}system:\n  in_scope:\n${'    -\n'.repeat(100_000)}`, 'some'],
  [
    '25,000 mappings in a list of texts',
    `${head}system:\n  in_scope:\n${'    - a: b\n'.repeat(25_000)}`,
    'too-many-findings',
  ],
  ['20,000 waivers', `${head}waivers:\n${'  - rule: source-auth\n    where: x\n'.repeat(20_000)}`, 'some'],
  [
    '20,000 references to nothing',
    `${head}owners:\n${lines(20_000, (i) => `  o${i}:\n    backup: x${i}`)}`,
    'too-many-findings',
  ],
  [
    '20,000 metrics of no kind',
    `${head}monitoring:\n  metrics:\n${lines(20_000, (i) => `    m${i}:\n      window: 1d`)}`,
    'too-many-findings',
  ],
  ['20,000 empty fields', `${head}sources:\n${lines(20_000, (i) => `  s${i}:\n    owner:`)}`, 'too-many-findings'],
  [
    '20,000 fields that became comments',
    `${head}sources:\n${lines(20_000, (i) => `  s${i}:\n    owner: #x`)}`,
    'too-many-findings',
  ],
  [
    '17,000 selectors that became comments',
    `${head}prompts:\n${lines(17_000, (i) => `  p${i}:\n    path: a.md #x`)}`,
    'too-many-findings',
  ],
  [
    '20,000 comments that silence',
    `${head}models:\n${lines(20_000, (i) => `  m${i}:\n    version: ${i} # ai-system-ignore unquoted-version -- x`)}`,
    'some',
  ],
  ['45,000 stars that lead nowhere', head + 'a: *a\n'.repeat(45_000), 'unquoted-star'],
  ['45,000 merge keys that lead nowhere', head + '<<: *a\n'.repeat(45_000), 'some'],
  ['60,000 quotes in the first column', '"\n'.repeat(60_000), 'syntax-error'],
  ['30,000 open brackets', 'a: [\n'.repeat(30_000), 'syntax-error'],
  [
    '8,000 waivers for 8,000 sources',
    `${head}waivers:\n${lines(8000, (i) => `  - rule: source-auth\n    where: s${i}\n    reason: the vendor comes later\n    owner: a\n    expires: 2026-12-31`)}sources:\n${lines(8000, (i) => `  s${i}:\n    owner: a`)}`,
    'some',
  ],
  ['20,000 empty fields twice over', `${head}system: {${'name,'.repeat(20_000)}}`, 'too-many-findings'],
  ['100,000 comments', `${head}${'# x\n'.repeat(100_000)}`, 'clean'],
  ['100,000 colons', `${head}a${': '.repeat(100_000)}`, 'some'],
  ['100,000 stars', `${head}system: ${'*'.repeat(100_000)}`, 'some'],
  ['100,000 dashes', '-'.repeat(100_000), 'some'],
  ['100,000 spaces', `${head}system:${' '.repeat(100_000)}x`, 'invalid-value'],
  ['1,000,000 spaces', `${head}system:\n  name: x${' '.repeat(1_000_000)}# y`, 'clean'],
  ['a very long line', `${head}system:\n  purpose: ${'word '.repeat(300_000)}`, 'clean'],
  ['a very long value of a short form', `${head}system:\n  launch: ${'2'.repeat(1_000_000)}`, 'invalid-value'],
  ['a very long key', `${head}system:\n  ${'k'.repeat(1_000_000)}: x\n`, 'some'],
  ['a long unknown key', `${head}system:\n  ${'k'.repeat(1000)}: x\n`, 'unknown-key'],
  [
    'a very long id',
    `${head}system:\n  owner: ${'a-'.repeat(500_000)}\nowners:\n  ${'a-'.repeat(400)}:\n    team: x\n`,
    'some',
  ],
  ['a very long quoted line', `${head}system:\n  purpose: "${'\\u0041'.repeat(200_000)}"\n`, 'clean'],
  ['a line of astral characters', `${head}system:\n  purpose: ${'😀'.repeat(200_000)}\n`, 'clean'],

  // Larger than a spec can be.
  ['2 MB and more', `${head}# ${'x'.repeat(largestFile)}`, 'unreadable-file'],
  ['10 MB', `${head}${'owners:\n  a: b\n'.repeat(700_000)}`, 'unreadable-file'],
  ['3 MB in fewer than 2 million characters', `${head}# ${'€'.repeat(1_000_000)}`, 'unreadable-file'],
  ['10 MB of brackets', '['.repeat(10_000_000), 'unreadable-file'],
];

describe('any text gets an answer', () => {
  for (const [name, text, expected] of texts) {
    test(name, () => {
      const analysis = within(() => check(text, { asOf: today }));
      sound(analysis);
      const rules = new Set(analysis.findings.map(({ rule }) => rule));
      if (expected === 'skipped') assert.ok(analysis.skipped !== undefined && rules.size === 0);
      else if (expected === 'clean')
        assert.deepEqual(
          unreadable.filter((rule) => rules.has(rule)),
          [],
        );
      else if (expected === 'some') assert.ok(rules.size > 0);
      else assert.ok(rules.has(expected), `${expected} is not among ${[...rules].join(', ')}`);
    });
  }
});

/** Each kept reading for seconds, for one of several reasons: complaints, sections, slips, names to guess, aliases. */
const repeated: readonly (readonly [before: string, piece: string])[] = [
  ['a: ', ']'],
  ['a: ', ']: '],
  ['a: ', '[\n'],
  ['a: ', '\n|'],
  ['a: ', 'a\n'],
  ['a: ', '*&\n'],
  ['a: [', "\r*'"],
  ['a: [', '\n\r{'],
  ['a: [', ': \n'],
  ['a: "', '\\#\n%'],
  ['', '"'],
  ['', '%@\n'],
  ['', '---\n'],
  ['', ',: \t[]\n'],
  [head, "'\n"],
  [head, '\n1'],
  [head, 'k: 1\n'],
  [`${head}system:\n  `, '"'],
  [`${head}system:\n  `, '\n%'],
  [`${head}system:\n  `, '\n? '],
  [`${head}system:\n  `, '}{\n é'],
  [`${head}system: &a {name: x}\nowners:\n  a: [`, '*a,'],
  [`${head}owners: {`, '>{1}'],
  [`${head}owners: {`, ',~a'],
  [`${head}owners: {`, '!a ,'],
];

describe('the same few signs for ever are read so far, and no further', () => {
  for (const [before, piece] of repeated) {
    for (const size of [50_000, 180_000, 1_000_000]) {
      test(`${JSON.stringify(before + piece)} for ${size} characters`, () => {
        const text = before + piece.repeat(size / piece.length);
        let cost = 0;
        const counted = (part: string) => {
          const reading = readYaml(part);
          cost += reading.cost;
          return reading;
        };
        within(() => recovered(counted(text), counted));
        assert.ok(cost <= 600_000, `it cost ${cost}`);
        const analysis = within(() => check(text, { asOf: today }));
        sound(analysis);
        assert.ok(analysis.findings.some(({ severity }) => severity === 'error'));
        assert.ok(analysis.doc.yaml.problems.length <= 7000, `${analysis.doc.yaml.problems.length} problems`);
      });
    }
  }
});

test('fixing what is hostile neither throws nor hangs', () => {
  for (const [name, text] of texts) {
    if (text.length > 20_000) continue;
    const fixed = within(() => fixAll(text, { asOf: today }));
    assert.ok(fixed.rounds < 10, name);
    sound(fixed.analysis);
  }
});

test('a large text is stopped by its size as a file, and one just below is read', () => {
  const rest = largestFile - head.length - 2;
  for (const letter of ['x', 'é', '€', '😀']) {
    const full = `${head}# ${letter.repeat(Math.floor(rest / Buffer.byteLength(letter)))}`;
    const stopped = (text: string) =>
      check(text, { asOf: today }).findings.some(({ rule }) => rule === 'unreadable-file');
    assert.deepEqual([stopped(full), stopped(full + letter)], [false, true], letter);
  }
});

test('a good spec is read as ever after a text that was too large', () => {
  const { text } = example('rag-pilot');
  const previous = check('x'.repeat(largestFile + 1), { asOf: today });
  const said = (analysis: Analysis) => analysis.findings.map(({ rule, message, span }) => ({ rule, message, span }));
  assert.deepEqual(said(check(text, { asOf: today, previous })), said(check(text, { asOf: today })));
});

test('nothing of Object is reached through names', () => {
  check(texts.map(([, text]) => (text.length < 1000 ? text : '')).join('\n'), { asOf: today });
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

describe('bytes that are no spec', () => {
  const utf16 = (order: 'le' | 'be', mark: boolean) => {
    const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${head}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const refused: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-16, little-endian', utf16('le', true)],
    ['UTF-16, big-endian', utf16('be', true)],
    ['UTF-16, little-endian, without a mark', utf16('le', false)],
    ['UTF-16, big-endian, without a mark', utf16('be', false)],
    ['10 MB', Buffer.alloc(10_000_000, 'a: b\n')],
  ];
  for (const [name, bytes] of refused) {
    test(`${name} is refused`, () => assert.equal(decode(bytes).kind, 'refused'));
  }

  test('invalid UTF-8 is text with a mark where it is broken, and a finding there', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${head}system:\n  name: a`),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('b\n'),
    ]);
    const decoded = decode(bytes);
    assert.ok(decoded.kind === 'text');
    assert.ok(check(decoded.text, { asOf: today }).findings.some(({ rule }) => rule === 'invalid-character'));
  });
});

/** What a text may not have that is well formed as YAML and ours. */
const unreadable = [
  'syntax-error',
  'not-a-mapping',
  'empty-file',
  'unknown-key',
  'invalid-value',
  'invalid-character',
  'unreadable-file',
];

/** Every finding lies in its text, says something on one line, and its fixes are about that text. */
function sound({ doc, findings }: Analysis): void {
  for (const { rule, message, span, related = [], fixes } of findings) {
    assert.notEqual(rule, 'internal-error', message);
    assert.match(message, /^\S.*[.!?]$/, `${rule}: ${message.slice(0, 300)}`);
    assert.ok(message.length < 2000, `${rule} says ${message.length} characters`);
    for (const { start, end } of [span, ...related.map((one) => one.span)]) {
      assert.ok(
        start >= 0 && start <= end && end <= doc.text.length,
        `${rule} at ${start}–${end} of ${doc.text.length}`,
      );
    }
    if (doc.text.length > 20_000) continue;
    for (const { edits } of fixes()) assert.equal(typeof applyEdits(doc.text, edits), 'string');
  }
  assert.ok(findings.length <= 1001);
}

function lines(count: number, line: (index: number) => string): string {
  return `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
}

function nested(levels: number): string {
  return lines(levels, (level) => `${' '.repeat(level)}k:`);
}

function bomb(levels: number, width: number): string {
  const first = `${head}a0: &a0 [x]\n`;
  return (
    first + lines(levels, (level) => `a${level + 1}: &a${level + 1} [${Array(width).fill(`*a${level}`).join(', ')}]`)
  );
}
