import type { Slip } from '../formats/slip.ts';
import { type Answer, type ArtifactHost, type ArtifactPath, mostBytes } from '../host.ts';
import type { Row } from './question.ts';
import { type Condition, type Counted, isRow, tally } from './tally.ts';

/** What a data set holds, or why nobody can count it. */
export type DataSet =
  | CountedCases
  /** `slip`: nothing can load the file, so that it holds no cases at all. */
  | { readonly kind: 'unclear'; readonly why: string; readonly slip?: Slip };

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

/** So many lines that are no JSON are enough. */
const mostBroken = 1000;

type Tally = ReturnType<typeof tally>;

export function unclear(why: string, slip?: Slip): Answer<DataSet> {
  return { kind: 'read', facts: { kind: 'unclear', why, slip } };
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

/** The lines of a file that are objects of JSON; the number of each line that is not, and how many say something. */
export async function eachLine(
  host: ArtifactHost,
  file: ArtifactPath,
  visit: (row: Row) => void,
): Promise<Answer<Lines>> {
  const broken: number[] = [];
  let number = 0;
  let lines = 0;
  const read = await host.lines(file, mostBytes.table, (line) => {
    number += 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') return true;
    lines += 1;
    const value = parsedJson(text);
    if (isRow(value)) visit(value);
    else if (typeof value === 'string') visit({ text: value });
    // A line that was cut at a megabyte is a case all the same.
    else if (text.length > 900_000) visit({ id: `line ${number}` });
    else broken.push(number);
    return broken.length < mostBroken;
  });
  return read.kind === 'unread' ? read : { kind: 'read', facts: { broken, lines } };
}

interface Lines {
  readonly broken: readonly number[];
  readonly lines: number;
}

export async function jsonLines({ host, which }: Reading, file: ArtifactPath): Promise<Answer<DataSet>> {
  const cases = tally(which.conditions);
  const read = await eachLine(host, file, cases.add);
  if (read.kind === 'unread') return read;
  const why = whyUncounted(read.facts);
  return why === undefined ? counted('JSONL', cases, { broken: read.facts.broken }) : unclear(why);
}

/** Where half of the lines or more are no JSON, the others are not what the file holds. */
function whyUncounted({ broken, lines }: Lines): string | undefined {
  const [first] = broken;
  if (first === undefined) return undefined;
  if (broken.length >= mostBroken)
    return `${mostBroken} of its lines and perhaps more are no JSON objects, the first is line ${first}`;
  if (broken.length * 2 < lines) return undefined;
  if (lines === 1) return `its only line, line ${first}, is no JSON object`;
  if (broken.length === lines)
    return `none of its ${lines} lines is a JSON object by itself, the first is line ${first}`;
  const are = broken.length === 1 ? 'is' : 'are';
  return `${broken.length} of its ${lines} lines ${are} no JSON ${broken.length === 1 ? 'object' : 'objects'}, the first is line ${first}`;
}
