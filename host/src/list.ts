import type { Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Answer } from '../../core/src/index.ts';
import { type Ignored, ignoredAround } from './ignored.ts';
import { promised } from './promised.ts';

const mostFolders = 20_000;
const deepest = 40;

/**
 * The files below `folder` that git would look at and `wants` takes, by their paths from `home`, sorted. Links are not
 * followed: what they lead to has a place of its own, or lies outside.
 */
export async function listFiles(
  folder: string,
  home: string,
  wants: (path: string) => boolean,
  most: number,
): Promise<Answer<{ readonly paths: readonly string[]; readonly whole: boolean }>> {
  const paths: string[] = [];
  let whole = true;
  const queue: { readonly at: string; readonly depth: number; readonly above: Ignored }[] = [
    { at: folder, depth: 0, above: ignoredAround(folder, home) },
  ];
  for (let next = 0; next < queue.length; next += 1) {
    if (next >= mostFolders || paths.length > most) {
      whole = false;
      break;
    }
    const { at, depth, above } = queue[next] as (typeof queue)[number];
    const ignored = above.enter(at);
    for (const entry of await entries(at)) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === '.git' || entry.name === 'node_modules' || ignored.has(path, true)) continue;
        if (depth < deepest) queue.push({ at: path, depth: depth + 1, above: ignored });
        else whole = false;
      } else if (entry.isFile()) {
        const shown = relative(home, path).replaceAll(sep, '/');
        if (wants(shown) && !ignored.has(path, false)) paths.push(shown);
      }
    }
  }
  paths.sort();
  return { kind: 'read', facts: { paths: paths.slice(0, most), whole: whole && paths.length <= most } };
}

/** A folder that cannot be listed holds nothing that could be named. */
async function entries(folder: string): Promise<readonly Dirent[]> {
  try {
    return await promised.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
