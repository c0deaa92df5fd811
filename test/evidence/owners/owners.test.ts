import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogOf, readCatalog } from '../../../core/src/evidence/owners/catalog.ts';
import { approversOf, readAliases, readOwners } from '../../../core/src/evidence/owners/owners-file.ts';
import { repository } from '../../support/repository.ts';

const files = {
  OWNERS: 'approvers:\n  - root-team\n',
  OWNERS_ALIASES: 'aliases:\n  Root-Team:\n    - Ann\n    - ben\n  prompts:\n    - cleo\n',
  'prompts/OWNERS': '# who\nreviewers:\n- dora\napprovers:\n- prompts\n',
  'alone/OWNERS': 'options:\n  no_parent_owners: true\napprovers: [eva]\n',
  'filtered/OWNERS': 'filters:\n  ".*":\n    approvers: [finn]\n  "\\\\.md$":\n    approvers: [gus]\n',
  'reviewed/OWNERS': 'reviewers: [hal]\n',
};

const approvers: Readonly<Record<string, string>> = {
  'src/x.py': 'OWNERS:2 ann ben root-team',
  'prompts/a.md': 'prompts/OWNERS:5 ann ben cleo prompts root-team',
  'prompts/deep/a.md': 'prompts/OWNERS:5 ann ben cleo prompts root-team',
  'alone/a': 'alone/OWNERS:3 eva',
  'filtered/a.md': 'filtered/OWNERS:3 ann ben finn root-team',
  'reviewed/a': 'OWNERS:2 ann ben root-team',
};

for (const [path, expected] of Object.entries(approvers)) {
  test(`OWNERS: who approves ${path}`, async () => {
    const answer = await approversOf({ root: '', path }).answer(repository({ files }).host);
    const facts = answer.kind === 'read' && answer.facts && 'names' in answer.facts ? answer.facts : undefined;
    assert.equal(`${facts?.file.path}:${facts?.line} ${[...(facts?.names ?? [])].sort().join(' ')}`, expected);
  });
}

test('OWNERS: nobody', async () => {
  const answer = await approversOf({ root: '', path: 'a/b' }).answer(
    repository({ files: { 'c/OWNERS': 'approvers: [x]' } }).host,
  );
  assert.deepEqual(answer, { kind: 'read', facts: undefined });
});

const catalogs: Readonly<Record<string, readonly [text: string, ...found: string[]]>> = {
  'Backstage, several documents': [
    '# ours\napiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: claims\nspec:\n  owner: group:default/claims-ops\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: claims-assistant\nspec:\n  type: service\n  owner: claims-ai\n---\napiVersion: backstage.io/v1alpha1\nkind: Location\n',
    'Backstage System claims claims-ops 7',
    'Backstage Component claims-assistant claims-ai 15',
  ],
  'Windows line ends': [
    '---\r\napiVersion: backstage.io/v1beta1\r\nkind: API\r\nmetadata: {name: a}\r\nspec: {owner: user:x}\r\n',
    'Backstage API a x 5',
  ],
  OpsLevel: [
    '---\nversion: 1\nservice:\n  name: Claims\n  owner: claims_ops\n',
    'OpsLevel service Claims claims_ops 5',
  ],
  Cortex: [
    'openapi: 3.0.1\ninfo:\n  title: Claims\n  x-cortex-tag: claims\n  x-cortex-owners:\n    - type: email\n      email: a@b.c\n    - type: group\n      name: claims-ops\n',
    'Cortex service claims claims-ops 9',
  ],
  'Datadog, old': [
    'schema-version: v2.2\ndd-service: claims\nteam: claims-ops\n',
    'Datadog service claims claims-ops 3',
  ],
  'Datadog, new': [
    'apiVersion: v3\nkind: service\nmetadata:\n  name: claims\n  owner: claims-ops\n',
    'Datadog service claims claims-ops 5',
  ],
  'something else': ['apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n'],
  nothing: [''],
  'no YAML': ['{{- if .Values.x }}\n  - ]['],
  'an OpenAPI document': ['openapi: 3.0.1\ninfo:\n  title: x\n'],
};

for (const [name, [text, ...expected]] of Object.entries(catalogs)) {
  test(`catalog: ${name}`, () => {
    const found = readCatalog(text).map((one) => `${one.catalog} ${one.kind} ${one.name} ${one.owner} ${one.line}`);
    assert.deepEqual(found, expected);
  });
}

test('catalog: the file at the root', async () => {
  const { host } = repository({
    files: { 'catalog-info.yaml': '---\n', 'opslevel.yml': 'service: {name: a, owner: b}' },
  });
  const answer = await catalogOf('').answer(host);
  assert.equal(answer.kind === 'read' && answer.facts?.file.path, 'opslevel.yml');
});

// Each is so long that what is not linear would not come to an end.
for (const [name, text] of Object.entries({
  nothing: '',
  'a megabyte of one character': 'x'.repeat(2 ** 20),
  'many documents': '---\n'.repeat(2 ** 14),
  'deep nesting': '['.repeat(50_000),
  'an alias bomb': 'approvers: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nowner: [*c, *c]\n',
  'names of every object':
    'apiVersion: backstage.io/v1\n__proto__: {owner: x}\nspec: {constructor: y}\naliases: {__proto__: [x]}\n',
})) {
  test(`hostile: ${name}`, () => {
    assert.ok(Array.isArray(readCatalog(text)));
    assert.ok(readOwners(text).approvers.length >= 0);
    assert.ok(readAliases(text).size >= 0);
  });
}
