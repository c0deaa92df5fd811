import type { SpecDocument } from '../spec/document.ts';
import type { Span } from '../text.ts';
import { commentFrom } from '../yaml/comments.ts';
import type { AnyNode } from '../yaml/tree.ts';

/**
 * What a selection at `offset` grows to, the smallest first, each inside the next: the word, the value, the pair, the
 * mapping, the entry, the section, the document.
 */
export function selectionsAt(
  { text, tree, yaml }: Pick<SpecDocument, 'text' | 'tree' | 'yaml'>,
  offset: number,
): Span[] {
  const covers = ({ start, end }: Span) => start <= offset && offset <= end;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const add = (span: Span): boolean => {
    if (covers(span)) spans.push(span);
    return covers(span);
  };
  const scalar = (node: AnyNode) => {
    add(node.span);
    if (node.kind === 'scalar' && (node.style === 'single' || node.style === 'double')) {
      add({ start: node.span.start + 1, end: node.span.end - 1 });
    }
  };

  let node: AnyNode | undefined = tree;
  while (node !== undefined) {
    let next: AnyNode | undefined;
    if (node.kind === 'mapping') {
      if (node !== tree || node.flow) add(node.span);
      for (const { key, value } of node.entries) {
        // What an alias stands for is written elsewhere.
        const own = value !== undefined && value.span.start >= key.span.end ? value : undefined;
        if (!add({ start: key.span.start, end: own?.span.end ?? key.span.end })) continue;
        if (covers(key.span)) scalar(key as AnyNode);
        else if (own !== undefined && covers(own.span)) next = own;
        break;
      }
    } else if (node.kind === 'sequence') {
      add(node.span);
      const { start, end } = node.span;
      next = node.items.find(
        (item) => item !== undefined && covers(item.span) && item.span.start >= start && item.span.end <= end,
      );
    } else scalar(node);
    node = next;
  }
  const comment = commentAt(yaml, offset);
  if (comment !== undefined) add(comment);
  add(wordAt(text, offset));
  return growing(spans);
}

/** Each inside the one before it, and smaller; the smallest first. */
function growing(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const outer = kept[0];
    if (outer !== undefined && (span.start < outer.start || span.end > outer.end)) continue;
    if (outer !== undefined && span.start === outer.start && span.end === outer.end) continue;
    if (span.start > span.end || (span.start === span.end && outer !== undefined)) continue;
    kept.unshift(span);
  }
  return kept;
}

function commentAt({ comments }: SpecDocument['yaml'], offset: number): Span | undefined {
  const next = commentFrom(comments, offset + 1);
  const last = next === undefined ? comments.at(-1) : comments[comments.indexOf(next) - 1];
  return last !== undefined && offset <= last.span.end ? last.span : undefined;
}

function wordAt(text: string, offset: number): Span {
  const isOfWord = (at: number) => /[\p{L}\p{N}_]/u.test(text[at] ?? '');
  let start = offset;
  let end = offset;
  while (isOfWord(start - 1)) start -= 1;
  while (isOfWord(end)) end += 1;
  return { start, end };
}
