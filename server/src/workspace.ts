import type { Diagnostic } from 'vscode-languageserver';
import { type CheckOptions, check, checkWithEvidence, decode, type Finding, lineIndex } from '../../core/src/index.ts';
import { newResultId } from './analysis.ts';
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
  readonly file: ClosedFile;
}

/** Some clients ask every two seconds; a walk of a large repository takes longer than a look at the specs in it. */
const walkAgainAfter = { watched: 60_000, unwatched: 10_000 };

/** The specs and configurations of the workspace that are not open, each checked once until its file or its settings change. */
export class Workspace {
  private readonly host: Host;
  private readonly kept = new Map<string, Kept>();
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
    const stamp = await this.host.files.stamp(uri);
    if (stamp === undefined) return undefined;

    if (isConfig(uri) || isPack(uri)) return this.checkConfig(uri, stamp);
    const settings = await this.host.settings(uri, folder);
    const asOf = this.host.today();
    const repository = this.host.repository(uri, settings);
    const keyNow = () => `${stamp} ${asOf} ${settings.key} ${repository?.answers.revision}`;
    const last = this.kept.get(uri);
    if (last?.key === keyNow()) return last.file;

    const bytes = await this.host.files.read(uri);
    if (bytes === undefined) return undefined;
    const { config, stage } = settings;
    const items = await this.diagnostics(bytes, uri, { asOf, config, stage }, repository);
    const file = { resultId: newResultId(), items: () => items };
    this.kept.set(uri, { key: keyNow(), file });
    return file;
  }

  /** Undefined where there is no such file, or it is no text. */
  async textOf(uri: string): Promise<string | undefined> {
    const bytes = await this.host.files.read(uri);
    const decoded = bytes && decode(bytes);
    return decoded?.kind === 'text' ? decoded.text : undefined;
  }

  private async checkConfig(uri: string, stamp: string): Promise<ClosedFile | undefined> {
    const decoded = decode((await this.host.files.read(uri)) ?? new Uint8Array());
    const text = decoded.kind === 'text' ? decoded.text : '';
    const { findings, key } = await this.host.configFindings(uri, text);
    const last = this.kept.get(uri);
    if (last?.key === `${stamp} ${key}`) return last.file;
    const told = decoded.kind === 'text' ? findings : [refusal(decoded)];
    const items = toDiagnostics(told, { uri, lines: lineIndex(text) }, this.host.client);
    const file = { resultId: newResultId(), items: () => items };
    this.kept.set(uri, { key: `${stamp} ${key}`, file });
    return file;
  }

  private async diagnostics(
    bytes: Uint8Array,
    uri: string,
    options: CheckOptions,
    repository: Known | undefined,
  ): Promise<Diagnostic[]> {
    const decoded = decode(bytes);
    if (decoded.kind === 'text') {
      const { text } = decoded;
      const { findings } =
        repository === undefined ? check(text, options) : await checkWithEvidence(text, options, repository);
      return toDiagnostics(findings, { uri, lines: lineIndex(text), repository }, this.host.client);
    }
    return toDiagnostics([refusal(decoded)], { uri, lines: lineIndex('') }, this.host.client);
  }
}

function refusal({ rule, message }: { readonly rule: string; readonly message: string }): Finding {
  return { rule, message, severity: 'error', span: { start: 0, end: 0 }, fixes: () => [] };
}
