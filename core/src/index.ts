export type { Fact } from './assessment.ts';
export { type ClaimedStage, type Stage, type State, stages } from './assessment.ts';
export { type Checked, checkAnswer, explainAnswer } from './assistant/answer.ts';
export { toolInput } from './assistant/input.ts';
export { type AssistantTool, assistantTools, checkTool, explainTool } from './assistant/tools.ts';
export { type Analysis, type CheckOptions, check, type JudgedAssessment, judgedAt, type Read, read } from './check.ts';
export { closest } from './closest.ts';
export { complete } from './complete/complete.ts';
export type { Completion } from './complete/completion.ts';
export { type Config, type ConfigLayer, defaultConfig, resolveConfig, type Setting } from './config/config.ts';
export { type ConfigFiles, configOf, isOwnConfig, type LoadedConfig, loadConfig } from './config/load.ts';
export { defaultNumber, formOfUnit, numberSettings, writtenNumber } from './config/number-setting.ts';
export { parseConfig } from './config/parse.ts';
export { type Decoded, decode, largestFile, tooLarge } from './decode.ts';
export { decodedContent, isPointer, longestLine, textContent } from './evidence/content.ts';
export { Answers, type Evidence, evidenceFrom, type Inquiry } from './evidence/evidence.ts';
export { checkWithAnswers, checkWithEvidence, isUpToDate, lookUp, type Repository } from './evidence/gather.ts';
export { type Answer, type ArtifactHost, type ArtifactPath, mostBytes, type Unread } from './evidence/host.ts';
export { movedReference, normal, readReference, rootName, shownPath } from './evidence/reference.ts';
export { configFileNames, isConfigFileName, isPackFileName, isSpecFileName } from './files.ts';
export type { Finding, Related, Severity } from './finding.ts';
export { completed, completeStage } from './fixes/complete.ts';
export { type FixedText, fixAll, safeEdits } from './fixes/fix-all.ts';
export { minimalEdits } from './fixes/minimal-edits.ts';
export { snippet } from './fixes/snippet.ts';
export { foreignFile } from './foreign.ts';
export { type FormatOptions, format, type Printer } from './format/format.ts';
export { afterLineBreak } from './format/on-enter.ts';
export { prettierFiles, prettierOptions, prettierPrograms } from './format/prettierrc.ts';
export { type Hint, type HintKind, hintKinds, hints } from './hints/hints.ts';
export { hoverAt } from './hover/hover.ts';
export type { HoverInfo, HoverPart } from './hover/parts.ts';
export { ignoreRules } from './ignore-rules.ts';
export type { Found, Seen } from './init/found.ts';
export { foundSummary, foundTable, type Initial, initialSpec, shownType, systemTypes } from './init/init.ts';
export { type Survey, survey } from './init/survey.ts';
export { anchorLine } from './navigate/anchor.ts';
export { type Fold, folds } from './navigate/folds.ts';
export { definitionsOf, idsAt, referringPaths, usesOf } from './navigate/ids.ts';
export { renamableAt, renameAt } from './navigate/rename.ts';
export { selectionsAt } from './navigate/selection.ts';
export { type SpecSymbol, specSymbols } from './navigate/symbols.ts';
export { type Outlook, outlook, type SectionOutlook } from './outlook.ts';
export { type ClauseLine, coverage, type Standing } from './packs/coverage.ts';
export type { Clause, Pack } from './packs/pack.ts';
export { parsePack } from './packs/parse.ts';
export { packParts } from './packs/read-requirement.ts';
export type { ShippedPack } from './packs/shipped.ts';
export type { LineId, Readiness, ReadinessLine, Row } from './readiness.ts';
export {
  clauseMark,
  coverageHtml,
  coverageMarkdown,
  packTitle,
  requirementState,
  summarizeCoverage,
} from './report/coverage.ts';
export { markdown as markdownText } from './report/escape.ts';
export { htmlReport, type ReportView, reportView } from './report/html.ts';
export { systemMap } from './report/map.ts';
export { markdownReport } from './report/markdown.ts';
export { type Outline, type OutlineLine, type OutlineRow, outline } from './report/outline.ts';
export { looks } from './report/states.ts';
export { placeOf, type Reported, standing, summarize, told, unproven } from './report/summary.ts';
export { rulePage, rulePageUrl } from './rule-page.ts';
export { ruleById, rules } from './rules/index.ts';
export type { EngineRule, Example, LanguageRule, Requirement, Rule } from './rules/rule.ts';
export { isAbout, referencePlaces, type Token, tokenAt } from './spec/at.ts';
export { readSpec, type SpecDocument } from './spec/document.ts';
export {
  applyEdits,
  type Edit,
  type Fix,
  type FixKind,
  type LineIndex,
  lineEnding,
  lineIndex,
  type Position,
  type Span,
} from './text.ts';
export { type ColouredToken, type TokenKind, tokenKinds, tokens } from './tokens/tokens.ts';
export { replaceScalar } from './yaml/edit.ts';
