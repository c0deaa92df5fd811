import type { Analysis } from '../check.ts';
import { closest } from '../closest.ts';
import { nodeAt } from '../rules/subject.ts';
import { pointer } from '../spec/document.ts';
import type { FieldNode } from '../spec/field-tree.ts';
import type { Field } from '../spec/fields.generated.ts';
import type { Path } from '../spec/place.ts';
import { lineEnding } from '../text.ts';
import { printScalar } from '../yaml/print.ts';
import type { AnyNode } from '../yaml/tree.ts';
import type { Completion } from './completion.ts';
import { newEntry, newItem, titleOf } from './entries.ts';
import type { CompletionPlace } from './place.ts';
import { hasCandidates } from './values.ts';

/** Keys that the mapping at the cursor may have; entries that a map or a list may have. */
export function keys(place: CompletionPlace, analysis: Analysis): readonly Completion[] {
  const { field, path, present } = place;
  if (field.field?.kind === 'map') return entries(place);
  const asked = askedBelow(analysis, path);
  const items = [...field.children]
    .filter(([key, node]) => !present.includes(key) && isOfBranch(place, node.field) && mayHold(node, place.value))
    .map(([key, node]) => keyItem(place, key, node, asked.has(key) ? 0 : 1));
  const isNewItem =
    typeof path.at(-1) === 'number' && present.length === 0 && !place.hasColon && !place.quote && !place.isFollowed;
  return isNewItem && !isPairInBrackets(place) ? [...items, newItem(place, path, '')] : items;
}

/** In brackets a pair is an item of its own, and what follows the next one. */
function isPairInBrackets({ inFlow, doc, path }: CompletionPlace): boolean {
  const item = nodeAt(doc.tree, path);
  return inFlow && item !== undefined && doc.text[item.span.start] !== '{';
}

/** A key that has a value already may only become one that takes it. */
function mayHold(node: FieldNode | undefined, value: AnyNode | undefined): boolean {
  const kind = node?.field?.kind ?? 'scalar';
  if (value === undefined) return true;
  if (value.kind === 'scalar') return kind === 'scalar';
  if (value.kind === 'sequence') return kind === 'list';
  if (kind === 'map') return value.entries.every((entry) => mayHold(node?.any, entry.value));
  return (
    kind === 'mapping' &&
    value.entries.every(({ key, value: own }) => {
      const inner = node?.children.get(key.value);
      return inner !== undefined && mayHold(inner, own);
    })
  );
}

/** A new entry of a map, with what tells it from the others; and keys that are known by name. */
function entries(place: CompletionPlace): readonly Completion[] {
  const { field, path, present } = place;
  const map = field.field;
  const known = [...(map?.values ?? []), ...(map?.suggest ?? [])].filter(
    (key) => !present.includes(key) && mayHold(field.any, place.value),
  );
  const named = known.filter((key) => mayBecome(place, key, known)).map((key) => keyItem(place, key, field.any, 0));
  const id = `todo-${titleOf(field.any).replaceAll(/[^a-z0-9]+/g, '-')}`;
  const isNew = !place.hasColon && !place.quote && !place.isFollowed;
  if (map?.values !== undefined || !isNew || present.includes(id)) return named;
  return [...named, newEntry(place, [...path, id])];
}

/** Others may point at an entry that is finished: its name is only put right. */
function mayBecome({ hasColon, value, name }: CompletionPlace, key: string, known: readonly string[]): boolean {
  return !hasColon || value === undefined || closest(name, known) === key;
}

function keyItem(place: CompletionPlace, key: string, node: FieldNode | undefined, rank: number): Completion {
  const { title = '', description } = node?.field ?? {};
  return {
    label: key,
    kind: 'key',
    text: `${keyText(place, key)}${place.hasColon ? '' : `:${opening(place, node)}`}`,
    span: place.span,
    filter: undefined,
    detail: title,
    documentation: description,
    rank,
    // Where there is nothing to choose an editor would say so.
    goesOn: node === undefined || (hasCandidates(node) && !isWhole(place, node)),
  };
}

function keyText({ quote, unclosed }: CompletionPlace, key: string): string {
  return quote === '' ? printScalar(key, 'flow') : `${key}${unclosed ? quote : ''}`;
}

/** What stands behind a key before its value. */
function opening({ inFlow, column, doc, value, quote }: CompletionPlace, node: FieldNode | undefined): string {
  if (value !== undefined && value.kind !== 'scalar') return ''; // It stands below already.
  const { kind = 'scalar', values = [] } = node?.field ?? {};
  if (isWhole({ value }, node)) return ` ${values[0]}`;
  if (inFlow || kind === 'scalar') return ' ';
  const line = `${lineEnding(doc.text)}${' '.repeat(column - (quote === '' ? 0 : 1) + 2)}`;
  return kind === 'list' ? `${line}- ` : line;
}

/** The only value there is comes with its key. */
function isWhole({ value }: Pick<CompletionPlace, 'value'>, node: FieldNode | undefined): boolean {
  return node?.field?.kind === 'scalar' && node.field.values?.length === 1 && value === undefined;
}

/** Keys below `path` that some requirement misses at the judged stage. */
function askedBelow({ findings }: Analysis, path: Path): ReadonlySet<string> {
  const start = pointer(path);
  const asked = new Set<string>();
  for (const { wants = [] } of findings) {
    for (const wanted of wants) if (pointer(wanted).startsWith(`${start}/`)) asked.add(String(wanted[path.length]));
  }
  return asked;
}

/** Fields of a union belong to one of its branches, which another key tells. */
function isOfBranch({ field, path, doc }: CompletionPlace, own: Field | undefined): boolean {
  const key = field.field?.discriminator?.key;
  const holder = nodeAt(doc.tree, path);
  const chosen = key === undefined || holder?.kind !== 'mapping' ? undefined : holder.get(key);
  if (own?.only === undefined || chosen?.kind !== 'scalar') return true;
  return Object.values(own.only).some((branches) => branches.includes(String(chosen.value)));
}
