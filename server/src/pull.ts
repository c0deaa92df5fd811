import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  TextDocuments,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyses, Snapshot } from './analysis.ts';
import type { Client } from './client.ts';
import type { Evidences } from './evidence.ts';
import { diagnostics, toReport } from './features/diagnostics.ts';
import type { Files } from './files.ts';
import { undisturbed } from './publisher.ts';
import type { Workspace } from './workspace.ts';

interface Host {
  readonly analyses: Analyses;
  readonly documents: TextDocuments<TextDocument>;
  readonly evidences: Evidences;
  readonly workspace: Workspace;
  readonly files: Files;
  readonly client: Client;
  /** Resolves when what needs no check is answered, and the client has what it was sent. */
  answered(): Promise<void>;
  /** Called when an open document was answered for. */
  looked(snapshot: Snapshot): void;
}

/** For clients that ask for their diagnostics: of a document, and of all specs of the workspace. */
export function pulledDiagnostics(host: Host) {
  const { analyses, documents, evidences, workspace, files, client, answered, looked } = host;

  async function document({
    textDocument,
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const { uri } = textDocument;
    await undisturbed({ version: () => documents.get(uri)?.version, isNew: analyses.isNew(uri), answered });
    if (documents.get(uri) === undefined)
      return toReport(await workspace.check(files.canonical(uri)), previousResultId);

    const snapshot = await analyses.of(uri, { atOnce: true });
    if (snapshot !== undefined) looked(snapshot);
    return toReport(
      snapshot && { resultId: snapshot.resultId, items: () => diagnostics(snapshot, client) },
      previousResultId,
    );
  }

  async function workspaceWide(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    _progress: unknown,
    partial?: ResultProgressReporter<WorkspaceDiagnosticReport>,
  ): Promise<WorkspaceDiagnosticReport> {
    evidences.lookAgain();
    const previous = new Map(previousResultIds.map((known) => [files.canonical(known.uri), known]));
    const open = new Map(documents.keys().map((uri) => [files.canonical(uri), uri]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];

    for await (const { uri, folder } of workspace.files()) {
      if (token.isCancellationRequested) break;
      const known = previous.get(uri);
      previous.delete(uri);
      const openUri = open.get(uri);
      if (openUri === undefined) {
        const file = await workspace.check(uri, folder);
        // A pipe, say, or a link that leads nowhere.
        if (file === undefined && known === undefined) continue;
        items.push({ ...toReport(file, known?.value), uri: known?.uri ?? uri, version: null });
      } else {
        const report = await document({ textDocument: { uri: openUri }, previousResultId: known?.value });
        items.push({ ...report, uri: openUri, version: documents.get(openUri)?.version ?? null });
      }
      if (partial !== undefined && items.length === 50) partial.report({ items: items.splice(0) });
    }
    for (const [uri, known] of previous) {
      if (!open.has(uri)) items.push({ kind: 'full', uri: known.uri, version: null, items: [] });
    }
    if (partial !== undefined) partial.report({ items: items.splice(0) });
    return { items };
  }

  return { document, workspace: workspaceWide };
}
