import { lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { AnyNode, Mapping, Scalar } from '../../yaml/tree.ts';
import { withMerges } from './merge-keys.ts';

/** One of the YAML documents of a file. */
export interface YamlPart {
  /** `undefined` where the document is empty. */
  readonly root: AnyNode | undefined;
  /** Something in it is no YAML, as in a template. */
  readonly broken: boolean;
  /** The first line that is no YAML; `undefined` where all of it is. */
  readonly brokenAt: number | undefined;
  readonly comments: readonly Placed[];
  /** That of the `---` before it, where there is one. */
  readonly firstLine: number;
  /** The line, from 1, in which something of this document stands in the file. */
  lineOf(node: { readonly span: { readonly start: number } }): number;
}

export interface Placed {
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** A file that holds more documents is generated, and read no further. */
const mostDocuments = 500;

/** The documents of a text, whose first line is line `first` of its file. Answers any text. */
export function yamlDocuments(text: string, first = 1): readonly YamlPart[] {
  const parts: YamlPart[] = [];
  let start = 0;
  let line = first;
  // A line that begins with --- ends a document wherever it stands: no text of YAML may hold it in its first column.
  for (const mark of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) {
    if (parts.length === mostDocuments) break;
    const before = text.slice(start, mark.index);
    if (before.trim() !== '') parts.push(yamlPart(before, line));
    line += countLines(before);
    start = mark.index;
  }
  const rest = text.slice(start);
  if (rest.trim() !== '') parts.push(yamlPart(rest, line));
  return parts;
}

function yamlPart(text: string, first: number): YamlPart {
  const { root, problems, comments } = parseYaml(text);
  const index = lineIndex(text);
  const lineOf = (offset: number) => first + index.position(offset).line;
  const refused = problems.filter(({ kind }) => kind !== 'several-documents' && kind !== 'unknown-tag');
  const brokenAt = refused.length === 0 ? undefined : lineOf(Math.min(...refused.map(({ span }) => span.start)));
  return {
    root: text.includes('<<') ? withMerges(root) : root,
    broken: brokenAt !== undefined,
    brokenAt,
    firstLine: first,
    comments: comments.map(({ text: value, span }) => ({ value, line: lineOf(span.start) })),
    lineOf: ({ span }) => lineOf(span.start),
  };
}

function countLines(text: string): number {
  return lineIndex(text).lineStarts.length - 1;
}

/** Why a strict reader refuses the document, and where: it is no YAML, or says the same key twice. */
export function refusal(part: Pick<YamlPart, 'root' | 'brokenAt' | 'lineOf'>): Placed | undefined {
  if (part.brokenAt !== undefined) return { value: 'is no YAML', line: part.brokenAt };
  const again = firstAgain(part.root);
  return again && { value: `has \`${again.value}\` a second time`, line: part.lineOf(again) };
}

/** The first key that a mapping has a second time; merges may be several. */
export function firstAgain(root: AnyNode | undefined): Scalar | undefined {
  const open = [root];
  let first: Scalar | undefined;
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    // One by one: more than a hundred thousand are too many for a call.
    if (node?.kind === 'sequence') for (const item of node.items) open.push(item);
    if (node?.kind !== 'mapping') continue;
    for (const entry of node.entries) {
      open.push(entry.value);
      const { key } = entry;
      if (key.value === '<<' || node.entry(key.value) === entry) continue;
      if (first === undefined || key.span.start < first.span.start) first = key;
    }
  }
  return first;
}

/** The text of a value and its line; `undefined` where it is no single value. */
export function placed(part: YamlPart, node: AnyNode | undefined): Placed | undefined {
  return node?.kind === 'scalar' ? { value: String(node.value), line: part.lineOf(node) } : undefined;
}

/** The value at `path`, whatever stands on the way. */
export function at(node: AnyNode | undefined, ...path: readonly string[]): AnyNode | undefined {
  let found = node;
  for (const key of path) found = found?.kind === 'mapping' ? found.get(key) : undefined;
  return found;
}

/** The mappings of a list, with nothing else that stands in it. */
export function mappingsIn(node: AnyNode | undefined): readonly Mapping[] {
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => (item?.kind === 'mapping' ? [item] : []));
}

/** The text of a value; `undefined` where it is none. */
export function textAt(node: AnyNode | undefined, ...path: readonly string[]): string | undefined {
  const value = at(node, ...path);
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

/** The single values of a list, or the value itself where it is one. */
export function scalarsIn(node: AnyNode | undefined): readonly Scalar<string | number>[] {
  if (node?.kind === 'scalar') return [node];
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) => (item?.kind === 'scalar' ? [item] : []));
}
