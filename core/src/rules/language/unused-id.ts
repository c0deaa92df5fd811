import type { SpecDocument } from '../../spec/document.ts';
import { isHidden, referredName } from '../../spec/names.ts';
import { isPlaceholderId } from '../../spec/placeholder.ts';
import { quoted } from '../../spec/words.ts';
import { removeEntry } from '../../yaml/edit.ts';
import { defineRule } from '../rule.ts';
import { nodeAt } from '../subject.ts';
import { thing } from './undefined-id.ts';

/** A data set, an index or a source may stand by itself; these are there to be referred to. */
/** Others may stand by themselves. */
export const meantToBeUsed: readonly string[] = ['owners', 'models', 'monitoring.metrics'];

const what: Readonly<Record<string, string>> = {
  owners: 'Nothing is owned by, sent to or approved by',
  models: 'Nothing uses model',
  'monitoring.metrics': 'No alert, objective or incident looks at metric',
};

export const unusedId = defineRule({
  id: 'unused-id',
  severity: 'warning',
  summary: 'An owner, a model or a metric is defined and nothing refers to it.',
  why: 'Either something forgot to name it, or it is gone and the file still says that it is there.',
  examples: [
    {
      bad: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Operations
  claims-build:
  ^^^^^^^^^^^^ unused-id
    team: Claims Engineering
`,
      good: `
system:
  owner: claims-ops
owners:
  claims-ops:
    team: Claims Operations
    backup: claims-build
  claims-build:
    team: Claims Engineering
`,
    },
  ],

  *check({ doc }) {
    const used = usedNames(doc);
    for (const section of meantToBeUsed) {
      const map = nodeAt(doc.tree, section.split('.'));
      if (map?.kind !== 'mapping') continue;
      for (const entry of map.entries) {
        const name = entry.key.value;
        if (isPlaceholderId(name)) continue; // It is not named yet.
        if (used.get(section)?.has(name) || (section === 'models' && isTheOneThatAnswers(doc, name))) continue;
        if (isHidden(doc.text, doc.yaml, name)) continue;
        const remove = () => ({
          title: `Remove ${thing(section)} ${quoted(name)}`,
          kind: 'normalise' as const,
          safe: false,
          edits: [removeEntry(doc.text, map, entry)],
        });
        yield {
          at: entry.key,
          message: `${what[section]} ${quoted(name)}.`,
          unnecessary: true,
          fix: remove,
        };
      }
    }
  },
});

/** Which ids each section's members are referred to by. */
function usedNames(doc: SpecDocument): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  for (const { field, value } of doc.placesByEntry.flatMap((section) => section.mentions)) {
    if (field.refers === undefined || field.path === 'waivers[].where') continue;
    const name = referredName(value, field.refersForm);
    if (name === undefined) continue;
    for (const section of field.refers) {
      const names = used.get(section) ?? new Set<string>();
      used.set(section, names.add(name));
    }
  }
  return used;
}

/** A model that generates, predicts or ranks is the system itself; only embedders and judges are used by something else. */
function isTheOneThatAnswers(doc: SpecDocument, id: string): boolean {
  const role = nodeAt(doc.tree, ['models', id, 'role']);
  return !(role?.kind === 'scalar' && (role.value === 'embed' || role.value === 'judge'));
}
