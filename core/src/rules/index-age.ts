import { gapBeyond, gapInWords, worstGapOf } from '../cron/gap.ts';
import { durationSeconds, inWords } from '../dates.ts';
import type { Index } from '../spec/types.generated.ts';
import type { Subject } from './subject.ts';

export interface ReachableAge {
  readonly gap: number;
  readonly seconds: number;
  /** How it was reckoned, to be followed by the result. */
  readonly sum: string;
}

/** How old content can get by the schedule and the run time; the hour that clocks repeat in autumn counts. */
export function reachableAge({ value }: Subject<Index>): ReachableAge | undefined {
  const refresh = value.get('refresh');
  const takes = durationSeconds(refresh?.get('takes')?.value ?? '') ?? 0;
  const run = `${inWords(takes)} for the run`;
  if (refresh?.get('mode')?.value === 'event') return takes === 0 ? undefined : { gap: 0, seconds: takes, sum: run };

  const expression = refresh?.get('cron')?.value;
  const zone = refresh?.get('timezone')?.value;
  const gap = expression === undefined ? undefined : worstGapOf(expression, zone);
  if (expression === undefined || gap === undefined || gap === Number.POSITIVE_INFINITY) return undefined;
  return { gap, seconds: gap + takes, sum: `${gapInWords(gap, expression, zone)} + ${run}` };
}

/** The same, where it is more than `limit` seconds. */
export function ageBeyond(index: Subject<Index>, limit: number): ReachableAge | undefined {
  const refresh = index.value.get('refresh');
  const expression = refresh?.get('cron')?.value;
  const takes = durationSeconds(refresh?.get('takes')?.value ?? '') ?? 0;
  const isScheduled = refresh?.get('mode')?.value !== 'event' && expression !== undefined;
  if (isScheduled && gapBeyond(expression, refresh?.get('timezone')?.value, limit - takes) === undefined)
    return undefined;
  const age = reachableAge(index);
  return age !== undefined && age.seconds > limit ? age : undefined;
}
