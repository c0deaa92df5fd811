import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type {
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Location,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applyEdits, lineIndex } from '../../core/src/index.ts';
import { capabilities, type Profile } from './profiles.ts';
import { folder, Refused, Session, toUri } from './session.ts';

const spec = `apiVersion: ai-system/v1
system:
  name: claims
  owner: ops
owners:
  ops: # 😀
    team: Claims Operations
  build: { team: Claims Build }
models:
  llm:
    owner: "ops"
`;
const uri = 'file:///project/ai-system.yaml';

async function opened(t: TestContext, profile: Profile = 'vscode', text = spec): Promise<Session> {
  const session = new Session(t);
  await session.initialize({ capabilities: capabilities(profile) });
  session.open(uri, text);
  return session;
}

function at(word: string, text = spec) {
  return { textDocument: { uri }, position: lineIndex(text).position(text.indexOf(word) + 1) };
}

function lines(places: readonly { readonly range: Range }[]): number[] {
  return places.map(({ range }) => range.start.line + 1);
}

test('references, highlights and the definition of an id', async (t) => {
  const session = await opened(t);
  const references = (includeDeclaration: boolean, word: string) =>
    session.request<Location[]>('textDocument/references', { ...at(word), context: { includeDeclaration } });
  for (const word of ['ops\n', 'ops: #', 'ops"']) {
    assert.deepEqual(lines(await references(true, word)), [4, 6, 11], word);
    assert.deepEqual(lines(await references(false, word)), [4, 11], word);
    assert.deepEqual(lines(await session.request<Location[]>('textDocument/definition', at(word))), [6], word);
  }
  const marked = await session.request<DocumentHighlight[]>('textDocument/documentHighlight', at('ops"'));
  assert.deepEqual(
    marked.map(({ range, kind }) => [range.start.line + 1, range.end.character - range.start.character, kind]),
    [
      [4, 3, 2],
      [6, 3, 3],
      [11, 3, 2],
    ],
  );
  assert.deepEqual(await references(true, 'claims'), []);
});

test('the alias of an id leads where the id leads', async (t) => {
  const text = spec.replace('owner: ops', 'owner: &o ops').replace('owner: "ops"', 'owner: *o');
  const session = await opened(t, 'vscode', text);
  const place = at('*o', text);
  assert.deepEqual(lines(await session.request<Location[]>('textDocument/definition', place)), [6]);
  const prepared = await session.request<{ range: Range; placeholder: string }>('textDocument/prepareRename', place);
  assert.deepEqual(
    [prepared.range.start.character, prepared.range.end.character, prepared.placeholder],
    [11, 13, 'ops'],
  );
});

test('a rename says its range, changes every use, and refuses with a reason', async (t) => {
  const session = await opened(t);
  const prepared = await session.request<{ range: Range; placeholder: string }>(
    'textDocument/prepareRename',
    at('ops"'),
  );
  assert.deepEqual(
    [prepared.range.start.character, prepared.range.end.character, prepared.placeholder],
    [12, 15, 'ops'],
  );
  const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at('ops"'), newName: 'claims-ops' });
  assert.deepEqual(Object.keys(edit), ['documentChanges']);
  const [change] = edit.documentChanges ?? [];
  assert.ok(change !== undefined && 'textDocument' in change);
  assert.deepEqual(change.textDocument, { uri, version: 1 });
  assert.equal(
    applied(change.edits as readonly { range: Range; newText: string }[]),
    spec.replaceAll(/ops(?=["\n:])/g, 'claims-ops'),
  );

  const refused = async (method: string, params: object) => {
    const error = await session.request(method, params).then(
      () => assert.fail('It was not refused.'),
      (error: unknown) => error,
    );
    assert.ok(error instanceof Refused);
    return [error.code, error.message];
  };
  assert.deepEqual(await refused('textDocument/rename', { ...at('ops"'), newName: 'build' }), [
    -32803,
    'There is already an owner "build".',
  ]);
  assert.deepEqual(await refused('textDocument/prepareRename', at('claims')), [
    -32803,
    'The value of "name" is not an id: only ids can be renamed.',
  ]);
});

test('a client without document changes is sent plain ones', async (t) => {
  const session = await opened(t, 'neovim');
  const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at('ops"'), newName: 'b' });
  assert.deepEqual(Object.keys(edit), ['changes']);
  assert.equal(edit.changes?.[uri]?.length, 3);
});

function applied(edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  const index = lineIndex(spec);
  return applyEdits(
    spec,
    edits.map(({ range, newText }) => ({
      span: { start: index.offset(range.start), end: index.offset(range.end) },
      text: newText,
    })),
  );
}

test('symbols are a tree where the client shows one, and flat otherwise', async (t) => {
  const tree = await (await opened(t)).request<DocumentSymbol[]>('textDocument/documentSymbol', at('ops'));
  assert.deepEqual(
    tree.map(({ name, children = [] }) => [name, ...children.map((child) => child.name)]),
    [['system'], ['owners', 'ops', 'build'], ['models', 'llm']],
  );
  assert.equal(tree[1]?.children?.[0]?.detail, 'Owner: Claims Operations');
  const flat = await (await opened(t, 'ale')).request<SymbolInformation[]>('textDocument/documentSymbol', at('ops'));
  assert.deepEqual(
    flat.map(({ name, containerName = '', location }) => [name, containerName, location.uri === uri]),
    [
      ['system', '', true],
      ['owners', '', true],
      ['ops', 'owners', true],
      ['build', 'owners', true],
      ['models', '', true],
      ['llm', 'models', true],
    ],
  );
});

test('workspace symbols come from all specs, from those that are open as they are in the editor', async (t) => {
  const root = folder(t, {
    'a/ai-system.yaml': spec,
    'b/ai-system.yaml': spec.replaceAll('ops', 'desk'),
    'c/ai-system.yaml': 'apiVersion: other/v1\nowners:\n  ops: {}\n',
    'values.yaml': 'owners:\n  ops: {}\n',
  });
  const session = new Session(t);
  await session.initialize({ workspaceFolders: [{ uri: toUri(root), name: 'x' }] });
  const open = toUri(`${root}/a/ai-system.yaml`);
  session.open(open, spec.replaceAll(' ops', ' crew'));
  const find = async (query: string) =>
    (await session.request<SymbolInformation[]>('workspace/symbol', { query })).map(
      ({ name, containerName, location }) => `${name} ${containerName} ${location.uri.slice(toUri(root).length)}`,
    );
  assert.deepEqual(await find('crew'), ['crew claims · owners /a/ai-system.yaml']);
  assert.deepEqual(await find('ops'), []);
  assert.deepEqual(await find('DK'), ['desk claims · owners /b/ai-system.yaml']);
  assert.equal((await find('')).length, 12);
  session.change(open, 2, { text: spec });
  assert.deepEqual(await find('ops'), ['ops claims · owners /a/ai-system.yaml']);
});

const folded = `apiVersion: ai-system/v1
# one
# two
system:
  languages: [
    de,
    en
  ]
  purpose: >-
    a
    b
`;

test('folds go by whole lines where the client wants that', async (t) => {
  const ask = async (profile: Profile) =>
    (
      await (await opened(t, profile, folded)).request<FoldingRange[]>('textDocument/foldingRange', at('a', folded))
    ).map(({ startLine, startCharacter, endLine, endCharacter, kind = '' }) => [
      [startLine + 1, startCharacter].join('.'),
      [endLine + 1, endCharacter].join('.'),
      kind,
    ]);
  assert.deepEqual(await ask('vscode'), [
    ['2.', '3.', 'comment'],
    ['4.', '11.', ''],
    ['5.', '7.', ''],
    ['9.', '11.', ''],
  ]);
  assert.deepEqual(await ask('ale'), [
    ['2.0', '3.5', 'comment'],
    ['4.7', '11.5', ''],
    ['5.12', '8.3', ''],
    ['9.10', '11.5', ''],
  ]);
});

test('a selection grows from the word to the document', async (t) => {
  const session = await opened(t);
  const { textDocument, position } = at('Operations');
  const params = { textDocument, positions: [position, { line: 0, character: 0 }] };
  const [first, second] = await session.request<SelectionRange[]>('textDocument/selectionRange', params);
  const steps = [];
  for (let range = first; range !== undefined; range = range.parent) steps.push(range.range.start.line + 1);
  assert.deepEqual(steps, [7, 7, 7, 6, 6, 5, 1]);
  assert.ok(second !== undefined);
});

const methods = ['references', 'documentHighlight', 'rename', 'prepareRename', 'documentSymbol', 'foldingRange'];

for (const [name, text, refusal] of [
  ['an empty file', '', -32803],
  ["somebody else's file", 'apiVersion: other/v1\nowners: { ops: {} }\n', null],
] as const) {
  test(`there is nothing in ${name}`, async (t) => {
    const session = await opened(t, 'vscode', text);
    const params = {
      textDocument: { uri },
      position: { line: 1, character: 12 },
      context: {},
      newName: 'x',
      positions: [],
    };
    for (const method of methods) {
      const answer = await session.request(`textDocument/${method}`, params).catch((error: Refused) => error.code);
      assert.ok(
        [null, [], refusal].some((one) => JSON.stringify(one) === JSON.stringify(answer)),
        method,
      );
    }
  });
}

test('nothing is promised to a client that has no use for it', async (t) => {
  const session = new Session(t);
  const { capabilities: promised } = await session.initialize({ capabilities: capabilities('bare') });
  for (const provider of [
    'referencesProvider',
    'documentHighlightProvider',
    'renameProvider',
    'documentSymbolProvider',
    'workspaceSymbolProvider',
    'foldingRangeProvider',
    'selectionRangeProvider',
  ]) {
    assert.equal(provider in promised, false, provider);
  }
});
