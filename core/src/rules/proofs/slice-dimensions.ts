import type { ReadReport } from '../../evidence/results/reported.ts';
import type { Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import { fieldCalled, type Held, kindsIn } from './counted-cases.ts';

/** Of one slice: the steps that lead to its value, the last of them its own name. */
export interface Sliced {
  readonly steps: readonly string[];
}

interface Place {
  readonly said: ReadReport;
  readonly shown: string;
  readonly pointer: string;
}

/** What speaks against a report that is to have slices by each field that the spec names, and one for each of its values. */
export function dimensionProofs(
  by: readonly Scalar<string>[],
  found: readonly Sliced[],
  held: readonly Held[],
  place: Place,
): Proof[] {
  const sets = held.flatMap((one) => ('proof' in one ? [] : [one]));
  const groups = [...new Set(found.flatMap(({ steps }) => steps.slice(0, -1)))];
  const isGrouped = found.every(({ steps }) => steps.length > 1);
  const known = by.map((one) => isThere(one.value, groups, place));
  const some = known.some((is) => is);
  return by.flatMap((one, index): Proof[] => {
    if (known[index]) {
      const lost = lostValue(one, found, sets, place);
      return lost === undefined ? [] : [lost];
    }
    // Slices that stand beside one another may be by anything; where one field is a group, so are the others.
    if (!isGrouped || (!some && by.length > 1)) return [];
    const others = groups.filter((group) => !by.some(({ value }) => isCalled(group, value)));
    const but =
      others.length === 0
        ? ''
        : `, but by ${others
            .slice(0, 3)
            .map((group) => `"${group}"`)
            .join(', ')}`;
    const reason = `No slices by "${one.value}" stand at ${place.pointer === '' ? 'the top' : place.pointer} in ${place.shown}${but}.`;
    return [{ at: one, state: 'contradicted', reason }];
  });
}

/** By a key on the way to the slices, or by a text beside them, as in `{"by": "region", "value": "north"}`. */
function isThere(name: string, groups: readonly string[], { said, pointer }: Place): boolean {
  if (groups.some((group) => isCalled(group, name)) || pointer.split('/').some((step) => isCalled(step, name)))
    return true;
  return [...said.leaves.values()].some(
    (leaf) => leaf.isText && leaf.pointer.startsWith(`${pointer}/`) && isCalled(leaf.text, name),
  );
}

/** `by_region` and `region` are one, and so is the `region` in `region=north`; `metadata.region` is called by its end. */
function isCalled(group: string, name: string): boolean {
  const words = (text: string) => ` ${plain(text)} `;
  const last = name.slice(name.lastIndexOf('.') + 1);
  return words(group).includes(words(last));
}

/** A value of the cases for which the report has no slice. One that few cases have may be left out, and nobody knows why. */
function lostValue(
  one: Scalar<string>,
  found: readonly Sliced[],
  sets: readonly Extract<Held, { cases: unknown }>[],
  { shown, pointer }: Place,
): Proof | undefined {
  const own = found.filter(({ steps }) => steps.slice(0, -1).some((step) => isCalled(step, one.value)));
  const names = new Set(own.map(({ steps }) => plain(steps.at(-1) ?? '')));
  for (const { cases, shown: file } of sets) {
    const field = fieldCalled(cases, one.value)?.field;
    if (field?.counts === undefined) continue;
    const kinds = [...kindsIn(field)];
    const measured = kinds.filter(([kind]) => names.has(plain(kind)));
    const fewest = Math.min(...measured.map(([, count]) => count));
    const [lost] = kinds.filter(([kind]) => !names.has(plain(kind))).sort(([, a], [, b]) => b - a);
    if (measured.length === 0 || lost === undefined) continue;
    const [kind, count] = lost;
    const reason = `${count} ${count === 1 ? 'case' : 'cases'} of ${file} ${count === 1 ? 'has' : 'have'} "${kind}" in "${one.value}", but no value for it stands at ${pointer === '' ? 'the top' : pointer} in ${shown}.`;
    return count >= fewest
      ? { at: one, state: 'contradicted', reason }
      : { at: one, state: 'linked', reach: 'linked', reason };
  }
  return undefined;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
