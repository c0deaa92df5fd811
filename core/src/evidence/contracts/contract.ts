import { durationSeconds } from '../../dates.ts';
import { duration } from '../../spec/durations.ts';
import type { AnyNode } from '../../yaml/tree.ts';
import type { Slip } from '../formats/slip.ts';
import { entriesAt, inside, itemsAt, type Structured, structured, textAt } from '../formats/structured.ts';

/** What a data contract, or a suite of checks on data, says. */
export interface Contract {
  readonly kind: 'odcs' | 'data-contract-specification' | 'dbt' | 'great-expectations' | 'soda' | 'unknown';
  /** How a message calls the kind. */
  readonly called: string;
  readonly id?: string;
  readonly version?: string;
  /** As it is written: `active`, `draft`, `deprecated`. */
  readonly status?: { readonly text: string; readonly line: number };
  /** Checks that a machine can run, with the line of the first one. */
  readonly checks: number;
  readonly checksLine?: number;
  /** Tables, objects, models, sources. */
  readonly parts: readonly { readonly name: string; readonly line: number }[];
  readonly promises: readonly ServiceLevel[];
  /** Nothing loads the file. */
  readonly slip?: Slip;
}

/** One service level. */
export interface ServiceLevel {
  /** `age`: how old data is at the most; `interval`: how often it is renewed. */
  readonly kind: 'age' | 'interval' | 'retention' | 'availability';
  /** Seconds, or percent. */
  readonly value: number;
  readonly written: string;
  readonly line: number;
}

const none: Contract = { kind: 'unknown', called: 'file', checks: 0, parts: [], promises: [] };

/** Tells by the content what it is, and reads it. */
export function readContract(text: string): Contract {
  const document = structured(text);
  return { ...readDocument(document), slip: document.slip() };
}

function readDocument(document: Structured): Contract {
  const { root } = document;
  const has = (...path: string[]) => inside(root, ...path) !== undefined;
  if (has('dataContractSpecification')) return specification(document);
  if (textAt(root, 'kind') === 'DataContract') return odcs(document);
  if (has('expectations') && itemsAt(root, 'expectations').length > 0) return expectations(document);
  if (itemsAt(root, 'sources').length > 0 || (has('version') && itemsAt(root, 'models').length > 0))
    return dbt(document);
  if (entriesAt(root).some(({ key }) => /^checks? for /.test(key.value))) return soda(document);
  return none;
}

/** Open Data Contract Standard, version 2 and 3. */
function odcs({ root, line }: Structured): Contract {
  const objects = [...itemsAt(root, 'schema'), ...itemsAt(root, 'dataset')];
  const promises = [...itemsAt(root, 'slaProperties'), ...itemsAt(root, 'sla')].flatMap(
    (one): readonly ServiceLevel[] => {
      const kind = slaKinds[textAt(one, 'property')?.toLowerCase() ?? ''];
      const number = textAt(one, 'value');
      if (kind === undefined || number === undefined) return [];
      const unit = textAt(one, 'unit') ?? '';
      return promised(kind, `${number}${unit}`, line(inside(one, 'value')));
    },
  );
  const tally = counting(line);
  tally.in(root, 'quality');
  for (const object of objects) tally.object(object, 'properties');
  return {
    kind: 'odcs',
    called: 'Open Data Contract',
    id: textAt(root, 'id'),
    version: textAt(root, 'version'),
    status: statusOf(inside(root, 'status'), line),
    ...tally.counted(),
    parts: objects.flatMap((object) => partOf(object, line)),
    promises,
  };
}

const slaKinds: Readonly<Record<string, ServiceLevel['kind']>> = {
  latency: 'age',
  ly: 'age',
  freshness: 'age',
  frequency: 'interval',
  fy: 'interval',
  retention: 'retention',
  re: 'retention',
  availability: 'availability',
  av: 'availability',
};

/** Data Contract Specification. */
function specification({ root, line }: Structured): Contract {
  const level = (kind: ServiceLevel['kind'], ...path: string[]): readonly ServiceLevel[] => {
    const node = inside(root, 'servicelevels', ...path);
    const text = textAt(node);
    return text === undefined ? [] : promised(kind, text, line(node));
  };
  const models = entriesAt(root, 'models');
  const tally = counting(line);
  tally.in(root, 'quality');
  for (const { value } of models) tally.object(value, 'fields');
  return {
    kind: 'data-contract-specification',
    called: 'data contract',
    id: textAt(root, 'id'),
    version: textAt(root, 'info', 'version'),
    status: statusOf(inside(root, 'info', 'status'), line),
    ...tally.counted(),
    parts: models.map(({ key }) => ({ name: key.value, line: line(key) })),
    promises: [
      ...level('age', 'freshness', 'threshold'),
      ...level('age', 'latency', 'threshold'),
      ...level('interval', 'frequency', 'interval'),
      ...level('retention', 'retention', 'period'),
      ...level('availability', 'availability', 'percentage'),
    ],
  };
}

/** Sources and models of dbt. */
function dbt({ root, line }: Structured): Contract {
  const tally = counting(line);
  const parts: { name: string; line: number }[] = [];
  const promises: ServiceLevel[] = [];
  for (const source of [...itemsAt(root, 'sources'), ...itemsAt(root, 'models')]) {
    const name = textAt(source, 'name') ?? '';
    parts.push({ name, line: line(inside(source, 'name')) });
    const whole = ageOf(source, line);
    tally.object(source, 'columns');
    const tables = itemsAt(source, 'tables');
    for (const table of tables) {
      parts.push({ name: `${name}.${textAt(table, 'name') ?? ''}`, line: line(inside(table, 'name')) });
      promises.push(...(ageOf(table, line) ?? whole ?? []));
      tally.object(table, 'columns');
    }
    if (tables.length === 0) promises.push(...(whole ?? []));
  }
  const fresh = promises.length;
  const counted = tally.counted();
  return { ...none, kind: 'dbt', called: 'dbt file', parts, promises, ...counted, checks: counted.checks + fresh };
}

function ageOf(node: AnyNode | undefined, line: Structured['line']): readonly ServiceLevel[] | undefined {
  const freshness = inside(node, 'freshness') ?? inside(node, 'config', 'freshness');
  const limit = inside(freshness, 'error_after') ?? inside(freshness, 'warn_after');
  const count = textAt(limit, 'count');
  if (count === undefined) return undefined;
  return promised('age', `${count} ${textAt(limit, 'period') ?? ''}`, line(limit));
}

function expectations({ root, line }: Structured): Contract {
  const list = itemsAt(root, 'expectations');
  const name = textAt(root, 'name') ?? textAt(root, 'expectation_suite_name');
  return {
    ...none,
    kind: 'great-expectations',
    called: 'suite of Great Expectations',
    id: name,
    checks: list.length,
    checksLine: line(list[0]),
  };
}

function soda({ root, line }: Structured): Contract {
  const groups = entriesAt(root).filter(({ key }) => /^checks? for /.test(key.value));
  const parts = groups.map(({ key }) => ({ name: key.value.replace(/^checks? for /, ''), line: line(key) }));
  const checks = groups.reduce((sum, { value }) => sum + itemsAt(value).length, 0);
  return { ...none, kind: 'soda', called: 'file of Soda checks', parts, checks, checksLine: parts[0]?.line };
}

function statusOf(node: AnyNode | undefined, line: Structured['line']): Contract['status'] {
  const text = textAt(node);
  return text === undefined ? undefined : { text, line: line(node) };
}

function partOf(object: AnyNode, line: Structured['line']) {
  const name = textAt(object, 'name') ?? textAt(object, 'physicalName') ?? textAt(object, 'table');
  return name === undefined ? [] : [{ name, line: line(object) }];
}

function promised(kind: ServiceLevel['kind'], written: string, line: number): readonly ServiceLevel[] {
  if (kind === 'availability') {
    const percent = Number(/^\s*(\d+(?:\.\d+)?)\s*(?:%|percent)?\s*$/i.exec(written)?.[1] ?? Number.NaN);
    if (!Number.isFinite(percent)) return [];
    // A share of one, as in 0.999.
    const share = percent <= 1 ? Number((percent * 100).toFixed(6)) : percent;
    return [{ kind, value: share, written: `${share}%`, line }];
  }
  const value = secondsOf(written);
  return value === undefined ? [] : [{ kind, value, written: written.trim(), line }];
}

/** A year has no exact length; of a promise it is one. */
function secondsOf(written: string): number | undefined {
  const years = /^\s*p?(\d+(?:\.\d+)?)\s*(?:y|yr|yrs|year|years)\s*$/i.exec(written)?.[1];
  if (years !== undefined) return Number(years) * 365 * 86_400;
  const months = /^\s*p?(\d+)\s*(?:mo|month|months)\s*$/i.exec(written)?.[1];
  if (months !== undefined) return Number(months) * 30 * 86_400;
  return durationSeconds(duration(written) ?? '');
}

/** Counts what a machine can run. A check of type `text` is prose. */
function counting(line: Structured['line']) {
  let checks = 0;
  let first: AnyNode | undefined;
  const add = (node: AnyNode | undefined): void => {
    checks += 1;
    first ??= node;
  };
  const each = (node: AnyNode | undefined, key: string): void => {
    for (const check of itemsAt(node, key)) if (textAt(check, 'type') !== 'text') add(check);
  };
  const constraints = [
    'required',
    'unique',
    'primaryKey',
    'isNullable',
    'isUnique',
    'enum',
    'pattern',
    'minimum',
    'maximum',
  ];
  const field = (node: AnyNode | undefined, depth: number): void => {
    for (const key of ['quality', 'tests', 'data_tests']) each(node, key);
    for (const key of constraints) {
      const found = inside(node, key);
      if (found !== undefined && textAt(found) !== 'false') add(found);
    }
    if (depth < 10) for (const one of itemsAt(node, 'properties')) field(one, depth + 1);
  };
  return {
    in: each,
    object(node: AnyNode | undefined, fields: string): void {
      for (const key of ['quality', 'tests', 'data_tests']) each(node, key);
      for (const one of itemsAt(node, fields)) field(one, 0);
      for (const { value } of entriesAt(node, fields)) field(value, 0);
    },
    counted: () => ({ checks, checksLine: first === undefined ? undefined : line(first) }),
  };
}
