import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, configFileName, decode, parseConfig, resolveConfig } from '../../core/src/index.ts';
import { readRegularFile } from '../../host/src/read.ts';
import { repositoryPath, repositoryRoot, shownPath } from './files.ts';
import { count, type FileResult, type Problem } from './result.ts';

export interface LoadedConfig {
  readonly config?: Config;
  /** What was found in the configuration itself. */
  readonly result?: FileResult;
  readonly problem?: Problem;
}

/** The configuration for a spec at `file`: always the same object for the same configuration. */
export type ConfigOf = (file: string) => LoadedConfig;

export function configurations(choice: { readonly file?: string; readonly none: boolean }, cwd: string): ConfigOf {
  const nothing: LoadedConfig = {};
  if (choice.none) return () => nothing;
  if (choice.file !== undefined) {
    const loaded = load(resolve(cwd, choice.file), cwd);
    return () => loaded;
  }

  const byFolder = new Map<string, LoadedConfig>();
  const nearest = (folder: string): LoadedConfig => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;

    const file = join(folder, configFileName);
    const parent = dirname(folder);
    // What lies above the repository belongs to somebody else.
    const last = parent === folder || repositoryRoot(folder) === folder;
    const found = existsSync(file) ? load(file, cwd) : last ? nothing : nearest(parent);
    byFolder.set(folder, found);
    return found;
  };
  return (file) => nearest(dirname(file));
}

function load(file: string, cwd: string): LoadedConfig {
  const path = shownPath(file, cwd);
  const read = readRegularFile(file);
  if (read.kind === 'unreadable') return { problem: { path, reason: read.reason } };

  const base = { kind: 'config', path, repositoryPath: repositoryPath(file, cwd), mended: false } as const;
  const decoded = decode(read.bytes);
  if (decoded.kind === 'refused') {
    const findings = [refusal(decoded)];
    return { result: { ...base, text: '', bom: false, findings, counts: count(findings) } };
  }

  const { layer, findings } = parseConfig(decoded.text);
  const { text, bom } = decoded;
  return { config: resolveConfig([layer]), result: { ...base, text, bom, findings, counts: count(findings) } };
}

/** A file that cannot be understood as text is a finding at its beginning. */
export function refusal(refused: { readonly rule: string; readonly message: string }): FileResult['findings'][number] {
  const { rule, message } = refused;
  return { rule, severity: 'error', message, span: { start: 0, end: 0 }, fixes: () => [] };
}
