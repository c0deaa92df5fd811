import type { LogOutputChannel } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';
import { StatusNotification, type StatusParams } from '../../server/src/protocol.ts';
import type { CrashGuard } from './crash-guard.ts';
import type { Status } from './status.ts';

/** Starts the server and a client for it. A client is used once: to restart, dispose it and create another. */
export function createClient(serverModule: string, log: LogOutputChannel, guard: CrashGuard, status: Status) {
  const client = new QuietClient(
    'aiSystem',
    'AI System Spec',
    { module: serverModule, transport: TransportKind.ipc },
    {
      // Not `git:` and its like: nobody wants findings on the old side of a comparison.
      documentSelector: ['file', 'untitled'].map((scheme) => ({ scheme, language: 'ai-system' })),
      diagnosticCollectionName: 'ai-system',
      outputChannel: log,
      errorHandler: guard,
      middleware: guard.middleware,
      // The date is for tests: findings compared with a file must not change from day to day.
      initializationOptions: { status: true, commands: true, asOf: process.env.AI_SYSTEM_AS_OF },
      initializationFailedHandler: () => false,
    },
  );
  client.onDidChangeState(({ newState }) => {
    status.server(newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped');
  });
  client.onNotification(StatusNotification, (params: StatusParams) => status.checked(params));
  client.start().catch((error) => log.error(String(error)));
  return client;
}

/** Errors go into the log. What a person has to know of them, the crash guard tells once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
