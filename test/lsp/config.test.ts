import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { parseConfig } from '../../core/src/index.ts';
import { asDiagnostics } from './faulty.ts';
import { capabilities } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const text = 'rules:\n  unused-di: off\n  source-tested: high\n';
const uri = 'file:///somewhere/ai-system.config.yaml';

test('a configuration is checked while it is written: pulled', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(uri, text);
  const first = await session.pull(uri);
  assert.deepEqual(first.items, asDiagnostics(uri, text, parseConfig(text).findings));
  assert.deepEqual(
    first.items.map(({ code }) => code),
    ['unknown-key', 'invalid-value'],
  );
  assert.equal((await session.pull(uri, first.resultId)).kind, 'unchanged');

  session.change(uri, 2, { text: 'rules:\n  unused-id: off\n' });
  assert.deepEqual((await session.pull(uri, first.resultId)).items, []);
});

test('a configuration is checked while it is written: sent, and taken back when it is closed', async (t) => {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('eglot') });
  session.open(uri, text);
  const sent = await session.publishedVersion(uri, 1);
  assert.deepEqual(
    sent.diagnostics.map(({ code }) => code),
    ['unknown-key', 'invalid-value'],
  );
  session.close(uri);
  await session.quiet();
  assert.deepEqual(session.published(uri).at(-1)?.diagnostics, []);
});

test('its fixes are code actions, and nothing is offered that is for specs', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(uri, text);
  const actions = await session.actions(uri, { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Change to `unused-id`'],
  );
  const resolved = await session.request<{ edit: { documentChanges: TextDocumentEdit[] } }>(
    'codeAction/resolve',
    actions[0],
  );
  const edits = resolved.edit.documentChanges[0]?.edits.map((edit) => 'newText' in edit && edit.newText);
  assert.deepEqual(edits, ['unused-id']);
});

test('the workspace: a configuration that is not open is checked as well', async (t) => {
  const root = folder(t, {
    'ai-system.config.yaml': text,
    'ignored/ai-system.config.yaml': text,
    '.gitignore': 'ignored/',
  });
  const config = toUri(join(root, 'ai-system.config.yaml'));
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const ask = () =>
    session.request<{ items: { uri: string; items: Diagnostic[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
  const expected = asDiagnostics(config, text, parseConfig(text).findings);
  assert.deepEqual(
    (await ask()).items.map(({ uri, items }) => [uri, items]),
    [[config, expected]],
  );

  writeFileSync(join(root, 'ai-system.config.yaml'), 'rules: {}\n');
  assert.deepEqual((await ask()).items[0]?.items, []);
});

const spec = 'apiVersion: ai-system/v1\nsystem:\n  stage: retired\nowners:\n  ops:\n    team: Operations\n';

test('what a configuration extends counts, and is looked at again when it changes', async (t) => {
  const root = folder(t, {
    'ai-system.yaml': spec,
    'pilots/ai-system.yaml': spec,
    'ai-system.config.yaml': 'extends: ./base.yaml\n',
    'base.yaml': 'rules: { unused-id: error }\n',
    '.git/HEAD': '',
  });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const severities = async (path: string) => {
    const uri = toUri(join(root, path));
    return (await session.pull(uri)).items.filter(({ code }) => code === 'unused-id').map(({ severity }) => severity);
  };
  session.open(toUri(join(root, 'ai-system.yaml')), spec);
  session.open(toUri(join(root, 'pilots/ai-system.yaml')), spec);
  assert.deepEqual(await severities('ai-system.yaml'), [1]);

  const base = 'overrides: [{ files: pilots, rules: { unused-id: info } }] # and so on\n';
  writeFileSync(join(root, 'base.yaml'), base);
  session.notify('textDocument/didSave', { textDocument: { uri: toUri(join(root, 'ai-system.yaml')) } });
  await session.until('workspace/diagnostic/refresh');
  assert.deepEqual(await severities('ai-system.yaml'), [2]);
  assert.deepEqual(await severities('pilots/ai-system.yaml'), [3]);

  const config = toUri(join(root, 'ai-system.config.yaml'));
  session.open(config, 'extends: [./base.yaml, ./none.yaml]\n');
  const { items, resultId } = await session.pull(config);
  assert.deepEqual(
    items.map(({ message }) => message),
    ['"./none.yaml" is not there.'],
  );
  writeFileSync(join(root, 'none.yaml'), '');
  assert.deepEqual((await session.pull(config, resultId)).items, [], 'it is there now');
});

const pack = `apiVersion: ai-system-pack/v1
name: acme
title: Acme house rules
date: 2026-11-01
sources: [https://intra.acme.example/ai]
requirements:
  reviewed:
    subject: system
    assert: { present: reviewed }
    message: Somebody has looked at the spec.
    why: It would be about another system by now.
`;

test('a rule pack: its requirements are judged, its own mistakes are told in it, and it changes what is found', async (t) => {
  const pilot = 'apiVersion: ai-system/v1\nsystem:\n  name: claims-assistant\n  stage: pilot\n';
  const root = folder(t, {
    'ai-system.yaml': pilot,
    'ai-system.config.yaml': 'packs: ./acme.ai-system-pack.yaml\n',
    'acme.ai-system-pack.yaml': pack,
  });
  const [spec, file] = ['ai-system.yaml', 'acme.ai-system-pack.yaml'].map((name) => toUri(join(root, name))) as [
    string,
    string,
  ];
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  session.open(spec, pilot);
  const own = async () => (await session.pull(spec)).items.filter(({ code }) => code === 'acme-reviewed');
  const [found] = await own();
  assert.equal(
    found?.message,
    '`system` does not say what "Acme house rules" asks: `reviewed` is missing. Somebody has looked at the spec.',
  );
  assert.equal(found?.codeDescription, undefined, 'it has no page');

  session.open(file, pack.replace('subject: system', 'subject: sytem'));
  assert.deepEqual(
    (await session.pull(file)).items.map(({ message }) => message),
    ['"sytem" is no field of a spec. Did you mean `system`?'],
  );
  const { items } = await session.request<{ items: { uri: string }[] }>('workspace/diagnostic', {
    previousResultIds: [],
  });
  assert.ok(items.some(({ uri }) => uri === file));

  writeFileSync(join(root, 'acme.ai-system-pack.yaml'), pack.replace('reviewed }', 'purpose }'));
  session.notify('textDocument/didSave', { textDocument: { uri: file } });
  await session.until('workspace/diagnostic/refresh');
  assert.match(String((await own())[0]?.message), /`purpose` is missing/);
});

test('`ai-system.config.yml` holds where there is no `.yaml`, and is checked itself', async (t) => {
  const spec = 'apiVersion: ai-system/v1\nsystem:\n  colour: red\n';
  const root = folder(t, { 'ai-system.yaml': spec, 'ai-system.config.yml': 'rules:\n  unknown-key: warning\n' });
  const session = new Session(t);
  await session.initialize({ rootUri: toUri(root) });
  const severities = async () => {
    const { items } = await session.pull(toUri(join(root, 'ai-system.yaml')));
    return items.filter(({ code }) => code === 'unknown-key').map(({ severity }) => severity);
  };
  session.open(toUri(join(root, 'ai-system.yaml')), spec);
  assert.deepEqual(await severities(), [2]);

  const other = toUri(join(root, 'ai-system.config.yml'));
  session.open(other, text);
  assert.deepEqual(
    (await session.pull(other)).items.map(({ code }) => code),
    ['unknown-key', 'invalid-value'],
  );
});
