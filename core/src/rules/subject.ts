import { type Assessment, type Insertion, type Shortfall, stages, weakest } from '../assessment.ts';
import { pointer } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import { isMisspelt } from '../spec/misspelt.ts';
import { undefinedName } from '../spec/names.ts';
import type { Path } from '../spec/place.ts';
import { isPlaceholder } from '../spec/placeholder.ts';
import { todo } from '../spec/todo.ts';
import { unwatched } from '../spec/watched.ts';
import type { Span } from '../text.ts';
import { type AnyNode, type Mapping, mapping, type Scalar, type Sequence } from '../yaml/tree.ts';
import { beyondReason } from './beyond-reason.ts';
import type { Proof } from './proof.ts';
import type { Context } from './rule.ts';

/** One thing that a requirement looks at: a source, an alert, the logging section, the system as a whole. */
export interface Subject<T = unknown> {
  /** How a message calls it: `source "letters"`, `logging`. */
  readonly name: string;
  readonly id: string;
  readonly path: Path;
  /** Its key, or the key a person would look at to write it. */
  readonly at: { readonly span: Span };
  /** Empty where there is nothing yet. */
  readonly value: Mapping<T>;
}

/** What is wrong with a subject. */
export interface Fault {
  readonly at: { readonly span: Span };
  readonly state: 'missing' | 'hollow' | 'stale' | 'contradicted';
  readonly reason: string;
  /** Counts from this stage on; from the pilot on unless said. */
  readonly from?: Shortfall['from'];
  readonly insert?: readonly Insertion[];
  readonly fix?: Assessment['fix'];
}

/** Every entry of a map of the spec, such as `sources`, empty ones included. */
export function each<T>(
  context: Context,
  path: readonly string[],
  map: Mapping<{ readonly [id: string]: T }> | undefined,
): readonly Subject<T>[] {
  const raw = nodeAt(context.doc.tree, path);
  if (map === undefined || raw?.kind !== 'mapping') return [];
  const where = path.join('.');
  const { entries } = map; // Looked at each time: who asks depends on them.
  // Many rules look at the same map, and some at all of it for each entry of another one.
  return context.memo.of(`each ${where}`, () => {
    const noun = fieldAt([...path, '*'])?.field?.title.toLowerCase() ?? 'entry';
    return entries.map(({ key, value }) => ({
      name: `${noun} "${key.value}"`,
      id: key.value,
      path: [...path, key.value],
      at: key,
      value: (value ?? nothing(key)) as Mapping<T>,
    }));
  });
}

/** Every item of a list of mappings, such as `waivers`; `noun` is what a message calls one. */
export function items<T>(
  context: Context,
  path: readonly string[],
  list: Sequence<T> | undefined,
  noun: string,
): Subject<T>[] {
  const raw = nodeAt(context.doc.tree, path);
  if (raw?.kind !== 'sequence') return [];
  let index = -1;
  return (list?.items ?? []).flatMap((item): Subject<T>[] => {
    // Empty and refused items are absent from the accepted list, so the places differ.
    do index += 1;
    while (index < raw.items.length && raw.items[index]?.span.start !== item?.span.start);
    if (item?.kind !== 'mapping') return [];
    const value = item as unknown as Mapping<T>;
    const at = value.entries[0]?.key ?? value;
    return [{ name: `${noun} ${index + 1}`, id: String(index), path: [...path, index], at, value }];
  });
}

/** One mapping of the spec, whether it is there or not. */
export function part<T>(context: Context, path: readonly string[], value: Mapping<T> | undefined): Subject<T> {
  const at = keyAt(context, path);
  return {
    name: `\`${path.join('.')}\``,
    id: path.at(-1) ?? '',
    path,
    at,
    value: value ?? (nothing(at) as Mapping<T>),
  };
}

/**
 * The verdict on a subject: its faults and what artifacts say against it, or how much is known of it. What artifacts can
 * show of a subject depends on what it names, and so does how much a stage may ask of it.
 */
export function* verdict(
  subject: Pick<Subject, 'name' | 'path' | 'at'>,
  faults: Iterable<Fault | undefined>,
  proofs: Iterable<Proof | undefined> = [],
): Generator<Assessment> {
  const wanting = new Set<number>();
  let sound = true;
  const where = pointer(subject.path);
  for (const fault of faults) {
    if (fault === undefined) continue;
    const { at, state, from } = fault;
    sound = false;
    // A value that is no answer at all need not hear what else it does not fit.
    if (state !== 'missing' && wanting.has(at.span.start)) continue;
    if (state !== 'missing' && from === undefined) wanting.add(at.span.start);
    yield fromStageOn(fault, where, false);
  }
  const good: Proof[] = [];
  for (const proof of proofs) {
    if (proof === undefined || wanting.has(proof.at.span.start)) continue;
    if (isEnough(proof)) {
      good.push(proof);
      continue;
    }
    sound = false;
    if (proof.from === undefined) wanting.add(proof.at.span.start);
    yield fromStageOn(proof, where, true);
  }
  // What is right about a subject is worth knowing beside what is wrong.
  if (sound || good.length > 0) yield summedUp(subject, where, good);
}

/** Nothing more can be shown, or nothing at all. */
export function isEnough({ state, reach = 'proven' }: Proof): boolean {
  return state === 'unverifiable' || state === 'proven' || state === reach;
}

/** `isShown`: an artifact was looked at, and says so. */
export function fromStageOn(fault: Fault | Proof, subject: string, isShown: boolean): Assessment {
  const { at, state, reason, from, fix } = fault;
  const insert = 'insert' in fault ? fault.insert : undefined;
  const { facts, lacks, reach = 'proven' }: Partial<Proof> = isShown ? (fault as Proof) : {};
  const shown = isShown ? { facts, lacks, reach } : {};
  if (from === undefined || from === stages[0]) return { at, subject, state, reason, insert, fix, ...shown };
  const enough = 'Enough for now; a later stage asks for more.';
  // What an artifact says that was found is linked, which is all that the stage before production asks.
  const found = isShown && from === stages[2];
  return {
    at,
    subject,
    state: found ? 'linked' : 'declared',
    reason: enough,
    shortfalls: [{ from, state, reason }],
    insert,
    fix,
    ...shown,
  };
}

/** Of several proofs the weakest is what is known of the whole. */
export function summedUp(subject: Pick<Subject, 'name' | 'at'>, where: string, proofs: readonly Proof[]): Assessment {
  const state = proofs.length === 0 ? 'declared' : weakest(proofs.map((proof) => proof.state));
  const deciding = proofs.find((proof) => proof.state === state);
  return {
    at: subject.at,
    subject: where,
    state,
    reason: deciding?.reason ?? `${sentence(subject.name)} is declared.`,
    reach: state === 'linked' || state === 'proven' ? state : 'declared',
    facts: proofs.flatMap(({ facts = [] }) => facts),
  };
}

/**
 * What a subject does not say. `fields` are paths below it, such as `auth.method`; `says` completes the sentence
 * "source "letters" does not say …". One fault for all that is absent, and one for each placeholder.
 */
export function* lacking(
  context: Context,
  subject: Pick<Subject, 'name' | 'path' | 'at'>,
  fields: readonly string[],
  says: string,
): Generator<Fault> {
  const absent: string[] = [];
  const all = nodeAt(context.doc.tree, subject.path);
  for (const name of fields) {
    const steps = name.split('.');
    const given = nodeAt(all, steps);
    if (given === undefined || (isEmpty(given) && !isRefused(context.doc, given))) absent.push(name);
    else yield* unanswered(context, given, [...subject.path, ...steps], subject);
  }
  if (absent.length === 0) return;
  // What is there under a slightly wrong key has a finding at that key, which stands in for its part.
  const misspelt = absent.filter((name) => isMisspelt(context.doc, [...subject.path, ...name.split('.')]));
  for (const names of [absent.filter((name) => !misspelt.includes(name)), misspelt]) {
    if (names.length === 0) continue;
    const list = names.map((name) => `\`${name}\``).join(', ');
    const first = [...subject.path, ...(names[0] ?? '').split('.')];
    yield {
      at: placeFor(context, first, subject),
      state: 'missing',
      reason:
        names.length === fields.length
          ? `${sentence(subject.name)} does not say ${says}: ${list} ${names.length === 1 ? 'is' : 'are'} missing.`
          : `${sentence(subject.name)} has no ${list}.`,
      insert: skeleton(subject.path, names),
    };
  }
}

/** As `lacking`, where some of it is only asked from pre-production on; what lacks more lacks it in one fault. */
export function lackingInSteps(
  context: Context,
  subject: Pick<Subject, 'name' | 'path' | 'at'>,
  fields: { readonly now: readonly string[]; readonly later: readonly string[] },
  says: string,
): Fault[] {
  const now = [...lacking(context, subject, fields.now, says)];
  if (now.some(({ state }) => state === 'missing')) {
    return [...lacking(context, subject, [...fields.now, ...fields.later], says)];
  }
  const later = [...lacking(context, subject, fields.later, says)];
  return [...now, ...later.map((fault): Fault => ({ ...fault, from: 'pre-production' }))];
}

/** Placeholders for `fields`, which are paths below `path` such as `auth.method`. */
export function skeleton(path: Path, fields: readonly string[]): Insertion[] {
  return fields.map((name) => {
    const at = [...path, ...name.split('.')];
    return { path: at, draft: todo(at) };
  });
}

/** Placeholders, and values that the schema refused, anywhere in what was given. */
function* unanswered(context: Context, node: AnyNode, path: Path, subject: Pick<Subject, 'name'>): Generator<Fault> {
  const field = fieldAt(path)?.field;
  const name = path.filter((step) => typeof step === 'string').at(-1);
  if (isRefused(context.doc, node)) {
    // Said better by `invalid-value`, whose finding stands in for this one; but it is no answer.
    const at = node.kind === 'scalar' ? node : (rawKey(context.doc.tree, path) ?? node);
    yield { at, state: 'hollow', reason: `\`${name}\` of ${subject.name} does not have its form.` };
  } else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries)
      if (value !== undefined) yield* unanswered(context, value, [...path, key.value], subject);
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries())
      if (item !== undefined) yield* unanswered(context, item, [...path, index], subject);
  } else if (
    undefinedName(context.doc, field, String(node.value)) !== undefined &&
    !isPlaceholder(String(node.value), field)
  ) {
    // Said better by `undefined-id`; but a name that leads nowhere is no answer.
    yield { at: node, state: 'hollow', reason: `\`${name}\` of ${subject.name} names what the spec does not define.` };
  } else if (isPlaceholder(String(node.value), field)) {
    yield { at: node, state: 'hollow', reason: `\`${name}\` of ${subject.name} is still a placeholder.` };
  } else {
    const doubt = field === undefined ? undefined : beyondReason(context, field, String(node.value));
    if (doubt !== undefined) {
      yield { at: node, state: 'hollow', reason: `\`${name}\` of ${subject.name} is ${node.value}: ${doubt}.` };
    }
  }
}

export function isRefused(doc: Context['doc'], node: AnyNode): boolean {
  // Thousands of values may be asked about with thousands refused.
  const nodes = doc.memo.of(isRefused, () => {
    return new Set(doc.faults.flatMap((one) => (one.kind === 'invalid-value' ? [one.node] : [])));
  });
  return nodes.has(unwatched(node));
}

/** A fault at `node` if `test` finds its value wanting; `reason` gets the value. */
export function hollow<T>(
  node: Scalar<T> | undefined,
  test: Pick<RegExp, 'test'> | ((value: T) => boolean),
  reason: (value: T) => string,
): Fault | undefined {
  if (node === undefined) return undefined;
  const wanting = typeof test === 'function' ? test(node.value) : test.test(String(node.value));
  return wanting ? { at: node, state: 'hollow', reason: reason(node.value) } : undefined;
}

/** The token a person would edit to write something at `path`: its own empty key, or the nearest key above it. */
function placeFor(context: Context, path: Path, subject: Pick<Subject, 'path' | 'at'>): { readonly span: Span } {
  for (let depth = path.length; depth > subject.path.length; depth -= 1) {
    const key = rawKey(context.doc.tree, path.slice(0, depth));
    if (key !== undefined) return key;
  }
  return subject.at;
}

/** The key at `path`, or else the nearest one: of what holds it, or of the section before it in the language's order. */
export function keyAt(context: Pick<Context, 'doc'>, path: Path): { readonly span: Span } {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const key = rawKey(context.doc.tree, path.slice(0, depth));
    if (key !== undefined) return key;
  }
  return sectionBefore(context.doc.tree, String(path[0]));
}

function sectionBefore(tree: Mapping, section: string): { readonly span: Span } {
  const order = [...(fieldAt([])?.children.keys() ?? [])];
  const before = order.slice(0, order.indexOf(section)).reverse();
  const nearest = before.map((name) => tree.entry(name)).find((entry) => entry !== undefined);
  return nearest?.key ?? tree.entries[0]?.key ?? { span: { start: 0, end: 0 } };
}

export function nodeAt(tree: AnyNode | undefined, path: Path): AnyNode | undefined {
  let node = tree;
  for (const step of path) {
    if (node?.kind === 'mapping') node = node.get(String(step));
    else if (node?.kind === 'sequence') node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** Whether a list with nothing in it is written at `path`: somebody says that there is none. */
export function isEmptyList({ doc }: Pick<Context, 'doc'>, path: Path): boolean {
  const node = nodeAt(doc.tree, path);
  return node?.kind === 'sequence' && node.items.length === 0;
}

function rawKey(tree: Mapping, path: Path): Scalar | undefined {
  const holder = nodeAt(tree, path.slice(0, -1));
  return holder?.kind === 'mapping' ? holder.entry(String(path.at(-1)))?.key : undefined;
}

function isEmpty(node: AnyNode): boolean {
  if (node.kind === 'sequence') return node.items.every((item) => item === undefined);
  return node.kind === 'mapping' && node.entries.length === 0;
}

function nothing(at: { readonly span: Span }): Mapping {
  return mapping([], at.span, false);
}

export function sentence(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
