import { ignoreWithoutReason } from './engine/ignore-without-reason.ts';
import { internalError } from './engine/internal-error.ts';
import { tooManyFindings } from './engine/too-many-findings.ts';
import { unreadableFile } from './engine/unreadable-file.ts';
import { unusedIgnore } from './engine/unused-ignore.ts';
import { unusedWaiver } from './engine/unused-waiver.ts';
import { answerMetrics } from './evaluation/answer-metrics.ts';
import { evalDataset } from './evaluation/eval-dataset.ts';
import { evalEdgeCases } from './evaluation/eval-edge-cases.ts';
import { evalRepresentative } from './evaluation/eval-representative.ts';
import { retrievalMetrics } from './evaluation/retrieval-metrics.ts';
import { noSecretsInline } from './governance/no-secrets-inline.ts';
import { indexFreshnessTarget } from './indexes/index-freshness-target.ts';
import { indexRefreshAutomated } from './indexes/index-refresh-automated.ts';
import { indexSources } from './indexes/index-sources.ts';
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
import { alertComplete } from './monitoring/alert-complete.ts';
import { alertQuality } from './monitoring/alert-quality.ts';
import { alertRetrieval } from './monitoring/alert-retrieval.ts';
import { alertUsageAnomaly } from './monitoring/alert-usage-anomaly.ts';
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
import { runOwnerNamed } from './ownership/run-owner-named.ts';
import type { Rule } from './rule.ts';
import { sourceAccessModel } from './sources/source-access-model.ts';
import { sourceAuth } from './sources/source-auth.ts';
import { sourceClassified } from './sources/source-classified.ts';
import { sourceFormats } from './sources/source-formats.ts';
import { sourceInventory } from './sources/source-inventory.ts';
import { sourceRealData } from './sources/source-real-data.ts';
import { sourceTested } from './sources/source-tested.ts';
import { pilotGapsListed } from './system/pilot-gaps-listed.ts';
import { typeMatchesContents } from './system/type-matches-contents.ts';
import { waiverValid } from './system/waiver-valid.ts';

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
  typeMatchesContents,
  pilotGapsListed,
  waiverValid,
  ownerReachable,
  runOwnerNamed,
  promptAndModelOwner,
  sourceInventory,
  sourceRealData,
  sourceClassified,
  sourceAuth,
  sourceAccessModel,
  sourceFormats,
  sourceTested,
  indexSources,
  indexFreshnessTarget,
  indexRefreshAutomated,
  evalDataset,
  evalRepresentative,
  evalEdgeCases,
  retrievalMetrics,
  answerMetrics,
  logEveryCall,
  logContext,
  logContentCaptured,
  alertComplete,
  alertQuality,
  alertRetrieval,
  alertUsageAnomaly,
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
  noSecretsInline,
];

export function ruleById(id: string): Rule | undefined {
  byId ??= new Map(rules.map((rule) => [rule.id, rule]));
  return byId.get(id);
}

let byId: ReadonlyMap<string, Rule> | undefined;
