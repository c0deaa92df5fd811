import type { Fact } from '../../assessment.ts';
import { cronShown } from '../../cron/refused.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Proof } from '../proof.ts';
import { type ScheduledJob, textsOf, timingInWords } from './scheduled-job.ts';

export type Found = Extract<ScheduledJob, { kind: 'schedule' }>;

/** There, and no more can be shown; with the conditions on which it runs. */
export function known(found: Found, at: Proof['at'], reason: string): Proof {
  const conditions = [...found.schedule.conditions, ...(found.schedule.against ?? [])].map(({ says }) => says);
  return { at, state: 'linked', reach: 'linked', reason: [reason, ...conditions].join(' '), facts: facts(found) };
}

export function facts(found: Found): readonly Fact[] {
  const { file, schedule } = found;
  const { id, line, off, conditions, partly = [], against = [] } = schedule;
  const remarks = [...(off === undefined ? [] : [off]), ...conditions, ...against, ...partly];
  return [
    { file, line, says: `${id}: ${timesInWords(found)}.` },
    ...remarks.map((remark): Fact => ({ file, line: remark.line, says: remark.says })),
  ];
}

/** `"30 4 * * 1-5" with "30 9 * * 0,6" in UTC` */
export function timesInWords({ schedule, together }: Found): string {
  const others = textsOf(together.filter((one) => one !== schedule && one.timing !== schedule.timing));
  const [first = '', rest = ''] = [
    timingInWords(schedule),
    others.map((text) => ` with "${cronShown(text)}"`).join(''),
  ];
  return schedule.timing.kind === 'cron' ? first.replace(/^"[^"]*"/, (own) => own + rest) : first;
}

export function placeOf({ file, schedule }: Found): string {
  return `${shownPath(file)}:${schedule.line}`;
}

export function what({ schedule, file }: Found): string {
  return /[:/]/.test(schedule.id) && !schedule.id.startsWith('/') ? `\`${schedule.id}\`` : `"${shownPath(file)}"`;
}
