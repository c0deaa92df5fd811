import {
  type Answer,
  type ArtifactHost,
  type ArtifactPath,
  decodedContent,
  longestLine,
  textContent,
  type Unread,
} from '../../core/src/index.ts';
import { filesBelow } from './below.ts';
import type { Lent } from './lent.ts';
import { uriBelow } from './uri.ts';

export interface LentRoots {
  readonly own: string;
  /** Of other repositories, by name: URIs, whether there is something or not. */
  readonly others: ReadonlyMap<string, string>;
}

/** A file comes whole over a message: no more than this, in bytes. */
const mostAtOnce = 64 * 2 ** 20;

/** Shows artifacts to the core out of the files that the client lends. There is no git, and links are not followed. */
export function lentArtifactHost(
  lent: Lent,
  roots: LentRoots,
  edited: (uri: string) => string | undefined,
): ArtifactHost {
  const locate = ({ root, path }: ArtifactPath): string | Unread => {
    const home = root === '' ? roots.own : roots.others.get(root);
    if (home === undefined) return 'unknown-root';
    if (/(?:^|\/)(?:\.git|\.\.)(?:\/|$)/i.test(path) || /[\0\\]/.test(path)) return 'outside';
    return uriBelow(home, path);
  };

  const whyAbsent = async ({ root }: ArtifactPath): Promise<Unread> => {
    const home = roots.others.get(root);
    return home !== undefined && (await lent.stat(home)) === undefined ? 'absent-root' : 'absent';
  };

  const bytesOf = async (path: ArtifactPath, most: number): Promise<Answer<Uint8Array>> => {
    const uri = locate(path);
    if (isUnread(uri)) return unread(uri);
    const stat = await lent.stat(uri);
    if (stat === undefined) return unread(await whyAbsent(path));
    if (stat.kind !== 'file') return unread('not-a-file');
    if (stat.size > Math.min(most, mostAtOnce)) return unread('budget');
    const bytes = await lent.read(uri);
    return bytes === undefined ? unread('denied') : { kind: 'read', facts: bytes };
  };

  const text = async (path: ArtifactPath, most: number): Promise<Answer<string>> => {
    const uri = locate(path);
    const held = isUnread(uri) ? undefined : edited(uri);
    if (held !== undefined) return held.length > most ? unread('budget') : textContent(held);
    const answer = await bytesOf(path, most);
    return answer.kind === 'unread' ? answer : decodedContent(answer.facts);
  };

  return {
    text,

    async lines(path, most, visit) {
      const answer = await text(path, most);
      if (answer.kind === 'unread') return answer;
      const lines = answer.facts.split(/\r?\n/);
      if (lines.at(-1) === '') lines.pop();
      const ended = lines.every((line) => visit(line.slice(0, longestLine)));
      return { kind: 'read', facts: { ended } };
    },

    async bytes(path, start, end) {
      const answer = await bytesOf(path, mostAtOnce);
      if (answer.kind === 'unread') return answer;
      return { kind: 'read', facts: { bytes: answer.facts.slice(start, end), size: answer.facts.length } };
    },

    async look(path) {
      const uri = locate(path);
      if (isUnread(uri)) return unread(uri);
      const stat = await lent.stat(uri);
      if (stat === undefined) return unread(await whyAbsent(path));
      return stat.kind === 'other' ? unread('not-a-file') : { kind: 'read', facts: stat.kind };
    },

    async list(folder, wants, most) {
      const uri = locate(folder);
      if (isUnread(uri)) return unread(uri);
      if ((await lent.stat(uri))?.kind !== 'folder') return unread(await whyAbsent(folder));
      const home = locate({ root: folder.root, path: '' });
      const { paths, whole } = await filesBelow(lent, home, folder.path, wants, most);
      return { kind: 'read', facts: { paths, whole } };
    },

    async lastChange() {
      return unread('no-history');
    },
  };
}

function unread(why: Unread): { readonly kind: 'unread'; readonly why: Unread } {
  return { kind: 'unread', why };
}

/** A URI has a scheme. */
function isUnread(located: string): located is Unread {
  return !located.includes(':');
}
