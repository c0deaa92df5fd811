import * as vscode from 'vscode';
import { type InitParams, InitRequest, type InitResult } from '../../server/src/protocol.ts';

/** Asks the server once it runs. */
export type AskServer = <R>(method: string, params: object) => Promise<R>;

/** Makes `ai-system.yaml` in a folder out of what its repository says, and shows it; or the one that is there. */
export async function newSpec(given: unknown, ask: AskServer, log: vscode.LogOutputChannel): Promise<void> {
  const folder = given instanceof vscode.Uri ? given : await chosenFolder();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, 'ai-system.yaml');
  for (const there of [file, vscode.Uri.joinPath(folder, 'ai-system.yml')]) {
    if (!(await exists(there))) continue;
    await vscode.window.showTextDocument(there);
    void vscode.window.showInformationMessage('There is a spec already.');
    return;
  }
  const params: InitParams = { folder: folder.toString() };
  const title = 'Looking through the repository';
  const progress = { location: vscode.ProgressLocation.Window, title };
  const initial = await vscode.window.withProgress(progress, () => ask<InitResult | null>(InitRequest, params));
  if (initial === null) {
    const why = vscode.workspace.isTrusted ? 'See the output for why.' : 'The workspace is not trusted.';
    void vscode.window.showWarningMessage(`The repository was not looked through. ${why}`);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  // Not over one that somebody else has made meanwhile.
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(initial.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage('ai-system.yaml could not be created.');
    return;
  }
  await show(file, initial);
  log.info(`${initial.summary}\n${initial.found}`);
  const more = 'Show What Was Found';
  void vscode.window.showInformationMessage(initial.summary, more).then((choice) => {
    if (choice === more) log.show();
  });
}

/** With the first placeholder selected, so that typing answers it. */
async function show(file: vscode.Uri, { first }: InitResult): Promise<void> {
  const editor = await vscode.window.showTextDocument(file);
  if (first === null) return;
  const { document } = editor;
  const range = new vscode.Range(document.positionAt(first.start), document.positionAt(first.end));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const placeHolder = 'The folder that the spec is to stand in';
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  if (folders.length === 0) void vscode.window.showInformationMessage('Open the folder of a repository first.');
  return folders[0]?.uri;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
