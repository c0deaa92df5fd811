import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { answer, asked, closeAll, finding, next, until, workspaceFolder } from './support.ts';

suite('a new spec from the repository', () => {
  teardown(async () => {
    await run('workbench.action.closeQuickOpen');
    await closeAll();
  });

  test('is made, shown with its first placeholder selected, and not made again', async () => {
    const { folder, file } = repository('initial', { 'prompts/answer.md': 'Answer.\n' });
    await run('aiSystem.init', folder, 'agent', 'pre-production');
    const { document, selection } = await shown(file);
    assert.equal(document.languageId, 'ai-system');
    assert.match(document.getText(), /^ {2}name: claims\n {2}type: agent\n {2}stage: pre-production$/m);
    assert.match(document.getText(), /^ {4}path: prompts\/answer\.md$/m);
    assert.match(document.getText(selection), /^TODO /);
    await finding(document, 'placeholder');

    const text = document.getText();
    await closeAll();
    await run('aiSystem.init', folder.toString(), 'rag', 'pilot');
    const again = await shown(file);
    assert.equal(again.document.getText(), text);
  });

  test('beside ai-system.yml none is made', async () => {
    const { folder, file } = repository('other-name', { 'ai-system.yml': 'apiVersion: ai-system/v1\n' });
    await run('aiSystem.init', folder);
    await shown(path.join(folder.fsPath, 'ai-system.yml'));
    assert.ok(!existsSync(file));
  });

  test('asks for type and stage, with what the repository shows chosen', async () => {
    const { folder, file } = repository('asked', { 'requirements.txt': 'crewai==0.80\n' });
    const made = run('aiSystem.init', folder);
    await answer(1, 'agent');
    await answer(2, 'pilot');
    await made;
    assert.match(readFileSync(file, 'utf8'), /^ {2}type: agent\n {2}stage: pilot$/m);
  });

  test('takes what is chosen, and asks for nothing that is given', async () => {
    const { folder, file } = repository('chosen', {});
    const made = run('aiSystem.init', folder, 'model');
    await asked(1, 'pilot');
    await next('pre-production');
    await next('production');
    await answer(1, 'production');
    await made;
    assert.match(readFileSync(file, 'utf8'), /^ {2}type: model\n {2}stage: production$/m);
  });

  test('leads back from the second question to the first', async () => {
    const { folder, file } = repository('back', { 'requirements.txt': 'chromadb\n' });
    const made = run('aiSystem.init', folder);
    await answer(1, 'rag');
    await asked(2, 'pilot');
    await run('workbench.action.quickInputBack');
    await asked(1, 'rag');
    await next('llm');
    await answer(1, 'llm');
    await asked(2, 'pilot');
    await run('workbench.action.quickInputBack');
    // What was chosen is chosen still.
    await answer(1, 'llm');
    await answer(2, 'pilot');
    await made;
    assert.match(readFileSync(file, 'utf8'), /^ {2}type: llm\n {2}stage: pilot$/m);
  });

  test('asks nothing of somebody who has a folder that cannot be written to', async () => {
    const readOnly = vscode.workspace.registerFileSystemProvider('ai-read-only', nothing, { isReadonly: true });
    try {
      await run('aiSystem.init', vscode.Uri.parse('ai-read-only:/repository'));
      assert.equal(vscode.window.activeTextEditor, undefined);
    } finally {
      readOnly.dispose();
    }
  });

  for (const [question, given] of [
    ['first', []],
    ['second', ['rag']],
  ] as const) {
    test(`Escape at the ${question} question leaves everything as it was`, async () => {
      const { folder, file } = repository(`left-${question}`, {});
      let isOver = false;
      const made = Promise.resolve(run('aiSystem.init', folder, ...given)).then(() => {
        isOver = true;
      });
      await asked(1);
      assert.ok(!isOver, 'it waits for an answer');
      await run('workbench.action.closeQuickOpen');
      await made;
      assert.ok(!existsSync(file));
      assert.equal(vscode.window.activeTextEditor, undefined);
    });
  }
});

function run(command: string, ...given: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(command, ...given);
}

function repository(name: string, files: Readonly<Record<string, string>>) {
  const folder = path.join(workspaceFolder(), name);
  for (const [file, text] of Object.entries({ 'pyproject.toml': '[project]\nname = "claims"\n', ...files })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return { folder: vscode.Uri.file(folder), file: path.join(folder, 'ai-system.yaml') };
}

function shown(file: string): Promise<vscode.TextEditor> {
  return until(`${path.basename(file)} to be shown`, () => {
    const { activeTextEditor } = vscode.window;
    return activeTextEditor?.document.uri.fsPath === file ? activeTextEditor : undefined;
  });
}

/** A file system in which nothing is. */
const missing = (uri: vscode.Uri) => {
  throw vscode.FileSystemError.FileNotFound(uri);
};
const refused = () => {
  throw vscode.FileSystemError.NoPermissions();
};
const nothing: vscode.FileSystemProvider = {
  onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
  watch: () => new vscode.Disposable(() => {}),
  stat: missing,
  readDirectory: () => [],
  readFile: missing,
  createDirectory: refused,
  writeFile: refused,
  delete: refused,
  rename: refused,
};
