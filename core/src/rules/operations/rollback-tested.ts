import { daysBetween, durationSeconds, inDays, inWords } from '../../dates.ts';
import type { Change } from '../../spec/types.generated.ts';
import { anyCase } from '../../spec/words.ts';
import { datedRecord } from '../proofs/dated-record.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

/** To deploy again, and nothing more: not what, nor from where. Or the way forward, which is a change like any other. */
const noWayBack = anyCase(
  /^(?:(?:just )?(?:re-?deploy(?:ment)?|deploy(?: it)? again|roll(?:ing)?[- ]?forward|fix(?:ing)?[- ]?forward|hot-?fix|rollback|roll(?:ing)? back|revert|undo)(?: (?:it|(?:the )?(?:app|application|service|system|change|everything)|manually|by hand))*)[.!]?$/,
);

export const rollbackTested = defineRequirement({
  id: 'rollback-tested',
  area: 'operations',
  rank: 'recommended',
  gap: 'operations',
  appliesTo: 'every kind of change that is listed, from pre-production on',
  severity: ['off', 'warning', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: [],
  artifacts: ['operations.changes.*.rollback_proof'],
  references: 'ML Test Score Infra 7 (rollback); DORA metrics: failed deployment recovery time',
  summary: 'Every kind of change can be taken back in a known way and time, and that was tried lately.',
  why: 'A rollback that was never tried fails in the hour it is needed: the old index is gone, the flag is dead, the tag does not build.',
  hollow: [
    '`redeploy`, `revert` or `fix forward`: a word instead of a way',
    'a day on which it will be tried',
    'tried more than 180 days ago',
    'more than an hour for a prompt',
  ],
  toFix: 'Write what is switched or restored, do it once with a clock, and write down the time it took and the day.',
  examples: [
    {
      bad: `
operations:
  changes:
    prompt:
      rollback: redeploy
                ^^^^^^^^ rollback-tested
      rollback_takes: 3h
                      ^^ rollback-tested
      rollback_tested: 2026-10-14
`,
      good: `
operations:
  changes:
    prompt:
      rollback: revert the tag
      rollback_takes: 10m
      rollback_tested: 2026-10-14
`,
    },
    {
      bad: `
operations:
  changes:
    index:
    ^^^^^ rollback-tested
      rollback: switch the alias back
      rollback_takes: 5m
`,
      good: `
operations:
  changes:
    index:
      rollback: switch the alias back
      rollback_takes: 5m
      rollback_tested: 2026-10-14
`,
      fixed: `
operations:
  changes:
    index:
      rollback: switch the alias back
      rollback_takes: 5m
      rollback_tested: TODO e.g. 2026-10-14
`,
    },
  ],

  // A kind of change that is not listed at all is for `change-process` to tell.
  *assess(context) {
    const path = ['operations', 'changes'];
    for (const change of each(context, path, context.spec.get('operations')?.get('changes')))
      yield* verdict(change, faults(context, change), [
        datedRecord(context, change.value.get('rollback_proof'), change.value.get('rollback_tested'), 'the rollback'),
      ]);
  },
});

const asked = ['rollback', 'rollback_takes', 'rollback_tested'];

function* faults(context: Context, change: Subject<Change>): Generator<Fault | undefined> {
  const { asOf, numbers } = context;
  yield* lacking(context, change, asked, 'how it is taken back, how long that takes and when it was tried');
  yield hollow(
    change.value.get('rollback'),
    noWayBack,
    (how) => `"${how}" does not say what is switched or restored; nobody finds out during an incident.`,
  );

  const takes = change.value.get('rollback_takes');
  const length = durationSeconds(takes?.value ?? '');
  yield hollow(
    takes,
    () => length === 0,
    (text) => `Nothing is taken back in ${text}.`,
  );
  const longest = numbers.longestPromptRollback * 60;
  if (change.id === 'prompt' && length !== undefined && length > longest) {
    yield hollow(
      takes,
      () => true,
      (text) => `A wrong prompt answers for ${text} more; taking it back may last ${inWords(longest)}.`,
    );
  }

  const tested = change.value.get('rollback_tested');
  const age = tested === undefined ? 0 : daysBetween(tested.value, asOf);
  yield hollow(
    tested,
    () => age < 0,
    (day) => `${day} lies ahead: the rollback was not tried yet.`,
  );
  if (tested !== undefined && age > numbers.longestRollbackTestAge) {
    const reason = `Tried on ${tested.value}, ${inDays(age)} ago; after ${numbers.longestRollbackTestAge} days it no longer counts.`;
    yield { at: tested, state: 'stale', reason };
  }
}
