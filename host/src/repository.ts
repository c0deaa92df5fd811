import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The nearest folder at or above this one that holds a `.git`; `known` remembers the answers for one run. */
export function repositoryRoot(folder: string, known?: Map<string, string | undefined>): string | undefined {
  if (known?.has(folder)) return known.get(folder);
  const parent = dirname(folder);
  const found = existsSync(join(folder, '.git'))
    ? folder
    : parent === folder
      ? undefined
      : repositoryRoot(parent, known);
  known?.set(folder, found);
  return found;
}
