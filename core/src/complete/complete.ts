import type { Analysis } from '../check.ts';
import { addDays } from '../dates.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { nodeAt } from '../rules/subject.ts';
import { pointer } from '../spec/document.ts';
import { type FieldNode, fieldAt } from '../spec/field-tree.ts';
import type { Field } from '../spec/fields.generated.ts';
import { saysOf } from '../spec/formats.ts';
import type { Path } from '../spec/place.ts';
import { essentials } from '../spec/todo.ts';
import { lineEnding, type Span } from '../text.ts';
import { type Draft, printEntry, printScalar } from '../yaml/print.ts';
import type { AnyNode } from '../yaml/tree.ts';
import { artifactCandidates } from './artifacts.ts';
import { type CompletionPlace, completionPlace } from './place.ts';

/** Something that can be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'entry' | 'value' | 'id' | 'form' | 'file' | 'selector';
  /** What replaces `span`; where it has placeholders, they begin with TODO. */
  readonly text: string;
  readonly span: Span;
  /** A few words beside the label. */
  readonly detail: string;
  /** What it is and why it is there. */
  readonly documentation?: string;
  /** Lower comes first: what the stage asks, before what may be said. */
  readonly rank: number;
  /** More can be chosen right behind it. */
  readonly goesOn: boolean;
}

interface CompleteOptions {
  /** A later version of the text that was analysed, which `offset` is about. */
  readonly text?: string;
  readonly evidence?: Evidence;
  /** ISO date of today, where the analysis may be of yesterday. */
  readonly asOf?: string;
}

/**
 * All that makes sense at `offset`, whatever is typed already: the editor filters. What the stage asks is told by the
 * analysis, as nobody waits for one of a word that is half typed.
 */
export function complete(
  analysis: Analysis,
  offset: number,
  { text = analysis.doc.text, evidence, asOf = analysis.options.asOf }: CompleteOptions = {},
): Completion[] {
  if (analysis.skipped !== undefined) return [];
  const place = completionPlace(text, offset, analysis.doc);
  if (place === undefined) return [];
  return place.kind === 'key' ? keys(place, analysis) : values(place, asOf, evidence);
}

function keys(place: CompletionPlace, analysis: Analysis): Completion[] {
  const { field, path, present } = place;
  if (field.field?.kind === 'map') return entries(place);
  const asked = askedBelow(analysis, path);
  return [...field.children]
    .filter(([key, node]) => !present.includes(key) && isOfBranch(place, node.field) && mayHold(node, place.value))
    .map(([key, node]) => keyItem(place, key, node, asked.has(key) ? 0 : 1));
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
function entries(place: CompletionPlace): Completion[] {
  const { field, path, present, span } = place;
  const map = field.field;
  const known = [...(map?.values ?? []), ...(map?.suggest ?? [])].filter(
    (key) => !present.includes(key) && mayHold(field.any, place.value),
  );
  const named = known.map((key) => keyItem(place, key, field.any, 0));
  const title = field.any?.field?.title.toLowerCase() ?? 'entry';
  const id = `todo-${title.replaceAll(/[^a-z0-9]+/g, '-')}`;
  if (map?.values !== undefined || place.inFlow || place.hasColon || present.includes(id)) return named;
  const text = entryText(place, id, essentials([...path, id]));
  const about = field.any?.field?.description;
  return [
    ...named,
    {
      label: `new ${title}`,
      kind: 'entry',
      text,
      span,
      detail: 'an entry',
      documentation: about,
      rank: 0,
      goesOn: false,
    },
  ];
}

function keyItem(place: CompletionPlace, key: string, node: FieldNode | undefined, rank: number): Completion {
  const { span } = place;
  const { title = '', description } = node?.field ?? {};
  const text = place.hasColon ? printScalar(key, 'flow') : `${printScalar(key, 'flow')}:${opening(place, node)}`;
  return { label: key, kind: 'key', text, span, detail: title, documentation: description, rank, goesOn: true };
}

/** What stands behind a key before its value. */
function opening({ inFlow, column, doc }: CompletionPlace, node: FieldNode | undefined): string {
  const kind = node?.field?.kind ?? 'scalar';
  if (inFlow || kind === 'scalar') return ' ';
  const line = `${lineEnding(doc.text)}${' '.repeat(column + 2)}`;
  return kind === 'list' ? `${line}- ` : line;
}

function entryText({ column, doc }: CompletionPlace, key: string, draft: Draft): string {
  return printEntry(key, draft, column, 2).join(lineEnding(doc.text)).trimStart();
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

function values(place: CompletionPlace, asOf: string, evidence: Evidence | undefined): Completion[] {
  const field = place.field.field;
  if (field === undefined || field.kind !== 'scalar') return [];
  const item = (text: string, kind: Completion['kind'], detail: string, rank = 0): Completion => ({
    label: text,
    kind,
    text: written(place, text),
    span: place.span,
    detail,
    documentation: field.description,
    rank,
    goesOn: false,
  });
  const words = [...(field.values ?? []), ...(field.also ?? []), ...(field.suggest ?? [])];
  const ids = idsFor(place, field);
  return [
    ...words.map((word) => item(word, 'value', field.title)),
    ...ids.map(({ id, title }) => item(id, 'id', title)),
    ...artifactCandidates(place, field, evidence).map(({ text, kind, detail }) => item(text, kind, detail)),
    ...(words.length + ids.length === 0 ? forms(field, asOf) : []).map(([text, detail]) =>
      item(text, 'form', detail, 1),
    ),
  ];
}

function idsFor({ doc }: CompletionPlace, field: Field): readonly { readonly id: string; readonly title: string }[] {
  if (field.refersForm === 'section')
    return (field.refers ?? []).map((section) => ({ id: section, title: 'of this spec' }));
  return (field.refers ?? []).flatMap((section) => {
    const steps = section.split('.');
    const map = nodeAt(doc.tree, steps);
    const title = fieldAt([...steps, '*'])?.field?.title.toLowerCase() ?? 'id';
    return map?.kind === 'mapping' ? map.entries.map(({ key }) => ({ id: key.value, title })) : [];
  });
}

/** Days to choose from where a date is asked, in days from today. */
const days = [0, 30, 90];

function forms(field: Field, asOf: string): readonly (readonly [text: string, detail: string])[] {
  if (field.format === 'date') {
    return days.map((count) => [addDays(asOf, count), count === 0 ? 'today' : `in ${count} days`]);
  }
  if (field.format === undefined || field.artifact !== undefined || field.text || !isForm.has(field.format)) return [];
  return [[field.example, saysOf(field)]];
}

/** Forms of which an example shows how they are written; a name or a sentence of somebody else is no help. */
const isForm: ReadonlySet<string> = new Set([
  ...['convention', 'cron', 'duration', 'hours', 'limit', 'money', 'rate', 'sampleSize'],
  ...['share', 'threshold', 'timezone', 'moment'],
]);

function written({ quote, inFlow }: CompletionPlace, text: string): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  if (quote === "'") return text.replaceAll("'", "''");
  return printScalar(text, inFlow ? 'flow' : 'block');
}
