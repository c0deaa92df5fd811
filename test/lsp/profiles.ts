import type { ClientCapabilities } from 'vscode-languageserver';

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } };
const resolveSupport = { properties: ['edit'] };

/** What real clients announce, cut down to what the server looks at. */
export const profiles = {
  vscode: {
    general: { positionEncodings: ['utf-16'] },
    workspace: {
      applyEdit: true,
      symbol: {},
      configuration: true,
      workspaceFolders: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      fileOperations: { willRename: true },
      inlayHint: { refreshSupport: true },
      workspaceEdit: { documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
    },
    textDocument: {
      synchronization: { dynamicRegistration: true },
      completion: {
        completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } },
      },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      definition: {},
      codeLens: {},
      formatting: {},
      rangeFormatting: {},
      onTypeFormatting: {},
      inlayHint: { dynamicRegistration: true },
      semanticTokens: {
        requests: { range: true, full: { delta: true } },
        tokenTypes: [],
        tokenModifiers: [],
        formats: ['relative'],
      },
      documentLink: {},
      references: {},
      documentHighlight: {},
      rename: { prepareSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      foldingRange: { lineFoldingOnly: true, rangeLimit: 5000 },
      selectionRange: {},
      diagnostic: {
        dynamicRegistration: true,
        relatedInformation: true,
        codeDescriptionSupport: true,
        dataSupport: true,
        tagSupport: { valueSet: [1, 2] },
      },
      publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
      codeAction: { ...literals, dataSupport: true, isPreferredSupport: true, resolveSupport },
    },
  },
  neovim: {
    workspace: { applyEdit: true, workspaceFolders: true, workspaceEdit: { resourceOperations: ['create'] } },
    textDocument: {
      references: {},
      rename: { prepareSupport: true },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
      codeAction: { ...literals, dataSupport: true, resolveSupport },
      codeLens: {},
    },
  },
  eglot: {
    workspace: {
      applyEdit: true,
      configuration: true,
      workspaceFolders: true,
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true },
    },
    textDocument: {
      publishDiagnostics: { relatedInformation: false, tagSupport: { valueSet: [1, 2] } },
      codeAction: { ...literals, dataSupport: true, isPreferredSupport: true, resolveSupport },
    },
  },
  ale: {
    workspace: { applyEdit: false },
    textDocument: {
      publishDiagnostics: { relatedInformation: true },
      codeAction: { ...literals },
      documentSymbol: {},
      foldingRange: {},
    },
  },
  bare: {},
} as const satisfies Record<string, object>;

export type Profile = keyof typeof profiles;

export function capabilities(profile: Profile): ClientCapabilities {
  return profiles[profile] as unknown as ClientCapabilities;
}
