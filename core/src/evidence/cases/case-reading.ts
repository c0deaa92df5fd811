import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
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

/** Which cases of a file are meant. */
export interface Which {
  readonly pointer?: string;
  readonly conditions: readonly Condition[];
}

export interface Reading {
  readonly host: ArtifactHost;
  readonly which: Which;
  readonly wants: (column: string) => boolean;
}

type Tally = ReturnType<typeof tally>;

export function unclear(why: string): Answer<DataSet> {
  return { kind: 'read', facts: { kind: 'unclear', why } };
}

export function counted(format: string, cases: Tally, rest: Partial<CountedCases> = {}): Answer<DataSet> {
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

export function readSelector(selector: string): Which | { readonly unclear: string } {
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

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The lines of a file that are objects of JSON; the number of each line that is not. */
export async function eachLine(
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
    // A line that was cut at a megabyte is a case all the same.
    else if (text.length > 900_000) visit({ id: `line ${number}` });
    else broken.push(number);
    return broken.length < 1000;
  });
  return read.kind === 'unread' ? read : { kind: 'read', facts: broken };
}

export async function jsonLines({ host, which }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const broken = await eachLine(host, file, cases.add);
  if (broken.kind === 'unread') return broken;
  if (broken.facts.length >= 1000) return unclear('its lines are no JSON');
  return counted('JSONL', cases, { broken: broken.facts });
}
