import type { Finding } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Span } from './text.ts';

/** Where secrets stand in the text: the spans of what `no-secrets-inline` found. */
export function secretSpans(judged: readonly Judged[]): Span[] {
  return judged
    .filter(
      ({ requirement, assessment }) => requirement.id === 'no-secrets-inline' && assessment.state === 'contradicted',
    )
    .map(({ assessment }) => assessment.at.span);
}

/** The same judgements, in words that cannot quote a secret: reasons end up in reports and logs. */
export function concealed(judged: readonly Judged[], secrets: readonly Span[], text: string): readonly Judged[] {
  if (secrets.length === 0) return judged;
  const hide = hiding(text, secrets);
  return judged.map((one) => {
    const { requirement, assessment, waiver } = one;
    const quotes = requirement.id !== 'no-secrets-inline' && overlaps(assessment.at.span, secrets);
    return {
      ...one,
      reason: quotes ? untold : one.reason,
      assessment: { ...assessment, subject: hide(assessment.subject) },
      waiver: waiver !== undefined && overlaps(waiver.span, secrets) ? { ...waiver, reason: untold } : waiver,
    };
  });
}

/** Text of the spec as a report may show it: not where it holds a secret. */
export function hiding(text: string, secrets: readonly Span[]): (given: string) => string {
  const untold = secrets.map(({ start, end }) => text.slice(start, end));
  return (given) => untold.reduce((left, secret) => left.replaceAll(secret, '(a secret)'), given);
}

const untold = 'Not told here: it would quote a secret.';

/** Leaves out what else is said of a secret: that it is one comes first, and messages and fixes quote values. */
export function withoutQuotes(findings: readonly Finding[], secrets: readonly Span[]): readonly Finding[] {
  if (secrets.length === 0) return findings;
  return findings.filter(({ rule, span }) => rule === 'no-secrets-inline' || !overlaps(span, secrets));
}

function overlaps({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < Math.max(end, start + 1) && start < span.end);
}
