import { parseYaml } from '../../yaml/parse.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { queries } from './beir.ts';
import { type CountedCases, counted, type DataSet, parsedJson, type Reading, unclear } from './case-reading.ts';
import { plain, type Rows, rowsOf } from './rows.ts';
import { isRow, tally } from './tally.ts';

const mostFiles = 2000;
const tables = /\.(?:jsonl|ndjson|jsonlines|csv|tsv|json|ya?ml|parquet|pq)$/i;

/** How one file of several is counted. */
type OneFile = (reading: Reading, file: ArtifactPath) => Promise<Answer<DataSet>>;

/** All data in a folder; with relevance judgements as BEIR has them, the judged queries. */
export async function inFolder(reading: Reading, folder: ArtifactPath, oneFile: OneFile): Promise<Answer<DataSet>> {
  const qrels = await reading.host.list(folder, (path) => /(?:^|\/)qrels\/[^/]+\.tsv$/.test(path), 10);
  const file = { root: folder.root, path: `${folder.path}/queries.jsonl`.replace(/^\//, '') };
  if (qrels.kind === 'read' && qrels.facts.paths.length > 0 && (await reading.host.look(file)).kind === 'read')
    return queries(reading, file);
  return manyFiles(reading, folder, (path) => tables.test(path), oneFile);
}

/** The cases of all files below a folder that `wants`; `named` tells that a file may be one case, whatever it holds. */
export async function manyFiles(
  reading: Reading,
  folder: ArtifactPath,
  wants: (path: string) => boolean,
  oneFile: OneFile,
  named?: 'each',
): Promise<Answer<DataSet>> {
  const listed = await reading.host.list(folder, wants, mostFiles);
  if (listed.kind === 'unread') return listed;
  if (!listed.facts.whole) return { kind: 'unread', why: 'budget' };
  const { paths } = listed.facts;
  if (paths.length === 0) return { kind: 'unread', why: 'absent' };
  const cases = tally(reading.which.conditions);
  const wholes: CountedCases[] = [];
  for (const path of paths) {
    const file = { root: folder.root, path };
    const single = await singleCases(reading.host, file, named === 'each');
    if (single !== undefined) {
      if ('unclear' in single) return unclear(`${path}: ${single.unclear}`);
      for (const row of single.rows) cases.add(row);
      continue;
    }
    const own = await oneFile(reading, file);
    if (own.kind === 'unread') return own;
    if (own.facts.kind === 'unclear') return unclear(`${path}: ${own.facts.why}`);
    wholes.push(own.facts);
  }
  const own = counted('files', cases, { files: paths.length });
  if (wholes.length === 0 || own.kind === 'unread' || own.facts.kind === 'unclear') return own;
  const parts = own.facts.cases > 0 ? [own.facts, ...wholes] : wholes;
  return { kind: 'read', facts: { ...together(parts), files: paths.length } };
}

/** The cases of a structured file among many. Where each file is named as a case, a mapping without a list is one. */
async function singleCases(host: ArtifactHost, file: ArtifactPath, isCase: boolean): Promise<Rows | undefined> {
  const isJson = /\.json$/i.test(file.path);
  if (!isJson && !/\.ya?ml$/i.test(file.path)) return undefined;
  const text = await host.text(file, mostBytes.text);
  if (text.kind === 'unread') return { unclear: `it was not read (${text.why})` };
  const yaml = isJson ? undefined : parseYaml(text.facts);
  if (yaml !== undefined && yaml.problems.length > 0) return { unclear: 'it is no YAML that can be read as it is' };
  const value = isJson ? parsedJson(text.facts) : plain(yaml?.root);
  if (value === undefined) return { unclear: 'it is empty or broken' };
  const rows = rowsOf(value);
  if ('unclear' in rows && isCase && isRow(value)) return { rows: [value], elsewhere: [], lists: [] };
  return rows;
}

/** Several data sets as one. */
export function together(parts: readonly CountedCases[]): CountedCases {
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) return first as CountedCases;
  return rest.reduce(joined, first);
}

function joined(a: CountedCases, b: CountedCases): CountedCases {
  const fields = new Map(a.fields);
  for (const [path, field] of b.fields) {
    const known = fields.get(path);
    if (known === undefined) fields.set(path, field);
    else {
      const counts = known.counts && field.counts && [...known.counts, ...field.counts];
      fields.set(path, { cases: known.cases + field.cases, counts, days: spanning(known.days, field.days) });
    }
  }
  return {
    ...a,
    cases: a.cases + b.cases,
    distinct: a.distinct !== undefined && b.distinct !== undefined ? a.distinct + b.distinct : undefined,
    fields,
    fingerprints: a.fingerprints && b.fingerprints && new Set([...a.fingerprints, ...b.fingerprints]),
    archived: a.archived + b.archived,
    files: a.files + b.files,
    broken: [],
    elsewhere: [],
    lists: [],
    unread: a.unread ?? b.unread,
  };
}

function spanning<D extends { readonly oldest: string; readonly newest: string }>(a: D | undefined, b: D | undefined) {
  if (a === undefined || b === undefined) return undefined;
  return { oldest: a.oldest < b.oldest ? a.oldest : b.oldest, newest: a.newest > b.newest ? a.newest : b.newest };
}
