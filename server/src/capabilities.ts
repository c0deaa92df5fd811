import { PositionEncodingKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { Client } from './client.ts';
import { codeActionKinds } from './features/code-actions.ts';
import { completionTriggers } from './features/completion.ts';

import { tokenLegend } from './features/semantic-tokens.ts';

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
    ...(client.completion === undefined
      ? {}
      : { completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: false } }),
    ...(client.hover === undefined ? {} : { hoverProvider: true }),
    ...(client.definition ? { definitionProvider: true } : {}),
    ...(client.lenses ? { codeLensProvider: { resolveProvider: false } } : {}),
    // Neovim up to 0.8 formats without having said that it can.
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    ...(client.onType ? { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } } : {}),
    ...(client.tokens === undefined ? {} : { semanticTokensProvider: { legend: tokenLegend, ...client.tokens } }),
    ...(client.inlayHints ? { inlayHintProvider: { resolveProvider: false } } : {}),
    ...(client.references ? { referencesProvider: true } : {}),
    ...(client.highlights ? { documentHighlightProvider: true } : {}),
    ...(client.rename === undefined
      ? {}
      : { renameProvider: client.rename.prepares ? { prepareProvider: true } : true }),
    ...(client.symbols === undefined ? {} : { documentSymbolProvider: true }),
    ...(client.workspaceSymbols ? { workspaceSymbolProvider: true } : {}),
    ...(client.folding === undefined ? {} : { foldingRangeProvider: true }),
    ...(client.selections ? { selectionRangeProvider: true } : {}),
    ...(client.links ? { documentLinkProvider: { resolveProvider: false } } : {}),
    ...(client.changesFolders || client.renames ? { workspace: workspaceCapabilities(client) } : {}),
  };
}

function workspaceCapabilities(client: Client): ServerCapabilities['workspace'] {
  const anything = [{ scheme: 'file', pattern: { glob: '**/*' } }];
  return {
    ...(client.changesFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    ...(client.renames ? { fileOperations: { willRename: { filters: anything } } } : {}),
  };
}
