import { dirname } from 'node:path';
import { Answers, type Repository } from '../../core/src/index.ts';
import { nodeArtifactHost } from '../../host/src/artifacts.ts';
import { folderWithin, rootsFor } from '../../host/src/roots.ts';
import type { FoundConfig } from './config.ts';

/** Where the artifacts of the spec at `file` are. Specs of one repository with one configuration share the answers. */
export type RepositoryOf = (file: string, config: FoundConfig) => Repository;

export function repositories(cwd: string): RepositoryOf {
  const known = new Map<string, Pick<Repository, 'answers' | 'host'>>();
  return (file, { loaded }) => {
    const folder = dirname(file);
    const roots = rootsFor(folder, loaded, cwd);
    const key = JSON.stringify([roots.own, [...roots.others]]);
    const shared = known.get(key) ?? {
      answers: new Answers(),
      host: nodeArtifactHost({ roots: () => roots, trusted: () => true }),
    };
    known.set(key, shared);
    return { ...shared, folder: folderWithin(roots.own, folder) };
  };
}
