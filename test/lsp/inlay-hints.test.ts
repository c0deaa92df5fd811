import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { InlayHint } from 'vscode-languageserver';
import { profiles } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const spec = `apiVersion: ai-system/v1
system:
  launch: 2026-06-10
  reviewed: 2026-06-14
evaluation:
  datasets:
    golden:
      path: eval/cases.jsonl
      use: test
`;
const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function opened(t: TestContext, capabilities: object, setting?: unknown, options: object = {}) {
  const root = folder(t, { 'ai-system.yaml': spec, 'eval/cases.jsonl': '{"question": "a"}\n', '.git/HEAD': '' });
  const session = new Session(t);
  const answer = ({ items }: { items: object[] }) => items.map(() => ({ inlayHints: setting }));
  session.answers = {
    ...session.answers,
    'workspace/configuration': answer,
    'workspace/inlayHint/refresh': () => null,
  };
  const { capabilities: server } = await session.initialize({ capabilities: capabilities as never, options });
  const uri = toUri(`${root}/ai-system.yaml`);
  session.open(uri, spec);
  const hints = async (range = all) => {
    const found = await session.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    return found.map(({ position, label }) => `${position.line}:${position.character} ${label}`);
  };
  return { session, root, hints, server };
}

test('behind the values of the range, from what the check has read', async (t) => {
  const { hints } = await opened(t, profiles.vscode);
  assert.deepEqual(await hints(), ['2:20 5 days ago', '3:22 yesterday, counts for 180d', '7:28 1 case']);
  const line = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  assert.deepEqual(await hints(line), ['2:20 5 days ago']);
});

test('are fetched anew when an artifact has changed', async (t) => {
  const { session, root, hints } = await opened(t, profiles.vscode);
  await hints();
  const file = join(root, 'eval/cases.jsonl');
  writeFileSync(file, '{"question": "a"}\n{"question": "b"}\n');
  session.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: toUri(file), type: 2 }] });
  await session.until('workspace/inlayHint/refresh');
  for (let tries = 0; tries < 100 && !(await hints()).includes('7:28 2 cases'); tries += 1) await session.quiet(20);
  assert.ok((await hints()).includes('7:28 2 cases'));
});

test('as the setting says, none or some', async (t) => {
  assert.deepEqual(await (await opened(t, profiles.vscode, false)).hints(), []);
  const { hints } = await opened(t, profiles.vscode, { dates: false, schedules: true });
  assert.deepEqual(await hints(), ['3:22 counts for 180d', '7:28 1 case']);
  const bare = { textDocument: { inlayHint: {} } };
  const options = { inlayHints: { limits: false, counts: false } };
  assert.deepEqual(await (await opened(t, bare, undefined, options)).hints(), ['2:20 5 days ago', '3:22 yesterday']);
});

test('not promised to a client without them', async (t) => {
  const { server } = await opened(t, profiles.neovim);
  assert.equal(server.inlayHintProvider, undefined);
});
