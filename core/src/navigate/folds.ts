import type { SpecDocument } from '../spec/document.ts';
import type { Span } from '../text.ts';
import type { Comment } from '../yaml/document.ts';
import type { AnyNode, Entry } from '../yaml/tree.ts';

/** Part of a text that can be folded away: `span` begins behind what stays to be read. */
export interface Fold {
  readonly kind: 'code' | 'comment';
  readonly span: Span;
  /** What closes it, such as a bracket, has a line of its own at its end. */
  readonly closed: boolean;
}

/** Sections, entries, items, text and collections that go over several lines, and runs of comments; outer ones first. */
export function folds({ text, tree, yaml }: Pick<SpecDocument, 'text' | 'tree' | 'yaml'>): readonly Fold[] {
  const found: Fold[] = [];
  const add = (start: number, node: AnyNode): void => {
    const { end } = node.span;
    if (isOverLines(text, start, end)) {
      const closed = node.kind !== 'scalar' && node.flow;
      found.push({ kind: 'code', span: { start, end }, closed });
    }
  };
  const inside = (node: AnyNode): void => {
    if (node.kind === 'mapping') node.entries.forEach(entry);
    else if (node.kind === 'sequence') {
      for (const item of node.items) {
        // What an alias stands for is written, and folded, elsewhere.
        if (item === undefined || item.span.start < node.span.start || item.span.end > node.span.end) continue;
        const isBlock = item.kind === 'mapping' && !item.flow;
        add(isBlock ? firstLineEnd(text, item.span.start) : item.span.start, item);
        inside(item);
      }
    }
  };
  const entry = ({ key, value }: Entry): void => {
    if (value === undefined || value.span.start < key.span.end) return;
    add(key.span.end + (/^[ \t]*:/.exec(text.slice(key.span.end, key.span.end + 100))?.[0].length ?? 0), value);
    inside(value);
  };
  inside(tree);
  return [...found, ...commentRuns(text, yaml.comments)];
}

/** Comments that have their lines to themselves, and follow each other without another line between them. */
function commentRuns(text: string, comments: readonly Comment[]): Fold[] {
  const runs: Fold[] = [];
  let run: { start: number; end: number } | undefined;
  const close = () => {
    if (run !== undefined && isOverLines(text, run.start, run.end)) {
      runs.push({ kind: 'comment', span: run, closed: false });
    }
    run = undefined;
  };
  for (const { span } of comments) {
    if (!isAlone(text, span.start)) continue;
    const follows = run !== undefined && /^[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(text.slice(run.end, span.start));
    if (!follows) close();
    run = { start: run?.start ?? span.start, end: span.end };
  }
  close();
  return runs;
}

function isAlone(text: string, offset: number): boolean {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r' || text[at - 1] === '\ufeff';
}

function isOverLines(text: string, start: number, end: number): boolean {
  return firstLineEnd(text, start) < end;
}

function firstLineEnd(text: string, offset: number): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = offset;
  return lineEnd.exec(text)?.index ?? text.length;
}
