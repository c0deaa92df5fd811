import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import { applied, at } from './edits.ts';
import { profiles } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const before = 'apiVersion: ai-system/v1\nsystem: # 😀\n     name:   "x"\n     load: {per_day: 5}\n';
const after = 'apiVersion: ai-system/v1\nsystem: # 😀\n  name: "x"\n  load: { per_day: 5 }\n';
const two: FormattingOptions = { tabSize: 2, insertSpaces: true };

async function opened(
  t: TestContext,
  text: string,
  files: Readonly<Record<string, string>> = {},
  capabilities: object = profiles.vscode,
) {
  const root = folder(t, { 'a/ai-system.yaml': text, '.git/HEAD': '', ...files });
  const session = new Session(t);
  const { capabilities: server } = await session.initialize({ capabilities: capabilities as never });
  const uri = toUri(`${root}/a/ai-system.yaml`);
  session.open(uri, text);
  const format = async (options = two, range?: Range) => {
    const method = range === undefined ? 'formatting' : 'rangeFormatting';
    const edits = await session.request<TextEdit[] | null>(`textDocument/${method}`, {
      textDocument: { uri },
      options,
      range,
    });
    return edits === null ? null : applied({ changes: { [uri]: edits } }, uri, text).text;
  };
  return { session, server, uri, format };
}

test('the document, by the options of the editor', async (t) => {
  const { format } = await opened(t, before);
  assert.equal(await format(), after);
  assert.equal(await format({ tabSize: 4, insertSpaces: true }), after.replaceAll(/^ {2}/gm, '    '));
});

test('a range of it', async (t) => {
  const { format } = await opened(t, before.replaceAll('     ', '  '));
  const expected = before.replaceAll('     ', '  ').replace('name:   "x"', 'name: "x"');
  assert.equal(await format(two, at(2, 0, 2, 4)), expected);
});

test("as the repository's Prettier does, where its configuration is data", async (t) => {
  const json =
    '{ "singleQuote": true, "overrides": [{ "files": "a/*.yaml", "options": { "bracketSpacing": false } }] }';
  const { format } = await opened(t, before, { '.prettierrc': json });
  assert.equal(await format(), after.replace('"x"', "'x'").replace('{ per_day: 5 }', '{per_day: 5}'));
  const other = await opened(t, before, { 'a/.prettierrc.js': 'module.exports = { singleQuote: true };' });
  assert.equal(await other.format(), after);
});

const single = '{ "singleQuote": true }';
const inSingle = after.replace('"x"', "'x'");
for (const [where, files, expected] of [
  ['beside the spec', { 'a/.prettierrc': single }, inSingle],
  ['in the package', { 'package.json': `{ "name": "x", "prettier": ${single} }` }, inSingle],
  ['above a package that says nothing of it', { 'a/package.json': '{ "name": "x" }', '.prettierrc': single }, inSingle],
  [
    'above a program, which would hide it',
    { 'a/prettier.config.mjs': 'export default {};', '.prettierrc': single },
    after,
  ],
  ['above the repository', { 'a/.git/HEAD': '', '.prettierrc': single }, after],
] as const) {
  test(`Prettier's configuration ${where}`, async (t) => {
    const { format } = await opened(t, before, files);
    assert.equal(await format(), expected);
  });
}

test('nothing where the file cannot be read, and nothing of a text that has changed meanwhile', async (t) => {
  const broken = before.replace('"x"', '[x');
  const { format, session, uri } = await opened(t, broken);
  assert.equal(await format(), broken);
  const { answer } = session.ask<TextEdit[] | null>('textDocument/formatting', { textDocument: { uri }, options: two });
  session.change(uri, 2, { text: before });
  const edits = await answer;
  if (edits !== null) assert.equal(applied({ changes: { [uri]: edits } }, uri, before).text, after);
});

test('promised to every client, as some format without having said that they can', async (t) => {
  const { server, format } = await opened(t, before, {}, profiles.bare);
  assert.deepEqual([server.documentFormattingProvider, server.documentRangeFormattingProvider], [true, true]);
  assert.equal(await format(), after);
});

test('Enter below a key that wants a list begins one, for clients that ask while typing', async (t) => {
  const text = 'apiVersion: ai-system/v1\nsystem:\n  languages:\n    \n';
  const { session, uri, server } = await opened(t, text);
  assert.deepEqual(server.documentOnTypeFormattingProvider, { firstTriggerCharacter: '\n' });
  const params = { textDocument: { uri }, position: { line: 3, character: 4 }, ch: '\n', options: two };
  const edits = await session.request<TextEdit[]>('textDocument/onTypeFormatting', params);
  assert.equal(applied({ changes: { [uri]: edits } }, uri, text).text, text.replace('    \n', '    - \n'));
  const neovim = await opened(t, text, {}, profiles.neovim);
  assert.equal(neovim.server.documentOnTypeFormattingProvider, undefined);
});
