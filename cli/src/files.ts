import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isSpecFileName } from '../../core/src/index.ts';
import { explainError } from './errors.ts';
import type { Ignored } from './ignored.ts';
import type { Problem } from './result.ts';

export interface Found {
  /** Absolute, sorted as they are shown, each one once. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** The files that the arguments mean: files of any name, folders and everything below them; without any, all below here. */
export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Set<string>();
  const problems: Problem[] = [];

  for (const path of paths.length === 0 ? ['.'] : paths) {
    const file = resolve(cwd, path);
    if (!isDirectory(file)) {
      files.add(file);
      continue;
    }
    // Most runs name their files: they need not load what reads .gitignore.
    const { ignoredAround } = await import('./ignored.ts');
    const found = discover(file, ignoredAround(file, repositoryRoot(file)));
    for (const spec of found.files) files.add(spec);
    for (const problem of found.problems) problems.push({ ...problem, path: shownPath(problem.path, cwd) });
  }

  const byShownPath = [...files].map((file) => ({ file, shown: shownPath(file, cwd) }));
  byShownPath.sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files: byShownPath.map(({ file }) => file), problems };
}

/** Links to folders are not followed, as git does not: so there are no circles. */
function discover(root: string, ignored: Ignored): Found {
  const files: string[] = [];
  const problems: Problem[] = [];

  const walk = (folder: string, above: Ignored): void => {
    const ignored = above.enter(folder);
    for (const entry of list(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && entry.name !== 'node_modules' && !ignored.has(path, true)) walk(path, ignored);
      } else if (isSpecFileName(entry.name) && !ignored.has(path, false)) {
        if (!entry.isSymbolicLink() || linkIsOurs(path, root)) files.push(path);
      }
    }
  };
  const list = (folder: string) => {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      problems.push({ path: folder, reason: explainError(error) });
      return [];
    }
  };

  walk(root, ignored);
  return { files, problems };
}

/** A link that nobody named must not lead the report to a file outside, nor is a link to a folder a spec. */
function linkIsOurs(link: string, root: string): boolean {
  try {
    const target = realpathSync(link);
    const home = realpathSync(repositoryRoot(root) ?? root);
    return !statSync(target).isDirectory() && `${target}${sep}`.startsWith(home.endsWith(sep) ? home : home + sep);
  } catch {
    return true; // It leads nowhere; reading it says so.
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const roots = new Map<string, string | undefined>();

/** The nearest folder at or above this one that holds a `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  if (!roots.has(folder)) {
    const parent = dirname(folder);
    const found = existsSync(join(folder, '.git')) ? folder : parent === folder ? undefined : repositoryRoot(parent);
    roots.set(folder, found);
  }
  return roots.get(folder);
}

/** As people and programs get to see it: relative, with `/`. */
export function shownPath(file: string, from: string): string {
  const path = relative(from, file);
  // Another drive: no relative path leads there, and an absolute one would tell about this machine.
  return (isAbsolute(path) ? basename(path) : path).replaceAll(sep, '/');
}

export function repositoryPath(file: string, cwd: string): string {
  const root = repositoryRoot(dirname(file));
  return shownPath(file, root ?? cwd);
}
