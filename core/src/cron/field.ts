/** Which values one field of a cron expression may have, and how they may be written. */
export interface Field {
  readonly from: number;
  readonly to: number;
  /** Where `*` and `5/2` end, if that is not `to`: days of the week know Sunday by two numbers. */
  readonly last?: number;
  /** By their number; an empty name is none. */
  readonly names?: readonly string[];
  /** `5/15` means from 5 on. */
  readonly stepsFromNumber: boolean;
  /** `22-2` goes over the end. */
  readonly wraps: boolean;
  /** `?` means what `*` means. */
  readonly question: boolean;
}

/** The values of one field in order; `undefined` if it cannot be read. */
export function readField(text: string, field: Field): number[] | undefined {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const some = readItem(item, field);
    if (some === undefined) return undefined;
    for (const value of some) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function readItem(item: string, field: Field): number[] | undefined {
  const match = /^(?:([*?])|([0-9a-z]{1,4})(?:-([0-9a-z]{1,4}))?)(?:\/([0-9]{1,4}))?$/i.exec(item);
  if (match === null) return undefined;
  const [, any, low, high, step] = match;
  if (any === '?' && !field.question) return undefined;
  const every = step === undefined ? 1 : Number(step);
  const from = low === undefined ? field.from : numberFor(low, field);
  if (from === undefined || every === 0) return undefined;
  const single = low !== undefined && high === undefined;
  if (single && step !== undefined && !field.stepsFromNumber) return undefined;
  const to =
    high !== undefined ? numberFor(high, field) : single && step === undefined ? from : (field.last ?? field.to);
  if (to === undefined || (from > to && !field.wraps)) return undefined;

  const size = field.to - field.from + 1;
  const values: number[] = [];
  for (let value = from; value <= (from > to ? to + size : to); value += every)
    values.push(value > field.to ? value - size : value);
  return values;
}

function numberFor(text: string, { from, to, names }: Field): number | undefined {
  const named = text === '' ? -1 : (names?.indexOf(text.toLowerCase()) ?? -1);
  const value = named >= 0 ? named : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}
