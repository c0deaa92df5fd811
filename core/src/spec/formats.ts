import { isDate } from '../dates.ts';
import { duration } from './durations.ts';
import type { Field, Format } from './fields.generated.ts';
import { isPlainNumber, mayBeThousands, readings } from './numerals.ts';
import { closestZone, isZone, spelledZone } from './zones.ts';

/** What a value of each form is called, and how a person often writes it instead. */
interface Form {
  /** Completes "`field` is … such as". */
  readonly says: string;
  /** Where the form has several shapes, one of each; the example of the field shows one only. */
  readonly shapes?: string;
  /** The same value in our form; `undefined` where it cannot be told for sure. */
  readonly normalise?: (text: string) => string | undefined;
  /** What was probably meant, for a person to decide. */
  readonly guess?: (text: string) => string | undefined;
}

const forms: Readonly<Record<Format, Form>> = {
  contact: {
    says: 'a contact',
    shapes: 'mailto:ops@acme.example, slack:claims-ops or pagerduty:P4CLAIM',
    normalise: contact,
  },
  convention: { says: 'a convention', shapes: 'otel-genai/1.41, openinference or own' },
  count: { says: 'a whole number', normalise: count },
  cron: { says: 'a cron expression of five fields', normalise: cron },
  date: { says: 'a date', normalise: date },
  duration: { says: 'a duration', normalise: duration },
  handle: { says: 'a name' },
  hours: { says: 'support hours', shapes: '24x7 or Mon-Fri 07:00-19:00 Europe/Berlin', guess: hours },
  id: { says: 'an id of letters, digits, dots, hyphens and underscores', normalise: id },
  label: { says: 'a short name' },
  language: { says: 'a language' },
  limit: { says: 'a limit', shapes: '20/hour or 500 EUR/day', normalise: limit },
  metricName: { says: 'the name of a metric' },
  moment: {
    says: 'the id of an alert, or a time before a date',
    shapes: 'groundedness-low or 120d before answer-llm.retires',
  },
  money: { says: 'an amount with its currency', normalise: money },
  number: { says: 'a number', normalise: number },
  rate: { says: 'a rate', normalise: (text) => rate(text, ['s', 'min', 'h', 'day']) },
  reference: { says: 'a path, with a selector behind # where it has one,' },
  ruleId: { says: 'the id of a requirement' },
  sampleSize: {
    says: 'a share or a number per unit of time',
    shapes: '5% or 40/week',
    normalise: (text) => share(text) ?? rate(text, ['day', 'week', 'month']),
  },
  scale: { says: 'a scale' },
  score: { says: 'a number', normalise: number, guess: fraction },
  secretRef: { says: 'a place where the secret is kept', shapes: 'vault:claims-ai/dms or env:DMS_KEY' },
  share: { says: 'a share', normalise: share, guess: percent },
  text: { says: 'a sentence' },
  threshold: {
    says: 'a threshold',
    shapes: '0.88, 12%, 26h or 180 EUR',
    normalise: (text) => number(text) ?? share(text) ?? duration(text) ?? money(text),
  },
  timezone: {
    says: 'a time zone',
    normalise: (text) => (/^(?:z|utc|gmt)$/i.test(text) ? 'UTC' : spelledZone(text)),
    guess: closestZone,
  },
  unitScore: { says: 'a number from 0 to 1', normalise: unitScore, guess: hundredth },
  version: { says: 'one exact version' },
};

/** What a value of `field` is, with an example: "a duration such as 15m". */
export function saysOf({ format, example, refers }: Field): string {
  // Names of metrics have most letters that a name may have, so other things are named by that form, too.
  if (format === 'metricName' && refers !== undefined) return `the id of an entry such as ${example}`;
  const form = format && forms[format];
  return form === undefined ? 'something else' : `${form.says} such as ${form.shapes ?? example}`;
}

/** A value in our form; `undefined` where it cannot be told for sure what was meant. */
export function normalForm(format: Format, text: string): string | undefined {
  return forms[format].normalise?.(text);
}

/** Formats in which a number stands, alone or before its unit. */
const withNumber: ReadonlySet<Format> = new Set<Format>([
  'count',
  'duration',
  'limit',
  'money',
  'number',
  'rate',
  'sampleSize',
  'score',
  'share',
  'threshold',
  'unitScore',
]);
const numberOnly: ReadonlySet<Format> = new Set<Format>(['count', 'number', 'score', 'unitScore']);

/** A number that our reader would take for one value and another reader for another, or for text. */
export function isMisread({ format }: Field, text: string): boolean {
  if (format === undefined || !withNumber.has(format)) return false;
  return (
    mayBeThousands(text, isAmount(format, text)) ||
    /^\s*-?0\d/.test(text) ||
    (numberOnly.has(format) && !isPlainNumber(text))
  );
}

/** A time zone, or hours in one, that is written well and is none. */
export function isNowhere({ format }: Field, text: string): boolean {
  if (format === 'timezone') return !isZone(text);
  const zone = format === 'hours' ? inZone.exec(text)?.[2] : undefined;
  return zone !== undefined && !isZone(zone);
}

const inZone = /^([A-Z][A-Za-z,-]+ [\d:]+-[\d:]+ )(\S+)$/;

/** Things that are counted, and money. */
function isAmount(format: Format, text: string): boolean {
  return format === 'count' || (priced.has(format) && /^\s*-?[\d.]+\s*(?:[A-Z]{3}\b|[€£])/.test(text));
}

const priced: ReadonlySet<Format> = new Set<Format>(['money', 'limit', 'threshold']);

/** Nobody writes a quantity that is longer. */
const longestWritten = 100;

/** What `text` may have been meant as, in the form of its field: one value where it is sure, several to choose from. */
export function meanings({ format }: Field, text: string): readonly string[] {
  const normalise = format && forms[format].normalise;
  if (format === undefined || normalise === undefined || text.length > longestWritten) return [];
  const found = withNumber.has(format) ? variants(text, isAmount(format, text)).map(normalise) : [normalise(text)];
  return [...new Set(found.filter((value) => value !== undefined))];
}

/** What the author of a value that cannot be put into its form for sure probably meant. */
export function guessOf({ format }: Field, text: string): string | undefined {
  return format && text.length <= longestWritten ? forms[format].guess?.(text.trim()) : undefined;
}

/** `text` with the number that it starts with written in digits, in each way that the number may be read. */
function variants(text: string, amount: boolean): readonly string[] {
  const [, written = '', rest = ''] =
    /^([-+]?(?:0x[\da-f]+|0o[0-7]+|[\d.,'’_ \u00a0\u202f]*[\d.](?:e[-+]?\d+)?))(.*)$/is.exec(text.trim()) ?? [];
  const numbers = readings(written, amount);
  return numbers.length === 0 ? [text] : numbers.map((one) => one + rest);
}

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

/** `times` are the units of time that the field knows. */
function rate(text: string, times: readonly string[]): string | undefined {
  const [, short, unit] = /^(\d+)\s*(rps|rpm)$/i.exec(text.trim()) ?? [];
  const [, number, word] =
    /^(\d+(?:\.\d+)?)\s*(?:(?:requests?|calls?|req)\s*)?(?:\/|per|a)\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const time = unit === undefined ? word?.toLowerCase() : { rps: 's', rpm: 'min' }[unit.toLowerCase()];
  const per = rateUnits.find(([names]) => names.includes(time ?? ''))?.[1];
  return per !== undefined && times.includes(per) ? `${short ?? number}/${per}` : undefined;
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
  const [, sign, behind, before, signBehind] =
    /^(?:(€|£)\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(€|£))$/.exec(text.trim()) ?? [];
  if ((behind ?? before) !== undefined) return `${behind ?? before} ${(sign ?? signBehind) === '€' ? 'EUR' : 'GBP'}`;
  const [, first, amount, same, last] =
    /^(?:([a-z]{3})\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*([a-z]{3}))$/i.exec(text.trim()) ?? [];
  const code = first ?? last ?? '';
  // Any three small letters may be a unit: "300 req".
  const known = code === code.toUpperCase() || currencies.has(code.toUpperCase());
  return code !== '' && known ? `${amount ?? same} ${code.toUpperCase()}` : undefined;
}

const currencies: ReadonlySet<string> = new Set(
  'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY KRW MXN NOK NZD PLN RON SEK SGD TRY USD ZAR'.split(' '),
);

function number(text: string): string | undefined {
  return isPlainNumber(text) ? text.trim() : undefined;
}

function count(text: string): string | undefined {
  return /^\d+$/.test(text) ? text : /^\d+(?:\.\d+)?k$/i.test(text) ? thousands(text) : undefined;
}

function thousands(text: string): string | undefined {
  const value = Math.round(Number(text.slice(0, -1)) * 1e6) / 1000;
  return Number.isInteger(value) ? String(value) : undefined;
}

function unitScore(text: string): string | undefined {
  const percent = share(text);
  if (percent !== undefined) return hundredth(percent.slice(0, -1));
  const value = number(text);
  return value !== undefined && Number(value) >= 0 && Number(value) <= 1 ? value : undefined;
}

/** 88 of a hundred as 0.88. */
export function hundredth(text: string): string | undefined {
  const value = Number(text) / 100;
  return isPlainNumber(text) && value >= 0 && value <= 1 ? String(Number(value.toFixed(6))) : undefined;
}

/** 90% of a score, whose scale may go to 1 or to 100. */
function fraction(text: string): string | undefined {
  const percent = share(text);
  return percent === undefined ? undefined : hundredth(percent.slice(0, -1));
}

/** A share without its sign. */
function percent(text: string): string | undefined {
  const value = Number(text);
  if (!isPlainNumber(text) || value < 0 || value > 100) return undefined;
  return value > 0 && value < 1 ? `${Number((value * 100).toFixed(6))}%` : `${text}%`;
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

/** A rate, in the words of a limit, or money with the time it is for. */
function limit(text: string): string | undefined {
  const [, amount = '', per = ''] = /^(.*?)\s*(?:\/|per|a)\s*(hour|h|day|week)$/i.exec(text.trim()) ?? [];
  const spent = money(amount === '' ? text : amount);
  if (spent === undefined) return rate(text, ['min', 'h', 'day', 'week']);
  return amount === '' ? spent : `${spent}/${per.toLowerCase()}`;
}

/** Hours in a zone whose name is put right. */
function hours(text: string): string | undefined {
  const [, times, zone = ''] = inZone.exec(text) ?? [];
  const near = times && (spelledZone(zone) ?? closestZone(zone));
  return near && times + near;
}

function contact(text: string): string | undefined {
  return /^[^\s@:]+@[^\s@:]+\.[^\s@:]+$/.test(text.trim()) ? `mailto:${text.trim()}` : undefined;
}

function id(text: string): string | undefined {
  return /^[A-Za-z0-9][A-Za-z0-9._ -]*$/.test(text) ? text.trim().replaceAll(/ +/g, '-') : undefined;
}
