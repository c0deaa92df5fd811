import { type Token, tokenAt } from '../spec/at.ts';
import type { SpecDocument } from '../spec/document.ts';
import type { Span } from '../text.ts';

/** What stands at an offset, and the text there: of an alias, the value that it repeats. */
export interface TokenHere {
  readonly token: Token;
  readonly span: Span;
}

/** As `tokenAt`, and for the alias of a single value what it stands for. */
export function tokenHere(doc: SpecDocument, offset: number): TokenHere | undefined {
  const token = tokenAt(doc, offset);
  if (token !== undefined) return { token, span: token.node.span };
  return doc.yaml.separable ? undefined : aliasAt(doc, offset); // Without anchors there are none.
}

const longest = 200;

function aliasAt({ places, text }: Pick<SpecDocument, 'places' | 'text'>, offset: number): TokenHere | undefined {
  const isOfName = (at: number) => /[^\s,[\]{}*:]/.test(text[at] ?? ' ');
  let start = text[offset] === '*' ? offset : offset - 1;
  while (offset - start < longest && isOfName(start)) start -= 1;
  if (text[start] !== '*') return undefined;
  let end = start + 1;
  while (end - start < longest && isOfName(end)) end += 1;
  for (const place of places) {
    const { key, node } = place;
    if (key === undefined || node?.kind !== 'scalar' || key.span.end > start || start - key.span.end > longest)
      continue;
    if (!/^["']?\s*:\s+$/.test(text.slice(key.span.end, start))) continue;
    return { token: { place, kind: 'value', node }, span: { start, end } };
  }
  return undefined;
}
