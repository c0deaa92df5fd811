import { ignoreWithoutReason } from './engine/ignore-without-reason.ts';
import { internalError } from './engine/internal-error.ts';
import { tooManyFindings } from './engine/too-many-findings.ts';
import { unreadableFile } from './engine/unreadable-file.ts';
import { unusedIgnore } from './engine/unused-ignore.ts';
import { unusedWaiver } from './engine/unused-waiver.ts';
import { adversarialTested } from './evaluation/adversarial-tested.ts';
import { answerMetrics } from './evaluation/answer-metrics.ts';
import { evalDataset } from './evaluation/eval-dataset.ts';
import { evalEdgeCases } from './evaluation/eval-edge-cases.ts';
import { evalGate } from './evaluation/eval-gate.ts';
import { evalHeldOut } from './evaluation/eval-held-out.ts';
import { evalRepresentative } from './evaluation/eval-representative.ts';
import { evalResultsFresh } from './evaluation/eval-results-fresh.ts';
import { evalSlices } from './evaluation/eval-slices.ts';
import { judgeCalibrated } from './evaluation/judge-calibrated.ts';
import { outOfTimeTest } from './evaluation/out-of-time-test.ts';
import { predictionMetrics } from './evaluation/prediction-metrics.ts';
import { retrievalMetrics } from './evaluation/retrieval-metrics.ts';
import { aiDisclosure } from './governance/ai-disclosure.ts';
import { highRiskRecords } from './governance/high-risk-records.ts';
import { humanOversight } from './governance/human-oversight.ts';
import { noSecretsInline } from './governance/no-secrets-inline.ts';
import { personalDataBasis } from './governance/personal-data-basis.ts';
import { providerDataUse } from './governance/provider-data-use.ts';
import { riskClassified } from './governance/risk-classified.ts';
import { untrustedContent } from './governance/untrusted-content.ts';
import { indexDeletions } from './indexes/index-deletions.ts';
import { indexFreshnessTarget } from './indexes/index-freshness-target.ts';
import { indexRefreshAutomated } from './indexes/index-refresh-automated.ts';
import { indexRefreshDocumented } from './indexes/index-refresh-documented.ts';
import { indexSources } from './indexes/index-sources.ts';
import { indexVersionPinned } from './indexes/index-version-pinned.ts';
import { noResultBehavior } from './indexes/no-result-behavior.ts';
import { booleanKey } from './language/boolean-key.ts';
import { commaSplitsText } from './language/comma-splits-text.ts';
import { comparisonAsBlock } from './language/comparison-as-block.ts';
import { duplicateKey } from './language/duplicate-key.ts';
import { echoesName } from './language/echoes-name.ts';
import { emptyFile } from './language/empty-file.ts';
import { emptyValue } from './language/empty-value.ts';
import { hashCutsReference } from './language/hash-cuts-reference.ts';
import { hashStartsComment } from './language/hash-starts-comment.ts';
import { invalidCharacter } from './language/invalid-character.ts';
import { invalidValue } from './language/invalid-value.ts';
import { loneCarriageReturn } from './language/lone-carriage-return.ts';
import { missingKind } from './language/missing-kind.ts';
import { missingMarker } from './language/missing-marker.ts';
import { needsQuotes } from './language/needs-quotes.ts';
import { notAMapping } from './language/not-a-mapping.ts';
import { placeholder } from './language/placeholder.ts';
import { repeatedText } from './language/repeated-text.ts';
import { scoreOffScale } from './language/score-off-scale.ts';
import { severalDocuments } from './language/several-documents.ts';
import { syntaxError } from './language/syntax-error.ts';
import { tabIndentation } from './language/tab-indentation.ts';
import { undefinedId } from './language/undefined-id.ts';
import { unknownKey } from './language/unknown-key.ts';
import { unknownTag } from './language/unknown-tag.ts';
import { unquotedStar } from './language/unquoted-star.ts';
import { unquotedVersion } from './language/unquoted-version.ts';
import { unusedId } from './language/unused-id.ts';
import { logContentCaptured } from './logging/log-content-captured.ts';
import { logContext } from './logging/log-context.ts';
import { logEveryCall } from './logging/log-every-call.ts';
import { logPrivacy } from './logging/log-privacy.ts';
import { logRetention } from './logging/log-retention.ts';
import { alertComplete } from './monitoring/alert-complete.ts';
import { alertQuality } from './monitoring/alert-quality.ts';
import { alertRetrieval } from './monitoring/alert-retrieval.ts';
import { alertTested } from './monitoring/alert-tested.ts';
import { alertUsageAnomaly } from './monitoring/alert-usage-anomaly.ts';
import { driftMonitored } from './monitoring/drift-monitored.ts';
import { feedbackCaptured } from './monitoring/feedback-captured.ts';
import { observabilityBeforeLaunch } from './monitoring/observability-before-launch.ts';
import { qualityMetricOnline } from './monitoring/quality-metric-online.ts';
import { retrievalMetricOnline } from './monitoring/retrieval-metric-online.ts';
import { usageMetrics } from './monitoring/usage-metrics.ts';
import { changeProcess } from './operations/change-process.ts';
import { costBudget } from './operations/cost-budget.ts';
import { fallbackMode } from './operations/fallback-mode.ts';
import { handoverComplete } from './operations/handover-complete.ts';
import { incidentAiModes } from './operations/incident-ai-modes.ts';
import { incidentPractised } from './operations/incident-practised.ts';
import { modelPinned } from './operations/model-pinned.ts';
import { modelRetirement } from './operations/model-retirement.ts';
import { offSwitch } from './operations/off-switch.ts';
import { promptVersioned } from './operations/prompt-versioned.ts';
import { revisionTriggers } from './operations/revision-triggers.ts';
import { rollbackTested } from './operations/rollback-tested.ts';
import { runbookLive } from './operations/runbook-live.ts';
import { slaMeasurable } from './operations/sla-measurable.ts';
import { trainingRefresh } from './operations/training-refresh.ts';
import { ownerReachable } from './ownership/owner-reachable.ts';
import { promptAndModelOwner } from './ownership/prompt-and-model-owner.ts';
import { runOwnerInvolvedEarly } from './ownership/run-owner-involved-early.ts';
import { runOwnerNamed } from './ownership/run-owner-named.ts';
import { supportCoverage } from './ownership/support-coverage.ts';
import type { Rule } from './rule.ts';
import { dependencyResilience } from './sources/dependency-resilience.ts';
import { sourceAccessModel } from './sources/source-access-model.ts';
import { sourceAccessTested } from './sources/source-access-tested.ts';
import { sourceAuth } from './sources/source-auth.ts';
import { sourceClassified } from './sources/source-classified.ts';
import { sourceFormats } from './sources/source-formats.ts';
import { sourceInventory } from './sources/source-inventory.ts';
import { sourceLimits } from './sources/source-limits.ts';
import { sourceOwner } from './sources/source-owner.ts';
import { sourcePlanDated } from './sources/source-plan-dated.ts';
import { sourceQuality } from './sources/source-quality.ts';
import { sourceRealData } from './sources/source-real-data.ts';
import { sourceTested } from './sources/source-tested.ts';
import { upstreamChangeWatch } from './sources/upstream-change-watch.ts';
import { loadTested } from './system/load-tested.ts';
import { pilotExitCriteria } from './system/pilot-exit-criteria.ts';
import { pilotGapsListed } from './system/pilot-gaps-listed.ts';
import { purposeStated } from './system/purpose-stated.ts';
import { scopeBoundaries } from './system/scope-boundaries.ts';
import { specReviewed } from './system/spec-reviewed.ts';
import { successMeasure } from './system/success-measure.ts';
import { typeMatchesContents } from './system/type-matches-contents.ts';
import { waiverValid } from './system/waiver-valid.ts';
import { agentStopConditions } from './tools/agent-stop-conditions.ts';
import { toolApproval } from './tools/tool-approval.ts';
import { toolLeastPrivilege } from './tools/tool-least-privilege.ts';

/** Every rule, language first, then the requirements in the order of the language. */
export const rules: readonly Rule[] = [
  invalidCharacter,
  loneCarriageReturn,
  syntaxError,
  tabIndentation,
  needsQuotes,
  unquotedStar,
  comparisonAsBlock,
  commaSplitsText,
  booleanKey,
  hashStartsComment,
  hashCutsReference,
  unquotedVersion,
  unknownTag,
  severalDocuments,
  duplicateKey,
  emptyFile,
  notAMapping,
  missingMarker,
  unknownKey,
  missingKind,
  invalidValue,
  scoreOffScale,
  emptyValue,
  placeholder,
  repeatedText,
  echoesName,
  undefinedId,
  unusedId,
  unusedWaiver,
  unusedIgnore,
  ignoreWithoutReason,
  unreadableFile,
  tooManyFindings,
  internalError,
  purposeStated,
  scopeBoundaries,
  typeMatchesContents,
  pilotExitCriteria,
  pilotGapsListed,
  loadTested,
  successMeasure,
  specReviewed,
  waiverValid,
  noSecretsInline,
  ownerReachable,
  runOwnerNamed,
  runOwnerInvolvedEarly,
  promptAndModelOwner,
  supportCoverage,
  sourceInventory,
  sourceRealData,
  sourcePlanDated,
  sourceOwner,
  sourceAuth,
  sourceAccessModel,
  sourceAccessTested,
  sourceFormats,
  sourceTested,
  sourceLimits,
  dependencyResilience,
  sourceQuality,
  sourceClassified,
  upstreamChangeWatch,
  toolLeastPrivilege,
  toolApproval,
  agentStopConditions,
  indexSources,
  indexFreshnessTarget,
  indexRefreshAutomated,
  indexRefreshDocumented,
  indexDeletions,
  indexVersionPinned,
  noResultBehavior,
  evalDataset,
  evalRepresentative,
  evalEdgeCases,
  evalHeldOut,
  retrievalMetrics,
  answerMetrics,
  predictionMetrics,
  outOfTimeTest,
  evalResultsFresh,
  evalGate,
  judgeCalibrated,
  evalSlices,
  adversarialTested,
  logEveryCall,
  logContext,
  logContentCaptured,
  logRetention,
  logPrivacy,
  qualityMetricOnline,
  retrievalMetricOnline,
  driftMonitored,
  usageMetrics,
  feedbackCaptured,
  alertQuality,
  alertRetrieval,
  alertUsageAnomaly,
  alertComplete,
  alertTested,
  observabilityBeforeLaunch,
  slaMeasurable,
  modelPinned,
  modelRetirement,
  promptVersioned,
  changeProcess,
  rollbackTested,
  revisionTriggers,
  trainingRefresh,
  costBudget,
  fallbackMode,
  offSwitch,
  incidentAiModes,
  runbookLive,
  incidentPractised,
  handoverComplete,
  riskClassified,
  personalDataBasis,
  providerDataUse,
  humanOversight,
  aiDisclosure,
  untrustedContent,
  highRiskRecords,
];

export function ruleById(id: string): Rule | undefined {
  byId ??= new Map(rules.map((rule) => [rule.id, rule]));
  return byId.get(id);
}

let byId: ReadonlyMap<string, Rule> | undefined;
