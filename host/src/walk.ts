import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isConfigFileName, isPackFileName, isSpecFileName } from '../../core/src/index.ts';
import { explainError } from './errors.ts';
import { type Ignored, ignoredAround } from './ignored.ts';
import { isWithin } from './roots.ts';

/** What one folder holds of ours; paths are absolute. */
export interface Step {
  readonly specs: readonly string[];
  /** Configurations and rule packs. */
  readonly configs: readonly string[];
  /** Why the folder could not be listed. */
  readonly problem?: { readonly path: string; readonly reason: string };
}

/**
 * A step for `root` and for each folder below it that git would look at, so that a server can do something else between
 * them. Links to folders are not followed, as git does not: so there are no circles.
 */
export function* walk(root: string, repository: string | undefined): Generator<Step> {
  const queue: { readonly folder: string; readonly above: Ignored }[] = [
    { folder: root, above: ignoredAround(root, repository) },
  ];
  for (let at = 0; at < queue.length; at++) {
    const { folder, above } = queue[at] as (typeof queue)[number];
    const ignored = above.enter(folder);
    const { entries, problem } = list(folder);
    const specs: string[] = [];
    const configs: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === '.git' || entry.name === 'node_modules' || ignored.has(path, true)) continue;
        queue.push({ folder: path, above: ignored });
        continue;
      }
      const isConfig = isConfigFileName(entry.name) || isPackFileName(entry.name);
      const found = isSpecFileName(entry.name) ? specs : isConfig ? configs : undefined;
      if (found === undefined || ignored.has(path, false)) continue;
      if (!entry.isSymbolicLink() || linkIsOurs(path, repository ?? root)) found.push(path);
    }
    yield { specs, configs, problem };
  }
}

function list(folder: string): { readonly entries: readonly Dirent[]; readonly problem?: Step['problem'] } {
  try {
    return { entries: readdirSync(folder, { withFileTypes: true }) };
  } catch (error) {
    return { entries: [], problem: { path: folder, reason: explainError(error) } };
  }
}

/** A link that nobody named must not lead the report to a file outside, nor is a link to a folder a spec. */
function linkIsOurs(link: string, home: string): boolean {
  try {
    const target = realpathSync(link);
    return !statSync(target).isDirectory() && isWithin(target, realpathSync(home));
  } catch {
    return true; // It leads nowhere; reading it says so.
  }
}
