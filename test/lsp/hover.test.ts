import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { profiles } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const hostile = '[click](command:evil) <img src=x> **bold** @all https://evil.example';
const spec = `apiVersion: ai-system/v1
system:
  owner: ops
  reviewed: 2026-06-01
owners:
  ops:
    team: '${hostile}'
    contact: [slack:ops]
`;

async function opened(t: TestContext, capabilities: object, text = spec) {
  const root = folder(t, { 'ai-system.yaml': text });
  const session = new Session(t);
  const { capabilities: server } = await session.initialize({ capabilities: capabilities as never });
  const uri = toUri(`${root}/ai-system.yaml`);
  session.open(uri, text);
  const at = async (word: string): Promise<Hover | null> => {
    const before = text.slice(0, text.indexOf(word) + word.length);
    const position = { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 };
    return session.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
  };
  return { at, server };
}

const contentOf = (hover: Hover | null) => hover?.contents as MarkupContent;

test('in Markdown, in which no value brings its own', async (t) => {
  const { at } = await opened(t, profiles.vscode);
  const owner = await at('owner: ops');
  assert.equal(contentOf(owner).kind, 'markdown');
  assert.deepEqual(owner?.range, { start: { line: 2, character: 9 }, end: { line: 2, character: 12 } });
  const { value } = contentOf(owner);
  assert.match(value, /^\*\*Owner\*\* `ops`$/m);
  assert.match(
    value,
    /^- team: \\\[click\\\]\(command:evil\) &lt;img src=x&gt; \\\*\\\*bold\\\*\\\* @\u200ball https\u200b:/m,
  );
  assert.equal(contentOf(await at('reviewed: 2026')).value.split('\n')[0], '**Mon 2026-06-01** 14 days ago');
});

test('as plain text for a client that knows nothing else', async (t) => {
  const { at } = await opened(t, { textDocument: { hover: {} } });
  const owner = contentOf(await at('owner: ops'));
  assert.equal(owner.kind, 'plaintext');
  assert.ok(owner.value.startsWith('Owner: `ops`\n\n- team: [click](command:evil) <img'), owner.value);
});

test('not promised to a client without hovers, and nothing for a file of somebody else', async (t) => {
  assert.equal((await opened(t, profiles.bare)).server.hoverProvider, undefined);
  const { at, server } = await opened(t, profiles.vscode, 'apiVersion: v1\nkind: Pod\nsystem:\n  name: x\n');
  assert.equal(server.hoverProvider, true);
  assert.equal(await at('name'), null);
});
