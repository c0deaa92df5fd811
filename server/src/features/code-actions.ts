import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import {
  type Analysis,
  check,
  type Finding,
  type Fix,
  ruleById,
  rulePageUrl,
  type Span,
  type Stage,
  safeEdits,
  stages,
  tokenAt,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { atStage } from '../at-stage.ts';
import type { Client } from '../client.ts';
import { toRange, toSpan, toWorkspaceEdit } from '../convert.ts';
import { previewSource } from '../protocol.ts';
import { toDiagnostics } from './diagnostics.ts';
import { editsOf, fixesTogether, nameOf, type Wanted } from './edits.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.ai-system`;
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind, CodeActionKind.Source];

/** Some clients ask for the whole document, and nobody reads a longer menu. */
const mostFindings = 100;

export function codeActions(snapshot: Snapshot, params: CodeActionParams, client: Client): CodeAction[] {
  const { only, triggerKind } = params.context;
  // Editors ask on each move of the cursor, and show actions on the whole file only when asked for them.
  const unasked = only === undefined && triggerKind === CodeActionTriggerKind.Automatic;
  const wants = (kind: string) =>
    only === undefined || only.some((part) => part === '' || kind === part || kind.startsWith(`${part}.`));

  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(snapshot, params, client) : []),
    ...(wants(CodeActionKind.QuickFix) ? previewedFixes(snapshot, params, client) : []),
    ...(wants(fixAllKind) && !unasked ? fixAllSafe(snapshot, client) : []),
    ...(wants(CodeActionKind.Source) && !unasked ? additions(snapshot, client) : []),
  ];
}

/** Of findings that a client previews: they are those of a later stage, and it names them. */
function previewedFixes(snapshot: Snapshot, params: CodeActionParams, client: Client): CodeAction[] {
  const { analysis } = snapshot;
  const previewed = params.context.diagnostics.filter(({ source }) => source === previewSource);
  if (analysis === undefined || analysis.stage.judged === 'retired') return [];
  const named = new Set(previewed.map(diagnosticKey));
  // Those that are a warning now are offered as such.
  for (const finding of previewed.length === 0 ? [] : snapshot.findings) named.delete(findingKey(snapshot, finding));
  return stages.slice(stages.indexOf(analysis.stage.judged) + 1).flatMap((stage) => {
    if (named.size === 0) return [];
    const ahead = atStage(snapshot, stage);
    const found = ahead.findings.filter((finding) => named.has(findingKey(ahead, finding)));
    for (const finding of found) named.delete(findingKey(ahead, finding));
    // Much may be missing at one place, and one fix bring all of it.
    const offered = new Set<string>();
    return found.flatMap((finding) =>
      finding.fixes().flatMap(({ title }) => {
        if (offered.has(title)) return [];
        offered.add(title);
        const diagnostics = previewed.filter((one) => diagnosticKey(one) === findingKey(ahead, finding));
        const wanted: Wanted = { do: 'fix', finding: nameOf(finding, ahead), title, stage };
        return present(action(snapshot, client, { title, kind: CodeActionKind.QuickFix, diagnostics }, wanted));
      }),
    );
  });
}

function quickFixes(snapshot: Snapshot, params: CodeActionParams, client: Client): CodeAction[] {
  const fixes: CodeAction[] = [];
  const exceptions: CodeAction[] = [];
  const offered = new Map<string, CodeAction>();
  const byRule = new Map<string, CodeAction>();
  const pages = new Map<string, CodeAction>();

  for (const finding of wantedFindings(snapshot, params)) {
    const { rule } = finding;
    const diagnostics = [toldDiagnostic(snapshot, finding, params, client)];
    for (const fix of finding.fixes()) {
      const { title } = fix;
      // Much may be missing at one place, and one fix bring all of it.
      const does = `${title} ${JSON.stringify(fix.edits)}`;
      const same = offered.get(does);
      if (same !== undefined) {
        same.diagnostics = [...(same.diagnostics ?? []), ...diagnostics];
        continue;
      }
      const wanted: Wanted = { do: 'fix', finding: nameOf(finding, snapshot), title };
      const made = action(snapshot, client, { title, kind: CodeActionKind.QuickFix, diagnostics }, wanted);
      if (made === undefined) continue;
      offered.set(does, made);
      if (fix.safe && client.preferred) made.isPreferred = true;
      if (fix.kind === 'waive' || fix.kind === 'ignore') exceptions.push(made);
      else fixes.push(made);
    }
    if (!byRule.has(rule)) {
      const made = fixAllOfRule(snapshot, client, finding);
      if (made !== undefined) byRule.set(rule, made);
    }
    if (client.options.commands && !pages.has(rule) && ruleById(rule) !== undefined)
      pages.set(rule, openPage(rule, diagnostics));
  }
  return [
    ...fixes,
    ...present(allHere(snapshot, params, client)),
    ...byRule.values(),
    ...exceptions,
    ...pages.values(),
  ];
}

/** Where several things are missing in an entry, all of them at once. Its edit takes several checks, so it has to wait. */
function allHere(snapshot: Snapshot, params: CodeActionParams, client: Client): CodeAction | undefined {
  const { analysis } = snapshot;
  const lacking = wantedFindings(snapshot, params).filter(({ state }) => state === 'missing');
  const at = lacking[0]?.span.start;
  if (!client.lazyEdits || analysis === undefined || at === undefined) return undefined;
  const path = tokenAt(analysis.doc, at)?.place.path ?? [];
  const name = path.at(-1);
  // Whole sections that are missing are told of here too, when this is the one before them.
  const added = lacking.filter(
    (finding) =>
      finding.span.start === at &&
      finding.wants?.every((wanted) => path.every((step, index) => step === wanted[index])) &&
      hasFix(finding, ({ kind }) => kind === 'skeleton'),
  );
  const edits = new Set(added.map((finding) => JSON.stringify(finding.fixes('help').map((fix) => fix.edits))));
  if (name === undefined || edits.size < 2) return undefined;
  const diagnostics = added.map((finding) => toldDiagnostic(snapshot, finding, params, client));
  const findings = added.map(({ rule, subject }) => ({ rule, subject }));
  const about = { title: `Add all that is missing in \`${name}\``, kind: CodeActionKind.QuickFix, diagnostics };
  return action(snapshot, client, about, { do: 'add', findings });
}

/** Those in the range, and those the client names: a cursor beside the squiggle still stands on its line. */
function wantedFindings(snapshot: Snapshot, { range, context }: CodeActionParams): readonly Finding[] {
  const named = new Set(context.diagnostics.map(diagnosticKey));
  const span = toSpan(snapshot, range);
  const touches = (other: Span) => other.start <= span.end && other.end >= span.start;
  return snapshot.findings
    .filter((finding) => touches(finding.span) || named.has(findingKey(snapshot, finding)))
    .slice(0, mostFindings);
}

function findingKey({ lines }: Snapshot, { span, rule }: Finding): string {
  return diagnosticKey({ range: toRange(lines, span), code: rule });
}

function diagnosticKey({ range: { start, end }, code }: Pick<Diagnostic, 'range' | 'code'>): string {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${code}`;
}

/** The client's own, where it sent one: it knows its diagnostics by identity or by equality. */
function toldDiagnostic(
  snapshot: Snapshot,
  finding: Finding,
  { context }: CodeActionParams,
  client: Client,
): Diagnostic {
  const key = findingKey(snapshot, finding);
  const told = context.diagnostics.find((diagnostic) => diagnosticKey(diagnostic) === key);
  return told ?? toDiagnostics([finding], snapshot, client)[0]!;
}

function fixAllOfRule(snapshot: Snapshot, client: Client, finding: Finding): CodeAction | undefined {
  const [first] = finding.fixes('help');
  if (first === undefined) return undefined;
  const { kind } = first;

  const { rule } = finding;
  const others = snapshot.findings.filter((other) => other.rule === rule && hasFix(other, (fix) => fix.kind === kind));
  if (others.length < 2) return undefined;
  // What all of them want may be there once one of them has it.
  if (fixesTogether(others, rule, kind).length < 2) return undefined;
  const does = kind === 'skeleton' ? 'Add what is missing for' : 'Fix';
  const title = `${does} all ${others.length} findings of \`${rule}\` in this file`;
  return action(snapshot, client, { title, kind: CodeActionKind.QuickFix }, { do: 'rule', rule, kind });
}

function openPage(rule: string, diagnostics: Diagnostic[]): CodeAction {
  const title = `Open the page of \`${rule}\``;
  const command = { title, command: 'aiSystem.openRulePage', arguments: [rulePageUrl(rule)] };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
}

function fixAllSafe(snapshot: Snapshot, client: Client): CodeAction[] {
  if (snapshot.analysis === undefined || safeEdits(snapshot.analysis).length === 0) return [];
  const title = 'Apply all safe fixes in this file';
  return present(action(snapshot, client, { title, kind: fixAllKind }, { do: 'safe' }));
}

/** All that a stage asks and the spec does not have. */
function additions(snapshot: Snapshot, client: Client): CodeAction[] {
  const { analysis, text } = snapshot;
  if (analysis === undefined) return [];
  return stagesToComplete(analysis).flatMap((stage) => {
    if (!lacks(text, analysis, stage)) return [];
    const about = { title: `Add everything the ${stage} stage asks`, kind: CodeActionKind.Source };
    return present(action(snapshot, client, about, { do: 'complete', stage }));
  });
}

/** To say so takes one check; to write it all takes many, and waits until it is wanted. */
function lacks(text: string, analysis: Analysis, stage: Stage): boolean {
  const { options } = analysis;
  const { findings } =
    stage === analysis.stage.judged ? analysis : check(text, { ...options, stage, previous: analysis });
  return findings.some((finding) => finding.state === 'missing' && hasFix(finding, ({ kind }) => kind === 'skeleton'));
}

/** The stage that the system claims, and the one it wants to reach next. */
function stagesToComplete(analysis: Analysis): readonly Stage[] {
  const { claimed, judged } = analysis.stage;
  const stage = claimed ?? judged;
  if (stage === 'retired' || analysis.skipped !== undefined || analysis.doc.yaml.problems.length > 0) return [];
  const at = stages.indexOf(stage);
  return stages.slice(at, at + 2);
}

/** Its edit comes now or, where the client can wait, when it is chosen. Undefined where it would change nothing. */
function action(snapshot: Snapshot, client: Client, about: CodeAction, wanted: Wanted): CodeAction | undefined {
  if (client.lazyEdits) return { ...about, data: { uri: snapshot.uri, wanted } satisfies ActionData };
  const edits = editsOf(snapshot, wanted);
  if (edits === undefined || edits.length === 0) return undefined;
  return { ...about, edit: toWorkspaceEdit(snapshot, edits, client) };
}

interface ActionData {
  readonly uri: string;
  readonly wanted: Wanted;
}

/** For the document as it is now; undefined where nothing is left to do, because it has moved on. */
export function resolveCodeAction(snapshot: Snapshot, chosen: CodeAction, client: Client): CodeAction | undefined {
  const edits = editsOf(snapshot, (chosen.data as ActionData).wanted);
  if (edits === undefined || edits.length === 0) return undefined;
  return { ...chosen, edit: toWorkspaceEdit(snapshot, edits, client) };
}

function hasFix(finding: Finding, is: (fix: Fix) => boolean): boolean {
  return finding.fixes().some(is);
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
