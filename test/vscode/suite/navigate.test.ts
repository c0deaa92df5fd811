import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, show, until } from './support.ts';

const spec = `apiVersion: ai-system/v1
# one
# two
system:
  name: claims
  owner: ops
owners:
  ops:
    team: Claims Operations
  build:
    team: Claims Build
models:
  llm:
    owner: "ops"
`;

suite('navigate', () => {
  teardown(closeAll);

  async function opened(name: string): Promise<vscode.TextDocument> {
    const { document } = await show(`${name}.ai-system.yaml`, spec);
    await until('findings', () => findings(document).length > 0);
    return document;
  }

  function at(document: vscode.TextDocument, word: string): vscode.Position {
    return document.positionAt(document.getText().indexOf(word) + 1);
  }

  function ask<T>(command: string, ...parameters: unknown[]): Promise<T> {
    return Promise.resolve(vscode.commands.executeCommand<T>(`vscode.${command}`, ...parameters));
  }

  test('uses, definition and marks of an id', async () => {
    const document = await opened('uses');
    const line = ({ range }: { range: vscode.Range }) => range.start.line + 1;
    const place = at(document, 'ops"');
    const uses = await ask<vscode.Location[]>('executeReferenceProvider', document.uri, place);
    assert.deepEqual(uses.map(line), [6, 8, 14]);
    const marks = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', document.uri, place);
    assert.deepEqual(
      marks.map((mark) => [line(mark), mark.kind]),
      [
        [6, vscode.DocumentHighlightKind.Read],
        [8, vscode.DocumentHighlightKind.Write],
        [14, vscode.DocumentHighlightKind.Read],
      ],
    );
    const own = await ask<vscode.Location[]>('executeDefinitionProvider', document.uri, at(document, 'ops:'));
    assert.deepEqual(own.map(line), [8]);
  });

  test('F12 leads to the definition', async () => {
    const document = await opened('f12');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(at(document, 'ops"'), at(document, 'ops"'));
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    await until('the cursor at the definition', () => editor.selection.active.line === 7);
  });

  test('a rename changes all uses, and one that cannot be says why', async () => {
    const document = await opened('rename');
    const place = at(document, 'ops"');
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', document.uri, place, 'claims-ops');
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.equal(document.getText(), spec.replaceAll(/ops(?=["\n:])/g, 'claims-ops'));

    const rename = (word: string, name: string) =>
      ask('executeDocumentRenameProvider', document.uri, at(document, word), name);
    await assert.rejects(rename('claims-ops"', 'build'), /There is already an owner "build"/);
    await assert.rejects(
      ask('prepareRename', document.uri, at(document, 'claims\n')),
      /The value of "name" is not an id/,
    );
  });

  test('outline, symbols of the workspace, folds and selections', async () => {
    const document = await opened('outline');
    const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, ...children.map((child) => child.name)]),
      [['system'], ['owners', 'ops', 'build'], ['models', 'llm']],
    );
    const all = await ask<vscode.SymbolInformation[]>('executeWorkspaceSymbolProvider', 'build');
    assert.ok(all.some(({ location }) => location.uri.toString() === document.uri.toString()));

    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', document.uri);
    assert.deepEqual(
      folds.map(({ start, end, kind }) => [start + 1, end + 1, kind]),
      [
        [2, 3, vscode.FoldingRangeKind.Comment],
        [4, 6, undefined],
        [7, 11, undefined],
        [8, 9, undefined],
        [10, 11, undefined],
        [12, 14, undefined],
        [13, 14, undefined],
      ],
    );
    const [selection] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', document.uri, [
      at(document, 'Operations'),
    ]);
    const texts = [];
    for (let one = selection; one !== undefined; one = one.parent!) texts.push(document.getText(one.range));
    assert.equal(texts[0], 'Operations');
    assert.ok(texts.includes('team: Claims Operations'), texts.join('\n--\n'));
    assert.equal(texts.at(-1), spec);
  });
});
