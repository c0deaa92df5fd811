import type { ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { ServerWorker } from './server-worker.ts';
import { type Api, type Started, start } from './start.ts';

let started: Started | undefined;

/** In an editor without a machine behind it: the server is a worker, and its files are those of the editor. */
export function activate(context: ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('AI System Spec', { log: true });
  const at = (file: string) => vscode.Uri.joinPath(context.extensionUri, file).toString(true);
  const server = new ServerWorker(at('dist/browser/server.js'), `${at('dist')}/`);
  started = start(context, log, server);
  return started.api;
}

export function deactivate(): Promise<void> | undefined {
  return started?.stop();
}
