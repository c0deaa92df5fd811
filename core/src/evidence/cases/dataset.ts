import { matchesGlob } from '../../glob.ts';
import { parseYaml } from '../../yaml/parse.ts';
import type { Inquiry } from '../evidence.ts';
import { csvReader } from '../formats/csv.ts';
import { slipInJson } from '../formats/json.ts';
import { type Answer, type ArtifactPath, mostBytes } from '../host.ts';
import { parentOf, type Reference, shownPath } from '../reference.ts';
import { distinctIn, judgements, queries } from './beir.ts';
import { inFolder, manyFiles } from './case-files.ts';
import {
  counted,
  type DataSet,
  jsonLines,
  parsedJson,
  type Reading,
  readSelector,
  unclear,
  type Which,
} from './case-reading.ts';
import { readParquet } from './parquet.ts';
import { plain, type Rows, rowsOf } from './rows.ts';
import { tally } from './tally.ts';

type File = Extract<Reference, { kind: 'file' }>;

/**
 * Counts the cases of a data set: a file, a folder or a glob; `field=value` after `#`, joined by `&`, picks some of them,
 * a JSON pointer a list in the file. `fields` are those that are asked for, of files too large to read them all.
 */
export function dataSet(reference: File, fields: readonly string[]): Inquiry<DataSet> {
  const { file, selector = '', glob } = reference;
  const wanted = [...new Set(fields)].sort();
  const folder = glob ? fixedPart(file.path) : undefined;
  // With the judgements beside a list of queries the answer changes as well.
  const about = folder ?? (isQueries(file.path) ? parentOf(file.path) : file.path);
  const asked = /\.(?:parquet|pq)$/i.test(file.path) ? ` ? ${wanted.join(' ')}` : '';
  return {
    key: `cases ${shownPath(file)}#${selector}${asked}`,
    about: [{ root: file.root, path: about }],
    async answer(host) {
      const which = readSelector(selector);
      if ('unclear' in which) return unclear(which.unclear);
      const wants = (column: string) =>
        [...wanted, ...which.conditions.map(({ path }) => path)].includes(column) || isTime(column);
      const reading = { host, which, wants };
      if (folder !== undefined) {
        const fits = (path: string) => matchesGlob(file.path, path);
        return manyFiles(reading, { root: file.root, path: folder }, fits, oneFile, 'each');
      }
      const there = await host.look(file);
      if (there.kind === 'read' && there.facts === 'folder') return inFolder(reading, file, oneFile);
      return oneFile(reading, file);
    },
  };
}

async function oneFile(reading: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const { host, which } = reading;
  const ending = /\.([a-z0-9]+)$/i.exec(file.path)?.[1]?.toLowerCase() ?? '';
  switch (ending) {
    case 'jsonl':
    case 'ndjson':
    case 'jsonlines':
      return isQueries(file.path) ? queries(reading, file) : jsonLines(reading, file);
    case 'csv':
    case 'tsv':
      return table(reading, file);
    case 'json': {
      const text = await host.text(file, mostBytes.json);
      if (text.kind === 'unread') return text;
      if (isBlank(text.facts)) return counted('JSON', tally());
      const value = parsedJson(text.facts);
      // Some write one object a line and call it JSON.
      if (value === undefined)
        return !/^[\s\uFEFF]*\[/.test(text.facts.slice(0, 1000)) && /^\s*\{.*\}\s*$/m.test(text.facts.slice(0, 100_000))
          ? jsonLines(reading, file)
          : unclear('it is no JSON', slipInJson(text.facts));
      return structured('JSON', rowsOf(value, which.pointer), which);
    }
    case 'yaml':
    case 'yml': {
      const text = await host.text(file, mostBytes.text);
      if (text.kind === 'unread') return text;
      const { root, problems } = parseYaml(text.facts);
      if (root === undefined && problems.length === 0) return counted('YAML', tally());
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

function isBlank(text: string): boolean {
  return text.replace(/^\uFEFF/, '').trim() === '';
}

function structured(format: string, rows: Rows, { conditions }: Which): Answer<DataSet> {
  if ('unclear' in rows) return unclear(rows.unclear);
  const cases = tally(conditions);
  for (const row of rows.rows) cases.add(row);
  return counted(format, cases, { elsewhere: rows.elsewhere, lists: rows.lists });
}

async function table({ host, which }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const reader = await csvReader(cases.add);
  let isEmpty = true;
  const read = await host.lines(file, mostBytes.table, (line) => {
    isEmpty &&= isBlank(line);
    return reader.line(line);
  });
  if (read.kind === 'unread') return read;
  const columns = reader.end();
  if (columns === undefined) return isEmpty ? counted('CSV', tally()) : unclear('it is no table that can be read');
  const judged = judgements(columns);
  if (judged !== undefined) return distinctIn(host, file, judged);
  return counted('CSV', cases);
}

const untold = { distinct: undefined, fingerprints: undefined, asked: undefined } as const;

async function parquet({ host, which, wants }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const read = await readParquet(host, file, wants, cases.add);
  if (read.kind === 'unread') return read;
  if ('unclear' in read.facts) return unclear(read.facts.unclear);
  const { rows, columns, read: columnsRead, unread } = read.facts;
  if (unread !== undefined || columnsRead.length === 0) {
    if (which.conditions.length > 0) return unclear(unread ?? 'it has no such column');
    const empty = { ...cases.counted(), cases: rows, ...untold };
    return counted('Parquet', cases, { ...empty, unread: unread ?? 'its columns are not read' });
  }
  // What was read of a large file is not enough to tell its rows apart.
  if (columnsRead.length < columns.length) return counted('Parquet', cases, untold);
  return counted('Parquet', cases);
}

/** The folders of a glob before its first wildcard. */
function fixedPart(glob: string): string {
  const parts = glob.split('/');
  return parts
    .slice(
      0,
      parts.findIndex((part) => /[*?{]/.test(part)),
    )
    .join('/');
}

function isQueries(path: string): boolean {
  return /(?:^|\/)queries\.jsonl$/.test(path);
}

/** Names of fields that tell when something happened; `isEventTime` says which of them surely mean the case itself. */
export function isTime(name: string): boolean {
  return isEventTime(name) || /^(?:.*\.)?(?:time|timestamp)$/i.test(name);
}

/** Names of fields that tell when a case came up, and not when it was written down. */
export function isEventTime(name: string): boolean {
  return /^(?:asked|received|reported|notified|occurred|submitted|requested|event|query|request|call|trace)_?(?:at|on|time|date|day|timestamp)$/i.test(
    name.replace(/^.*\./, ''),
  );
}
