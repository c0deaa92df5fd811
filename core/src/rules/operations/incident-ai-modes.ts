import { absentFrom, impliedBy, incidentModes, withReasons } from '../../implied.ts';
import { anyCase } from '../../spec/words.ts';
import { isSilentOn, leavesOut, stemsOf } from '../proofs/words-in.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, type Subject, skeleton, verdict } from '../subject.ts';

const section = ['operations', 'incidents', 'modes'] as const;
const asked = ['detected_by', 'first_action', 'runbook'];

/** What everybody does anyway, and what helps no user while it lasts. */
const looking = anyCase(
  /^(?:please )?(?:investigate|look into|look at|analy[sz]e|check|debug|triage|assess|find out|escalate|monitor)(?: (?:the|it|this|that|what|why|happened|is|was|wrong|going|on|issues?|problems?|root|causes?|incident|logs?|dashboards?|further|and))*[.!]?$/,
);

export const incidentAiModes = defineRequirement({
  id: 'incident-ai-modes',
  area: 'operations',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'every system from pre-production on',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q7'],
  artifacts: ['operations.incidents.process', 'operations.incidents.modes.*.runbook'],
  references: 'NIST AI 600-1 MG-2.3-001; ISO/IEC 42001 A.8.4',
  summary: 'For each way in which this kind of system fails there is a signal, a first action and a runbook.',
  why: 'A system that gives wrong answers is up. The usual process waits for an outage, and meanwhile nobody may decide to turn it off.',
  hollow: [
    'the general process only',
    'a way of failing that nothing detects',
    'a way of failing that this kind of system has and nobody listed',
    'a first action that only looks: `investigate`, `monitor`, `escalate`',
  ],
  toFix:
    'For each way of failing name the alert or metric that shows it, what the person on duty does in the first minutes, and the page with the rest.',
  examples: [
    {
      bad: `
system:
  type: llm
operations:
  incidents:
    process: docs/incident-process.md
    modes:
    ^^^^^ incident-ai-modes
      wrong-answers:
        detected_by: groundedness-low
        first_action: investigate
                      ^^^^^^^^^^^ incident-ai-modes
        runbook: runbooks/wrong-answers.md
`,
      good: `
system:
  type: llm
operations:
  incidents:
    process: docs/incident-process.md
    modes:
      wrong-answers:
        detected_by: groundedness-low
        first_action: switch to search-only
        runbook: runbooks/wrong-answers.md
      prompt-injection:
        detected_by: weekly-review
        first_action: take the document out of the index
        runbook: runbooks/injection.md
`,
    },
    {
      bad: `
system:
  type: llm
operations:
  incidents:
  ^^^^^^^^^ incident-ai-modes
    process: docs/incident-process.md
`,
      good: `
system:
  type: llm
operations:
  incidents:
    process: docs/incident-process.md
    modes:
      wrong-answers:
        detected_by: groundedness-low
        first_action: switch to search-only
        runbook: runbooks/wrong-answers.md
      prompt-injection:
        detected_by: weekly-review
        first_action: take the document out of the index
        runbook: runbooks/injection.md
`,
      fixed: `
system:
  type: llm
operations:
  incidents:
    process: docs/incident-process.md
    modes:
      wrong-answers:
        detected_by: TODO alert id or metric id
        first_action: TODO e.g. switch to search-only
        runbook: TODO e.g. runbooks/wrong-answers.md
      prompt-injection:
        detected_by: TODO alert id or metric id
        first_action: TODO e.g. switch to search-only
        runbook: TODO e.g. runbooks/wrong-answers.md
`,
    },
  ],

  *assess(context) {
    const incidents = context.spec.get('operations')?.get('incidents');
    const modes = each(context, section, incidents?.get('modes'));
    const place = part(context, section, incidents?.get('modes'));
    yield* verdict(place, [unprepared(context, place, modes)]);
    for (const mode of modes) {
      yield* verdict(
        mode,
        [
          ...lacking(context, mode, asked, 'how it shows and what to do'),
          hollow(
            mode.value.get('first_action'),
            looking,
            (action) => `"${action}" is no first action: users get the failure while somebody looks.`,
          ),
        ],
        [
          isSilentOn(context, mode.value.get('runbook'), stemsOf(mode.id), `"${mode.id}"`),
          leavesOut(context, mode.value.get('runbook'), mode.value.get('first_action')),
        ],
      );
    }
  },
});

function unprepared(
  context: Context,
  place: Pick<Subject, 'at'>,
  modes: readonly Pick<Subject, 'id'>[],
): Fault | undefined {
  const rows = impliedBy(incidentModes, context);
  const absent = absentFrom(
    modes.map(({ id }) => id),
    rows,
  );
  if (absent.length === 0 && modes.length > 0) return undefined;
  const process = context.spec.get('operations')?.get('incidents')?.get('process')?.value;
  const general = modes.length === 0 && process !== undefined ? `"${process}" is the general process. ` : '';
  const names = absent.length > 0 ? withReasons(absent, rows) : 'a failure that is no outage';
  const insert = (absent.length > 0 ? absent : ['todo-way-of-failing']).flatMap((name) =>
    skeleton([...section, name], asked),
  );
  return { at: place.at, state: 'missing', reason: `${general}Nobody is prepared for ${names}.`, insert };
}
