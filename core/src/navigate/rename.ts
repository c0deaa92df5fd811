import { thing } from '../rules/language/undefined-id.ts';
import type { Token } from '../spec/at.ts';
import { pointer, readSpec, type SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import { saysOf } from '../spec/formats.ts';
import { isHidden } from '../spec/names.ts';
import type { Place } from '../spec/place.ts';
import { isPlaceholder, isPlaceholderId } from '../spec/placeholder.ts';
import { nameOf, oneOf, quoted } from '../spec/words.ts';
import { applyEdits, type Edit, type Span } from '../text.ts';
import { renameKey, replaceScalar } from '../yaml/edit.ts';
import type { Scalar } from '../yaml/tree.ts';
import { tokenHere } from './alias.ts';
import {
  everyUse,
  type Id,
  idsOf,
  isDefined,
  isSame,
  type Judged,
  placeIn,
  referredIds,
  type Use,
  withoutRepeats,
} from './ids.ts';

/** Why something cannot be called otherwise, in a sentence. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

/** The id at an offset: where it stands there, and what it is called. */
export interface Renamable {
  readonly kind: 'renamable';
  readonly id: Id;
  readonly span: Span;
}

export interface Renamed {
  readonly kind: 'renamed';
  /** Disjoint, sorted, and about the text that was checked. */
  readonly edits: readonly Edit[];
}

/** What would be renamed at `offset`. */
export function renamableAt(judged: Judged, offset: number): Renamable | Refusal {
  const { doc } = judged;
  const here = tokenHere(doc, offset);
  if (here === undefined) return refused('Only an id can be renamed: there is none here.');
  const { token } = here;
  const [id] = idsOf(judged, token);
  if (id === undefined) return refused(notAnId(token));
  const called = quoted(id.name);
  if (id.fixed) return refused(`${called} is a word of the language, not an id: it cannot be renamed.`);
  if (!isDefined(doc, id)) return refused(undefinedHere(token.place, id.name));
  if (isHidden(doc.text, doc.yaml, id.name)) {
    return refused(`${called} also stands in a part of the file that cannot be read as YAML: mend that part first.`);
  }
  const use = everyUse(judged, [id]).find(({ node }) => node === token.node);
  if (use === undefined) return refused(notAnId(token));
  return { kind: 'renamable', id, span: here.span === token.node.span ? use.span : here.span };
}

/** Every use of the id at `offset` under its new name; or why that cannot be. */
export function renameAt(judged: Judged, offset: number, name: string): Renamed | Refusal {
  const found = renamableAt(judged, offset);
  if (found.kind === 'refused') return found;
  const { doc } = judged;
  const { id } = found;
  if (name === id.name) return { kind: 'renamed', edits: [] };
  if ((name.trim() !== '' && isPlaceholder(name, undefined)) || isPlaceholderId(name)) {
    return refused(`${quoted(name)} is a placeholder, not a name.`);
  }
  if (isDefined(doc, { ...id, name })) return refused(`There is already ${withArticle(id.section)} ${quoted(name)}.`);

  const uses = everyUse(judged, [id]).filter(({ kind, place }) => kind === 'definition' || isMeant(judged, place, id));
  const shared = sharedWith(doc, uses);
  if (shared !== undefined) {
    return refused(`${placeIn(shared.path)} is no id and repeats ${quoted(id.name)} by an alias: write it out there.`);
  }
  const word = uses.find(({ place, kind }) => kind === 'reference' && place.field?.also?.includes(name));
  if (word !== undefined) return refused(`${placeIn(word.place.path)} has a meaning of its own for ${quoted(name)}.`);

  const edits = withoutRepeats(uses).map((use) => editOf(use, id, name));
  return refusalOf(judged, edits, id, name, uses) ?? { kind: 'renamed', edits };
}

/** Reads the file as it would be, and compares: what meant this id means it still, and nothing else does. */
function refusalOf(before: Judged, edits: readonly Edit[], id: Id, name: string, uses: readonly Use[]) {
  const doc = readSpec(applyEdits(before.doc.text, edits), before.doc);
  const isBroken = doc.yaml.problems.length > before.doc.yaml.problems.length;
  if (isBroken || doc.places.length !== before.doc.places.length || doc.faults.length > before.doc.faults.length) {
    return refused(wrongForm(id, name));
  }
  const [was, is] = [id.name, name].map((one) => pointer([...id.section.split('.'), one]));
  const assessments = before.assessments.map((one) => (one.subject === was ? { ...one, subject: is ?? '' } : one));
  const after: Judged = { doc, assessments };

  const own = new Set(uses.flatMap(({ kind, place }) => (kind === 'reference' ? [place] : [])));
  for (const [index, place] of before.doc.places.entries()) {
    const later = doc.places[index];
    if (later === undefined || place.field?.refers === undefined) continue;
    const [meant] = referredIds(before, place);
    const [means] = referredIds(after, later);
    const expected = own.has(place) && meant !== undefined ? { ...meant, name } : meant;
    if (expected === undefined && means === undefined) continue;
    // What leads nowhere must not be answered by the way.
    const isKept = expected !== undefined && means !== undefined && isSame(expected, means);
    if (isKept && meant !== undefined && isDefined(before.doc, meant) === isDefined(doc, means)) continue;
    const then = means === undefined ? 'something else' : `${thing(means.section)} ${quoted(means.name)}`;
    return refused(`${placeIn(place.path)} would then mean ${then}.`);
  }
  return undefined;
}

/** A name that is written as it is read changes where it stands, so that its quotes stay. */
function editOf({ node, span, place, kind }: Use, id: Id, name: string): Edit {
  if (span.start !== node.span.start || span.end !== node.span.end) {
    if (node.style === 'double') return { span, text: JSON.stringify(name).slice(1, -1) };
    return { span, text: node.style === 'single' ? name.replaceAll("'", "''") : name };
  }
  if (kind === 'definition') return renameKey(node as Scalar, name);
  const value = String(node.value);
  const at = value.lastIndexOf(' ') + 1;
  const whole = value.startsWith(id.name, at) ? value.slice(0, at) + name + value.slice(at + id.name.length) : name;
  return replaceScalar(node, whole, place.inFlow ? 'flow' : 'block');
}

/** Of several things with one name, the value means the first that its field may refer to. */
function isMeant(judged: Judged, place: Place, id: Id): boolean {
  const [first] = referredIds(judged, place);
  return first !== undefined && isSame(first, id);
}

/** What is no use of the id, and would change with it because an alias repeats it. */
function sharedWith({ places, yaml }: SpecDocument, uses: readonly Use[]): Place | undefined {
  if (yaml.separable) return undefined; // No anchors.
  const starts = new Set(uses.map(({ node }) => node.span.start));
  const keys = new Set(uses.flatMap(({ kind, place }) => (kind === 'definition' ? [place] : [])));
  const values = new Set(uses.flatMap(({ kind, place }) => (kind === 'reference' ? [place] : [])));
  return places.find((place) => {
    const { key, node } = place;
    if (node?.kind === 'scalar' && starts.has(node.span.start) && !values.has(place)) return true;
    return key !== undefined && key.span.end > key.span.start && starts.has(key.span.start) && !keys.has(place);
  });
}

function notAnId({ kind, place }: Token): string {
  const name = quoted(nameOf(place.path));
  if (kind === 'key') return `${name} is a word of the language, not an id: it cannot be renamed.`;
  return `The value of ${name} is not an id: only ids can be renamed.`;
}

function undefinedHere({ field }: Place, name: string): string {
  const sections = field?.refers ?? [];
  const things = sections.length > 4 ? 'Nothing here' : `No ${oneOf(sections.map(thing))}`;
  return `${things} is called ${quoted(name)}: there is nothing to rename.`;
}

function wrongForm({ section }: Id, name: string): string {
  const field = fieldAt(section.split('.'))?.field;
  const example = /^[^:\s]+/.exec(field?.example ?? '')?.[0] ?? '';
  const form = field === undefined ? 'an id' : saysOf({ ...field, format: field.keys, example });
  return `${quoted(name)} is not ${form}.`;
}

function withArticle(section: string): string {
  const what = thing(section);
  return `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`;
}

function refused(reason: string): Refusal {
  return { kind: 'refused', reason };
}
