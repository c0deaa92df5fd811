import { statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { repositoryRoot as findRoot } from '../../host/src/repository.ts';
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
    if (!isFolder(file)) {
      files.add(file);
      continue;
    }
    // Most runs name their files: they need not load what reads .gitignore.
    const { walk } = await import('../../host/src/walk.ts');
    for (const { specs, problem } of walk(file, repositoryRoot(file))) {
      for (const spec of specs) files.add(spec);
      if (problem !== undefined) problems.push({ ...problem, path: shownPath(problem.path, cwd) });
    }
  }

  const byShownPath = [...files].map((file) => ({ file, shown: shownPath(file, cwd) }));
  byShownPath.sort((a, b) => (a.shown < b.shown ? -1 : 1));
  return { files: byShownPath.map(({ file }) => file), problems };
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const roots = new Map<string, string | undefined>();

/** The nearest folder at or above this one that holds a `.git`. */
export function repositoryRoot(folder: string): string | undefined {
  return findRoot(folder, roots);
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
