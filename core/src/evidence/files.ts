import type { Inquiry } from './evidence.ts';
import { type ArtifactPath, mostBytes } from './host.ts';
import { shownPath } from './reference.ts';

/**
 * What `parse` makes of the text of a file. `kind` names the parser: the same file may be read as several kinds, each
 * once. `parse` answers any text and never throws.
 */
export function parsed<F>(
  kind: string,
  file: ArtifactPath,
  parse: (text: string) => F,
  most: number = mostBytes.text,
): Inquiry<F> {
  return {
    key: `${kind} ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      const text = await host.text(file, most);
      return text.kind === 'unread' ? text : { kind: 'read', facts: parse(text.facts) };
    },
  };
}

/** Whether there is a file or a folder at the path. */
export function thereIs(path: ArtifactPath): Inquiry<'file' | 'folder'> {
  return { key: `look ${shownPath(path)}`, about: [path], answer: (host) => host.look(path) };
}

/** When any of `paths`, files or folders of one root, was last changed by a commit as of a day: a moment in UTC, or never. */
export function lastChange(root: string, paths: readonly string[], asOf: string): Inquiry<string | undefined> {
  return {
    key: `last change until ${asOf} ${root}//${paths.join('\n')}`,
    about: [...paths, '.git'].map((path) => ({ root, path })),
    answer: (host) => host.lastChange(root, paths, asOf),
  };
}
