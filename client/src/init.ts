import * as vscode from 'vscode';
import {
  type InitParams,
  InitRequest,
  type InitResult,
  InitTypeRequest,
  type InitTypeResult,
} from '../../server/src/protocol.ts';
import { type Choice, ask as choose } from './ask.ts';
import { stageDetails, typeDetails } from './types.ts';

/** Asks the server once it runs. */
export type AskServer = <R>(method: string, params: object) => Promise<R>;

/** Folder, type and stage where they are known; whoever calls may give any of them. */
export type Given = readonly [folder?: unknown, type?: unknown, stage?: unknown];

/**
 * Makes `ai-system.yaml` in a folder out of what its repository says and a person chooses, and shows it; or the one that is
 * there.
 */
export async function newSpec(given: Given, ask: AskServer, log: vscode.LogOutputChannel): Promise<void> {
  const folder = folderOf(given[0]) ?? (await chosenFolder());
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder, 'ai-system.yaml');
  for (const there of [file, vscode.Uri.joinPath(folder, 'ai-system.yml')]) {
    if (!(await exists(there))) continue;
    await vscode.window.showTextDocument(there);
    void vscode.window.showInformationMessage(vscode.l10n.t('This folder already has a spec.'));
    return;
  }
  if (!vscode.workspace.isTrusted) {
    const message = vscode.l10n.t('A spec is created from what the repository says. Trust the workspace first.');
    void vscode.window.showWarningMessage(message);
    return;
  }
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    void vscode.window.showErrorMessage(vscode.l10n.t('This folder is read-only.'));
    return;
  }
  const chosen = await typeAndStage(folder, given, ask);
  if (chosen === undefined) return;
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

const types = choices(typeDetails);
const stages = choices(stageDetails);

function choices<T extends string>(details: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.keys(details) as T[]).map((value) => ({ value, label: value, detail: details[value] }));
}

type Chosen = Pick<InitParams, 'type' | 'stage'>;

/** Asks for what is not given; undefined where somebody leaves. */
async function typeAndStage(folder: vscode.Uri, given: Given, ask: AskServer): Promise<Chosen | undefined> {
  const typeGiven = types.find(({ value }) => value === given[1])?.value;
  const stageGiven = stages.find(({ value }) => value === given[2])?.value;
  const steps = Number(typeGiven === undefined) + Number(stageGiven === undefined);
  const title = vscode.l10n.t('New AI System Spec');
  // Asked for once, however often somebody goes back.
  const shown = typeGiven === undefined ? typesFor(folder, ask) : Promise.resolve({ items: types });
  const ofType = { title, placeholder: vscode.l10n.t('What type of system is it?'), step: 1, steps, choices: shown };
  const all = Promise.resolve({ items: stages });
  const ofStage = { title, placeholder: vscode.l10n.t('Which stage is it at?'), step: steps, steps, choices: all };
  for (let before: (typeof types)[number]['value'] | undefined; ; ) {
    const type = typeGiven ?? (await choose({ ...ofType, before }));
    if (type === undefined || type === 'back') return undefined;
    before = type;
    const stage = stageGiven ?? (await choose(ofStage));
    if (stage !== 'back') return stage && { type, stage };
  }
}

/** Milliseconds. A repository that is looked through for longer is not waited for: nobody wants to wait for a list. */
const patience = 1_000;

async function typesFor(folder: vscode.Uri, ask: AskServer) {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const asked = ask<InitTypeResult>(InitTypeRequest, { folder: folder.toString() } satisfies InitParams);
  const shown = await Promise.race([asked.catch(() => null), late]);
  const items = types.map((type) => (type.value === shown?.type ? { ...type, description: shown.place } : type));
  return { items, likely: types.find(({ value }) => value === shown?.type)?.value };
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

function folderOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  return typeof given === 'string' ? vscode.Uri.parse(given) : undefined;
}

async function chosenFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const placeHolder = vscode.l10n.t('Which folder is the spec for?');
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  if (folders.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of a repository first.'));
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
