import { stages } from '../assessment.ts';
import type { Analysis } from '../check.ts';
import { defaultConfig } from '../config/config.ts';
import { defaultNumber, writtenNumber } from '../config/number-setting.ts';
import type { NumberName } from '../numbers.ts';
import { nodeAt } from '../rules/subject.ts';
import { isAbout } from '../spec/at.ts';
import type { Place } from '../spec/place.ts';

/**
 * The numbers of the configuration that answers are held against, by field. Those whose answer is compared as it stands:
 * where a rule reckons first, a number beside it would say something else.
 */
const limits: ReadonlyMap<string, Limit> = new Map<string, Limit>([
  ['system.reviewed', of('spec-reviewed', 'longestReviewAge', 'longestReviewAge', 'longestReviewAgeInProduction')],
  ['system.success.check_every', of('success-measure', 'longestOutcomeInterval')],
  ['sources.*.tested.date', of('source-tested', 'longestConnectorTestAge')],
  [
    'evaluation.datasets.*.size',
    of('eval-dataset', 'fewestCasesInPilot', 'fewestCasesInPreProduction', 'fewestCasesInProduction'),
  ],
  ['evaluation.judge.cases', of('judge-calibrated', 'fewestJudgedCases')],
  ['evaluation.judge.kappa', of('judge-calibrated', 'lowestJudgeAgreement')],
  ['monitoring.alerts.*.tested', of('alert-tested', 'longestAlertTestAge')],
  ['operations.changes.*.rollback_tested', of('rollback-tested', 'longestRollbackTestAge')],
  ['operations.off_switch.takes', of('off-switch', 'longestSwitchOff')],
  ['operations.incidents.last_drill', of('incident-practised', 'longestDrillAge')],
  ['operations.run_limits.max_steps', of('agent-stop-conditions', 'mostAgentSteps')],
]);

interface Limit {
  /** The requirement that compares. */
  readonly rule: string;
  /** For each stage, or one for all. */
  readonly numbers: readonly NumberName[];
}

function of(rule: string, ...numbers: readonly NumberName[]): Limit {
  return { rule, numbers };
}

/** `at least 300`; for a day how long it counts. `undefined` where no number of the configuration is held against it. */
export function limitOf(analysis: Analysis, place: Place): string | undefined {
  const name = limitName(analysis, place);
  if (name === undefined) return undefined;
  const { numbers } = analysis.options.config ?? defaultConfig;
  const written = writtenNumber(name, numbers[name]);
  if (place.field?.format === 'date') return `counts for ${written}`;
  return `${defaultNumber(name).stricter === 'more' ? 'at least' : 'at most'} ${written}`;
}

/** The number that the answer at `place` is held against at the stage the spec is judged at. */
export function limitName({ doc, assessments, at }: Analysis, { field, path }: Place): NumberName | undefined {
  const limit = field === undefined ? undefined : limits.get(field.path);
  if (limit === undefined || at === 'retired') return undefined;
  // It may not concern this system, this entry or this stage.
  if (!assessments.some(({ rule, subject }) => rule === limit.rule && isAbout(subject, path))) return undefined;
  if (limit.rule === 'eval-dataset' && !isTestSet(doc.tree, path)) return undefined;
  return limit.numbers[stages.indexOf(at)] ?? limit.numbers[0];
}

/** Other data sets are looked at too, but held to no number of cases. */
function isTestSet(tree: Analysis['doc']['tree'], path: Place['path']): boolean {
  const use = nodeAt(tree, [...path.slice(0, -1), 'use']);
  return use?.kind === 'scalar' && use.value === 'test';
}
