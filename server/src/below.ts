import { ignoreRules } from '../../core/src/index.ts';
import type { Lent } from './lent.ts';
import { uriBelow } from './uri.ts';

const mostFolders = 5_000;
const deepest = 40;

/** The rules of one `.gitignore`, and the folder it lies in: a path from the root. */
interface Layer {
  readonly folder: string;
  readonly rules: ReturnType<typeof ignoreRules>;
}

/**
 * The files below a folder that git would look at and `wants` takes, by their paths from the root, sorted. Every folder
 * is a message to the client and back, so there is less patience than on a disk.
 */
export async function filesBelow(
  lent: Lent,
  root: string,
  folder: string,
  wants: (path: string) => boolean,
  most: number,
): Promise<{ readonly paths: readonly string[]; readonly whole: boolean }> {
  const paths: string[] = [];
  let whole = true;
  const around = await layersAround(lent, root, folder);
  const queue: { readonly at: string; readonly depth: number; readonly above: readonly Layer[] }[] = [
    { at: folder, depth: 0, above: around },
  ];
  for (let next = 0; next < queue.length; next += 1) {
    if (next >= mostFolders || paths.length > most) {
      whole = false;
      break;
    }
    const { at, depth, above } = queue[next] as (typeof queue)[number];
    const entries = await lent.list(uriBelow(root, at));
    const hasRules = entries.some(([name, kind]) => name === '.gitignore' && kind === 'file');
    const layers = hasRules ? [...above, ...(await layer(lent, root, at))] : above;
    for (const [name, kind] of entries) {
      const path = at === '' ? name : `${at}/${name}`;
      if (kind === 'folder') {
        if (name === '.git' || name === 'node_modules' || isIgnored(layers, path, true)) continue;
        if (depth < deepest) queue.push({ at: path, depth: depth + 1, above: layers });
        else whole = false;
      } else if (kind === 'file' && wants(path) && !isIgnored(layers, path, false)) {
        paths.push(path);
      }
    }
  }
  paths.sort();
  return { paths: paths.slice(0, most), whole: whole && paths.length <= most };
}

/** Of the folders from the root down to the one above. A folder that is ignored but was named is wanted. */
async function layersAround(lent: Lent, root: string, folder: string): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  const parts = folder === '' ? [] : folder.split('/');
  for (let depth = 0; depth < parts.length; depth += 1) {
    layers.push(...(await layer(lent, root, parts.slice(0, depth).join('/'))));
    if (isIgnored(layers, parts.slice(0, depth + 1).join('/'), true)) return [];
  }
  return layers;
}

async function layer(lent: Lent, root: string, folder: string): Promise<readonly Layer[]> {
  const bytes = await lent.read(uriBelow(root, folder === '' ? '.gitignore' : `${folder}/.gitignore`));
  return bytes === undefined ? [] : [{ folder, rules: ignoreRules(new TextDecoder().decode(bytes), false) }];
}

/** What lies deeper has the last word. */
function isIgnored(layers: readonly Layer[], path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of layers.toReversed()) {
    const inside = folder === '' ? path : path.slice(folder.length + 1);
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}
