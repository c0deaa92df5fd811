import { type State, weakest } from '../assessment.ts';
import type { Analysis } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Clause, Pack } from './pack.ts';

/** How a spec stands to one clause of a pack, at the stage it was judged at. */
export interface ClauseLine {
  readonly clause: Clause;
  /** The weakest of its requirements; undefined where none of them was judged at this stage. */
  readonly state: State | undefined;
  /** What falls short. */
  readonly open: readonly Finding[];
  /** Ids of requirements that were not judged: unknown here, off, or not asked at this stage. */
  readonly unjudged: readonly string[];
}

/** Clause by clause, in the order of the pack. */
export function coverage({ clauses }: Pack, { assessments, findings }: Analysis): readonly ClauseLine[] {
  return clauses.map((clause) => {
    const ids = new Set(clause.requirements);
    const rows = assessments.filter(({ rule }) => ids.has(rule));
    const judged = new Set(rows.map(({ rule }) => rule));
    return {
      clause,
      state: rows.length === 0 ? undefined : weakest(rows.map(({ state }) => state)),
      open: findings.filter(({ rule, state }) => state !== undefined && ids.has(rule)),
      unjudged: clause.requirements.filter((id) => !judged.has(id)),
    };
  });
}
