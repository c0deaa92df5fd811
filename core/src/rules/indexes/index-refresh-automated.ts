import { gapBeyond, gapInWords, worstGapOf } from '../../cron/gap.ts';
import { durationSeconds } from '../../dates.ts';
import type { Index } from '../../spec/types.generated.ts';
import { adoptable } from '../proofs/adopt-schedule.ts';
import { recipeProof } from '../proofs/recipe-proofs.ts';
import { refreshProofs } from '../proofs/schedule-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, hollow, lacking, type Subject, verdict } from '../subject.ts';

export const indexRefreshAutomated = defineRequirement({
  id: 'index-refresh-automated',
  area: 'indexes',
  rank: 'core',
  gap: 'operations',
  appliesTo: 'systems with an index',
  severity: ['warning', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q5'],
  hollow: [
    'a refresh by hand',
    'a schedule that nobody can read, or that never runs',
    'more time between runs than the promised age',
    'a job that is not there, is switched off, or runs at another time or in another time zone than written here',
    'a job that only prints its command, has ended, or is stopped before it is done',
  ],
  toFix:
    'Have a scheduler or an event start the refresh, and name the job that does it: a workflow, a CronJob, a DAG. Its cron and time zone are compared with those written here.',
  references: 'Azure Well-Architected Framework, AI workloads: index maintenance',
  summary: 'Every index is refreshed by a job, on a schedule or on an event, often enough for the promised age.',
  why: 'A refresh by hand happens while somebody remembers it. The index then ages in silence, and the answers with it.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    refresh:
      mode: manual
            ^^^^^^ index-refresh-automated
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 4 * * *"
      timezone: Europe/Berlin
      takes: 70m
      job: .github/workflows/refresh-index.yml
`,
    },
    {
      bad: `
indexes:
  claims-index:
    refresh:
      mode: schedule
      cron: "30 14 * * 1-5"
            ^^^^^^^^^^^^^^^ index-refresh-automated
      timezone: Europe/Berlin
      takes: 70m
      job: .github/workflows/refresh-index.yml
    max_age: 28h
`,
      good: `
indexes:
  claims-index:
    refresh:
      mode: event
      event: kafka:dms.document-changed
      takes: 5m
      job: pipelines/index/consumer.py
    max_age: 28h
`,
    },
  ],

  *assess(context) {
    for (const index of each(context, ['indexes'], context.spec.get('indexes')))
      yield* verdict(index, faults(context, index), [
        ...refreshProofs(context, index.value.get('refresh')),
        recipeProof(context, index.value),
      ]);
  },
});

/** What a refresh says, by its mode. */
const asked = {
  schedule: ['refresh.cron', 'refresh.timezone', 'refresh.takes', 'refresh.job'],
  event: ['refresh.event', 'refresh.takes', 'refresh.job'],
  manual: [],
} as const;

function* faults(context: Context, index: Subject<Index>): Generator<Fault | undefined> {
  const refresh = index.value.get('refresh');
  const mode = refresh?.get('mode');
  const fields = mode === undefined ? ['refresh.mode', 'refresh.job'] : asked[mode.value];
  const unsaid = lacking(context, index, fields, 'when it is refreshed and by what');
  yield* adoptable(context, [...index.path, 'refresh'], refresh, unsaid);
  yield hollow(
    mode,
    (how) => how === 'manual',
    () =>
      `${index.name.charAt(0).toUpperCase()}${index.name.slice(1)} is refreshed by hand, whenever somebody thinks of it.`,
  );

  const cron = refresh?.get('cron');
  if (cron === undefined) return;
  const zone = refresh?.get('timezone')?.value;
  const plain = worstGapOf(cron.value);
  if (plain === undefined) {
    const reason = `"${cron.value}" cannot be read as a POSIX cron: minute, hour, day of the month, month, day of the week.`;
    yield { at: cron, state: 'hollow', reason };
    return;
  }
  const maxAge = index.value.get('max_age')?.value;
  const promised = maxAge === undefined ? undefined : durationSeconds(maxAge);
  if (plain === Number.POSITIVE_INFINITY) {
    yield { at: cron, state: 'hollow', reason: `"${cron.value}" never runs: there is no such day.` };
    return;
  }
  const gap = promised === undefined || promised === 0 ? undefined : gapBeyond(cron.value, zone, promised);
  if (gap !== undefined) {
    const reason = `"${cron.value}" leaves ${gapInWords(gap, cron.value, zone)}, longer than the \`max_age\` of ${maxAge}.`;
    yield { at: cron, state: 'contradicted', reason };
  }
}
