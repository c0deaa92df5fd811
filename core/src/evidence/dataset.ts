import { matchesGlob } from '../config/glob.ts';
import { parseYaml } from '../yaml/parse.ts';
import { csvReader } from './csv.ts';
import type { Inquiry } from './evidence.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from './host.ts';
import { readParquet } from './parquet.ts';
import type { Reference } from './reference.ts';
import { shownPath } from './reference.ts';
import { plain, type Rows, rowsOf } from './rows.ts';
import { type Condition, type Counted, isRow, type Row, tally } from './tally.ts';

/** What a data set holds, or why nobody can count it. */
export type DataSet = CountedCases | { readonly kind: 'unclear'; readonly why: string };

export interface CountedCases extends Counted {
  readonly kind: 'counted';
  /** How a message calls the kind of file. */
  readonly format: string;
  /** How many files hold the cases. */
  readonly files: number;
  /** Lines that hold nothing that can be read, from 1. */
  readonly broken: readonly number[];
  /** Files that it refers to, whose cases count as well. */
  readonly elsewhere: readonly string[];
  /** JSON pointers of the lists it holds, where it is not said which is meant. */
  readonly lists: readonly string[];
  /** Why some fields were not looked at. */
  readonly unread?: string;
}

type File = Extract<Reference, { kind: 'file' }>;

const mostFiles = 2000;
const tables = /\.(?:jsonl|ndjson|jsonlines|csv|tsv|json|ya?ml|parquet|pq)$/i;

/**
 * Counts the cases of a data set: a file, a folder or a glob; `field=value` after `#`, joined by `&`, picks some of them,
 * a JSON pointer a list in the file. `fields` are those that are asked for, of files too large to read them all.
 */
export function dataSet(reference: File, fields: readonly string[]): Inquiry<DataSet> {
  const { file, selector = '', glob } = reference;
  const wanted = [...new Set(fields)].sort();
  const folder = glob
    ? file.path
        .split('/')
        .slice(
          0,
          file.path.split('/').findIndex((part) => /[*?{]/.test(part)),
        )
        .join('/')
    : undefined;
  const asked = /\.(?:parquet|pq)$/i.test(file.path) ? ` ? ${wanted.join(' ')}` : '';
  return {
    key: `cases ${shownPath(file)}#${selector}${asked}`,
    about: [
      {
        root: file.root,
        path: folder ?? (/(?:^|\/)queries\.jsonl$/.test(file.path) ? parentOf(file.path) : file.path),
      },
    ],
    async answer(host) {
      const which = readSelector(selector);
      if ('unclear' in which) return unclear(which.unclear);
      const wants = (column: string) =>
        [...wanted, ...which.conditions.map(({ path }) => path)].includes(column) || isEventTime(column);
      const reading = { host, which, wants };
      if (folder !== undefined)
        return manyFiles(reading, { root: file.root, path: folder }, (path) => matchesGlob(file.path, path));
      const there = await host.look(file);
      if (there.kind === 'read' && there.facts === 'folder') return inFolder(reading, file);
      return oneFile(reading, file);
    },
  };
}

/** Names of fields that tell when a case came up, and not when it was written down. */
export function isEventTime(name: string): boolean {
  return /^(?:asked|received|reported|notified|occurred|submitted|requested|event|query|request|call|trace)_?(?:at|on|time|date|day|timestamp)$|^(?:time|timestamp)$/i.test(
    name.replace(/^.*\./, ''),
  );
}

interface Which {
  readonly pointer?: string;
  readonly conditions: readonly Condition[];
}

function readSelector(selector: string): Which | { readonly unclear: string } {
  if (selector === '') return { conditions: [] };
  if (selector.startsWith('/')) return { pointer: selector, conditions: [] };
  const conditions: Condition[] = [];
  for (const part of selector.split('&')) {
    const equals = part.indexOf('=');
    if (equals < 1) return { unclear: `"#${selector}" is neither field=value nor a JSON pointer` };
    conditions.push({ path: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() });
  }
  return { conditions };
}

interface Reading {
  readonly host: ArtifactHost;
  readonly which: Which;
  readonly wants: (column: string) => boolean;
}

type Tally = ReturnType<typeof tally>;

function unclear(why: string): Answer<DataSet> {
  return { kind: 'read', facts: { kind: 'unclear', why } };
}

function counted(format: string, cases: Tally, rest: Partial<CountedCases> = {}): Answer<DataSet> {
  const facts = {
    kind: 'counted',
    format,
    files: 1,
    broken: [],
    elsewhere: [],
    lists: [],
    ...cases.counted(),
    ...rest,
  } as const;
  return { kind: 'read', facts };
}

async function oneFile(reading: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const { host, which } = reading;
  const ending = /\.([a-z0-9]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
    case 'jsonlines':
      return /(?:^|\/)queries\.jsonl$/.test(file.path) ? queries(reading, file) : jsonLines(reading, file);
    case 'csv':
    case 'tsv':
      return table(reading, file);
    case 'json': {
      const text = await host.text(file, mostBytes.json);
      if (text.kind === 'unread') return text;
      const value = parsedJson(text.facts);
      // Some write one object a line and call it JSON.
      if (value === undefined)
        return /^\s*\{.*\}\s*$/m.test(text.facts.slice(0, 100_000))
          ? jsonLines(reading, file)
          : unclear('it is no JSON');
      return structured('JSON', rowsOf(value, which.pointer), which);
    }
    case 'yaml':
    case 'yml': {
      const text = await host.text(file, mostBytes.text);
      if (text.kind === 'unread') return text;
      const { root, problems } = parseYaml(text.facts);
      if (root === undefined || problems.length > 0) return unclear('it is no YAML that can be read as it is');
      return structured('YAML', rowsOf(plain(root), which.pointer), which);
    }
    case 'parquet':
    case 'pq':
      return parquet(reading, file);
    default: {
      const there = await host.look(file);
      if (there.kind === 'unread') return there;
      return unclear(ending === '' ? 'its name does not say what it is' : `nobody reads .${ending} files here`);
    }
  }
}

function structured(format: string, rows: Rows, { conditions }: Which): Answer<DataSet> {
  if ('unclear' in rows) return unclear(rows.unclear);
  const cases = tally(conditions);
  for (const row of rows.rows) cases.add(row);
  return counted(format, cases, { elsewhere: rows.elsewhere, lists: rows.lists });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The lines of a file that are objects of JSON; the number of each line that is not. */
async function eachLine(
  host: ArtifactHost,
  file: ArtifactPath,
  visit: (row: Row) => void,
): Promise<Answer<readonly number[]>> {
  const broken: number[] = [];
  let number = 0;
  const read = await host.lines(file, mostBytes.table, (line) => {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') return true;
    const value = parsedJson(text);
    if (isRow(value)) visit(value);
    else if (typeof value === 'string') visit({ text: value });
    else broken.push(number);
    return broken.length < 1000;
  });
  return read.kind === 'unread' ? read : { kind: 'read', facts: broken };
}

async function jsonLines({ host, which }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const broken = await eachLine(host, file, cases.add);
  if (broken.kind === 'unread') return broken;
  if (broken.facts.length >= 1000) return unclear('its lines are no JSON');
  return counted('JSONL', cases, { broken: broken.facts });
}

async function table({ host, which }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const reader = await csvReader(cases.add);
  const read = await host.lines(file, mostBytes.table, reader.line);
  if (read.kind === 'unread') return read;
  const columns = reader.end();
  if (columns === undefined) return unclear('it is no table that can be read');
  const judged = judgements(columns);
  if (judged !== undefined) return distinctIn(host, file, judged);
  return counted('CSV', cases);
}

/** The column of queries in relevance judgements as BEIR keeps them: a query has as many lines as passages that fit. */
function judgements(columns: readonly string[]): string | undefined {
  return columns.length === 3 && columns[1] === 'corpus-id' ? columns[0] : undefined;
}

async function distinctIn(host: ArtifactHost, file: ArtifactPath, column: string): Promise<Answer<DataSet>> {
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
async function queries(reading: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
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
  const reader = await csvReader((row) => ids.add(String(Object.values(row)[0])));
  const read = await host.lines(qrels, mostBytes.table, reader.line);
  if (read.kind === 'unread') return read;
  if (reader.end() === undefined) return unclear(`${qrels.path} is no table`);
  const cases = tally(which.conditions);
  const broken = await eachLine(host, file, (row) => {
    if (ids.has(String(row._id ?? row.id))) cases.add(row);
  });
  if (broken.kind === 'unread') return broken;
  return counted('BEIR', cases, { broken: broken.facts });
}

async function parquet({ host, which, wants }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const read = await readParquet(host, file, wants, cases.add);
  if (read.kind === 'unread') return read;
  if ('unclear' in read.facts) return unclear(read.facts.unclear);
  const { rows, columns, read: columnsRead, unread } = read.facts;
  if (unread !== undefined || columnsRead.length === 0) {
    if (which.conditions.length > 0) return unclear(unread ?? 'it has no such column');
    const empty = { ...cases.counted(), cases: rows, distinct: undefined, fingerprints: undefined };
    return counted('Parquet', cases, { ...empty, unread: unread ?? 'its columns are not read' });
  }
  // What was read of a large file is not enough to tell its rows apart.
  if (columnsRead.length < columns.length)
    return counted('Parquet', cases, { distinct: undefined, fingerprints: undefined });
  return counted('Parquet', cases);
}

async function inFolder(reading: Reading, folder: ArtifactPath): Promise<Answer<DataSet>> {
  const qrels = await reading.host.list(folder, (path) => /(?:^|\/)qrels\/[^/]+\.tsv$/.test(path), 10);
  const file = { root: folder.root, path: `${folder.path}/queries.jsonl`.replace(/^\//, '') };
  if (qrels.kind === 'read' && qrels.facts.paths.length > 0 && (await reading.host.look(file)).kind === 'read')
    return queries(reading, file);
  return manyFiles(reading, folder, (path) => tables.test(path));
}

async function manyFiles(
  reading: Reading,
  folder: ArtifactPath,
  wants: (path: string) => boolean,
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
    const single = await singleCases(reading.host, file);
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

/** The cases of a structured file among many; a mapping without a list is one case, whatever it holds. */
async function singleCases(host: ArtifactHost, file: ArtifactPath): Promise<Rows | undefined> {
  const isJson = /\.json$/i.test(file.path);
  if (!isJson && !/\.ya?ml$/i.test(file.path)) return undefined;
  const text = await host.text(file, mostBytes.text);
  if (text.kind === 'unread') return { unclear: `it was not read (${text.why})` };
  const yaml = isJson ? undefined : parseYaml(text.facts);
  if (yaml !== undefined && yaml.problems.length > 0) return { unclear: 'it is no YAML that can be read as it is' };
  const value = isJson ? parsedJson(text.facts) : plain(yaml?.root);
  if (value === undefined) return { unclear: 'it is empty or broken' };
  const rows = rowsOf(value);
  if ('unclear' in rows && isRow(value)) return { rows: [value], elsewhere: [], lists: [] };
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

function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
