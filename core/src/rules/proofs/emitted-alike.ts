import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { shownPath } from '../../evidence/reference.ts';
import { type MetricNames, type NamedAt, prefixed } from '../../evidence/telemetry/metric-names.ts';

/** What is emitted under a name like the one that is looked for. */
export interface Near {
  /** The end of a sentence, and another one. */
  readonly says: string;
  readonly fact: Fact;
}

/** The same behind a prefix, or a slip of the pen. */
export function nearIn(names: MetricNames, root: string, metric: string): Near | undefined {
  const longer = prefixed(names, metric);
  const found = longer ?? misspelt(names, metric);
  if (found === undefined) return undefined;
  const file = { root, path: found.path };
  const where = `${shownPath(file)}:${found.line}`;
  const says =
    longer === undefined
      ? `. Did you mean ${found.written} (${where})?`
      : `. It is called ${found.written} in ${where}.`;
  return { says, fact: { file, line: found.line, says: `Emits ${found.written}.` } };
}

/** The first word of its name, where the source declares others that begin with it. */
export function kinOf(names: MetricNames, metric: string): string | undefined {
  const [first = ''] = wordsOf(metric);
  return first.length > 2 && declared(names).has(first) ? first : undefined;
}

/** What tells one name from the other has to be alike, and not only the words that all names of a system have. */
function misspelt(names: MetricNames, metric: string): NamedAt | undefined {
  const own = wordsOf(metric);
  return (declared(names).get(own[0] ?? '') ?? []).find((one) => {
    const words = wordsOf(one.written);
    let [start, end] = [0, 0];
    const least = Math.min(own.length, words.length);
    while (start < least && own[start] === words[start]) start += 1;
    while (end < least - start && own.at(-1 - end) === words.at(-1 - end)) end += 1;
    const middle = (all: readonly string[]) => all.slice(start, all.length - end).join('_');
    return closest(middle(own), [middle(words)]) !== undefined;
  });
}

function wordsOf(metric: string): readonly string[] {
  return metric
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The metrics that the source declares, by the first word of their names. */
function declared(names: MetricNames): ReadonlyMap<string, readonly NamedAt[]> {
  const known = declaredBy.get(names);
  if (known !== undefined) return known;
  const found = new Map<string, NamedAt[]>();
  for (const one of names.names.values()) {
    const [first = ''] = one.how === 'declared' ? wordsOf(one.written) : [];
    const same = found.get(first);
    if (same === undefined) found.set(first, [one]);
    else if (same.length < mostAlike) same.push(one);
  }
  declaredBy.set(names, found);
  return found;
}

/** Of so many names with the same first word one is looked for that was meant. */
const mostAlike = 500;

const declaredBy = new WeakMap<MetricNames, ReadonlyMap<string, readonly NamedAt[]>>();
