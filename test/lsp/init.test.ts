import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { InitRequest, type InitResult, InitTypeRequest, type InitTypeResult } from '../../server/src/protocol.ts';
import { folder, Session, toUri } from './session.ts';

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'pyproject.toml': '[project]\nname = "claims"\ndependencies = ["openai"]\n',
  'services/chat/prompts/answer.md': 'Answer.\n',
};

async function opened(t: TestContext, options: object = {}) {
  const root = folder(t, files);
  const session = new Session(t);
  await session.initialize({
    rootUri: toUri(root),
    workspaceFolders: [{ uri: toUri(root), name: 'x' }],
    options: { trusted: true, ...options },
  });
  const ask = (path: string) => session.request<InitResult | null>(InitRequest, { folder: toUri(join(root, path)) });
  return { root, session, ask };
}

test('a first spec, what it was made of, and where the first placeholder stands', async (t) => {
  const { root, ask } = await opened(t);
  const initial = await ask('');
  assert.ok(initial);
  assert.match(initial.text, /^ {2}name: claims\n {2}type: llm\n {2}stage: pilot$/m);
  assert.match(initial.found, /system\.name +claims +← pyproject\.toml:2/);
  assert.match(initial.summary, /^3 answers found in this repository, \d+ to fill in, of which \d+ block pilot$/);
  assert.ok(initial.first);
  assert.match(initial.text.slice(initial.first.start, initial.first.end), /^TODO /);
  const before = initial.text.slice(0, initial.first.start);
  assert.match(before, /^ {2}stage: pilot\n {2}owner: $/m, 'the first that blocks a pilot');
  assert.ok(!existsSync(join(root, 'ai-system.yaml')), 'the server writes nothing');
});

test('type and stage, where a person has chosen them', async (t) => {
  const { root, session } = await opened(t);
  const given = (type: unknown, stage: unknown) =>
    session.request<InitResult | null>(InitRequest, { folder: toUri(root), type, stage });
  assert.match((await given('rag', 'production'))?.text ?? '', /^ {2}type: rag\n {2}stage: production$/m);
  // What nobody can choose is as if it had not been said.
  assert.match((await given('chatbot', 7))?.text ?? '', /^ {2}type: llm\n {2}stage: pilot$/m);
});

test('the type that the repository shows, with the place that shows it', async (t) => {
  const { root, session } = await opened(t);
  const shown = (path: string) => session.request<InitTypeResult>(InitTypeRequest, { folder: toUri(join(root, path)) });
  assert.deepEqual(await shown(''), { type: 'llm', place: 'pyproject.toml:3' });
  assert.equal(await shown('services/chat'), null);
});

test('for a folder below, with paths from there', async (t) => {
  const { ask } = await opened(t);
  assert.match((await ask('services/chat'))?.text ?? '', /^ {4}path: prompts\/answer\.md$/m);
});

test('what an editor holds of a file counts before the disk', async (t) => {
  const { root, session, ask } = await opened(t);
  session.open(toUri(join(root, 'pyproject.toml')), '[project]\nname = "renamed"\n', { languageId: 'toml' });
  assert.match((await ask(''))?.text ?? '', /^ {2}name: renamed$/m);
});

test('nothing of a workspace that is not trusted', async (t) => {
  const { root, session, ask } = await opened(t, { trusted: false });
  assert.equal(await ask(''), null);
  assert.equal(await session.request(InitTypeRequest, { folder: toUri(root) }), null);
});
