import assert from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { test } from 'node:test';
import { command, plainEnvironment } from './command.ts';

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};

test('lsp --stdio answers, and leaves when it is told to', { timeout: 20_000 }, async (t) => {
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { env: plainEnvironment() });
  t.after(() => child.kill());
  const ended = new Promise((resolve) => child.on('exit', resolve));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  const send = (message: object) => {
    const body = JSON.stringify(message);
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  send(initialize);
  send({ jsonrpc: '2.0', method: 'initialized', params: {} });
  send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  while (!output.includes('"id":2'))
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 10)), ended.then(() => assert.fail(output))]);
  send({ jsonrpc: '2.0', method: 'exit' });
  assert.equal(await ended, 0);
  assert.match(output, /^Content-Length: \d+\r\n\r\n\{/);
  assert.match(output, /"capabilities":/);
});

test('lsp --node-ipc answers', { timeout: 20_000 }, async (t) => {
  const child = fork(command, ['lsp', '--node-ipc', `--clientProcessId=${process.pid}`], { env: plainEnvironment() });
  t.after(() => child.kill());
  const answer = await new Promise<{ id?: number; result?: { capabilities?: unknown } }>((resolve) => {
    child.on('message', (message: { id?: number }) => message.id === 1 && resolve(message));
    child.send(initialize);
  });
  assert.ok(answer.result?.capabilities);
});
