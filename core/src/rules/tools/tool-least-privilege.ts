import type { Tool } from '../../spec/types.generated.ts';
import { anyCase, quoted } from '../../spec/words.ts';
import { toolProofs } from '../proofs/tool-contract.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, isEmptyList, lacking, type Subject, skeleton, verdict } from '../subject.ts';

/** `*`, `calendar:*`, `org.admin`, `Sites.FullControl.All`; a star at the end of a path is a place, and no right. */
const wide = anyCase(
  /^\*|[:.]\*$|^all$|(?:^|[:.\s])(?:admin(?:istrator)?(?:access)?|root|superuser|sudo|full[-_ ]?(?:access|control))(?:$|[:.\s])/,
);
/** Allows whatever somebody writes into a prompt. */
const anything = anyCase(/^(?:\*+|any(?:thing)?|all|everything|https?:\/\/\*?\/?)$/);

/** Names of tools that run what they are given. */
const openNames =
  /(?:^| )(?:shell|bash|powershell|terminal|python|repl|sql|browser|http|curl|fetch url|code interpreter|(?:run|execute|exec|eval)(?: \w+)? (?:code|commands?|scripts?|quer(?:y|ies)))(?: |$)/;
const openWords = anyCase(
  /\b(?:shell commands?|code interpreter|raw sql|sql (?:quer(?:y|ies)|statements?)|(?:any|arbitrary|every) (?:urls?|hosts?|websites?|web ?pages?|commands?|code|quer(?:y|ies)|sql|files?)|(?:runs?|executes?|evaluates?) (?:\w+ )?(?:code|commands?|scripts?|sql|python)|(?:browses?|searches) the (?:web|internet)|http requests? to)\b/,
);

const asked = ['effect', 'runs_as', 'scopes', 'contract', 'owner'];

export const toolLeastPrivilege = defineRequirement({
  id: 'tool-least-privilege',
  area: 'tools',
  rank: 'core',
  gap: 'governance',
  appliesTo: 'systems with tools',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  references:
    'OWASP LLM06 and Agentic ASI02, ASI03; MITRE ATLAS AML.M0026 to AML.M0028; AWS Generative AI Lens GENSEC05',
  summary: 'Every tool says what it changes, with whose rights, by which permissions, and who runs what is behind it.',
  why: 'A tool is a right that a wrong answer can use, or a stranger’s sentence in a document. What it may not do, nobody can talk it into.',
  hollow: [
    'a scope such as * or admin',
    'a tool that runs or opens whatever it is given (a shell, any URL, raw SQL) without a list of what it may touch',
  ],
  toFix:
    'Give each tool its own identity or that of the person asking, the narrowest permissions that do the task, and for open-ended tools the commands, hosts or tables they may touch in `allows`. Effect, scopes and version are compared with what `contract` names, which must not be on its way out.',
  examples: [
    {
      bad: `
tools:
  book-callback:
    what: Books a call-back in the calendar of the branch
    effect: write
    runs_as: service
    scopes:
      - calendar:*
        ^^^^^^^^^^ tool-least-privilege
    contract: openapi/calendar-v2.yaml#bookCallback
    owner: core-team
`,
      good: `
tools:
  book-callback:
    what: Books a call-back in the calendar of the branch
    effect: write
    runs_as: user
    scopes:
      - calendar:write
    contract: openapi/calendar-v2.yaml#bookCallback
    owner: core-team
`,
    },
    {
      bad: `
tools:
  run-sql:
  ^^^^^^^ tool-least-privilege
    effect: read
    runs_as: service
    scopes:
      - claims:read
    contract: mcp/claims.json#run_sql
    owner: core-team
`,
      good: `
tools:
  run-sql:
    effect: read
    runs_as: service
    scopes:
      - claims:read
    allows:
      - view claims_open
    contract: mcp/claims.json#run_sql
    owner: core-team
`,
      fixed: `
tools:
  run-sql:
    effect: read
    runs_as: service
    scopes:
      - claims:read
    allows:
      - TODO e.g. https://branches.nordhafen.example/
    contract: mcp/claims.json#run_sql
    owner: core-team
`,
    },
  ],

  *assess(context) {
    for (const tool of each(context, ['tools'], context.spec.get('tools'))) {
      const faults = [
        ...lacking(
          context,
          tool,
          asked.filter((name) => !(name === 'scopes' && holdsNone(context, tool))),
          'what it changes, with whose rights, and who runs it',
        ),
        ...(tool.value.get('scopes')?.items ?? []).map((scope) =>
          hollow(
            scope,
            (text) => wide.test(text.trim()),
            (text) => `${quoted(text)} allows more than any one task takes.`,
          ),
        ),
        ...openEnded(tool),
      ];
      yield* verdict(tool, faults, toolProofs(context, tool));
    }
  },
});

/** `scopes: []` is an answer of a tool that only reads, such as one that sorts what another one has found. */
function holdsNone(context: Context, { path, value }: Subject<Tool>): boolean {
  return value.get('effect')?.value === 'read' && isEmptyList(context, [...path, 'scopes']);
}

function openEnded(tool: Subject<Tool>): readonly (Fault | undefined)[] {
  const allows = (tool.value.get('allows')?.items ?? []).filter((item) => item !== undefined);
  if (allows.length > 0) {
    return allows.map((item) =>
      hollow(
        item,
        (text) => anything.test(text.trim()),
        (text) => `${quoted(text)} leaves ${tool.name} as open as without a list.`,
      ),
    );
  }
  const name = tool.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ');
  if (!openNames.test(name) && !openWords.test(tool.value.get('what')?.value ?? '')) return [];
  const reason = `${tool.id} runs or opens whatever it is given; nothing says what it may touch: \`allows\` is missing.`;
  return [{ at: tool.at, state: 'hollow', reason, insert: skeleton(tool.path, ['allows']) }];
}
