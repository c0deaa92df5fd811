import * as vscode from 'vscode';
import {
  BaseLanguageClient,
  type InitializeParams,
  type LanguageClientOptions,
  type MessageTransports,
  State,
} from 'vscode-languageclient';
import { ReadinessChanged, StatusNotification, type StatusParams } from '../../server/src/protocol.ts';
import { CrashGuard } from './crash-guard.ts';
import type { Status } from './status.ts';
import type { Views } from './views.ts';

/** Where a server runs: a process, or a worker in a browser. */
export interface ServerHost {
  /** The way to a server that nobody talks to yet. */
  connect(): Promise<MessageTransports>;
  kill(): void;
  /** Whose documents it is for. */
  readonly schemes: readonly string[];
  /** Of the client, so that a server ends with it. */
  readonly processId: number | null;
  /** What the server may ask for. */
  readonly requests?: Readonly<Record<string, (params: never) => Promise<unknown>>>;
}

/** A client is started once: to restart, dispose it and start another. */
export function startClient(
  server: ServerHost,
  log: vscode.LogOutputChannel,
  status: Status,
  views: Views,
): BaseLanguageClient {
  status.reset();
  const guard = new CrashGuard({ onHeldBack: (uri) => status.setHeldBack(uri), onGaveUp });
  const client = new Client(server, {
    documentSelector: [
      ...server.schemes.map((scheme) => ({ scheme, language: 'ai-system' })),
      // By their names: for other extensions they stay the YAML that they are.
      ...server.schemes.map((scheme) => ({
        scheme,
        pattern: '**/{ai-system.config,ai-system-pack,*.ai-system-pack}.{yaml,yml}',
      })),
    ],
    diagnosticCollectionName: 'ai-system',
    outputChannel: log,
    errorHandler: guard,
    middleware: guard.middleware,
    // The date is for tests: findings compared with a file must not change from day to day.
    initializationOptions: {
      status: true,
      commands: true,
      schemes: server.schemes,
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
  for (const [method, answer] of Object.entries(server.requests ?? {})) client.onRequest(method, answer);
  client.start().catch((error) => log.error(String(error)));
  return client;
}

class Client extends BaseLanguageClient {
  private readonly server: ServerHost;

  constructor(server: ServerHost, options: LanguageClientOptions) {
    super('aiSystem', 'AI System Spec', options);
    this.server = server;
  }

  /** Errors go into the log. What a person has to know of them is said once, by `onGaveUp`. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    params.processId = this.server.processId;
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    return this.server.connect();
  }
}

async function onGaveUp(message: string): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const output = vscode.l10n.t('Show Output');
  const choice = await vscode.window.showErrorMessage(message, restart, output);
  if (choice === restart) await vscode.commands.executeCommand('aiSystem.restartServer');
  if (choice === output) await vscode.commands.executeCommand('aiSystem.showOutput');
}
