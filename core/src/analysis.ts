import type { ClaimedStage, Fact, Stage, State } from './assessment.ts';
import type { Config, Setting } from './config/config.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { Finding } from './finding.ts';
import type { Looks } from './looks.ts';
import type { Readiness } from './readiness.ts';
import type { Assessments } from './reuse.ts';
import type { Traits } from './rules/traits.ts';
import type { SpecDocument } from './spec/document.ts';
import type { Span } from './text.ts';

export interface CheckOptions {
  /** Today, as an ISO date: the one clock. */
  readonly asOf: string;
  /** Judge as if the system were at this stage; otherwise at the stage it claims. */
  readonly stage?: Stage;
  readonly config?: Config;
  /** What the files say that the spec names; without it, what is declared counts. */
  readonly evidence?: Evidence;
  /** The analysis of an earlier version of the same text, whose unchanged parts are used again. */
  readonly previous?: Analysis;
  /** What `read` gave for this text and `previous`, where somebody has asked already. */
  readonly read?: Read;
}

/** A text as it was read, before anything is judged. */
export interface Read {
  readonly doc: SpecDocument;
  /** Why the file was left alone: the name is ours, the content is somebody else's. */
  readonly skipped?: string;
}

/** Everything that can be said about one text. Immutable. */
export interface Analysis extends Read {
  readonly options: CheckOptions;
  readonly system?: string;
  /** What it is judged at. */
  readonly at: Stage | 'retired';
  readonly stage: Stages;
  /** Folded when somebody asks for it: nobody does on a keystroke. */
  readonly readiness: () => Readiness;
  readonly traits: Traits;
  readonly assessments: readonly JudgedAssessment[];
  /** What the configuration asks less of; none of it makes the system readier. */
  readonly lowered: readonly Setting[];
  /** Where the text holds secrets, which no report may show. */
  readonly secrets: readonly Span[];
  /** Sorted by place. Found out, as the stage that is earned, when somebody asks: who only points at a word does not. */
  readonly findings: readonly Finding[];
  /** For the analysis of the next version. */
  readonly memory?: Assessments;
  /** What the rules about the file said, if somebody asked. */
  readonly looks?: Looks;
}

export interface Stages {
  readonly claimed: ClaimedStage | null;
  readonly judged: Stage | 'retired';
  readonly earned: Stage | null;
}

export interface JudgedAssessment {
  readonly rule: string;
  readonly subject: string;
  readonly state: State;
  readonly reason: string;
  /** What was found in artifacts. */
  readonly facts: readonly Fact[];
  readonly span: Span;
  /** It falls short of what its stage asks, and nothing excuses that. */
  readonly open: boolean;
}
