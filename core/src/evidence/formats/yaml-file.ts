import { lineIndex, type Span } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { breaks } from '../../yaml/recover.ts';
import type { AnyNode, Mapping, Scalar, Sequence } from '../../yaml/tree.ts';
import { withMerges } from './merge-keys.ts';

/** One of the documents of a YAML file. */
export interface YamlDocumentOf {
  /** `undefined` where it is empty. */
  readonly root: AnyNode | undefined;
  /** Whether all of it could be read. */
  readonly sound: boolean;
  /** The first line in the file, from 1, that is no YAML; `undefined` where all of it is. */
  readonly brokenAt: number | undefined;
  /** The line in the file, from 1, of something in this document. */
  line(at: { readonly span: Span }): number;
}

/** What stands in place of what a template fills in. */
const filledIn = '\u0091';

export interface YamlFile {
  readonly documents: readonly YamlDocumentOf[];
  /** It holds `{{ … }}`: a template of Helm, Jinja or the like. */
  readonly templated: boolean;
}

/**
 * The documents of a YAML file, of which there may be many, divided by `---`. In a template, lines that only steer it are
 * taken for empty, and values that it fills in for text: `isFilledIn` knows them again.
 */
export function yamlFile(text: string, isTemplate = true, takesMerges = true): YamlFile {
  const short = withoutLongLines(text);
  const templated = isTemplate && /^[^#\n]*\{\{/m.test(short);
  const plain = templated ? short.split('\n').map(withoutTemplate).join('\n') : short;
  const documents: YamlDocumentOf[] = [];
  let first = 0;
  for (const part of plain.split(/^---(?=\s|$)/m)) {
    const before = first;
    first += part.split('\n').length - 1;
    const document = parseYaml(part);
    const index = lineIndex(part);
    const slips = document.problems.filter(breaks).map(({ span }) => span.start);
    documents.push({
      root: part.includes('<<') && takesMerges ? withMerges(document.root) : document.root,
      sound: document.problems.length === 0,
      brokenAt: slips.length === 0 ? undefined : before + index.position(Math.min(...slips)).line + 1,
      line: ({ span }) => before + index.position(span.start).line + 1,
    });
  }
  return { documents, templated };
}

/** Nobody wrote such a line, and errors in it take the parser long; but JSON may stand on one. */
function withoutLongLines(text: string): string {
  if (/^\s*[{[]/.test(text)) return text;
  // Not by a pattern, which would try again from each letter of a line that is almost too long.
  const lines = text.split('\n');
  return lines.every(({ length }) => length < 10_000)
    ? text
    : lines.map((line) => (line.length < 10_000 ? line : '')).join('\n');
}

function withoutTemplate(line: string): string {
  if (line.length > 10_000) return '';
  if (/^\s*(?:-\s*)?\{\{[^{}]*\}\}\s*$/.test(line)) return '';
  return line.replaceAll(/(["']?)\{\{[^{}]*\}\}\1/g, filledIn);
}

export function isFilledIn(text: string): boolean {
  return text.includes(filledIn);
}

export function asMapping(node: AnyNode | undefined): Mapping | undefined {
  return node?.kind === 'mapping' ? node : undefined;
}

export function asSequence(node: AnyNode | undefined): Sequence | undefined {
  return node?.kind === 'sequence' ? node : undefined;
}

export function asScalar(node: AnyNode | undefined): Scalar | undefined {
  return node?.kind === 'scalar' ? (node as Scalar) : undefined;
}

/** The text at a path of keys; `undefined` where there is none, or something else. */
export function textAt(node: AnyNode | undefined, ...path: readonly string[]): Scalar | undefined {
  return asScalar(at(node, ...path));
}

/** The node at a path of keys. */
export function at(node: AnyNode | undefined, ...path: readonly string[]): AnyNode | undefined {
  let found = node;
  for (const key of path) found = asMapping(found)?.get(key);
  return found;
}

/** A list of texts, or the one text that stands in its place. */
export function textsIn(node: AnyNode | undefined): readonly Scalar[] {
  if (node?.kind === 'scalar') return [node as Scalar];
  return (asSequence(node)?.items ?? []).flatMap((item) => asScalar(item) ?? []);
}
