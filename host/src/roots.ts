import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LoadedConfig, rootName } from '../../core/src/index.ts';
import { repositoryRoot } from './repository.ts';

export interface Roots {
  /** The root of the repository that the specs stand in; absolute. */
  readonly own: string;
  /** Those of other repositories, by name; absolute, whether they are there or not. */
  readonly others: ReadonlyMap<string, string>;
}

/**
 * The roots for the spec in `folder`. Its own repository begins at the nearest `.git`, else where its configuration lies,
 * else at `otherwise` if that is above it. Other repositories: the configuration names them, `AI_SYSTEM_ROOT_<NAME>` in
 * the environment (absolute, or from `otherwise`) says where they are on this machine, and so do `settings`.
 */
export function rootsFor(
  folder: string,
  loaded: LoadedConfig | undefined,
  otherwise: string,
  settings: Readonly<Record<string, string>> = {},
): Roots {
  const config = loaded && dirname(fileURLToPath(loaded.uri));
  const own = [repositoryRoot(folder), config, otherwise].find((root) => root !== undefined && isWithin(folder, root));
  const others = new Map<string, string>();
  for (const [name, { uri }] of loaded?.roots ?? []) others.set(name, fileURLToPath(uri));
  for (const [name, path] of [...fromEnvironment(), ...Object.entries(settings)]) {
    if (rootName.test(name) && path !== '') others.set(name, resolve(otherwise, path));
  }
  return { own: own ?? folder, others };
}

/** `AI_SYSTEM_ROOT_CLAIMS_CORE` is the root `claims-core`. */
function fromEnvironment(): readonly (readonly [string, string])[] {
  // Names first: each value is asked of the system.
  return Object.keys(process.env).flatMap((name) => {
    const own = /^AI_SYSTEM_ROOT_(\w+)$/.exec(name)?.[1];
    const path = own && process.env[name];
    return own && path ? [[own.toLowerCase().replaceAll('_', '-'), path] as const] : [];
  });
}

/** The folder of a spec from the root of its repository, with `/` between its parts. */
export function folderWithin(root: string, folder: string): string {
  return relative(root, folder).replaceAll(sep, '/');
}

/** Whether an absolute path is `home` or below it, by their names alone. */
export function isWithin(path: string, home: string): boolean {
  return path === home || path.startsWith(home.endsWith(sep) ? home : home + sep);
}
