import type { Fact, State } from './assessment.ts';
import type { Path } from './spec/place.ts';
import type { Fix, Span } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The severest first. */
export const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Something the reader of a spec should know about, at the token a person would edit. */
export interface Finding {
  /** Id of the rule, which is also the name of its page. */
  readonly rule: string;
  readonly severity: Severity;
  /** The state of the assessment behind it; language rules have none. */
  readonly state?: State;
  /** What is wrong here, in the words of the file. One line. */
  readonly message: string;
  readonly span: Span;
  /** JSON pointer to what was judged, such as `/sources/policy-wordings`. */
  readonly subject?: string;
  readonly related?: readonly Related[];
  /** Places in the spec that are still to be written. */
  readonly wants?: readonly Path[];
  /** What artifacts say about it. */
  readonly facts?: readonly Fact[];
  /** The path of the artifact that is not there, or is empty. */
  readonly lacks?: string;
  /** The token has no effect and may be faded out. */
  readonly unnecessary?: boolean;
  /** Computed on demand: a finding is shown far more often than it is fixed. `help` are those that do not only silence it. */
  fixes(only?: 'help'): readonly Fix[];
}

/** A second place in the same text that explains the finding. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}
