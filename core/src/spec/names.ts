import { isDate } from '../dates.ts';
import type { AnyNode, Mapping } from '../yaml/tree.ts';
import type { SpecDocument } from './document.ts';
import type { Field } from './fields.generated.ts';

/** A name in a spec that no entry has, and where it was looked for. */
export interface UndefinedName {
  readonly name: string;
  readonly sections: readonly string[];
  /** Looked up when asked for: a spec can have very many of both. */
  readonly defined: () => readonly string[];
}

/**
 * Where one of these is missing altogether, a requirement says so once: `owner-reachable`, `source-inventory`,
 * `eval-dataset`. No need to say it again of every name.
 */
const askedFor: ReadonlySet<string> = new Set(['owners', 'sources', 'evaluation.datasets']);

type Read = Pick<SpecDocument, 'tree' | 'text' | 'yaml'>;

/** The id in `value` that the spec does not define; `undefined` where it does, or where `value` need not hold one. */
export function undefinedName(doc: Read, field: Field | undefined, value: string): UndefinedName | undefined {
  return field?.refers && undefinedNames(doc)(field, value);
}

/** The same, for who asks of many values. */
export function undefinedNames(doc: Read): (field: Field | undefined, value: string) => UndefinedName | undefined {
  const maps = new Map<string, Mapping | undefined>();
  const mapAt = (section: string) => {
    if (!maps.has(section)) maps.set(section, mapOf(doc.tree, section.split('.')));
    return maps.get(section);
  };
  return (field, value) => {
    if (field?.refers === undefined || field.also?.includes(value)) return undefined;
    const { refers: sections } = field;
    const name = referredName(value, field.refersForm);
    if (name === undefined) return undefined;
    if (sections.some((section) => mapAt(section)?.entry(name) !== undefined)) return undefined;
    if (sections.some((section) => askedFor.has(section) && mapAt(section) === undefined)) return undefined;
    // Only now: who looks at the text as a whole depends on all of it.
    if (isHidden(doc.text, doc.yaml, name)) return undefined;
    const defined = () => sections.flatMap((section) => mapAt(section)?.entries.map(({ key }) => key.value) ?? []);
    return { name, sections, defined };
  };
}

/** Whether a name stands in what could not be read: it may be defined or used there. */
export function isHidden(text: string, { broken }: SpecDocument['yaml'], name: string): boolean {
  return broken.some(({ start, end }) => {
    for (let at = text.indexOf(name, start); at !== -1 && at + name.length <= end; at = text.indexOf(name, at + 1)) {
      if (!isOfName(text[at - 1]) && !isOfName(text[at + name.length])) return true;
    }
    return false;
  });
}

function isOfName(letter: string | undefined): boolean {
  return letter !== undefined && /[\w.-]/.test(letter);
}

/** The id in a value that may also be something else; `undefined` where it holds none. */
export function referredName(value: string, form: Field['refersForm']): string | undefined {
  if (form === 'section') return undefined;
  if (form !== 'before') return value;
  const event = dateInMoment(value);
  if (event === undefined) return value;
  return isDate(event) ? undefined : event.replace(/\.[a-z_]+$/, '');
}

/** The date in `30d before 2027-04-14`, or what has it, as in `120d before answer-llm.retires`; an alert has none. */
export function dateInMoment(moment: string): string | undefined {
  return isDate(moment) ? moment : /^\S+ before (\S+)$/.exec(moment)?.[1];
}

/** The mapping at a path of keys; the tree itself for none. */
export function mapOf(tree: Mapping, steps: readonly string[]): Mapping | undefined {
  let node: AnyNode | undefined = tree;
  for (const step of steps) node = node?.kind === 'mapping' ? node.get(step) : undefined;
  return node?.kind === 'mapping' ? node : undefined;
}
