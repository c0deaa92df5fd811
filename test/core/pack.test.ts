import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { applyEdits, check, coverage, parseConfig, parsePack, resolveConfig } from '../../core/src/index.ts';
import { failure, type Test } from '../../core/src/packs/assertion.ts';
import { readPattern } from '../../core/src/packs/pattern.ts';

const head = `apiVersion: ai-system-pack/v1
name: acme
title: Acme house rules
date: 2026-11-01
sources: [https://intra.acme.example/ai]
`;

const house = `${head}requirements:
  eu-hosted:
    applies_when: { trait: hosted }
    subject: models.*
    assert:
      one_of: { provider: [azure-eu, bedrock-eu] }
    message: Models run in the EU.
    why: Claims data must not leave it.
    severity: { production: error }
  short-retention:
    applies_when: { field: data.personal, one_of: [special] }
    subject: sources.*
    assert:
      present: [owner, data.class]
      equals: { data.class: restricted }
    message: Health data is restricted and has an owner.
    why: Somebody must answer for it.
  kept-logs:
    subject: logging
    assert:
      at_least: { retention: 90d }
      at_most: { retention: 400d }
      matches: { store: "elastic:[a-z-]+" }
    message: Logs are kept for a quarter, in our store.
    why: Complaints come late.
    gap: observability
clauses:
  H1:
    title: Hosting
    requirements: [eu-hosted]
  H2:
    title: Owners and logs
    requirements: [short-retention, kept-logs, owner-reachable]
  H3:
    title: Nothing yet
    requirements: []
`;

const spec = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  stage: production
models:
  answer:
    provider: openai
    role: generate
  rerank:
    provider: azure-eu
sources:
  letters:
    data:
      personal: special
      class: internal
  wordings:
    data:
      personal: none
logging:
  retention: 30d
  store: splunk:claims
`;

function judged(text: string, pack = house, configText = '') {
  const { pack: parsed } = parsePack(pack);
  const added = parsed?.requirements ?? [];
  const config = resolveConfig(parseConfig(configText, 'ai-system.config.yaml', added).layers, undefined, added);
  return check(text, { asOf: '2026-06-15', config });
}

test('requirements of a pack are judged like those that are built in', () => {
  assert.deepEqual(parsePack(house).findings, []);
  const { findings } = judged(spec);
  const own = findings.filter(({ rule }) => rule.startsWith('acme-'));
  assert.deepEqual(
    own.map(({ rule, severity, message, span, subject }) => [
      rule,
      severity,
      subject,
      spec.slice(span.start, span.end).trim(),
      message,
    ]),
    [
      [
        'acme-eu-hosted',
        'error',
        '/models/answer',
        'openai',
        'Model "answer": `provider` is "openai" and not one of azure-eu, bedrock-eu. Models run in the EU.',
      ],
      [
        'acme-short-retention',
        'warning',
        '/sources/letters',
        'letters',
        'Source "letters" has no `owner`. Health data is restricted and has an owner.',
      ],
      [
        'acme-short-retention',
        'warning',
        '/sources/letters',
        'internal',
        'Source "letters": `data.class` is "internal" and not "restricted". Health data is restricted and has an owner.',
      ],
      [
        'acme-kept-logs',
        'warning',
        '/logging',
        '30d',
        '`logging`: `retention` is 30d, at least 90d is asked. Logs are kept for a quarter, in our store.',
      ],
      [
        'acme-kept-logs',
        'warning',
        '/logging',
        'splunk:claims',
        '`logging`: `store` is "splunk:claims", which does not match elastic:[a-z-]+. Logs are kept for a quarter, in our store.',
      ],
    ],
  );
  const lacks = own.find(({ message }) => /has no `owner`/.test(message));
  const [fix] = lacks?.fixes() ?? [];
  assert.match(applyEdits(spec, fix?.edits ?? []), / {4}owner: TODO/);
});

test('they can be set, waived and asked of a section that is not there', () => {
  const off = judged(spec, house, 'rules: { acme-kept-logs: off, acme-eu-hosted: { production: info } }\n').findings;
  assert.ok(!off.some(({ rule }) => rule === 'acme-kept-logs'));
  assert.equal(off.find(({ rule }) => rule === 'acme-eu-hosted')?.severity, 'info');

  const waived = judged(`${spec}waivers:
  - rule: acme-kept-logs
    reason: the new store is bought and comes in July
    expires: 2026-07-31
`);
  assert.ok(!waived.findings.some(({ rule }) => rule === 'acme-kept-logs' || rule === 'unused-waiver'));

  const { findings, assessments } = judged('apiVersion: ai-system/v1\nsystem:\n  name: x-assistant\n');
  const logs = findings.find(({ rule }) => rule === 'acme-kept-logs');
  assert.match(
    logs?.message ?? '',
    /^`logging` does not say what "Acme house rules" asks: `retention`, `store` are missing\./,
  );
  assert.equal(assessments.find(({ rule }) => rule === 'acme-short-retention')?.state, 'not-applicable');
});

test('coverage: clause by clause, what is open and what was not judged', () => {
  const { pack } = parsePack(house);
  assert.ok(pack !== undefined);
  const lines = coverage(pack, judged(spec));
  assert.deepEqual(
    lines.map(({ clause, standing, state, open }) => [
      clause.id,
      standing,
      state,
      [...new Set(open.map(({ rule }) => rule))],
    ]),
    [
      ['H1', 'open', 'hollow', ['acme-eu-hosted']],
      ['H2', 'open', 'missing', ['owner-reachable', 'acme-short-retention', 'acme-kept-logs']],
      ['H3', 'unserved', undefined, []],
    ],
  );
});

test('coverage: what is not asked yet, what does not concern the system, and what is switched off', () => {
  const { pack } = parsePack(house);
  assert.ok(pack !== undefined);
  const first = (text: string, config = '') => {
    const [line] = coverage(pack, judged(text, house, config));
    return [line?.standing, line?.state, line?.requirements[0]?.unjudged];
  };
  assert.deepEqual(first(spec.replace('stage: production', 'stage: pilot')), ['not asked', undefined, 'not asked']);
  assert.deepEqual(first(spec.replaceAll(/provider: .*/g, 'provider: own')), [
    'not asked',
    'not-applicable',
    undefined,
  ]);
  assert.deepEqual(first(spec.replaceAll(/provider: .*/g, 'provider: azure-eu')), ['answered', 'declared', undefined]);
  const { pack: act } = parsePack(readFileSync('packs/eu-ai-act.ai-system-pack.yaml', 'utf8'));
  assert.ok(act !== undefined);
  const risk = coverage(act, judged(spec)).find(({ clause }) => clause.id === 'art-11');
  assert.equal(risk?.requirements[0]?.unjudged, 'no concern');
  const off = 'rules:\n  acme-eu-hosted: off\n';
  assert.deepEqual(first(spec, off), ['open', undefined, 'switched off']);
});

const mistakes: readonly (readonly [name: string, text: string, ...found: RegExp[]])[] = [
  ['nothing', '', /`apiVersion` .* it is missing/, /`name`/, /`title`/, /`date`/, /`sources`/],
  [
    'another version',
    head.replace('v1', 'v2'),
    /`apiVersion` of a rule pack is ai-system-pack\/v1; here is "ai-system-pack\/v2"/,
  ],
  ['a name of several words', head.replace('name: acme', 'name: Acme Inc'), /`name` of a rule pack is a short name/],
  ['no date', head.replace('2026-11-01', 'soon'), /`date` of a rule pack is the day/],
  ['a section that is none', `${head}requirement: {}\n`, /Did you mean `requirements`\?/],
  ['no assertion', wrong('subject: system', 'message: m', 'why: w'), /asserts nothing/],
  ['no subject', wrong('assert: { present: name }', 'message: m', 'why: w'), /`subject` is a path/],
  [
    'a subject that is none',
    wrong('subject: surces.*', 'assert: { present: x }', 'message: m', 'why: w'),
    /"surces\.\*" is no field of a spec\. Did you mean `sources`\?/,
  ],
  [
    'a field that is none',
    wrong('subject: sources.*', 'assert: { present: ownr }', 'message: m', 'why: w'),
    /"ownr" is no field of `sources\.\*`\. Did you mean `owner`\?/,
  ],
  [
    'a test that is none',
    wrong('subject: system', 'assert: { presnt: name }', 'message: m', 'why: w'),
    /"presnt" is not a test\. Did you mean `present`\?/,
  ],
  [
    'a pattern with groups',
    wrong('subject: system', 'assert: { matches: { name: "(a+)+" } }', 'message: m', 'why: w'),
    /and no groups/,
  ],
  [
    'a limit that is none',
    wrong('subject: logging', 'assert: { at_least: { retention: long } }', 'message: m', 'why: w'),
    /such as 90d; here is "long"/,
  ],
  [
    'a trait that is none',
    wrong('subject: system', 'applies_when: { trait: hostd }', 'assert: { present: name }', 'message: m', 'why: w'),
    /A trait is one of/,
  ],
  [
    'a clause with a stranger',
    `${head}clauses:\n  A1:\n    title: t\n    requirements: [owner-reachble]\n`,
    /No requirement is called "owner-reachble"\. Did you mean `owner-reachable`\?/,
  ],
];

function wrong(...parts: readonly string[]): string {
  return `${head}requirements:\n  one:\n${parts.map((part) => `    ${part}\n`).join('')}`;
}

for (const [name, text, ...found] of mistakes) {
  test(`a bad pack: ${name}`, () => {
    const messages = parsePack(text).findings.map(({ message }) => message);
    for (const pattern of found)
      assert.ok(
        messages.some((message) => pattern.test(message)),
        messages.join('\n'),
      );
    assert.equal(messages.length, found.length, messages.join('\n'));
  });
}

test('what is asked under a condition that cannot be read is not asked of everybody', () => {
  const text = wrong(
    'subject: system',
    'applies_when: { trait: hostd }',
    'assert: { present: name }',
    'message: m',
    'why: w',
  );
  assert.deepEqual(parsePack(text).pack?.requirements, []);
});

test('patterns: whole values, no groups, no time', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['elastic:[a-z-]+', ['elastic:a-b'], ['elastic:', 'xelastic:a', 'elastic:A']],
    ['\\d{4}-\\d{2}', ['2026-11'], ['26-11', '2026-111']],
    ['v\\d+(x)', [], []],
    ['a?b*c+', ['c', 'abbcc', 'bc'], ['ab', 'aabc']],
    ['eu-.*|de', ['eu-west-1', 'de'], ['us', 'de-1']],
    ['[^0-9]{2,3}', ['ab', 'abc'], ['a', 'a1', 'abcd']],
    ['a\\.b', ['a.b'], ['axb']],
  ];
  for (const [source, good, bad] of cases) {
    const pattern = readPattern(source);
    assert.deepEqual(
      good.filter((text) => !pattern?.matches(text)),
      [],
      source,
    );
    assert.deepEqual(
      bad.filter((text) => pattern?.matches(text)),
      [],
      source,
    );
  }
  for (const source of ['(a)', 'a(?=b)', '\\1', 'a{3,2}', 'a{999}', '[', '*', 'a'.repeat(300)]) {
    assert.equal(readPattern(source), undefined, source);
  }
  const start = Date.now();
  readPattern('a*'.repeat(99))?.matches(`${'a'.repeat(1999)}b`);
  assert.ok(Date.now() - start < 1000);
});

test('like is held against like', () => {
  const fails = (kind: 'at_least' | 'at_most', value: string, limit: string) => failure({ kind, limit } as Test, value);
  assert.equal(fails('at_least', '13w', '90d'), undefined);
  assert.equal(fails('at_most', '600/min', '10/s'), undefined);
  assert.equal(fails('at_least', '2026-11-02', '2026-11-01'), undefined);
  assert.equal(fails('at_most', '40 EUR', '30 EUR'), 'is 40 EUR, at most 30 EUR is asked');
  assert.equal(fails('at_most', '40 EUR', '50 USD'), 'is "40 EUR", which cannot be held against 50 USD');
  assert.equal(fails('at_least', '5', '5%'), 'is "5", which cannot be held against 5%');
});

const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schemas/pack.schema.json', 'utf8')));

test('the schema of packs takes what is right', () => {
  assert.ok(validate(parse(house)), JSON.stringify(validate.errors));
  assert.ok(!validate(parse(head.replace('name: acme', 'nam: acme'))));
});

for (const file of readdirSync('packs')) {
  test(`packs/${file}`, () => {
    const text = readFileSync(join('packs', file), 'utf8');
    assert.ok(validate(parse(text)), JSON.stringify(validate.errors));
    const { pack, findings } = parsePack(text);
    const catalogue = Object.keys(JSON.parse(readFileSync('test/fixtures/requirement-fields.json', 'utf8')));
    assert.ok((pack?.clauses.length ?? 0) > 5);
    for (const { requirements } of pack?.clauses ?? []) {
      for (const id of requirements) assert.ok(catalogue.includes(id), id);
    }
    assert.deepEqual(
      findings.filter(({ rule }) => rule !== 'undefined-id'),
      [],
    );
    assert.doesNotMatch(text, /20(?:2[7-9]|[3-9]\d)/, 'no date to come');
  });
}
