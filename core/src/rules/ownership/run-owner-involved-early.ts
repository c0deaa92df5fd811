import { daysBetween, inDays } from '../../dates.ts';
import type { Proof } from '../proof.ts';
import { speaksOf } from '../proofs/words-in.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, hollow, lackingInSteps, part, verdict } from '../subject.ts';

export const runOwnerInvolvedEarly = defineRequirement({
  id: 'run-owner-involved-early',
  area: 'ownership',
  rank: 'recommended',
  gap: 'operations',
  severity: ['warning', 'warning', 'error'],
  reach: 'linked',
  subjects: 'every',
  questions: ['(Q6)'],
  artifacts: ['operations.design_reviews[]'],
  references: 'Google SRE: early engagement model',
  summary: 'Whoever will run the system took part in its design, well before it was handed over.',
  why: 'What is hard to run is designed in: rights without a filter, a refresh by hand, a log without versions. On handover day it is too late to change.',
  hollow: ['since the day of the handover or later', 'since launch or later', 'a day that lies ahead'],
  toFix:
    'Ask the run owner into the next design review and keep its decision record. What they would not run as it is becomes an item of `pilot_gaps`.',
  examples: [
    {
      bad: `
operations:
  run_owner: claims-ops
  involved_since: 2026-09-28
                  ^^^^^^^^^^ run-owner-involved-early
  design_reviews:
    - docs/adr/0003-roles-in-the-index.md
  handover:
    from: claims-build
    date: 2026-09-28
`,
      good: `
operations:
  run_owner: claims-ops
  involved_since: 2026-03-02
  design_reviews:
    - docs/adr/0003-roles-in-the-index.md
  handover:
    from: claims-build
    date: 2026-09-28
`,
    },
    {
      bad: `
operations:
^^^^^^^^^^ run-owner-involved-early
  run_owner: claims-ops
  involved_since: 2026-03-02
`,
      good: `
operations:
  run_owner: claims-ops
  involved_since: 2026-03-02
  design_reviews:
    - docs/adr/0003-roles-in-the-index.md
`,
      fixed: `
operations:
  run_owner: claims-ops
  involved_since: 2026-03-02
  design_reviews:
    - TODO e.g. docs/adr/0003-roles-in-the-index.md
`,
    },
  ],

  *assess(context) {
    const operations = part(context, ['operations'], context.spec.get('operations'));
    yield* verdict(
      operations,
      [
        ...lackingInSteps(
          context,
          operations,
          { now: ['involved_since'], later: ['design_reviews'] },
          'how its run owner takes part in the design',
        ),
        tooLate(context, operations.value.get('involved_since')),
      ],
      [...takesPart(context)],
    );
  },
});

/** A decision record that names the team or its person. */
function* takesPart(context: Context): Generator<Proof | undefined> {
  const operations = context.spec.get('operations');
  const id = operations?.get('run_owner')?.value;
  const owner = id === undefined ? undefined : context.spec.get('owners')?.get(id);
  if (id === undefined) return;
  const names = [id, owner?.get('team')?.value, owner?.get('person')?.value, owner?.get('handle')?.value];
  const known = names.flatMap((name) => name ?? []);
  for (const review of operations?.get('design_reviews')?.items ?? []) {
    yield speaksOf(context, review, known, owner?.get('team')?.value ?? id);
  }
}

/** One fault: who joins at the handover joins after launch as well, if that came first. */
function tooLate({ asOf, spec }: Context, since: Parameters<typeof hollow<string>>[0]): Fault | undefined {
  const handover = spec.get('operations')?.get('handover')?.get('date')?.value;
  const launch = spec.get('system')?.get('launch')?.value;
  return (
    hollow(
      since,
      (day) => handover !== undefined && day >= handover,
      (day) => `Involved since ${day}, ${after(handover ?? day, day, 'the handover')}: the design was finished.`,
    ) ??
    hollow(
      since,
      (day) => launch !== undefined && day >= launch,
      (day) => `Involved since ${day}, ${after(launch ?? day, day, 'launch')}: the design was finished.`,
    ) ??
    hollow(
      since,
      (day) => day > asOf,
      (day) => `${day} lies ahead: so far nobody who will run it takes part.`,
    )
  );
}

function after(event: string, day: string, what: string): string {
  const late = daysBetween(event, day);
  return late === 0 ? `the day of ${what}` : `${inDays(late)} after ${what} on ${event}`;
}
