import { durationSeconds, inWords } from '../../dates.ts';
import type { Index } from '../../spec/types.generated.ts';
import { ageBeyond, reachableAge } from '../index-age.ts';
import { ageProofs } from '../proofs/age-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, nodeAt, type Subject, skeleton, verdict } from '../subject.ts';

export const indexFreshnessTarget = defineRequirement({
  id: 'index-freshness-target',
  area: 'indexes',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'systems with an index',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q5'],
  hollow: [
    '"real-time", 0s',
    'an age that the refresh cannot keep: interval plus run time are longer, here or in the job itself',
    'more than a month without a reason',
  ],
  toFix:
    'Ask the users how old an answer may be, and set the schedule so that interval and run time together stay below it.',
  references: 'Azure Well-Architected Framework, AI workloads: time from source change to searchable as an objective',
  summary: 'Every index promises how old its content may be, and the refresh can keep the promise.',
  why: 'Yesterday’s tariff is answered with full confidence. Without a number nobody can say when the index is too old, and no alert can.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
    max_age: 25h
             ^^^ index-freshness-target
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
    max_age: 28h
`,
    },
    {
      bad: `
indexes:
  claims-index:
  ^^^^^^^^^^^^ index-freshness-target
    refresh:
      mode: schedule
      cron: "0 6,12,18 * * 1-5"
      timezone: Europe/Berlin
      takes: 70m
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "0 6,12,18 * * 1-5"
      timezone: Europe/Berlin
      takes: 70m
    max_age: 3d
`,
      fixed: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "0 6,12,18 * * 1-5"
      timezone: Europe/Berlin
      takes: 70m
    max_age: TODO at least 62h 10m by the schedule
`,
    },
  ],

  *assess(context) {
    for (const index of each(context, ['indexes'], context.spec.get('indexes'))) {
      const maxAge = index.value.get('max_age');
      const toldAlready = ageBeyond(index, durationSeconds(maxAge?.value ?? '') ?? 0) !== undefined;
      const proofs = toldAlready ? [] : ageProofs(context, index.value.get('refresh'), maxAge);
      yield* verdict(index, faults(context, index), proofs);
    }
  },
});

function* faults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  for (const fault of lacking(context, index, ['max_age'], 'how old its content may be')) {
    const age = reachableAge(index);
    const draft = `TODO at least ${inWords(age?.seconds ?? 0)} by the schedule`;
    yield { ...fault, insert: age === undefined ? fault.insert : fault.insert?.map((one) => ({ ...one, draft })) };
  }

  const maxAge = index.value.get('max_age');
  const promised = durationSeconds(maxAge?.value ?? '');
  if (maxAge === undefined || promised === undefined) return;
  yield hollow(
    maxAge,
    () => promised === 0,
    (text) => `No index is ${text} behind its source.`,
  );
  // A schedule whose gap alone is too long is for `index-refresh-automated`, at the cron.
  const age = promised > 0 ? ageBeyond(index, promised) : undefined;
  if (age !== undefined && age.gap <= promised) {
    const reason = `${maxAge.value} is less than the refresh can keep: ${age.sum} = ${inWords(age.seconds)}.`;
    yield { at: maxAge, state: 'contradicted', reason };
  }
  if (promised > context.numbers.longestIndexAge * 86_400) yield* unexplained(context, index, maxAge);
}

function* unexplained(
  context: Context,
  index: Subject<Index>,
  maxAge: { readonly span: Fault['at']['span']; readonly value: string },
): Generator<Fault> {
  if (nodeAt(context.doc.tree, [...index.path, 'max_age_reason']) !== undefined) {
    yield* lacking(context, index, ['max_age_reason'], 'why its content may be so old');
    return;
  }
  const reason = `Content may be ${maxAge.value} old, which is more than ${context.numbers.longestIndexAge}d, and \`max_age_reason\` does not say why.`;
  yield { at: maxAge, state: 'hollow', reason, insert: skeleton(index.path, ['max_age_reason']) };
}
