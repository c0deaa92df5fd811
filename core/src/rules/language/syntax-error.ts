import type { ProblemKind } from '../../yaml/problem.ts';
import { defineRule } from '../rule.ts';
import { flowAround, quoteValue } from './needs-quotes.ts';

const kinds: ReadonlySet<ProblemKind> = new Set([
  'syntax',
  'indentation',
  'complex-key',
  'recursive-alias',
  'too-many-aliases',
  'too-deep',
  'unreadable',
]);

export const syntaxError = defineRule({
  id: 'syntax-error',
  severity: 'error',
  summary: 'The file cannot be read as YAML here.',
  why: 'Whatever stands behind the slip is read as something else than you meant, or not at all.',
  examples: [
    {
      bad: `
system:
  name: claims-assistant
  stage
  ^^^^^ syntax-error
  type: rag
`,
      good: `
system:
  name: claims-assistant
  stage: pilot
  type: rag
`,
    },
  ],

  *check({ doc }) {
    for (const { kind, span, message } of doc.yaml.problems) {
      if (!kinds.has(kind)) continue;
      // `team: Claims: Operations` in braces; on lines of its own it is a kind of problem for itself.
      const inFlow = kind === 'syntax' && flowAround(doc, span.start) !== undefined;
      const isText = inFlow && /^[^\s"'[\]{},#][^\r\n[\]{},]*?:\s/.test(doc.text.slice(span.start, span.end));
      yield { at: { span }, message, fix: () => (isText ? quoteValue(doc, { span }) : undefined) };
    }
  },
});
