import type { FieldNode } from '../spec/field-tree.ts';
import type { Path } from '../spec/place.ts';
import { essentials, todo } from '../spec/todo.ts';
import { lineEnding } from '../text.ts';
import { type Draft, printEntry, printFlow, printItem } from '../yaml/print.ts';
import type { Completion } from './completion.ts';
import type { CompletionPlace } from './place.ts';

/** An entry of the map at the cursor; the last step of `path` is its id. */
export function newEntry(place: CompletionPlace, path: Path): Completion {
  const id = String(path.at(-1));
  const draft = beginning(path);
  const text = place.inFlow ? `${id}: ${printFlow(draft)}` : lines(place, printEntry(id, draft, place.column, 2));
  return entry(place, place.field.any, text);
}

/** An item of the list that `path` leads into, with all that it takes; `dash` where that is still to be written. */
export function newItem(place: CompletionPlace, path: Path, dash: '' | '- '): Completion {
  const field = dash === '' ? place.field : place.field.item;
  const draft = beginning(path);
  if (place.inFlow) return entry(place, field, inner(printFlow(draft)));
  const printed = lines(place, printItem(draft, place.column - (dash === '' ? 2 : 0), 2));
  return entry(place, field, dash === '' ? printed.slice(2) : printed);
}

/** What is written first of entries that can hold much, and of those whose keys exclude each other. */
const first: Readonly<Record<string, readonly string[]>> = {
  indexes: ['from', 'embedding', 'version', 'max_age'],
  tools: ['what', 'effect', 'runs_as', 'owner'],
  'system.pilot_gaps': ['gap', 'due', 'owner'],
  waivers: ['rule', 'reason', 'owner', 'expires'],
};

function beginning(path: Path): Draft {
  const keys = first[path.slice(0, -1).join('.')];
  return keys === undefined ? essentials(path) : Object.fromEntries(keys.map((key) => [key, todo([...path, key])]));
}

/** In braces that are there already. */
function inner(flow: string): string {
  return flow.slice(2, -2);
}

function entry(place: CompletionPlace, field: FieldNode | undefined, text: string): Completion {
  return {
    label: `new ${titleOf(field)}`,
    kind: 'entry',
    text,
    span: place.span,
    filter: undefined,
    detail: 'with what it takes',
    documentation: field?.field?.description,
    rank: 0,
    goesOn: false,
  };
}

export function titleOf(node: FieldNode | undefined): string {
  return node?.field?.title.toLowerCase() ?? 'entry';
}

/** The first one begins at the cursor. */
function lines({ doc }: CompletionPlace, printed: readonly string[]): string {
  return printed.join(lineEnding(doc.text)).trimStart();
}
