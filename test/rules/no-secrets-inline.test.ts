import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { today } from '../support/carets.ts';
import { marked, requirement } from '../support/requirement.ts';

const id = 'no-secrets-inline';
const { find, states, fixes } = requirement(id);

const password = 'kT7pQ2vX';
/** Put together here, so that no scanner takes this file for a leak. */
const token = `gh${'p_'}${'aB3dE5gH7jK9mN2pQ4rS6tV8wX1zC'.repeat(2).slice(0, 36)}`;
const key = 'f9K2mQ7xLp4Rt8Wz3Yb6';

find(
  'a known field',
  marked(`logging:\n  store: ${token}`.split('\n')[1] ?? '', token, id).replace(/^/, 'logging:\n'),
  {},
  /A GitHub token in `store`, readable for everybody/,
);
find('a key that the language does not know', `sources:\n  letters:\n${marked(`    api_key: ${key}`, key, id)}\n`);
find('a section that it does not know', `system: {}\nextra:\n  deeper:\n${marked(`    - ${token}`, token, id)}\n`);
find('a list', `owners:\n  ops:\n    contact:\n${marked(`      - slack:${token}`, token, id)}\n`);
find('a key', `sources:\n${marked(`  ${token}:`, token, id)}\n    status: planned\n`, {}, /A GitHub token in a key/);
find(
  'a comment at the end of a line',
  `system:\n${marked(`  name: claims # password: ${password}`, password, id)}\n`,
  {},
  /A password in a comment/,
);
find('a comment on its own', `${marked(`# api_key: ${key}`, key, id)}\nsystem:\n  name: claims\n`);
find('flow style', marked(`sources: { letters: { auth: { secret: "${key}" } } }`, `"${key}"`, id));
find('in double quotes', `logging:\n${marked(`  store: "use ${token} here"`, token, id)}\n`);
find('a block of text', `system: {}\nextra: |\n  first\n${marked(`  second ${token}`, token, id)}\n`);
find(
  'a password that is no word of the field',
  `system: {}\nextra:\n${marked(`  db_password: ${password}`, password, id)}\n`,
);
find('a connection string', `logging:\n${marked(`  store: Server=db;Password=${password};`, password, id)}\n`);
find(
  'an anchor and its alias are one place',
  `system: {}\nextra:\n${marked(`  a: &x ${token}`, token, id)}\n  b: *x\n`,
);
find(
  'several in one value',
  `logging:\n  store: db://u:${password}@h db://u:${password}@h\n              ^^^^^^^^^^^ ${id}\n                                ^^^^^^^^^^^ ${id}\n`,
);

for (const value of ['Winter2026!', 's3cr3t', 'tr0ub4dor&3', 'P@ss w0rd!', '"Nordhafen#2026"', 'hunter:2']) {
  find(
    `what is no place: ${value}`,
    `sources:\n  letters:\n    auth:\n${marked(`      secret: ${value}`, value, id)}\n`,
    {},
    /^A value that names no place, and may be the secret itself, in `\S+`, readable/,
  );
}
for (const value of ['Vault claims-ai/dms', 'arn:aws:secretsmanager:eu:1:secret:dms', '${DMS_KEY}', 'DMS_KEY']) {
  find(`what is meant for a place: ${value}`, `sources:\n  letters:\n    auth:\n      secret: ${value}\n`);
}
for (const value of [
  'vault:claims-ai/letters',
  'env:LETTERS_SECRET',
  'TODO e.g. vault:claims-ai/dms',
  'secretsmanager:claims/dms',
]) {
  find(`secret: ${value}`, `sources:\n  letters:\n    auth:\n      secret: ${value}\n`);
}
find(
  'versions and hashes',
  `models:
  embedder:
    version: bge-m3@5617a9f
  score:
    version: 2026.09.1+3f9c2ad
  other:
    version: 3f9c2ad17b60e5843f9c2ad17b60e5843f9c2ad1
monitoring:
  dashboard: https://grafana.acme.example/d/3f2504e0-4f89-41d3-9a0c-0305e82c3301
`,
);

find('in a pilot', `logging:\n${marked(`  store: ${token}`, token, id)}\n`, 'pilot');
find('in a retired system', `system:\n  stage: retired\nlogging:\n${marked(`  store: ${token}`, token, id)}\n`);
find(
  'no waiver excuses it',
  `logging:\n${marked(`  store: ${token}`, token, id)}\nwaivers:\n  - rule: ${id}\n    reason: The new collector arrives in December of this year\n    owner: claims-ops\n    expires: 2026-12-31\n`,
);
states('a clean file', 'system:\n  name: claims\n', [' declared']);
states('where it stands', `logging:\n  store: ${token}\n`, ['/logging/store contradicted']);
states('where it stands, without a key that is one itself', `sources:\n  ${token}:\n    what: ${token}\n`, [
  '/sources contradicted',
]);

test('no message, subject or fix repeats the value', () => {
  const text = `# ${token}\nlogging:\n  store: ${token}\nextra:\n  ${token}:\n    ${token}: ${token}\n  password: ${password}\n`;
  const { findings, assessments } = check(text, { asOf: today });
  const own = findings.filter(({ rule }) => rule === id);
  assert.equal(own.length, 6);
  const said = [
    ...own.flatMap((finding) => [
      finding.message,
      finding.subject,
      ...finding.fixes().map(({ title, edits }) => title + JSON.stringify(edits)),
    ]),
    ...assessments.filter(({ rule }) => rule === id).flatMap(({ subject, reason }) => [subject, reason]),
  ].join('\n');
  assert.ok(!said.includes(token) && !said.includes(password), said);
});

fixes(
  'a reference still to be named',
  `system: {}\nextra:\n  db_password: ${password} # from the wiki\n`,
  'system: {}\nextra:\n  db_password: env:TODO_DB_PASSWORD # from the wiki\n',
);
fixes(
  'quotes stay',
  `system: {}\nextra:\n  password: '${password}'\n`,
  "system: {}\nextra:\n  password: 'env:TODO_PASSWORD'\n",
);
fixes(
  'a URL works without it',
  `logging:\n  store: postgres://u:${password}@db/calls\n`,
  'logging:\n  store: postgres://db/calls\n',
);
fixes(
  'the rest of a text stays',
  `logging:\n  store: use ${token} here\n`,
  'logging:\n  store: use env:TODO_STORE here\n',
);
fixes(
  'in a comment',
  `system:\n  name: claims # password: ${password}\n`,
  'system:\n  name: claims # password: env:TODO_NAME\n',
);
const pem = ['-----BEGIN PRIVATE KEY-----', key, '-----END PRIVATE KEY-----'];
fixes(
  'a block of text keeps its shape',
  `system: {}\nextra:\n  key: |\n${pem.map((line) => `    ${line}\n`).join('')}  next: 1\n`,
  'system: {}\nextra:\n  key: |\n    env:TODO_KEY\n  next: 1\n',
);
fixes(
  'a password in a block of text',
  `system: {}\nextra:\n  password: |\n    ${password}\n  next: 1\n`,
  'system: {}\nextra:\n  password: env:TODO_PASSWORD\n  next: 1\n',
);

test('the fix says that the value has to be rotated', () => {
  const { findings } = check(`system: {}\nextra:\n  password: ${password}\n`, { asOf: today });
  const titles = findings
    .filter(({ rule }) => rule === id)
    .flatMap((finding) => finding.fixes().map(({ title }) => title));
  assert.deepEqual(titles, ['Replace it by `env:TODO_PASSWORD`, and rotate it: the old value stays in the history']);
});

find(
  'in a section that cannot be read',
  `
sources:
  letters: { auth: { secret: f9K2mQ7xLp4Rt8Wz3Yb6
                             ^^^^^^^^^^^^^^^^^^^^ no-secrets-inline
`,
);
find(
  'a token in a section that cannot be read',
  `
logging: [ ghp_0123456789abcdefABCDEF0123456789abcd
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-secrets-inline
`,
);
