import { closest } from '../../closest.ts';
import { escaped } from '../../evidence/cases/rows.ts';
import { numberIn } from '../../evidence/formats/leaves.ts';
import type { Metric, ReadReport } from '../../evidence/results/reported.ts';

/** A value of a report, and where it stands. */
export interface Value {
  readonly number: number;
  readonly percent: boolean;
  readonly line?: number;
  readonly of?: string;
  readonly cases?: number;
  readonly missing?: number;
  /** Of several prompts and providers the worst, and there may be better ones. */
  readonly worst?: (bound: 'min' | 'max') => Value;
}

export interface NoValue {
  readonly none: string;
  readonly state: 'contradicted' | 'linked' | 'unverifiable';
  /** The selector that was probably meant. */
  readonly near?: string;
}

/** The value that a selector means: a JSON pointer, or the name of a measure. */
export function valueIn(
  said: ReadReport,
  selector: string | undefined,
  id: string,
  versions: readonly string[],
): Value | NoValue {
  if (selector?.startsWith('/')) return atPointer(said, selector, id);
  const name = selector ?? id;
  const named = byName(said, name, versions);
  if (named !== undefined) return named;
  const leaves = numbersCalled(said, name);
  const [only, another] = leaves;
  if (selector === undefined) {
    return {
      none: `After # nothing says where "${id}" stands`,
      state: 'linked',
      near: another === undefined ? only : undefined,
    };
  }
  if (only !== undefined && another === undefined) return atPointer(said, only, id);
  if (only !== undefined) return { none: `Several values are called "${name}"`, state: 'contradicted', near: only };
  return { none: `Nothing is called "${name}"`, state: 'contradicted', near: nearest(said, name, id) };
}

function atPointer(said: ReadReport, pointer: string, id: string): Value | NoValue {
  for (const inner of ['', '/value', '/score', '/mean']) {
    const leaf = said.leaves.get(pointer + inner);
    if (leaf === undefined) continue;
    const number = numberIn(leaf.text);
    if (number === undefined) return { none: `No number stands at ${pointer}`, state: 'contradicted' };
    return { number: number.value, percent: number.percent, line: leaf.line };
  }
  return { none: `Nothing stands at ${pointer}`, state: 'contradicted', near: nearest(said, pointer, id) };
}

/** Measures of that name. Those of the model in use count before those of others. */
function byName(said: ReadReport, name: string, versions: readonly string[]): Value | undefined {
  const all = said.metrics.filter((one) => plain(one.name) === plain(name));
  const inUse = all.filter(({ of }) => of !== undefined && versions.some((version) => of.includes(version)));
  const whole = all.filter(({ of }) => of === undefined);
  const chosen = inUse.length > 0 ? inUse : whole.length > 0 ? whole : all;
  const [first] = chosen;
  if (first === undefined) return undefined;
  const worst = (bound: 'min' | 'max') =>
    asValue(chosen.reduce((a, b) => ((bound === 'min' ? b.value < a.value : b.value > a.value) ? b : a), first));
  return { ...asValue(first), worst };
}

function asValue({ value, ...rest }: Metric): Value {
  return { number: value, percent: false, ...rest };
}

function numbersCalled({ leaves }: ReadReport, name: string): string[] {
  const last = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);
  return [...leaves.values()]
    .filter(({ pointer, text }) => plain(last(pointer)) === plain(name) && numberIn(text) !== undefined)
    .map(({ pointer }) => pointer);
}

function nearest(said: ReadReport, wrong: string, id: string): string | undefined {
  const [called] = numbersCalled(said, id);
  if (called !== undefined) return called;
  const numbers = [...said.leaves.values()]
    .filter(({ text }) => numberIn(text) !== undefined)
    .map(({ pointer }) => pointer);
  const names = said.metrics.map(({ name }) => name);
  return wrong.startsWith('/')
    ? closest(wrong, numbers)
    : (closest(wrong, names) ?? closest(`/${escaped(wrong)}`, numbers));
}

/** `recall@8`, `recall_at_8` and `Recall@8` are one name. */
export function plain(name: string): string {
  return name
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .toLowerCase()
    .replace(/(?<=[a-z])_at_(?=\d)/, ' ')
    .replaceAll(/[^a-z0-9%]+/g, ' ')
    .trim();
}
