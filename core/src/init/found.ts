/** An answer that stands in the repository: what would be written at `path` of a spec, and where it was read. */
export interface Found {
  /** Keys from the top of the spec. */
  readonly path: readonly string[];
  /** A list where the field is one. */
  readonly value: string | readonly string[];
  /** From the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Something that looks like it belongs into a spec and answers none of its questions by itself. */
export interface Seen {
  /** A phrase to stand before the place: `alert "Slow" is paused`. */
  readonly what: string;
  readonly file: string;
  readonly line?: number;
}

export interface Findings {
  readonly answers: readonly Found[];
  readonly seen: readonly Seen[];
}
