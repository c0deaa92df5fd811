import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyIgnores, ignoreFix } from '../../core/src/config/ignores.ts';
import { rules as allRules, applyEdits, check } from '../../core/src/index.ts';
import { readSpec } from '../../core/src/spec/document.ts';
import { placed, today } from '../support/carets.ts';

const rules = /^(?:unquoted-version|unknown-key|unused-ignore|ignore-without-reason)$/;
const version = '    version: 1.10';
const head = 'models:\n  chat:\n';

/** What is found below `models`, in lines from 3 on. */
function found(lines: string): string[] {
  const text = `${head}${lines}\n`;
  const { findings } = check(text, { asOf: today });
  return placed(
    text,
    findings.filter(({ rule }) => rules.test(rule)),
  ).map((one) => one.replace(/:\S+/, ''));
}

const cases: readonly (readonly [name: string, lines: string, ...found: string[]])[] = [
  ['none', version, '3 unquoted-version'],
  ['at the end of the line', `${version} # ai-system-ignore unquoted-version -- the vendor calls it that`],
  ['alone above the line', `    # ai-system-ignore unquoted-version -- the vendor calls it that\n${version}`],
  ['above with another indentation', `# ai-system-ignore unquoted-version -- the vendor calls it that\n${version}`],
  ['with two spaces behind the sign', `${version} #  ai-system-ignore  unquoted-version  --  it is called that`],
  ['without a space behind the sign', `${version} #ai-system-ignore unquoted-version -- it is called that`],
  [
    'two lines above',
    `    # ai-system-ignore unquoted-version -- so\n\n${version}`,
    '3 unused-ignore',
    '5 unquoted-version',
  ],
  ['below', `${version}\n    # ai-system-ignore unquoted-version -- so`, '3 unquoted-version', '4 unused-ignore'],
  ['of another rule', `${version} # ai-system-ignore unknown-key -- so`, '3 unquoted-version', '3 unused-ignore'],
  [
    'of a rule that there is not',
    `${version} # ai-system-ignore unquoted -- so`,
    '3 unquoted-version',
    '3 unused-ignore',
  ],
  ['of no rule', `${version} # ai-system-ignore -- so`, '3 unquoted-version', '3 unused-ignore'],
  ['of several rules, with commas', `${version} # ai-system-ignore unknown-key, unquoted-version -- so`],
  ['of several rules, with spaces', `${version} # ai-system-ignore unknown-key unquoted-version -- so`],
  ['without a reason', `${version} # ai-system-ignore unquoted-version`, '3 ignore-without-reason'],
  ['with an empty reason', `${version} # ai-system-ignore unquoted-version --`, '3 ignore-without-reason'],
  [
    'with the reason that the fix puts there',
    `${version} # ai-system-ignore unquoted-version -- TODO why`,
    '3 ignore-without-reason',
  ],
  [
    'with a reason that mentions such a mark',
    `${version} # ai-system-ignore unquoted-version -- the to-do list says so`,
  ],
  ['one word too long', `${version} # ai-system-ignored unquoted-version -- so`, '3 unquoted-version'],
  ['behind other words', `${version} # see ai-system-ignore unquoted-version -- so`, '3 unquoted-version'],
  ['in quotes', `${version}\n    provider: "# ai-system-ignore unquoted-version -- so"`, '3 unquoted-version'],
  [
    'in a block of text',
    `    provider: |\n      # ai-system-ignore unquoted-version -- so\n${version}`,
    '5 unquoted-version',
  ],
  [
    'two on one line, one in the other',
    `    # ai-system-ignore unquoted-version -- so\n${version} # ai-system-ignore unquoted-version -- so`,
    '4 unused-ignore',
  ],
  [
    'one for two findings',
    `    # ai-system-ignore unquoted-version, unknown-key -- so\n    { version: 1.10, verse: 2 }`,
  ],
  [
    'one, and the next line is told',
    `${version} # ai-system-ignore unquoted-version -- so\n  spare:\n${version}`,
    '5 unquoted-version',
  ],
];

for (const [name, lines, ...expected] of cases) {
  test(`an ignore-comment ${name}`, () => assert.deepEqual(found(lines), expected));
  test(`an ignore-comment ${name}, with line ends of Windows`, () =>
    assert.deepEqual(found(lines.replaceAll('\n', '\r\n')), expected));
}

test('a requirement is not silenced: its exceptions are waivers', () => {
  const text = 'system: # ai-system-ignore stage-declared, owner-assigned -- so\n  name: a\n';
  const rulesOf = (given: string) =>
    check(given, { asOf: today }).findings.flatMap(({ rule, state }) => (state === undefined ? [] : [rule]));
  assert.deepEqual(rulesOf(text), rulesOf(text.replace(/ #.*/, '')));
});

for (const [name, before, after] of [
  ['at the end of a line', `${version} # ai-system-ignore unknown-key -- so\n`, `${version}\n`],
  ['on a line of its own', `    # ai-system-ignore unknown-key -- so\n    a: b\n`, '    a: b\n'],
  ['in the last line', `    a: b\n    # ai-system-ignore unknown-key -- so`, '    a: b\n'],
  ['before a line end of Windows', `    # ai-system-ignore unknown-key -- so\r\n    a: b\r\n`, '    a: b\r\n'],
] as const) {
  test(`one that silences nothing goes ${name}, and nothing else does`, () => {
    const doc = readSpec(head + before);
    const [unused] = applyIgnores(doc, [], allRules);
    assert.equal(unused?.rule, 'unused-ignore');
    assert.deepEqual(
      unused.fixes().map(({ safe, edits }) => [safe, applyEdits(doc.text, edits)]),
      [[true, head + after]],
    );
  });
}

for (const [ids, says, fixes] of [
  ['unknown-key', 'Nothing on its line is reported by `unknown-key`.', [['Remove the comment', true]]],
  [
    'provider-data-use',
    '`provider-data-use` is a requirement: only a waiver, with an end, excuses it.',
    [['Remove the comment', false]],
  ],
  [
    'unknown-key, unquoted-versio',
    'No rule is called `unquoted-versio`. Did you mean `unquoted-version`?',
    [
      ['Change to `unquoted-version`', false],
      ['Remove the comment', false],
    ],
  ],
  ['something-else', 'No rule is called `something-else`.', [['Remove the comment', false]]],
  ['', 'It names no rule.', [['Remove the comment', true]]],
] as const) {
  test(`why a comment silences nothing: ${ids}`, () => {
    const text = `${head}    version: "1.10" # ai-system-ignore ${ids} -- so\n`;
    const finding = check(text, { asOf: today }).findings.find(({ rule }) => rule === 'unused-ignore');
    assert.equal(finding?.message, `This comment silences nothing. ${says}`);
    const told = finding.fixes('help');
    assert.deepEqual(
      told.map(({ title, safe }) => [title, safe]),
      fixes,
    );
    if (told.length > 1)
      assert.equal(applyEdits(text, told[0]?.edits ?? []), text.replace('unquoted-versio ', 'unquoted-version '));
  });
}

test('a waiver of a requirement that nobody knows is given the name that was meant', () => {
  const waiver = (rule: string) =>
    `waivers:\n  - rule: ${rule}\n    reason: The wrapper logs from January on\n    owner: ops\n    expires: 2026-12-31\n`;
  const finding = check(waiver('source-testd'), { asOf: today }).findings.find(({ rule }) => rule === 'unused-waiver');
  const [fix] = finding?.fixes() ?? [];
  assert.equal(finding?.message, 'No requirement is called `source-testd`. Did you mean `source-tested`?');
  assert.equal(applyEdits(waiver('source-testd'), fix?.edits ?? []), waiver('source-tested'));
});

test('the comment that a fix writes silences the finding, and asks for its reason', () => {
  for (const lineEnd of ['\n', '\r\n']) {
    const text = `${head}${version}\n`.replaceAll('\n', lineEnd);
    const doc = readSpec(text);
    const at = text.indexOf('1.10');
    const [fix] = ignoreFix(doc, 'unquoted-version', { start: at, end: at + 4 });
    const mended = applyEdits(text, fix?.edits ?? []);
    assert.equal(mended.split(lineEnd)[2], '    # ai-system-ignore unquoted-version -- TODO why it does not hold here');
    const seen = check(mended, { asOf: today }).findings.filter(({ rule }) => rules.test(rule));
    assert.deepEqual(
      seen.map(({ rule }) => rule),
      ['ignore-without-reason'],
    );
  }
});

test('no such fix where the file cannot be read, and for what has no line', () => {
  const span = { start: 0, end: 1 };
  assert.deepEqual(ignoreFix(readSpec('a: ]\n'), 'unknown-key', span), []);
  for (const rule of ['empty-file', 'not-a-mapping', 'placeholder'])
    assert.deepEqual(ignoreFix(readSpec('a: b\n'), rule, span), []);
});
