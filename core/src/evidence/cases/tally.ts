import { asksNothing, caseMarks, fingerprint, questionOf, type Row } from './question.ts';

/** Rows whose `path` has `value`; of a list, one of its items. */
export interface Condition {
  readonly path: string;
  readonly value: string;
}

/** What was counted in the cases of a data set. Values of long or ever different texts are not among it. */
export interface Counted {
  readonly cases: number;
  /** By their ids, or by their questions where they have none; `undefined` where there are too many to tell. */
  readonly distinct: number | undefined;
  /** By path, such as `metadata.intent`. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Of the questions after normalising, or of whole rows where there is no question; `undefined` where they are too many. */
  readonly fingerprints: ReadonlySet<number> | undefined;
  /** What tells the cases apart; `undefined` where some ask nothing that is known as a question, or they are too many. */
  readonly asked: Asked | undefined;
  /** How many have a place for a question and nothing in it. */
  readonly blank: number;
  /** Items that were left out because they are archived. */
  readonly archived: number;
  /** Labels of people and of a judge on the same cases. */
  readonly labels: Labels | undefined;
}

export interface Asked {
  /** Of all in a case that makes it another one. */
  readonly wholes: ReadonlySet<number>;
  /** Of its question and of long texts beside it. */
  readonly longs: ReadonlySet<number>;
}

export interface Field {
  /** How many cases say something in it. */
  readonly cases: number;
  /** Its values are short and of more kinds than are counted. */
  readonly varied: boolean;
  /** How many cases have which values; `undefined` where the values are too many to be kinds of something. */
  readonly counts: readonly KindCount[] | undefined;
  /** First and last day, where every value is a moment. */
  readonly days: { readonly oldest: string; readonly newest: string } | undefined;
}

export interface KindCount {
  readonly values: readonly string[];
  readonly cases: number;
  /** Without those that are copies of an earlier one. */
  readonly distinct: number;
}

export interface Labels {
  readonly person: string;
  readonly judge: string;
  readonly pairs: readonly { readonly person: string; readonly judge: string; readonly cases: number }[];
}

/** What is kept of one data set, so that no file makes a check slow or large. */
const most = { fields: 200, kinds: 1000, pairs: 400, cases: 300_000, asked: 50_000, letters: 100, items: 50 } as const;

/** Counts rows that are given one after the other; only those that meet all conditions. */
export function tally(conditions: readonly Condition[] = []) {
  const fields = new Map<string, Counts>();
  const ids = new Set<string>();
  const questions = new Set<number>();
  const telling = new Set<number>();
  let asked: { readonly wholes: Set<number>; readonly longs: Set<number> } | undefined = {
    wholes: new Set(),
    longs: new Set(),
  };
  const pairs = new Map<string, { person: string; judge: string; cases: number }>();
  let labels: readonly [string, string] | undefined;
  let cases = 0;
  let archived = 0;
  let blank = 0;

  return {
    add(row: Row): void {
      if (isMeta(row)) return;
      if (row.status === 'ARCHIVED') {
        archived += 1;
        return;
      }
      if (!conditions.every((one) => meets(row, one))) return;
      cases += 1;
      let isCopy = false;
      if (cases <= most.cases) {
        const id = idOf(row);
        const print = fingerprint(row);
        ids.add(id ?? `#${print.mark}`);
        questions.add(print.mark);
        if (print.telling) telling.add(print.mark);
        const isBlank = asksNothing(row);
        if (isBlank) blank += 1;
        if ((print.question === undefined && !isBlank) || cases > most.asked) asked = undefined;
        else if (asked !== undefined && !isBlank) {
          const { whole, long } = caseMarks(row, print);
          isCopy = asked.wholes.has(whole);
          asked.wholes.add(whole);
          asked.longs.add(long);
        }
      }
      for (const [path, values] of flat(row)) {
        const known = fields.get(path);
        if (known !== undefined) known.add(values, isCopy);
        else if (fields.size < most.fields) fields.set(path, new Counts(values, isCopy));
      }
      labels ??= labelFields(row);
      if (labels !== undefined) pair(pairs, row, labels);
    },
    counted(): Counted {
      const few = cases <= most.cases;
      // Rows that are often alike without being the same case tell nothing of other files.
      const marks = questions.size >= cases * 0.8 ? telling : undefined;
      return {
        cases,
        distinct: few ? ids.size : undefined,
        fields: new Map([...fields].map(([path, counts]) => [path, counts.field()])),
        fingerprints: few ? marks : undefined,
        asked,
        blank,
        archived,
        labels: labels && { person: labels[0], judge: labels[1], pairs: [...pairs.values()] },
      };
    },
  };
}

/** A header that some files begin with: all its keys start with `_`, and it asks nothing. */
function isMeta(row: Row): boolean {
  const keys = Object.keys(row);
  return keys.every((key) => key.startsWith('_')) && questionOf(row) === undefined;
}

function idOf(row: Row): string | undefined {
  for (const key of ['id', '_id', 'case_id', 'test_id', 'query_id', 'question_id', 'uid', 'uuid']) {
    const value = Object.hasOwn(row, key) ? row[key] : undefined;
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  return undefined;
}

/** Paths of a row with the short values that stand there, two levels deep. Lists of texts have several values. */
function* flat(row: Row, prefix = '', level = 0): Generator<readonly [string, readonly string[]]> {
  for (const key of Object.keys(row).slice(0, most.fields)) {
    const value = row[key];
    const path = prefix + key;
    if (isRow(value) && level < 2) yield* flat(value, `${path}.`, level + 1);
    else {
      const values = Array.isArray(value) ? value.slice(0, most.items).flatMap(asText) : asText(value);
      if (values.length > 0) yield [path, values];
    }
  }
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** A value as text; nothing where it says nothing. */
function asText(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return Number.isNaN(value) ? [] : [String(value)];
  if (typeof value === 'boolean' || typeof value === 'bigint') return [String(value)];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()];
  // A tag with more than its name.
  if (isRow(value) && typeof value.name === 'string') return asText(value.name);
  return [];
}

function meets(row: Row, { path, value }: Condition): boolean {
  return valuesAt(row, path).some((one) => one === value || inCell(one).includes(value));
}

function valuesAt(row: Row, path: string): readonly string[] {
  if (Object.hasOwn(row, path)) return [row[path]].flat().flatMap(asText);
  const dot = path.indexOf('.');
  const inner = dot > 0 && Object.hasOwn(row, path.slice(0, dot)) ? row[path.slice(0, dot)] : undefined;
  if (isRow(inner)) return valuesAt(inner, path.slice(dot + 1));
  for (const holder of holders) {
    const held = Object.hasOwn(row, holder) ? row[holder] : undefined;
    if (isRow(held) && Object.hasOwn(held, path)) return valuesAt(held, path);
  }
  return [];
}

/** Under which key frameworks keep what a case is about, beside its input. */
export const holders = ['metadata', 'vars', 'additional_metadata', 'additionalMetadata', 'inputs', 'input'] as const;

/** The items of a list that is written in one cell of a table. */
export function inCell(text: string): readonly string[] {
  const inner = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  if (!/[;|,]/.test(inner) && inner === text) return [text];
  return inner.split(/[;|,]/).map((item) => item.trim().replace(/^(['"])(.*)\1$/, '$2'));
}

class Counts {
  private cases = 0;
  private counts: Map<string, { values: readonly string[]; cases: number; distinct: number }> | undefined = new Map();
  private oldest: string | undefined;
  private newest = '';
  private moments = true;
  private varied = false;

  constructor(values: readonly string[], isCopy: boolean) {
    this.add(values, isCopy);
  }

  add(values: readonly string[], isCopy: boolean): void {
    this.cases += 1;
    const day = this.moments && values.length === 1 ? dayOf(values[0] ?? '') : undefined;
    if (day === undefined) this.moments = false;
    else {
      if (this.oldest === undefined || day < this.oldest) this.oldest = day;
      if (day > this.newest) this.newest = day;
    }
    if (this.counts === undefined) return;
    if (values.some((value) => value.length > most.letters)) {
      this.counts = undefined;
      return;
    }
    const each = [...new Set(values)].sort();
    const key = each.join('\0');
    const known = this.counts.get(key);
    const own = isCopy ? 0 : 1;
    if (known !== undefined) {
      known.cases += 1;
      known.distinct += own;
    } else if (this.counts.size >= most.kinds) {
      this.counts = undefined;
      this.varied = true;
    } else this.counts.set(key, { values: each, cases: 1, distinct: own });
  }

  field(): Field {
    const { cases, counts, oldest, newest, moments, varied } = this;
    return {
      cases,
      varied,
      counts: counts && [...counts.values()],
      days: moments && oldest !== undefined ? { oldest, newest } : undefined,
    };
  }
}

/** The day of a moment written in ISO 8601; `undefined` for all else, numbers included. */
function dayOf(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(text) ? text.slice(0, 10) : undefined;
}

const byPerson =
  /^(?:human|person|people|expert|annotator|reviewer|manual)(?:_?(?:label|score|verdict|rating|grade))?$/i;
const byJudge = /^(?:judge|llm|llm_judge|model|auto)(?:_?(?:label|score|verdict|rating|grade))$|^judge$/i;

function labelFields(row: Row): readonly [string, string] | undefined {
  const keys = Object.keys(row);
  const person = keys.find((key) => byPerson.test(key));
  const judge = keys.find((key) => byJudge.test(key));
  return person === undefined || judge === undefined ? undefined : [person, judge];
}

function pair(
  pairs: Map<string, { person: string; judge: string; cases: number }>,
  row: Row,
  [personField, judgeField]: readonly [string, string],
): void {
  const [person] = asText(row[personField]);
  const [judge] = asText(row[judgeField]);
  if (person === undefined || judge === undefined) return;
  const key = `${person}\0${judge}`;
  const known = pairs.get(key);
  if (known !== undefined) known.cases += 1;
  else if (pairs.size < most.pairs) pairs.set(key, { person, judge, cases: 1 });
}
