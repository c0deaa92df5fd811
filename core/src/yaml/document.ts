import type { Span } from '../text.ts';
import type { Problem } from './problem.ts';
import type { AnyNode } from './tree.ts';

/** What a text is as YAML. Never throws: whatever the text holds, there is a tree of what could be read. */
export interface YamlDocument {
  readonly text: string;
  /** `undefined` for an empty document. */
  readonly root: AnyNode | undefined;
  readonly problems: readonly Problem[];
  /** What was left out so that the rest could be read: a slip's line, with what hangs below it, or a whole section. */
  readonly broken: readonly Span[];
  readonly comments: readonly Comment[];
  /** The document uses nothing that reaches across its top-level entries, so that one of them can be read alone. */
  readonly separable: boolean;
}

/** A `#` comment, its span without the line break. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** A text as the library reads it, and how it is laid out. */
export interface Reading {
  readonly document: YamlDocument;
  readonly layout: Layout;
  /** About the time it took, in tokens of the text. */
  readonly cost: number;
}

/** How a text is laid out, whether or not it can be read. */
export interface Layout {
  /** Where text begins in the first column: the keys of the sections, if all is well. */
  readonly starts: readonly number[];
  /** Brackets that nothing closes. */
  readonly opened: readonly number[];
  /** A bracket or a quote in the first column that makes text of the sections behind it. */
  readonly derailed: number | undefined;
  /** Anchors, document markers or the like: parts of the text cannot be read alone. */
  readonly reaching: boolean;
}
