import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { command, type Files, folder, plainEnvironment, put, run } from './command.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
  owner: TODO
`;

/** The tool of a server in a folder with these files, called by the client of the protocol's own library. */
async function tools(t: TestContext, files: Files, at = folder(t, files)) {
  const client = new Client({ name: 'test', version: '1' });
  const env = Object.fromEntries(Object.entries(plainEnvironment()).map(([name, value]) => [name, value ?? '']));
  const stderr = 'pipe';
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command, 'mcp'],
    cwd: at,
    env,
    stderr,
  });
  let complaints = '';
  transport.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  await client.connect(transport);
  t.after(async () => {
    await client.close();
    assert.equal(complaints, '');
  });
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: given });
    const [{ text }] = content as [{ text: string }];
    return { text, failed: isError === true };
  };
  return { client, call, at };
}

test('the tools are listed, and only read', { timeout: 30_000 }, async (t) => {
  const { client } = await tools(t, {});
  assert.match(client.getInstructions() ?? '', /ai-system_check/);
  const { tools: listed } = await client.listTools();
  assert.deepEqual(
    listed.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
    [
      ['ai-system_check', true],
      ['ai-system_explain', true],
    ],
  );
});

test('check tells stage, findings with lines and fixes, and that a placeholder is no answer', {
  timeout: 30_000,
}, async (t) => {
  const { call, at } = await tools(t, { 'ai-system.yaml': spec });
  const { text, failed } = await call('ai-system_check');
  assert.equal(failed, false);
  assert.match(text, /^ai-system\.yaml: claims pilot, has earned no stage yet; \d+ errors, \d+ warnings?/);
  assert.match(text, /^6:10 error \[owner-reachable, hollow\] .*still a placeholder/m);
  assert.match(text, /A placeholder is not an answer/);
  const lines = run(['check', '--format', 'concise'], { cwd: at }).stdout.trim().split('\n');
  const told = text.match(/^\d+:\d+ \w+ \[[a-z-]+/gm) ?? [];
  assert.deepEqual(
    told,
    lines.map((line) => {
      const [, place, severity, rule] = /^[^:]+:(\d+:\d+): (\w+): .*\[([a-z-]+)\]$/.exec(line) ?? [];
      return `${place} ${severity} [${rule}`;
    }),
    'the same findings as the command has',
  );
});

test('what is earned without proof is told, as the command tells it', { timeout: 30_000 }, async (t) => {
  const at = resolve('examples/rag-production');
  const { call } = await tools(t, {}, at);
  const { text } = await call('ai-system_check');
  const aside = / \(\d+ unverified[^)]*\)/;
  const { stdout, stderr } = run(['check'], { cwd: at });
  const said = aside.exec(stdout + stderr)?.[0];
  assert.ok(said, stdout + stderr);
  assert.equal(aside.exec(text)?.[0], said);
});

test('what is on disk counts at each call', { timeout: 30_000 }, async (t) => {
  const { call, at } = await tools(t, { 'ai-system.yaml': `${spec}nonsense: 1\n` });
  assert.match((await call('ai-system_check')).text, /unknown-key/);
  put(at, 'ai-system.yaml', spec);
  assert.doesNotMatch((await call('ai-system_check')).text, /unknown-key/);
});

test('text is checked before it is written, in the place it would have', { timeout: 30_000 }, async (t) => {
  const { call } = await tools(t, {
    'one/ai-system.config.yaml': 'rules:\n  unknown-key: "off"\n',
    'one/ai-system.yaml': spec,
  });
  const text = `${spec}nonsense: 1\n`;
  assert.match((await call('ai-system_check', { text })).text, /unknown-key/);
  const placed = await call('ai-system_check', { text, path: 'one/ai-system.yaml' });
  assert.match(placed.text, /^one\/ai-system\.yaml: /);
  assert.doesNotMatch(placed.text, /unknown-key/);
  const inFolder = await call('ai-system_check', { text, path: 'one' });
  assert.match(inFolder.text, /^one\/ai-system\.yaml: /);
  assert.doesNotMatch(inFolder.text, /unknown-key/);
});

test('a stage can be asked for', { timeout: 30_000 }, async (t) => {
  const { call } = await tools(t, { 'ai-system.yaml': spec });
  assert.match((await call('ai-system_check', { stage: 'production' })).text, /claims pilot, judged at production/);
});

test('explain gives the page of a rule', { timeout: 30_000 }, async (t) => {
  const { call } = await tools(t, {});
  const { text, failed } = await call('ai-system_explain', { rule: 'alert-quality' });
  assert.equal(failed, false);
  assert.equal(text.trimEnd(), run(['explain', 'alert-quality']).stdout.trimEnd());
});

for (const [title, name, given, expected] of [
  ['no spec', 'ai-system_check', {}, /There is no ai-system\.yaml in \./],
  ['a file that there is not', 'ai-system_check', { path: 'x.ai-system.yaml' }, /x\.ai-system\.yaml: /],
  ['outside', 'ai-system_check', { path: '../ai-system.yaml' }, /outside/],
  ['an absolute path outside', 'ai-system_check', { path: '/etc/hostname' }, /outside/],
  ['a link that leads outside', 'ai-system_check', { path: 'out/secret.ai-system.yaml' }, /outside/],
  ['a stage that there is not', 'ai-system_check', { stage: 'beta' }, /one of pilot, pre-production, production/],
  ['no text', 'ai-system_check', { text: 1 }, /"text" is a text/],
  [
    'an argument that there is not',
    'ai-system_check',
    { file: 'x' },
    /no argument "file": there are path, text, stage/,
  ],
  ['a rule that there is not', 'ai-system_explain', { rule: 'alert-qualty' }, /Did you mean alert-quality\?/],
  ['no rule', 'ai-system_explain', {}, /"rule" is missing/],
  ['a tool that there is not', 'ai-system_fix', {}, /no tool ai-system_fix/],
] as const) {
  test(`is told to the assistant: ${title}`, { timeout: 30_000 }, async (t) => {
    const at = folder(t);
    const away = folder(t, { 'secret.ai-system.yaml': spec });
    mkdirSync(dirname(join(at, 'out')), { recursive: true });
    symlinkSync(away, join(at, 'out'));
    const { call } = await tools(t, {}, at);
    const { text, failed } = await call(name, given);
    assert.match(text, expected);
    assert.equal(failed, true);
  });
}

for (const [args, expected] of [
  [['mcp', 'nowhere'], /ai-system: nowhere is not a folder/],
  [['mcp', '.', '.'], /mcp takes one folder/],
  [['mcp', '--port', '1'], /unknown option --port/],
] as const) {
  test(`refused: ${args.join(' ')}`, (t) => {
    const { code, stdout, stderr } = run(args, { cwd: folder(t) });
    assert.match(stderr, expected);
    assert.deepEqual([code, stdout], [2, '']);
  });
}

test('leaves when the client hangs up', (t) => {
  const { code, stderr } = run(['mcp'], { cwd: folder(t, { 'ai-system.yaml': spec }) });
  assert.deepEqual([code, stderr], [0, '']);
});
