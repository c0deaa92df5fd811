/** Days between ISO dates and durations with units, without a clock: today is always given. */

const day = 86_400_000;
/** In seconds, as Prometheus counts it. */
const year = 31_536_000;

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDate(fromDate(text)) === text;
}

/** The date so many days later, or earlier where `days` is negative. */
export function addDays(date: string, days: number): string {
  return toDate(fromDate(date) + days * day);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((fromDate(to) - fromDate(from)) / day);
}

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a duration such as `15m`; `undefined` for anything else. */
export function durationSeconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/.exec(text);
  return match === null ? undefined : Number(match[1]) * (seconds[match[2] ?? ''] ?? 0);
}

/** Seconds of a duration as Prometheus writes it, such as `1h30m` or `0`; `undefined` for what it refuses to read. */
export function promDuration(text: string): number | undefined {
  if (text === '0') return 0;
  // The larger units first, and each of them once.
  const units =
    /^(?=\d)(?:\d{1,12}y)?(?:\d{1,12}w)?(?:\d{1,12}d)?(?:\d{1,12}h)?(?:\d{1,12}m)?(?:\d{1,12}s)?(?:\d{1,12}ms)?$/;
  if (!units.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unit === 'y' ? year : (seconds[unit ?? ''] ?? 0)),
    0,
  );
}

/** The day in the name of a version such as `gpt-4.1-2025-04-14` or `claude-sonnet-4-5-20250929`. */
export function dateIn(version: string): string | undefined {
  const match = /(?:^|[-_.@+v])(20\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(version);
  const date = match?.slice(1).join('-');
  return date !== undefined && isDate(date) ? date : undefined;
}

/** `1 day`, `2 days` */
export function inDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** Seconds in the two largest units that they fill: `3d`, `59h 10m`. Days begin where hours are hard to picture. */
export function inWords(length: number): string {
  const [large, small] = length >= 4 * 86_400 ? ['d', 'h'] : length >= 3600 ? ['h', 'm'] : ['m', 's'];
  const whole = Math.floor(length / (seconds[large ?? ''] ?? 1));
  const rest = Math.round((length - whole * (seconds[large ?? ''] ?? 1)) / (seconds[small ?? ''] ?? 1));
  if (whole === 0) return `${rest}${small}`;
  return rest === 0 ? `${whole}${large}` : `${whole}${large} ${rest}${small}`;
}

function fromDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function toDate(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
