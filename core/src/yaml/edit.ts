import { type Edit, lineEnding, type Span } from '../text.ts';
import { type Draft, printBlock, printEntry, printFlow, printItem, printScalar } from './print.ts';
import type { Entry, Mapping, Scalar, Sequence } from './tree.ts';

/*
 * Five edits, each a slice of the original text: nothing is printed again, so comments, quotes and layout stay as they
 * are wherever we do not touch them. Style (indentation, flow or block, line endings) is read from the neighbours.
 */

/** Puts `value` in place of a scalar, in the quotes that it has or needs. */
export function replaceScalar(node: Scalar<string | number>, value: string, place: 'block' | 'flow' = 'block'): Edit {
  const quoted = node.style === 'double' || node.style === 'single';
  return { span: node.span, text: quoted ? JSON.stringify(value) : printScalar(value, place) };
}

export function renameKey(key: Scalar, name: string): Edit {
  return replaceScalar(key, name, 'flow');
}

/**
 * Adds `key: value` to a mapping, behind the last of its entries that `order` puts before it.
 * `holder` is the key whose value the mapping is, and says where to write when there is no value yet.
 */
export function insertEntry(
  text: string,
  target: { readonly mapping: Mapping | undefined; readonly holder: Scalar | undefined; readonly inFlow?: boolean },
  key: string,
  value: Draft,
  order: readonly string[] = [],
): Edit | undefined {
  const { mapping, holder, inFlow = false } = target;
  if (mapping === undefined || mapping.entries.length === 0) {
    return insertValue(text, { value: mapping, holder, inFlow }, { [key]: value });
  }

  const neighbour = entryBefore(mapping, key, order);
  if (mapping.flow) return insertInFlow(text, mapping, neighbour, `${printScalar(key, 'flow')}: ${printFlow(value)}`);

  const first = mapping.entries[0] as Entry;
  const indent = columnOf(text, first.key.span.start);
  const lines = printEntry(key, value, indent, indentStep(text));
  // The first key of a list item shares its line with the dash, so nothing can stand before it.
  const after = neighbour ?? (startsItsLine(text, first.key.span.start) ? undefined : first);
  if (after === undefined) {
    const at = lineStart(text, first.key.span.start);
    return insertLines(text, at, spaced(text, mapping, at) ? [...lines, ''] : lines);
  }
  const at = lineAfter(text, entryEnd(text, after), indent);
  return insertLines(text, at, spaced(text, mapping, at) ? ['', ...lines] : lines);
}

/** Adds an item at the end of a list; `holder` is the key whose value the list is. */
export function insertItem(
  text: string,
  target: { readonly sequence: Sequence | undefined; readonly holder: Scalar; readonly inFlow?: boolean },
  value: Draft,
): Edit | undefined {
  const { sequence, holder, inFlow = false } = target;
  if (sequence === undefined || sequence.items.length === 0) {
    return insertValue(text, { value: sequence, holder, inFlow }, [value]);
  }
  const last = sequence.items.at(-1);
  if (sequence.flow) {
    return last && { span: at(last.span.end), text: `, ${printFlow(value)}` };
  }
  const indent = columnOf(text, sequence.span.start);
  return insertLines(text, lineAfter(text, sequence.span.end, indent), printItem(value, indent, indentStep(text)));
}

/** A key without a value, or with an empty one such as `{}`: `value` is that one, `inFlow` says where the key stands. */
export interface Gap {
  readonly value: Mapping | Sequence | undefined;
  readonly holder: Scalar | undefined;
  readonly inFlow: boolean;
}

/** Writes a whole value where there is none; without a key to hold it, at the end of the file. */
export function insertValue(text: string, { value, holder, inFlow }: Gap, draft: Draft): Edit | undefined {
  if (value?.flow) return { span: value.span, text: printFlow(draft) };
  if (holder === undefined) return insertLines(text, text.length, printBlock(draft, 0, indentStep(text)));

  const { end } = holder.span;
  const given = /^([ \t]*:)?([ \t]*(?:~|null|Null|NULL)(?=[\s,}\]]|$))?/.exec(text.slice(end));
  const [all = '', colon = '', nothing = ''] = given ?? [];
  const span = { start: end + colon.length, end: end + all.length };
  const rest = /^[ \t]*(#.*)?(?=[\r\n]|$)/.exec(text.slice(span.end));
  if (inFlow) {
    const ends = /^\s*(?:[,}\]#]|$)/.test(text.slice(span.end));
    return ends ? { span, text: `${colon === '' ? ':' : ''} ${printFlow(draft)}` } : undefined;
  }
  if (rest === null) return undefined; // Behind the colon stands what is no value, such as an anchor.
  if (typeof draft === 'string') return { span, text: ` ${printScalar(draft)}` };

  const step = indentStep(text);
  const lines = printBlock(draft, columnOf(text, holder.span.start) + step, step);
  if (nothing === '') return insertLines(text, lineAfter(text, span.end, Number.POSITIVE_INFINITY), lines);
  const newline = lineEnding(text);
  return { span: { start: span.start, end: span.end + rest[0].length }, text: [rest[0], ...lines].join(newline) };
}

/** Takes an entry out, with its lines or its comma. */
export function removeEntry(text: string, mapping: Mapping, entry: Entry): Edit {
  const index = mapping.entries.indexOf(entry);
  const next = mapping.entries[index + 1];
  const previous = mapping.entries[index - 1];
  const { start } = entry.key.span;
  const end = entryEnd(text, entry);

  if (mapping.flow || !startsItsLine(text, start)) {
    if (next !== undefined) return { span: { start, end: next.key.span.start }, text: '' };
    if (previous !== undefined) return { span: { start: entryEnd(text, previous), end }, text: '' };
    if (!mapping.flow) return { span: { start, end }, text: '{}' };
    const comma = /^\s*,/.exec(text.slice(end, mapping.span.end))?.[0].length ?? 0;
    return { span: { start, end: end + comma }, text: '' };
  }
  return { span: { start: lineStart(text, start), end: lineAfter(text, end, Number.POSITIVE_INFINITY) }, text: '' };
}

/** Spaces before the key or dash that begins at `offset`. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** How far this file indents a level, read from its first indented line; two where it has none. */
function indentStep(text: string): number {
  return /(?:^|[\r\n])( {1,8})[^\s#-]/.exec(text)?.[1]?.length ?? 2;
}

function entryBefore(mapping: Mapping, key: string, order: readonly string[]): Entry | undefined {
  const place = order.indexOf(key);
  if (place === -1) return mapping.entries.at(-1);
  return mapping.entries.findLast((entry) => {
    const other = order.indexOf(entry.key.value);
    return other !== -1 && other < place;
  });
}

function insertInFlow(text: string, mapping: Mapping, after: Entry | undefined, written: string): Edit {
  if (after !== undefined) return { span: at(entryEnd(text, after)), text: `, ${written}` };
  const first = mapping.entries[0] as Entry;
  return { span: at(first.key.span.start), text: `${written}, ` };
}

/** Whole lines before the line that starts at `offset`, or behind the last line of a file that does not end its last line. */
function insertLines(text: string, offset: number, lines: readonly string[]): Edit {
  const newline = lineEnding(text);
  if (offset === 0 || /[\r\n]/.test(text[offset - 1] ?? '')) {
    return { span: at(offset), text: lines.map((line) => line + newline).join('') };
  }
  return { span: at(offset), text: lines.map((line) => newline + line).join('') };
}

/** Start of the line behind the one in which `offset` lies, and behind the deeper comments that follow it. */
function lineAfter(text: string, offset: number, indent: number): number {
  let end = nextLine(text, offset);
  for (;;) {
    const comment = /^( *)#/.exec(text.slice(end, nextLine(text, end)));
    if (comment === null || (comment[1]?.length ?? 0) <= indent) return end;
    end = nextLine(text, end);
  }
}

function nextLine(text: string, offset: number): number {
  const lineEnd = /\r\n|\n|\r/g;
  lineEnd.lastIndex = offset;
  return lineEnd.exec(text) === null ? text.length : lineEnd.lastIndex;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function startsItsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Whether the entries of this mapping are kept apart by blank lines, and the new one is not set apart already. */
function spaced(text: string, { entries }: Mapping, offset: number): boolean {
  if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(Math.max(0, offset - 1000), offset))) return false;
  return entries.some(({ key }, index) => {
    const previous = entries[index - 1];
    return (
      previous !== undefined &&
      /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(entryEnd(text, previous), key.span.start))
    );
  });
}

/** Behind the value, or behind the colon and the `~` of an entry that has none. */
function entryEnd(text: string, { key, value }: Entry): number {
  if (value !== undefined) return Math.max(value.span.end, key.span.end);
  const nothing = /^[ \t]*:(?:[ \t]*(?:~|null|Null|NULL)(?=[\s,}\]]|$))?/.exec(
    text.slice(key.span.end, key.span.end + 1000),
  );
  return key.span.end + (nothing?.[0].length ?? 0);
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}
