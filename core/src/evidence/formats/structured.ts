import { lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import { breaks } from '../../yaml/recover.ts';
import type { AnyNode, Entry, Mapping } from '../../yaml/tree.ts';
import { readJson, slipInJson } from './json.ts';
import { withMerges } from './merge-keys.ts';
import type { Slip } from './slip.ts';
import { firstAgain } from './yaml-documents.ts';

/** A JSON or YAML text as a tree. */
export interface Structured {
  /** `undefined` where it is neither, or empty. */
  readonly root: AnyNode | undefined;
  /** The line, from 1, where a part of the tree begins. */
  line(node: Pick<AnyNode, 'span'> | undefined): number;
  /**
   * Where the text stops being JSON or YAML, or, to a `strict` reader, says a key of YAML twice. What a template makes of its
   * text nobody knows.
   */
  slip(strict?: boolean): Slip | undefined;
}

/** Reads any text; what is not JSON is read as YAML, its first document only. */
export function structured(text: string): Structured {
  const looksJson = /^[\s\uFEFF]*[{[]/.test(text.slice(0, 1000));
  const json = looksJson ? readJson(text) : undefined;
  const yaml = json !== undefined || isBeyondReading(text) ? undefined : parseYaml(text);
  const root = json ?? (text.includes('<<') ? withMerges(yaml?.root) : yaml?.root);
  let lines: ReturnType<typeof lineIndex> | undefined;
  const lineOf = (offset: number) => {
    lines ??= lineIndex(text);
    return lines.position(offset).line + 1;
  };
  return {
    root,
    line: (node) => lineOf(node?.span.start ?? 0),
    slip(strict = false) {
      if (yaml === undefined || /\{\{|\{%/.test(text)) return undefined;
      const slips = yaml.problems.filter(breaks);
      if (slips.length === 0) return strict ? saidTwice(yaml.root, (at) => lineOf(at.span.start)) : undefined;
      if (looksJson) return slipInJson(text);
      return { format: 'YAML', line: lineOf(Math.min(...slips.map(({ span }) => span.start))) };
    },
  };
}

/** The first key that a mapping has a second time. */
export function saidTwice(root: AnyNode | undefined, lineOf: (at: Pick<AnyNode, 'span'>) => number): Slip | undefined {
  const again = firstAgain(root);
  return again && { format: 'YAML', line: lineOf(again), twice: again.value };
}

/** Nobody writes such lines, or so many of them, in YAML; to read them can take very long. */
const longestLine = 100_000;
const mostLines = 200_000;

function isBeyondReading(text: string): boolean {
  let lines = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end === -1 ? text.length : end + 1;
    lines += 1;
    if (next - start > longestLine || lines > mostLines) return true;
    start = next;
  }
  return false;
}

/** What stands at `path`, where it is a mapping all the way. */
export function inside(node: AnyNode | undefined, ...path: readonly string[]): AnyNode | undefined {
  let found = node;
  for (const key of path) found = found?.kind === 'mapping' ? found.get(key) : undefined;
  return found;
}

/** The text at `path`; `undefined` where there is none, or it is null. */
export function textAt(node: AnyNode | undefined, ...path: readonly string[]): string | undefined {
  const found = inside(node, ...path);
  if (found?.kind !== 'scalar' || isNull(found)) return undefined;
  return String(found.value);
}

export function isNull(node: AnyNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && /^(?:null|~|)$/i.test(String(node.value));
}

export function mappingAt(node: AnyNode | undefined, ...path: readonly string[]): Mapping | undefined {
  const found = inside(node, ...path);
  return found?.kind === 'mapping' ? found : undefined;
}

export function entriesAt(node: AnyNode | undefined, ...path: readonly string[]): readonly Entry[] {
  return mappingAt(node, ...path)?.entries ?? [];
}

export function itemsAt(node: AnyNode | undefined, ...path: readonly string[]): readonly AnyNode[] {
  const found = inside(node, ...path);
  return found?.kind === 'sequence' ? found.items.filter((item) => item !== undefined) : [];
}

/** The texts of a list, or the one text that stands in its place. */
export function textsAt(node: AnyNode | undefined, ...path: readonly string[]): readonly string[] {
  const single = textAt(node, ...path);
  if (single !== undefined) return [single];
  return itemsAt(node, ...path).flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
}
