import {
  type Answer,
  Answers,
  type ArtifactHost,
  type ArtifactPath,
  type Repository,
  shownPath,
  type Unread,
} from '../../core/src/index.ts';

export interface Held {
  /** Contents by path from the root of the repository; those of another root as `name//path`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Moments of the last commit, by path. */
  readonly history?: Readonly<Record<string, string>>;
  /** Roots that are configured and not here. */
  readonly absentRoots?: readonly string[];
  /** Files that are there and cannot be read, and why. */
  readonly unread?: Readonly<Record<string, Unread>>;
}

/** A repository that exists in memory only; the spec stands in `folder`. */
export function repository({ files, history, absentRoots = [], unread = {} }: Held, folder = ''): Repository {
  const bytesOf = (content: string | Uint8Array) =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const names = Object.keys(files);
  const roots = new Set(names.map((name) => (name.includes('//') ? (name.split('//')[0] ?? '') : '')).concat(''));

  const refusal = ({ root }: ArtifactPath): Answer<never> | undefined => {
    if (absentRoots.includes(root)) return { kind: 'unread', why: 'absent-root' };
    return roots.has(root) ? undefined : { kind: 'unread', why: 'unknown-root' };
  };
  const isFolder = (shown: string) => shown === '' || names.some((name) => name.startsWith(`${shown}/`));
  const content = (file: ArtifactPath): Answer<Uint8Array> => {
    const held = files[shownPath(file)];
    const why = unread[shownPath(file)];
    if (why !== undefined) return { kind: 'unread', why };
    if (held !== undefined) return { kind: 'read', facts: bytesOf(held) };
    return refusal(file) ?? { kind: 'unread', why: isFolder(shownPath(file)) ? 'not-a-file' : 'absent' };
  };
  const text = (file: ArtifactPath, most: number): Answer<string> => {
    const read = content(file);
    if (read.kind === 'unread') return read;
    if (read.facts.length > most) return { kind: 'unread', why: 'budget' };
    const decoded = new TextDecoder().decode(read.facts);
    if (decoded.startsWith('version https://git-lfs.github.com/spec/')) return { kind: 'unread', why: 'lfs-pointer' };
    return { kind: 'read', facts: decoded };
  };

  const host: ArtifactHost = {
    text: async (file, most) => text(file, most),
    async lines(file, most, visit) {
      const whole = text(file, most);
      if (whole.kind === 'unread') return whole;
      const ended = whole.facts.replace(/\n$/, '').split(/\r?\n/).every(visit);
      return { kind: 'read', facts: { ended } };
    },
    async bytes(file, start, end) {
      const read = content(file);
      if (read.kind === 'unread') return read;
      return { kind: 'read', facts: { bytes: read.facts.slice(start, end), size: read.facts.length } };
    },
    async look(path) {
      if (files[shownPath(path)] !== undefined) return { kind: 'read', facts: 'file' };
      const folder = shownPath(path).replace(/\/$/, '');
      if (isFolder(folder)) return { kind: 'read', facts: 'folder' };
      return refusal(path) ?? { kind: 'unread', why: 'absent' };
    },
    async list(folder, wants, most) {
      const refused = refusal(folder);
      if (refused !== undefined) return refused;
      const inRoot = names.filter((name) => name.includes('//') === (folder.root !== ''));
      const paths = inRoot
        .map((name) => (folder.root === '' ? name : name.slice(folder.root.length + 2)))
        .filter((path) => folder.path === '' || path.startsWith(`${folder.path}/`))
        .filter(wants)
        .sort();
      return { kind: 'read', facts: { paths: paths.slice(0, most), whole: paths.length <= most } };
    },
    async lastChange(root, paths, until) {
      if (history === undefined) return { kind: 'unread', why: 'restricted' };
      const touched = Object.entries(history).filter(
        ([name, moment]) =>
          moment.slice(0, 10) <= until &&
          paths.some((path) => {
            const shown = shownPath({ root, path });
            return shown === '' || name === shown || name.startsWith(`${shown.replace(/\/$/, '')}/`);
          }),
      );
      return {
        kind: 'read',
        facts: touched
          .map(([, moment]) => moment)
          .sort()
          .at(-1),
      };
    },
  };
  return { folder, answers: new Answers(), host };
}
