import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tooLarge } from '../../core/src/index.ts';
import { asDiagnostics, expected, faulty } from './faulty.ts';
import { capabilities } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const uri = 'file:///somewhere/ai-system.yaml';
const good = 'file:///good/ai-system.yaml';
const head = 'apiVersion: ai-system/v1\n';

/** Each of these killed, hung or misled some server. */
const hostile: Readonly<Record<string, string>> = {
  nothing: '',
  dashes: '- '.repeat(1000),
  'dashes, many': '- '.repeat(100_000),
  'question marks': '? '.repeat(400),
  'question marks, many': '? '.repeat(20_000),
  brackets: '['.repeat(1000),
  'brackets, many': '['.repeat(100_000),
  braces: `${head}system: ${'{a: '.repeat(5000)}`,
  'deep by indentation': `${head}${Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`,
  '40,000 keys': `${head}${Array.from({ length: 40_000 }, (_, i) => `key-${i}: 1\n`).join('')}`,
  'the same key 20,000 times': `${head}${'owners: {}\n'.repeat(20_000)}`,
  'aliases of a scalar': `${head}a: &a 1\nb: [${'*a, '.repeat(5000)}]\n`,
  'aliases that grow': `${head}${billionLaughs()}`,
  'a circle': `${head}a: &x { b: *x }\n`,
  'unresolved aliases': `${head}a: [${'*no, '.repeat(2000)}]\n`,
  'half an escape': 'a: "\\u12',
  'control characters': `${head}a: "\u0000\u0001\u001b\u007f"\n\u0000`,
  'halves of surrogates': `${head}a: \ud800\nb\udc00: 1\n`,
  'a byte order mark': `\ufeff${faulty}`,
  'only carriage returns': faulty.replaceAll('\n', '\r'),
  'one long line': `${head}system: { name: ${'x'.repeat(1_500_000)} }\n`,
  'many comments': `${head}${'# x\n'.repeat(200_000)}`,
  'many documents': `${head}${'---\n'.repeat(20_000)}`,
  'prototype keys': `${head}__proto__: { polluted: 1 }\nconstructor: { prototype: 1 }\nowners: { __proto__: {}, toString: {} }\n`,
  tabs: faulty.replaceAll('  ', '\t'),
  'more than two megabytes': `${head}${'# comment\n'.repeat(220_000)}`,
};

function billionLaughs(): string {
  const lines = ['l0: &l0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i++)
    lines.push(
      `l${i}: &l${i} [${Array(9)
        .fill(`*l${i - 1}`)
        .join(', ')}]`,
    );
  return `${lines.join('\n')}\n`;
}

for (const [name, text] of Object.entries(hostile)) {
  test(`it lives on after a hostile document: ${name}`, { timeout: 60_000 }, async (t) => {
    for (const profile of ['vscode', 'neovim'] as const) {
      const session = new Session(t);
      await session.initialize({ capabilities: capabilities(profile) });
      const find = async (document: string, version: number) => {
        if (profile === 'vscode') return (await session.pull(document)).items;
        return (await session.publishedVersion(document, version)).diagnostics;
      };
      session.open(uri, text);
      const items = await find(uri, 1);
      assert.ok(items.length <= 1001);
      if (text.length > 2_000_000)
        assert.deepEqual(
          items.map(({ code, message }) => [code, message]),
          [['unreadable-file', tooLarge(text.length)]],
        );

      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
      assert.ok(Array.isArray(await session.actions(uri, range)));
      assert.ok(Array.isArray(await session.actions(uri, range, { only: ['source.fixAll'] })));

      session.change(uri, 2, { range: { ...range, end: range.start }, text: '#' });
      session.change(uri, 3, { text: faulty });
      assert.deepEqual(
        (await find(uri, 3)).map(({ message }) => message),
        expected(faulty).findings.map(({ message }) => message),
      );
      session.open(good, faulty);
      assert.equal((await find(good, 1)).length, expected(faulty).findings.length);
      assert.equal(await session.shutDown(), 0);
      assert.equal(session.stderr, '');
      assert.deepEqual(session.all('window/logMessage'), []);
    }
  });
}

test('hostile files on the disk do no harm to the workspace either', { timeout: 60_000 }, async (t) => {
  const files = Object.entries(hostile).map(([name, text], i) => [`${i} ${name}/ai-system.yaml`, text] as const);
  const root = folder(t, {
    ...Object.fromEntries(files),
    'utf-16/ai-system.yaml': Buffer.from(`\ufeff${faulty}`, 'utf16le'),
    'not-utf-8/ai-system.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe, 0xc0]),
    'good/ai-system.yaml': faulty,
    '.gitignore': `${'*a'.repeat(40)}b\n`,
    'ai-system.config.yaml': '['.repeat(5000),
  });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const { items } = await session.request<{ items: { uri: string; items: object[] }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  assert.equal(items.length, files.length + 4, 'with the configuration');
  const spec = items.find(({ uri }) => uri.includes('/good/'))!;
  assert.deepEqual(spec.items, asDiagnostics(spec.uri, faulty, expected(faulty).findings));
  assert.equal(await session.shutDown(), 0);
  assert.equal(session.stderr, '');
});

test('500 documents opened and closed and 3,000 edits leave no more than 50 MB behind', {
  timeout: 180_000,
}, async (t) => {
  if (process.platform !== 'linux') return t.skip('memory is read from /proc');
  const session = new Session(t);
  await session.initialize();
  const spend = async (opens: number, edits: number) => {
    for (let i = 0; i < opens; i++) {
      const each = `file:///${i}/ai-system.yaml`;
      session.open(each, faulty.replaceAll('claims', `c${i}`));
      await session.pull(each);
      await session.actions(each, { start: { line: 0, character: 0 }, end: { line: 90, character: 0 } });
      session.close(each);
    }
    session.open(uri, faulty);
    for (let version = 2; version < edits; version++) {
      session.change(uri, version, {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: version % 3 } },
        text: '#x',
      });
      await session.pull(uri);
    }
    session.close(uri);
    await session.quiet();
  };
  const resident = () =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${session.process.pid}/status`, 'utf8'))?.[1]) / 1024;
  await spend(100, 500);
  const before = resident();
  await spend(500, 3000);
  const grown = resident() - before;
  t.diagnostic(`resident: ${before.toFixed(0)} MB, then ${grown.toFixed(0)} MB more`);
  assert.ok(grown < 50, `${grown} MB`);
});
