import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem, Position } from 'vscode-languageserver';
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
