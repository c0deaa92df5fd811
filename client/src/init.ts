import * as vscode from 'vscode';
import { type InitParams, InitRequest, type InitResult } from '../../server/src/protocol.ts';
import { type AskServer, folderTypeAndStage, type Given } from './init-questions.ts';

/**
 * Makes `ai-system.yaml` in a folder out of what its repository says and a person chooses, and shows it; or the one that is
 * there.
 */
export async function newSpec(given: Given, ask: AskServer, log: vscode.LogOutputChannel): Promise<void> {
  const place = await folderTypeAndStage(given, ask);
  if (place === undefined) return;
  const { folder, ...chosen } = place;
  const file = vscode.Uri.joinPath(folder, 'ai-system.yaml');
  const params: InitParams = { folder: folder.toString(), ...chosen };
  const title = vscode.l10n.t('Looking through the repository…');
  const progress = { location: vscode.ProgressLocation.Window, title };
  const initial = await vscode.window.withProgress(progress, () => ask<InitResult | null>(InitRequest, params));
  if (initial === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The repository could not be looked through. The output says why.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  // Not over one that somebody else has made meanwhile.
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(initial.text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('ai-system.yaml could not be created.'));
    return;
  }
  await show(file, initial);
  log.info(`${initial.summary}\n${initial.found}`);
  const more = vscode.l10n.t('Show What Was Found');
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
