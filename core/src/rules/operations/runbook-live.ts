import { fields } from '../../spec/fields.generated.ts';
import type { Path } from '../../spec/place.ts';
import { anyCase } from '../../spec/words.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { runbookProof } from '../proofs/runbook-proof.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, isRefused, verdict } from '../subject.ts';

export const runbookLive = defineRequirement({
  id: 'runbook-live',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'every runbook that is named, from pre-production on',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q7'],
  references: 'Google SRE: playbooks; promruval (resolves the URLs of runbooks)',
  summary: 'Every runbook is a page of its own for the case that names it.',
  why: 'A person woken at night opens the link of the alert. A folder, a template or the start page of a wiki is where they begin to search.',
  hollow: [
    'a folder, or the start page of a site',
    'a template',
    'the general incident process',
    'a program',
    'a page that says it is deprecated',
    'a link to a page or heading that is gone',
  ],
  toFix:
    'Write one page for the case: how to tell that it is this, what to do first, whom to call. Name the file, or the page with its path.',
  examples: [
    {
      bad: `
monitoring:
  alerts:
    recall-low:
      runbook: runbooks/
               ^^^^^^^^^ runbook-live
    groundedness-low:
      runbook: docs/runbook-template.md
               ^^^^^^^^^^^^^^^^^^^^^^^^ runbook-live
`,
      good: `
monitoring:
  alerts:
    recall-low:
      runbook: runbooks/retrieval.md
    groundedness-low:
      runbook: runbooks/wrong-answers.md
`,
    },
  ],

  // Where a runbook has to be named is for the requirements of alerts, refreshes and incidents.
  *assess(context) {
    const process = context.spec.get('operations')?.get('incidents')?.get('process')?.value;
    const told = new Set<string>();
    for (const { node, path } of namedRunbooks(context.doc)) {
      const file = String(node.value);
      if (told.has(file)) continue; // Many alerts share a page; what is wrong with it is said once.
      told.add(file);
      const reason = noRunbook(file, process);
      const fault: Fault | undefined = reason === undefined ? undefined : { at: node, state: 'hollow', reason };
      const named = { ...node, value: file };
      yield* verdict({ name: `runbook "${file}"`, path, at: node }, [fault], [runbookProof(context, named)]);
    }
  },
});

interface NamedRunbook {
  readonly node: Scalar<string | number>;
  readonly path: Path;
}

/** In the order of the text. */
function namedRunbooks(doc: Context['doc']): NamedRunbook[] {
  const found = holding.flatMap((name) => {
    const places = doc.sections.get(name)?.places;
    return (places?.mentions ?? []).flatMap(({ field, index }): NamedRunbook[] => {
      const { node, path } = (field.artifact === 'runbook' && places?.all[index]) || {};
      return node?.kind !== 'scalar' || path === undefined || isRefused(doc, node) ? [] : [{ node, path }];
    });
  });
  return found.sort((a, b) => a.node.span.start - b.node.span.start);
}

/** The sections that have a place for one. */
const holding = [
  ...new Set(fields.flatMap(({ artifact, path }) => (artifact === 'runbook' ? (path.split('.')[0] ?? []) : []))),
];

const startPage = /^https:\/\/[^/]+\/?$/;
const folder = /\/$|^\.{1,2}$/;
const template = anyCase(/(?:^|[-_./])(?:template|skeleton|boilerplate|example|sample|placeholder)(?=[-_.#]|$)/);
const program = anyCase(/\.(?:py|sh|js|ts|ipynb|ya?ml|json|tf|sql)(?:#.*)?$/);

function noRunbook(file: string, process: string | undefined): string | undefined {
  if (startPage.test(file)) return `"${file}" is the start page of a site: which page tells what to do first?`;
  if (folder.test(file)) return `"${file}" is a folder: which page in it tells what to do first?`;
  if (template.test(file)) return `"${file}" is a template: it tells how a runbook is written.`;
  if (file === process) return `"${file}" is the general incident process: what is done first in this case?`;
  if (program.test(file)) return `"${file}" is read by machines: what does a person do first?`;
  return undefined;
}
