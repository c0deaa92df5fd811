import type { ExtensionContext } from 'vscode';
import * as vscode from 'vscode';
import { ServerProcess } from './server-process.ts';
import { type Api, type Started, start } from './start.ts';

let started: Started | undefined;

export function activate(context: ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('AI System Spec', { log: true });
  const server = new ServerProcess(context.asAbsolutePath('dist/server.js'), log);
  // The server comes up while the client's library is still being loaded.
  server.fork();
  started = start(context, log, server);
  return started.api;
}

export function deactivate(): Promise<void> | undefined {
  return started?.stop();
}
