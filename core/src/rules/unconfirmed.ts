import type { Path } from '../spec/place.ts';
import type { Context } from './rule.ts';
import { type Fault, nodeAt } from './subject.ts';

/** A name that the spec implies, written for a person to confirm: only they know whether it is so. */
export function unconfirmed(name: string): string {
  return `TODO ${name}`;
}

/** Names of a list that are written but not confirmed; each is found as a placeholder already. */
export function unconfirmedIn({ doc }: Context, list: Path): string[] {
  const items = nodeAt(doc.tree, list);
  if (items?.kind !== 'sequence') return [];
  return items.items.flatMap((item) => {
    const name = item?.kind === 'scalar' ? /^TODO (\S+)$/.exec(String(item.value))?.[1] : undefined;
    return name === undefined ? [] : [name];
  });
}

/** `fault`, where what it inserts into the list called `list` are these names instead of an example. */
export function withNames(fault: Fault, list: string, names: readonly string[]): Fault {
  const insert = fault.insert?.map((one) =>
    one.path.at(-1) === list && names.length > 0 ? { ...one, draft: names.map(unconfirmed) } : one,
  );
  return { ...fault, insert };
}
