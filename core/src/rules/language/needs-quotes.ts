import type { Fix, Span } from '../../text.ts';
import type { Problem } from '../../yaml/problem.ts';
import { defineRule } from '../rule.ts';

export const needsQuotes = defineRule({
  id: 'needs-quotes',
  severity: 'error',
  summary: 'Text that YAML reads as something else stands without quotes.',
  why: 'A value that starts with @ or `, or holds ": ", is not text to YAML; the answer is lost or split.',
  examples: [
    {
      bad: `
owners:
  claims-ops:
    handle: @acme/claims-ops
            ^ needs-quotes
`,
      good: `
owners:
  claims-ops:
    handle: "@acme/claims-ops"
`,
      fixed: `
owners:
  claims-ops:
    handle: "@acme/claims-ops"
`,
    },
    {
      bad: `
system:
  purpose: Finds clauses: with a source for each
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ needs-quotes
`,
      good: `
system:
  purpose: "Finds clauses: with a source for each"
`,
      fixed: `
system:
  purpose: "Finds clauses: with a source for each"
`,
    },
  ],

  *check({ doc }) {
    for (const problem of doc.yaml.problems) {
      if (problem.kind !== 'reserved-start' && problem.kind !== 'colon-in-text') continue;
      yield { at: { span: problem.span }, message: problem.message, fix: () => quoteToLineEnd(doc.text, problem) };
    }
  },
});

/** Puts the rest of the line in quotes, but for a comment behind it. Left alone where a bracket may end the value. */
export function quoteToLineEnd(text: string, { span }: Pick<Problem, 'span'>): Fix | undefined {
  const rest = /^[^\r\n]*/.exec(text.slice(span.start))?.[0] ?? '';
  const value = rest.replace(/\s+#.*$/, '').trimEnd();
  if (value === '' || /["\]}]/.test(value)) return undefined;
  const whole: Span = { start: span.start, end: span.start + value.length };
  return {
    title: 'Put quotes around it',
    kind: 'normalise',
    safe: true,
    edits: [{ span: whole, text: JSON.stringify(value) }],
  };
}
