import * as vscode from 'vscode';
import { IPCMessageReader, IPCMessageWriter, LanguageClient, State } from 'vscode-languageclient/node';
import { ReadinessChanged, StatusNotification, type StatusParams } from '../../server/src/protocol.ts';
import { CrashGuard } from './crash-guard.ts';
import type { ServerProcess } from './server-process.ts';
import type { Status } from './status.ts';
import type { Views } from './views.ts';

/** A client is started once: to restart, dispose it and start another. */
export function startClient(
  server: ServerProcess,
  log: vscode.LogOutputChannel,
  status: Status,
  views: Views,
): LanguageClient {
  status.reset();
  const guard = new CrashGuard({ onHeldBack: (uri) => status.setHeldBack(uri), onGaveUp });
  const connect = async () => {
    const child = server.take();
    return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  };
  const client = new QuietClient('aiSystem', 'AI System Spec', connect, {
    // Not `git:` and its like: nobody wants findings on the old side of a comparison.
    documentSelector: [
      ...['file', 'untitled'].map((scheme) => ({ scheme, language: 'ai-system' })),
      // By their names: for other extensions they stay the YAML that they are.
      { scheme: 'file', pattern: '**/{ai-system.config,ai-system-pack,*.ai-system-pack}.yaml' },
    ],
    diagnosticCollectionName: 'ai-system',
    outputChannel: log,
    errorHandler: guard,
    middleware: guard.middleware,
    // The date is for tests: findings compared with a file must not change from day to day.
    initializationOptions: {
      status: true,
      commands: true,
      trusted: vscode.workspace.isTrusted,
      asOf: process.env.AI_SYSTEM_AS_OF,
    },
    initializationFailedHandler: () => false,
  });
  client.onDidChangeState(({ newState }) => {
    const state = newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped';
    status.setServer(state);
    views.setServer(state);
  });
  client.onNotification(StatusNotification, (params: StatusParams) => {
    status.setChecked(params);
    views.changed();
  });
  client.onNotification(ReadinessChanged, () => views.changed());
  client.start().catch((error) => log.error(String(error)));
  return client;
}

/** Errors go into the log. What a person has to know of them is said once, by `onGaveUp`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

async function onGaveUp(message: string): Promise<void> {
  const choice = await vscode.window.showErrorMessage(message, 'Restart', 'Show Output');
  if (choice === 'Restart') await vscode.commands.executeCommand('aiSystem.restartServer');
  if (choice === 'Show Output') await vscode.commands.executeCommand('aiSystem.showOutput');
}
