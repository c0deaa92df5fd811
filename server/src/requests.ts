import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type CompletionItem,
  type CompletionParams,
  type DefinitionParams,
  type DocumentFormattingParams,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type Hover,
  type HoverParams,
  type InlayHint,
  type InlayHintParams,
  type Location,
  LSPErrorCodes,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type SymbolInformation,
  type TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  foundSummary,
  foundTable,
  initialSpec,
  lineIndex,
  readSpec,
  shownType,
  systemTypes,
} from '../../core/src/index.ts';
import type { Analyses } from './analysis.ts';
import { type Client, isRecord, readStage } from './client.ts';
import { isSpec } from './documents.ts';
import type { Evidences } from './evidence.ts';
import { callTool } from './features/assistant.ts';
import { codeActions, resolveCodeAction } from './features/code-actions.ts';
import { codeLenses } from './features/code-lens.ts';
import { completions } from './features/completion.ts';
import { definition, documentLinks } from './features/definition.ts';
import { foldingRanges } from './features/folding.ts';
import { formatting, onEnter } from './features/format.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlay-hints.ts';
import { highlights, references } from './features/references.ts';
import { prepareRename, rename } from './features/rename.ts';
import { renamedPaths } from './features/rename-files.ts';
import { selectionRanges } from './features/selection.ts';
import { semanticTokens } from './features/semantic-tokens.ts';
import { documentSymbols } from './features/symbols.ts';
import { type SpecText, WorkspaceSymbols } from './features/workspace-symbols.ts';
import type { Files } from './files.ts';
import { prettierSettings } from './prettier-settings.ts';
import type { InitParams, InitResult, InitTypeResult, ToolParams, ToolResult } from './protocol.ts';
import { drained } from './publisher.ts';
import type { SettingsOf } from './settings.ts';
import { uriBelow } from './uri.ts';
import type { Workspace } from './workspace.ts';

interface Host {
  readonly analyses: Analyses;
  readonly documents: TextDocuments<TextDocument>;
  readonly evidences: Evidences;
  readonly settings: SettingsOf;
  readonly workspace: Workspace;
  readonly files: Files;
  readonly client: Client;
  today(): string;
}

/**
 * What a client asks about one document: what needs a judgement from the analysis of its version of now, completion from
 * the last analysis there is, the rest from the text as it is read.
 */
export function requestsOf({ analyses, documents, evidences, settings, workspace, files, client, today }: Host) {
  const everywhere = new WorkspaceSymbols();

  /** Of a spec that would stand in the folder. */
  async function repositoryOf(folder: string) {
    const uri = uriBelow(folder, 'ai-system.yaml');
    return evidences.of(uri, await settings.of(uri));
  }

  /** What arrived behind a request is an edit, and then the answer is about the new text, or that nobody waits any more. */
  async function caughtUp(uri: string, token: CancellationToken): Promise<void> {
    await drained(() => documents.get(uri)?.version);
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
  }

  return {
    async completions(
      { textDocument: { uri }, position }: CompletionParams,
      token: CancellationToken,
    ): Promise<CompletionItem[]> {
      await caughtUp(uri, token);
      const own = await settings.of(uri);
      const known = analyses.lastKnown(uri) ?? (await analyses.of(uri))?.analysis;
      const text = documents.get(uri)?.getText();
      if (known === undefined || text === undefined) return [];
      return completions({ text, lines: lineIndex(text) }, known, evidences.of(uri, own), position, client, today());
    },

    async hover({ textDocument, position }: HoverParams): Promise<Hover | null> {
      const snapshot = await analyses.of(textDocument.uri);
      return (snapshot && hover(snapshot, position, client)) ?? null;
    },

    /** They come after what is typed, as its diagnostics do. */
    async lenses({ textDocument }: CodeLensParams, token: CancellationToken): Promise<CodeLens[]> {
      await caughtUp(textDocument.uri, token);
      if (!(await settings.of(textDocument.uri)).codeLens) return [];
      const snapshot = await analyses.of(textDocument.uri);
      return snapshot === undefined ? [] : codeLenses(snapshot, client);
    },

    /** `null` where the text has changed meanwhile: edits of an old one would tear the new one. */
    async formatting(
      params: DocumentFormattingParams | DocumentRangeFormattingParams,
      token: CancellationToken,
    ): Promise<TextEdit[] | null> {
      const { uri } = params.textDocument;
      await caughtUp(uri, token);
      const own = await prettierSettings(uri, files);
      const reading = analyses.read(uri);
      if (reading === undefined) return null;
      const edits = await formatting(reading, params.options, own, 'range' in params ? params.range : undefined);
      return documents.get(uri)?.version === reading.version ? edits : null;
    },

    async onType(
      { textDocument, position, options }: DocumentOnTypeFormattingParams,
      token: CancellationToken,
    ): Promise<TextEdit[] | null> {
      await caughtUp(textDocument.uri, token);
      const reading = analyses.read(textDocument.uri);
      return reading === undefined ? null : onEnter(reading, position, options);
    },

    async tokens(
      params: SemanticTokensParams | SemanticTokensRangeParams,
      token: CancellationToken,
    ): Promise<SemanticTokens> {
      const { uri } = params.textDocument;
      await caughtUp(uri, token);
      const reading = analyses.read(uri);
      return reading === undefined
        ? { data: [] }
        : semanticTokens(reading, 'range' in params ? params.range : undefined);
    },

    async hints({ textDocument, range }: InlayHintParams, token: CancellationToken): Promise<InlayHint[]> {
      await caughtUp(textDocument.uri, token);
      const snapshot = await analyses.of(textDocument.uri);
      if (snapshot === undefined) return [];
      return inlayHints(snapshot, range, (await settings.of(textDocument.uri)).hints);
    },

    async definition({ textDocument, position }: DefinitionParams): Promise<Location[]> {
      const snapshot = await analyses.of(textDocument.uri);
      return snapshot === undefined ? [] : definition(snapshot, position);
    },

    async references({ textDocument, position, context }: ReferenceParams): Promise<Location[]> {
      const snapshot = await analyses.of(textDocument.uri);
      return snapshot === undefined ? [] : references(snapshot, position, context?.includeDeclaration === true);
    },

    async highlights({ textDocument, position }: DocumentHighlightParams): Promise<DocumentHighlight[]> {
      const snapshot = await analyses.of(textDocument.uri);
      return snapshot === undefined ? [] : highlights(snapshot, position);
    },

    async prepareRename({ textDocument, position }: PrepareRenameParams) {
      const snapshot = await analyses.of(textDocument.uri);
      return (snapshot && prepareRename(snapshot, position)) ?? null;
    },

    async rename(
      { textDocument, position, newName }: RenameParams,
      token: CancellationToken,
    ): Promise<WorkspaceEdit | null> {
      await caughtUp(textDocument.uri, token);
      const snapshot = await analyses.of(textDocument.uri);
      return (snapshot && rename(snapshot, position, newName, client)) ?? null;
    },

    async symbols({ textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> {
      const reading = analyses.read(textDocument.uri);
      return reading === undefined ? [] : documentSymbols(reading, client);
    },

    async workspaceSymbols({ query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> {
      const open = new Map(documents.all().map((document) => [files.canonical(document.uri), document]));
      const specs: SpecText[] = [...open.values()].filter(isSpec).map((document) => {
        const { uri, version } = document;
        return { uri, stamp: `version ${version}`, text: async () => document.getText() };
      });
      for await (const { uri } of workspace.files()) {
        if (token.isCancellationRequested) return [];
        if (open.has(uri) || !isSpec({ uri, languageId: '' })) continue;
        const stamp = await files.stamp(uri);
        if (stamp !== undefined) specs.push({ uri, stamp, text: () => workspace.textOf(uri) });
      }
      return everywhere.find(query, specs);
    },

    async folds({ textDocument }: FoldingRangeParams): Promise<FoldingRange[] | null> {
      const reading = analyses.read(textDocument.uri);
      return (reading && foldingRanges(reading, client)) ?? null;
    },

    async selections({ textDocument, positions }: SelectionRangeParams): Promise<SelectionRange[] | null> {
      const reading = analyses.read(textDocument.uri);
      return (reading && selectionRanges(reading, positions)) ?? null;
    },

    async links({ textDocument }: DocumentLinkParams): Promise<DocumentLink[]> {
      const snapshot = await analyses.of(textDocument.uri);
      return snapshot === undefined ? [] : documentLinks(snapshot);
    },

    /** In all specs of the workspace, those that are open as they are in the editor. */
    async renames({ files: renamed }: RenameFilesParams): Promise<WorkspaceEdit | null> {
      const changes: Record<string, TextEdit[]> = {};
      const open = new Map(documents.all().map((document) => [files.canonical(document.uri), document]));
      const specs = new Set(open.keys());
      for await (const { uri } of workspace.files()) specs.add(uri);
      for (const uri of specs) {
        const document = open.get(uri);
        if (!isSpec({ uri, languageId: document?.languageId ?? '' })) continue;
        const repository = evidences.of(uri, await settings.of(uri));
        const text = document?.getText() ?? (await workspace.textOf(uri));
        if (repository === undefined || text === undefined) continue;
        const edits = renamedPaths(readSpec(text), renamed, repository);
        if (edits.length > 0) changes[document?.uri ?? uri] = edits;
      }
      return Object.keys(changes).length === 0 ? null : { changes };
    },

    async initialType({ folder }: InitParams): Promise<InitTypeResult> {
      const repository = await repositoryOf(folder);
      const shown = repository && (await shownType(repository.host, repository.folder));
      return shown === undefined ? null : { type: String(shown.value), place: `${shown.file}:${shown.line}` };
    },

    async initial({ folder, type: named, stage }: InitParams): Promise<InitResult | null> {
      const repository = await repositoryOf(folder);
      if (repository === undefined) return null;
      const type = systemTypes().find((one) => one === named);
      const given = { type, stage: readStage(stage), asOf: today() };
      const spec = await initialSpec(repository.host, repository.folder, given);
      const [first = null] = [...spec.blocking, ...spec.open];
      return { text: spec.text, first, found: foundTable(spec), summary: foundSummary(spec) };
    },

    tool(params: ToolParams): Promise<ToolResult> {
      const open = (uri: string) =>
        documents
          .all()
          .find((one) => files.canonical(one.uri) === uri)
          ?.getText();
      return callTool(params, { evidences, files, settings, workspace, open, today });
    },

    async actions(params: CodeActionParams): Promise<CodeAction[]> {
      const snapshot = await analyses.of(params.textDocument.uri);
      return snapshot === undefined ? [] : codeActions(snapshot, params, client);
    },

    async resolve(action: CodeAction): Promise<CodeAction> {
      if (!isRecord(action.data)) return action;
      const snapshot = await analyses.of(String(action.data.uri));
      const resolved = snapshot && resolveCodeAction(snapshot, action, client);
      if (resolved === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
      return resolved;
    },
  };
}
