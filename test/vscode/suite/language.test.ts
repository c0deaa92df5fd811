import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, show } from './support.ts';

suite('language', () => {
  teardown(closeAll);

  for (const name of ['ai-system.yaml', 'ai-system.yml', 'claims.ai-system.yaml', 'claims.ai-system.yml']) {
    test(`${name} is ours`, async () => {
      const { document } = await show(`names/${name}`, 'apiVersion: ai-system/v1\n');
      assert.equal(document.languageId, 'ai-system');
    });
  }

  for (const name of ['ai-system.config.yaml', 'my-ai-system.yaml', 'values.yaml']) {
    test(`${name} is plain YAML`, async () => {
      const { document } = await show(`names/${name}`, 'a: 1\n');
      assert.equal(document.languageId, 'yaml');
    });
  }

  test('Enter behind a word that is written already is Enter, whatever is suggested', async () => {
    const { document } = await show('typed.ai-system.yaml', '');
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('acceptSuggestionOnEnter'), 'smart');
    assert.equal(editor.get('formatOnType'), true);
  });

  const typed: readonly (readonly [what: string, before: string, after: string])[] = [
    ['under a key', 'system:', 'system:\n  x'],
    ['under a key with a comment', 'system: # what it is', 'system: # what it is\n  x'],
    ['under a folded text', 'system:\n  purpose: >-', 'system:\n  purpose: >-\n    x'],
    ['behind a value', 'system:\n  name: a', 'system:\n  name: a\n  x'],
    ['behind a list item', 'a:\n  - one', 'a:\n  - one\n  - x'],
    ['behind the first pair of an item', 'a:\n  - gap: one', 'a:\n  - gap: one\n    x'],
    ['under the key of an item', 'a:\n  - gap:', 'a:\n  - gap:\n      x'],
    ['inside brackets', 'a: [', 'a: [\n  x'],
  ];
  for (const [what, before, after] of typed) {
    test(`Enter ${what}`, async () => {
      const editor = await show('typed.ai-system.yaml', '');
      await vscode.commands.executeCommand('type', { text: '' });
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), before));
      editor.selection = new vscode.Selection(editor.selection.end, editor.selection.end);
      await vscode.commands.executeCommand('type', { text: '\n' });
      await vscode.commands.executeCommand('type', { text: 'x' });
      assert.equal(editor.document.getText().replace(/\r\n/g, '\n'), after);
    });
  }
});
