import type { AnyNode } from '../../yaml/tree.ts';
import { questionOf, type Row } from './question.ts';
import { isRow } from './tally.ts';

/** The cases in a structured text, or why nobody can tell which they are. */
export type Rows =
  | {
      readonly rows: readonly Row[];
      /** Further files that the text refers to, relative to its folder, as a promptfoo configuration does. */
      readonly elsewhere: readonly string[];
      /** JSON pointers of the lists in it, where there are several and nothing says which is meant. */
      readonly lists: readonly string[];
    }
  | { readonly unclear: string };

/** Keys under which files keep their cases, beside a name, a version, a date. */
const wrappers = [
  'examples',
  'cases',
  'test_cases',
  'testCases',
  'tests',
  'items',
  'questions',
  'queries',
  'goldens',
  'samples',
  'rows',
  'records',
  'entries',
  'data',
  'dataset',
] as const;

/** `pointer` picks a list in a text that has several. */
export function rowsOf(value: unknown, pointer?: string): Rows {
  const found = rowsIn(value, pointer);
  if (!('rows' in found) || !found.rows.slice(0, 20).some((row) => holdsCases(row, 0))) return found;
  return { unclear: 'its cases are in lists below others' };
}

/** Whether it is no case itself and has some in a list of its own, as an article with questions. */
function holdsCases(row: Row, depth: number): boolean {
  if (questionOf(row) !== undefined) return false;
  return [...wrappers, 'paragraphs', 'qas', 'scenarios'].some((key) => {
    const inner = Object.hasOwn(row, key) ? row[key] : undefined;
    const first = Array.isArray(inner) ? inner.find(isRow) : undefined;
    return first !== undefined && (questionOf(first) !== undefined || (depth < 2 && holdsCases(first, depth + 1)));
  });
}

function rowsIn(value: unknown, pointer?: string): Rows {
  if (pointer !== undefined) {
    const meant = at(value, pointer);
    return meant === undefined ? { unclear: `nothing stands at ${pointer}` } : rowsIn(meant);
  }
  if (Array.isArray(value)) return listed(value);
  if (!isRow(value)) return { unclear: 'it holds no list of cases' };
  if (questionOf(value) !== undefined && !('providers' in value)) return of([value]);
  for (const key of wrappers) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    if (Array.isArray(inner)) return listed(inner);
    if (key === 'tests' && (typeof inner === 'string' || isGenerator(inner))) return listed([inner]);
    if (isRow(inner) && keyed(inner) !== undefined) return of(keyed(inner) ?? []);
  }
  const lists = Object.entries(value).filter((entry): entry is [string, Row[]] => isListOfRows(entry[1]));
  if (lists.length > 0) {
    const named = lists.length > 1 ? lists.map(([key]) => `/${escaped(key)}`) : [];
    return { rows: lists.flatMap(([, rows]) => rows), elsewhere: [], lists: named };
  }
  const rows = keyed(value);
  return rows === undefined ? { unclear: 'it holds no list of cases' } : of(rows);
}

function of(rows: readonly Row[]): Rows {
  return { rows, elsewhere: [], lists: [] };
}

function listed(items: readonly unknown[]): Rows {
  const rows: Row[] = [];
  const elsewhere: string[] = [];
  for (const item of items) {
    const reference = isGenerator(item) ? item.path : item;
    if (typeof reference === 'string' && isReference(reference)) elsewhere.push(reference.replace(/^file:\/\//, ''));
    else if (isRow(item)) rows.push(item);
    else if (item !== null && item !== undefined && item !== '') rows.push({ text: String(item) });
  }
  return { rows, elsewhere, lists: [] };
}

/** A question may be any text; what is a path, an address or a variable stands for cases that are somewhere else. */
function isReference(text: string): boolean {
  return (
    /^(?:file:\/\/|https?:\/\/|huggingface:\/\/|langfuse:\/\/|\$[A-Z_]|\{\{)/.test(text) ||
    /^[^\s?]+\.(?:jsonl|json|ya?ml|csv|tsv|xlsx|js|mjs|ts|py)(?::\w+)?$/.test(text)
  );
}

/** Cases that are made by code: `{ path: file://make.py, config: … }`. */
function isGenerator(item: unknown): item is { readonly path: string } {
  return (
    isRow(item) && typeof item.path === 'string' && Object.keys(item).every((key) => key === 'path' || key === 'config')
  );
}

function isListOfRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

/** Cases by id: `{ q1: {…}, q2: {…} }`. A single one may be anything. */
function keyed(value: Row): readonly Row[] | undefined {
  const entries = Object.entries(value).filter(([key]) => !key.startsWith('_'));
  const rows = entries.map(([id, row]) => (isRow(row) ? { id, ...row } : undefined));
  if (rows.length < 2 || !rows.every((row) => row !== undefined)) return undefined;
  return rows.some((row) => questionOf(row) !== undefined) ? rows : undefined;
}

/** What a JSON pointer leads to; `undefined` where it leads nowhere. */
export function at(value: unknown, pointer: string): unknown {
  if (pointer === '' || pointer === '/') return value;
  let here = value;
  for (const step of steps(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** The steps of a JSON pointer, `~1` and `~0` undone. */
export function steps(pointer: string): readonly string[] {
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The values of a tree. What YAML writes as a number stays the text it is. */
export function plain(node: AnyNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar')
    return node.style === 'plain' && /^(?:null|~)$/.test(String(node.value)) ? null : node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  const row: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) row[key.value] = plain(value);
  return row;
}
