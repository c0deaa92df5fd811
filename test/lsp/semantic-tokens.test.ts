import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import type { SemanticTokens } from 'vscode-languageserver';
import { profiles } from './profiles.ts';
import { Session } from './session.ts';

const uri = 'file:///w/ai-system.yaml';
const spec = `apiVersion: ai-system/v1
system: # 😀
  owner: ops
  launch: TODO
owners:
  ops: { team: Ops, "😀": 1, contact: [] }
`;

async function opened(t: TestContext, capabilities: object, text = spec) {
  const session = new Session(t);
  const { capabilities: server } = await session.initialize({ capabilities: capabilities as never });
  session.open(uri, text);
  const { tokenTypes = [], tokenModifiers = [] } = server.semanticTokensProvider?.legend ?? {};
  const decoded = ({ data }: SemanticTokens): readonly string[] => {
    const lines = text.split('\n');
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(index * 5, index * 5 + 5);
      [line, character] = [line + down, down === 0 ? character + right : right];
      const modified = tokenModifiers.filter((_, bit) => modifiers & (1 << bit)).map((one) => `.${one}`);
      return `${tokenTypes[type]}${modified.join('')} ${lines[line]?.slice(character, character + length)}`;
    });
  };
  const ask = async (method: string, range?: object) =>
    decoded(
      await session.request<SemanticTokens>(`textDocument/semanticTokens/${method}`, { textDocument: { uri }, range }),
    );
  return { ask, server, session };
}

test('of the whole document and of a range, in the types of the legend', async (t) => {
  const { ask } = await opened(t, profiles.vscode);
  const all = [
    ...['namespace apiVersion', 'enumMember ai-system/v1', 'namespace system', 'property owner', 'variable ops'],
    ...['property launch', 'placeholder TODO', 'namespace owners', 'variable.declaration ops', 'property team'],
    ...['unknownKey "😀"', 'property contact'],
  ];
  assert.deepEqual(await ask('full'), all);
  const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 8 } };
  assert.deepEqual(await ask('range', range), ['property launch', 'placeholder TODO', 'namespace owners']);
});

test('promised are the requests that the client makes', async (t) => {
  const full = { textDocument: { semanticTokens: { requests: { full: true } } } };
  const promised = (await opened(t, full)).server.semanticTokensProvider;
  assert.deepEqual([promised?.full, promised?.range], [true, false]);
  assert.equal((await opened(t, profiles.neovim)).server.semanticTokensProvider, undefined);
});

test('none for a file of somebody else', async (t) => {
  const { ask } = await opened(t, profiles.vscode, 'apiVersion: v1\nkind: Pod\n');
  assert.deepEqual(await ask('full'), []);
});

test('each type that is not of the protocol is declared for VS Code, and each has a fallback', async (t) => {
  const { server } = await opened(t, profiles.vscode);
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const standard = ['namespace', 'property', 'variable', 'enumMember', 'number'];
  const types = server.semanticTokensProvider?.legend.tokenTypes ?? [];
  const declared = contributes.semanticTokenTypes.map(({ id }: { id: string }) => id);
  assert.deepEqual([...types].sort(), [...standard, ...declared].sort());
  const scopes = Object.keys(contributes.semanticTokenScopes[0].scopes);
  assert.deepEqual(
    [...types, 'variable.declaration'].filter((type) => !scopes.includes(type)),
    [],
  );
});
