import { closest } from '../../closest.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import type { SpecDocument } from '../../spec/document.ts';
import { fieldAt } from '../../spec/field-tree.ts';
import { type UndefinedName, undefinedNames } from '../../spec/names.ts';
import type { Place } from '../../spec/place.ts';
import { essentials } from '../../spec/todo.ts';
import { nameOf, oneOf, quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { defineRule, type Report } from '../rule.ts';

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
    let reports = 0;
    // No id could be like that, and `invalid-value` says so.
    const malformed = new Set(doc.faults.flatMap((fault) => (fault.kind === 'invalid-value' ? [fault.node] : [])));
    const undefinedIn = undefinedNames(doc);
    for (const section of doc.placesByEntry) {
      for (const { field, value, index } of section.mentions) {
        const missing = undefinedIn(field, value);
        const place = missing && section.all[index];
        if (missing === undefined || place?.node?.kind !== 'scalar' || malformed.has(place.node)) continue;
        yield reportOf(doc, place, place.node, missing, reports++ < mostGuesses);
      }
    }
  },
});

/** Where so many names lead nowhere, it is not their spelling. */
const mostGuesses = 100;

function reportOf(
  doc: SpecDocument,
  { field, path, inFlow }: Place,
  node: Scalar<string | number>,
  missing: UndefinedName,
  mayGuess: boolean,
): Report {
  const { name, sections, defined } = missing;
  const guess = mayGuess ? closest(name, [...defined(), ...(field?.also ?? [])]) : undefined;
  const known = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  const changeTo = (id: string): Fix => {
    const edits = [replaceScalar(node, String(node.value).replace(name, id), inFlow ? 'flow' : 'block')];
    return { title: `Change to "${id}"`, kind: 'normalise', safe: false, edits };
  };
  return {
    at: node,
    message: `\`${nameOf(path)}\` names ${quoted(name)}, but ${sections.length > 4 ? 'nothing here' : `no ${oneOf(sections.map(thing))}`} has that id.${known}`,
    fix: () => [
      ...(guess === undefined ? [] : [changeTo(guess)]),
      ...(sections.length === 1 ? sections : []).flatMap((section) => define(doc, section, name)),
    ],
  };
}

/** Writes the entry that the name refers to, everything in it still to be filled in. */
function define(doc: SpecDocument, section: string, id: string): Fix[] {
  const path = [...section.split('.'), id];
  if (!isId(id)) return [];
  const edits = insertionEdits(doc, [{ path, draft: essentials(path) }]);
  return edits.length === 0
    ? []
    : [{ title: `Define ${thing(section)} "${id}"`, kind: 'skeleton', safe: false, edits }];
}

function isId(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}

/** `monitoring.alerts` holds what a person calls an alert. */
export function thing(section: string): string {
  return fieldAt([...section.split('.'), '*'])?.field?.title.toLowerCase() ?? section;
}
