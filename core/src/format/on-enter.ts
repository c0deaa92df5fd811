import type { SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Place } from '../spec/place.ts';
import type { Edit } from '../text.ts';

/**
 * What a new line begins with, as the line above it and the language want it: deeper below a key that holds more, with
 * `- ` where a list is to come or goes on, else below the key above. `offset` is where the cursor stands in the new line.
 * Behind an item that is still empty the list is over: that goes, and the next key can come.
 * No edit where something stands in that line already, inside blocks of text, quotes and brackets, and where the line
 * above does not tell.
 */
export function afterLineBreak(doc: SpecDocument, offset: number, tabWidth: number): readonly Edit[] {
  const { text } = doc;
  const start = lineStart(text, offset);
  const [own = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
  if (start === 0 || /[^\s-]/.test(own) || /^\s*-.*-/.test(own)) return [];
  const above = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
  const left = endOfList(doc, above, start);
  if (left !== undefined) return [{ span: { start: above, end: start + own.length }, text: left }];
  const wanted = beginning(doc, above, start, Math.min(Math.max(tabWidth, 1), 8));
  if (wanted === undefined || wanted === own) return [];
  return [{ span: { start, end: start + own.length }, text: wanted }];
}

/** What takes the place of an item without anything in it, the line from `above` to `end`: the column of the list's key. */
function endOfList({ text, places }: SpecDocument, above: number, end: number): string | undefined {
  const dash = /^( *)- *[\r\n]+$/.exec(text.slice(above, end));
  if (dash === null) return undefined;
  const column = dash[1]?.length ?? 0;
  for (let line = above; line > 0; ) {
    line = lineStart(text, text.startsWith('\r\n', line - 2) ? line - 2 : line - 1);
    const [, indent = '', items = ''] = /^( *)((?:- +)*)/.exec(text.slice(line, above)) ?? [];
    const isBetween = /^ *(?:#.*)?[\r\n]/.test(text.slice(line, above)) || indent.length > column;
    if (isBetween || (indent.length === column && items !== '')) continue;
    const list = places.find(
      ({ key }) => isIn(key, line, above) && key?.span.start === line + indent.length + items.length,
    );
    return list !== undefined && fieldAt(list.path)?.field?.kind === 'list'
      ? ' '.repeat(indent.length + items.length)
      : undefined;
  }
  return undefined;
}

/** Of the line behind the one that begins at `above` and ends before `end`. */
function beginning(doc: SpecDocument, above: number, end: number, tabWidth: number): string | undefined {
  const { text, places, yaml } = doc;
  if (yaml.broken.some((span) => span.start < end && span.end > above)) return undefined;
  const line = text.slice(above, end).replace(/[\r\n]+$/, '');
  const last = places.findLast((place) => isIn(place.key, above, end) || isIn(itemOf(place), above, end));
  if (last === undefined || last.inFlow || /^\s*(?:#|$)/.test(line)) return undefined;
  const { key, node, path } = last;
  if (key === undefined) return continued(doc, last, above, end);

  const column = key.span.start - above;
  if (node === undefined) {
    if (!/^\s*:\s*(?:#.*)?$/.test(text.slice(key.span.end, above + line.length))) return undefined;
    const kind = fieldAt(path)?.field?.kind;
    const deeper = ' '.repeat(column + tabWidth);
    if (kind === 'mapping' || kind === 'map') return deeper;
    return kind === 'list' ? `${isFlush(doc) ? ' '.repeat(column) : deeper}- ` : undefined;
  }
  // What goes on in the next line has its own indentation.
  if (
    node.kind !== 'scalar' ||
    node.style === 'block' ||
    node.span.start < above ||
    node.span.end > above + line.length
  )
    return undefined;
  return ' '.repeat(column);
}

/** Below an item that is a word of a list. */
function continued({ text }: SpecDocument, { node }: Place, above: number, end: number): string | undefined {
  const line = text.slice(above, end);
  const dash = /^(\s*)-\s+\S/.exec(line);
  const isOneWord = node?.kind === 'scalar' && node.style !== 'block' && node.span.end <= above + line.trimEnd().length;
  return dash !== null && isOneWord ? `${dash[1]}- ` : undefined;
}

function itemOf({ path, node }: Place): Place['node'] {
  return typeof path.at(-1) === 'number' && node?.kind === 'scalar' ? node : undefined;
}

function isIn(node: Place['key'] | Place['node'], start: number, end: number): boolean {
  return node !== undefined && node.span.start >= start && node.span.start < end;
}

/** Whether lists of this file stand right below their keys; by the first one. */
function isFlush({ text, places }: SpecDocument): boolean {
  for (const { key, node, inFlow } of places) {
    if (key === undefined || node?.kind !== 'sequence' || node.flow || inFlow) continue;
    const [first] = node.items;
    const at = first === undefined ? -1 : lineStart(text, first.span.start);
    if (at <= key.span.start) continue;
    return text.slice(at).search(/\S/) === key.span.start - lineStart(text, key.span.start);
  }
  return false;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
