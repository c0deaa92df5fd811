import { isDate } from '../dates.ts';
import type { Field, Format } from './fields.generated.ts';

/** What a value of each form is called, with examples, and how a person often writes it instead. */
interface Form {
  /** Completes "… is not ". */
  readonly says: string;
  /** The same value in our form; `undefined` where it cannot be told for sure. */
  readonly normalise?: (text: string) => string | undefined;
}

const forms: Readonly<Record<Format, Form>> = {
  contact: {
    says: 'a contact such as mailto:ops@acme.example, slack:claims-ops or pagerduty:P4CLAIM',
    normalise: contact,
  },
  convention: { says: 'a convention: otel-genai/1.41, openinference or own' },
  count: { says: 'a whole number such as 420', normalise: count },
  cron: { says: 'a cron expression of five fields such as "30 4 * * *"', normalise: cron },
  date: { says: 'a date such as 2026-11-16', normalise: date },
  duration: { says: 'a duration such as 15m, 26h or 90d', normalise: duration },
  handle: { says: 'a name such as @acme/claims-ops' },
  hours: { says: '24x7, or days, hours and a time zone such as Mon-Fri 07:00-19:00 Europe/Berlin' },
  id: { says: 'an id: letters, digits, dots, hyphens and underscores, no spaces', normalise: id },
  label: { says: 'a short name' },
  language: { says: 'a language such as de or en-GB' },
  limit: { says: 'a limit such as 20/hour or 500 EUR/day', normalise: rate },
  metricName: { says: 'the name of a metric such as recall@8' },
  moment: { says: 'the id of an alert, or a time before a date such as 120d before answer-llm.retires' },
  money: { says: 'an amount with its currency such as 40 EUR', normalise: money },
  number: { says: 'a number' },
  rate: { says: 'a rate such as 600/min', normalise: rate },
  reference: { says: 'a path such as runbooks/retrieval.md, with a selector behind # where it has one' },
  ruleId: { says: 'the id of a requirement such as alert-quality' },
  sampleSize: {
    says: 'a share such as 5%, or a number such as 40/week',
    normalise: (text) => share(text) ?? rate(text),
  },
  scale: { says: 'a scale such as 0..100' },
  score: { says: 'a number such as 0.85' },
  secretRef: { says: 'a place where the secret is kept, such as vault:claims-ai/dms or env:DMS_KEY' },
  share: { says: 'a share such as 5%', normalise: share },
  text: { says: 'a sentence' },
  threshold: {
    says: 'a threshold such as 0.88, 12%, 26h or 180 EUR',
    normalise: (text) => share(text) ?? money(text) ?? duration(text),
  },
  timezone: {
    says: 'a time zone such as Europe/Berlin or UTC',
    normalise: (text) => (/^(?:z|utc|gmt)$/i.test(text) ? 'UTC' : undefined),
  },
  unitScore: { says: 'a number from 0 to 1 such as 0.85', normalise: unitScore },
  version: { says: 'one exact version such as gpt-4.1-2025-04-14' },
};

export function formOf(field: Field): Form | undefined {
  return field.format === undefined ? undefined : forms[field.format];
}

/** A value in our form; `undefined` where it cannot be told for sure what was meant. */
export function normalForm(format: Format, text: string): string | undefined {
  return forms[format].normalise?.(text);
}

function duration(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]+)\.?$/i.exec(text.trim());
  const unit = match && units.find(([names]) => names.includes((match[2] ?? '').toLowerCase()));
  return unit ? `${match[1]}${unit[1]}` : undefined;
}

const units: readonly (readonly [readonly string[], string])[] = [
  [['ms', 'msec', 'millisecond', 'milliseconds'], 'ms'],
  [['s', 'sec', 'secs', 'second', 'seconds'], 's'],
  [['m', 'min', 'mins', 'minute', 'minutes'], 'm'],
  [['h', 'hr', 'hrs', 'hour', 'hours'], 'h'],
  [['d', 'day', 'days'], 'd'],
  [['w', 'wk', 'wks', 'week', 'weeks'], 'w'],
];

/** Year first only: 03/04/2026 is one day in Boston and another in Berlin. */
function date(text: string): string | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day] = [match[1] ?? '', (match[2] ?? '').padStart(2, '0'), (match[3] ?? '').padStart(2, '0')];
  const normal = `${year}-${month}-${day}`;
  return isDate(normal) ? normal : undefined;
}

function share(text: string): string | undefined {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent)$/i.exec(text.trim());
  return match && Number(match[1]) <= 100 ? `${match[1]}%` : undefined;
}

function rate(text: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(?:(?:requests?|calls?|req)\s*)?(?:\/|per|a)\s*([a-z]+)$/i.exec(text.trim());
  const per = match && rateUnits.find(([names]) => names.includes((match[2] ?? '').toLowerCase()));
  if (per) return `${match[1]}/${per[1]}`;
  const short = /^(\d+)\s*(rps|rpm)$/i.exec(text.trim());
  return short === null ? undefined : `${short[1]}/${short[2]?.toLowerCase() === 'rps' ? 's' : 'min'}`;
}

const rateUnits: readonly (readonly [readonly string[], string])[] = [
  [['s', 'sec', 'second'], 's'],
  [['m', 'min', 'minute'], 'min'],
  [['h', 'hr', 'hour'], 'h'],
  [['d', 'day'], 'day'],
  [['w', 'week'], 'week'],
  [['month'], 'month'],
];

/** `$` is the money of many countries. */
function money(text: string): string | undefined {
  const sign = /^(?:(€|£)\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(€|£))$/.exec(text.trim());
  if (sign !== null) return `${sign[2] ?? sign[3]} ${(sign[1] ?? sign[4]) === '€' ? 'EUR' : 'GBP'}`;
  const code = /^(?:([a-z]{3})\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*([a-z]{3}))$/i.exec(text.trim());
  return code === null ? undefined : `${code[2] ?? code[3]} ${(code[1] ?? code[4] ?? '').toUpperCase()}`;
}

/** Groups of three digits; what stands between them is not a decimal point. */
function count(text: string): string | undefined {
  return /^\d{1,3}(?:[ _'\u00a0\u202f]\d{3})+$/.test(text.trim()) ? text.replaceAll(/\D/g, '') : undefined;
}

function unitScore(text: string): string | undefined {
  const percent = share(text);
  return percent === undefined ? undefined : String(Number((Number(percent.slice(0, -1)) / 100).toFixed(6)));
}

const macros: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

function cron(text: string): string | undefined {
  return macros[text.trim()];
}

function contact(text: string): string | undefined {
  return /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(text.trim()) ? `mailto:${text.trim()}` : undefined;
}

function id(text: string): string | undefined {
  return /^[A-Za-z0-9][A-Za-z0-9._ -]*$/.test(text) ? text.trim().replaceAll(/ +/g, '-') : undefined;
}
