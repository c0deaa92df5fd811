import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll, finding, until, workspaceFolder } from './support.ts';

suite('a new spec from the repository', () => {
  teardown(closeAll);

  test('is made, shown with its first placeholder selected, and not made again', async () => {
    const folder = path.join(workspaceFolder(), 'initial');
    mkdirSync(path.join(folder, 'prompts'), { recursive: true });
    writeFileSync(path.join(folder, 'pyproject.toml'), '[project]\nname = "claims"\n');
    writeFileSync(path.join(folder, 'prompts', 'answer.md'), 'Answer.\n');
    await vscode.commands.executeCommand('aiSystem.init', vscode.Uri.file(folder));
    const file = path.join(folder, 'ai-system.yaml');
    const editor = await until('the spec to be shown', () => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.fsPath === file ? shown : undefined;
    });
    const { document } = editor;
    assert.equal(document.languageId, 'ai-system');
    assert.match(document.getText(), /^ {2}name: claims$/m);
    assert.match(document.getText(), /^ {4}path: prompts\/answer\.md$/m);
    assert.match(document.getText(editor.selection), /^TODO /);
    await finding(document, 'placeholder');

    const text = document.getText();
    await closeAll();
    await vscode.commands.executeCommand('aiSystem.init', vscode.Uri.file(folder));
    const again = await until('the spec to be shown again', () => {
      const shown = vscode.window.activeTextEditor;
      return shown?.document.uri.fsPath === file ? shown : undefined;
    });
    assert.equal(again.document.getText(), text);
  });
});
