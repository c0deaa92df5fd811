import { gapInWords } from '../../cron/gap.ts';
import { worstGapOfAll } from '../../cron/union.ts';
import { isKnownZone } from '../../cron/zone.ts';
import { durationSeconds, inWords } from '../../dates.ts';
import type { Refresh } from '../../spec/types.generated.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { facts, known, placeOf, what } from './schedule-words.ts';
import { scheduledJob, textsOf } from './scheduled-job.ts';

/** How old something gets by the job's own schedule, whatever the spec says of it. */
export function* ageProofs(
  context: Pick<Context, 'evidence' | 'asOf'>,
  refresh: Mapping<Refresh> | undefined,
  maxAge: Scalar<string> | undefined,
  before: { readonly seconds: number; readonly says: string } = { seconds: 0, says: '' },
): Generator<Proof> {
  const promised = durationSeconds(maxAge?.value ?? '');
  if (maxAge === undefined || promised === undefined || refresh?.get('mode')?.value !== 'schedule') return;
  const found = scheduledJob(context, refresh);
  // That there is no such job is told at its name.
  if (found?.kind !== 'schedule' || found.schedule.off !== undefined) return;
  const { timing, zone, conditions, against = [] } = found.schedule;
  if (timing.kind === 'unscheduled' || (zone.sure && !isKnownZone(zone.name))) return;
  const named = zone.sure ? zone.name : undefined;
  const gap =
    timing.kind === 'every'
      ? timing.seconds
      : timing.kind === 'cron'
        ? worstGapOfAll(textsOf(found.together), named, timing.dialect)
        : undefined;
  const place = placeOf(found);
  if (gap === undefined) {
    yield known(found, maxAge, `How often ${what(found)} runs cannot be told (${place}).`);
    return;
  }
  const takes = durationSeconds(refresh.get('takes')?.value ?? '') ?? 0;
  const total = before.seconds + gap + takes;
  const between =
    timing.kind !== 'cron'
      ? `${inWords(gap)} between runs`
      : found.together.length === 1
        ? gapInWords(gap, timing.text, named, timing.dialect)
        : `up to ${inWords(gap)} between runs`;
  const sum = [before.says, between, takes > 0 ? `${inWords(takes)} for the run` : ''].filter((part) => part !== '');
  const texts = timing.kind === 'cron' ? textsOf(found.together) : timing.kind === 'every' ? [timing.text] : [];
  const job = texts.length === 0 ? 'the job' : texts.map((text) => `"${text}"`).join(' with ');
  const reckoned =
    gap === Number.POSITIVE_INFINITY
      ? 'it never runs again'
      : `${sum.join(' + ')}${sum.length > 1 ? ` = ${inWords(total)}` : ''}`;
  if (total > promised) {
    yield {
      at: maxAge,
      state: 'contradicted',
      reason: `${maxAge.value} is less than ${job} in ${place} can keep: ${reckoned}.`,
      facts: facts(found),
    };
  } else if (conditions.length > 0 || against.length > 0)
    yield known(found, maxAge, `${place} keeps ${maxAge.value}: ${reckoned}.`);
  else
    yield { at: maxAge, state: 'proven', reason: `${place} keeps ${maxAge.value}: ${reckoned}.`, facts: facts(found) };
}
