import { closest } from '../closest.ts';
import { isSpecFileName } from '../files.ts';
import type { Inquiry } from './evidence.ts';
import type { ArtifactHost, ArtifactPath } from './host.ts';
import { parentOf, shownPath } from './reference.ts';

/** As many files are looked at; in a larger folder the one that was meant may be missed. */
const mostFiles = 2000;

/**
 * The path that was likely meant where there is no `file`: of the same name elsewhere, or almost of the same name. `home`
 * is where the spec stands: of a file below it, only what is below it as well, since next to it may be other systems; of
 * another one, what is in the folder of another spec only by its very name, and where there is nothing closer.
 */
export function nearby(file: ArtifactPath, home: string): Inquiry<ArtifactPath | undefined> {
  const within = file.root === '' && file.path.startsWith(`${home}/`) ? home : '';
  return {
    key: `near ${shownPath(file)} within ${within} of ${home}`,
    about: [{ root: file.root, path: within }],
    async answer(host) {
      const paths = await around(host, file, within);
      const path = closestTo(file, home, paths);
      return { kind: 'read', facts: path === undefined ? undefined : { root: file.root, path } };
    },
  };
}

/** In the folder of the spec before all others, in those of other specs after them. */
function closestTo({ root, path }: ArtifactPath, home: string, paths: readonly string[]): string | undefined {
  const isHome = (one: string) => root === '' && home !== '' && one.startsWith(`${home}/`);
  const others = new Set(paths.flatMap((one) => (isSpecFileName(nameOf(one)) ? [parentOf(one)] : [])));
  const isOther = (one: string) =>
    parentsOf(one).some((folder) => folder !== '' && folder !== home && others.has(folder));
  const own = paths.filter(isHome);
  const common = paths.filter((one) => isHome(one) || !isOther(one));
  return (
    namesake(path, own) ??
    likelyMeant(path, common) ??
    (namesakes(path, common).length > 0 ? undefined : namesake(path, paths))
  );
}

function namesakes(path: string, paths: readonly string[]): readonly string[] {
  return paths.filter((one) => nameOf(one) === nameOf(path));
}

/** The only one of its name. */
function namesake(path: string, paths: readonly string[]): string | undefined {
  const all = namesakes(path, paths);
  return all.length === 1 ? all[0] : undefined;
}

/** The files of its folder, and those of the folder of the spec, or of all. */
async function around(host: ArtifactHost, { root, path }: ArtifactPath, within: string): Promise<readonly string[]> {
  const own = parentOf(path);
  const near = own === within ? undefined : await host.list({ root, path: own }, () => true, mostFiles);
  const all = await host.list({ root, path: within }, () => true, mostFiles);
  const found = [near, all].flatMap((list) => (list?.kind === 'read' ? list.facts.paths : []));
  return [...new Set(found)];
}

function likelyMeant(path: string, paths: readonly string[]): string | undefined {
  const name = nameOf(path);
  if (namesakes(path, paths).length > 0) return namesake(path, paths);

  const siblings = paths.filter((one) => parentOf(one) === parentOf(path));
  const sibling = closest(name, siblings.map(nameOf));
  if (sibling !== undefined) return siblings.find((one) => nameOf(one) === sibling);
  // A file is meant elsewhere only if its name is much the same, whatever its folder is called.
  const alike = paths.filter(
    (one) => extensionOf(one) === extensionOf(path) && closest(stemOf(path), [stemOf(one)]) !== undefined,
  );
  return closest(path, alike);
}

/** The folders that a path is in, the nearest first. */
function parentsOf(path: string): string[] {
  const folder = parentOf(path);
  return folder === '' ? [] : [folder, ...parentsOf(folder)];
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
