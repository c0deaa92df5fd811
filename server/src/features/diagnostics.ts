import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  type Location,
} from 'vscode-languageserver';
import { type Fact, type Finding, ruleById, rulePageUrl, type Severity } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange } from '../convert.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export function diagnostics(snapshot: Snapshot, client: Client): Diagnostic[] {
  return toDiagnostics(snapshot.findings, snapshot, client);
}

/** They carry no `data`: a fix is found again by place and rule, because half of the clients drop it. */
export function toDiagnostics(
  findings: readonly Finding[],
  { uri, lines, repository }: Pick<Snapshot, 'uri' | 'lines' | 'repository'>,
  { diagnostics: can }: Client,
): Diagnostic[] {
  return findings.map((finding) => {
    const diagnostic: Diagnostic = {
      range: toRange(lines, finding.span),
      severity: severities[finding.severity],
      code: finding.rule,
      source: 'ai-system',
      message: finding.message,
    };
    // A requirement of a pack has no page.
    if (can.codeDescription && ruleById(finding.rule) !== undefined)
      diagnostic.codeDescription = { href: rulePageUrl(finding.rule) };
    if (finding.unnecessary && can.tags.includes(DiagnosticTag.Unnecessary)) {
      diagnostic.tags = [DiagnosticTag.Unnecessary];
    }
    const related = [
      ...(finding.related ?? []).map(({ span, message }) => ({
        location: { uri, range: toRange(lines, span) },
        message,
      })),
      ...(finding.facts ?? []).flatMap((fact) => {
        const location = placeOf(fact, repository);
        return location === undefined ? [] : [{ location, message: fact.says }];
      }),
    ];
    if (related.length > 0 && can.relatedInformation) diagnostic.relatedInformation = related;
    return diagnostic;
  });
}

/** The line in an artifact where a fact stands. */
export function placeOf({ file, line = 1 }: Fact, repository: Snapshot['repository']): Location | undefined {
  const uri = repository?.uri(file);
  const start = { line: line - 1, character: 0 };
  return uri === undefined ? undefined : { uri, range: { start, end: start } };
}

interface Result {
  readonly resultId: string;
  items(): Diagnostic[];
}

/** What a client gets that asks, and may know the answer already. Nothing is found where there is nothing to check. */
export function toReport(result: Result | undefined, previousResultId?: string): DocumentDiagnosticReport {
  if (result === undefined) return { kind: 'full', items: [] };
  const { resultId } = result;
  return resultId === previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: result.items() };
}
