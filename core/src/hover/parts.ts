import type { Span } from '../text.ts';

/** What a person is told of the word at the cursor. All of it is text: values and artifacts are somebody else's words. */
export interface HoverInfo {
  /** Of the word. */
  readonly span: Span;
  readonly parts: readonly HoverPart[];
}

/** A paragraph, with what it begins with; or a list. Backticks stand around what is quoted from files. */
export type HoverPart =
  | { readonly kind: 'text'; readonly strong?: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };
