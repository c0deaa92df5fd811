import { parseCron } from '../../cron/cron.ts';
import { worstGapOf } from '../../cron/gap.ts';
import { asPosix } from '../../cron/posix.ts';
import { cronShown, isRefused } from '../../cron/refused.ts';
import { isKnownZone, sameClocks, shiftsBetween } from '../../cron/zone.ts';
import { durationSeconds, inWords } from '../../dates.ts';
import type { Remark, Schedule } from '../../evidence/jobs/timing.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Refresh } from '../../spec/types.generated.ts';
import type { Edit, Fix } from '../../text.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import type { Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { type Found, facts, known, placeOf, timesInWords, what } from './schedule-words.ts';
import { agree, scheduledJob } from './scheduled-job.ts';

/** What the job of a refresh shows of when it runs: the same cron in the same time zone, not off, not only sometimes. */
export function* refreshProofs(
  context: Pick<Context, 'evidence' | 'asOf'>,
  refresh: Mapping<Refresh> | undefined,
): Generator<Proof> {
  const job = scheduledJob(context, refresh);
  if (job === undefined || refresh === undefined) return;
  const mode = refresh.get('mode')?.value;
  if (job.kind === 'none') {
    // What an event or a person starts needs no schedule.
    if (mode === 'schedule' || job.why === 'unread' || job.why === 'no-such-name') yield job.proof;
    else yield { ...job.proof, state: 'linked', reach: 'linked', reason: `"${refresh.get('job')?.value}" is there.` };
    return;
  }
  if (mode !== 'schedule') {
    yield { at: job.job, state: 'linked', reach: 'linked', reason: `"${job.job.value}" is there.`, facts: facts(job) };
    return;
  }
  yield* scheduleProofs(job, refresh.get('cron'), refresh.get('timezone'));
  yield* limitProofs(job, refresh.get('takes'));
}

/** That what runs the job does not stop it before it is done. */
function* limitProofs(found: Found, takes: Scalar<string> | undefined): Generator<Proof> {
  const { limit, off } = found.schedule;
  const needed = durationSeconds(takes?.value ?? '');
  if (takes === undefined || needed === undefined || limit === undefined || off !== undefined) return;
  if (limit.seconds >= needed) return;
  const place = `${shownPath(found.file)}:${limit.line}`;
  const says = `It is stopped after ${inWords(limit.seconds)}: ${limit.says}.`;
  yield {
    at: takes,
    state: 'contradicted',
    reason: `${what(found)} is stopped after ${inWords(limit.seconds)}, before the ${takes.value} that it takes: ${limit.says} (${place}).`,
    facts: [{ file: found.file, line: limit.line, says }],
  };
}

function* scheduleProofs(
  found: Found,
  cron: Scalar<string> | undefined,
  timezone: Scalar<string> | undefined,
): Generator<Proof> {
  const { job, schedule } = found;
  const { timing, off } = schedule;
  const place = placeOf(found);
  if (off !== undefined) {
    const file = shownPath(found.file);
    yield {
      at: job,
      state: 'contradicted',
      reason: `${what(found)} does not run: ${off.says.replace(/\.$/, '')} (${file}:${off.line}).`,
      facts: facts(found),
    };
  } else if (timing.kind === 'unscheduled') {
    yield {
      at: job,
      state: 'contradicted',
      reason: `${what(found)} does not run by the clock. ${timing.says} (${place})`,
      facts: facts(found),
    };
  } else if (timing.kind === 'unclear') {
    yield known(found, job, `When ${what(found)} runs ${timing.why} (${place}).`);
  } else if (timing.kind === 'every') {
    yield everyProof(found, cron, timing);
  } else if (cron === undefined) {
    yield known(found, job, `${what(found)} runs at ${timesInWords(found)} (${place}).`);
  } else if (worstGapOf(timing.text, undefined, timing.dialect) === undefined) {
    const [text, name] = [cronShown(timing.text), dialectNames[timing.dialect]];
    if (isRefused(timing.text, timing.dialect)) {
      const reason = `${what(found)} does not run: ${name} refuses "${text}" (${place}).`;
      yield { at: job, state: 'contradicted', reason, facts: facts(found) };
    } else yield known(found, job, `"${text}" in ${place} cannot be read as ${name} reads it.`);
  } else if (!agree(cron.value, timing) && found.together.length === 1) {
    const elsewhere =
      timezone === undefined || sameClocks(timezone.value, schedule.zone.name) ? '' : ` in ${schedule.zone.name}`;
    yield {
      at: cron,
      state: 'contradicted',
      reason: `"${cron.value}" here, but "${timing.text}"${elsewhere} in ${place}.`,
      facts: facts(found),
      fix: adopt(found, cron, timezone),
    };
  } else yield zoneProof(found, cron, timezone);
}

const dialectNames = {
  posix: 'POSIX',
  crontab: 'cron',
  github: 'GitHub',
  kubernetes: 'Kubernetes',
  airflow: 'Airflow',
  celery: 'Celery',
  eventbridge: 'EventBridge',
  quartz: 'Quartz',
} as const;

function zoneProof(found: Found, cron: Scalar<string>, timezone: Scalar<string> | undefined): Proof {
  const { schedule } = found;
  const { zone } = schedule;
  const place = placeOf(found);
  const because = zone.because === undefined ? '' : `, as ${zone.because}`;
  if (zone.sure && !isKnownZone(zone.name)) {
    const reason = `${what(found)} is to be read in "${zone.name}" (${place}), which is no time zone.`;
    return { at: found.job, state: 'contradicted', reason, facts: facts(found) };
  }
  if (timezone === undefined || !isKnownZone(timezone.value))
    return known(found, found.job, `${what(found)} runs at ${timesInWords(found)} (${place}).`);
  if (!zone.sure)
    return known(
      found,
      found.job,
      `${what(found)} runs at "${cron.value}" (${place}), in a time zone that the file does not fix: ${zone.because ?? 'it is put together'}.`,
    );
  if (sameClocks(timezone.value, zone.name)) {
    const proof: Proof = {
      at: found.job,
      state: 'proven',
      reason: `${what(found)} runs at ${timesInWords(found)} (${place}).`,
      facts: facts(found),
    };
    if (schedule.conditions.length > 0) return known(found, found.job, proof.reason);
    return schedule.against?.[0] === undefined ? proof : againstProof(found, proof, schedule.against[0]);
  }
  return {
    at: timezone,
    state: 'contradicted',
    reason: `"${cron.value}" is read in ${zone.name} (${place}${because}): that is ${shown(cron.value, zone.name, timezone.value)} in ${timezone.value}.`,
    facts: facts(found),
    fix: adopt(found, cron, timezone),
  };
}

/** It runs at that time, and its file says that this is not all; a stage which asks for proof is told. */
function againstProof({ file }: Found, proof: Proof, { line, says }: Remark): Proof {
  return { ...proof, state: 'linked', reason: `${proof.reason} ${says} (${shownPath(file)}:${line})` };
}

/** An interval has no time of the day, so that a cron can only be compared by its gap. */
function everyProof(
  found: Found,
  cron: Scalar<string> | undefined,
  timing: { readonly seconds: number; readonly text: string },
): Proof {
  const place = placeOf(found);
  const gap = cron && worstGapOf(cron.value);
  if (cron === undefined || gap === undefined || gap === timing.seconds)
    return known(
      found,
      found.job,
      `${what(found)} runs at ${timing.text} from when it was switched on (${place}), at no fixed time.`,
    );
  return {
    at: cron,
    state: 'contradicted',
    reason: `"${cron.value}" here, but ${timing.text} in ${place}: every ${inWords(timing.seconds)}, at no fixed time.`,
    facts: facts(found),
  };
}

/** `05:30 or 06:30`, or how much later where it runs too often to say the times. */
function shown(cron: string, zone: string, other: string): string {
  const shifts = shiftsBetween(zone, other);
  const times = parseCron(cron)?.times ?? [];
  const [time] = times;
  if (times.length === 1 && time !== undefined) return shifts.map((shift) => clock(time + shift)).join(' or ');
  const words = shifts.map((shift) => `${inWords(Math.abs(shift))} ${shift < 0 ? 'earlier' : 'later'}`);
  return words.join(' or ');
}

function clock(seconds: number): string {
  const minutes = (((seconds / 60) % 1440) + 1440) % 1440;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Copies cron and time zone of the job, as far as a spec can say them. */
function adopt(found: Found, cron: Scalar<string>, timezone: Scalar<string> | undefined): Proof['fix'] {
  const { timing, zone } = found.schedule as Schedule;
  const text = timing.kind === 'cron' ? asPosix(timing.text, timing.dialect) : undefined;
  if (text === undefined) return undefined;
  return (): Fix => {
    const edits: Edit[] = agreeTexts(cron.value, text) ? [] : [replaceScalar(cron, text)];
    const moves = timezone !== undefined && zone.sure && !sameClocks(timezone.value, zone.name);
    if (moves) edits.push(replaceScalar(timezone, zone.name));
    const named = edits.length > 1 ? `"${text}" in ${zone.name}` : moves ? zone.name : `"${text}"`;
    const sorted = edits.sort((a, b) => a.span.start - b.span.start);
    return { title: `Use ${named} from ${shownPath(found.file)}`, kind: 'adopt', safe: false, edits: sorted };
  };
}

function agreeTexts(a: string, b: string): boolean {
  return a.trim() === b.trim();
}
