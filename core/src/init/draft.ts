import type { Stage } from '../assessment.ts';
import { check } from '../check.ts';
import { completeStage } from '../fixes/complete.ts';
import { readSpec, type SpecDocument } from '../spec/document.ts';
import { type FieldNode, fieldTree } from '../spec/field-tree.ts';
import { mapOf } from '../spec/names.ts';
import { todo } from '../spec/todo.ts';
import { applyEdits, type Edit, type Span } from '../text.ts';
import { type Draft, printBlock } from '../yaml/print.ts';
import type { Found } from './found.ts';

/** A first spec. */
export interface FirstSpec {
  readonly text: string;
  /** Those of the answers that the language takes; the text has them all. */
  readonly answers: readonly Found[];
  /** Spans of the placeholders in the text, in its order. */
  readonly open: readonly Span[];
  /** Those of them that block the stage. */
  readonly blocking: readonly Span[];
  readonly stage: Stage;
}

export interface Given {
  /** Asked of the person, who wants a spec of this kind. */
  readonly type?: string;
  /** Asked of the person too: what keeps a system from it is asked for. A pilot, unless somebody says so. */
  readonly stage?: Stage;
  readonly asOf: string;
}

/** More answers than that are refused by nobody's rules. */
const mostRounds = 10;

const header = `# A first spec. What stands in this repository is filled in, and each TODO waits for an answer of yours:
# a person, a number with its unit, a path, a date. "ai-system check" tells what else the stage asks.

`;

/** The answers in the order of the language, and a placeholder for everything else that keeps a system from the stage. */
export function draft(found: readonly Found[], given: Given): FirstSpec {
  const { asOf, stage = 'pilot' } = given;
  let answers = found;
  for (let round = 0; ; round += 1) {
    const analysis = check(print(answers, given), { asOf, stage });
    const refused = analysis.findings.filter(({ rule }) => againstLanguage.has(rule)).map(({ span }) => span);
    const kept = round === mostRounds ? [] : answers.filter((answer) => !isAt(analysis.doc, answer, refused));
    if (kept.length < answers.length) {
      answers = kept;
      continue;
    }
    const fix = completeStage(analysis, stage, 'blocking');
    const whole = fix === undefined ? analysis.doc.text : applyEdits(analysis.doc.text, fix.edits);
    const text = withKnownIds(readSpec(whole));
    const { doc, findings } = check(text, { asOf, stage });
    const open = placeholdersIn(doc);
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ span }) => span);
    const blocking = open.filter(({ start, end }) => errors.some((one) => one.start <= start && end <= one.end));
    return { text, answers, open, blocking, stage };
  }
}

/** What a reader of files cannot foresee, such as an id that the language reads as something else. */
const againstLanguage: ReadonlySet<string> = new Set([
  'syntax-error',
  'invalid-value',
  'invalid-character',
  'unknown-key',
  'undefined-id',
  'duplicate-key',
  'boolean-key',
  'needs-quotes',
  'unquoted-version',
  'no-secrets-inline',
]);

function isAt({ tree }: SpecDocument, { path }: Found, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
  let node: SpecDocument['tree'] | undefined = tree;
  let span: Span | undefined;
  for (const key of path) {
    const entry: ReturnType<SpecDocument['tree']['entry']> = node?.entry(key);
    if (entry === undefined) return false;
    span = { start: entry.key.span.start, end: entry.value?.span.end ?? entry.key.span.end };
    node = entry.value?.kind === 'mapping' ? entry.value : undefined;
  }
  return span !== undefined && spans.some((one) => one.start >= (span?.start ?? 0) && one.start < (span?.end ?? 0));
}

function placeholdersIn({ places }: SpecDocument): readonly Span[] {
  return places.flatMap(({ placeholder, node }) => (placeholder && node?.kind === 'scalar' ? [node.span] : []));
}

const mostNames = 4;

/** `TODO owner id` where the owners are known: `TODO claims-ops | search-ops`. */
function withKnownIds(doc: SpecDocument): string {
  const edits = doc.places.flatMap(({ placeholder, node, field }): Edit[] => {
    const [section, ...others] = field?.refers ?? [];
    if (!placeholder || node?.kind !== 'scalar' || section === undefined || others.length > 0) return [];
    const names = (mapOf(doc.tree, section.split('.'))?.entries ?? []).map(({ key }) => key.value);
    if (names.length === 0 || names.length > mostNames || names.some((name) => !plainId.test(name))) return [];
    const { start, end } = node.span;
    const said = doc.text.slice(start, end);
    return / id$/.test(said) ? [{ span: node.span, text: `TODO ${names.join(' | ')}` }] : [];
  });
  return applyEdits(doc.text, edits);
}

/** That needs no quotes, and is not itself still to be chosen. */
const plainId = /^(?!todo-)[a-z][a-z0-9.-]*$/;

type Growing = Map<string, Growing | Draft>;

function print(answers: readonly Found[], { type, stage = 'pilot' }: Given): string {
  const root: Growing = new Map();
  const own: readonly (readonly [readonly string[], Draft])[] = [
    [['apiVersion'], 'ai-system/v1'],
    [['system', 'stage'], stage],
    ...(type === undefined ? [] : [[['system', 'type'], type] as const]),
  ];
  for (const { path, value } of answers) put(root, path, value);
  for (const [path, value] of own) put(root, path, value);
  for (const path of [
    ['system', 'name'],
    ['system', 'type'],
  ])
    if (!mapAt(root, ['system'])?.has(path[1] ?? '')) put(root, path, todo(path));
  for (const id of mapAt(root, ['monitoring', 'metrics'])?.keys() ?? []) {
    // What tells the kinds of metric apart is a field that no repository has.
    const path = ['monitoring', 'metrics', id, 'kind'];
    put(root, path, todo(path));
  }
  const sections = inOrder(root, fieldTree());
  const blocks = Object.entries(sections).map(([key, value]) => printBlock({ [key]: value }, 0, 2).join('\n'));
  return `${header}${blocks.join('\n\n')}\n`;
}

function put(root: Growing, path: readonly string[], value: Draft): void {
  let map = root;
  for (const key of path.slice(0, -1)) {
    const known = map.get(key);
    const next: Growing = known instanceof Map ? known : new Map();
    map.set(key, next);
    map = next;
  }
  map.set(path.at(-1) ?? '', value);
}

function mapAt(root: Growing, path: readonly string[]): Growing | undefined {
  let map: Growing | Draft | undefined = root;
  for (const key of path) map = map instanceof Map ? map.get(key) : undefined;
  return map instanceof Map ? map : undefined;
}

/** Keys as the language has them; of a map, as they were found. */
function inOrder(map: Growing, node: FieldNode | undefined): Record<string, Draft> {
  const known = [...(node?.children.keys() ?? [])].filter((key) => map.has(key));
  const keys = [...known, ...[...map.keys()].filter((key) => !known.includes(key))];
  return Object.fromEntries(
    keys.map((key): [string, Draft] => {
      const value = map.get(key) ?? '';
      const below = node?.children.get(key) ?? node?.any;
      return [key, value instanceof Map ? inOrder(value, below) : value];
    }),
  );
}
