import { type Stage, stages } from '../assessment.ts';
import { type Numbers, resolveNumbers } from '../numbers.ts';
import type { Rule, StageSeverity } from '../rules/rule.ts';

/** What one source of settings says: a project file, the editor, the command line. */
export interface ConfigLayer {
  /** Named wherever a value is explained. */
  readonly source: string;
  readonly severities: ReadonlyMap<string, StageSeverities>;
  readonly numbers?: Readonly<Partial<Numbers>>;
}

export type StageSeverities = Readonly<Partial<Record<Stage, StageSeverity>>>;

/** Settings for every rule there is; later layers win over earlier ones and over the rules' own defaults. */
export interface Config {
  severity(rule: Rule, stage: Stage): StageSeverity;
  /** The severity that counts for the earned stage: what a configuration lowers does not make a system readier. */
  gateSeverity(rule: Rule, stage: Stage): StageSeverity;
  readonly numbers: Numbers;
}

const weight: Readonly<Record<StageSeverity, number>> = { off: 0, info: 1, warning: 2, error: 3 };

export function resolveConfig(layers: readonly ConfigLayer[]): Config {
  const configured = (rule: Rule, stage: Stage) =>
    layers.findLast((layer) => layer.severities.get(rule.id)?.[stage] !== undefined)?.severities.get(rule.id)?.[stage];

  return {
    severity(rule, stage) {
      const own = defaultSeverity(rule, stage);
      const asked = configured(rule, stage) ?? own;
      return mayBeLowered(rule) ? asked : heavier(asked, own);
    },
    gateSeverity(rule, stage) {
      const own = defaultSeverity(rule, stage);
      return heavier(configured(rule, stage) ?? own, own);
    },
    numbers: resolveNumbers(Object.assign({}, ...layers.map(({ numbers }) => numbers))),
  };
}

export const defaultConfig: Config = resolveConfig([]);

/** Every stage alike. */
export function everyStage(severity: StageSeverity): StageSeverities {
  return { pilot: severity, 'pre-production': severity, production: severity };
}

export function mayBeLowered(rule: Rule): boolean {
  return !(rule.kind === 'requirement' && rule.neverWaivable);
}

export function defaultSeverity(rule: Rule, stage: Stage): StageSeverity {
  return rule.kind === 'requirement' ? (rule.severity[stages.indexOf(stage)] ?? 'off') : rule.severity;
}

function heavier(a: StageSeverity, b: StageSeverity): StageSeverity {
  return weight[a] >= weight[b] ? a : b;
}
