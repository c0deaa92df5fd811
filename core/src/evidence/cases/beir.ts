import { csvReader } from '../formats/csv.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { parentOf } from '../reference.ts';
import { counted, type DataSet, eachLine, jsonLines, type Reading, unclear } from './case-reading.ts';
import { tally } from './tally.ts';

/** The column of queries in relevance judgements as BEIR keeps them: a query has as many lines as passages that fit. */
export function judgements(columns: readonly string[]): string | undefined {
  return columns.length === 3 && columns[1] === 'corpus-id' ? columns[0] : undefined;
}

export async function distinctIn(host: ArtifactHost, file: ArtifactPath, column: string): Promise<Answer<DataSet>> {
  const seen = new Set<unknown>();
  const cases = tally();
  const reader = await csvReader((row) => {
    if (seen.has(row[column])) return;
    seen.add(row[column]);
    cases.add({ id: row[column] });
  });
  const read = await host.lines(file, mostBytes.table, reader.line);
  if (read.kind === 'unread') return read;
  reader.end();
  // Numbers of queries are not what they ask.
  return counted('BEIR', cases, { fingerprints: undefined });
}

/** Queries with relevance judgements beside them count as far as they were judged. */
export async function queries(reading: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const judged = await reading.host.list(
    { root: file.root, path: `${parentOf(file.path)}/qrels`.replace(/^\//, '') },
    (path) => /\/qrels\/[^/]+\.tsv$|^qrels\/[^/]+\.tsv$/.test(path),
    10,
  );
  if (judged.kind === 'unread' || judged.facts.paths.length === 0) return jsonLines(reading, file);
  const path = judged.facts.paths.find((one) => one.endsWith('/test.tsv')) ?? judged.facts.paths[0] ?? '';
  return judgedQueries(reading, file, { root: file.root, path });
}

async function judgedQueries(
  { host, which }: Reading,
  file: ArtifactPath,
  qrels: ArtifactPath,
): Promise<Answer<DataSet>> {
  const ids = new Set<string>();
  // With a header or without: no query is called as a column is.
  const read = await host.lines(qrels, mostBytes.table, (line) => {
    const [id, passage] = line.replace(/^\uFEFF/, '').split('\t', 2);
    if (id !== undefined && passage !== undefined) ids.add(id.trim());
    return true;
  });
  if (read.kind === 'unread') return read;
  if (ids.size === 0) return unclear(`${qrels.path} is no table`);
  const cases = tally(which.conditions);
  const lines = await eachLine(host, file, (row) => {
    if (ids.has(String(row._id ?? row.id))) cases.add(row);
  });
  if (lines.kind === 'unread') return lines;
  return counted('BEIR', cases, { broken: lines.facts.broken });
}
