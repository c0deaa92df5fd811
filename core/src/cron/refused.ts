import type { Dialect } from './cron.ts';

/** Highest number in each of five fields, and the lowest. */
const bounds = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

/**
 * Whether every scheduler of this dialect refuses `text`. That one cannot be read here is less: two versions may read it
 * differently.
 */
export function isRefused(text: string, dialect: Dialect): boolean {
  const written = text.trim();
  if (written.startsWith('@')) return dialect === 'github' || dialect === 'celery';
  const fields = written.split(/\s+/);
  const [least, most] = counts[dialect];
  if (fields.length < least || fields.length > most) return true;
  const five = dialect === 'quartz' ? fields.slice(1, 6) : fields.slice(0, 5);
  return five.some((field, index) => {
    const [low, high] = bounds[index] ?? [0, 0];
    if (!/^[\d*,/?LW#a-z-]+$/i.test(field)) return true;
    const numbers = field.split(',').flatMap((part) => (part.split('/')[0] ?? '').match(/(?<![#\w])\d+/g) ?? []);
    return numbers.some((number) => Number(number) < low || Number(number) > high);
  });
}

const counts: Readonly<Record<Dialect, readonly [number, number]>> = {
  posix: [5, 5],
  crontab: [5, 5],
  github: [5, 5],
  kubernetes: [5, 5],
  airflow: [5, 7],
  celery: [5, 5],
  eventbridge: [6, 6],
  quartz: [6, 7],
};

/** As messages may show it: what looks like no cron at all may be anything. */
export function cronShown(text: string): string {
  return /^@[a-z]{4,10}$|^(?:[\d*,/?#-]|L|W|(?<![a-z])[a-z]{3}(?![a-z])|\s){1,100}$/i.test(text.trim()) ? text : '…';
}
