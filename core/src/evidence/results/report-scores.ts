import { csvReader } from '../formats/csv.ts';
import type { Metric, Special } from './reported.ts';

/** A table with a row for each case and a column for each measure, as Ragas writes it. Cells without a number are counted. */
export async function scores(text: string): Promise<Special | { readonly unclear: string }> {
  const sums = new Map<string, { sum: number; known: number; missing: number; other: boolean }>();
  let rows = 0;
  const reader = await csvReader((row) => {
    rows += 1;
    for (const [name, cell] of Object.entries(row)) {
      const known = sums.get(name) ?? { sum: 0, known: 0, missing: 0, other: false };
      sums.set(name, known);
      const value = String(cell).trim();
      if (value === '' || /^(?:nan|none|null)$/i.test(value)) known.missing += 1;
      else if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)) {
        known.sum += Number(value);
        known.known += 1;
      } else known.other = true;
    }
  });
  for (const line of text.split(/\r?\n/)) if (!reader.line(line)) break;
  if (reader.end() === undefined || rows === 0) return { unclear: 'it is no table that can be read' };
  const metrics = [...sums].flatMap(([name, { sum, known, missing, other }]): Metric[] => {
    if (other || known === 0 || /^(?:|index|id|unnamed.*)$/i.test(name)) return [];
    return [{ name, value: sum / known, cases: known, missing, line: 1 }];
  });
  return { format: 'CSV', metrics, cases: { count: rows }, versions: [] };
}
