import type { SpecDocument } from '../../spec/document.ts';
import { applyEdits, type Fix } from '../../text.ts';
import { parseYaml } from '../../yaml/parse.ts';
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
      yield { at: { span: problem.span }, message: problem.message, fix: () => quoteValue(doc, problem) };
    }
  },
});

/** Puts a value in quotes, if that mends it: to the end of its line, in braces to the end of its entry. */
export function quoteValue(doc: SpecDocument, { span }: Pick<Problem, 'span'>): Fix | undefined {
  const line = /^[^\r\n]*/.exec(doc.text.slice(span.start))?.[0] ?? '';
  const value = line
    .slice(0, endInFlow(line, flowAround(doc, span.start)))
    .replace(/\s+#.*$/, '')
    .trimEnd();
  if (value === '') return undefined;
  const edits = [{ span: { start: span.start, end: span.start + value.length }, text: JSON.stringify(value) }];
  const worse = /["[\]{},]/.test(value + line) && problems(applyEdits(doc.text, edits)) >= doc.yaml.problems.length;
  return worse ? undefined : { title: 'Put quotes around it', kind: 'normalise', safe: true, edits };
}

function problems(text: string): number {
  return parseYaml(text).problems.length;
}

/** The innermost brace or bracket that is open at `offset`. What is broken stands in no tree, so the text has to tell. */
export function flowAround({ text, tree, places, yaml }: SpecDocument, offset: number): '{' | '[' | undefined {
  const stretch = yaml.broken.find(({ start, end }) => start <= offset && offset <= end);
  const around = [{ node: tree }, ...places].findLast(({ node }) => {
    return (
      node !== undefined && node.kind !== 'scalar' && node.flow && node.span.start < offset && offset < node.span.end
    );
  })?.node;
  if (stretch === undefined && around !== undefined) return around.kind === 'sequence' ? '[' : '{';
  const from = stretch?.start ?? text.lastIndexOf('\n', offset - 1) + 1;
  const open: ('{' | '[')[] = [];
  for (const [mark] of text.slice(from, offset).matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?:^|\s)#[^\n]*|[[\]{}]/g)) {
    if (mark === '{' || mark === '[') open.push(mark);
    else if (mark === '}' || mark === ']') open.pop();
  }
  return open.at(-1);
}

/** Where a value at the start of `line` ends: at a comma before the next key or item, or at the bracket that closes `flow`. */
function endInFlow(line: string, flow: '{' | '[' | undefined): number | undefined {
  if (flow === undefined) return undefined;
  const comma = flow === '[' ? /^,/ : /^,\s*(?:[\w.-]+\s*:(?:\s|$)|$)/;
  let depth = 0;
  for (let index = 0; index < line.length; index += 1) {
    const mark = line[index] ?? '';
    if ('[{'.includes(mark)) depth += 1;
    else if (']}'.includes(mark)) depth -= 1;
    if (depth < 0 || (depth === 0 && mark === ',' && comma.test(line.slice(index)))) return index;
  }
  return undefined;
}
