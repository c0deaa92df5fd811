import type { AnyNode } from '../../yaml/tree.ts';
import { inside, isNull, itemsAt, type Structured, structured, textAt } from '../formats/structured.ts';
import { containers, isKnownName, plainName } from './field-names.ts';

/** One record of a call, as it is stored. */
export interface CallRecord {
  /** Whether there is a record at all: an object that holds something. */
  readonly isRecord: boolean;
  /** By plain name: what is held, with and without the containers around it. */
  readonly held: ReadonlyMap<string, Held>;
  /** By the last part of its name: what is held anywhere but in what was said and found. */
  readonly deep: ReadonlyMap<string, Held>;
  /** The texts in it, with their lines. */
  readonly texts: readonly { readonly line: number; readonly text: string }[];
}

export interface Held {
  /** As it is written, with dots between the levels. */
  readonly path: string;
  readonly line: number;
  /** Null, or of no length. */
  readonly empty: boolean;
}

/** What is read of a record that has very many parts. */
const mostHeld = 20_000;
const mostTexts = 5_000;

/** A sample of one record, in JSON, YAML or the first line of JSON Lines; flat, nested, or as OpenTelemetry writes it. */
export function readRecord(text: string): CallRecord {
  const { document, before } = documentOf(text);
  const held = new Map<string, Held>();
  const deep = new Map<string, Held>();
  const texts: { line: number; text: string }[] = [];
  const line = (node: Pick<AnyNode, 'span'>) => document.line(node) + before;

  const visit = (node: AnyNode | undefined, names: readonly string[], at: Pick<AnyNode, 'span'>): void => {
    if (held.size >= mostHeld) return;
    // What only holds other things is not itself a field.
    const holds = node?.kind === 'mapping' && containers.has(plainName(names.at(-1) ?? ''));
    if (names.length > 0 && !holds) {
      const what = { line: line(at), empty: isEmpty(node) };
      note(held, names, what);
      noteDeep(deep, names, what);
    }
    if (node === undefined) return;
    if (node.kind === 'scalar') {
      if (texts.length < mostTexts) texts.push({ line: line(node), text: String(node.value).slice(0, 10_000) });
      return;
    }
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) visit(value, [...names, key.value], key);
      return;
    }
    for (const item of node.items) {
      if (item === undefined) continue;
      const pair = keyAndValue(item);
      if (pair !== undefined) visit(unwrapped(pair.value), [...names, pair.key], item);
      else visit(item, names, item);
    }
  };
  // Of a list of records the first one is the sample.
  const { root } = document;
  const record = root?.kind === 'sequence' ? root.items[0] : root;
  if (record?.kind === 'mapping') visit(record, [], record);
  return { isRecord: record?.kind === 'mapping' && record.entries.length > 0, held, deep, texts };
}

/** JSON Lines are several documents: the first line that is not empty is one. */
function documentOf(text: string): { readonly document: Structured; readonly before: number } {
  const lines = /^\s*\{/.test(text) ? text.split(/\r?\n/, 200) : [];
  const first = lines.findIndex((line) => line.trim() !== '');
  const second = lines.slice(first + 1).find((line) => line.trim() !== '');
  if (first !== -1 && second?.trimStart().startsWith('{') === true && lines[first]?.trimEnd().endsWith('}') === true) {
    return { document: structured(lines[first] ?? ''), before: first };
  }
  return { document: structured(text), before: 0 };
}

/** `{key, value: {stringValue}}`, as OpenTelemetry writes attributes. */
function keyAndValue(item: AnyNode): { readonly key: string; readonly value: AnyNode | undefined } | undefined {
  if (item.kind !== 'mapping' || item.entries.length !== 2) return undefined;
  const key = textAt(item, 'key');
  const value = inside(item, 'value');
  return key === undefined || value === undefined ? undefined : { key, value };
}

function unwrapped(value: AnyNode | undefined): AnyNode | undefined {
  if (value?.kind !== 'mapping' || value.entries.length !== 1) return value;
  const [entry] = value.entries;
  switch (entry?.key.value) {
    case 'stringValue':
    case 'intValue':
    case 'doubleValue':
    case 'boolValue':
    case 'bytesValue':
      return entry.value;
    case 'arrayValue':
    case 'kvlistValue':
      return inside(entry.value, 'values');
    default:
      return value;
  }
}

function note(held: Map<string, Held>, names: readonly string[], what: Omit<Held, 'path'>): void {
  const path = names.join('.');
  const parts = names.flatMap((name) => name.split('.').map(plainName)).filter((part) => part !== '');
  for (let start = 0; start < parts.length; start += 1) {
    const key = parts.slice(start).join('_');
    const known = held.get(key);
    // Of two that bear one name the one that says something counts.
    if (known === undefined || (known.empty && !what.empty)) held.set(key, { path, ...what });
    if (!containers.has(parts[start] ?? '')) break;
  }
  // Names of one's own have a prefix of one's own: `claims_ai.index_version`. A single word at the end may mean anything.
  const last = plainName(names.at(-1)?.split('.').at(-1) ?? '');
  const isOnTop = names.slice(0, -1).every((name) => name.split('.').every((part) => containers.has(plainName(part))));
  if (isOnTop && last.includes('_') && !held.has(last) && !isKnownName(names.at(-1) ?? '')) {
    held.set(last, { path, ...what });
  }
}

/** What a person or a model wrote, or an index found, may hold anything under any name. */
const contents =
  /^(?:messages?|inputs?|outputs?|contents?|parts|prompts?|completions?|documents?|features|question|query|answer|retrieved|chunks|sources|contexts|arguments)$/;

function noteDeep(deep: Map<string, Held>, names: readonly string[], what: Omit<Held, 'path'>): void {
  const parts = names.flatMap((name) => name.split('.').map(plainName)).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (parts.slice(0, -1).some((part) => contents.test(part))) return;
  const known = deep.get(last);
  if (known === undefined || (known.empty && !what.empty)) deep.set(last, { path: names.join('.'), ...what });
}

function isEmpty(node: AnyNode | undefined): boolean {
  const value = unwrapped(node);
  if (value === undefined || isNull(value)) return true;
  if (value.kind === 'scalar') return String(value.value).trim() === '';
  if (value.kind === 'mapping') return value.entries.length === 0 || value.entries.every((one) => isEmpty(one.value));
  return itemsAt(value).every((item) => isEmpty(item));
}
