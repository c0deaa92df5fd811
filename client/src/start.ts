import * as vscode from 'vscode';
import { type Shown, shownQuestion } from './ask.ts';
import type { ServerHost } from './client.ts';
import { registerCommands } from './commands.ts';
import type { AskServer } from './init-questions.ts';
import { Status } from './status.ts';
import { registerTools } from './tools.ts';
import { createViews, type Views } from './views.ts';

/** For other extensions, and for tests. */
export interface Api {
  /** What the readiness view shows. */
  readonly readiness: Views['tree'];
  readonly reports: Views['reports'];
  /** What the status of the active spec says, and the line above the readiness view. */
  says(): { readonly status: string; readonly view: string | undefined };
  /** The question that somebody is asked just now. */
  asks(): Shown | undefined;
}

export interface Started {
  readonly api: Api;
  stop(): Promise<void>;
}

/** Everything but where the server runs. */
export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, server: ServerHost): Started {
  const status = new Status();
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
  const stop = async () => {
    // A client that never came up refuses to stop; a server that hangs does not hear of it.
    await (await client).dispose().catch(() => {});
    server.kill();
  };
  const restart = async () => {
    await stop();
    client = startClient();
  };

  // From then on the files that a spec names may be looked at.
  const trust = vscode.workspace.onDidGrantWorkspaceTrust(restart);
  context.subscriptions.push(log, status, views, trust, registerCommands(restart, ask, log), registerTools(ask));
  const says = () => ({ status: status.says, view: views.says });
  return { api: { readiness: views.tree, reports: views.reports, says, asks: shownQuestion }, stop };
}
