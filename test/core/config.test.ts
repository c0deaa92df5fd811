import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, check, parseConfig, ruleById } from '../../core/src/index.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  /** The token that is marked, the rule, and what is said. */
  readonly found: readonly (readonly [string, string, RegExp])[];
  /** What the first fix of each makes of it. */
  readonly fixed?: string;
}

const cases: readonly Case[] = [
  { name: 'nothing', text: '', found: [] },
  { name: 'comments only', text: '# later\n', found: [] },
  {
    name: 'all there is',
    text: `extends: ["./base.yaml", "@acme/config"]
rules:
  unused-id: off
  source-tested: { pilot: off, production: error }
numbers:
  longest-waiver: 45d
  smallest-edge-case-share: 15%
  fewest-edge-case-kinds: 4
  tool-default-threshold: 0.6
overrides:
  - files: pilots/**
    rules: { unused-id: info }
    numbers: { longest-copy-age: 6w }
roots:
  platform: ../platform
packs: "@acme/house"
`,
    found: [],
  },
  {
    name: 'a setting that is close to one',
    text: 'rule:\n  unused-id: off\n',
    found: [['rule', 'unknown-key', /^"rule" is not a setting\. Did you mean `rules`\?$/]],
    fixed: 'rules:\n  unused-id: off\n',
  },
  {
    name: 'a setting that is close to none',
    text: 'colour: blue\n',
    found: [['colour', 'unknown-key', /is not a setting; there are `extends`, `rules`, .* and `packs`\.$/]],
    fixed: '',
  },
  {
    name: 'a rule: misspelt, the beginning of one, in another case',
    text: 'rules:\n  unused-di: off\n  owner-reach: info\n  logEveryCall: error\n  zzz: off\n',
    found: [
      ['unused-di', 'unknown-key', /Did you mean `unused-id`\?/],
      ['owner-reach', 'unknown-key', /Did you mean `owner-reachable`\?/],
      ['logEveryCall', 'unknown-key', /Did you mean `log-every-call`\?/],
      ['zzz', 'unknown-key', /^"zzz" is not a rule\.$/],
    ],
  },
  {
    name: 'a severity',
    text: 'rules:\n  unused-id: warn\n  source-tested: { pilto: off, pilot: Error }\n  source-auth: [off]\n  source-formats:\n',
    found: [
      ['warn', 'invalid-value', /^A severity is one of off, info, warning or error; "warn" is none of them\.$/],
      ['pilto', 'unknown-key', /Did you mean `pilot`\?|there are `pilot`/],
      ['Error', 'invalid-value', /"Error" is none of them/],
      ['[off]', 'invalid-value', /here is a list/],
      ['source-formats', 'invalid-value', /here is nothing/],
    ],
  },
  {
    name: 'a number: without its unit, in words, out of range, of the wrong kind',
    text: `numbers:
  longest-waiver: 45
  longestCopyAge: 1d
  longest-index-age: 6 weeks
  smallest-edge-case-share: 130%
  fewest-edge-case-kinds: [3]
`,
    found: [
      ['45', 'invalid-value', /^`longest-waiver` is a duration such as 30d or 6w; "45" is not\.$/],
      ['longestCopyAge', 'unknown-key', /Did you mean `longest-copy-age`\?/],
      ['6 weeks', 'invalid-value', /a duration/],
      ['130%', 'invalid-value', /a share such as 10%/],
      ['[3]', 'invalid-value', /a whole number/],
    ],
    fixed: `numbers:
  longest-waiver: 45d
  longest-copy-age: 1d
  longest-index-age: 6w
  smallest-edge-case-share: 130%
  fewest-edge-case-kinds: [3]
`,
  },
  {
    name: 'no system goes without it',
    text: 'rules:\n  owner-reachable: warning\n  unused-id: off\n',
    found: [['owner-reachable', 'invalid-value', /cannot be lowered/]],
    fixed: 'rules:\n  unused-id: off\n',
  },
  {
    name: 'lists and mappings in the wrong place',
    text: 'rules: [unused-id]\nnumbers: 3\noverrides: { files: x }\nroots: here\nextends: { a: b }\n',
    found: [
      ['[unused-id]', 'invalid-value', /^`rules` is a mapping .*; here is a list\.$/],
      ['3', 'invalid-value', /^`numbers` is a mapping .*; here is "3"\.$/],
      ['{ files: x }', 'invalid-value', /^`overrides` is a list/],
      ['here', 'invalid-value', /^`roots` is a mapping/],
      ['{ a: b }', 'invalid-value', /here is a mapping/],
    ],
  },
  {
    name: 'overrides without files, with a stranger, and no override at all',
    text: 'overrides:\n  - rules: { unused-id: off }\n  - files: a\n    fils: b\n  - x\n',
    found: [
      ['rules', 'invalid-value', /`files` is missing/],
      ['fils', 'unknown-key', /is not a part of an override/],
      ['x', 'invalid-value', /An override has `files`/],
    ],
  },
  {
    name: 'roots',
    text: 'roots:\n  a b: ../x\n  platform: https://example.com/platform.git\n  empty:\n',
    found: [
      ['a b', 'invalid-value', /cannot be the name of a root/],
      ['https://example.com/platform.git', 'invalid-value', /is a URL/],
      ['empty', 'invalid-value', /A root is a folder/],
    ],
  },
  {
    name: 'twice the same key: the first counts',
    text: 'rules:\n  unused-id: off\n  unused-id: off\nrules: {}\n',
    found: [
      ['unused-id', 'duplicate-key', /^"unused-id" stands twice in `rules`\.$/],
      ['rules', 'duplicate-key', /stands twice in this file/],
    ],
    fixed: 'rules:\n  unused-id: off\n',
  },
  {
    name: 'several documents',
    text: 'rules: {}\n---\nrules: {}\n',
    found: [['---', 'several-documents', /^A configuration is one YAML document/]],
    fixed: 'rules: {}\n',
  },
  { name: 'a list', text: '- rules\n', found: [['- rules', 'not-a-mapping', /^A configuration is a mapping/]] },
  {
    name: 'what YAML does not take',
    text: 'rules:\n\tunused-id: off\n',
    found: [['', 'tab-indentation', /spaces/]],
  },
];

for (const { name, text, found, fixed } of cases) {
  test(`configuration: ${name}`, () => {
    const { findings } = parseConfig(text);
    assert.deepEqual(
      findings.map(({ rule, message }) => `${rule}: ${message}`).filter((_, at) => found[at] === undefined),
      [],
    );
    for (const [at, [token, rule, message]] of found.entries()) {
      const finding = findings[at];
      assert.ok(finding !== undefined, `${rule} at "${token}"`);
      assert.equal(finding.rule, rule);
      assert.match(finding.message, message);
      if (token !== '') assert.equal(text.slice(finding.span.start, finding.span.end).trim(), token);
      assert.ok(ruleById(rule) !== undefined, 'it has a page');
    }
    if (fixed !== undefined) {
      const edits = findings.flatMap((finding) => finding.fixes()[0]?.edits ?? []);
      assert.equal(applyEdits(text, edits), fixed);
    }
  });
}

test('what is wrong leaves the rest as it is', () => {
  const { layers } = parseConfig(
    'rules:\n  unused-id: off\n  nonsense: off\n  source-auth: high\nnumbers:\n  longest-waiver: 45d\n',
  );
  assert.deepEqual([...(layers[0]?.severities.get('unused-id') ? ['unused-id'] : [])], ['unused-id']);
  assert.deepEqual(layers[0]?.numbers, { longestWaiver: 45 });
});

test('a finding at the end of a file lies inside it', () => {
  for (const text of ['[:\n  a: b\n', 'rules: {', 'rules: "']) {
    for (const { span } of [...parseConfig(text).findings, ...check(text, { asOf: '2026-06-15' }).findings]) {
      assert.ok(span.start <= span.end && span.end <= text.length, text);
    }
  }
});
