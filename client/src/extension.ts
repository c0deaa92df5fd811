import type { ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { createClient } from './client.ts';
import { registerCommands } from './commands.ts';
import { CrashGuard } from './crash-guard.ts';
import { Status } from './status.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: ExtensionContext): void {
  const log = vscode.window.createOutputChannel('AI System Spec', { log: true });
  const status = new Status();
  const guard = new CrashGuard({
    onHeldBack: (uri) => status.heldBack(uri),
    onGaveUp: (message) => {
      void vscode.window.showErrorMessage(message, 'Restart', 'Show Output').then((choice) => {
        if (choice === 'Restart') void restart();
        if (choice === 'Show Output') log.show();
      });
    },
  });

  const start = () => createClient(context.asAbsolutePath('dist/server.js'), log, guard, status);
  let client = start();
  const restart = async () => {
    guard.reset();
    await stop?.();
    client = start();
  };
  // A client that never came up refuses to stop. Then there is nothing to wait for.
  stop = () => client.dispose().catch(() => {});

  context.subscriptions.push(log, status, registerCommands(restart, log));
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
