import { daysBetween, inDays } from '../../dates.ts';
import { datedRecord } from '../proofs/dated-record.ts';
import { defineRequirement } from '../rule.ts';
import { type Fault, hollow, lacking, part, verdict } from '../subject.ts';

export const incidentPractised = defineRequirement({
  id: 'incident-practised',
  area: 'operations',
  rank: 'advanced',
  gap: 'operations',
  appliesTo: 'every system in production',
  severity: ['off', 'off', 'warning'],
  raised: {
    systems: 'critical systems',
    applies: ({ critical }) => critical,
    severity: ['off', 'off', 'error'],
  },
  reach: 'proven',
  subjects: 'every',
  questions: ['(Q7)'],
  artifacts: ['operations.incidents.drill_record'],
  references: 'NIST AI 600-1 MG-4.2-002',
  summary: 'An AI failure was practised within a year, and every incident adds a case to the test set.',
  why: 'In the first real incident people look for logs they may not read and a switch nobody has used. Without a new test case the same failure comes back.',
  hollow: [
    'a drill more than a year ago, or one that is planned',
    'new cases that go to a set for tuning, which tests nothing',
  ],
  toFix:
    'Practise one of the ways of failing that are listed here with the people on duty, and name the test set that gets a case after each incident.',
  examples: [
    {
      bad: `
operations:
  incidents:
    last_drill: 2025-06-11
                ^^^^^^^^^^ incident-practised
    new_cases_go_to: real-queries
evaluation:
  datasets:
    real-queries:
      use: test
`,
      good: `
operations:
  incidents:
    last_drill: 2026-10-21
    new_cases_go_to: real-queries
evaluation:
  datasets:
    real-queries:
      use: test
`,
    },
    {
      bad: `
operations:
  incidents:
  ^^^^^^^^^ incident-practised
    process: docs/incident-process.md
`,
      good: `
operations:
  incidents:
    process: docs/incident-process.md
    last_drill: 2026-10-21
    new_cases_go_to: real-queries
evaluation:
  datasets:
    real-queries:
      use: test
`,
      fixed: `
operations:
  incidents:
    process: docs/incident-process.md
    last_drill: TODO e.g. 2026-10-21
    new_cases_go_to: TODO data set id
`,
    },
  ],

  *assess(context) {
    const { asOf, numbers, spec } = context;
    const incidents = part(context, ['operations', 'incidents'], spec.get('operations')?.get('incidents'));
    const drill = incidents.value.get('last_drill');
    const age = drill === undefined ? 0 : daysBetween(drill.value, asOf);
    const reason = `The last drill was on ${drill?.value}, ${inDays(age)} ago; at least every ${numbers.longestDrillAge} days there is one.`;
    const tooOld: Fault | undefined =
      drill !== undefined && age > numbers.longestDrillAge ? { at: drill, state: 'stale', reason } : undefined;
    yield* verdict(
      incidents,
      [
        ...lacking(
          context,
          incidents,
          ['last_drill', 'new_cases_go_to'],
          'when a failure was last practised and which test set learns from it',
        ),
        tooOld,
        hollow(
          drill,
          () => age < 0,
          (day) => `${day} lies ahead: nothing was practised yet.`,
        ),
        hollow(
          incidents.value.get('new_cases_go_to'),
          (id) => spec.get('evaluation')?.get('datasets')?.get(id)?.get('use')?.value === 'tune',
          (id) => `"${id}" is for tuning: a case in it fails no test when the failure comes back.`,
        ),
      ],
      [datedRecord(context, incidents.value.get('drill_record'), drill, 'the drill')],
    );
  },
});
