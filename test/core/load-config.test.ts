import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type ConfigFiles, check, configOf, loadConfig, parseConfig, resolveConfig } from '../../core/src/index.ts';

const home = 'file:///repo/services/claims/ai-system.config.yaml';
const spec = 'file:///repo/services/claims/ai-system.yaml';

function files(given: Readonly<Record<string, string>>): ConfigFiles {
  const uris = new Map(Object.entries(given).map(([path, text]) => [`file:///repo/${path}`, text]));
  return {
    read: async (uri) => (uris.has(uri) ? new TextEncoder().encode(uris.get(uri)) : undefined),
    real: async (uri) => (uris.has(uri) || uri === 'file:///repo' ? uri : undefined),
    isRepository: async (folder) => folder === 'file:///repo',
    canonical: (uri) => uri.replaceAll('%40', '@'),
    shown: (uri) => uri.slice('file:///repo/'.length),
  };
}

async function load(text: string, given: Readonly<Record<string, string>> = {}) {
  const loaded = await loadConfig(home, text, files(given));
  const config = configOf(loaded, spec);
  return {
    ...loaded,
    settings: config.settings.map(({ name, to, source }) => `${name} ${to} ${source}`),
    messages: loaded.findings.map(({ message }) => message),
  };
}

const own = 'services/claims/ai-system.config.yaml';

const pack = (name: string, rest = '') =>
  `apiVersion: ai-system-pack/v1\nname: ${name}\ntitle: House\ndate: 2026-11-01\nsources: here\n${rest}`;

const named = `requirements:
  named:
    subject: system
    assert: { present: name }
    message: A system has a name.
    why: Nobody could speak of it.
`;

test('packs bring requirements, which every file may set; what is wrong in one is told where it is named', async () => {
  const given = {
    'base.yaml': 'packs: ./house.yaml\nrules: { house-named: error }\n',
    'house.yaml': pack('house', named),
    'twice.yaml': pack('house'),
    'bad.yaml': pack('bad', 'requirments: {}\n'),
  };
  const { settings, messages, packs } = await load(
    'extends: ../../base.yaml\npacks: [../../twice.yaml, ../../bad.yaml]\nrules: { house-named: { pilot: off } }\n',
    given,
  );
  assert.deepEqual(messages, [
    '"../../twice.yaml" is a second pack called "house".',
    'In "../../bad.yaml": "requirments" is not a section of a rule pack. Did you mean `requirements`?',
  ]);
  assert.deepEqual(
    packs.map(({ name }) => name),
    ['./house.yaml', '../../bad.yaml'],
  );
  assert.deepEqual(settings.toSorted(), [
    `rules.house-named.pilot off ${own}`,
    'rules.house-named.pre-production error base.yaml',
    'rules.house-named.production error base.yaml',
  ]);
});

test('a pack that comes with the command needs no entry, and one that is installed under its name is read', async () => {
  const { messages } = await load('packs: [owasp, oswap]\n');
  assert.deepEqual(messages, [
    '"owasp" comes with the command and needs no entry here: `ai-system report --pack owasp`.',
    '"oswap" is not installed: there is no node_modules/oswap/ai-system-pack.yaml here or above.',
  ]);
  const installed = await load('packs: owasp\n', { 'node_modules/owasp/ai-system-pack.yaml': pack('owasp') });
  assert.deepEqual(installed.messages, []);
});

test('what extends others wins over them, and later ones over earlier ones', async () => {
  const { settings, messages, looked } = await load(
    'extends: [../../one.yaml, "@acme/config", ./two.yaml]\nrules: { unused-id: info }\n',
    {
      'one.yaml': 'rules: { unused-id: off, repeated-text: off, echoes-name: off }\n',
      'node_modules/@acme/config/ai-system.config.yaml': 'extends: ./three.yaml\nrules: { repeated-text: error }\n',
      'node_modules/@acme/config/three.yaml': 'rules: { echoes-name: error }\n',
      'services/claims/two.yaml': 'numbers: { longest-waiver: 30d }\n',
    },
  );
  assert.deepEqual(messages, []);
  assert.deepEqual(settings.toSorted(), [
    'numbers.longest-waiver 30d services/claims/two.yaml',
    'rules.echoes-name error node_modules/@acme/config/three.yaml',
    'rules.repeated-text error node_modules/@acme/config/ai-system.config.yaml',
    `rules.unused-id info ${own}`,
  ]);
  assert.ok(looked.includes('file:///repo/services/claims/node_modules/@acme/config/ai-system.config.yaml'));
});

test('a package is looked for up to the root of the repository, and may name a file', async () => {
  const { messages, looked } = await load('extends: ["acme-config/strict.yaml", base.yaml]\n', {
    'node_modules/acme-config/strict.yaml': '',
  });
  assert.equal(messages.length, 1);
  assert.match(
    messages[0] ?? '',
    /^"base\.yaml" is not installed: .*; a file beside this one is written \.\/base\.yaml\.$/,
  );
  assert.ok(looked.every((uri) => uri.startsWith('file:///repo/')));
});

test('what cannot be extended is told where it is named', async () => {
  const text =
    'extends:\n  - ./missing.yaml\n  - ./ai-system.config.yaml\n  - ./circle.yaml\n  - ../../../outside.yaml\n  - /etc/passwd\n';
  const { messages, findings } = await load(text, {
    [own]: text,
    'services/claims/circle.yaml': 'extends: ./ai-system.config.yaml\n',
    '../outside.yaml': '',
  });
  assert.deepEqual(messages, [
    '"./missing.yaml" is not there.',
    '"./ai-system.config.yaml" is this file itself.',
    'In "./circle.yaml": "./ai-system.config.yaml" extends this file in turn.',
    '"../../../outside.yaml" is not there.',
    '"/etc/passwd" is neither a path, which begins with ./ or ../, nor the name of a package.',
  ]);
  assert.deepEqual(
    findings.map(({ span }) => text.slice(span.start, span.end)),
    ['./missing.yaml', './ai-system.config.yaml', './circle.yaml', '../../../outside.yaml', '/etc/passwd'],
  );
});

test('what is wrong in a file further up is told where it is extended', async () => {
  const { messages, findings } = await load('extends: ./base.yaml\n', {
    'services/claims/base.yaml': 'rules:\n  unused-di: off\n  a: off\n  b: off\n  c: off\n  d: off\n',
  });
  assert.equal(messages[0], 'In "./base.yaml": "unused-di" is not a rule. Did you mean `unused-id`?');
  assert.equal(messages.at(-1), 'In "./base.yaml": 2 more findings.');
  assert.deepEqual(new Set(findings.map(({ span }) => span.start)), new Set([9]));
});

test('overrides: globs start beside their file, those of a package where it is used', async () => {
  const { settings } = await load(
    'extends: ["@acme/config", ../../base.yaml]\noverrides: [{ files: other.yaml, rules: { unused-id: off } }]\n',
    {
      'node_modules/@acme/config/ai-system.config.yaml':
        'overrides: [{ files: ai-system.yaml, rules: { repeated-text: off } }]\n',
      'base.yaml':
        'overrides: [{ files: services/*, rules: { echoes-name: off } }, { files: ai-system.yaml, rules: { unquoted-version: off } }]\n',
    },
  );
  assert.deepEqual(settings.toSorted(), [
    'rules.echoes-name off base.yaml',
    'rules.repeated-text off node_modules/@acme/config/ai-system.config.yaml',
  ]);
});

test('roots and packs are found from the file that names them', async () => {
  const { roots, packs, messages } = await load(
    'extends: ../../base.yaml\nroots: { own: ../own }\npacks: ./none.yaml\n',
    {
      'base.yaml': 'roots: { platform: ../platform }\npacks: [./house.yaml, "@acme/house"]\n',
      'house.yaml': pack('house'),
      'node_modules/@acme/house/ai-system-pack.yaml': pack('acme'),
    },
  );
  assert.deepEqual(
    [...roots].map(([name, { uri }]) => [name, uri]),
    [
      ['platform', 'file:///platform'],
      ['own', 'file:///repo/services/own'],
    ],
  );
  assert.deepEqual(
    packs.map(({ uri }) => uri),
    ['file:///repo/house.yaml', 'file:///repo/node_modules/@acme/house/ai-system-pack.yaml'],
  );
  assert.deepEqual(messages, ['"./none.yaml" is not there.']);
});

test('configurations that extend each other by the thousand come to an end', async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `services/claims/c${at}.yaml`,
      `extends: [./c${at + 1}.yaml, ./c${at + 2}.yaml]\n`,
    ]),
  );
  const { texts } = await load('extends: ./c0.yaml\n', chain);
  assert.ok(texts.size <= 50);
});

const claims = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  stage: pilot
`;

function settle(text: string): ReturnType<typeof check> {
  return check(claims, { asOf: '2026-06-15', config: configured(text) });
}

test('what is lowered is listed; what is raised is not', () => {
  const { lowered } = settle(`rules:
  unused-id: off
  repeated-text: error
  source-tested: { production: warning }
numbers: { longest-waiver: 120d, fewest-edge-case-kinds: 5, longest-copy-age: 30d }
`);
  assert.deepEqual(lowered.map(({ name, from, to, source }) => `${name}: ${from} -> ${to} (${source})`).toSorted(), [
    'numbers.longest-waiver: 90d -> 120d (ai-system.config.yaml)',
    'rules.source-tested.production: error -> warning (ai-system.config.yaml)',
    'rules.unused-id: warning -> off (ai-system.config.yaml)',
  ]);
});

function configured(text: string) {
  return resolveConfig(parseConfig(text).layers);
}

test('a system earns nothing by a configuration that asks less', () => {
  const complete = readFileSync('test/fixtures/complete/ai-system.yaml', 'utf8');
  const earned = (spec: string, text: string) =>
    check(spec, { asOf: '2026-06-15', config: configured(text) }).stage.earned;
  const given = earned(complete, '');
  assert.notEqual(given, null, 'the fixture earns something');

  assert.equal(earned(complete, 'numbers: { fewest-cases-in-pilot: 100 }\n'), null, 'raising counts');

  const laxer = 'numbers: { fewest-cases-in-pilot: 10 }\n';
  assert.equal(earned(complete, laxer), given);
  const small = complete.replace('size: 64', 'size: 20');
  assert.equal(earned(small, ''), null);
  assert.equal(earned(small, laxer), null, 'a laxer number does not help');
  const about = (text: string) => check(small, { asOf: '2026-06-15', config: configured(text) }).findings;
  assert.ok(about('').some(({ rule }) => rule === 'eval-dataset'));
  assert.ok(!about(laxer).some(({ rule }) => rule === 'eval-dataset'), 'but it is no finding any more');

  const broken = `${complete}nonsense: 1\n`;
  assert.equal(earned(broken, 'rules: { unknown-key: off }\n'), null, 'an error in the file stays one');
});
