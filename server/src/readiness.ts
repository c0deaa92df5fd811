import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyses, Snapshot } from './analysis.ts';
import { atStage } from './at-stage.ts';
import { readStage } from './client.ts';
import { isSpec } from './documents.ts';
import { promotion, report, specReadiness } from './features/readiness.ts';
import type { Files } from './files.ts';
import type {
  PromotionParams,
  PromotionResult,
  ReadinessParams,
  ReadinessResult,
  ReportParams,
  ReportResult,
  SpecReadiness,
} from './protocol.ts';
import { baseName, pathBelow } from './uri.ts';
import type { Workspace } from './workspace.ts';

interface Host {
  readonly analyses: Analyses;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly files: Files;
}

interface Spec {
  readonly uri: string;
  /** As people know it, from the folder of the workspace. */
  readonly path: string;
  readonly folder: string;
  /** The URI by which the client has it open. */
  readonly open?: string;
}

/** What a client that shows readiness asks, of open specs as they are in the editor and of the others as on the disk. */
export function readinessRequestsOf({ analyses, documents, workspace, files }: Host) {
  const openSpecs = () =>
    new Map(
      documents
        .all()
        .filter(isSpec)
        .map(({ uri }) => [files.canonical(uri), uri]),
    );
  const folderOf = (uri: string) =>
    workspace.folders.map(files.canonical).find((one) => pathBelow(one, uri) !== undefined);
  /** Outside of all folders it is known by its name. */
  const shown = (uri: string, folder = folderOf(uri)) => (folder && pathBelow(folder, uri)) ?? baseName(uri);

  /** Those of the workspace, and those that are open without being part of it. */
  async function specs(): Promise<Spec[]> {
    const open = openSpecs();
    const found: Spec[] = [];
    for await (const { uri, folder } of workspace.files()) {
      if (!isSpec({ uri, languageId: '' })) continue;
      found.push({ uri, folder, path: shown(uri, files.canonical(folder)), open: open.get(uri) });
      open.delete(uri);
    }
    for (const [uri, known] of open) {
      found.push({ uri, folder: folderOf(uri) ?? '', path: shown(uri), open: known });
    }
    return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  async function snapshot(uri: string): Promise<Snapshot | undefined> {
    const own = files.canonical(uri);
    const open = openSpecs().get(own);
    if (open !== undefined) return analyses.of(open);
    return isSpec({ uri: own, languageId: '' }) ? workspace.spec(own, folderOf(own)) : undefined;
  }

  return {
    async readiness({ stage }: ReadinessParams, token: CancellationToken): Promise<ReadinessResult> {
      const at = readStage(stage);
      const seen: SpecReadiness[] = [];
      for (const { uri, folder, path, open } of await specs()) {
        if (token.isCancellationRequested) break;
        const of = (spec: Snapshot) => specReadiness(atStage(spec, at), path);
        const known = open === undefined ? undefined : await analyses.of(open);
        const one = known === undefined ? await workspace.ofSpec(uri, folder, `readiness ${at}`, of) : of(known);
        if (one !== undefined) seen.push(one);
      }
      return { specs: seen };
    },

    async report({ uri, stage, format }: ReportParams): Promise<ReportResult | null> {
      const spec = await snapshot(uri);
      const path = shown(files.canonical(uri));
      return spec === undefined ? null : report(atStage(spec, readStage(stage)), path, format);
    },

    async promotion({ uri, stage }: PromotionParams): Promise<PromotionResult | null> {
      const at = readStage(stage);
      const now = at && (await analyses.of(uri));
      return now === undefined ? null : promotion(now, atStage(now, at));
    },
  };
}
