import { dirname, join, relative, sep } from 'node:path';
import { ignoreRules } from '../../core/src/index.ts';
import { readRegularFile } from './read.ts';

/** What git would not look at, according to the `.gitignore` files met on the way down. */
export interface Ignored {
  /** The same with the rules that this folder adds. */
  enter(folder: string): Ignored;
  has(path: string, isFolder: boolean): boolean;
}

interface Layer {
  readonly folder: string;
  readonly rules: ReturnType<typeof ignoreRules>;
}

/** What is ignored inside `folder` by the folders around it, from the root of the repository down. */
export function ignoredAround(folder: string, root: string | undefined): Ignored {
  if (root === undefined || root === folder) return create(root === undefined ? [] : excluded(root));

  const around: string[] = [];
  for (let at = dirname(folder); at !== root; at = dirname(at)) around.unshift(at);
  let ignored = create(excluded(root)).enter(root);
  for (const between of around) {
    if (ignored.has(between, true)) return create([]);
    ignored = ignored.enter(between);
  }
  // A folder that is ignored but was named is wanted.
  return ignored.has(folder, true) ? create([]) : ignored;
}

function create(layers: readonly Layer[]): Ignored {
  return {
    enter(folder) {
      // As the folder itself is not ignored, rules further up that say so were overruled, and would hit all inside it.
      const valid = layers.filter((layer) => layer.folder === folder || !test(layer, folder, true).ignored);
      const own = layer(folder, join(folder, '.gitignore'));
      return own === undefined && valid.length === layers.length ? this : create([...valid, ...(own ? [own] : [])]);
    },
    has(path, isFolder) {
      for (const layer of layers.toReversed()) {
        const { ignored, unignored } = test(layer, path, isFolder);
        if (ignored || unignored) return ignored;
      }
      return false;
    },
  };
}

function test(
  layer: Layer,
  path: string,
  isFolder: boolean,
): { readonly ignored: boolean; readonly unignored: boolean } {
  const inside = relative(layer.folder, path).replaceAll(sep, '/');
  return layer.rules.test(isFolder ? `${inside}/` : inside);
}

function excluded(root: string): readonly Layer[] {
  const layerOfRoot = layer(root, join(root, '.git', 'info', 'exclude'));
  return layerOfRoot === undefined ? [] : [layerOfRoot];
}

function layer(folder: string, file: string): Layer | undefined {
  const read = readRegularFile(file);
  if (read.kind !== 'bytes') return undefined;

  const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';
  return { folder, rules: ignoreRules(read.bytes.toString('utf8'), ignoreCase) };
}
