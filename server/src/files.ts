import type { ArtifactHost, ArtifactPath, LoadedConfig } from '../../core/src/index.ts';

/** What the server needs of a file system: Node's, or the one that a browser lends. */
export interface Files {
  /** Undefined where there is no regular file. What lies beyond the size that is ever checked may be cut off. */
  read(uri: string): Promise<Uint8Array | undefined>;

  /** Another value whenever the content is another; undefined where there is no regular file. */
  stamp(uri: string): Promise<string | undefined>;

  /** Whether a folder is the root of a repository: what lies above it belongs to somebody else. */
  isRepository(folder: string): Promise<boolean>;

  /** Where a file or a folder is once links are followed; undefined where it is not there. */
  real(uri: string): Promise<string | undefined>;

  /** What is ours in a folder and below it, without what is ignored. */
  find(folder: string): Promise<Ours>;

  /** One spelling of a URI for the many that clients use. */
  canonical(uri: string): string;

  /** Undefined where a spec is no file, or there is no way to look at what it names. */
  repository(spec: string, wanted: RepositoryOptions): SpecRepository | undefined;
}

export interface RepositoryOptions {
  readonly config: LoadedConfig | undefined;
  /** Where the repository begins for a spec that stands in none. */
  readonly workspace: string | undefined;
  /** Folders of other repositories, by name, as the editor's settings have them. */
  readonly roots: Readonly<Record<string, string>>;
  /** What the editor holds of a file and has not written yet. */
  edited(uri: string): string | undefined;
  trusted(): boolean;
}

/** The repository that a spec stands in, and those it refers to. */
export interface SpecRepository {
  /** The same for all specs with the same roots. */
  readonly key: string;
  /** The folder of the spec, from the root of its repository. */
  readonly folder: string;
  readonly host: ArtifactHost;
  uri(path: ArtifactPath): string | undefined;
  /** Where a file is; in several roots if one lies inside another. */
  paths(uri: string): readonly ArtifactPath[];
}

/** URIs of the files whose names are ours. */
export interface Ours {
  readonly specs: readonly string[];
  readonly configs: readonly string[];
}
