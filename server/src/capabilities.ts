import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { codeActionKinds } from './features/code-actions.ts';

/** Promises only what the client has a use for. */
export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    ...(client.encodings ? { positionEncoding: PositionEncodingKind.UTF16 } : {}),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.codeActions
      ? { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: client.lazyEdits } }
      : {}),
    // A client that pulls and is sent diagnostics as well shows them twice.
    ...(client.pull
      ? { diagnosticProvider: { identifier: 'ai-system', interFileDependencies: false, workspaceDiagnostics: true } }
      : {}),
    ...(client.changesFolders
      ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
      : {}),
  };
}
