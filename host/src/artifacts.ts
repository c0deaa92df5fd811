import { constants } from 'node:fs';
import { join } from 'node:path';
import {
  type Answer,
  type ArtifactHost,
  type ArtifactPath,
  decodedContent,
  isPointer,
  longestLine,
  textContent,
  type Unread,
} from '../../core/src/index.ts';
import { errorCode } from './errors.ts';
import { listFiles } from './list.ts';
import { promised } from './promised.ts';
import { isWithin, type Roots } from './roots.ts';

export interface ArtifactHostOptions {
  /** Asked for each answer: a configuration may change. */
  readonly roots: () => Roots;
  /** What an editor holds of a file and has not written yet. */
  readonly edited?: (file: string) => string | undefined;
  /** Whether git may be asked: not in a workspace that nobody trusts. */
  readonly trusted: () => boolean;
}

/** Shows artifacts to the core. Nothing outside of the roots is ever opened, whatever links say. */
export function nodeArtifactHost({ roots, edited, trusted }: ArtifactHostOptions): ArtifactHost {
  const budget = readBudget();
  const homeOf = realHomes();

  /** The real path below a root; `undefined` is for a root that does not exist. */
  const locate = async ({ root, path }: ArtifactPath): Promise<Located> => {
    const known = root === '' ? roots().own : roots().others.get(root);
    if (known === undefined) return unread('unknown-root');
    const home = await homeOf(known);
    if (home === undefined) return unread(root === '' ? 'absent' : 'absent-root');
    if (/(?:^|\/)\.git(?:\/|$)/i.test(path) || /[\0\\]/.test(path)) return unread('outside');
    const named = join(home, path);
    if (!isWithin(named, home)) return unread('outside');
    try {
      const target = await promised.realpath(named);
      return isWithin(target, home) ? { kind: 'read', facts: { home, named, target } } : unread('outside');
    } catch (error) {
      return unread(whyNot(error));
    }
  };

  /** Opens a regular file, and looks again at what was opened: between the two it may have been replaced. */
  const opened = async <T>(
    path: ArtifactPath,
    use: (file: number, size: number) => Promise<Answer<T>>,
  ): Promise<Answer<T>> => {
    const located = await locate(path);
    if (located.kind === 'unread') return located;
    if (!budget.takes()) return exhausted;
    const { target } = located.facts;
    try {
      const before = await promised.lstat(target);
      if (!before.isFile()) return unread('not-a-file');
      const file = await promised.open(
        target,
        constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
      );
      try {
        const now = await promised.fstat(file);
        if (!now.isFile() || now.ino !== before.ino || now.dev !== before.dev) return unread('not-a-file');
        return await use(file, now.size);
      } finally {
        await promised.close(file);
      }
    } catch (error) {
      return unread(whyNot(error));
    }
  };

  const text = async (path: ArtifactPath, most: number): Promise<Answer<string>> => {
    const located = edited === undefined ? undefined : await locate(path);
    const held =
      located?.kind === 'read' ? (edited?.(located.facts.named) ?? edited?.(located.facts.target)) : undefined;
    if (held !== undefined) return held.length > most ? unread('budget') : textContent(held);
    return opened(path, async (file, size) => {
      if (size > most) return unread('budget');
      return decodedContent(await readBytes(file, 0, size));
    });
  };

  return {
    text,

    async lines(path, most, visit) {
      return opened(path, async (file, size) => {
        if (size > most) return unread('budget');
        return visitLines(file, visit, budget.isOver);
      });
    },

    async bytes(path, start, end) {
      return opened(path, async (file, size) => {
        const from = start < 0 ? Math.max(0, size + start) : Math.min(start, size);
        const to = end === undefined ? size : end < 0 ? Math.max(from, size + end) : Math.min(end, size);
        if (to - from > mostBytesAtOnce) return unread('budget');
        return { kind: 'read', facts: { bytes: await readBytes(file, from, to - from), size } };
      });
    },

    async look(path) {
      const located = await locate(path);
      if (located.kind === 'unread') return located;
      try {
        const stats = await promised.stat(located.facts.target);
        if (stats.isDirectory()) return { kind: 'read', facts: 'folder' };
        return stats.isFile() ? { kind: 'read', facts: 'file' } : unread('not-a-file');
      } catch (error) {
        return unread(whyNot(error));
      }
    },

    async list(folder, wants, most) {
      const located = await locate(folder);
      if (located.kind === 'unread') return located;
      const { home, target } = located.facts;
      return listFiles(target, home, wants, most);
    },

    async lastChange(root, paths, until) {
      if (!trusted()) return unread('restricted');
      const located = await locate({ root, path: '' });
      if (located.kind === 'unread') return located;
      // It starts git, and what starts programs takes longer to load than many a run.
      const { lastChange } = await import('./history.ts');
      return lastChange(located.facts.home, paths, until);
    },
  };
}

type Located = Answer<{
  /** The real path of the root. */
  readonly home: string;
  /** Below it, as it was named. */
  readonly named: string;
  readonly target: string;
}>;

/** Of a file that is not read whole: the footer and one column of a table. */
const mostBytesAtOnce = 64 * 2 ** 20;

/** Files that one host opens in a row, and how long that may take; a pause of a second begins a new count. */
const mostFiles = 5_000;
const mostMilliseconds = 10_000;
const pause = 1_000;

/** A repository made to keep us busy does not. */
function readBudget() {
  let [files, since, last] = [0, 0, 0];
  const isOver = () => performance.now() - since > mostMilliseconds;
  return {
    isOver,
    takes(): boolean {
      const now = performance.now();
      if (now - last > pause) [files, since] = [0, now];
      last = now;
      files += 1;
      return files <= mostFiles && !isOver();
    },
  };
}

/** The real paths of roots, which most questions of a check begin with; looked up again after a second. */
function realHomes() {
  const known = new Map<string, { readonly since: number; readonly path: Promise<string | undefined> }>();
  return (root: string): Promise<string | undefined> => {
    const before = known.get(root);
    const now = performance.now();
    if (before !== undefined && now - before.since < pause) return before.path;
    const path = real(root);
    known.set(root, { since: now, path });
    // What is not there yet may come at any moment.
    void path.then((found) => found ?? known.delete(root));
    return path;
  };
}

const exhausted = { kind: 'unread', why: 'budget', passing: true } as const;

function unread(why: Unread): { readonly kind: 'unread'; readonly why: Unread } {
  return { kind: 'unread', why };
}

function whyNot(error: unknown): Unread {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'absent';
    case 'ELOOP':
    case 'EISDIR':
      return 'not-a-file';
    default:
      return 'denied';
  }
}

async function real(path: string): Promise<string | undefined> {
  try {
    return await promised.realpath(path);
  } catch {
    return undefined;
  }
}

async function readBytes(file: number, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await promised.read(file, bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

const chunk = 256 * 1024;

async function visitLines(
  file: number,
  visit: (line: string) => boolean,
  isOver: () => boolean,
): Promise<Answer<{ readonly ended: boolean }>> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const buffer = new Uint8Array(chunk);
  let rest = '';
  let first = true;
  for (;;) {
    if (isOver()) return exhausted;
    const { bytesRead } = await promised.read(file, buffer, 0, chunk, null);
    let text: string;
    try {
      text = decoder.decode(buffer.subarray(0, bytesRead), { stream: bytesRead > 0 });
    } catch {
      return unread('not-text');
    }
    if (first && isPointer(text)) return unread('lfs-pointer');
    if (text.includes('\0')) return unread('not-text');
    first = false;
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine);
    for (const line of lines) {
      if (!visit(line.replace(/\r$/, '').slice(0, longestLine))) return { kind: 'read', facts: { ended: false } };
    }
    if (bytesRead > 0) continue;
    if (rest !== '' && !visit(rest.replace(/\r$/, ''))) return { kind: 'read', facts: { ended: false } };
    return { kind: 'read', facts: { ended: true } };
  }
}
