/**
 * What server and client say to each other beyond LSP. The client imports this file and nothing else of the server, so
 * it stays free of imports: each side brings its own copy of the protocol library, and the two do not mix.
 */

/** Server to client, with what was found in an open document: `connection.sendNotification(StatusNotification, params)`. */
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

/** Client to server: what kind of system the repository of a folder shows; null where it shows none, or may not be looked at. */
export const InitTypeRequest = 'ai-system/initType';

export type InitTypeResult = {
  readonly type: string;
  /** `requirements.txt:3`, from the root of the repository. */
  readonly place: string;
} | null;

/** Client to server: a first spec for a folder, made of what stands in its repository. Nothing is written. */
export const InitRequest = 'ai-system/init';

export interface InitParams {
  /** The URI of the folder that the spec would stand in. */
  readonly folder: string;
  /** Of the system, where it is not for the repository to show. */
  readonly type?: string;
  /** At which the system is; otherwise a pilot. */
  readonly stage?: string;
}

/** Null where nobody may look at files: the workspace is not trusted. */
export interface InitResult {
  readonly text: string;
  /** Where the first placeholder stands in the text that blocks the stage, or else any, in UTF-16 units; null without one. */
  readonly first: { readonly start: number; readonly end: number } | null;
  /** For people: each answer with the file and line it was read in, and what was seen besides. */
  readonly found: string;
  /** `12 answers found in this repository, 40 to fill in, of which 9 block pilot` */
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

/** Server to client: what is known of specs or artifacts may be another; whoever shows readiness asks for it again. */
export const ReadinessChanged = 'ai-system/readinessChanged';

/** Client to server: how each spec of the workspace stands, whether it is open or not. */
export const ReadinessRequest = 'ai-system/readiness';

export interface ReadinessParams {
  /** Judge as if the systems were at this stage; otherwise as their findings are. */
  readonly stage?: string;
}

export interface ReadinessResult {
  /** In the order of their paths; without those that are somebody else's. */
  readonly specs: readonly SpecReadiness[];
}

export interface SpecReadiness {
  readonly uri: string;
  readonly name: string;
  /** "Claims production, earned pilot: 4 open" */
  readonly headline: string;
  /** "4 open" */
  readonly left: string;
  /** "12 things block production." */
  readonly verdict: string;
  readonly isReady: boolean;
  readonly claimed: string | null;
  readonly judged: string;
  readonly earned: string | null;
  readonly lines: readonly ReadinessLine[];
}

/** One of the seven questions, or a line beyond them. */
export interface ReadinessLine {
  readonly id: string;
  /** In two or three words: "Alerts". */
  readonly label: string;
  /** The whole question. */
  readonly title: string;
  readonly standing: 'answered' | 'open' | 'not asked';
  /** The weakest of what it stands on. */
  readonly state: string;
  readonly mood: 'bad' | 'weak' | 'good' | 'neutral';
  readonly rows: readonly ReadinessRow[];
  /** How many rows are not listed. */
  readonly more: number;
}

/** Something open, in the order of work. */
export interface ReadinessRow {
  readonly rule: string;
  readonly state?: string;
  readonly message: string;
  /** Whether it blocks the stage that was asked for. */
  readonly blocks: boolean;
  readonly range: PlainRange;
  readonly toFix?: string;
  readonly isFixable: boolean;
  /** Of its rule. */
  readonly page?: string;
}

/** Lines and characters from 0, in UTF-16 units. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client to server: the readiness report of one spec; null where there is no spec. */
export const ReportRequest = 'ai-system/report';

export interface ReportParams {
  readonly uri: string;
  readonly stage?: string;
  /** `view` is the body of a page with links that have `data-line`; the others are whole files. */
  readonly format: 'view' | 'html' | 'markdown';
}

export interface ReportResult {
  readonly title: string;
  readonly text: string;
  /** For `view`: the style of the page. */
  readonly style?: string;
}

/** The source of diagnostics that a client shows of a promotion: their quick fixes are those of the later stage. */
export const previewSource = 'ai-system preview';

/** Client to server: what stands between an open spec and a stage. Null where there is nothing to judge. */
export const PromotionRequest = 'ai-system/promotion';

export interface PromotionParams {
  readonly uri: string;
  readonly stage: string;
}

export interface PromotionResult {
  /** Of the document that was looked at. */
  readonly version: number;
  /** "12 things block production." */
  readonly verdict: string;
  readonly claimed: string | null;
  /** What blocks the stage and is no error at the stage that the spec is judged at now. */
  readonly findings: readonly PromotionFinding[];
}

export interface PromotionFinding {
  readonly rule: string;
  readonly message: string;
  readonly range: PlainRange;
  readonly page?: string;
}
