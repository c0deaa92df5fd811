import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, closeAll, finding, noFinding, show, until } from './support.ts';

const misspelt = `apiVersion: ai-system/v1
system:
  name: claims-assistant
  stagee: pilot
`;

const ill = `apiVersion: ai-system/v1
system:
  name: claims-assistant
logging:
  retention: 90 days
`;
const healed = ill.replace('90 days', '90d');

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
    const fix = (await actions(document, range, vscode.CodeActionKind.QuickFix)).find(({ title }) =>
      /stage/.test(title),
    );
    assert.ok(fix?.edit, 'there is a quick fix');

    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), misspelt.replace('stagee', 'stage'));
    await noFinding(document, 'unknown-key');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), misspelt);
    await finding(document, 'unknown-key');
  });

  test('fix all makes the safe fixes, in one step', async () => {
    const { document } = await show('ill.ai-system.yaml', ill);
    await finding(document, 'invalid-value');
    await vscode.commands.executeCommand('editor.action.fixAll');
    await until('the fix', () => document.getText() === healed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), ill);
  });

  test('fix all on save, where it is asked for', async () => {
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = (kinds: unknown) =>
      settings.update('codeActionsOnSave', kinds, vscode.ConfigurationTarget.Workspace);
    await onSave({ 'source.fixAll.ai-system': 'explicit' });
    try {
      const { document } = await show('saved.ai-system.yaml', ill);
      await finding(document, 'invalid-value');
      await vscode.commands.executeCommand('type', { text: '# saved\n' });
      await document.save();
      assert.equal(document.getText(), `# saved\n${healed}`);
    } finally {
      await onSave(undefined);
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
