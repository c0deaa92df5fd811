import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { assistantTools } from '../../core/src/index.ts';
import { type ToolParams, ToolRequest, type ToolResult } from '../../server/src/protocol.ts';
import { manifest } from '../support/manifest.ts';
import { folder, Session, toUri } from './session.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
  owner: TODO
`;

async function opened(t: TestContext, files: Readonly<Record<string, string>>) {
  const root = folder(t, files);
  const session = new Session(t);
  await session.initialize({
    rootUri: toUri(root),
    workspaceFolders: [{ uri: toUri(root), name: 'x' }],
    options: { trusted: true },
  });
  const call = async (tool: string, input: ToolParams['input'], path?: string) => {
    const uri = path === undefined ? null : toUri(join(root, path));
    return (await session.request<ToolResult>(ToolRequest, { tool, input, uri })).text;
  };
  return { root, session, call };
}

const files = { 'ai-system.yaml': spec, 'other/b.ai-system.yaml': `${spec}nonsense: 1\n` };

test('all specs of the workspace, or those at a path', async (t) => {
  const { call } = await opened(t, files);
  const all = await call('ai-system_check', {});
  assert.match(all, /^ai-system\.yaml: claims pilot/m);
  assert.match(all, /^other\/b\.ai-system\.yaml: claims pilot/m);
  const below = await call('ai-system_check', {}, 'other');
  assert.match(below, /^other\/b\.ai-system\.yaml: /);
  assert.match(below, /unknown-key/);
  assert.doesNotMatch(await call('ai-system_check', {}, 'ai-system.yaml'), /unknown-key/);
});

test('what the editor holds counts, and a draft before that', async (t) => {
  const { root, session, call } = await opened(t, files);
  session.open(toUri(join(root, 'ai-system.yaml')), `${spec}typed: 1\n`);
  assert.match(await call('ai-system_check', {}, 'ai-system.yaml'), /"typed"/);
  const draft = await call('ai-system_check', { text: `${spec}drafted: 1\n` }, 'ai-system.yaml');
  assert.match(draft, /"drafted"/);
  assert.doesNotMatch(draft, /"typed"/);
});

test('a stage can be asked for', async (t) => {
  const { call } = await opened(t, files);
  assert.match(await call('ai-system_check', { stage: 'production' }, 'ai-system.yaml'), /judged at production/);
});

test('explain gives the page of a rule', async (t) => {
  const { call } = await opened(t, {});
  assert.match(await call('ai-system_explain', { rule: 'alert-quality' }), /^# alert-quality/);
});

test('a draft stands in the folder that it is for', async (t) => {
  const { call } = await opened(t, { ...files, 'other/ai-system.config.yaml': 'rules:\n  unknown-key: "off"\n' });
  const draft = await call('ai-system_check', { text: `${spec}drafted: 1\n` }, 'other');
  assert.match(draft, /^other\/ai-system\.yaml: /);
  assert.doesNotMatch(draft, /unknown-key/);
});

const packed = {
  'ai-system.config.yaml': 'packs: ./acme.ai-system-pack.yaml\n',
  'acme.ai-system-pack.yaml': `apiVersion: ai-system-pack/v1
name: acme
title: Acme house rules
requirements:
  eu-hosted:
    subject: models.*
    assert:
      one_of:
        provider: [azure-eu]
    message: Models run in the EU.
    why: Claims data must not leave it.
    severity:
      pilot: warning
`,
};

test('explain knows the rules of the packs that the workspace has', async (t) => {
  const { call } = await opened(t, packed);
  assert.match(await call('ai-system_explain', { rule: 'acme-eu-hosted' }), /^# acme-eu-hosted/);
});

for (const [title, tool, input, path, expected] of [
  ['no spec', 'ai-system_check', {}, undefined, /There is no ai-system\.yaml/],
  ['outside', 'ai-system_check', {}, '../ai-system.yaml', /outside of the workspace/],
  ['a file that there is not', 'ai-system_check', {}, 'x.ai-system.yaml', /no such file/],
  ['a stage that there is not', 'ai-system_check', { stage: 'beta' }, undefined, /one of pilot/],
  ['a rule that there is not', 'ai-system_explain', { rule: 'x' }, undefined, /No rule is called "x"/],
] as const) {
  test(`is told to the model: ${title}`, async (t) => {
    const { call } = await opened(t, {});
    assert.match(await call(tool, input, path), expected);
  });
}

test('the editor is told of the same tools as other assistants', () => {
  assert.deepEqual(
    manifest.contributes.languageModelTools.map(
      ({ name, displayName, modelDescription, inputSchema }: Record<string, unknown>) => {
        return { name, title: displayName, description: modelDescription, inputSchema };
      },
    ),
    assistantTools,
  );
});
