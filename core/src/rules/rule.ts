import type { Assessment, ClaimedStage, Reach, Stage } from '../assessment.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Related, Severity } from '../finding.ts';
import type { Numbers } from '../numbers.ts';
import type { SpecDocument } from '../spec/document.ts';
import type { Memo } from '../spec/memo.ts';
import type { Place } from '../spec/place.ts';
import type { Spec } from '../spec/types.generated.ts';
import type { Fix, Span } from '../text.ts';
import type { Mapping } from '../yaml/tree.ts';
import type { Traits } from './traits.ts';

export type Rule = LanguageRule | EngineRule | Requirement;

export interface RuleBase {
  /** Language rules name the defect (`undefined-id`); requirements are named for what they ask (`owner-reachable`). */
  readonly id: string;
  /** One line. */
  readonly summary: string;
  /** What happens in production if it stays. */
  readonly why: string;
  readonly examples: readonly Example[];
}

/** Executed by the tests and shown on the rule's page. A line of carets and the rule's id marks each finding. */
export interface Example {
  readonly bad: string;
  readonly good: string;
  /** What the fixes make of `bad`; for a skeleton, its placeholders still to be filled in. */
  readonly fixed?: string;
  /** The stage it is judged at; `production` unless said. */
  readonly stage?: Stage;
}

/** A rule about the file as such: it yields reports. */
export interface LanguageRule extends RuleBase {
  readonly kind: 'language';
  readonly severity: Severity;
  /** Judges each place by its own section, so that it need not see again the sections it had nothing to say of. */
  readonly looksAt?: 'place';
  check(context: LanguageContext): Iterable<Report>;
}

/** A rule that the pipeline itself reports, because it takes the findings of all others to know. */
export interface EngineRule extends RuleBase {
  readonly kind: 'engine';
  readonly severity: Severity;
}

export interface LanguageContext {
  readonly doc: SpecDocument;
  /** Of the document; for rules that look at places, those that may have something to say of. */
  readonly places: readonly Place[];
}

export interface Report {
  readonly at: { readonly span: Span };
  readonly message: string;
  readonly related?: readonly Related[];
  readonly unnecessary?: boolean;
  /** The likeliest first. */
  readonly fix?: () => Fix | readonly Fix[] | undefined;
}

export type Area =
  | 'system'
  | 'ownership'
  | 'sources'
  | 'tools'
  | 'indexes'
  | 'evaluation'
  | 'logging'
  | 'monitoring'
  | 'operations'
  | 'governance';

export type Question = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Q5' | 'Q6' | 'Q7';

/** `error` blocks the stage; `off` means that the requirement is not evaluated there. */
export type StageSeverity = Severity | 'off';

/** Pilot, pre-production, production. */
export type Severities = readonly [StageSeverity, StageSeverity, StageSeverity];

export interface Raised {
  /** Completes "For …". */
  readonly systems: string;
  readonly applies: (traits: Traits) => boolean;
  readonly severity: Severities;
}

/** Something a system needs before production: it yields one assessment or more for each of its subjects. */
export interface Requirement extends RuleBase {
  readonly kind: 'requirement';
  readonly area: Area;
  readonly rank: 'core' | 'recommended' | 'advanced';
  readonly gap: 'integration' | 'observability' | 'operations' | 'evaluation' | 'governance';
  /** Which systems it concerns, to complete "Applies to …"; every system unless said. */
  readonly appliesTo?: string;
  readonly severity: Severities;
  /** Systems from which more is asked. */
  readonly raised?: Raised;
  readonly reach: Reach;
  /** Whether every subject must meet the bar, or one is enough. */
  readonly subjects: 'every' | 'some';
  /** Questions of the checklist it answers; in brackets (`(Q4)`) it refines the line but does not lower it. */
  readonly questions: readonly (Question | `(${Question})`)[];
  /** Answers that say nothing, each in a few words, as a page lists them. */
  readonly hollow?: readonly string[];
  /** What a person does about it, in a sentence or two. */
  readonly toFix?: string;
  /** Where the requirement comes from: standards, conventions, practice. */
  readonly references: string;
  /**
   * Fields that name an artifact and that no other requirement looks behind, as in the table of the schema:
   * `models.*.card`. That it is there, and is more than a placeholder, counts for the subject it is named in.
   */
  readonly artifacts?: readonly string[];
  /** No waiver excuses it and no configuration lowers it. */
  readonly neverWaivable?: true;
  assess(context: Context): Iterable<Assessment>;
}

export interface Context {
  readonly doc: SpecDocument;
  /** The accepted view: whatever the schema refused, and every placeholder, is absent from it. */
  readonly spec: Mapping<Spec>;
  readonly traits: Traits;
  /** ISO date of today. */
  readonly asOf: string;
  readonly numbers: Numbers;
  /** What the files that the spec names say; absent where nobody may look. */
  readonly evidence?: Evidence;
  /** The stage the spec claims, for rules about the truth of the spec itself. */
  readonly claimed: ClaimedStage;
  readonly memo: Memo;
}

/** The requirement as it stands for a system of these traits. */
export function asRaised(requirement: Requirement, traits: Traits): Requirement {
  const { raised } = requirement;
  return raised?.applies(traits) ? { ...requirement, severity: raised.severity } : requirement;
}

export function defineRule(rule: Omit<LanguageRule, 'kind'>): LanguageRule {
  return { kind: 'language', ...rule };
}

export function defineEngineRule(rule: Omit<EngineRule, 'kind'>): EngineRule {
  return { kind: 'engine', ...rule };
}

export function defineRequirement(requirement: Omit<Requirement, 'kind'>): Requirement {
  return { kind: 'requirement', ...requirement };
}
