import type { Analysis } from '../check.ts';
import { overlaps } from '../conceal.ts';
import { type Defined, idSections, placeIn, referringPaths } from '../navigate/ids.ts';
import { meantToBeUsed } from '../rules/language/unused-id.ts';
import type { SpecDocument } from '../spec/document.ts';
import { fieldAt } from '../spec/field-tree.ts';
import type { Path } from '../spec/place.ts';
import { someOf } from '../spec/words.ts';
import type { AnyNode, Entry } from '../yaml/tree.ts';
import type { HoverPart } from './parts.ts';

const mostLines = 6;
const mostUses = 5;
const mostItems = 3;

/** What an id stands for, as far as a few lines go, and how often it is used. */
export function definitionParts(analysis: Analysis, definitions: readonly Defined[]): HoverPart[] {
  return definitions.flatMap(({ path, entry }): HoverPart[] => {
    const lines = contents(analysis.doc, entry);
    return [
      { kind: 'text', strong: fieldAt(path)?.field?.title ?? 'Entry', text: `\`${entry.key.value}\`` },
      ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines }]),
      ...useParts(analysis, path),
    ];
  });
}

/** Where the entry at `path` is named; nothing where entries of its kind never are. */
export function useParts(analysis: Analysis, path: Path): HoverPart[] {
  const section = path.slice(0, -1).join('.');
  if (!idSections.has(section)) return [];
  const id = { section, name: String(path.at(-1)), fixed: false };
  const uses = referringPaths(analysis, [id]);
  if (uses.length === 0)
    return meantToBeUsed.includes(section) ? [{ kind: 'text', text: 'Nothing in this spec names it.' }] : [];
  const names = uses.map(placeIn);
  const shown =
    names.length <= mostUses + 1
      ? someOf(names)
      : `${names.slice(0, mostUses).join(', ')} and ${names.length - mostUses} more`;
  return [{ kind: 'text', text: `Named ${times(uses.length)}: ${shown}.` }];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function contents(doc: SpecDocument, { value: node }: Entry): readonly string[] {
  if (node?.kind !== 'mapping') return [];
  const lines = node.entries.flatMap(({ key, value }): string[] => {
    const words = value === undefined ? undefined : wordsOf(doc, value);
    return words === undefined ? [] : [`${key.value}: ${words}`];
  });
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), `and ${lines.length - mostLines + 1} more`];
}

/** A value on one line; `undefined` where it holds more, or a secret. */
function wordsOf(doc: SpecDocument, node: AnyNode): string | undefined {
  if (overlaps(node.span, doc.secrets)) return undefined;
  if (node.kind === 'scalar') return String(node.value);
  if (node.kind === 'mapping') return undefined;
  const items = node.items.flatMap((item) => (item?.kind === 'scalar' ? [String(item.value)] : []));
  if (items.length === 0 || items.length < node.items.length) return undefined;
  return items.length <= mostItems
    ? items.join(', ')
    : `${items.slice(0, mostItems).join(', ')} and ${items.length - mostItems} more`;
}
