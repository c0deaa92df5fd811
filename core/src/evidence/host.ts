/** A file or folder of a repository. */
export interface ArtifactPath {
  /** The name of another repository's root, as the configuration has it; empty for the repository of the spec. */
  readonly root: string;
  /** Relative to the root, `/` between its parts, without `.` and `..`; empty for the root itself. */
  readonly path: string;
}

/** Why something could not be read. What an artifact says is never part of it. */
export type Unread =
  /** No such file or folder. */
  | 'absent'
  /** A folder, a pipe, a device: no regular file. */
  | 'not-a-file'
  /** It, or what it links to, lies outside of its root. */
  | 'outside'
  /** The configuration knows no root of this name. */
  | 'unknown-root'
  /** The root is known, and is not checked out here. */
  | 'absent-root'
  /** Larger than is read, or more files than are looked at, or no time left. */
  | 'budget'
  /** Its content is kept elsewhere by Git LFS and was not fetched. */
  | 'lfs-pointer'
  /** Neither UTF-8 nor text at all. */
  | 'not-text'
  /** The system refuses. */
  | 'denied'
  /** Git was not there, or its history here is cut off. */
  | 'no-history'
  /** Nobody reads here: the workspace is not trusted, or there are no files. */
  | 'restricted';

export type Answer<F> =
  | { readonly kind: 'read'; readonly facts: F }
  | {
      readonly kind: 'unread';
      readonly why: Unread;
      /** For lack of time or after many other files: asked later it may be read. */
      readonly passing?: true;
    };

/**
 * The repository as the host shows it: the only way from the core to files and to history. It keeps to the roots after
 * following links, opens regular files only, and ends what takes too long with `budget`. No method throws.
 */
export interface ArtifactHost {
  /** The whole text of a file of at most `most` bytes; what an editor holds of it counts before the disk. */
  text(file: ArtifactPath, most: number): Promise<Answer<string>>;
  /** Line by line, for what may be large, until `visit` gives false. A line is at most a megabyte; what is longer is cut. */
  lines(
    file: ArtifactPath,
    most: number,
    visit: (line: string) => boolean,
  ): Promise<Answer<{ readonly ended: boolean }>>;
  /** Bytes from `start` up to `end`, both counted from the end of the file where they are negative. */
  bytes(
    file: ArtifactPath,
    start: number,
    end?: number,
  ): Promise<Answer<{ readonly bytes: Uint8Array; readonly size: number }>>;
  /** What is at the path, without opening it. */
  look(path: ArtifactPath): Promise<Answer<'file' | 'folder'>>;
  /**
   * The files below a folder that git would look at and whose path (relative to the root) `wants`, sorted; without
   * `.git` and `node_modules`. `whole` tells that none were left out for the budget.
   */
  list(
    folder: ArtifactPath,
    wants: (path: string) => boolean,
    most: number,
  ): Promise<Answer<{ readonly paths: readonly string[]; readonly whole: boolean }>>;
  /**
   * The moment (ISO, UTC) of the last commit up to the end of the day `until` that touched any of `paths` of a root,
   * `undefined` if none did. Uncommitted changes do not count. `restricted` where git may not be asked.
   */
  lastChange(root: string, paths: readonly string[], until: string): Promise<Answer<string | undefined>>;
}

/** What is read of one artifact at the most, in bytes, by what it is: structured text is held as a tree, tables pass by. */
export const mostBytes = {
  text: 5 * 2 ** 20,
  json: 20 * 2 ** 20,
  table: 256 * 2 ** 20,
} as const;
