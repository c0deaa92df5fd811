import { constants } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeArtifactHost } from '../../host/src/artifacts.ts';
import { repositoryRoot } from '../../host/src/repository.ts';
import { folderWithin, isWithin, rootsFor } from '../../host/src/roots.ts';
import { walk } from '../../host/src/walk.ts';
import type { Files, Ours, RepositoryOptions, SpecRepository } from './files.ts';

export const nodeFiles: Files = { read, stamp, isRepository, real, find, canonical, repository };

/** Enough to be over the limit of the check, which then says so. */
const mostBytes = 4 * 1024 * 1024;
const mostFolders = 50_000;
const mostSpecs = 5_000;

async function read(uri: string): Promise<Uint8Array | undefined> {
  const path = toPath(uri);
  if (path === undefined || (await stamp(uri)) === undefined) return undefined;
  try {
    // It was a regular file a moment ago; a named pipe in its place would block for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const { size } = await file.stat();
      const bytes = new Uint8Array(Math.min(size, mostBytes));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

async function stamp(uri: string): Promise<string | undefined> {
  const path = toPath(uri);
  if (path === undefined) return undefined;
  try {
    const stats = await stat(path);
    return stats.isFile() ? `${stats.mtimeMs}:${stats.ctimeMs}:${stats.size}:${stats.ino}` : undefined;
  } catch {
    return undefined;
  }
}

async function isRepository(folder: string): Promise<boolean> {
  const path = toPath(folder);
  return path !== undefined && exists(join(path, '.git'));
}

async function real(uri: string): Promise<string | undefined> {
  const path = toPath(uri);
  if (path === undefined) return undefined;
  return realpath(path).then(toUri, () => undefined);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function canonical(uri: string): string {
  const path = toPath(uri);
  return path === undefined ? uri : toUri(path);
}

function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** Long enough that an editor would notice. */
const longestTurn = 10;

async function find(folder: string): Promise<Ours> {
  const root = toPath(folder)?.replace(/(?<=.)[\\/]+$/, '');
  const specs: string[] = [];
  const configs: string[] = [];
  if (root === undefined) return { specs, configs };

  let folders = 0;
  let since = performance.now();
  for (const step of walk(root, repositoryRoot(root))) {
    specs.push(...step.specs.map(toUri));
    configs.push(...step.configs.map(toUri));
    if (++folders === mostFolders || specs.length >= mostSpecs) break;
    if (performance.now() - since < longestTurn) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return { specs: specs.slice(0, mostSpecs), configs: configs.slice(0, mostSpecs) };
}

function toUri(path: string): string {
  return pathToFileURL(path).href;
}

function repository(spec: string, wanted: RepositoryOptions): SpecRepository | undefined {
  const file = toPath(spec);
  if (file === undefined) return undefined;
  const folder = dirname(file);
  const workspace = wanted.workspace === undefined ? undefined : toPath(wanted.workspace);
  const roots = rootsFor(folder, wanted.config, workspace ?? folder, wanted.roots);
  const folders = [['', roots.own] as const, ...roots.others];
  const held = (path: string) => wanted.edited(toUri(path));
  return {
    key: JSON.stringify(folders),
    folder: folderWithin(roots.own, folder),
    host: nodeArtifactHost({ roots: () => roots, edited: held, trusted: wanted.trusted }),
    uri({ root, path }) {
      const home = root === '' ? roots.own : roots.others.get(root);
      return home === undefined ? undefined : toUri(join(home, path));
    },
    paths(uri) {
      const path = toPath(uri);
      if (path === undefined) return [];
      return folders.flatMap(([root, home]) => {
        return isWithin(path, home) ? [{ root, path: relative(home, path).replaceAll(sep, '/') }] : [];
      });
    },
  };
}
