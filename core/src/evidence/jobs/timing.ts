import type { Dialect } from '../../cron/cron.ts';
import { clipped } from '../../shown.ts';

/** When something starts, as its file says. */
export type Timing =
  | { readonly kind: 'cron'; readonly text: string; readonly dialect: Dialect }
  /** Counted from when it was switched on, and not by the clock on the wall. */
  | { readonly kind: 'every'; readonly text: string; readonly seconds: number }
  /** Not by the clock: once, by hand, or when data arrives; `says` in the file's words. */
  | { readonly kind: 'unscheduled'; readonly says: string }
  /** Nobody can tell from the file; `why` completes "When it runs …". */
  | { readonly kind: 'unclear'; readonly why: string };

export interface Zone {
  readonly name: string;
  /** Whether the file or the scheduler itself says so, and no setting elsewhere can make it another one. */
  readonly sure: boolean;
  /** Why it is this one, where the file does not say it. */
  readonly because?: string;
}

/** Something in the file that has a say in whether it runs; `says` in the file's words. */
export interface Remark {
  readonly line: number;
  readonly says: string;
}

/** One schedule of a file. */
export interface Schedule {
  /** As a selector names it, such as `CronJob/refresh` or `dag:ingest`. */
  readonly id: string;
  /** From 1. */
  readonly line: number;
  readonly timing: Timing;
  readonly zone: Zone;
  /** It does not run at all: suspended, disabled. */
  readonly off?: Remark;
  /** It runs only if these hold. */
  readonly conditions: readonly Remark[];
  /** It runs, and something says that nothing comes of it, or that nobody hears when it fails. */
  readonly against?: readonly Remark[];
  /** Part of what it starts runs only if these hold. */
  readonly partly?: readonly Remark[];
  /** The days before which and after which it does not run. */
  readonly begins?: Day;
  readonly ends?: Day;
  /** After so long it is stopped. */
  readonly limit?: Remark & { readonly seconds: number };
}

/** An ISO date that a file gives. */
export interface Day {
  readonly line: number;
  readonly date: string;
}

/** What a file says about when things start. */
export interface ScheduleFile {
  /** What the file is, to follow "is": `a GitHub workflow`. */
  readonly what: string;
  /** `undefined` for a file of another kind, such as a script that some scheduler elsewhere starts. */
  readonly schedules: readonly Schedule[] | undefined;
  /** Events that start it besides. */
  readonly events: readonly string[];
  /** What a selector may name besides: the jobs of a workflow, with the schedules as they stand for each. */
  readonly jobs?: ReadonlyMap<string, readonly Schedule[]>;
  /** A schedule that stands in a comment. */
  readonly commented?: Remark;
  /** Parts of it are filled in later, so that a name that is missing may still be there. */
  readonly templated: boolean;
}

export function otherFile(what: string): ScheduleFile {
  return { what, schedules: undefined, events: [], templated: false };
}

export const utc: Zone = { name: 'UTC', sure: true };

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `@every 1h30m`, as Go writes durations; `undefined` for anything else. */
export function everyInGo(text: string): number | undefined {
  const written = /^@every\s+((?:\d{1,9}(?:\.\d{1,9})?(?:h|m|s))+)$/.exec(text.trim())?.[1];
  if (written === undefined) return undefined;
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0) || undefined;
}

/** `cron(0 4 * * ? *)`, `rate(1 day)`, `at(…)`, as EventBridge writes them. */
export function awsTiming(text: string): Timing {
  const [, how, what = ''] = /^\s*(cron|rate|at)\(([^()]*)\)\s*$/i.exec(text) ?? [];
  if (how?.toLowerCase() === 'cron') return { kind: 'cron', text: what.trim(), dialect: 'eventbridge' };
  if (how?.toLowerCase() === 'at') return { kind: 'unscheduled', says: `It runs once, at ${what.trim()}.` };
  const [, count, unit] = /^\s*(\d{1,6})\s+(minute|hour|day)s?\s*$/i.exec(how === undefined ? '' : what) ?? [];
  const seconds = Number(count) * (units[(unit ?? '').charAt(0).toLowerCase()] ?? Number.NaN);
  if (seconds > 0) return { kind: 'every', text: text.trim(), seconds };
  return { kind: 'unclear', why: `is written as \`${clipped(text)}\`, which is no schedule expression` };
}
