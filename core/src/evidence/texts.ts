import type { Answer, ArtifactHost, ArtifactPath } from './host.ts';
import { shownPath } from './reference.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Characters that are kept, of one file and of all: several questions are about one file, some about a whole repository. */
const most = { one: 2 ** 20, all: 32 * 2 ** 20 } as const;

/** Paths of one folder. */
const mostListed = 20_000;

interface Listed {
  readonly paths: readonly string[];
  readonly whole: boolean;
}

interface Kept {
  readonly path: ArtifactPath;
  readonly read: Promise<Answer<string>>;
  length: number;
}

/** The texts of files and the files of folders, each looked at once until it is said to have changed. */
export class Texts {
  private readonly kept = new Map<string, Kept>();
  private readonly listed = new Map<string, { readonly path: ArtifactPath; readonly all: Promise<Answer<Listed>> }>();
  private length = 0;

  /** The same host, which asks here before it opens a file for its text. */
  through(host: ArtifactHost): ArtifactHost {
    return {
      text: (path, limit) => this.text(host, path, limit),
      lines: (path, limit, visit) => host.lines(path, limit, visit),
      bytes: (path, start, end) => host.bytes(path, start, end),
      look: (path) => host.look(path),
      list: (folder, wants, limit) => this.list(host, folder, wants, limit),
      lastChange: (root, paths, until) => host.lastChange(root, paths, until),
    };
  }

  forget(isConcerned: (path: ArtifactPath) => boolean): void {
    for (const [key, { path }] of this.listed) if (isConcerned(path)) this.listed.delete(key);
    for (const [key, { path, length }] of this.kept) {
      if (!isConcerned(path)) continue;
      this.kept.delete(key);
      this.length -= length;
    }
  }

  /** Many files that are missing are looked for in one folder: it is walked once. One that is too large is walked each time. */
  private async list(
    host: ArtifactHost,
    folder: ArtifactPath,
    wants: (path: string) => boolean,
    limit: number,
  ): Promise<Answer<Listed>> {
    const key = shownPath(folder);
    const known = this.listed.get(key) ?? { path: folder, all: host.list(folder, () => true, mostListed) };
    this.listed.set(key, known);
    const all = await known.all;
    if (all.kind === 'unread' || !all.facts.whole) return host.list(folder, wants, limit);
    const paths = all.facts.paths.filter(wants);
    return { kind: 'read', facts: { paths: paths.slice(0, limit), whole: paths.length <= limit } };
  }

  private async text(host: ArtifactHost, path: ArtifactPath, limit: number): Promise<Answer<string>> {
    const key = shownPath(path);
    // Without a pause before it is kept, or two that ask at once would both open the file.
    const kept = this.kept.get(key);
    const known = kept && (await kept.read);
    // What another one had no room for may be small enough here.
    if (known?.kind === 'read' && known.facts.length <= limit) return known;

    const own: Kept = { path, read: withoutSecrets(host).text(path, limit), length: 0 };
    this.kept.set(key, own);
    const answer = await own.read;
    if (this.kept.get(key) !== own) return answer;
    own.length = answer.kind === 'read' ? answer.facts.length : 0;
    if (answer.kind === 'unread' || own.length > most.one || this.length + own.length > most.all) this.kept.delete(key);
    else this.length += own.length;
    return answer;
  }
}
