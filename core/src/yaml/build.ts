import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Span } from '../text.ts';
import type { Problem } from './problem.ts';
import { type AnyNode, type Entry, mapping, type Scalar, scalar, sequence } from './tree.ts';

/** Nodes that aliases may add. An alias bomb of ten lines would be a billion. */
const maxAliasedNodes = 10_000;

/** Makes our tree of the library's nodes. */
export class Builder {
  usesAnchors = false;
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, AnyNode | 'open' | undefined>();
  private readonly starred: ReadonlySet<number>;
  private aliased = 0;
  /** The `<<` whose value is being read. */
  private merging: Span | undefined;
  private toldOfAliases = false;
  private readonly text: string;

  constructor(text: string, told: readonly Problem[]) {
    this.text = text;
    this.starred = new Set(told.flatMap(({ kind, span }) => (kind === 'alias-as-text' ? [span.start] : [])));
  }

  node(node: Node | null): AnyNode | undefined {
    if (node === null) return undefined;
    if (isAlias(node)) return this.alias(node.source, spanOf(node));

    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.usesAnchors = true;
      this.anchors.set(anchor, 'open');
    }
    const result = this.collectionOrScalar(node);
    if (anchor !== undefined) this.anchors.set(anchor, result);
    return result;
  }

  private collectionOrScalar(node: Node): AnyNode | undefined {
    const span = spanOf(node);
    if (isMap(node)) {
      const entries = node.items.map(
        ({ key, value }): Entry => this.entry(key as Node | null, value as Node | null, span),
      );
      return mapping(entries, node.flow === true ? span : tight(span, entries), node.flow === true);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as Node | null));
      if (node.flow === true) return sequence(items, span, true);
      // Behind the last item the library's range goes on over comments and blank lines.
      const end = items.at(-1)?.span.end ?? (node.items.at(-1) as Node | undefined)?.range?.[0] ?? span.end;
      return sequence(items, { start: span.start, end }, false);
    }
    if (!isScalar(node)) return undefined;

    const value = typeof node.value === 'string' ? node.value : '';
    if (node.type === 'PLAIN' && (span.start === span.end || /^(?:~|null|Null|NULL)$/.test(value))) return undefined;
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    return scalar(value, style === 'block' ? withoutLineEnd(this.text, span) : span, style);
  }

  private entry(key: Node | null, value: Node | null, parent: Span): Entry {
    const name = this.node(key);
    const span = key === null ? { start: parent.start, end: parent.start } : spanOf(key);
    if (name !== undefined && name.kind !== 'scalar') {
      this.problems.push({
        kind: 'complex-key',
        span,
        message: 'A key is a plain name here, not a list or a mapping.',
      });
    }
    const keyNode: Scalar = name?.kind === 'scalar' ? scalar(String(name.value), span, name.style) : scalar('', span);
    const outer = this.merging;
    if (keyNode.value === '<<') this.merging ??= span;
    const entry = { key: keyNode, value: this.node(value) };
    this.merging = outer;
    return entry;
  }

  private alias(name: string, span: Span): AnyNode | undefined {
    this.usesAnchors = true;
    const target = this.anchors.get(name);
    if (target === 'open') {
      this.problems.push({ kind: 'recursive-alias', span, message: `*${name} stands inside what it refers to.` });
      return undefined;
    }
    if (target === undefined) {
      if (!this.anchors.has(name)) this.leadsNowhere(name, span);
      return undefined;
    }
    if (this.aliased <= maxAliasedNodes) this.aliased += size(target, maxAliasedNodes);
    if (this.aliased <= maxAliasedNodes) return target;
    if (!this.toldOfAliases) {
      this.toldOfAliases = true;
      const message = `Aliases repeat more than ${maxAliasedNodes} values; the rest is not read.`;
      this.problems.push({ kind: 'too-many-aliases', span, message });
    }
    return undefined;
  }

  private leadsNowhere(name: string, span: Span): void {
    // Where the whole line broke, as an unquoted cron expression does, the library has said so.
    if (this.starred.has(span.start)) return;
    if (this.merging === undefined) {
      const shown = name.length > 60 ? `${name.slice(0, 57)}…` : name;
      const message = `*${shown} is an alias in YAML, and nothing has that anchor; text that starts with "*" needs quotes.`;
      this.problems.push({ kind: 'alias-as-text', span, message });
      return;
    }
    // Nobody means a text here, which quotes would make of it.
    if (this.problems.at(-1)?.span.start === this.merging.start) return;
    this.problems.push({ kind: 'merge-key', span: this.merging, message: noMergeKeys });
  }
}

export const noMergeKeys =
  'Merge keys ("<<") are not part of this format; repeat the fields, or use an alias for the whole value.';

const styles: Readonly<Record<string, Scalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** A block of text ends with its last line; only where the blank lines behind it count, with the last of those. */
function withoutLineEnd(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const keeps = /^[|>]\d?\+/.test(written);
  return { start, end: start + written.replace(keeps ? /(?:\r\n|\n|\r)$/ : /\s+$/, '').length };
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start, end };
}

/** The library's range of a block mapping can reach over trailing comments. */
function tight(span: Span, entries: readonly Entry[]): Span {
  const last = entries.at(-1);
  if (last === undefined) return span;
  return { start: span.start, end: Math.max(last.value?.span.end ?? last.key.span.end, last.key.span.end) };
}

/** Number of nodes below `node`, counted no further than `limit`. */
function size(node: AnyNode, limit: number): number {
  let count = 0;
  const pending: (AnyNode | undefined)[] = [node];
  while (pending.length > 0 && count <= limit) {
    const next = pending.pop();
    count += 1;
    if (next?.kind === 'sequence') pending.push(...next.items);
    else if (next?.kind === 'mapping') for (const { value } of next.entries) pending.push(value);
  }
  return count;
}
