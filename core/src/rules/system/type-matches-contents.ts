import { daysBetween, inDays } from '../../dates.ts';
import type { Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Scalar } from '../../yaml/tree.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lackingInSteps, part, skeleton, verdict } from '../subject.ts';

export const typeMatchesContents = defineRequirement({
  id: 'type-matches-contents',
  area: 'system',
  rank: 'core',
  gap: 'governance',
  severity: ['error', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Rule of this format: a section that is left out does not switch its requirements off',
  summary: 'The type and the stage agree with what the rest of the spec says and with the launch date.',
  why: 'Requirements follow from what a spec contains. Whatever is left out, or calls itself a pilot after launch, goes live unexamined.',
  hollow: [
    'rag without an index, agent without a tool, model without a model that predicts',
    'llm although there are tools or an index',
    'production before launch',
    'a pilot, or pre-production, after launch',
  ],
  toFix:
    'Write down the section that is left out, or change the type to what the system is. When it goes live, set the stage on the same day.',
  examples: [
    {
      bad: `
system:
  type: rag
        ^^^ type-matches-contents
  stage: production
  launch: 2026-10-05
`,
      good: `
system:
  type: rag
  stage: production
  launch: 2026-10-05
indexes:
  claims-index:
    from:
      - letters
`,
      fixed: `
system:
  type: rag
  stage: production
  launch: 2026-10-05
indexes:
  todo-index:
    from:
      - TODO source id
`,
    },
    {
      bad: `
system:
  type: llm
  stage: pilot
  launch: 2026-10-05
          ^^^^^^^^^^ type-matches-contents
`,
      good: `
system:
  type: llm
  stage: pilot
  launch: 2027-03-01
`,
      stage: 'pilot',
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    yield* verdict(system, [
      // A pilot may end without ever being launched.
      ...lackingInSteps(
        context,
        system,
        { now: ['type', 'stage'], later: ['launch'] },
        'what it is and where it stands',
      ),
      typeFault(context, system.value.get('type')),
      launchFault(context, system.value.get('launch')),
    ]);
  },
});

/** What a type cannot be without. A predicting model without `training` is for `training-refresh` to tell. */
function typeFault({ spec, traits }: Context, type: Scalar | undefined): Fault | undefined {
  const indexes = names(spec.get('indexes'));
  const tools = names(spec.get('tools'));
  switch (type?.value) {
    case 'rag':
      if (indexes.length > 0) return undefined;
      return without(type, 'it lists no index to retrieve from', ['indexes', 'todo-index'], ['from']);
    case 'agent':
      if (tools.length > 0) return undefined;
      return without(type, 'it lists no tool to call', ['tools', 'todo-tool'], ['what', 'effect']);
    case 'model':
      if (traits.model) return undefined;
      return without(type, 'no model in it has the role predict', ['models', 'todo-model'], ['role', 'training.from']);
    case 'llm':
      if (tools.length > 0) return called(type, 'agent', `it has tools: ${tools.join(', ')}`);
      return indexes.length > 0 ? called(type, 'rag', `it has an index: ${indexes.join(', ')}`) : undefined;
    default:
      return undefined;
  }
}

function without(type: Scalar, what: string, path: readonly string[], fields: readonly string[]): Fault {
  const reason = `The system calls itself ${type.value}, but ${what}.`;
  return { at: type, state: 'contradicted', reason, insert: skeleton(path, fields) };
}

function called(type: Scalar, name: string, because: string): Fault {
  const reason = `The system calls itself ${type.value}, but ${because}. That makes it ${name}.`;
  const fix = (): Fix => ({
    title: `Change the type to ${name}`,
    kind: 'adopt',
    safe: false,
    edits: [replaceScalar(type, name)],
  });
  return { at: type, state: 'contradicted', reason, fix };
}

/** Looks at the stage that the spec claims, so that a live system can still be judged at another. */
function launchFault({ asOf, claimed, spec }: Context, launch: Scalar | undefined): Fault | undefined {
  if (spec.get('system')?.get('stage') === undefined || claimed === 'retired') return undefined;
  const fault =
    claimed === 'production'
      ? hollow(
          launch,
          (day) => day > asOf,
          (day) => `The stage is production, but launch is on ${day}, in ${inDays(daysBetween(asOf, day))}.`,
        )
      : hollow(
          launch,
          (day) => day < asOf,
          (day) => `Launch was on ${day}, ${inDays(daysBetween(day, asOf))} ago, but the stage still is ${claimed}.`,
        );
  return fault && { ...fault, state: 'contradicted' };
}

function names(map: { readonly entries: readonly { readonly key: Scalar }[] } | undefined): string[] {
  return (map?.entries ?? []).map(({ key }) => key.value);
}
