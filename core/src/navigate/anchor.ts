import { document } from '../evidence/documents/document.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Reference } from '../evidence/reference.ts';

/** The line, from 1, of the heading that a reference means in a document, as far as somebody has read that. */
export function anchorLine(
  evidence: Evidence,
  { file, selector }: Extract<Reference, { kind: 'file' }>,
): number | undefined {
  const answer = selector === undefined ? undefined : evidence.ask(document(file));
  if (selector === undefined || answer?.kind !== 'read' || answer.facts.kind !== 'prose') return undefined;
  return answer.facts.prose.anchors.get(selector);
}
