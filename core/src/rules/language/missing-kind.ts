import { insertionEdits } from '../../fixes/insert.ts';
import { fieldAt } from '../../spec/field-tree.ts';
import { todo } from '../../spec/todo.ts';
import { nameOf, oneOf } from '../../spec/words.ts';
import { defineRule } from '../rule.ts';

export const missingKind = defineRule({
  id: 'missing-kind',
  severity: 'error',
  summary: 'An entry does not say of which kind it is, so that nothing else in it can be checked.',
  why: 'What a drift metric needs is not what a usage metric needs; without its kind it is judged as neither.',
  examples: [
    {
      bad: `
monitoring:
  metrics:
    groundedness-live:
    ^^^^^^^^^^^^^^^^^ missing-kind
      window: 24h
`,
      good: `
monitoring:
  metrics:
    groundedness-live:
      kind: quality
      window: 24h
`,
    },
  ],

  *check({ doc }) {
    for (const fault of doc.faults) {
      if (fault.kind !== 'missing-kind' || fault.given) continue;
      const path = [...fault.path, fault.key];
      const values = fieldAt(path)?.field?.values ?? [];
      const message = `\`${nameOf(fault.path)}\` does not say its \`${fault.key}\`: ${oneOf(values)}.`;
      yield {
        at: fault.holder?.key ?? fault.node,
        message,
        fix: () => {
          const edits = insertionEdits(doc, [{ path, draft: todo(path) }]);
          return { title: `Add \`${fault.key}\``, kind: 'skeleton', safe: false, edits };
        },
      };
    }
  },
});
