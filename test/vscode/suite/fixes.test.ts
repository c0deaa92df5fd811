import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, closeAll, finding, noFinding, show, until } from './support.ts';

const misspelt = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  stagee: pilot
`;

const unlogged = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  type: rag
  stage: pilot
operations:
  involved_since: 2026-03-02
`;

suite('fixes', () => {
  teardown(closeAll);

  test('a quick fix removes its finding, and undo brings it back', async () => {
    const { document } = await show('misspelt.ai-system.yaml', misspelt);
    const { range } = await finding(document, 'unknown-key');
    const fix = (await actions(document, range, vscode.CodeActionKind.QuickFix)).find(({ edit }) => edit !== undefined);
    assert.ok(fix?.edit, 'there is a quick fix');

    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), misspelt.replace('stagee', 'stage'));
    await noFinding(document, 'unknown-key');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), misspelt);
    await finding(document, 'unknown-key');
  });

  test('fix all makes the safe fixes, in one step', async () => {
    const { document } = await show('misspelt.ai-system.yaml', misspelt);
    await finding(document, 'unknown-key');
    await vscode.commands.executeCommand('editor.action.fixAll');
    await until('the fix', () => document.getText() === misspelt.replace('stagee', 'stage'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), misspelt);
  });

  test('fix all on save, where it is asked for', async () => {
    const settings = () => vscode.workspace.getConfiguration('editor');
    await settings().update(
      'codeActionsOnSave',
      { 'source.fixAll.ai-system': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const { document } = await show('saved.ai-system.yaml', misspelt);
      await finding(document, 'unknown-key');
      await vscode.commands.executeCommand('type', { text: '# saved\n' });
      await document.save();
      assert.equal(document.getText(), `# saved\n${misspelt.replace('stagee', 'stage')}`);
    } finally {
      await settings().update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('an inserted skeleton is a snippet: the first placeholder is selected, the lines keep their indent', async () => {
    const editor = await show('unlogged.ai-system.yaml', unlogged);
    const { document } = editor;
    const { range } = await finding(document, 'log-every-call');
    editor.selection = new vscode.Selection(range.start, range.start);
    const fix = (await actions(document, range, vscode.CodeActionKind.QuickFix)).find(({ title }) =>
      /logging/.test(title),
    );
    assert.ok(fix?.edit, 'there is a quick fix');

    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await until('the section', () => document.getText().includes('\nlogging:\n  '));
    assert.doesNotMatch(document.getText(), /\$\{?\d/, 'no snippet syntax is left behind');
    assert.match(document.getText(editor.selection), /^TODO/);

    // The first placeholder can be typed over, and Tab goes on to the next.
    const before = document.getText();
    const offset = document.offsetAt(editor.selection.start);
    await vscode.commands.executeCommand('type', { text: 'typed' });
    assert.equal(document.getText().slice(offset, offset + 5), 'typed');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.ok(document.offsetAt(editor.selection.start) > offset);
    assert.notEqual(document.getText(), before);
  });
});
