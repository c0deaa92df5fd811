import { shownPath } from '../../evidence/reference.ts';
import { openDecision } from '../../evidence/settings/rego.ts';
import type { Tool } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { once } from '../once.ts';
import { findParsed, type Proof } from '../proof.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

/** Text for a model; a policy is code or configuration. */
const prompt = anyCase(/(?:^|\/)prompts?\/|\.(?:md|txt|prompt|prompty|j2|jinja2?)(?:#|$)/);

export const toolApproval = defineRequirement({
  id: 'tool-approval',
  area: 'tools',
  rank: 'core',
  gap: 'governance',
  appliesTo: 'tools that write',
  severity: ['off', 'error', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: [],
  artifacts: ['tools.*.policy'],
  references: 'OWASP LLM06; MITRE ATLAS AML.M0029; EU AI Act, Art. 14',
  summary:
    'Every tool that changes something says who lets a call through, and how often it may act before it is stopped.',
  why: 'One wrong order can be cancelled. A loop places a thousand of them before anybody has read the first, and some things cannot be taken back.',
  hollow: [
    'approval none on what cannot be undone',
    'a policy that is a prompt: the model approves itself',
    'no limit',
  ],
  toFix:
    'Let a person, or a policy in code, approve what cannot be undone, and set a limit a little above what a busy hour needs.',
  examples: [
    {
      bad: `
tools:
  pay-invoice:
    effect: irreversible
    approval: none
              ^^^^ tool-approval
    limit: 500 EUR/day
`,
      good: `
tools:
  pay-invoice:
    effect: irreversible
    approval: human
    limit: 500 EUR/day
`,
    },
    {
      bad: `
tools:
  cancel-order:
  ^^^^^^^^^^^^ tool-approval
    effect: irreversible
`,
      good: `
tools:
  cancel-order:
    effect: irreversible
    approval: policy
    policy: policies/cancel.rego
    limit: 20/hour
`,
      fixed: `
tools:
  cancel-order:
    effect: irreversible
    approval: TODO human | policy
    limit: TODO e.g. 20/hour
`,
    },
  ],

  *assess(context) {
    for (const tool of each(context, ['tools'], context.spec.get('tools'))) {
      const effect = tool.value.get('effect')?.value;
      if (effect === 'write' || effect === 'irreversible')
        yield* verdict(tool, faults(context, tool), openPolicy(context, tool));
    }
  },
});

function* faults(context: Context, tool: Subject<Tool>): Generator<Fault | undefined> {
  const approval = tool.value.get('approval');
  const irreversible = tool.value.get('effect')?.value === 'irreversible';
  const asked = approval?.value === 'policy' ? ['approval', 'policy', 'limit'] : ['approval', 'limit'];
  for (const fault of lacking(context, tool, asked, 'who lets a call through, and how often it may act')) {
    yield irreversible ? { ...fault, insert: fault.insert?.map(byAnybody) } : fault;
  }
  if (irreversible) {
    yield hollow(
      approval,
      (by) => by === 'none',
      () => `What ${tool.id} does cannot be undone, and nobody approves it.`,
    );
  }
  if (approval?.value !== 'policy') return;
  yield hollow(
    tool.value.get('policy'),
    (path) => prompt.test(path) || promptPaths(context).has(path),
    (path) => `${path} is text for a model: the one that asks is the one that approves.`,
  );
}

/** A policy that lets every call through; of one that asks something no more is shown than that it is there. */
function openPolicy(context: Context, { value }: Subject<Tool>): Proof[] {
  const policy = value.get('approval')?.value === 'policy' ? value.get('policy') : undefined;
  const found = policy?.value.endsWith('.rego') ? findParsed(context, policy, 'rego', openDecision) : undefined;
  if (policy === undefined || found === undefined || 'proof' in found || found.facts === undefined) return [];
  const { name, line, why } = found.facts;
  const { file } = found.reference;
  const reason = `\`${name}\` in ${shownPath(file)}:${line} is true whatever is asked: ${why}.`;
  return [{ at: policy, state: 'contradicted', reason, facts: [{ file, line, says: `\`${name}\` is always true.` }] }];
}

const promptPaths = once((context): ReadonlySet<string> => {
  const prompts = each(context, ['prompts'], context.spec.get('prompts'));
  return new Set(prompts.flatMap(({ value }) => value.get('path')?.value ?? []));
});

/** Where nothing can be undone, "none" is no choice. */
function byAnybody<T extends { readonly path: readonly (string | number)[] }>(one: T): T {
  return one.path.at(-1) === 'approval' ? { ...one, draft: 'TODO human | policy' } : one;
}
