import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { type Finding, ruleById, rulePageUrl, type Severity } from '../../../core/src/index.ts';
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
  { uri, lines }: Pick<Snapshot, 'uri' | 'lines'>,
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
    if (finding.related !== undefined && finding.related.length > 0 && can.relatedInformation) {
      diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
        location: { uri, range: toRange(lines, span) },
        message,
      }));
    }
    return diagnostic;
  });
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
