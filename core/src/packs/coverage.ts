import { type State, weakest } from '../assessment.ts';
import type { Analysis } from '../check.ts';
import { defaultConfig } from '../config/config.ts';
import type { Row } from '../readiness.ts';
import { ruleById } from '../rules/index.ts';
import { asRaised } from '../rules/rule.ts';
import type { Clause, Pack } from './pack.ts';

/** How a spec stands to one clause of a pack, at the stage it was judged at. */
export interface ClauseLine {
  readonly clause: Clause;
  readonly standing: Standing;
  /** The weakest of its requirements; undefined where none of them was judged at this stage. */
  readonly state: State | undefined;
  readonly requirements: readonly ClauseRequirement[];
  /** What falls short, in the order to work on it. */
  readonly open: readonly Row[];
}

/**
 * `answered`: each requirement that was judged meets what the stage asks, and the configuration switched none off.
 * `not asked`: none concerns this system, or none is asked at this stage. `unserved`: the pack names none.
 */
export type Standing = 'answered' | 'open' | 'not asked' | 'unserved';

export interface ClauseRequirement {
  readonly id: string;
  /** The weakest of its subjects; undefined where it was not judged. */
  readonly state: State | undefined;
  /** How many of its subjects a waiver excuses, or could not be looked at. */
  readonly waived: number;
  readonly unverified: number;
  /**
   * Why it was not judged: the configuration asks nothing of it, this stage does not ask it yet, or nothing in this
   * system is what it speaks of.
   */
  readonly unjudged?: 'switched off' | 'not asked' | 'no concern';
}

/** Clause by clause, in the order of the pack. */
export function coverage({ clauses }: Pack, analysis: Analysis): readonly ClauseLine[] {
  const states = new Map<string, readonly State[]>();
  for (const { rule, state } of analysis.assessments) states.set(rule, [...(states.get(rule) ?? []), state]);
  const { blocking, open } = analysis.readiness();
  const short = [...blocking, ...open];

  return clauses.map((clause): ClauseLine => {
    const requirements = clause.requirements.map((id) => requirement(id, states.get(id), analysis));
    const judged = requirements.flatMap(({ state }) => state ?? []);
    const rows = short.filter(({ rule }) => clause.requirements.includes(rule));
    const state = judged.length === 0 ? undefined : weakest(judged);
    return { clause, standing: standing(requirements, state, rows), state, requirements, open: rows };
  });
}

function requirement(id: string, states: readonly State[] | undefined, analysis: Analysis): ClauseRequirement {
  const count = (state: State) => states?.filter((one) => one === state).length ?? 0;
  const counts = { waived: count('waived'), unverified: count('unverifiable') };
  if (states === undefined) return { id, state: undefined, ...counts, unjudged: whyUnjudged(id, analysis) };
  return { id, state: weakest(states), ...counts };
}

function whyUnjudged(id: string, { stage, traits, options }: Analysis): ClauseRequirement['unjudged'] {
  const config = options.config ?? defaultConfig;
  const rule = config.added.find((one) => one.id === id) ?? ruleById(id);
  if (rule?.kind !== 'requirement' || stage.judged === 'retired') return 'not asked';
  const asked = asRaised(rule, traits);
  if (config.severity(asked, stage.judged) !== 'off') return 'no concern';
  return config.gateSeverity(asked, stage.judged) === 'off' ? 'not asked' : 'switched off';
}

function standing(
  requirements: readonly ClauseRequirement[],
  state: State | undefined,
  open: readonly Row[],
): Standing {
  if (requirements.length === 0) return 'unserved';
  if (open.length > 0 || requirements.some(({ unjudged }) => unjudged === 'switched off')) return 'open';
  return state === undefined || state === 'not-applicable' ? 'not asked' : 'answered';
}
