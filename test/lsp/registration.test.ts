import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Registration } from 'vscode-languageserver';
import { type Profile, profiles } from './profiles.ts';
import { folder, Session, toUri } from './session.ts';

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'ai-system.config.yaml': 'rules:\n  owner-reachable:   warning\n',
  'team.ai-system-pack.yaml': 'apiVersion: ai-system-pack/v1\n',
};

/** As a profile, but that everything may be announced later, for some documents. */
function dynamic(profile: Profile): object {
  const { textDocument = {}, ...rest } = profiles[profile] as { textDocument?: Record<string, object> };
  const entries = Object.entries(textDocument).map(([kind, can]) => [kind, { ...can, dynamicRegistration: true }]);
  return { ...rest, textDocument: Object.fromEntries(entries) };
}

async function opened(t: TestContext, capabilities: object, options: object = {}, refused?: string) {
  const root = folder(t, files);
  const session = new Session(t);
  const registered: Registration[] = [];
  session.answers = {
    ...session.answers,
    'client/registerCapability': ({ registrations }: { registrations: Registration[] }) => {
      if (registrations.some(({ method }) => method === refused)) throw new Error(`${refused} is refused`);
      registered.push(...registrations);
      return null;
    },
  };
  const { capabilities: server } = await session.initialize({
    capabilities: capabilities as never,
    rootUri: toUri(root),
    workspaceFolders: [{ uri: toUri(root), name: 'x' }],
    options,
  });
  // What is registered comes before the answer to what is asked afterwards.
  await session.request('textDocument/formatting', {
    textDocument: { uri: toUri(join(root, 'none.yaml')) },
    options: { tabSize: 2, insertSpaces: true },
  });
  const ofDocuments = registered.filter(({ method }) => /^textDocument\/(?!did)/.test(method));
  return { root, session, ofDocuments, provided: Object.keys(server).filter((name) => name.endsWith('Provider')) };
}

const forAll = ['codeActionProvider', 'diagnosticProvider', 'workspaceSymbolProvider'];

test('what a configuration has nothing of is announced for specs alone', async (t) => {
  const { provided, ofDocuments } = await opened(t, dynamic('vscode'));
  assert.deepEqual(provided.sort(), forAll);
  const all = (await opened(t, { ...profiles.vscode, textDocument: withoutDynamic() })).provided;
  assert.equal(ofDocuments.length, all.length - forAll.length);
  for (const method of ['formatting', 'rangeFormatting', 'onTypeFormatting', 'semanticTokens', 'foldingRange', 'hover'])
    assert.ok(
      ofDocuments.some((one) => one.method === `textDocument/${method}`),
      method,
    );
  for (const { registerOptions } of ofDocuments) {
    assert.deepEqual(registerOptions.documentSelector, [
      { language: 'ai-system' },
      { pattern: '**/{ai-system,*.ai-system}.{yaml,yml}' },
    ]);
  }
});

test('what a client refuses takes nothing else with it', async (t) => {
  const all = (await opened(t, dynamic('vscode'))).ofDocuments.map(({ method }) => method);
  const { ofDocuments } = await opened(t, dynamic('vscode'), {}, 'textDocument/hover');
  assert.deepEqual(
    ofDocuments.map(({ method }) => method),
    all.filter((method) => method !== 'textDocument/hover'),
  );
});

test('who registers formatting alone is promised no formatting of ranges in every document', async (t) => {
  const textDocument = { hover: {}, formatting: { dynamicRegistration: true } };
  const { provided, ofDocuments } = await opened(t, { textDocument });
  assert.deepEqual(
    ofDocuments.map(({ method }) => method),
    ['textDocument/formatting'],
  );
  assert.ok(provided.includes('hoverProvider'));
  assert.deepEqual(
    provided.filter((name) => /Formatting/.test(name)),
    [],
  );
});

test('with the schemes of the client, where it tells them', async (t) => {
  const { ofDocuments } = await opened(t, dynamic('vscode'), { schemes: ['file', 'untitled'] });
  const [first] = ofDocuments;
  assert.deepEqual(
    first?.registerOptions.documentSelector.map(({ scheme }: { scheme: string }) => scheme),
    ['file', 'file', 'untitled', 'untitled'],
  );
});

for (const profile of ['neovim', 'ale', 'bare'] as const) {
  test(`${profile} is told of everything at once`, async (t) => {
    const { provided, ofDocuments } = await opened(t, profiles[profile]);
    assert.deepEqual(ofDocuments, []);
    assert.ok(provided.includes('documentFormattingProvider'));
  });
}

test('for a configuration and a pack there is nothing but findings and fixes', async (t) => {
  const { root, session } = await opened(t, profiles.vscode);
  for (const [name, text] of Object.entries(files).slice(1)) {
    const textDocument = { uri: toUri(join(root, name)) };
    session.open(textDocument.uri, text, { languageId: 'yaml' });
    const place = { textDocument, position: { line: 0, character: 1 } };
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    for (const [method, params] of Object.entries({
      completion: place,
      hover: place,
      definition: place,
      references: { ...place, context: { includeDeclaration: true } },
      documentHighlight: place,
      prepareRename: place,
      codeLens: { textDocument },
      documentSymbol: { textDocument },
      documentLink: { textDocument },
      foldingRange: { textDocument },
      selectionRange: { textDocument, positions: [place.position] },
      inlayHint: { textDocument, range },
      'semanticTokens/full': { textDocument },
      formatting: { textDocument, options },
      rangeFormatting: { textDocument, range, options },
      onTypeFormatting: { ...place, ch: '\n', options },
    })) {
      const answer = await session.request<unknown>(`textDocument/${method}`, params);
      const given = Array.isArray(answer) ? answer : ((answer as { data?: unknown[] } | null)?.data ?? []);
      assert.deepEqual([method, answer === null || given.length === 0], [method, true], JSON.stringify(answer));
    }
  }
});

function withoutDynamic() {
  return Object.fromEntries(
    Object.entries(profiles.vscode.textDocument).map(([kind, can]) => [kind, { ...can, dynamicRegistration: false }]),
  );
}
