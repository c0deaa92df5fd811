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
  for (const { text, line } of prose.headings) {
    const next = prose.lines.find((one) => one.line > line);
    const isOwn = next !== undefined && !prose.headings.some((other) => other.line > line && other.line < next.line);
    // What has a label of its own is not what the heading is about.
    if (isOwn && labelIn(next.text) === undefined)
      found.push({ label: labelOf(text), value: plainText(next.text), line: next.line });
  }
  return found;
}

function labelIn(text: string): { readonly label: string; readonly value: string } | undefined {
  const [, label, value] = /^([\p{L}][\p{L}\p{N} _()/-]*):\s+(\S.*)$/u.exec(plainText(text)) ?? [];
  return label === undefined || value === undefined || label.length > longestLabel ? undefined : { label, value };
}

export function tablesIn({ lines }: Pick<Prose, 'lines'>): readonly Table[] {
  const tables: Table[] = [];
  for (const [index, { line, text }] of lines.entries()) {
    const header = cellsOf(lines[index - 1]?.text ?? '');
    if (header === undefined || lines[index - 1]?.line !== line - 1 || cellsOf(text)?.length !== 0) continue;
    const rows: { readonly cells: readonly string[]; readonly line: number }[] = [];
    for (let next = index + 1; lines[next]?.line === line + next - index; next += 1) {
      const cells = cellsOf(lines[next]?.text ?? '');
      if (cells === undefined) break;
      rows.push({ cells, line: lines[next]?.line ?? line });
    }
    tables.push({ header, line: line - 1, rows });
  }
  return tables;
}

/** The cells of a row; rows of dashes have none. */
function cellsOf(text: string): readonly string[] | undefined {
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

/** Without the marks around it, and of a link its text. */
function plainText(text: string): string {
  return text
    .replaceAll(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/[*`]+/g, '')
    .replaceAll(/(^|\s)_+|_+(?=\s|[:.,]|$)/g, '$1')
    .trim();
}
