import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ClientCapabilities, CompletionItem, Position } from 'vscode-languageserver';
import { capabilities } from './profiles.ts';
import { Session } from './session.ts';

const uri = 'file:///project/ai-system.yaml';

/** What is offered right behind an edit. */
async function offered(session: Session, version: number, text: string, position: Position): Promise<string[]> {
  session.change(uri, version, { text });
  const items = await session.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return items.map(({ label }) => label);
}

for (const [what, foreign] of [
  ['a file of somebody else', 'apiVersion: v1\nkind: Pod\n'],
  ['a text that may become a spec', 'name: x\n'],
] as const) {
  test(`completion comes back behind ${what}`, async (t) => {
    const session = new Session(t);
    await session.initialize({ capabilities: capabilities('vscode') });
    session.open(uri, foreign);
    assert.deepEqual(await offered(session, 2, `${foreign}# \n`, { line: 0, character: 0 }), []);
    const spec = 'apiVersion: ai-system/v1\nsystem:\n  na\n';
    assert.ok((await offered(session, 3, spec, { line: 2, character: 4 })).includes('name'));
    assert.ok((await offered(session, 4, `${spec}ow`, { line: 3, character: 2 })).includes('owners'));
  });
}

const entryIn = async (t: TestContext, profile: ClientCapabilities) => {
  const session = new Session(t);
  await session.initialize({ capabilities: profile });
  const text = 'apiVersion: ai-system/v1\nwaivers:\nowners:\n  ';
  session.open(uri, text);
  const items = await session.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 3, character: 2 },
  });
  const { textEdit, insertTextFormat, insertTextMode } = items.find(({ label }) => label === 'new owner')!;
  return { text: textEdit?.newText, insertTextFormat, insertTextMode };
};
const team = 'TODO e.g. Claims Platform Operations';
const contact = 'TODO e.g. pagerduty:P4CLAIM';

test('an entry has tab stops, and its own indentation where the client can be told so', async (t) => {
  assert.deepEqual(await entryIn(t, capabilities('vscode')), {
    text: `\${1:todo-owner}:\n    team: \${2:${team}}\n    contact:\n      - \${3:${contact}}`,
    insertTextFormat: 2,
    insertTextMode: 1,
  });
});

test('a client that indents snippets by itself gets them without the indentation of their line', async (t) => {
  const completionItem = { snippetSupport: true };
  assert.deepEqual(await entryIn(t, { textDocument: { completion: { completionItem } } }), {
    text: `\${1:todo-owner}:\n  team: \${2:${team}}\n  contact:\n    - \${3:${contact}}`,
    insertTextFormat: 2,
    insertTextMode: undefined,
  });
});

test('a client without snippets gets the text', async (t) => {
  assert.deepEqual(await entryIn(t, { textDocument: { completion: {} } }), {
    text: `todo-owner:\n    team: ${team}\n    contact:\n      - ${contact}`,
    insertTextFormat: undefined,
    insertTextMode: undefined,
  });
});

test('whatever stands in a placeholder, all that can replace it is offered', async (t) => {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities('vscode') });
  session.open(uri, 'apiVersion: ai-system/v1\nsystem:\n  stage: TODO pilot | production\n');
  const items = await session.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 2, character: 14 },
  });
  assert.deepEqual(
    items.map(({ label, filterText }) => [label, filterText]),
    ['pilot', 'pre-production', 'production', 'retired'].map((label) => [label, 'TODO ']),
  );
});
