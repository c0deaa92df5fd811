import type { Fact } from '../../assessment.ts';
import { closest } from '../../closest.ts';
import { parseCron } from '../../cron/cron.ts';
import { sameTimes } from '../../cron/gap.ts';
import { cronShown } from '../../cron/refused.ts';
import { makeTogether } from '../../cron/union.ts';
import { sameClocks } from '../../cron/zone.ts';
import type { ArtifactPath } from '../../evidence/host.ts';
import { withActions } from '../../evidence/jobs/local-actions.ts';
import { schedulesIn } from '../../evidence/jobs/schedules.ts';
import type { Schedule, ScheduleFile } from '../../evidence/jobs/timing.ts';
import { schedulesOf } from '../../evidence/jobs/workflow-schedules.ts';
import { shownPath } from '../../evidence/reference.ts';
import type { Refresh } from '../../spec/types.generated.ts';
import { replaceScalar } from '../../yaml/edit.ts';
import type { Mapping, Scalar } from '../../yaml/tree.ts';
import { find, isThere, type Proof } from '../proof.ts';
import type { Context } from '../rule.ts';
import { elsewhereOf } from './elsewhere.ts';

/** The one schedule that a refresh means, or the proof that says why there is none to compare. */
export type ScheduledJob =
  | {
      readonly kind: 'schedule';
      readonly job: Scalar<string>;
      readonly file: ArtifactPath;
      readonly schedule: Schedule;
      /** All that start it, `schedule` among them. */
      readonly together: readonly Schedule[];
    }
  | { readonly kind: 'none'; readonly why: 'unread' | Exclude<Choice['kind'], 'schedule'>; readonly proof: Proof };

/** `undefined` where no job is named, or nobody may look. */
export function scheduledJob(
  context: Pick<Context, 'evidence' | 'asOf'>,
  refresh: Mapping<Refresh> | undefined,
): ScheduledJob | undefined {
  const job = refresh?.get('job');
  if (job === undefined) return undefined;
  const reference = context.evidence?.reference(job.value);
  if (reference?.kind === 'file' && (reference.folder || reference.glob)) {
    const proof = reference.glob ? undefined : isThere(context, job);
    return proof && { kind: 'none', why: proof.state === 'linked' ? 'elsewhere' : 'unread', proof };
  }
  const found = find(context, job, (file, { selector }) =>
    schedulesIn(file, selector?.startsWith('/') ? selector : undefined),
  );
  if (found === undefined) return undefined;
  if ('proof' in found) return { kind: 'none', why: 'unread', proof: found.proof };
  const { file, selector } = found.reference;
  const { workflow } = found.facts;
  const elsewhere = elsewhereOf(context, file);
  const facts = workflow
    ? { ...found.facts, ...schedulesOf(withActions(workflow, elsewhere), elsewhere) }
    : found.facts;
  const chosen = choose(facts, selector, refresh?.get('cron')?.value);
  if (chosen.kind === 'schedule') return { ...chosen, schedule: atDay(chosen.schedule, context.asOf), job, file };
  return { kind: 'none', why: chosen.kind, proof: proofOf(chosen, job, file, facts) };
}

/** What has ended, or has not begun, does not run. */
function atDay(schedule: Schedule, asOf: string): Schedule {
  const { begins, ends, off } = schedule;
  if (off !== undefined) return schedule;
  if (ends !== undefined && ends.date < asOf)
    return { ...schedule, off: { line: ends.line, says: `it ended on ${ends.date}` } };
  if (begins !== undefined && begins.date > asOf)
    return { ...schedule, off: { line: begins.line, says: `it begins on ${begins.date}` } };
  return schedule;
}

type Choice =
  | { readonly kind: 'schedule'; readonly schedule: Schedule; readonly together: readonly Schedule[] }
  /** Some scheduler elsewhere starts it. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'no-such-name'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'unscheduled' }
  /** There are several, and neither a selector nor the cron says which. */
  | { readonly kind: 'several'; readonly cron: string | undefined; readonly schedules: readonly Schedule[] };

function choose(file: ScheduleFile, selector: string | undefined, cron: string | undefined): Choice {
  if (file.schedules === undefined) return { kind: 'elsewhere' };
  const named =
    selector === undefined || selector.startsWith('/')
      ? file.schedules
      : (file.jobs?.get(selector) ??
        file.schedules.filter(({ id }) => id === selector || id.replace(/^[a-z]+:|^[A-Za-z]+\//, '') === selector));
  const [only, another] = named;
  if (only === undefined) {
    const isSchedule = selector === undefined || (selector === 'schedule' && file.jobs !== undefined);
    if (isSchedule || file.jobs?.has(selector)) return { kind: 'unscheduled' };
    const names = [...file.schedules.map(({ id }) => id), ...(file.jobs?.keys() ?? [])];
    return { kind: 'no-such-name', name: selector, names: [...new Set(names)] };
  }
  if (another === undefined) return { kind: 'schedule', schedule: only, together: [only] };
  const together = ofOneJob(named) ? named : undefined;
  const agreeing = named.find(({ timing }) => cron !== undefined && timing.kind === 'cron' && agree(cron, timing));
  if (agreeing !== undefined) return { kind: 'schedule', schedule: agreeing, together: together ?? [agreeing] };
  if (together !== undefined && (only.off !== undefined || (cron !== undefined && agreeTogether(cron, together))))
    return { kind: 'schedule', schedule: only, together };
  return { kind: 'several', cron, schedules: named };
}

/** Whether several start the same thing, by one clock: entries of one workflow, lines of one timer. */
function ofOneJob(schedules: readonly Schedule[]): boolean {
  const [first] = schedules;
  return schedules.every(({ id, timing, zone }) => {
    return (
      first?.timing.kind === 'cron' &&
      timing.kind === 'cron' &&
      timing.dialect === first.timing.dialect &&
      (timing.dialect !== 'crontab' || id === 'timer') &&
      id === first.id &&
      zone.sure === first.zone.sure &&
      sameClocks(zone.name, first.zone.name)
    );
  });
}

function agreeTogether(cron: string, schedules: readonly Schedule[]): boolean {
  const [timing] = schedules.map((one) => one.timing);
  return timing?.kind === 'cron' && makeTogether(textsOf(schedules), timing.dialect, cron);
}

/** The crons of all of them. */
export function textsOf(schedules: readonly Schedule[]): readonly string[] {
  return schedules.flatMap(({ timing }) => (timing.kind === 'cron' ? [timing.text] : []));
}

/** Whether the cron of a spec is that of a job: word for word, or by when it runs. */
export function agree(cron: string, { text, dialect }: Extract<Schedule['timing'], { kind: 'cron' }>): boolean {
  if (cron.trim().split(/\s+/).join(' ') === text.trim().split(/\s+/).join(' ')) return true;
  const [own, other] = [parseCron(cron), parseCron(text, dialect)];
  return own !== undefined && other !== undefined && sameTimes(own, other);
}

function proofOf(
  choice: Exclude<Choice, { kind: 'schedule' }>,
  job: Scalar<string>,
  file: ArtifactPath,
  { what, events, commented, templated }: ScheduleFile,
): Proof {
  const path = shownPath(file);
  switch (choice.kind) {
    case 'elsewhere':
      return {
        at: job,
        state: 'linked',
        reach: 'linked',
        reason: `"${path}" is there; when it runs is not said in it.`,
        facts: [{ file, says: `It is ${what}.` }],
      };
    case 'unscheduled': {
      const isEmpty = events.includes('schedule');
      const starts = events.length === 0 ? 'It has no schedule.' : `It starts on ${events.join(', ')}.`;
      const how = isEmpty ? '`schedule` in it has no `cron`.' : starts;
      const comment = commented && ` The schedule in line ${commented.line} ("${commented.says}") is commented out.`;
      const facts: Fact[] = [
        { file, line: commented?.line, says: commented ? `Commented out: "${commented.says}".` : how },
      ];
      return {
        at: job,
        state: 'contradicted',
        reason: `Nothing starts "${path}" by the clock. ${how}${comment ?? ''}`,
        facts,
      };
    }
    case 'no-such-name': {
      const { name, names } = choice;
      if (templated || names.some((one) => one.includes('?')))
        return {
          at: job,
          state: 'unverifiable',
          reason: `Names in "${path}" are filled in later, so that "${name}" may be there.`,
        };
      const list =
        names.length === 0
          ? 'there is no schedule'
          : `there is ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;
      return {
        at: job,
        state: 'contradicted',
        reason: `"${path}" has no "${name}"; ${list}.`,
        facts: [{ file, says: `Its schedules: ${names.slice(0, 20).join(', ') || 'none'}.` }],
        fix: rename(job, name, names, path),
      };
    }
    case 'several': {
      const facts = choice.schedules
        .slice(0, 20)
        .map((one): Fact => ({ file, line: one.line, says: `${one.id}: ${timingInWords(one)}.` }));
      const clear = choice.schedules.every(({ timing }) => timing.kind !== 'unclear');
      const count = choice.schedules.length;
      if (choice.cron === undefined || !clear)
        return {
          at: job,
          state: 'linked',
          reach: 'linked',
          reason: `"${path}" has ${count} schedules; name the one that is meant behind #.`,
          facts,
        };
      return {
        at: job,
        state: 'contradicted',
        reason: `None of the ${count} schedules in "${path}" is "${choice.cron}"${ofOneJob(choice.schedules) ? ', nor do they make it together' : ''}.`,
        facts,
      };
    }
  }
}

function rename(job: Scalar<string>, name: string, names: readonly string[], path: string): Proof['fix'] {
  const only = names.length === 1 ? names[0] : undefined;
  const kind = /^(?:[a-z]+:|[A-Za-z]+\/)/;
  const near = closest(
    name.replace(kind, ''),
    names.map((one) => one.replace(kind, '')),
  );
  const meant = names.find((one) => one.replace(kind, '') === near) ?? only;
  if (meant === undefined) return undefined;
  return () => ({
    title: `Use "${meant}" from ${path}`,
    kind: 'adopt',
    safe: false,
    edits: [replaceScalar(job, `${job.value.split('#')[0]}#${meant}`)],
  });
}

/** `"0 5 * * 2" in UTC`, `rate(1 day)` */
export function timingInWords({ timing, zone }: Schedule): string {
  switch (timing.kind) {
    case 'cron':
      return `"${cronShown(timing.text)}" in ${zone.name}`;
    case 'every':
      return timing.text;
    case 'unscheduled':
      return 'not by the clock';
    case 'unclear':
      return `when it runs ${timing.why}`;
  }
}
