/**
 * How each requirement takes the three kinds of answers. In `missing` and `hollow` carets mark the findings of the
 * requirement; `declared` has none. Judged at `stage`, production unless said, on the day of the other tests.
 */
export type Answers = Readonly<Record<string, AnswersTo>>;

export interface AnswersTo {
  /** Not there, in one way or in several. `none` where nothing can be missing, with the reason. */
  readonly missing: string | readonly string[] | { readonly none: string };
  /** Each hollow answer that the catalogue names, in its words, and how it looks in a spec. */
  readonly hollow: Readonly<Record<string, string | Judged>>;
  readonly declared: string;
  readonly stage?: 'pilot' | 'pre-production' | 'production';
}

/** Where one text is judged at another stage than the rest. */
export interface Judged {
  readonly text: string;
  readonly stage: 'pilot' | 'pre-production' | 'production';
}
