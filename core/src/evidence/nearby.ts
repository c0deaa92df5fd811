import { closest } from '../closest.ts';
import type { Inquiry } from './evidence.ts';
import type { ArtifactHost, ArtifactPath } from './host.ts';
import { shownPath } from './reference.ts';

/** As many files are looked at; in a larger folder the one that was meant may be missed. */
const mostFiles = 2000;

/**
 * The path that was likely meant where there is no `file`: of the same name elsewhere, or almost of the same name. Of a
 * file below `home`, where the spec stands, only what is below it as well: next to it may be other systems.
 */
export function nearby(file: ArtifactPath, home: string): Inquiry<ArtifactPath | undefined> {
  const within = file.root === '' && file.path.startsWith(`${home}/`) ? home : '';
  return {
    key: `near ${shownPath(file)} within ${within}`,
    about: [{ root: file.root, path: within }],
    async answer(host) {
      const paths = await around(host, file, within);
      const path = likelyMeant(file.path, paths);
      return { kind: 'read', facts: path === undefined ? undefined : { root: file.root, path } };
    },
  };
}

/** The files of its folder, and those of all of `within`. */
async function around(host: ArtifactHost, { root, path }: ArtifactPath, within: string): Promise<readonly string[]> {
  const own = folderOf(path);
  const near = own === within ? undefined : await host.list({ root, path: own }, () => true, mostFiles);
  const all = await host.list({ root, path: within }, () => true, mostFiles);
  const found = [near, all].flatMap((list) => (list?.kind === 'read' ? list.facts.paths : []));
  return [...new Set(found)];
}

function likelyMeant(path: string, paths: readonly string[]): string | undefined {
  const name = nameOf(path);
  const namesakes = paths.filter((one) => nameOf(one) === name);
  if (namesakes.length > 0) return namesakes.length === 1 ? namesakes[0] : undefined;

  const siblings = paths.filter((one) => folderOf(one) === folderOf(path));
  const sibling = closest(name, siblings.map(nameOf));
  if (sibling !== undefined) return siblings.find((one) => nameOf(one) === sibling);
  // A file is meant elsewhere only if its name is much the same, whatever its folder is called.
  const alike = paths.filter(
    (one) => extensionOf(one) === extensionOf(path) && closest(stemOf(path), [stemOf(one)]) !== undefined,
  );
  return closest(path, alike);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name without its ending, which many files share. */
function stemOf(path: string): string {
  const name = nameOf(path);
  return name.slice(0, name.length - extensionOf(path).length);
}

function extensionOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}
