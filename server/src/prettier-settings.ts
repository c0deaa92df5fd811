import { decode, type FormatOptions, prettierFiles, prettierOptions, prettierPrograms } from '../../core/src/index.ts';
import type { Files } from './files.ts';
import { parentUri, pathBelow, uriBelow } from './uri.ts';

/**
 * What the repository's own Prettier would format a document with: the nearest configuration above it, as far as it is
 * data. What lies above the repository is another one's, and not there for whoever else checks it out.
 */
export async function prettierSettings(uri: string, files: Files): Promise<Partial<FormatOptions>> {
  const document = files.canonical(uri);
  for (let folder = parentUri(document); folder !== undefined; folder = parentUri(folder)) {
    for (const name of prettierFiles) {
      const bytes = await files.read(uriBelow(folder, name));
      const decoded = bytes === undefined ? undefined : decode(bytes);
      if (decoded?.kind !== 'text') continue;
      const options = prettierOptions(name, decoded.text, pathBelow(folder, document) ?? '');
      if (options !== undefined) return options;
    }
    for (const name of prettierPrograms) if ((await files.stamp(uriBelow(folder, name))) !== undefined) return {};
    if (await files.isRepository(folder)) break;
  }
  return {};
}
