import { constants, type Dirent } from 'node:fs';
import { access, open, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isSpecFileName } from '../../core/src/index.ts';
import type { Files } from './files.ts';
import { type Ignored, ignoredAround } from './ignored.node.ts';

export const nodeFiles: Files = { read, stamp, isRepository, specs, canonical };

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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function canonical(uri: string): string {
  const path = toPath(uri);
  return path === undefined ? uri : pathToFileURL(path).href;
}

function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

async function specs(folder: string): Promise<readonly string[]> {
  const root = toPath(folder)?.replace(/(?<=.)[\\/]+$/, '');
  if (root === undefined) return [];

  const repository = await repositoryAround(root);
  const found: string[] = [];
  const queue: { readonly path: string; readonly above: Ignored }[] = [
    { path: root, above: ignoredAround(root, repository) },
  ];
  for (let at = 0; at < queue.length && at < mostFolders && found.length < mostSpecs; at++) {
    const { path, above } = queue[at]!;
    const entries = await list(path);
    const ignored = above.enter(path);
    for (const entry of entries) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === '.git' || entry.name === 'node_modules' || ignored.has(child, true)) continue;
        queue.push({ path: child, above: ignored });
      } else if (isSpecFileName(entry.name) && !ignored.has(child, false)) {
        if (entry.isFile() || (entry.isSymbolicLink() && (await leadsInto(child, repository ?? root)))) {
          found.push(pathToFileURL(child).href);
        }
      }
    }
  }
  return found.slice(0, mostSpecs);
}

async function list(path: string): Promise<readonly Dirent[]> {
  return readdir(path, { withFileTypes: true }).catch(() => []);
}

async function repositoryAround(folder: string): Promise<string | undefined> {
  for (let path = folder; ; path = dirname(path)) {
    if (await exists(join(path, '.git'))) return path;
    if (path === dirname(path)) return undefined;
  }
}

/** A link that nobody named must not lead to a file outside. */
async function leadsInto(link: string, root: string): Promise<boolean> {
  try {
    const [target, home] = await Promise.all([realpath(link), realpath(root)]);
    return target.startsWith(home.endsWith(sep) ? home : home + sep);
  } catch {
    return false;
  }
}
