import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Config,
  type ConfigFiles,
  configFileNames,
  configOf,
  decode,
  isOwnConfig,
  type LoadedConfig,
  loadConfig,
  type Pack,
} from '../../core/src/index.ts';
import { readRegularFile } from '../../host/src/read.ts';
import { repositoryPath, repositoryRoot, shownPath } from './files.ts';
import { count, type FileResult, type Problem } from './result.ts';

/** The configuration that holds for a folder: always the same object for the same file. */
export interface FoundConfig {
  readonly loaded?: LoadedConfig;
  /** What was found in the configuration itself. */
  readonly result?: FileResult;
  readonly problem?: Problem;
}

export interface Configurations {
  /** The one for a spec at `file`. */
  of(file: string): Promise<FoundConfig>;
}

export function configurations(
  choice: { readonly file?: string; readonly none: boolean },
  cwd: string,
): Configurations {
  const none: FoundConfig = {};
  if (choice.none) return { of: async () => none };
  if (choice.file !== undefined) {
    const loaded = load(resolve(cwd, choice.file), cwd);
    return { of: () => loaded };
  }

  const byFolder = new Map<string, Promise<FoundConfig>>();
  const nearest = (folder: string): Promise<FoundConfig> => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;

    const file = configFileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const parent = dirname(folder);
    // What lies above the repository belongs to somebody else.
    const last = parent === folder || repositoryRoot(folder) === folder;
    const found = file !== undefined ? loadOwn(file, cwd) : last ? Promise.resolve(none) : nearest(parent);
    byFolder.set(folder, found);
    return found;
  };
  return { of: (file) => nearest(dirname(file)) };
}

/** With the overrides that hold for this spec, and with `packs` besides those that the configuration names. */
export function configFor({ loaded }: FoundConfig, file: string, packs: readonly Pack[] = []): Config | undefined {
  if (packs.every(({ requirements }) => requirements.length === 0)) {
    return loaded && configOf(loaded, pathToFileURL(file).href);
  }
  return configOf(loaded ?? nothing, pathToFileURL(file).href, packs);
}

const nothing = { layers: [], packs: [] };

/** One that nobody named on the command line must be of the repository that it stands in, links followed. */
async function loadOwn(file: string, cwd: string): Promise<FoundConfig> {
  if (await isOwnConfig(pathToFileURL(file).href, filesFrom(cwd))) return load(file, cwd);
  return { problem: { path: shownPath(file, cwd), reason: 'is a link that leads out of this repository' } };
}

async function load(file: string, cwd: string): Promise<FoundConfig> {
  const path = shownPath(file, cwd);
  const read = readRegularFile(file);
  if (read.kind === 'unreadable') return { problem: { path, reason: read.reason } };

  const base = { kind: 'config', path, repositoryPath: repositoryPath(file, cwd), mended: false } as const;
  const decoded = decode(read.bytes);
  if (decoded.kind === 'refused') {
    const findings = [refusal(decoded)];
    return { result: { ...base, text: '', bom: false, findings, counts: count(findings) } };
  }

  const { text, bom } = decoded;
  const loaded = await loadConfig(pathToFileURL(file).href, text, filesFrom(cwd));
  const { findings } = loaded;
  return { loaded, result: { ...base, text, bom, findings, counts: count(findings) } };
}

function filesFrom(cwd: string): ConfigFiles {
  return {
    async read(uri) {
      const read = readRegularFile(fileURLToPath(uri));
      return read.kind === 'bytes' ? read.bytes : undefined;
    },
    isRepository: async (folder) => existsSync(join(fileURLToPath(folder), '.git')),
    real: async (uri) => {
      const path = fileURLToPath(uri);
      return existsSync(path) ? pathToFileURL(realpathSync(path)).href : undefined;
    },
    canonical: (uri) => pathToFileURL(fileURLToPath(uri)).href,
    shown: (uri) => shownPath(fileURLToPath(uri), cwd),
  };
}

/** A file that cannot be understood as text is a finding at its beginning. */
export function refusal(refused: { readonly rule: string; readonly message: string }): FileResult['findings'][number] {
  const { rule, message } = refused;
  return { rule, severity: 'error', message, span: { start: 0, end: 0 }, fixes: () => [] };
}
