import { isConfigFileName, isPackFileName, isSpecFileName, rootName } from '../../core/src/index.ts';
import { type LentRoots, lentArtifactHost } from './artifacts.lent.ts';
import { filesBelow } from './below.ts';
import type { Files, RepositoryOptions, SpecRepository } from './files.ts';
import type { Lent } from './lent.ts';
import { baseName, canonicalUri, parentUri, pathBelow, uriBelow } from './uri.ts';

const mostSpecs = 5_000;

/** The file system of the client, such as the one of an editor in a browser. */
export function lentFiles(lent: Lent): Files {
  return {
    async read(uri) {
      return (await lent.stat(uri))?.kind === 'file' ? lent.read(uri) : undefined;
    },

    async stamp(uri) {
      const stat = await lent.stat(uri);
      return stat?.kind === 'file' ? `${stat.changed}:${stat.size}` : undefined;
    },

    async isRepository(folder) {
      return (await lent.stat(uriBelow(folder, '.git'))) !== undefined;
    },

    /** Links are neither files nor folders here. */
    async real(uri) {
      const kind = (await lent.stat(uri))?.kind;
      return kind === undefined || kind === 'other' ? undefined : canonicalUri(uri);
    },

    async find(folder) {
      const home = canonicalUri(folder);
      const isConfig = (name: string) => isConfigFileName(name) || isPackFileName(name);
      const isOurs = (path: string) => isSpecFileName(baseName(path)) || isConfig(baseName(path));
      const { paths } = await filesBelow(lent, home, '', isOurs, mostSpecs);
      const uris = paths.map((path) => uriBelow(home, path));
      return {
        specs: uris.filter((uri) => isSpecFileName(baseName(uri))),
        configs: uris.filter((uri) => isConfig(baseName(uri))),
      };
    },

    canonical: canonicalUri,

    repository(spec, wanted) {
      const folder = parentUri(spec);
      return folder === undefined ? undefined : repository(lent, folder, wanted);
    },
  };
}

/**
 * The repository of a spec begins where its workspace does, else where its configuration lies: an editor in a browser
 * opens a whole repository, and shows nothing of its history.
 */
function repository(lent: Lent, folder: string, wanted: RepositoryOptions): SpecRepository {
  const roots = rootsOf(folder, wanted);
  const homes = [['', roots.own] as const, ...roots.others];
  return {
    key: JSON.stringify(homes),
    folder: pathBelow(roots.own, folder) ?? '',
    host: lentArtifactHost(lent, roots, wanted.edited),
    uri({ root, path }) {
      const home = root === '' ? roots.own : roots.others.get(root);
      return home === undefined ? undefined : uriBelow(home, path);
    },
    paths(uri) {
      return homes.flatMap(([root, home]) => {
        const path = pathBelow(home, uri);
        return path === undefined || path === '' ? [] : [{ root, path }];
      });
    },
  };
}

function rootsOf(folder: string, { config, workspace, roots }: RepositoryOptions): LentRoots {
  const around = [workspace, config && parentUri(config.uri)].map((uri) => uri && canonicalUri(uri));
  const own = around.find((uri) => uri !== undefined && pathBelow(uri, folder) !== undefined) ?? folder;
  const others = new Map<string, string>();
  for (const [name, { uri }] of config?.roots ?? []) others.set(name, canonicalUri(uri));
  for (const [name, path] of Object.entries(roots)) {
    if (rootName.test(name) && path !== '') others.set(name, elsewhere(workspace ?? folder, path));
  }
  return { own, others };
}

/** A path from a folder, which may lead up and out of it, or a URI. */
function elsewhere(folder: string, path: string): string {
  try {
    return canonicalUri(new URL(path, `${folder.replace(/\/$/, '')}/`).href);
  } catch {
    return uriBelow(folder, path);
  }
}
