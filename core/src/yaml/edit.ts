import { type Edit, lineEnding, type Span } from '../text.ts';
import { type Draft, printEntry, printFlow, printItem, printScalar } from './print.ts';
import type { AnyNode, Entry, Mapping, Scalar, Sequence } from './tree.ts';

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
  target: { readonly mapping: Mapping | undefined; readonly holder: Scalar | undefined },
  key: string,
  value: Draft,
  order: readonly string[] = [],
): Edit | undefined {
  const { mapping, holder } = target;
  if (mapping === undefined || mapping.entries.length === 0) {
    if (mapping?.flow) return { span: mapping.span, text: printFlow({ [key]: value }) };
    if (holder === undefined) return insertLines(text, text.length, printEntry(key, value, 0, 2));
    return fillEmpty(text, holder, (indent, step) => printEntry(key, value, indent, step), printFlow({ [key]: value }));
  }

  const neighbour = entryBefore(mapping, key, order);
  if (mapping.flow) return insertInFlow(mapping, neighbour, `${printScalar(key, 'flow')}: ${printFlow(value)}`);

  const first = mapping.entries[0] as Entry;
  const indent = columnOf(text, first.key.span.start);
  const lines = printEntry(key, value, indent, indentStep(text));
  // The first key of a list item shares its line with the dash, so nothing can stand before it.
  const after = neighbour ?? (startsItsLine(text, first.key.span.start) ? undefined : first);
  if (after === undefined) {
    const at = lineStart(text, first.key.span.start);
    return insertLines(text, at, spaced(text, mapping, at) ? [...lines, ''] : lines);
  }
  const at = lineAfter(text, entryEnd(after), indent);
  return insertLines(text, at, spaced(text, mapping, at) ? ['', ...lines] : lines);
}

/** Adds an item at the end of a list; `holder` is the key whose value the list is. */
export function insertItem(
  text: string,
  target: { readonly sequence: Sequence | undefined; readonly holder: Scalar },
  value: Draft,
): Edit | undefined {
  const { sequence, holder } = target;
  if (sequence === undefined) {
    return fillEmpty(text, holder, (indent, step) => printItem(value, indent, step), `[${printFlow(value)}]`);
  }
  const last = sequence.items.at(-1);
  if (sequence.flow) {
    if (last === undefined) return { span: sequence.span, text: `[${printFlow(value)}]` };
    return { span: { start: last.span.end, end: last.span.end }, text: `, ${printFlow(value)}` };
  }
  const indent = columnOf(text, sequence.span.start);
  return insertLines(text, lineAfter(text, sequence.span.end, indent), printItem(value, indent, indentStep(text)));
}

/** Takes an entry out, with its lines or its comma. */
export function removeEntry(text: string, mapping: Mapping, entry: Entry): Edit {
  const index = mapping.entries.indexOf(entry);
  const next = mapping.entries[index + 1];
  const previous = mapping.entries[index - 1];
  const { start } = entry.key.span;
  const end = entryEnd(entry);

  if (mapping.flow || !startsItsLine(text, start)) {
    if (next !== undefined) return { span: { start, end: next.key.span.start }, text: '' };
    if (previous !== undefined) return { span: { start: entryEnd(previous), end }, text: '' };
    return { span: { start, end }, text: mapping.flow ? '' : '{}' };
  }
  return { span: { start: lineStart(text, start), end: lineAfter(text, end, Number.POSITIVE_INFINITY) }, text: '' };
}

/** Spaces before the key or dash that begins at `offset`. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** How far this file indents a level, read from its first indented line; two where it has none. */
export function indentStep(text: string): number {
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

function insertInFlow(mapping: Mapping, after: Entry | undefined, text: string): Edit {
  if (after !== undefined) return { span: at(entryEnd(after)), text: `, ${text}` };
  const first = mapping.entries[0] as Entry;
  return { span: at(first.key.span.start), text: `${text}, ` };
}

/** Writes a block below a key without a value, over a `~` or `null` if that is what stands there. */
function fillEmpty(
  text: string,
  holder: Scalar,
  block: (indent: number, step: number) => string[],
  flow: string,
): Edit | undefined {
  const rest = /^[ \t]*:[ \t]*(~|null|Null|NULL)?[ \t]*(#.*)?(?=[\r\n]|$)/.exec(text.slice(holder.span.end));
  if (rest === null) {
    const inFlow = /^[ \t]*:?[ \t]*(?=[,}\]])/.exec(text.slice(holder.span.end));
    if (inFlow === null) return undefined;
    return { span: { start: holder.span.end, end: holder.span.end + inFlow[0].length }, text: `: ${flow}` };
  }
  const step = indentStep(text);
  const lines = block(columnOf(text, holder.span.start) + step, step);
  if (rest[1] !== undefined) {
    const start = holder.span.end + rest[0].indexOf(rest[1]);
    return {
      span: { start: start - 1, end: start + rest[1].length },
      text: lineEnding(text) + lines.join(lineEnding(text)),
    };
  }
  return insertLines(text, lineAfter(text, holder.span.end, Number.POSITIVE_INFINITY), lines);
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
  const trimmed = text.slice(0, offset).trimEnd().length;
  let end = nextLine(text, trimmed);
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
  if (/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text.slice(0, offset))) return false;
  return entries.some(({ key }, index) => {
    const previous = entries[index - 1];
    return (
      previous !== undefined &&
      /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(text.slice(entryEnd(previous), key.span.start))
    );
  });
}

function entryEnd({ key, value }: { readonly key: Scalar; readonly value: AnyNode | undefined }): number {
  return Math.max(value?.span.end ?? key.span.end, key.span.end);
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}
