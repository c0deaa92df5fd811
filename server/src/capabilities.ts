import {
  type DocumentSelector,
  PositionEncodingKind,
  type Registration,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Client } from './client.ts';
import { specFiles } from './documents.ts';
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
    ...Object.fromEntries(
      forSpecs(client)
        .filter(({ kind }) => !client.registers.has(kind))
        .map(({ provider, options }) => [provider, options ?? true]),
    ),
    ...(client.workspaceSymbols ? { workspaceSymbolProvider: true } : {}),
    ...(client.changesFolders || client.renames ? { workspace: workspaceCapabilities(client) } : {}),
  };
}

/**
 * What specs alone have. A configuration or a pack is YAML to its editor, which has others to format, colour and fold it:
 * announced for those too, an editor would ask who is to format, or take our silence for an answer.
 */
export function specRegistrations(client: Client): Registration[] {
  const { schemes } = client.options;
  const within = schemes === undefined ? [{}] : schemes.map((scheme) => ({ scheme }));
  const documentSelector: DocumentSelector = within.flatMap((scheme) => [
    { ...scheme, language: 'ai-system' },
    { ...scheme, pattern: specFiles },
  ]);
  return forSpecs(client)
    .filter(({ kind }) => client.registers.has(kind))
    .map(({ kind, options }) => {
      const method = `textDocument/${kind}`;
      return { id: method, method, registerOptions: { documentSelector, ...options } };
    });
}

interface Feature {
  /** As clients and methods name it. */
  readonly kind: string;
  /** As servers do. */
  readonly provider: keyof ServerCapabilities;
  readonly options?: object;
}

function forSpecs(client: Client): readonly Feature[] {
  const { completion, rename, tokens } = client;
  const features: readonly (Feature | false)[] = [
    completion !== undefined && {
      kind: 'completion',
      provider: 'completionProvider',
      options: { triggerCharacters: [...completionTriggers], resolveProvider: false },
    },
    client.hover !== undefined && { kind: 'hover', provider: 'hoverProvider' },
    client.definition && { kind: 'definition', provider: 'definitionProvider' },
    client.lenses && { kind: 'codeLens', provider: 'codeLensProvider', options: { resolveProvider: false } },
    // Neovim up to 0.8 formats without having said that it can.
    { kind: 'formatting', provider: 'documentFormattingProvider' },
    // Said at the start it would be said of every document: who registers the one has no use for the other.
    (client.registers.has('rangeFormatting') || !client.registers.has('formatting')) && {
      kind: 'rangeFormatting',
      provider: 'documentRangeFormattingProvider',
    },
    client.onType && {
      kind: 'onTypeFormatting',
      provider: 'documentOnTypeFormattingProvider',
      options: { firstTriggerCharacter: '\n' },
    },
    tokens !== undefined && {
      kind: 'semanticTokens',
      provider: 'semanticTokensProvider',
      options: { legend: tokenLegend, ...tokens },
    },
    client.inlayHints && { kind: 'inlayHint', provider: 'inlayHintProvider', options: { resolveProvider: false } },
    client.references && { kind: 'references', provider: 'referencesProvider' },
    client.highlights && { kind: 'documentHighlight', provider: 'documentHighlightProvider' },
    rename !== undefined && {
      kind: 'rename',
      provider: 'renameProvider',
      options: rename.prepares ? { prepareProvider: true } : undefined,
    },
    client.symbols !== undefined && { kind: 'documentSymbol', provider: 'documentSymbolProvider' },
    client.folding !== undefined && { kind: 'foldingRange', provider: 'foldingRangeProvider' },
    client.selections && { kind: 'selectionRange', provider: 'selectionRangeProvider' },
    client.links && { kind: 'documentLink', provider: 'documentLinkProvider', options: { resolveProvider: false } },
  ];
  return features.filter((feature) => feature !== false);
}

function workspaceCapabilities(client: Client): ServerCapabilities['workspace'] {
  const anything = [{ scheme: 'file', pattern: { glob: '**/*' } }];
  return {
    ...(client.changesFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    ...(client.renames ? { fileOperations: { willRename: { filters: anything } } } : {}),
  };
}
