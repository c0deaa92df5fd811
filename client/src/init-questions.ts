import * as vscode from 'vscode';
import { type InitParams, InitTypeRequest, type InitTypeResult } from '../../server/src/protocol.ts';
import { type Choice, ask as choose } from './ask.ts';
import { folderChoices, specIn } from './folders.ts';
import { stageDetails, typeDetails } from './types.ts';

/** Asks the server once it runs. */
export type AskServer = <R>(method: string, params: object) => Promise<R>;

/** Folder, type and stage where they are known; whoever calls may give any of them. */
export type Given = readonly [folder?: unknown, type?: unknown, stage?: unknown];

const types = choices(typeDetails);
const stages = choices(stageDetails);

function choices<T extends string>(details: Readonly<Record<T, string>>): Choice<T>[] {
  return (Object.keys(details) as T[]).map((value) => ({ value, label: value, detail: details[value] }));
}

interface Chosen {
  readonly type: keyof typeof typeDetails;
  readonly stage: keyof typeof stageDetails;
}

/** Asks for what is not given; undefined where somebody leaves, and where no spec can be made. */
export async function folderTypeAndStage(
  given: Given,
  ask: AskServer,
): Promise<(Chosen & { readonly folder: vscode.Uri }) | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const known = folderOf(given[0]) ?? (folders.length === 1 ? folders[0]?.uri : undefined);
  if (known === undefined && folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the folder of a repository first.'));
    return undefined;
  }
  const typeGiven = types.find(({ value }) => value === given[1])?.value;
  const stageGiven = stages.find(({ value }) => value === given[2])?.value;
  const steps = [known, typeGiven, stageGiven].filter((one) => one === undefined).length;
  for (let before: string | undefined; ; ) {
    const folder = known ?? (await chosenFolder(steps, before));
    if (folder === undefined || !(await canHaveOne(folder))) return undefined;
    before = folder.toString();
    const chosen = await typeAndStage(folder, { type: typeGiven, stage: stageGiven, steps }, ask);
    if (chosen !== 'back') return chosen && { folder, ...chosen };
  }
}

async function chosenFolder(steps: number, before: string | undefined): Promise<vscode.Uri | undefined> {
  const title = vscode.l10n.t('New AI System Spec');
  const placeholder = vscode.l10n.t('Which folder is the spec for?');
  const answer = await choose({ title, placeholder, step: 1, steps, choices: folderChoices(), before });
  return answer === undefined || answer === 'back' ? undefined : vscode.Uri.parse(answer);
}

/** Shows the spec that is there already, and says what else is in the way. */
async function canHaveOne(folder: vscode.Uri): Promise<boolean> {
  const there = await specIn(folder);
  if (there !== undefined) {
    await vscode.window.showTextDocument(there);
    void vscode.window.showInformationMessage(vscode.l10n.t('This folder already has a spec.'));
    return false;
  }
  if (!vscode.workspace.isTrusted) {
    const message = vscode.l10n.t('A spec is created from what the repository says. Trust the workspace first.');
    void vscode.window.showWarningMessage(message);
    return false;
  }
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) {
    void vscode.window.showErrorMessage(vscode.l10n.t('This folder is read-only.'));
    return false;
  }
  return true;
}

interface Questions {
  readonly type: Chosen['type'] | undefined;
  readonly stage: Chosen['stage'] | undefined;
  /** Of all questions that are asked, also before these. */
  readonly steps: number;
}

/** Asks for what is not given; `back` to the question before, undefined where somebody leaves. */
async function typeAndStage(
  folder: vscode.Uri,
  { type: typeGiven, stage: stageGiven, steps }: Questions,
  ask: AskServer,
): Promise<Chosen | 'back' | undefined> {
  const title = vscode.l10n.t('New AI System Spec');
  // Asked for once, however often somebody goes back.
  const shown = typeGiven === undefined ? typesFor(folder, ask) : Promise.resolve({ items: types });
  const stageStep = steps;
  const typeStep = stageGiven === undefined ? steps - 1 : steps;
  const all = Promise.resolve({ items: stages });
  const ofType = {
    title,
    placeholder: vscode.l10n.t('What type of system is it?'),
    step: typeStep,
    steps,
    choices: shown,
  };
  const ofStage = { title, placeholder: vscode.l10n.t('Which stage is it at?'), step: stageStep, steps, choices: all };
  for (let before: Chosen['type'] | undefined; ; ) {
    const type = typeGiven ?? (await choose({ ...ofType, before }));
    if (type === undefined || type === 'back') return type;
    before = type;
    const stage = stageGiven ?? (await choose(ofStage));
    if (stage === 'back' && typeGiven !== undefined) return 'back';
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

function folderOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  return typeof given === 'string' ? vscode.Uri.parse(given) : undefined;
}
