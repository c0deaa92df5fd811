import { isPlaceholderId } from '../../spec/placeholder.ts';
import { nameOf, quoted } from '../../spec/words.ts';
import { defineRule } from '../rule.ts';

export const placeholder = defineRule({
  id: 'placeholder',
  severity: 'warning',
  summary: 'A value only keeps a place free: TODO, TBD, "best effort", an id that starts with todo-.',
  why: 'A ticked box is the oldest way to have no answer. Whoever is called at night reads "TBD" and knows nothing.',
  examples: [
    {
      bad: `
system:
  users:
    who: TBD
         ^^^ placeholder
`,
      good: `
system:
  users:
    who: claims handlers
`,
    },
    {
      bad: `
owners:
  todo-owner:
  ^^^^^^^^^^ placeholder
    team: Claims Operations
`,
      good: `
owners:
  claims-ops:
    team: Claims Operations
`,
    },
  ],

  looksAt: 'place',

  *check({ places }) {
    for (const { key, node, path, placeholder, field } of places) {
      if (key !== undefined && field?.path.endsWith('*') && isPlaceholderId(key.value)) {
        yield { at: key, message: `${quoted(key.value)} is still a placeholder: give it its own id.` };
      }
      if (placeholder && node !== undefined) {
        const name = nameOf(path);
        yield {
          at: node,
          message: `\`${name}\` is still a placeholder: ${quoted(node.kind === 'scalar' ? node.value : '')} says nothing.`,
        };
      }
    }
  },
});
