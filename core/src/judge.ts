import {
  type Assessment,
  type ClaimedStage,
  lesserReach,
  meetsBar,
  type Reach,
  type Stage,
  type State,
  stageAtOrBelow,
  stages,
  weaker,
} from './assessment.ts';
import type { Config } from './config/config.ts';
import type { Severity } from './finding.ts';
import type { Requirement } from './rules/rule.ts';
import type { Waiver, Waivers } from './waivers.ts';

/** The assessments one requirement made of a spec. */
export interface Assessed {
  readonly requirement: Requirement;
  readonly assessments: readonly Assessment[];
}

/** One assessment as it stands at one stage. */
export interface Judged {
  readonly requirement: Requirement;
  readonly assessment: Assessment;
  readonly state: State;
  readonly reason: string;
  /** What it falls short by; `undefined` where it meets the bar, is waived or is not evaluated. */
  readonly severity: Severity | undefined;
  /** The exception that excuses it. */
  readonly waiver?: Waiver;
}

/** Holds assessments against what `stage` asks. A retired system answers for two requirements only. */
export function judge(
  assessed: readonly Assessed[],
  stage: Stage | 'retired',
  config: Config,
  waivers: Waivers,
): Judged[] {
  return assessed.flatMap(({ requirement, assessments }) => {
    const severity = stage === 'retired' ? retiredSeverity(requirement) : config.severity(requirement, stage);
    if (severity === 'off') return [];
    const at = stage === 'retired' ? 'pilot' : stage;
    const judged = assessments.map((assessment): Judged => {
      const { state, reason, isOpen, waiver } = standing(requirement, assessment, at, config, waivers);
      const weight = state === 'unverifiable' ? 'error' : severity;
      return { requirement, assessment, state, reason, severity: isOpen ? weight : undefined, waiver };
    });
    return requirement.subjects === 'every' ? judged : nearest(judged);
  });
}

/** The highest stage with nothing blocking when judged at it and at those below; `null` if even the pilot's is not met. */
export function earnedStage(
  assessed: readonly Assessed[],
  claimed: ClaimedStage | null,
  config: Config,
  waivers: Waivers,
): Stage | null {
  if (claimed === 'retired') return null;
  let earned: Stage | null = null;
  for (const stage of stages) {
    if (assessed.some((one) => blocks(one, stage, config, waivers))) break;
    earned = stage;
  }
  return earned;
}

function blocks({ requirement, assessments }: Assessed, stage: Stage, config: Config, waivers: Waivers): boolean {
  if (config.gateSeverity(requirement, stage) !== 'error') return false;
  const isOpen = (assessment: Assessment) => standing(requirement, assessment, stage, config, waivers).isOpen;
  if (requirement.subjects === 'every') return assessments.some(isOpen);
  return nearest(assessments.map((one) => standing(requirement, one, stage, config, waivers))).some(
    (one) => one.isOpen,
  );
}

/** What cannot be verified stops nobody, unless the configuration is strict. */
function isShort(
  about: Pick<Judged, 'requirement' | 'assessment'>,
  state: State,
  stage: Stage,
  config: Config,
): boolean {
  return state === 'unverifiable' ? config.strict : !meetsBar(state, stage, reachOf(about));
}

/** The most that could be shown: of this requirement by its nature, and of this subject by what it names. */
export function reachOf({ requirement, assessment }: Pick<Judged, 'requirement' | 'assessment'>): Reach {
  return lesserReach(requirement.reach, assessment.reach ?? 'declared');
}

interface Standing {
  readonly state: State;
  readonly reason: string;
  /** It falls short, and nothing excuses that. */
  readonly isOpen: boolean;
  readonly waiver: Waiver | undefined;
}

function standing(
  requirement: Requirement,
  assessment: Assessment,
  stage: Stage,
  config: Config,
  waivers: Waivers,
): Standing {
  const { state, reason } = atStage(assessment, stage);
  const isOpen = isShort({ requirement, assessment }, state, stage, config);
  const waiver = isOpen ? waivers.excusing(requirement, assessment.subject) : undefined;
  return waiver === undefined ? { state, reason, isOpen, waiver } : { state: 'waived', reason, isOpen: false, waiver };
}

/** One good subject is enough; with none, the one that comes nearest says what to do. */
function nearest<T extends { readonly state: State }>(all: readonly T[]): readonly T[] {
  const best = all.reduce<T | undefined>((a, b) => (a === undefined || weaker(a.state, b.state) ? b : a), undefined);
  return best === undefined ? [] : [best];
}

/** The weakest of an assessment's own state and the shortfalls that count at `stage`. */
function atStage(assessment: Assessment, stage: Stage): { readonly state: State; readonly reason: string } {
  let result: { readonly state: State; readonly reason: string } = assessment;
  for (const shortfall of assessment.shortfalls ?? []) {
    if (stageAtOrBelow(shortfall.from, stage) && weaker(shortfall.state, result.state)) result = shortfall;
  }
  return result;
}

function retiredSeverity(requirement: Requirement): Severity | 'off' {
  return requirement.id === 'no-secrets-inline' || requirement.id === 'waiver-valid' ? 'error' : 'off';
}
