import { parseYaml } from '../../yaml/parse.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import { queries } from './beir.ts';
import { type CountedCases, counted, type DataSet, parsedJson, type Reading, unclear } from './case-reading.ts';
import { plain, type Rows, rowsOf } from './rows.ts';
import { type Field, isRow, tally } from './tally.ts';

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
    const [broken] = own.facts.broken;
    if (broken !== undefined) return unclear(`line ${broken} of ${path} is no JSON`);
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
  const sum = (count: (part: CountedCases) => number) => parts.reduce((total, part) => total + count(part), 0);
  const asked = parts.map((part) => part.asked);
  const wholes = union(asked.map((one) => one?.wholes));
  const longs = union(asked.map((one) => one?.longs));
  return {
    ...first,
    cases: sum(({ cases }) => cases),
    distinct: parts.some(({ distinct }) => distinct === undefined) ? undefined : sum(({ distinct = 0 }) => distinct),
    fields: inAll(parts),
    fingerprints: union(parts.map(({ fingerprints }) => fingerprints)),
    asked: wholes && longs && { wholes, longs },
    blank: sum(({ blank }) => blank),
    archived: sum(({ archived }) => archived),
    files: sum(({ files }) => files),
    broken: [],
    elsewhere: [],
    lists: [],
    unread: parts.find(({ unread }) => unread !== undefined)?.unread,
  };
}

/** `undefined` where one of them is not known. */
function union(sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> | undefined {
  const all = new Set<number>();
  for (const set of sets) {
    if (set === undefined) return undefined;
    for (const one of set) all.add(one);
  }
  return all;
}

function inAll(parts: readonly CountedCases[]): ReadonlyMap<string, Field> {
  const byPath = new Map<string, Field[]>();
  for (const { fields } of parts) {
    for (const [path, field] of fields) {
      const known = byPath.get(path);
      if (known === undefined) byPath.set(path, [field]);
      else known.push(field);
    }
  }
  return new Map([...byPath].map(([path, fields]) => [path, joined(fields)]));
}

function joined(fields: readonly Field[]): Field {
  return {
    cases: fields.reduce((total, { cases }) => total + cases, 0),
    varied: fields.some(({ varied }) => varied),
    counts: fields.some(({ counts }) => counts === undefined) ? undefined : fields.flatMap(({ counts = [] }) => counts),
    days: fields.map(({ days }) => days).reduce(spanning),
  };
}

function spanning(a: Field['days'], b: Field['days']): Field['days'] {
  if (a === undefined || b === undefined) return undefined;
  return { oldest: a.oldest < b.oldest ? a.oldest : b.oldest, newest: a.newest > b.newest ? a.newest : b.newest };
}
