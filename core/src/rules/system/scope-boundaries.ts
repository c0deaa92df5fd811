import { absentFrom, edgeCaseKinds } from '../../implied.ts';
import { todo } from '../../spec/todo.ts';
import { anyCase, quoted } from '../../spec/words.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, isEmptyList, keyAt, lacking, part, verdict } from '../subject.ts';
import { kindsOf, testSets } from '../test-sets.ts';

const asked = ['in_scope', 'out_of_scope', 'when_out_of_scope'];
const triedBy = edgeCaseKinds.filter(({ names }) => names.includes('out-of-scope'));

/** True of every system, so nobody can test it or refuse anything by it. */
const everythingElse = anyCase(
  /^(?:(?:everything|anything|all|whatever)(?: (?:that is|which is))?(?: (?:else|other.*|not (?:listed|mentioned|in scope).*|out(?:side)? of scope))?|(?:the )?(?:rest|others?|other (?:topics?|things?|questions?|requests?)))$/,
);

export const scopeBoundaries = defineRequirement({
  id: 'scope-boundaries',
  area: 'system',
  rank: 'core',
  gap: 'governance',
  severity: ['warning', 'error', 'error'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'Microsoft Responsible AI: restricted and unsupported uses',
  summary: 'What the system is for and what it is not for is listed, with what it does when it is asked for more.',
  why: 'Users do not know where the pilot ended. Whatever nobody ruled out is asked in the first week, and answered as confidently as the rest.',
  hollow: [
    'nothing is out of scope',
    '"everything else"',
    'a behaviour outside the scope that no case of the test set tries',
  ],
  toFix:
    'List what people will ask for and must not get, say what happens then, and add such requests to the test set with the kind `out-of-scope`.',
  examples: [
    {
      bad: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - everything else
      ^^^^^^^^^^^^^^^ scope-boundaries
  when_out_of_scope: hand-off
`,
      good: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - life and health claims
    - deciding or paying a claim
  when_out_of_scope: hand-off
`,
    },
    {
      bad: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - legal advice
  when_out_of_scope: hand-off
                     ^^^^^^^^ scope-boundaries
evaluation:
  datasets:
    real-queries:
      edge_cases:
        kinds:
          - no-permission
`,
      good: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - legal advice
  when_out_of_scope: hand-off
evaluation:
  datasets:
    real-queries:
      edge_cases:
        kinds:
          - no-permission
          - out-of-scope
`,
    },
    {
      bad: `
system:
^^^^^^ scope-boundaries
  in_scope:
    - motor claims
`,
      good: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - legal advice
  when_out_of_scope: refuse
`,
      fixed: `
system:
  in_scope:
    - motor claims
  out_of_scope:
    - TODO e.g. life and health claims
  when_out_of_scope: TODO refuse | hand-off | answer-with-warning
`,
    },
  ],

  *assess(context) {
    const system = part(context, ['system'], context.spec.get('system'));
    const outside = ['system', 'out_of_scope'];
    const empty = isEmptyList(context, outside);
    yield* verdict(system, [
      ...lacking(
        context,
        system,
        asked.filter((name) => !(empty && name === 'out_of_scope')),
        'where its task ends',
      ),
      empty ? nothingRuledOut(context, outside) : undefined,
      ...(system.value.get('out_of_scope')?.items ?? []).map((item) =>
        hollow(item, everythingElse, (text) => `${quoted(text)} names nothing that can be tested or refused.`),
      ),
      untried(context, system.value.get('when_out_of_scope')),
    ]);
  },
});

function nothingRuledOut(context: Context, path: readonly string[]): Fault {
  const reason = '`out_of_scope` is an empty list: as it stands, there is nothing that this system is not for.';
  return { at: keyAt(context, path), state: 'hollow', reason, insert: [{ path, draft: todo(path) }] };
}

/** A test set that says nothing of its kinds is for `eval-edge-cases` to tell. */
function untried(context: Context, behaviour: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const kinds = [...new Set(testSets(context).flatMap(kindsOf))];
  if (kinds.length === 0 || absentFrom(kinds, triedBy, 'within').length === 0) return undefined;
  return hollow(
    behaviour,
    () => true,
    (what) => `Nobody has seen it ${what}: no test set has a case of kind \`out-of-scope\`, only ${kinds.join(', ')}.`,
  );
}
