import * as vscode from 'vscode';
import { openExample } from './example.ts';
import { newSpec } from './init.ts';
import type { AskServer, Given } from './init-questions.ts';

export function registerCommands(
  restart: () => Promise<void>,
  ask: AskServer,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const command = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    command('aiSystem.restartServer', restart),
    command('aiSystem.init', (...given: Given) => newSpec(given, ask, log)),
    command('aiSystem.openExample', openExample),
    command('aiSystem.showOutput', () => log.show()),
    command('aiSystem.openRulePage', async (url: unknown) => {
      const page = typeof url === 'string' ? vscode.Uri.parse(url) : rulePageAtCursor();
      if (page?.scheme === 'https') await vscode.env.openExternal(page);
      else void vscode.window.showInformationMessage(vscode.l10n.t('No finding on this line has a rule page.'));
    }),
  );
}

function rulePageAtCursor(): vscode.Uri | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const line = editor.document.lineAt(editor.selection.active.line).range;
  for (const { source, code, range } of vscode.languages.getDiagnostics(editor.document.uri)) {
    if (source === 'ai-system' && typeof code === 'object' && range.intersection(line)) return code.target;
  }
  return undefined;
}
