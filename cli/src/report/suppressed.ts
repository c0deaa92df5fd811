import type { Analysis, Span } from '../../../core/src/index.ts';

/** An assessment that a waiver in the spec excuses, and where in the spec it is about. */
interface Suppressed {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
}

export function suppressed(analysis: Analysis | undefined): readonly Suppressed[] {
  const waived = analysis?.assessments.filter(({ state }) => state === 'waived') ?? [];
  if (analysis === undefined || waived.length === 0) return [];

  const spans = new Map<string, Span>();
  for (const { path, key, node } of analysis.doc.places) {
    const span = key?.span ?? node?.span;
    if (span !== undefined) spans.set(pointer(path), span);
  }
  return waived.map(({ rule, subject, reason }) => ({ rule, reason, span: nearest(subject, spans) }));
}

/** What is missing is waived too: it is then shown where it would stand. */
function nearest(subject: string, spans: ReadonlyMap<string, Span>): Span {
  for (let at = subject; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = spans.get(at);
    if (span !== undefined) return span;
  }
  return { start: 0, end: 0 };
}

function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
