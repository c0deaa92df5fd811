import { type Analysis, type CheckOptions, check, type Finding, lineIndex, rulePageUrl } from '../../core/src/index.ts';
import { asOf } from './session.ts';

/** A pilot with something of everything: what is missing, hollow, misspelt, doubled, and what has a safe fix. */
export const faulty = `apiVersion: ai-system/v1

system:
  name: claims-assistant
  type: RAG
  stage: pilot
  lauch: 2026-10-05
  owner: claims-bild
  reviewed: 2026-6-1
  purpose: TODO say what it is for
  in_scope: [motor claims, home claims]
  users: { who: claims handlers, count: 12, exposure: Internal }
  decision_role: Informs

owners:
  claims-build: { team: Claims AI Engineering, person: Jonas Weber, contact: [slack:claims-ai] }
  claims-ops: { team: Claims Platform Operations, contact: [slack:claims-ops] }
  claims-ops: { team: tbd, contact: [slack:claims-ops] }

sources:
  policy-wordings: { what: Policy terms 😀, system: SharePoint, owner: dms-team, status: connected, via: index }
  correspondence: { what: Letters, system: FileNet, owner: claims-ops, status: planned, due: 2026-8-15 }
  claim-record: { what: The open claim, system: Claims Core, owner: best effort, status: Planned, via: api }

logging: { calls: 100%, content: Redacted, retention: 90 days, lost: 1 }

operations:
  run_owner: claims-ops
`;

export function expected(text: string, options: Partial<CheckOptions> = {}): Analysis {
  return check(text, { asOf, ...options });
}

const severities = { error: 1, warning: 2, info: 3 };

/** What a diagnostic says, written down independently of the server's own conversion. */
export function asDiagnostics(uri: string, text: string, findings: readonly Finding[], all = true): object[] {
  const lines = lineIndex(text);
  const range = ({ start, end }: Finding['span']) => ({ start: lines.position(start), end: lines.position(end) });
  return findings.map(({ rule, severity, message, span, unnecessary, related = [] }) => ({
    range: range(span),
    severity: severities[severity],
    code: rule,
    source: 'ai-system',
    message,
    ...(all ? { codeDescription: { href: rulePageUrl(rule) } } : {}),
    ...(all && unnecessary ? { tags: [1] } : {}),
    ...(all && related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri, range: range(one.span) },
            message: one.message,
          })),
        }
      : {}),
  }));
}
