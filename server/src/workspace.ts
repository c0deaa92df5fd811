import type { Diagnostic } from 'vscode-languageserver';
import { type CheckOptions, check, checkWithEvidence, decode, type Finding, lineIndex } from '../../core/src/index.ts';
import { newResultId, type Snapshot } from './analysis.ts';
import type { Client } from './client.ts';
import { isConfig, isOurs, isPack } from './documents.ts';
import type { Known } from './evidence.ts';
import { toDiagnostics } from './features/diagnostics.ts';
import type { Files, Ours } from './files.ts';
import type { ConfigFindings, Settings } from './settings.ts';

/** The diagnostics of a file that is not open. */
interface ClosedFile {
  readonly resultId: string;
  items(): Diagnostic[];
}

interface Host {
  readonly files: Files;
  readonly client: Client;
  settings(uri: string, scope: string): Promise<Settings>;
  configFindings(uri: string, text: string): Promise<ConfigFindings>;
  today(): string;
  repository(uri: string, settings: Settings): Known | undefined;
}

interface Kept {
  readonly key: string;
  readonly value: unknown;
}

interface Looked {
  /** Changes with all that the check depends on. */
  key(): string;
  read(): Promise<Snapshot | undefined>;
}

/** Some clients ask every two seconds; a walk of a large repository takes longer than a look at the specs in it. */
const walkAgainAfter = { watched: 60_000, unwatched: 10_000 };

/** The specs and configurations of the workspace that are not open, each checked once until its file or its settings change. */
export class Workspace {
  private readonly host: Host;
  /** By file, and by what was made of it. */
  private readonly kept = new Map<string, Map<string, Kept>>();
  private roots: readonly string[];
  private walks = new Map<string, { readonly at: number; readonly found: Promise<Ours> }>();

  constructor(host: Host) {
    this.host = host;
    this.roots = host.client.folders;
  }

  get folders(): readonly string[] {
    return this.roots;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.roots = [...this.roots.filter((folder) => !removed.includes(folder)), ...added];
  }

  /** Files came or went. */
  walkAgain(): void {
    this.walks.clear();
  }

  /** Every configuration and spec below the folders, once each, with the folder that it was found in. */
  async *files(): AsyncIterable<{ readonly uri: string; readonly folder: string }> {
    const seen = new Set<string>();
    for (const folder of this.roots) {
      const { configs, specs } = await this.walk(folder);
      for (const uri of [...configs, ...specs]) {
        if (seen.has(uri)) continue;
        seen.add(uri);
        yield { uri, folder };
      }
    }
    for (const uri of this.kept.keys()) if (!seen.has(uri)) this.kept.delete(uri);
  }

  private walk(folder: string): Promise<Ours> {
    const last = this.walks.get(folder);
    const patience = walkAgainAfter[this.host.client.registersWatchers ? 'watched' : 'unwatched'];
    if (last !== undefined && Date.now() - last.at < patience) return last.found;
    const found = this.host.files.find(folder);
    this.walks.set(folder, { at: Date.now(), found });
    return found;
  }

  /** Undefined where there is no such file, or none of ours. */
  async check(uri: string, folder = uri): Promise<ClosedFile | undefined> {
    if (!isOurs({ uri, languageId: '' })) return undefined;
    if (isConfig(uri) || isPack(uri)) return this.checkConfig(uri);
    return this.ofSpec(uri, folder, 'diagnostics', (snapshot) => {
      const items = toDiagnostics(snapshot.findings, snapshot, this.host.client);
      return { resultId: snapshot.resultId, items: () => items };
    });
  }

  /**
   * What `make` says of a spec, kept under the name of `kind` until the file, its settings or what it names is another.
   * Undefined where there is no such file.
   */
  async ofSpec<T>(uri: string, folder: string, kind: string, make: (spec: Snapshot) => T): Promise<T | undefined> {
    const file = await this.look(uri, folder);
    if (file === undefined) return undefined;
    const last = this.kept.get(uri)?.get(kind);
    if (last?.key === file.key()) return last.value as T;
    const snapshot = await file.read();
    if (snapshot === undefined) return undefined;
    const value = make(snapshot);
    this.keep(uri, kind, { key: file.key(), value });
    return value;
  }

  /** A spec that is not open, checked now. Undefined where there is no such file. */
  async spec(uri: string, folder = uri): Promise<Snapshot | undefined> {
    return (await this.look(uri, folder))?.read();
  }

  private async look(uri: string, folder: string): Promise<Looked | undefined> {
    const stamp = await this.host.files.stamp(uri);
    if (stamp === undefined) return undefined;
    const settings = await this.host.settings(uri, folder);
    const asOf = this.host.today();
    const repository = this.host.repository(uri, settings);
    return {
      key: () => `${stamp} ${asOf} ${settings.key} ${repository?.answers.revision}`,
      read: async () => {
        const bytes = await this.host.files.read(uri);
        const { config, stage } = settings;
        return bytes && snapshotOf(bytes, uri, { asOf, config, stage }, repository);
      },
    };
  }

  private keep(uri: string, kind: string, kept: Kept): void {
    const known = this.kept.get(uri) ?? new Map<string, Kept>();
    this.kept.set(uri, known.set(kind, kept));
  }

  /** Undefined where there is no such file, or it is no text. */
  async textOf(uri: string): Promise<string | undefined> {
    const bytes = await this.host.files.read(uri);
    const decoded = bytes && decode(bytes);
    return decoded?.kind === 'text' ? decoded.text : undefined;
  }

  private async checkConfig(uri: string): Promise<ClosedFile | undefined> {
    const stamp = await this.host.files.stamp(uri);
    if (stamp === undefined) return undefined;
    const decoded = decode((await this.host.files.read(uri)) ?? new Uint8Array());
    const text = decoded.kind === 'text' ? decoded.text : '';
    const { findings, key } = await this.host.configFindings(uri, text);
    const last = this.kept.get(uri)?.get('diagnostics');
    if (last?.key === `${stamp} ${key}`) return last.value as ClosedFile;
    const told = decoded.kind === 'text' ? findings : [refusal(decoded)];
    const items = toDiagnostics(told, { uri, lines: lineIndex(text) }, this.host.client);
    const file = { resultId: newResultId(), items: () => items };
    this.keep(uri, 'diagnostics', { key: `${stamp} ${key}`, value: file });
    return file;
  }
}

async function snapshotOf(
  bytes: Uint8Array,
  uri: string,
  options: CheckOptions,
  repository: Known | undefined,
): Promise<Snapshot> {
  const decoded = decode(bytes);
  const text = decoded.kind === 'text' ? decoded.text : '';
  const about = { uri, version: 0, text, lines: lineIndex(text), repository, resultId: newResultId() };
  if (decoded.kind !== 'text') return { ...about, findings: [refusal(decoded)] };
  const analysis = repository === undefined ? check(text, options) : await checkWithEvidence(text, options, repository);
  return { ...about, analysis, findings: analysis.findings };
}

function refusal({ rule, message }: { readonly rule: string; readonly message: string }): Finding {
  return { rule, message, severity: 'error', span: { start: 0, end: 0 }, fixes: () => [] };
}
