import type {
  CodeAction,
  CompletionClientCapabilities,
  DiagnosticTag,
  HoverClientCapabilities,
  InitializeParams,
  SemanticTokensClientCapabilities,
} from 'vscode-languageserver';
import { type Stage, stages } from '../../core/src/index.ts';

/** What the client can do and what it asked for. Nothing is sent that it has not announced. */
export interface Client {
  readonly folders: readonly string[];
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** What can be announced for some documents only, such as `formatting`. */
  readonly registers: ReadonlySet<string>;
  readonly changesFolders: boolean;
  readonly encodings: boolean;
  readonly diagnostics: {
    readonly relatedInformation: boolean;
    readonly codeDescription: boolean;
    readonly tags: readonly DiagnosticTag[];
  };
  readonly codeActions: boolean;
  readonly preferred: boolean;
  readonly lazyEdits: boolean;
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  /** Documents that are not ours can be asked for, once we know which: what is edited counts before it is written. */
  readonly registersDocuments: boolean;
  /** How hovers may be written; undefined where there are none. */
  readonly hover: 'markdown' | 'plaintext' | undefined;
  readonly definition: boolean;
  readonly lenses: boolean;
  /** Lenses can be told to be asked for again. */
  readonly refreshesLenses: boolean;
  readonly onType: boolean;
  readonly inlayHints: boolean;
  /** Which requests for semantic tokens the client makes; undefined where there are none. */
  readonly tokens: { readonly full: boolean; readonly range: boolean } | undefined;
  /** The client can be asked to fetch them anew. */
  readonly refreshesHints: boolean;
  /** Undefined where there is none. */
  readonly completion: { readonly snippets: boolean; readonly asIs: boolean } | undefined;
  readonly references: boolean;
  readonly highlights: boolean;
  /** How ids can be renamed; undefined where they cannot. */
  readonly rename: { readonly prepares: boolean } | undefined;
  /** Undefined where there are none. */
  readonly symbols: { readonly tree: boolean } | undefined;
  readonly workspaceSymbols: boolean;
  /** How the client folds: whole lines only, and no more than so many. Undefined where it does not. */
  readonly folding: { readonly wholeLines: boolean; readonly limit: number | undefined } | undefined;
  readonly selections: boolean;
  readonly links: boolean;
  /** The client asks before files are renamed. */
  readonly renames: boolean;
  readonly options: Options;
}

/** `initializationOptions`. */
export interface Options {
  /** Today, for tests; otherwise the date where the server runs. */
  readonly asOf?: string;
  /** For clients without `workspace/configuration`. */
  readonly stage?: Stage;
  readonly codeLens: boolean;
  /** The same; as in the setting. */
  readonly inlayHints?: unknown;
  /** The same; folders of other repositories by name. */
  readonly roots?: unknown;
  /** The client wants to hear of each check. */
  readonly status: boolean;
  /** The client has our commands. */
  readonly commands: boolean;
  /** Whose documents the client has for us, where it says so. */
  readonly schemes?: readonly string[];
  /** Artifacts may be looked at. An editor that knows untrusted workspaces says so; whoever starts a server trusts. */
  readonly trusted: boolean;
}

export function readClient(params: InitializeParams): Client {
  const { workspace, textDocument, general } = params.capabilities ?? {};
  const pull = textDocument?.diagnostic !== undefined;
  const pushed = textDocument?.publishDiagnostics;
  const pulled = textDocument?.diagnostic;
  const action = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  return {
    folders: folders(params),
    pull,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registers: new Set(
      Object.entries(textDocument ?? {}).flatMap(([kind, can]) =>
        isRecord(can) && can.dynamicRegistration === true ? [kind] : [],
      ),
    ),
    changesFolders: workspace?.workspaceFolders === true,
    encodings: general?.positionEncodings !== undefined,
    diagnostics: {
      relatedInformation: (pull && pulled?.relatedInformation === true) || pushed?.relatedInformation === true,
      codeDescription: (pull && pulled?.codeDescriptionSupport === true) || pushed?.codeDescriptionSupport === true,
      tags: (pull ? pulled?.tagSupport?.valueSet : undefined) ?? pushed?.tagSupport?.valueSet ?? [],
    },
    codeActions: action?.codeActionLiteralSupport !== undefined,
    preferred: action?.isPreferredSupport === true,
    lazyEdits:
      action?.dataSupport === true &&
      (action.resolveSupport?.properties ?? []).includes('edit' satisfies keyof CodeAction),
    documentChanges: edit?.documentChanges === true,
    snippets: edit?.documentChanges === true && edit.snippetEditSupport === true,
    hover: readHover(textDocument?.hover),
    completion: readCompletion(textDocument?.completion),
    definition: textDocument?.definition !== undefined,
    lenses: textDocument?.codeLens !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    onType: textDocument?.onTypeFormatting !== undefined,
    inlayHints: textDocument?.inlayHint !== undefined,
    tokens: readTokens(textDocument?.semanticTokens),
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    references: textDocument?.references !== undefined,
    highlights: textDocument?.documentHighlight !== undefined,
    rename: textDocument?.rename && { prepares: textDocument.rename.prepareSupport === true },
    symbols: textDocument?.documentSymbol && {
      tree: textDocument.documentSymbol.hierarchicalDocumentSymbolSupport === true,
    },
    workspaceSymbols: workspace?.symbol !== undefined,
    folding: textDocument?.foldingRange && {
      wholeLines: textDocument.foldingRange.lineFoldingOnly === true,
      limit: textDocument.foldingRange.rangeLimit,
    },
    selections: textDocument?.selectionRange !== undefined,
    links: textDocument?.documentLink !== undefined,
    renames: workspace?.fileOperations?.willRename === true,
    registersDocuments: textDocument?.synchronization?.dynamicRegistration === true,
    options: readOptions(params.initializationOptions),
  };
}

function readCompletion(completion: CompletionClientCapabilities | undefined): Client['completion'] {
  if (completion === undefined) return undefined;
  const { snippetSupport, insertTextModeSupport } = completion.completionItem ?? {};
  return { snippets: snippetSupport === true, asIs: insertTextModeSupport?.valueSet.includes(1) === true };
}

function readHover(hover: HoverClientCapabilities | undefined): Client['hover'] {
  if (hover === undefined) return undefined;
  return hover.contentFormat?.includes('markdown') ? 'markdown' : 'plaintext';
}

function readTokens(tokens: SemanticTokensClientCapabilities | undefined): Client['tokens'] {
  const { full = false, range = false } = tokens?.requests ?? {};
  return full === false && range === false ? undefined : { full: full !== false, range: range !== false };
}

function folders({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  return typeof rootUri === 'string' ? [rootUri] : [];
}

function readOptions(value: unknown): Options {
  const { asOf, stage, codeLens, inlayHints, roots, status, commands, trusted, schemes } = isRecord(value) ? value : {};
  return {
    asOf: typeof asOf === 'string' && /^\d{4}-\d\d-\d\d$/.test(asOf) ? asOf : undefined,
    stage: readStage(stage),
    inlayHints,
    roots,
    codeLens: codeLens !== false,
    status: status === true,
    commands: commands === true,
    trusted: trusted !== false,
    schemes: Array.isArray(schemes) ? schemes.filter((scheme) => typeof scheme === 'string') : undefined,
  };
}

/** Of `aiSystem.roots`: folders by name. */
export function readRoots(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function readStage(value: unknown): Stage | undefined {
  return stages.find((stage) => stage === value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
