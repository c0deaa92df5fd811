import type { Finding } from './finding.ts';
import type { Judged } from './judge.ts';
import type { Span } from './text.ts';
import { syntaxRules } from './tidy.ts';

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

/**
 * Leaves out what else is said of a secret: that it is one comes first, and messages and fixes quote values. That the text
 * around it cannot be read is told all the same, without a fix, and in words that show nothing of it.
 */
export function withoutQuotes(
  findings: readonly Finding[],
  secrets: readonly Span[],
  text: string,
): readonly Finding[] {
  if (secrets.length === 0) return findings;
  const untold = secrets.map(({ start, end }) => text.slice(start, end));
  return findings.flatMap((finding) => {
    if (finding.rule === 'no-secrets-inline' || !overlaps(finding.span, secrets)) return [finding];
    if (!syntaxRules.has(finding.rule)) return [];
    const quotes = untold.some((secret) => showsSome(finding.message, secret));
    const message = quotes ? 'This cannot be read as YAML.' : finding.message;
    return [{ ...finding, message, related: undefined, fixes: () => [] }];
  });
}

/** A message may cut what it quotes. */
function showsSome(message: string, secret: string): boolean {
  const enough = Math.min(6, secret.length);
  for (let at = 0; at + enough <= secret.length; at += 1) {
    if (message.includes(secret.slice(at, at + enough))) return true;
  }
  return false;
}

export function overlaps({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < Math.max(end, start + 1) && start < span.end);
}
