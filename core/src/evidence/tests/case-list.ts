import { type LineIndex, lineIndex } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import { readJson } from '../formats/json.ts';

/** How many cases a file of data for tests holds. */
export interface CaseList {
  readonly count: number;
  /** Where it says so, from 1. */
  readonly line: number;
}

/** Under which keys files of tools keep their cases. */
const keys = [
  'tests',
  'cases',
  'test_cases',
  'testCases',
  'scenarios',
  'attacks',
  'examples',
  'questions',
  'queries',
  'inputs',
  'rows',
  'data',
  'items',
];

/** The cases of JSON, JSON Lines, YAML or CSV; `undefined` where it is not plain what a case is. */
export function readCaseList(text: string, path: string): CaseList | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
  if (ending === 'jsonl' || ending === 'ndjson') return { count: lines.length, line: 1 };
  if (ending === 'csv' || ending === 'tsv') return { count: Math.max(lines.length - 1, 0), line: 1 };
  const root = ending === 'json' ? readJson(text) : parseYaml(text).root;
  if (root === undefined)
    return lines.every((line) => line.trimStart().startsWith('#')) ? { count: 0, line: 1 } : undefined;
  return listed(root, lineIndex(text));
}

function listed(root: AnyNode, lines: LineIndex): CaseList | undefined {
  const line = (node: AnyNode) => lines.position(node.span.start).line + 1;
  if (root.kind === 'sequence') return { count: root.items.length, line: line(root) };
  if (root.kind !== 'mapping') return undefined;
  for (const key of keys) {
    const list = root.get(key);
    if (list?.kind === 'sequence') return { count: list.items.length, line: line(list) };
  }
  return root.entries.length === 0 ? { count: 0, line: line(root) } : undefined;
}
