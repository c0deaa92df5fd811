import type { Span } from '../text.ts';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'entry' | 'value' | 'id' | 'form' | 'file' | 'selector';
  /** What replaces `span`; where it has placeholders, they begin with TODO. */
  readonly text: string;
  readonly span: Span;
  /** What the word before the cursor is compared with, where that is not the label. */
  readonly filter: string | undefined;
  /** A few words beside the label. */
  readonly detail: string;
  /** What it is and why it is there. */
  readonly documentation?: string;
  /** Lower comes first: what the stage asks, before what may be said. */
  readonly rank: number;
  /** More can be chosen right behind it. */
  readonly goesOn: boolean;
}
