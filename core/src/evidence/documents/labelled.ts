import type { Prose } from './prose.ts';

/** What a document says under a label: in its front matter, a row of a table, `Label: value`, or below a heading. */
export interface Labelled {
  /** In small letters, without marks. */
  readonly label: string;
  readonly value: string;
  readonly line: number;
}

/** A table of Markdown; cells are without marks. */
export interface Table {
  readonly header: readonly string[];
  readonly line: number;
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/** Longer words before a colon are a sentence. */
const longestLabel = 40;

export function labelledIn(prose: Prose): readonly Labelled[] {
  const found: Labelled[] = [];
  for (const [key, { value, line }] of prose.frontMatter) found.push({ label: labelOf(key), value, line });
  for (const { line, text } of prose.lines) {
    const cells = cellsOf(text);
    if (cells !== undefined) {
      const [label = '', value = ''] = cells;
      if (label !== '' && value !== '') found.push({ label: labelOf(label), value, line });
      continue;
    }
    const own = labelIn(text);
    if (own !== undefined) found.push({ label: labelOf(own.label), value: own.value, line });
  }
  const { headings, lines } = prose;
  let next = 0;
  for (const [index, { text, line }] of headings.entries()) {
    while ((lines[next]?.line ?? Number.POSITIVE_INFINITY) <= line) next += 1;
    const below = lines[next];
    const isOwn = below !== undefined && below.line < (headings[index + 1]?.line ?? Number.POSITIVE_INFINITY);
    // What has a label of its own is not what the heading is about.
    if (isOwn && labelIn(below.text) === undefined)
      found.push({ label: labelOf(text), value: plainText(below.text), line: below.line });
  }
  return found;
}

function labelIn(text: string): { readonly label: string; readonly value: string } | undefined {
  const [, label, value] = /^([\p{L}][\p{L}\p{N} _()/-]*):\s+(\S.*)$/u.exec(plainText(text)) ?? [];
  return label === undefined || value === undefined || label.length > longestLabel ? undefined : { label, value };
}

export function tablesIn({ lines }: Pick<Prose, 'lines'>): readonly Table[] {
  const tables: Table[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const [above, dashes] = [lines[index - 1], lines[index]];
    if (above === undefined || dashes?.line !== above.line + 1 || cellsOf(dashes.text)?.length !== 0) continue;
    const header = cellsOf(above.text);
    if (header === undefined) continue;
    const rows: { readonly cells: readonly string[]; readonly line: number }[] = [];
    for (let next = lines[index + 1]; next?.line === dashes.line + 1 + rows.length; next = lines[index + 1]) {
      const cells = cellsOf(next.text);
      if (cells === undefined) break;
      rows.push({ cells, line: next.line });
      index += 1;
    }
    tables.push({ header, line: above.line, rows });
  }
  return tables;
}

/** The cells of a row; rows of dashes have none. */
export function cellsOf(text: string): readonly string[] | undefined {
  if (!text.includes('|')) return undefined;
  const inner = text.trim().replace(/^\|/, '').replace(/\|$/, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => plainText(cell.replaceAll('\\|', '|')));
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? [] : cells;
}

function labelOf(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replaceAll(/[_-]+/g, ' ')
    .replace(/[:?]+$/, '')
    .trim();
}

/** Without the marks of Markdown and HTML, and what is struck through; of a link its text. */
export function plainText(text: string): string {
  return text
    .replaceAll(/~~[^~]*~~/g, ' ')
    .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/[*`]+|(?<!\w)_+|_+(?!\w)/g, '')
    .trim();
}
