import type { Analysis } from '../check.ts';
import type { Token } from '../spec/at.ts';
import { pointer, type SpecDocument } from '../spec/document.ts';
import { type Field, fields } from '../spec/fields.generated.ts';
import { mapOf, referredName } from '../spec/names.ts';
import type { Path, Place } from '../spec/place.ts';
import type { Span } from '../text.ts';
import { type Entry, isMapping, type Scalar } from '../yaml/tree.ts';
import { tokenHere } from './alias.ts';

/** What a spec calls something: a key of one of the sections that values refer to. */
export interface Id {
  /** `owners`, `evaluation.datasets`; for a section that a value names, what it stands in. */
  readonly section: string;
  readonly name: string;
  /** A word of the language: nobody may call it otherwise. */
  readonly fixed: boolean;
}

/** One place in a spec where an id is written. */
export interface Use {
  readonly kind: 'definition' | 'reference';
  readonly place: Place;
  readonly node: Scalar<string | number>;
  /** The name alone, without quotes and what else the value says. */
  readonly span: Span;
}

export type Judged = Pick<Analysis, 'doc' | 'assessments'>;

/** Sections with ids: all that some field refers to. */
export const idSections: ReadonlySet<string> = new Set(
  fields.flatMap(({ refers, refersForm }) => (refersForm === 'section' ? [] : (refers ?? []))),
);

/** Sections that are referred to themselves, as `evaluation.gate` is. */
const namedSections: ReadonlySet<string> = new Set(
  fields.flatMap(({ refers, refersForm }) => (refersForm === 'section' ? (refers ?? []) : [])),
);

/** The ids that the word at `offset` may be: several where one name stands for things of several kinds. */
export function idsAt(judged: Judged, offset: number): readonly Id[] {
  const here = tokenHere(judged.doc, offset);
  return here === undefined ? [] : idsOf(judged, here.token);
}

export function idsOf(judged: Judged, { kind, place }: Pick<Token, 'kind' | 'place'>): readonly Id[] {
  if (kind === 'value') return referredIds(judged, place);
  const id = definedId(place);
  return id === undefined ? [] : [id];
}

/** Everywhere in the document that these ids are written, in the order of the text. */
export function usesOf(judged: Judged, ids: readonly Id[]): readonly Use[] {
  return withoutRepeats(everyUse(judged, ids));
}

/** The same, with what an alias repeats as often as it stands for a value. */
export function everyUse(judged: Judged, ids: readonly Id[]): readonly Use[] {
  if (ids.length === 0) return [];
  const isMeant = (id: Id | undefined) => id !== undefined && ids.some((one) => isSame(one, id));
  const { text } = judged.doc;
  const uses: Use[] = [];
  for (const place of placesToLookAt(judged.doc, ids)) {
    const { key, node } = place;
    if (key !== undefined && isMeant(definedId(place))) {
      uses.push({ kind: 'definition', place, node: key, span: nameSpan(text, key, key.value) });
    }
    if (node?.kind !== 'scalar') continue;
    const meant = referredIds(judged, place).find(isMeant);
    if (meant === undefined) continue;
    const name = place.field?.refersForm === 'section' ? String(node.value) : meant.name;
    uses.push({ kind: 'reference', place, node, span: nameSpan(text, node, name) });
  }
  return uses;
}

/** Those of the sections that define one of the ids, or in which a value may refer to one. */
function placesToLookAt({ placesByEntry, tree }: SpecDocument, ids: readonly Id[]): readonly Place[] {
  return placesByEntry.flatMap((section, index) => {
    const name = tree.entries[index]?.key.value;
    const defines = ids.some((id) => id.section === '' || id.section.split('.')[0] === name);
    return defines || section.mentions.some(({ value }) => isIn(value, ids)) ? section.all : [];
  });
}

function isIn(value: string, ids: readonly Id[]): boolean {
  return ids.some(({ name }) => value.includes(name));
}

/** Where values refer to one of these ids, in the order of the text. Of a text without aliases no value has to be looked at. */
export function referringPaths(judged: Judged, ids: readonly Id[]): readonly Path[] {
  const { placesByEntry, yaml } = judged.doc;
  if (!yaml.separable)
    return usesOf(judged, ids).flatMap(({ kind, place }) => (kind === 'reference' ? [place.path] : []));
  return placesByEntry.flatMap((section) =>
    section.mentions.flatMap(({ field, value, index }) => {
      if (!isIn(value, ids)) return [];
      const path = section.pathAt(index);
      const meant = meantIds(judged, field, value, path);
      return meant.some((id) => ids.some((one) => isSame(one, id))) ? [path] : [];
    }),
  );
}

/** An entry that one of the ids is the name of. */
export interface Defined {
  readonly path: Path;
  readonly entry: Entry;
  /** Of the name in the key. */
  readonly span: Span;
}

/** Where these ids are defined, in the order of the text: each key once, and all keys that are the same. */
export function definitionsOf({ doc }: Pick<Judged, 'doc'>, ids: readonly Id[]): readonly Defined[] {
  const found = ids.flatMap(({ section, name }) => {
    const steps = section === '' ? [] : section.split('.');
    const entries = steps.reduce(
      (held, step) => held.flatMap(({ key, value }) => (key.value === step && isMapping(value) ? value.entries : [])),
      doc.tree.entries,
    );
    return entries.flatMap((entry): Defined[] =>
      entry.key.value === name ? [{ path: [...steps, name], entry, span: nameSpan(doc.text, entry.key, name) }] : [],
    );
  });
  const byStart = new Map(found.toReversed().map((one) => [one.span.start, one]));
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}

export function withoutRepeats(uses: readonly Use[]): readonly Use[] {
  const byStart = new Map(uses.toReversed().map((use) => [use.span.start, use]));
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}

export function isSame(a: Id, b: Id): boolean {
  return a.section === b.section && a.name === b.name;
}

/** The id that the key of a place defines. */
export function definedId({ path, key }: Pick<Place, 'path' | 'key'>): Id | undefined {
  if (key === undefined || key.value === '') return undefined;
  const section = path.slice(0, -1).join('.');
  if (idSections.has(section)) return { section, name: key.value, fixed: isFixed(section) };
  return namedSections.has(path.join('.')) ? { section, name: key.value, fixed: true } : undefined;
}

/** What a value refers to: what is defined by that name, or else all that could be meant. */
export function referredIds(judged: Judged, { field, node, placeholder, path }: Place): readonly Id[] {
  return field === undefined || node?.kind !== 'scalar' || placeholder
    ? []
    : meantIds(judged, field, String(node.value), path);
}

function meantIds({ doc, assessments }: Judged, field: Field, value: string, path: Path): readonly Id[] {
  if (field.refers === undefined) return [];
  if (field.refersForm === 'section') {
    const steps = field.refers.includes(value) ? value.split('.') : [];
    const name = steps.pop();
    return name === undefined ? [] : [{ section: steps.join('.'), name, fixed: true }];
  }
  const name = referredName(value, field.refersForm);
  if (name === undefined || name === '') return [];
  const ids = field.refers.map((section): Id => ({ section, name, fixed: isFixed(section) }));
  const defined = ids.filter((id) => isDefined(doc, id));
  if (defined.length === 0) return field.also?.includes(value) ? [] : ids;
  return defined.length > 1 ? ofTheSameRule(doc, assessments, path, defined) : defined;
}

export function isDefined({ tree }: Pick<SpecDocument, 'tree'>, { section, name }: Omit<Id, 'fixed'>): boolean {
  return mapOf(tree, section === '' ? [] : section.split('.'))?.entry(name) !== undefined;
}

/** An exception is about what its rule looks at, whatever else is called the same. */
function ofTheSameRule(
  { tree }: SpecDocument,
  assessments: Judged['assessments'],
  path: Path,
  ids: readonly Id[],
): readonly Id[] {
  const [section, index, key] = path;
  if (section !== 'waivers' || key !== 'where') return ids;
  const waivers = tree.get('waivers');
  const waiver = waivers?.kind === 'sequence' ? waivers.items[Number(index)] : undefined;
  const rule = waiver?.kind === 'mapping' ? waiver.get('rule') : undefined;
  if (rule?.kind !== 'scalar') return ids;
  const subjects = new Set(assessments.flatMap((one) => (one.rule === rule.value ? [one.subject] : [])));
  const looked = ids.filter(({ section, name }) => subjects.has(pointer([...section.split('.'), name])));
  return looked.length > 0 ? looked : ids;
}

/** A place in a sentence: `operations.triggers.t.when[0]`. */
export function placeIn(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return `\`${steps.join('').slice(1)}\``;
}

/** Where in the text of a key or value its name stands; all of it where it is not written as it is read. */
function nameSpan(text: string, { span, value, style }: Scalar<string | number>, name: string): Span {
  const written = text.slice(span.start, span.end);
  // In `120d before answer-llm.retires` it is the last word.
  const before = String(value).lastIndexOf(' ') + 1;
  const opening = style === 'single' || style === 'double' ? 1 : 0;
  const start = span.start + opening + before;
  const isVerbatim = style !== 'block' && written.slice(opening, written.length - opening) === String(value);
  return isVerbatim && String(value).startsWith(name, before) ? { start, end: start + name.length } : span;
}

function isFixed(section: string): boolean {
  return fixedSections.has(section);
}

const fixedSections: ReadonlySet<string> = new Set(
  fields.flatMap(({ path, kind, values }: Field) => (kind === 'map' && values !== undefined ? [path] : [])),
);
