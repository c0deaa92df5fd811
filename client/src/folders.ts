import * as vscode from 'vscode';
import type { Choice } from './ask.ts';

/** The spec that a folder has of its own. */
export async function specIn(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (const name of ['ai-system.yaml', 'ai-system.yml']) {
    const file = vscode.Uri.joinPath(folder, name);
    if (await exists(file)) return file;
  }
  return undefined;
}

/** The folders of the workspace, that of the file in the editor first; the likely one is the first that has no spec yet. */
export async function folderChoices(): Promise<{
  readonly items: readonly Choice<string>[];
  readonly likely?: string;
}> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const current = open && vscode.workspace.getWorkspaceFolder(open);
  const all = vscode.workspace.workspaceFolders ?? [];
  const folders = current === undefined ? all : [current, ...all.filter(({ index }) => index !== current.index)];
  const specs = await Promise.all(folders.map(({ uri }) => specIn(uri)));
  const items = folders.map(({ name, uri }, index): Choice<string> => {
    const description = specs[index] === undefined ? undefined : vscode.l10n.t('already has a spec');
    return { value: uri.toString(), label: name, description, detail: uri.scheme === 'file' ? uri.fsPath : undefined };
  });
  return { items, likely: items[specs.indexOf(undefined)]?.value };
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
