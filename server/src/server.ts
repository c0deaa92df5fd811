import {
  type CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LSPErrorCodes,
  RegistrationRequest,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analyses, type Snapshot } from './analysis.ts';
import { serverCapabilities, specRegistrations } from './capabilities.ts';
import { type Client, isRecord, readClient } from './client.ts';
import { isConfig, isOurs, isPack, synced, watchedFiles } from './documents.ts';
import { Evidences } from './evidence.ts';
import { diagnostics, toReport } from './features/diagnostics.ts';
import { status } from './features/status.ts';
import type { Files } from './files.ts';
import { type Refusal, RefusedRequest } from './lifecycle.ts';
import { oneLine } from './one-line.ts';
import { OpenArtifacts } from './open-artifacts.ts';
import { Prompt } from './prompt.ts';
import {
  InitRequest,
  InitTypeRequest,
  PromotionRequest,
  ReadinessChanged,
  ReadinessRequest,
  ReportRequest,
  StatusNotification,
  ToolRequest,
} from './protocol.ts';
import { Publisher } from './publisher.ts';
import { pulledDiagnostics } from './pull.ts';
import { readinessRequestsOf } from './readiness.ts';
import { requestsOf } from './requests.ts';
import { SettingsOf } from './settings.ts';
import { Workspace } from './workspace.ts';

/** `handedOver` resolves when the client has what it was sent. */
export function startServer(connection: Connection, files: Files, handedOver: () => Promise<void>): void {
  const documents = new TextDocuments<TextDocument>(synced);
  documents.listen(connection);

  connection.onRequest(RefusedRequest, ({ code, message }: Refusal) => new ResponseError(code, message));
  connection.onInitialize((params) => {
    const client = readClient(params);
    serve({ connection, documents, client, files, handedOver });
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'ai-system' } };
  });
}

interface Host {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly client: Client;
  readonly files: Files;
  handedOver(): Promise<void>;
}

function serve({ connection, documents, client, files, handedOver }: Host): void {
  /** Settings that a client sent by itself, because it cannot be asked for them. */
  let toldSettings: unknown = client.options;

  /** What each document was last sent, by the id of the result; and which its status was about. */
  const sent = new Map<string, string>();
  const lastStatus = new Map<string, string>();

  const today = () => client.options.asOf ?? localDate(new Date());
  const log = (error: unknown) => connection.console.error(oneLine(error));

  const settings: SettingsOf = new SettingsOf({
    files,
    folders: () => workspace.folders,
    clientSettings: async (scopeUri) => {
      if (!client.configuration) return toldSettings;
      return connection.workspace.getConfiguration({ scopeUri, section: 'aiSystem' }).catch(log);
    },
  });
  const evidences = new Evidences({
    files,
    workspace: () => workspace.folders[0],
    edited: (uri) => artifacts.edited(uri),
    trusted: client.options.trusted,
    onChange() {
      artifacts.follow(evidences.artifacts());
      refresh();
    },
    log,
  });
  const artifacts = new OpenArtifacts({
    connection,
    documents,
    client,
    files,
    changed: (uri) => evidences.changed(uri),
  });
  const workspace = new Workspace({
    files,
    client,
    today,
    repository: (uri, own) => evidences.of(uri, own),
    settings: (uri, scope) => settings.of(uri, scope),
    configFindings: (uri, text) => settings.findings(uri, text),
  });
  const analyses = new Analyses({
    document: (uri) => documents.get(uri),
    settings: (uri) => settings.of(uri),
    today,
    configFindings: (uri, text) => settings.findings(uri, text),
    repository: (uri, own) => evidences.of(uri, own),
    tells: !client.pull || client.refresh,
    lookUp: (wanted, repository) => evidences.lookUp(wanted, repository),
    lookUpSoon: (wanted, repository) => evidences.lookUpSoon(wanted, repository),
  });
  const requests = requestsOf({ analyses, documents, evidences, settings, workspace, files, client, today });
  const readiness = readinessRequestsOf({ analyses, documents, workspace, files });
  const prompt = new Prompt();
  const answered = () => prompt.done().then(handedOver);
  const publisher = new Publisher({
    version: (uri) => documents.get(uri)?.version,
    isNew: (uri) => analyses.isNew(uri),
    lastDuration: () => analyses.lastDuration,
    publish,
    answered,
    log,
  });
  const pull = pulledDiagnostics({ analyses, documents, evidences, workspace, files, client, answered, looked });

  documents.onDidChangeContent(({ document }) => {
    artifacts.changed(document);
    if (isConfig(document.uri) || isPack(document.uri)) lookAgainAt(document.uri);
    if (isOurs(document) && !client.pull) publisher.changed(document.uri);
  });
  documents.onDidSave(({ document }) => {
    lookAgainAt(document.uri);
    evidences.lookAgain();
  });
  documents.onDidClose(({ document }) => {
    artifacts.closed(document);
    analyses.forget(document.uri);
    sent.delete(document.uri);
    lastStatus.delete(document.uri);
    settings.forgetDocument(document.uri);
    if (isOurs(document) && !client.pull) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.onInitialized(() => {
    if (client.registersConfiguration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'aiSystem' }).catch(log);
    }
    // Each by itself: a client may refuse one of them.
    for (const registration of specRegistrations(client)) {
      connection.sendRequest(RegistrationRequest.type, { registrations: [registration] }).catch(log);
    }
    if (client.registersWatchers) {
      const watchers = watchedFiles(client.pull, client.options.trusted).map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log);
    }
    if (client.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        workspace.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
        refresh();
      });
    }
  });
  connection.onDidChangeConfiguration((params) => {
    if (isRecord(params?.settings) && isRecord(params.settings.aiSystem)) toldSettings = params.settings.aiSystem;
    settings.forgetClientSettings();
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) workspace.walkAgain();
    const config = changes.some(({ uri }) => isConfig(uri) || isPack(uri));
    if (config) settings.forgetConfig();
    for (const { uri } of changes) evidences.changed(uri);
    // Those that are open are told of by the editor itself.
    const open = new Set(documents.keys().map(files.canonical));
    const ours = changes.filter(({ uri }) => isOurs({ uri, languageId: '' }));
    if (config || ours.some(({ uri }) => !open.has(files.canonical(uri)))) refresh();
  });

  if (client.pull) {
    connection.languages.diagnostics.on(guarded(() => toReport(undefined), pull.document));
    connection.languages.diagnostics.onWorkspace(guarded(() => ({ items: [] }), pull.workspace));
  }
  connection.onRequest(
    InitTypeRequest,
    guarded(() => null, requests.initialType),
  );
  connection.onRequest(
    InitRequest,
    guarded(() => null, requests.initial),
  );
  // Nothing is shown rather than that nothing is there: this one fails where it fails.
  connection.onRequest(ReadinessRequest, readiness.readiness);
  connection.onRequest(
    ReportRequest,
    guarded(() => null, readiness.report),
  );
  connection.onRequest(
    PromotionRequest,
    guarded(() => null, readiness.promotion),
  );
  connection.onRequest(
    ToolRequest,
    guarded(() => ({ text: 'This could not be answered.' }), requests.tool),
  );
  if (client.completion !== undefined) connection.onCompletion(guarded(() => [], prompt.of(requests.completions)));
  if (client.hover !== undefined) connection.onHover(guarded(() => null, prompt.of(requests.hover)));
  connection.onDocumentFormatting(guarded(() => null, requests.formatting));
  connection.onDocumentRangeFormatting(guarded(() => null, requests.formatting));
  if (client.onType) connection.onDocumentOnTypeFormatting(guarded(() => null, prompt.of(requests.onType)));
  if (client.tokens?.full)
    connection.languages.semanticTokens.on(guarded(() => ({ data: [] }), prompt.of(requests.tokens)));
  if (client.tokens?.range)
    connection.languages.semanticTokens.onRange(guarded(() => ({ data: [] }), prompt.of(requests.tokens)));
  if (client.inlayHints) connection.languages.inlayHint.on(guarded(() => [], prompt.of(requests.hints)));
  if (client.definition) connection.onDefinition(guarded(() => [], prompt.of(requests.definition)));
  if (client.lenses) connection.onCodeLens(guarded(() => [], prompt.of(requests.lenses)));
  if (client.references) connection.onReferences(guarded(() => [], prompt.of(requests.references)));
  if (client.highlights) connection.onDocumentHighlight(guarded(() => [], prompt.of(requests.highlights)));
  if (client.rename !== undefined) connection.onRenameRequest(guarded(() => null, prompt.of(requests.rename)));
  if (client.rename?.prepares) connection.onPrepareRename(guarded(() => null, prompt.of(requests.prepareRename)));
  if (client.symbols !== undefined) connection.onDocumentSymbol(guarded(() => [], prompt.of(requests.symbols)));
  if (client.workspaceSymbols) connection.onWorkspaceSymbol(guarded(() => [], requests.workspaceSymbols));
  if (client.folding !== undefined) connection.onFoldingRanges(guarded(() => null, prompt.of(requests.folds)));
  if (client.selections) connection.onSelectionRanges(guarded(() => null, prompt.of(requests.selections)));
  if (client.links) connection.onDocumentLinks(guarded(() => [], prompt.of(requests.links)));
  if (client.renames) connection.workspace.onWillRenameFiles(guarded(() => null, requests.renames));
  if (client.codeActions) connection.onCodeAction(guarded(() => [], prompt.of(requests.actions)));
  if (client.lazyEdits) connection.onCodeActionResolve(guarded((action) => action, requests.resolve));

  async function publish(uri: string): Promise<void> {
    const snapshot = await analyses.of(uri, { atOnce: true });
    if (snapshot === undefined || sent.get(uri) === snapshot.resultId) return;
    const { version, resultId } = snapshot;
    sent.set(uri, resultId);
    const start = performance.now();
    const items = diagnostics(snapshot, client);
    analyses.lastDuration += performance.now() - start;
    await connection.sendDiagnostics({ uri, version, diagnostics: items });
    // Meanwhile it may have been closed.
    if (sent.get(uri) === resultId) looked(snapshot);
  }

  /** Called for each analysis of which the client knows, with what it found. */
  function looked({ uri, analysis, resultId }: Snapshot): void {
    if (client.options.status && analysis !== undefined && lastStatus.get(uri) !== resultId) {
      lastStatus.set(uri, resultId);
      void connection.sendNotification(StatusNotification, status(uri, analysis));
    }
    artifacts.follow(evidences.artifacts());
    evidences.lookAgain();
    if (!client.registersWatchers) lookAgainAt(uri);
  }

  /** Not all clients watch files for us, and none watches those above its folders. */
  function lookAgainAt(uri: string): void {
    settings.reread(uri).then((changed) => changed && refresh(), log);
  }

  function refresh(): void {
    if (client.inlayHints && client.refreshesHints) connection.languages.inlayHint.refresh().catch(log);
    if (!client.pull) for (const document of documents.all()) publisher.changed(document.uri);
    else if (client.refresh) connection.languages.diagnostics.refresh().catch(log);
    if (client.options.status) void connection.sendNotification(ReadinessChanged);
    if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(log);
  }

  /** A request that fails is answered with nothing, and told of in the client's log. */
  function guarded<P, R, Rest extends readonly unknown[]>(
    empty: (params: P) => R,
    handle: (params: P, token: CancellationToken, ...rest: Rest) => Promise<R>,
  ) {
    return async (params: P, token: CancellationToken, ...rest: Rest): Promise<R> => {
      try {
        const answer = await handle(params, token, ...rest);
        if (!token.isCancellationRequested) return answer;
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        log(error);
        return empty(params);
      }
    };
  }
}

function localDate(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
