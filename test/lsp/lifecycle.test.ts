import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { test } from 'node:test';
import { capabilities } from './profiles.ts';
import { frame, Refused, Session, serverPath } from './session.ts';

const document = { textDocument: { uri: 'file:///a/ai-system.yaml' } };

function refusedWith(code: number) {
  return (error: unknown) => error instanceof Refused && error.code === code;
}

for (const transport of ['stdio', 'ipc'] as const) {
  test(`${transport}: nothing is answered before initialize, once is enough, nothing comes after shutdown`, async (t) => {
    const session = new Session(t, transport);
    await assert.rejects(session.request('textDocument/diagnostic', document), refusedWith(-32002));
    await assert.rejects(session.request('shutdown'), refusedWith(-32002));
    session.open('file:///early/ai-system.yaml', 'apiVersion: ai-system/v1\n');

    const { capabilities, serverInfo } = await session.initialize();
    assert.equal(serverInfo?.name, 'ai-system');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    await assert.rejects(session.initialize(), refusedWith(-32600));
    assert.deepEqual(await session.pull('file:///early/ai-system.yaml'), { kind: 'full', items: [] });

    await assert.rejects(session.request('textDocument/madeUp', document), refusedWith(-32601));
    session.notify('$/madeUp', { value: 1 });
    session.notify('madeUp/notification', { value: 1 });
    assert.deepEqual(await session.pull('file:///x/other.yaml'), { kind: 'full', items: [] });

    await session.request('shutdown');
    await assert.rejects(session.request('textDocument/diagnostic', document), refusedWith(-32600));
    await assert.rejects(session.request('shutdown'), refusedWith(-32600));
    session.notify('exit');
    assert.equal(await session.exited, 0);
    assert.equal(session.stderr, '');
    assert.deepEqual(session.all('window/logMessage'), []);
  });

  test(`${transport}: exit without shutdown is 1`, async (t) => {
    const session = new Session(t, transport);
    await session.initialize();
    session.notify('exit');
    assert.equal(await session.exited, 1);
  });

  test(`${transport}: exit before initialize is 1`, async (t) => {
    const session = new Session(t, transport);
    session.notify('exit');
    assert.equal(await session.exited, 1);
  });
}

test('a client that goes away takes the server with it', async (t) => {
  const stdio = new Session(t);
  await stdio.initialize({ processId: null });
  stdio.process.stdin!.end();
  assert.equal(await stdio.exited, 1);

  const ipc = new Session(t, 'ipc');
  await ipc.initialize({ processId: null });
  ipc.process.disconnect();
  assert.equal(await ipc.exited, 1);

  const polite = new Session(t, 'ipc');
  await polite.initialize({ processId: null });
  await polite.request('shutdown');
  polite.process.disconnect();
  assert.equal(await polite.exited, 0);
});

test('an IPC parent that is killed takes the server with it', async (t) => {
  const parent = spawn(process.execPath, ['-e', orphanMaker, serverPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => parent.kill('SIGKILL'));
  const child = Number(await firstLine(parent));
  t.after(() => isAlive(child) && process.kill(child, 'SIGKILL'));
  assert.ok(isAlive(child));
  parent.kill('SIGKILL');
  for (let i = 0; i < 100 && isAlive(child); i++) await new Promise((wake) => setTimeout(wake, 50));
  assert.ok(!isAlive(child), 'it still runs five seconds later');
});

const orphanMaker = `
  const child = require('node:child_process').fork(process.argv[1], ['--node-ipc'], { silent: true });
  child.on('message', () => console.log(child.pid));
  const params = { processId: null, rootUri: null, capabilities: {} };
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
`;

function firstLine(process: ChildProcess): Promise<string> {
  return new Promise((resolve) => process.stdout!.once('data', (chunk) => resolve(String(chunk).trim())));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a client that leaves before its answer is not worth a word on stderr', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(document.textDocument.uri, 'apiVersion: ai-system/v1\n'.repeat(2000));
  session.process.stdout!.destroy();
  for (let i = 0; i < 50; i++) session.ask('textDocument/diagnostic', document);
  session.process.stdin!.end();
  await session.exited;
  assert.equal(session.stderr, '');
});

test('a request that is cancelled says so', async (t) => {
  const session = new Session(t);
  await session.initialize();
  session.open(document.textDocument.uri, 'apiVersion: ai-system/v1\n');
  for (const method of ['textDocument/diagnostic', 'workspace/diagnostic', 'textDocument/codeAction']) {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const params = { ...document, range, context: { diagnostics: [] }, previousResultIds: [] };
    const cancelled = session.together(() => {
      const { id, answer } = session.ask(method, params);
      session.notify('$/cancelRequest', { id });
      return answer;
    });
    await assert.rejects(cancelled, refusedWith(-32800), method);
  }
  assert.equal((await session.pull(document.textDocument.uri)).kind, 'full');
});

const malformed: Readonly<Record<string, object>> = {
  'no parameters': { method: 'textDocument/didOpen' },
  'no document': { method: 'textDocument/didOpen', params: {} },
  'no changes': { method: 'textDocument/didChange', params: { ...document } },
  'no version': {
    method: 'textDocument/didChange',
    params: { ...document, contentChanges: [{ text: 'apiVersion: x\n' }] },
  },
  'a change without a text': {
    method: 'textDocument/didChange',
    params: { textDocument: { ...document.textDocument, version: 5 }, contentChanges: [{}] },
  },
  'no files': { method: 'workspace/didChangeWatchedFiles', params: {} },
  'no settings': { method: 'workspace/didChangeConfiguration', params: {} },
  'no folders': { method: 'workspace/didChangeWorkspaceFolders', params: {} },
  'no id to cancel': { method: '$/cancelRequest', params: {} },
  'null to cancel': { method: '$/cancelRequest', params: { id: null } },
  'nothing to cancel': { method: '$/cancelRequest' },
  'positional parameters': { method: 'textDocument/didOpen', params: [1, 2] },
  'a URI that is none': { method: 'textDocument/didSave', params: { textDocument: { uri: '%%%' } } },
  'an answer nobody waits for': { id: 99_999, result: 1 },
  'neither request nor answer': { id: 99_998 },
};

for (const [name, message] of Object.entries(malformed)) {
  test(`a malformed message does no harm: ${name}`, async (t) => {
    const session = new Session(t);
    await session.initialize();
    session.open(document.textDocument.uri, 'apiVersion: ai-system/v1\n');
    session.send(message);
    assert.equal((await session.pull(document.textDocument.uri)).kind, 'full');
    assert.equal(await session.shutDown(), 0);
    assert.equal(session.stderr, '');
    for (const { message } of session.all<{ message: string }>('window/logMessage')) assert.ok(message.length < 1000);
  });
}

const requests: Readonly<Record<string, unknown>> = {
  'textDocument/diagnostic': [],
  'workspace/diagnostic': {},
  'textDocument/codeAction': { textDocument: { uri: 'file:///a/ai-system.yaml' }, range: 3, context: null },
  'codeAction/resolve': { title: 'x', data: { uri: 'file:///a/ai-system.yaml', version: 1, wanted: { do: 'what' } } },
};

for (const [method, params] of Object.entries(requests)) {
  test(`a request that makes no sense is answered: ${method}`, async (t) => {
    const session = new Session(t);
    await session.initialize();
    session.open('file:///a/ai-system.yaml', 'apiVersion: ai-system/v1\n');
    const answer = await session.request(method, params).catch((error: unknown) => error);
    assert.ok(answer instanceof Refused || typeof answer === 'object');
    assert.equal(await session.shutDown(), 0);
    assert.equal(session.stderr, '');
  });
}

test('messages that arrive in one piece or byte by byte are the same', async (t) => {
  const params = { processId: null, rootUri: null, capabilities: capabilities('bare') };
  const bytes = [
    { jsonrpc: '2.0', id: 1, method: 'initialize', params },
    { jsonrpc: '2.0', method: 'initialized', params: {} },
    { jsonrpc: '2.0', id: 2, method: 'shutdown' },
    { jsonrpc: '2.0', method: 'exit' },
  ]
    .map(frame)
    .join('');
  const whole = new Session(t);
  whole.write(bytes);
  assert.equal(await whole.exited, 0);

  const slow = new Session(t);
  for (const byte of bytes) {
    slow.write(byte);
    await new Promise((wake) => setImmediate(wake));
  }
  assert.equal(await slow.exited, 0);
});

test('where nobody trusts the workspace, only what is ours is watched', async (t) => {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('vscode'), options: { trusted: false } });
  await session.quiet();
  const globs = session
    .all<{ registrations: { registerOptions: { watchers?: { globPattern: string }[] } }[] }>(
      'client/registerCapability',
    )
    .flatMap(({ registrations }) => registrations)
    .flatMap(({ registerOptions: { watchers = [] } }) => watchers.map(({ globPattern }) => globPattern));
  assert.deepEqual(
    globs.map((glob) => glob.includes('ai-system')),
    [true, true, true],
  );
});

test('only what a client announces is registered or promised', async (t) => {
  for (const profile of ['vscode', 'neovim', 'eglot', 'ale', 'bare'] as const) {
    const session = new Session(t);
    const { capabilities: server } = await session.initialize({ capabilities: capabilities(profile) });
    await session.quiet();
    const registered = session
      .all<{ registrations: { method: string; registerOptions: { watchers?: { globPattern: string }[] } }[] }>(
        'client/registerCapability',
      )
      .flatMap(({ registrations }) => registrations);
    const methods = registered.map(({ method }) => method).sort();
    const both = ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'];
    assert.deepEqual(
      methods,
      profile === 'vscode' ? ['textDocument/inlayHint', ...both] : profile === 'eglot' ? both.slice(1) : [],
      profile,
    );
    const globs = registered.flatMap(({ registerOptions: { watchers = [] } }) => watchers).length;
    // Any file may be named in a spec.
    assert.equal(globs, profile === 'vscode' || profile === 'eglot' ? 1 : 0, profile);
    assert.equal(server.diagnosticProvider !== undefined, profile === 'vscode', profile);
    assert.equal(server.codeActionProvider !== undefined, profile !== 'bare', profile);
    assert.deepEqual(server.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    assert.equal(await session.shutDown(), 0);
  }
});
