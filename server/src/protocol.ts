/**
 * What server and client say to each other beyond LSP. The client imports this file and nothing else of the server, so
 * it stays free of imports: each side brings its own copy of the protocol library, and the two do not mix.
 */

/** Server to client, after each check of an open document: `connection.sendNotification(StatusNotification, params)`. */
export const StatusNotification = 'ai-system/status';

export interface StatusParams {
  readonly uri: string;
  /** The stage written in the spec; null where there is none. */
  readonly claimed: string | null;
  /** The stage whose bar the findings are measured against. */
  readonly judged: string;
  /** The highest stage with nothing blocking; null where not even the pilot's bar is met. */
  readonly earned: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Only what is declared counts: the files that the spec names are not looked at. */
  readonly restricted?: true;
  /** Subjects that pass because nobody can look at what they name. */
  readonly unverified: number;
  /** Why the document was not checked, for a file that is not one of ours. */
  readonly skipped?: string;
}

/** Client to server: a first spec for a folder, made of what stands in its repository. Nothing is written. */
export const InitRequest = 'ai-system/init';

export interface InitParams {
  /** The URI of the folder that the spec would stand in. */
  readonly folder: string;
}

/** Null where nobody may look at files: the workspace is not trusted. */
export interface InitResult {
  readonly text: string;
  /** Where the first placeholder stands in the text, in UTF-16 units; null where there is none. */
  readonly first: { readonly start: number; readonly end: number } | null;
  /** For people: each answer with the file and line it was read in, and what was seen besides. */
  readonly found: string;
  /** `12 answers found in this repository, 40 to fill in` */
  readonly summary: string;
}

/** Client to server: a language model of the editor calls one of our tools. */
export const ToolRequest = 'ai-system/tool';

export interface ToolParams {
  readonly tool: string;
  /** As the model wrote it. */
  readonly input: Readonly<Record<string, unknown>>;
  /** What the path in it means here; null where there is none. */
  readonly uri: string | null;
}

export interface ToolResult {
  /** For the model: what it did wrong is told there too. */
  readonly text: string;
}

/** Server to client, where the server has no file system of its own: it runs in a browser. */
export const FileRequest = 'ai-system/file';

export interface FileParams {
  readonly uri: string;
  readonly wants: 'stat' | 'read' | 'list';
}

/** A link is neither: nobody says where it leads. */
export type FileKind = 'file' | 'folder' | 'other';

/** Null where there is nothing, or it may not be looked at. */
export type FileResult = {
  readonly stat?: { readonly kind: FileKind; readonly size: number; readonly changed: number };
  readonly bytes?: Uint8Array;
  readonly entries?: readonly (readonly [name: string, kind: FileKind])[];
} | null;
