import { decode, type FormatOptions, prettierFiles, prettierOptions } from '../../core/src/index.ts';
import type { Files } from './files.ts';

/** What the repository's own Prettier would format a document with: the nearest configuration above it, as far as it is data. */
export async function prettierSettings(uri: string, files: Files): Promise<Partial<FormatOptions>> {
  if (!uri.startsWith('file:')) return {};
  const document = files.canonical(uri);
  for (let slash = document.lastIndexOf('/'); slash > 'file://'.length; slash = document.lastIndexOf('/', slash - 1)) {
    const folder = document.slice(0, slash);
    for (const name of prettierFiles) {
      const bytes = await files.read(`${folder}/${name}`);
      const decoded = bytes === undefined ? undefined : decode(bytes);
      if (decoded?.kind === 'text') return prettierOptions(decoded.text, document.slice(slash + 1));
    }
    if (await files.isRepository(folder)) break;
  }
  return {};
}
