import type { Row } from '../cases/question.ts';

/** A record that spans more than this is a quote that nobody closed. */
const longestRecord = 1_000_000;
const batch = 250_000;

/** Rows of a table with a header line, fed line by line; `row` gets each as it is complete. */
export async function csvReader(row: (one: Row) => void) {
  // The build for browsers: it brings what it needs of Node along.
  const { parse } = await import('csv-parse/browser/esm/sync');
  let names: string[] | undefined;
  let delimiter = ',';
  let waiting: string[] = [];
  let length = 0;
  let open = false;
  let broken = false;

  const flush = () => {
    const text = waiting.join('\n');
    waiting = [];
    length = 0;
    if (text.trim() === '') return;
    try {
      const records = parse(text, {
        delimiter,
        bom: true,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: true,
        // Spreadsheets leave lines with nothing but delimiters.
        skip_records_with_empty_values: true,
      }) as string[][];
      for (const record of records) {
        if (names === undefined) names = record.map((name) => name.trim());
        else row(asRow(names, record));
      }
    } catch {
      broken = true;
    }
  };

  return {
    /** False once the table cannot be read. */
    line(line: string): boolean {
      if (names === undefined && waiting.length === 0) {
        // Excel's own line before the header.
        const told = /^\uFEFF?"?sep=([,;|\t])"?$/i.exec(line)?.[1];
        if (told !== undefined) return true;
        delimiter = delimiterOf(line);
      }
      waiting.push(line);
      length += line.length;
      if (countQuotes(line) % 2 === 1) open = !open;
      if (open) {
        if (length > longestRecord) broken = true;
      } else if (length > batch || names === undefined) flush();
      return !broken;
    },
    /** The names of the columns; `undefined` where the table is none. */
    end(): readonly string[] | undefined {
      flush();
      return broken ? undefined : names;
    },
  };
}

function asRow(names: readonly string[], record: readonly string[]): Row {
  const row: Record<string, unknown> = Object.create(null);
  for (const [index, name] of names.entries()) row[name] = record[index] ?? '';
  return row;
}

function delimiterOf(header: string): string {
  const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, times: header.split(sign).length }));
  return counted.reduce((a, b) => (b.times > a.times ? b : a)).sign;
}

function countQuotes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count += 1;
  return count;
}
