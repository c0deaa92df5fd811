import {
  type Config,
  type ConfigFiles,
  configFileNames,
  configOf,
  decode,
  type Finding,
  type HintKind,
  hintKinds,
  isOwnConfig,
  type LoadedConfig,
  loadConfig,
  parsePack,
  type Stage,
} from '../../core/src/index.ts';
import { isRecord, readRoots, readStage } from './client.ts';
import { isPack } from './documents.ts';
import type { Files } from './files.ts';
import { baseName } from './uri.ts';

/** What a document is checked with besides its text. The same key means the same settings. */
export interface Settings {
  readonly key: string;
  readonly config: Config | undefined;
  /** The file that the configuration comes from, with all it names. */
  readonly loaded: LoadedConfig | undefined;
  readonly stage: Stage | undefined;
  /** Folders of other repositories, by name. */
  readonly roots: Readonly<Record<string, string>>;
  /** Whether lenses are wanted. Nothing that is found depends on it. */
  readonly codeLens: boolean;
  /** What an editor shows behind values. It changes nothing of what is found, so it is not in the key. */
  readonly hints: ReadonlySet<HintKind>;
}

/** What is read of the client's settings. */
interface ClientSettings {
  readonly stage: Stage | undefined;
  readonly hints: ReadonlySet<HintKind>;
  readonly roots: Readonly<Record<string, string>>;
  readonly codeLens: boolean;
}

interface ConfigFile {
  readonly uri: string;
  /** Another one whenever the file, or one that it extends, is another. */
  readonly stamp: string;
  /** Undefined where the file holds no text. */
  readonly loaded: LoadedConfig | undefined;
}

/** What is wrong in a configuration, and a key that changes with everything that it depends on. */
export interface ConfigFindings {
  readonly findings: readonly Finding[];
  readonly key: string;
}

interface Host {
  readonly files: Files;
  /** The `aiSystem` section of the client's settings for a resource. */
  clientSettings(scope: string): Promise<unknown>;
  /** Where documents without a folder of their own look for the configuration. */
  folders(): readonly string[];
}

/** The nearest configuration above each document and the client's settings for it, each read once until told otherwise. */
export class SettingsOf {
  private readonly host: Host;
  private readonly asked = new Map<string, Promise<ClientSettings>>();
  private readonly nearest = new Map<string, Promise<ConfigFile | undefined>>();
  private readonly parsed = new Map<string, ConfigFile>();

  constructor(host: Host) {
    this.host = host;
  }

  async of(uri: string, scope = uri): Promise<Settings> {
    const [{ stage, roots, codeLens, hints }, file] = await Promise.all([
      this.settingsFor(scope),
      this.configAbove(uri),
    ]);
    const loaded = file?.loaded;
    const config = loaded && configOf(loaded, this.host.files.canonical(uri));
    const key = `${stage ?? ''} ${JSON.stringify(roots)} ${file?.uri ?? ''} ${file?.stamp ?? ''}`;
    return { key, config, loaded, stage, roots, codeLens, hints };
  }

  /** Of a configuration or a pack whose text may be another than that on the disk. */
  async findings(uri: string, text: string): Promise<ConfigFindings> {
    if (isPack(uri)) return { findings: parsePack(text).findings, key: '' };
    const { findings, looked } = await loadConfig(uri, text, this.configFiles());
    return { findings, key: await this.stamps(looked) };
  }

  /** Looks at the file system again; true if another configuration holds for the document now. */
  async reread(uri: string): Promise<boolean> {
    const before = await this.configAbove(uri);
    const now = await this.find(this.folderOf(uri), (folder) => this.find(folder));
    if (before?.uri === now?.uri && before?.stamp === now?.stamp) return false;
    this.forgetConfig();
    return true;
  }

  forgetConfig(): void {
    this.nearest.clear();
  }

  forgetClientSettings(): void {
    this.asked.clear();
  }

  forgetDocument(uri: string): void {
    this.asked.delete(uri);
  }

  private settingsFor(scope: string): Promise<ClientSettings> {
    return remember(this.asked, scope, async () => {
      const settings = await this.host.clientSettings(scope);
      const { stage, roots, codeLens, inlayHints } = isRecord(settings) ? settings : {};
      const hints = readHintKinds(inlayHints);
      return { stage: readStage(stage), roots: readRoots(roots), codeLens: codeLens !== false, hints };
    });
  }

  private configAbove(uri: string): Promise<ConfigFile | undefined> {
    return this.remembered(this.folderOf(uri));
  }

  private remembered(folder: string): Promise<ConfigFile | undefined> {
    return remember(this.nearest, folder, () => this.find(folder, (above) => this.remembered(above)));
  }

  private folderOf(uri: string): string {
    const path = /^[a-z][\w+.-]*:\//i.test(uri) ? parent(this.host.files.canonical(uri)) : undefined;
    return path ?? this.host.folders()[0]?.replace(/\/+$/, '') ?? '';
  }

  private async find(
    folder: string,
    above = (next: string): Promise<ConfigFile | undefined> => this.find(next),
  ): Promise<ConfigFile | undefined> {
    for (const name of configFileNames) {
      const uri = `${folder}/${name}`;
      const stamp = await this.host.files.stamp(uri);
      if (stamp !== undefined) return this.read(uri, stamp);
    }
    const next = parent(folder);
    return next === undefined || (await this.host.files.isRepository(folder)) ? undefined : above(next);
  }

  private async read(uri: string, stamp: string): Promise<ConfigFile | undefined> {
    const known = this.parsed.get(uri);
    if (known !== undefined && known.stamp === `${stamp} ${await this.stamps(known.loaded?.looked ?? [])}`)
      return known;

    // What a link leads to outside is another one's; the command says so.
    const bytes = (await isOwnConfig(uri, this.configFiles())) ? await this.host.files.read(uri) : undefined;
    if (bytes === undefined) return undefined;
    const decoded = decode(bytes);
    const loaded = decoded.kind === 'text' ? await loadConfig(uri, decoded.text, this.configFiles()) : undefined;
    const file = { uri, stamp: `${stamp} ${await this.stamps(loaded?.looked ?? [])}`, loaded };
    this.parsed.set(uri, file);
    return file;
  }

  private async stamps(uris: readonly string[]): Promise<string> {
    return (await Promise.all(uris.map((uri) => this.host.files.stamp(uri)))).join(' ');
  }

  private configFiles(): ConfigFiles {
    const { read, isRepository, real, canonical } = this.host.files;
    return { read, isRepository, real, canonical, shown: baseName };
  }
}

/** `file:///a/b` of `file:///a/b/c`; the root of a URI has no parent. */
function parent(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const root = /^[a-z][\w+.-]*:\/\/[^/]*/i.exec(uri)?.[0].length ?? uri.indexOf(':') + 1;
  return slash < root ? undefined : uri.slice(0, slash);
}

/** A failure is not remembered. */
function remember<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.get(key) === made && cache.delete(key));
  return made;
}

/** Of `aiSystem.inlayHints`: `false` for none, or which kinds; all that are not turned off. */
function readHintKinds(value: unknown): ReadonlySet<HintKind> {
  if (value === false) return new Set();
  return new Set(hintKinds.filter((kind) => !isRecord(value) || value[kind] !== false));
}
