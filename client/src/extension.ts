import type { ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import type { AskServer } from './init.ts';
import { ServerProcess } from './server-process.ts';
import { Status } from './status.ts';
import { registerTools } from './tools.ts';
import { createViews, type Views } from './views.ts';

let stop: (() => Promise<void>) | undefined;

/** For other extensions, and for tests. */
export interface Api {
  /** What the readiness view shows. */
  readonly readiness: Views['tree'];
}

export function activate(context: ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('AI System Spec', { log: true });
  const status = new Status();
  const server = new ServerProcess(context.asAbsolutePath('dist/server.js'), log);

  // The server comes up while the client's library is still being loaded.
  server.fork();
  const ask: AskServer = async (method, params) => {
    const running = await client;
    await running.start();
    return running.sendRequest(method, params);
  };
  const views = createViews(context.extensionUri, ask, log);
  views.preview.onDidChange(() => status.setPreview(views.preview));

  let client = startClient();
  async function startClient() {
    return (await import('./client.ts')).startClient(server, log, status, views);
  }
  stop = async () => {
    // A client that never came up refuses to stop; a server that hangs does not hear of it.
    await (await client).dispose().catch(() => {});
    server.kill();
  };
  const restart = async () => {
    await stop?.();
    client = startClient();
  };

  // From then on the files that a spec names may be looked at.
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(restart);
  context.subscriptions.push(log, status, views, trust, registerCommands(restart, ask, log), registerTools(ask));
  return { readiness: views.tree };
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
