import { closest } from '../../closest.ts';
import type { Place, SpecDocument } from '../../spec/document.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import { fieldAt } from '../../spec/field-tree.ts';
import { essentials } from '../../spec/todo.ts';
import { nameOf, oneOf, quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import { defineRule, type Report } from '../rule.ts';
import { nodeAt } from '../subject.ts';

export const undefinedId = defineRule({
  id: 'undefined-id',
  severity: 'error',
  summary: 'A name refers to an owner, source, model, metric, alert or other thing that the spec does not define.',
  why: 'An answer that points to nothing is no answer: the page goes to nobody, the alert watches nothing.',
  examples: [
    {
      bad: `
system:
  owner: claim-ops
         ^^^^^^^^^ undefined-id
owners:
  claims-ops:
    team: Claims Operations
`,
      good: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Operations
`,
      fixed: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Operations
`,
    },
  ],

  *check({ doc }) {
    if (doc.yaml.problems.length > 0) return; // What seems undefined may stand where the file cannot be read.
    for (const place of doc.places) {
      const { node, field, placeholder } = place;
      if (field?.refers === undefined || node?.kind !== 'scalar' || placeholder) continue;
      const report = judgeName(doc, place, String(node.value), field.refers);
      if (report !== undefined) yield report;
    }
  },
});

function judgeName(doc: SpecDocument, { node, field, path, inFlow }: Place, value: string, sections: readonly string[]): Report | undefined {
  if (node?.kind !== 'scalar' || field === undefined) return undefined;
  const name = referredName(value, field.refersForm);
  if (name === undefined || field.also?.includes(value)) return undefined;

  const defined = sections.flatMap((section) => idsIn(doc, section));
  if (defined.includes(name)) return undefined;
  const guess = closest(name, [...defined, ...(field.also ?? [])]);
  const what = oneOf(sections.map(thing));
  const known = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  const message = `\`${nameOf(path)}\` names ${quoted(name)}, but no ${what} has that id.${known}`;
  const fix = () => [
    ...(guess === undefined ? [] : [changeTo(guess)]),
    ...sections.slice(0, 1).flatMap((section) => define(doc, section, name)),
  ];
  const changeTo = (id: string): Fix => {
    const edits = [replaceScalar(node, value.replace(name, id), inFlow ? 'flow' : 'block')];
    return { title: `Change to "${id}"`, kind: 'normalise', safe: false, edits };
  };
  return { at: node, message, fix };
}

/** Writes the entry that the name refers to, everything in it still to be filled in. */
function define(doc: SpecDocument, section: string, id: string): Fix[] {
  const path = [...section.split('.'), id];
  if (!isId(id)) return [];
  const edits = insertionEdits(doc, [{ path, draft: essentials(path) }]);
  return edits.length === 0 ? [] : [{ title: `Define ${thing(section)} "${id}"`, kind: 'skeleton', safe: false, edits }];
}

function isId(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}

/** The id in a value that may also be something else; `undefined` where it holds none. */
function referredName(value: string, form: 'before' | 'section' | 'also' | undefined): string | undefined {
  if (form === 'section') return undefined;
  if (form !== 'before') return value;
  const before = /^\S+ before (\S+)$/.exec(value);
  if (before === null) return value;
  return /^\d{4}-/.test(before[1] ?? '') ? undefined : (before[1] ?? '').replace(/\.[a-z_]+$/, '');
}

function idsIn(doc: SpecDocument, section: string): string[] {
  const map = nodeAt(doc.tree, section.split('.'));
  return map?.kind === 'mapping' ? map.entries.map(({ key }) => key.value) : [];
}

/** `monitoring.alerts` holds what a person calls an alert. */
export function thing(section: string): string {
  return fieldAt([...section.split('.'), '*'])?.field?.title.toLowerCase() ?? section;
}
