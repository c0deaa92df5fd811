import { tablesIn } from '../documents/labelled.ts';
import type { Prose } from '../documents/prose.ts';
import type { Leaf } from '../formats/leaves.ts';

/** What the report of an adversarial test says of one kind of attack. */
export interface Attack {
  /** The same for all in one table, or in one list or mapping. */
  readonly group: string;
  /** As the report calls it. */
  readonly name: string;
  readonly line: number;
  /** How often it was tried, where that is told. */
  readonly tries?: number;
  /** Words that say that it was not tried. */
  readonly left?: string;
}

const triesHeader =
  /^(?:#|n|no|number|count|total)?\s*(?:of )?(?:tries|tried|attempts?|attacks?|cases|prompts|probes|tests?|runs?|n|count|total|number|versuche|anzahl)$/i;
const notTried =
  /^(?:not (?:yet )?(?:tested|tried|run|executed|covered|in scope)|skipped|out of scope|n\/?a|todo|tbd|open|pending|nicht getestet|offen)\b/i;

/** Rows of tables, by what stands in their first cell. */
export function attacksInProse(prose: Prose): readonly Attack[] {
  return tablesIn(prose).flatMap(({ header, rows, line: at }) => {
    const column = header.findIndex((cell, index) => index > 0 && triesHeader.test(cell));
    return rows.flatMap(({ cells, line }): Attack[] => {
      const [name = '', ...rest] = cells;
      if (name === '') return [];
      const tries = /^(\d[\d ,]*)/.exec(cells[column] ?? '')?.[1]?.replaceAll(/[ ,]/g, '');
      const left = rest.find((cell) => notTried.test(cell));
      return [{ group: String(at), name, line, tries: tries === undefined ? undefined : Number(tries), left }];
    });
  });
}

/** Keys and names in a report for machines, with the number of tries beside or below them. */
export function attacksInLeaves(leaves: ReadonlyMap<string, Leaf>): readonly Attack[] {
  const found: Attack[] = [];
  const seen = new Set<string>();
  for (const { pointer, text, line } of leaves.values()) {
    const steps = pointer.split('/');
    for (const [depth, step] of steps.entries()) {
      const path = steps.slice(0, depth + 1).join('/');
      if (depth === 0 || /^\d+$/.test(step) || seen.has(path)) continue;
      seen.add(path);
      found.push({
        group: steps.slice(0, depth).join('/'),
        name: step.replaceAll('~1', '/'),
        line,
        tries: triesBelow(leaves, path),
      });
    }
    const name = /^(?:attack|kind|type|category|name|id|plugin|strategy|probe|vulnerability)$/i.exec(
      steps.at(-1) ?? '',
    )?.[0];
    if (name === undefined) continue;
    const group = `${steps.slice(0, -2).join('/')} ${name}`;
    found.push({ group, name: text, line, tries: triesBelow(leaves, steps.slice(0, -1).join('/')) });
  }
  return found;
}

function triesBelow(leaves: ReadonlyMap<string, Leaf>, path: string): number | undefined {
  for (const name of ['tries', 'attempts', 'cases', 'prompts', 'tests', 'total', 'count']) {
    const text = leaves.get(`${path}/${name}`)?.text ?? '';
    if (/^\d+$/.test(text)) return Number(text);
  }
  return undefined;
}
