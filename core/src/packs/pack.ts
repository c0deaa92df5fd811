import type { Requirement } from '../rules/rule.ts';

/** Requirements of an organisation, or of a standard, as data. */
export interface Pack {
  readonly name: string;
  readonly title: string;
  /** ISO date of its own: what a standard asks changes without us. */
  readonly date: string;
  readonly sources: readonly string[];
  /** Judged like those that are built in; their ids begin with the name of the pack. */
  readonly requirements: readonly Requirement[];
  readonly clauses: readonly Clause[];
}

/** A part of the standard that the pack follows, and what shows that it is met. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  /** Ids of requirements, built in or of this pack. */
  readonly requirements: readonly string[];
}

export const packVersion = 'ai-system-pack/v1';
