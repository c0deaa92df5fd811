import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Shown } from '../../../client/src/ask.ts';
import type { Api } from '../../../client/src/start.ts';

export const extensionId = 'ai-system-spec.ai-system-spec';

/** Waits for what `probe` returns to be something. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
  timeout = 15_000,
) {
  for (const end = Date.now() + timeout; Date.now() < end; await sleep(50)) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
  }
  throw new Error(`Waited in vain for ${what}.`);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Writes a file of its own for a test and shows it, so that no test sees what another has left behind. */
export async function show(name: string, text: string): Promise<vscode.TextEditor> {
  const file = path.join(workspaceFolder(), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
}

export function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (folder === undefined) throw new Error('The tests want a folder to be open.');
  return folder;
}

export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not installed.`);
  return extension.activate();
}

/** Waits until a question is shown, and Enter would answer it so. */
export async function asked(step: number, active?: string): Promise<Shown> {
  const { asks } = await api();
  return until(`question ${step}${active === undefined ? '' : `, at ${active}`}`, () => {
    const shown = asks();
    return shown?.step === step && (active ?? shown.active) === shown.active && shown;
  });
}

/** Goes down by one, which leads to `active`. */
export async function next(active: string): Promise<void> {
  const shown = (await api()).asks();
  await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await asked(shown?.step ?? 1, active);
}

export async function answer(step: number, active: string): Promise<void> {
  await asked(step, active);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'ai-system');
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function finding(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => findings(document).find((diagnostic) => ruleOf(diagnostic) === rule));
}

export async function noFinding(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(`no finding of ${rule}`, () => findings(document).every((diagnostic) => ruleOf(diagnostic) !== rule));
}

export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const resolveAll = 100;
  const provide = 'vscode.executeCodeActionProvider';
  return vscode.commands.executeCommand<vscode.CodeAction[]>(provide, document.uri, range, kind.value, resolveAll);
}

/** Those processes of our server that this extension host has started. Undefined where this cannot be told. */
export function serverProcesses(): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
        return (
          Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js')
        );
      } catch {
        return false; // It has ended meanwhile.
      }
    });
}
