import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type Analysis,
  check,
  checkWithAnswers,
  type Finding,
  type Inquiry,
  isUpToDate,
  type LineIndex,
  lineIndex,
  type Read,
  read,
} from '../../core/src/index.ts';
import { isConfig, isOurs, isPack } from './documents.ts';
import type { Known } from './evidence.ts';
import type { ConfigFindings, Settings } from './settings.ts';

/** One version of a document, and what stands in it. */
export interface Reading {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  /** Undefined for a configuration or a pack. */
  readonly read?: Read;
}

/** The same with everything that can be said about it. Replaced, never changed. */
export interface Snapshot extends Reading {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** Undefined for a configuration or a pack. */
  readonly analysis?: Analysis;
  /** Undefined where only what is declared counts. */
  readonly repository?: Known;
  /** Names this very analysis among all that the server ever made. */
  readonly resultId: string;
}

interface Host {
  document(uri: string): TextDocument | undefined;
  settings(uri: string): Promise<Settings>;
  configFindings(uri: string, text: string): Promise<ConfigFindings>;
  today(): string;
  /** What is known of the artifacts around a spec. */
  repository(uri: string, settings: Settings): Known | undefined;
  /** Whether the client is told when more is known; if not, each check waits for it. */
  readonly tells: boolean;
  lookUp(wanted: readonly Inquiry<unknown>[], repository: Known): Promise<void>;
  lookUpSoon(wanted: readonly Inquiry<unknown>[], repository: Known): void;
}

interface Checked {
  readonly snapshot: Snapshot;
  /** What was asked of artifacts and is not known yet. */
  readonly wanted: readonly Inquiry<unknown>[];
}

interface Kept extends Checked {
  readonly document: TextDocument;
  readonly key: string;
}

interface KeptReading {
  readonly document: TextDocument;
  readonly reading: Reading;
  /** What the text was read after. */
  readonly after: Analysis | undefined;
}

/** How far the first look follows what one file says of another. */
const mostRounds = 6;

/** The analysis of each open spec, made when somebody asks for it. */
export class Analyses {
  /** How long the last check of any document took, in milliseconds. */
  lastDuration = 0;
  private readonly host: Host;
  private readonly kept = new Map<string, Kept>();
  /** Of texts that nobody asked yet to be checked. */
  private readonly readings = new Map<string, KeptReading>();
  /** Of the last text of each document that YAML takes: the next one is read after it. */
  private readonly sound = new Map<string, Analysis>();
  /** Documents whose artifacts were looked at. */
  private readonly looked = new Set<string>();

  constructor(host: Host) {
    this.host = host;
  }

  /**
   * Undefined where the document is not open or not one of ours. The first look at the artifacts may take its time; after
   * that nobody who types waits for a file, and `atOnce` not even then, if the client is told when more is known.
   */
  async of(uri: string, { atOnce = false } = {}): Promise<Snapshot | undefined> {
    if (isConfig(uri) || isPack(uri)) return this.ofConfig(uri);
    const settings = await this.host.settings(uri);

    const repository = this.host.repository(uri, settings);
    for (let round = 0; ; round += 1) {
      const checked = this.checkNow(uri, settings, repository);
      if (checked === undefined || repository === undefined) return checked?.snapshot;
      // What nobody has looked at yet must not be shown as an error first.
      const isFree = this.looked.has(uri) || (atOnce && settings.config?.strict !== true);
      const waits = round < mostRounds && !(isFree && this.host.tells);
      if (checked.wanted.length > 0 && waits) {
        await this.host.lookUp(checked.wanted, repository);
        continue;
      }
      if (checked.wanted.length > 0) this.host.lookUpSoon(checked.wanted, repository);
      if (checked.wanted.length === 0 || !isFree) this.looked.add(uri);
      return checked.snapshot;
    }
  }

  /** What stands in a document now; undefined as above. */
  read(uri: string): Reading | undefined {
    const document = this.host.document(uri);
    if (document === undefined || !isOurs(document)) return undefined;
    const { version } = document;
    const checked = this.kept.get(uri);
    if (checked?.document === document && checked.snapshot.version === version) return checked.snapshot;
    const last = this.readings.get(uri);
    if (last?.document === document && last.reading.version === version) return last.reading;

    const text = document.getText();
    const lines = lineIndex(text);
    if (isConfig(uri) || isPack(uri)) return { uri, version, text, lines };
    const after = this.before(uri, text);
    const reading = { uri, version, text, lines, read: read(text, after) };
    this.readings.set(uri, { document, reading, after });
    return reading;
  }

  /** The last analysis of a document that its next text can be read after, or else the last one; none of a foreign file. */
  lastKnown(uri: string): Analysis | undefined {
    const last = this.sound.get(uri) ?? this.kept.get(uri)?.snapshot.analysis;
    return last?.skipped === undefined ? last : undefined;
  }

  /** Whether it was not checked yet, spec or configuration. */
  isNew(uri: string): boolean {
    return !this.kept.has(uri);
  }

  /** While a word is half typed, often nothing of a text stands alone; but much is as it was before the word. */
  private before(uri: string, text: string): Analysis | undefined {
    const last = this.kept.get(uri)?.snapshot.analysis;
    return last?.doc.text === text ? last : this.lastKnown(uri);
  }

  /** Nothing waits in here, so text and version belong together. */
  private checkNow(uri: string, settings: Settings, repository: Known | undefined): Checked | undefined {
    const document = this.host.document(uri);
    if (document === undefined || !isOurs(document)) return undefined;

    const last = this.kept.get(uri);
    const asOf = this.host.today();
    const key = `${document.version} ${asOf} ${settings.key}`;
    if (last?.document === document && last.key === key && saysTheSame(last.snapshot, repository)) return last;

    const start = performance.now();
    const reading = this.read(uri);
    if (reading === undefined) return undefined;
    const { text, version, lines } = reading;
    const previous = this.before(uri, text);
    const known = this.readings.get(uri);
    const { config, stage } = settings;
    const options = {
      asOf,
      config,
      stage,
      previous,
      read: known?.reading === reading && known.after === previous ? reading.read : undefined,
    };
    const { analysis, wanted } =
      repository === undefined
        ? { analysis: check(text, options), wanted: [] }
        : checkWithAnswers(text, options, repository);
    const snapshot = new CheckedSpec({ uri, version, text, lines }, analysis, repository);
    const kept = { snapshot, document, key, wanted };
    this.kept.set(uri, kept);
    this.readings.delete(uri);
    if (analysis.skipped === undefined && analysis.doc.yaml.separable) this.sound.set(uri, analysis);
    this.lastDuration = performance.now() - start;
    return kept;
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
    this.kept.set(uri, { snapshot, document, key: `${version} ${key}`, wanted: [] });
    return snapshot;
  }

  forget(uri: string): void {
    this.kept.delete(uri);
    this.readings.delete(uri);
    this.sound.delete(uri);
    this.looked.delete(uri);
  }
}

/** What is found in it is worked out for who asks; `{ ...snapshot }` leaves it behind. */
class CheckedSpec implements Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  readonly analysis: Analysis;
  readonly repository: Known | undefined;
  readonly resultId = newResultId();

  constructor({ uri, version, text, lines }: Omit<Reading, 'read'>, analysis: Analysis, repository: Known | undefined) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.lines = lines;
    this.analysis = analysis;
    this.repository = repository;
  }

  get read(): Read {
    return this.analysis;
  }

  get findings(): readonly Finding[] {
    return this.analysis.findings;
  }
}

/** Most of what becomes known is not about this document. */
function saysTheSame({ analysis }: Snapshot, repository: Known | undefined): boolean {
  return analysis === undefined || repository === undefined || isUpToDate(analysis, repository.answers);
}

const session = Date.now().toString(36);
let results = 0;

/** A client may keep an id for longer than a server lives. */
export function newResultId(): string {
  results++;
  return `${session}-${results}`;
}
