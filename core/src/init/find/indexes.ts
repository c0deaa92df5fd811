import { parseCron } from '../../cron/cron.ts';
import { schedulesIn } from '../../evidence/jobs/schedules.ts';
import type { Schedule } from '../../evidence/jobs/timing.ts';
import { isZone } from '../../spec/zones.ts';
import type { Found, Seen } from '../found.ts';
import { idOf, nameOf } from '../names.ts';
import { at, type Finder } from '../surveyed.ts';

const scheduled = /(?:^|\/)workflows\/[^/]+\.ya?ml$|\.(?:ya?ml|py|tf|timer|cron)$|crontab/i;
const maybe = /\bcron|schedule|OnCalendar|rate\(/i;
/** Words by which a job is known that brings an index up to date. */
const indexing =
  /(?:^|[^a-z])(?:re-?)?(?:index(?:es|ing|er)?|ingest(?:ion|ing)?|embed(?:d?ings?)?|crawl(?:er|ing)?|vectori[sz]e|vectors?)(?:[^a-z]|$)/i;
/** An index of a database, and a search over it that somebody only watches. */
const notRefreshing = /monitor|evaluat|alert|backup|database[_-]index|test/i;

const most = 40;

interface Job {
  readonly file: string;
  readonly schedule: Schedule;
  /** As it stands there, in five fields. */
  readonly cron: string;
  /** Where that stands, which may be far from what it starts. */
  readonly line: number;
  /** Several schedules of one file are told apart by their ids. */
  readonly selector: string | undefined;
}

/** The job that brings the index up to date. Where there are several, they share one schedule, or none is taken. */
export const findIndexes: Finder = async (repository) => {
  const jobs: Job[] = [];
  const seen: Seen[] = [];
  for (const file of repository.paths.filter((path) => scheduled.test(path))) {
    const text = await repository.text(file);
    if (text === undefined || !maybe.test(text)) continue;
    const answer = await repository.answer(schedulesIn(at(file)));
    const all = answer.kind === 'read' ? (answer.facts.schedules ?? []) : [];
    for (const schedule of all) {
      const isWorkflow = answer.kind === 'read' && answer.facts.jobs !== undefined;
      const words = `${repository.reference(file) ?? file} ${isWorkflow ? '' : schedule.id}`.replaceAll('_', ' ');
      if (!indexing.test(words) || notRefreshing.test(words)) continue;
      const { timing, off, line } = schedule;
      const what = `a job that refreshes an index, ${off === undefined ? 'not by a cron expression' : 'switched off'}`;
      const cron = timing.kind === 'cron' ? timing.text.trim() : undefined;
      if (cron === undefined || off !== undefined || parseCron(cron, 'posix') === undefined) {
        seen.push({ what, file, line: off?.line ?? line });
        continue;
      }
      const stands = text.split('\n').findIndex((one) => one.includes(cron)) + 1;
      jobs.push({
        file,
        schedule,
        cron,
        line: stands > 0 ? stands : line,
        selector: isWorkflow || all.length === 1 ? undefined : schedule.id,
      });
    }
  }
  const [job, ...others] = jobs;
  if (job === undefined) return { answers: [], seen };
  const differs = others.some(
    ({ cron, schedule }) => cron !== job.cron || schedule.zone.name !== job.schedule.zone.name,
  );
  for (const { file, schedule, cron } of (differs ? jobs : others).slice(0, most))
    seen.push({ what: `a job that refreshes an index at "${cron}"`, file, line: schedule.line });
  const reference = repository.reference(job.file, job.selector);
  if (differs || reference === undefined) return { answers: [], seen };

  const { file } = job;
  const { line, zone, conditions } = job.schedule;
  for (const { says, line: where } of conditions)
    seen.push({ what: `a condition on the refresh: ${says}`, file, line: where });
  const id = idOf(nameOf(file).replace(/\.[a-z]+$/i, '')) ?? 'index';
  const path = ['indexes', others.length > 0 ? 'index' : id, 'refresh'];
  const answers: Found[] = [
    { path: [...path, 'mode'], value: 'schedule', file, line },
    { path: [...path, 'cron'], value: job.cron, file, line: job.line },
    { path: [...path, 'job'], value: reference, file, line },
  ];
  if (zone.sure && isZone(zone.name)) answers.push({ path: [...path, 'timezone'], value: zone.name, file, line });
  return { answers, seen };
};
