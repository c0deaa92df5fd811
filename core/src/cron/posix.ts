import { type Dialect, parseCron } from './cron.ts';
import { sameTimes } from './gap.ts';

const macros: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@quarterly': '0 0 1 */3 *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

/** The five fields that mean the same as a scheduler's own expression; `undefined` where there are none. */
export function asPosix(text: string, dialect: Dialect): string | undefined {
  const own = parseCron(text, dialect);
  if (own === undefined) return undefined;
  const parts = text.trim().split(/\s+/);
  const fields = dialect === 'quartz' ? parts.slice(1) : parts;
  // The week of EventBridge and Quartz begins with 1.
  const shifted = fields.slice(0, 5).map((field, index) => {
    if (field === '?') return '*';
    if (index !== 4 || (dialect !== 'eventbridge' && dialect !== 'quartz') || !/^[\d,-]+$/.test(field)) return field;
    return field.replaceAll(/\d+/g, (day) => String(Number(day) - 1));
  });
  const candidates = [macros[text.trim().toLowerCase()], text.trim(), shifted.join(' ')];
  return candidates.find((candidate) => {
    const posix = candidate === undefined ? undefined : parseCron(candidate);
    return posix !== undefined && sameTimes(posix, own);
  });
}
