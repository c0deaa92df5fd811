import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check } from '../../core/src/index.ts';
import { secretsIn, secretUnder } from '../../core/src/secrets.ts';
import { today } from '../support/carets.ts';
import { hex, letters, shaped } from '../support/secrets.ts';

describe('shapes of secrets', () => {
  for (const [what, secret] of shaped) {
    test(`${what}: ${secret.slice(0, 6)}…`, () => {
      const text = `see ${secret}`;
      assert.deepEqual(secretsIn(text), [{ start: 4, end: text.length, what }]);
    });
  }
  test('a bearer token, without its word', () => {
    assert.deepEqual(secretsIn(`Authorization: Bearer ${letters(40)}`), [
      { start: 22, end: 62, what: 'a bearer token' },
    ]);
  });
});

describe('secrets in the middle of a text', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ['postgres://claims:kT7pQ2vX@db.acme.example/calls', 'claims:kT7pQ2vX@', 'a password in a URL'],
    ['redis://:swordfish@cache:6379/0', ':swordfish@', 'a password in a URL'],
    ['Server=db;User Id=claims;Password=swordfish;', 'swordfish', 'a password'],
    ['Server=db;Uid=claims;Pwd=kT7pQ2vX', 'kT7pQ2vX', 'a password'],
    [`AccountName=claims;AccountKey=${letters(86)}==;`, `${letters(86)}==`, 'a secret key'],
    [`Endpoint=sb://x.example/;SharedAccessKey=${letters(43)}=`, `${letters(43)}=`, 'a secret key'],
    [`https://acme.example/blob?sv=2024&sig=${letters(40)}%3D`, `${letters(40)}%3D`, 'a secret key'],
    [`https://acme.example/?api_key=${hex(32)}`, hex(32), 'a secret key'],
    ['# password: kT7pQ2vX', 'kT7pQ2vX', 'a password'],
    [`# api_key: ${letters(24)}`, letters(24), 'a secret key'],
    [`# client_secret = "${letters(24)}"`, letters(24), 'a secret key'],
  ];
  for (const [text, secret, what] of texts) {
    test(text.slice(0, 40), () => {
      assert.deepEqual(
        secretsIn(text).map((one) => [text.slice(one.start, one.end), one.what]),
        [[secret, what]],
      );
    });
  }
  test('two secrets are two', () => assert.equal(secretsIn('amqp://u:kT7pQ2vX@h and amqp://u:mN4rS8wZ@h').length, 2));
  test('one secret that is two kinds is one', () => assert.equal(secretsIn(`token=gh${'p_'}${letters(36)}`).length, 1));
});

describe('what is no secret', () => {
  const texts = [
    'bge-m3@5617a9f',
    '2026.09.1+3f9c2ad',
    'gpt-4.1-2025-04-14',
    'claude-sonnet-4-5-20250929',
    '3f9c2ad17b60e5843f9c2ad17b60e5843f9c2ad1',
    `registry.acme.example/claims@sha256:${hex(64)}`,
    `docker://registry.acme.example/claims:v31@sha256:${hex(64)}`,
    'https://grafana.acme.example/d/3f2504e0-4f89-41d3-9a0c-0305e82c3301/claims?orgId=1',
    'https://acme.example:8443/path@v2',
    'https://github.com/acme/claims/commit/3f9c2ad17b60e5843f9c2ad17b60e5843f9c2ad1',
    'git@github.com:acme/claims.git',
    'mailto:claims-ops@nordhafen.example',
    'vault:claims-ai/dms',
    'env:DMS_CLIENT_SECRET',
    'arn:aws:iam::123456789012:role/claims-ai-reader',
    'postgres://claims:$' + '{PASSWORD}@db/calls',
    'postgres://claims:<password>@db/calls',
    'postgres://claims:****@db/calls',
    'postgres://db.acme.example/calls',
    `AK${'IA'}IOSFODNN7EXAMPLE`,
    `sk${'-'}xxxxxxxxxxxxxxxxxxxxxxxx`,
    'sk-learn-pipeline-for-motor-claims',
    'tokens_per_minute: 450000',
    'max_tokens=1000000',
    '# password: rotated by the platform every 90 days',
    '# secret: a reference, never the value',
    '# token: vault:claims-ai/filenet',
    'Password=env:DB_PASSWORD;',
    `-----BEGIN ${'PUBLIC'} KEY-----\n${letters(64)}\n-----END ${'PUBLIC'} KEY-----`,
    'observability/alerts.yaml#GroundednessLow',
    '.github/workflows/refresh-index.yml',
    'Bearer of the risk is the operations team of motor claims',
    'eyJ is how such a token begins',
  ];
  for (const text of texts) test(text.slice(0, 60), () => assert.deepEqual(secretsIn(text), []));
});

describe('values under a name', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['password', 'swordfish', 'a password'],
    ['dbPassword', 'swordfish', 'a password'],
    ['PGPASSWORD', 'swordfish', undefined],
    ['DB_PASSWORD', 'swordfish', 'a password'],
    ['password', 'vault:claims-ai/db', undefined],
    ['password', '$' + '{DB_PASSWORD}', undefined],
    ['password', 'none', undefined],
    ['password', 'TODO env:NAME', undefined],
    ['password', 'rotated by the platform', undefined],
    ['password', 'docs/passwords.md', undefined],
    ['password_policy', 'swordfish', undefined],
    ['secret', 'f9K2mQ7xLp4Rt8Wz3Yb6', 'a secret key'],
    ['secret', 'claims-ai/dms', undefined],
    ['secret', 'claims-ai/dms-2026', undefined],
    ['api_key', hex(32), 'a secret key'],
    ['apiKey', '3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'a secret key'],
    ['aws_secret_access_key', letters(40), 'a secret key'],
    ['token', letters(24), 'a secret key'],
    ['tokens', '450000', undefined],
    ['tokens_per_minute', '450000450000450000', undefined],
    ['version', hex(40), undefined],
    ['recipe', letters(40), undefined],
  ];
  for (const [name, value, what] of cases) {
    test(`${name}: ${value.slice(0, 24)} is ${what ?? 'nothing'}`, () => assert.equal(secretUnder(name, value), what));
  }
});

test('time grows with length only, whatever the text', () => {
  const bad = [
    'a',
    '-',
    'x-',
    'a.',
    '-----BEGIN ',
    '-----BEGIN PRIVATE KEY-----',
    'key=',
    '://a:b',
    'sk-',
    'eyJ',
    'a://',
    'a://a:',
    'password=',
    '://:',
    'Bearer ',
    'pass',
    'A-Z ',
  ];
  for (const part of bad) {
    const text = part.repeat(200_000 / part.length);
    const start = performance.now();
    secretsIn(text);
    secretUnder('password', text);
    secretUnder('token', text);
    const took = performance.now() - start;
    assert.ok(took < 1000, `${JSON.stringify(part)} took ${took.toFixed(0)} ms`);
  }
});

describe('that the text around a secret cannot be read is told beside it', () => {
  const token = `gh${'p_'}${letters(40)}`;
  const rows: readonly (readonly [name: string, lines: string, rule: string])[] = [
    ['half a key', `  token ${token}`, 'syntax-error'],
    ['a line of its own', `  ${token}`, 'syntax-error'],
    ['a quote that is not closed', `  purpose: "${token}`, 'syntax-error'],
    ['a bracket that is not closed', `  languages: [${token}`, 'syntax-error'],
    ['text behind a quote', `  purpose: "x" ${token}`, 'syntax-error'],
    ['an alias to nothing', `  purpose: *${token}`, 'unquoted-star'],
    ['a tag', `  purpose: !${token} x`, 'unknown-tag'],
    ['a sign that begins no value', `  purpose: @${token}`, 'needs-quotes'],
    ['a directive', `%${token}`, 'syntax-error'],
  ];
  for (const [name, lines, rule] of rows) {
    test(name, () => {
      const { findings } = check(`apiVersion: ai-system/v1\nsystem:\n  name: a\n${lines}\n`, { asOf: today });
      const rules = findings.map((one) => one.rule);
      assert.ok(rules.includes('no-secrets-inline'), rules.join(', '));
      assert.ok(rules.includes(rule), rules.join(', '));
      for (const { message, fixes } of findings) {
        const said = [message, ...fixes().map(({ title }) => title)].join(' ');
        for (let at = 0; at + 6 <= token.length; at += 1) assert.ok(!said.includes(token.slice(at, at + 6)), said);
      }
    });
  }
  test('what else would be said of it is not', () => {
    const { findings } = check(`apiVersion: ai-system/v1\nsystem:\n  name: a\n  ${token}: x\n`, { asOf: today });
    const rules = findings.filter(({ message }) => !message.includes('missing')).map((one) => one.rule);
    assert.deepEqual([rules.includes('no-secrets-inline'), rules.includes('unknown-key')], [true, false]);
  });
});
