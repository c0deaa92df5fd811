import { durationSeconds } from '../../dates.ts';

/** The standard normal quantile of a 95% interval. */
const z95 = 1.96;

/**
 * Half the width of a 95% interval around `score`, measured on so many cases. It is that of a share, and no mean of
 * values between 0 and 1 varies more than a share does.
 */
export function marginOfError(score: number, cases: number): number {
  return z95 * Math.sqrt((score * (1 - score)) / cases);
}

/** `0.84`, `12%` (as 0.12), `26h` or `180 EUR` as a number and its unit. */
export function readThreshold(text: string): { readonly value: number; readonly unit: string } | undefined {
  const match = /^(-?[0-9.]+) ?(%|[a-zA-Z]*)$/.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]);
  const unit = match[2] ?? '';
  return unit === '%' ? { value: value / 100, unit } : { value, unit };
}

/** How many cases a sample such as `5%` or `40/week` brings in a window, at so many requests a day. */
export function sampledCases(sample: string, window: string, perDay: number | undefined): number | undefined {
  const seconds = durationSeconds(window);
  if (seconds === undefined) return undefined;
  const days = seconds / 86_400;
  const share = /^([0-9.]+)%$/.exec(sample);
  if (share !== null) return perDay === undefined ? undefined : (Number(share[1]) / 100) * perDay * days;
  const counted = /^(\d+)\/(day|week|month)$/.exec(sample);
  return counted === null
    ? undefined
    : (Number(counted[1]) / { day: 1, week: 7, month: 30 }[counted[2] as 'day' | 'week' | 'month']) * days;
}

/** `0.041` as `4.1 points`; small ones with a digit more, so that two that differ are not told as the same. */
export function points(difference: number): string {
  const hundredths = difference * 100;
  const text = trimmed(hundredths, hundredths < 2 ? 2 : 1);
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** Without the zeros that rounding leaves behind. */
export function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
