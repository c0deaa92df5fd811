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
    return standing(requirement, assessments, at, config, waivers).map((judged) => ({
      ...judged,
      severity: !isShort(judged, judged.state, at, config)
        ? undefined
        : judged.state === 'unverifiable'
          ? 'error'
          : severity,
    }));
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
  return standing(requirement, assessments, stage, config, waivers).some((judged) =>
    isShort(judged, judged.state, stage, config),
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

function standing(
  requirement: Requirement,
  assessments: readonly Assessment[],
  stage: Stage,
  config: Config,
  waivers: Waivers,
): Judged[] {
  const judged = assessments.map((assessment) => {
    const { state, reason } = atStage(assessment, stage);
    const short = isShort({ requirement, assessment }, state, stage, config);
    const waiver = short ? waivers.excusing(requirement, assessment.subject) : undefined;
    const stands = waiver === undefined ? state : 'waived';
    return { requirement, assessment, state: stands, reason, severity: undefined, waiver } as const;
  });
  if (requirement.subjects === 'every') return judged;

  // One good subject is enough; with none, the one that comes nearest says what to do.
  const best = judged.reduce<Judged | undefined>(
    (a, b) => (a === undefined || weaker(a.state, b.state) ? b : a),
    undefined,
  );
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
