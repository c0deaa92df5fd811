/** What the server needs of a file system: Node's, or the one that a browser lends. */
export interface Files {
  /** Undefined where there is no regular file. What lies beyond the size that is ever checked may be cut off. */
  read(uri: string): Promise<Uint8Array | undefined>;

  /** Another value whenever the content is another; undefined where there is no regular file. */
  stamp(uri: string): Promise<string | undefined>;

  /** Whether a folder is the root of a repository: what lies above it belongs to somebody else. */
  isRepository(folder: string): Promise<boolean>;

  /** What is ours in a folder and below it, without what is ignored. */
  find(folder: string): Promise<Ours>;

  /** One spelling of a URI for the many that clients use. */
  canonical(uri: string): string;
}

/** URIs of the files whose names are ours. */
export interface Ours {
  readonly specs: readonly string[];
  readonly configs: readonly string[];
}

export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
