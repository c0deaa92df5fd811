import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, check, type Finding, type LineIndex, lineIndex } from '../../core/src/index.ts';
import { isConfig, isOurs, isPack } from './documents.ts';
import type { ConfigFindings, Settings } from './settings.ts';

/** One version of a document and everything that can be said about it. Replaced, never changed. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** Undefined for a configuration or a pack. */
  readonly analysis?: Analysis;
  /** Names this very analysis among all that the server ever made. */
  readonly resultId: string;
}

interface Host {
  document(uri: string): TextDocument | undefined;
  settings(uri: string): Promise<Settings>;
  configFindings(uri: string, text: string): Promise<ConfigFindings>;
  today(): string;
  onCheck(uri: string, analysis: Analysis): void;
}

interface Kept {
  readonly snapshot: Snapshot;
  readonly document: TextDocument;
  readonly key: string;
}

/** The analysis of each open spec, made when somebody asks for it. */
export class Analyses {
  /** How long the last check of any document took, in milliseconds. */
  lastDuration = 0;
  private readonly host: Host;
  private readonly kept = new Map<string, Kept>();

  constructor(host: Host) {
    this.host = host;
  }

  /** Undefined where the document is not open or not one of ours. */
  async of(uri: string): Promise<Snapshot | undefined> {
    if (isConfig(uri) || isPack(uri)) return this.ofConfig(uri);
    const settings = await this.host.settings(uri);

    // From here on nothing waits, so text and version belong together.
    const document = this.host.document(uri);
    if (document === undefined || !isOurs(document)) return undefined;

    const last = this.kept.get(uri);
    const asOf = this.host.today();
    const key = `${document.version} ${asOf} ${settings.key}`;
    if (last?.document === document && last.key === key) return last.snapshot;

    const start = performance.now();
    const text = document.getText();
    const options = { asOf, config: settings.config, stage: settings.stage };
    const analysis = check(text, { ...options, previous: last?.snapshot.analysis });
    const { findings } = analysis;
    const { version } = document;
    const snapshot = { uri, version, text, lines: lineIndex(text), findings, analysis, resultId: newResultId() };
    this.kept.set(uri, { snapshot, document, key });
    this.lastDuration = performance.now() - start;
    this.host.onCheck(uri, analysis);
    return snapshot;
  }

  private async ofConfig(uri: string): Promise<Snapshot | undefined> {
    const document = this.host.document(uri);
    if (document === undefined) return undefined;
    // What the document is now: while others are read, it may change.
    const { version } = document;
    const text = document.getText();
    const { findings, key } = await this.host.configFindings(uri, text);
    const last = this.kept.get(uri);
    if (last?.document === document && last.key === `${version} ${key}`) return last.snapshot;
    const snapshot = { uri, version, text, lines: lineIndex(text), findings, resultId: newResultId() };
    this.kept.set(uri, { snapshot, document, key: `${version} ${key}` });
    return snapshot;
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }
}

const session = Date.now().toString(36);
let results = 0;

/** A client may keep an id for longer than a server lives. */
export function newResultId(): string {
  results++;
  return `${session}-${results}`;
}
