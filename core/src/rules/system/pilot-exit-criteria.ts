import { daysBetween, inDays } from '../../dates.ts';
import { anyCase, quoted } from '../../spec/words.ts';
import type { Draft } from '../../yaml/print.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, part, verdict } from '../subject.ts';

const path = ['system', 'pilot'] as const;

/** Numbers that belong to the name of a metric: `recall@8`, `p95`. */
const inNames = /@\d+|\bp\d{2,3}\b/gi;
const number = anyCase(/\d|\b(?:no|zero|none|half|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/);

export const pilotExitCriteria = defineRequirement({
  id: 'pilot-exit-criteria',
  area: 'system',
  rank: 'recommended',
  gap: 'evaluation',
  appliesTo: 'systems whose stage is pilot',
  severity: ['warning', 'off', 'off'],
  reach: 'declared',
  subjects: 'every',
  questions: [],
  references: 'NIST AI 600-1, MG-1.3-001: staged release',
  summary: 'A pilot has an end, and says in numbers what it has to show by then.',
  why: 'A pilot without an end is production without its safeguards. Without numbers it is judged by how the last demonstration went.',
  hollow: [
    'an end that passed more than 30 days ago',
    'a criterion without a number, such as "users are happy"',
    'an end after the launch',
  ],
  toFix:
    'Set the day on which somebody decides, and for each metric that matters the value below which the pilot is not continued.',
  examples: [
    {
      bad: `
system:
  stage: pilot
  pilot:
    ends: 2026-12-18
    exit:
      - recall@8 >= 0.85
      - users are happy
        ^^^^^^^^^^^^^^^ pilot-exit-criteria
`,
      good: `
system:
  stage: pilot
  pilot:
    ends: 2026-12-18
    exit:
      - recall@8 >= 0.85
      - 8 of 12 handlers use it daily
`,
      stage: 'pilot',
    },
    {
      bad: `
system:
^^^^^^ pilot-exit-criteria
  stage: pilot
evaluation:
  retrieval:
    recall@8:
      min: 0.85
`,
      good: `
system:
  stage: pilot
  pilot:
    ends: 2026-12-18
    exit:
      - recall@8 >= 0.85
`,
      fixed: `
system:
  stage: pilot
  pilot:
    ends: TODO e.g. 2026-07-31
    exit:
      - TODO recall@8 >= 0.85, or more
evaluation:
  retrieval:
    recall@8:
      min: 0.85
`,
      stage: 'pilot',
    },
  ],

  *assess(context) {
    // A spec that names no stage hears of that first.
    if (context.spec.get('system')?.get('stage')?.value !== 'pilot') return;
    const pilot = part(context, path, context.spec.get('system')?.get('pilot'));
    const lacks = [...lacking(context, pilot, ['ends', 'exit'], 'when it is judged and by what')];
    yield* verdict(pilot, [
      ...lacks.map((fault) => withMetrics(context, fault)),
      overrun(context, pilot.value.get('ends')),
      ...(pilot.value.get('exit')?.items ?? []).map((item) =>
        hollow(
          item,
          (text) => !number.test(text.replaceAll(inNames, '')),
          (text) => `${quoted(text)} holds no number, so nobody can say whether it is met.`,
        ),
      ),
    ]);
  },
});

function overrun({ asOf, numbers, spec }: Context, ends: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  if (ends === undefined) return undefined;
  const over = daysBetween(ends.value, asOf);
  if (over > numbers.longestPilotOverrun) {
    const reason = `The pilot ended on ${ends.value}, ${inDays(over)} ago, and still is one.`;
    return { at: ends, state: 'stale', reason };
  }
  const launch = spec.get('system')?.get('launch')?.value;
  if (launch === undefined) return undefined;
  return hollow(
    ends,
    (day) => day > launch,
    (day) => `Ends on ${day}, ${inDays(daysBetween(launch, day))} after launch on ${launch}: too late to decide on it.`,
  );
}

/** The metrics that are measured anyway are the first to think of. */
function withMetrics(context: Context, fault: Fault): Fault {
  const drafts = metrics(context);
  if (drafts.length === 0) return fault;
  return {
    ...fault,
    insert: fault.insert?.map((one) => (one.path.at(-1) === 'exit' ? { ...one, draft: drafts } : one)),
  };
}

function metrics(context: Context): Draft[] {
  const evaluation = context.spec.get('evaluation');
  const found = each(context, ['evaluation', 'retrieval'], evaluation?.get('retrieval'));
  const answers = each(context, ['evaluation', 'answers'], evaluation?.get('answers'));
  const predictions = each(context, ['evaluation', 'predictions'], evaluation?.get('predictions'));
  return [
    ...found.flatMap(({ id, value }) => bounds(id, value.get('min')?.value, undefined)),
    ...answers.flatMap(({ id, value }) => bounds(id, value.get('min')?.value, value.get('max')?.value)),
    ...predictions.flatMap(({ id, value }) => bounds(id, value.get('min')?.value, value.get('max')?.value)),
  ];
}

function bounds(metric: string, min: number | undefined, max: number | undefined): string[] {
  return [
    ...(min === undefined ? [] : [`TODO ${metric} >= ${min}, or more`]),
    ...(max === undefined ? [] : [`TODO ${metric} <= ${max}, or less`]),
  ];
}
