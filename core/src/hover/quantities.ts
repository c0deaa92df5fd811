import { addDays, daysBetween, durationSeconds, inDays, isDate } from '../dates.ts';
import type { SpecDocument } from '../spec/document.ts';
import { dateInMoment, mapOf } from '../spec/names.ts';

/** `in 12 days`, `41 days ago`; from two years on in years. */
export function distance(today: string, date: string): string {
  const days = daysBetween(today, date);
  const near = { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
  if (near !== undefined) return near;
  const count = Math.abs(days);
  const length = count < 730 ? inDays(count) : `${inTenths(count / 365.25)} years`;
  return days > 0 ? `in ${length}` : `${length} ago`;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Mon 2026-06-15` */
export function withWeekday(date: string): string {
  return `${weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]} ${date}`;
}

const units = [
  { name: 'week', size: 604_800, letter: 'w' },
  { name: 'day', size: 86_400, letter: 'd' },
  { name: 'hour', size: 3600, letter: 'h' },
  { name: 'minute', size: 60, letter: 'm' },
  { name: 'second', size: 1, letter: 's' },
  { name: 'millisecond', size: 0.001, letter: 'ms' },
] as const;

/** `90 days: about 3 months`; `undefined` for what is no duration. */
export function durationInWords(text: string): string | undefined {
  const seconds = durationSeconds(text);
  const own = units.find(({ letter }) => text.replace(/^[\d.]+/, '') === letter);
  if (seconds === undefined || own === undefined) return undefined;
  const said = counted(Number.parseFloat(text), own.name);
  const other = otherWords(seconds, own.name);
  return other === undefined ? said : `${said}: ${other}`;
}

/** The same length in a unit that is easier to picture; `undefined` where its own is. */
function otherWords(seconds: number, own: string): string | undefined {
  const days = seconds / 86_400;
  if (days >= 730) return `about ${inTenths(days / 365.25)} years`;
  if (days >= 45) return `about ${counted(Math.round(days / 30.44), 'month')}`;
  if (days >= 14 && own === 'day') return days % 7 === 0 ? counted(days / 7, 'week') : undefined;
  const larger = units.find(({ size }) => seconds >= size && size >= 1);
  if (larger === undefined || larger.name === own || larger.name === 'week') {
    return larger?.name === 'week' && own !== 'week' && own !== 'day' ? counted(inTenths(days), 'day') : undefined;
  }
  const whole = Math.floor(seconds / larger.size);
  const rest = seconds - whole * larger.size;
  const smaller = units[units.indexOf(larger) + 1];
  if (rest === 0 || smaller === undefined) return counted(whole, larger.name);
  return `${counted(whole, larger.name)} and ${counted(inTenths(rest / smaller.size), smaller.name)}`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function inTenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The day that `120d before answer-llm.retires` means; `undefined` where the spec does not tell. */
export function dayOfMoment({ tree }: Pick<SpecDocument, 'tree'>, moment: string, sections: readonly string[]) {
  const [, ahead = ''] = /^(\S+) before /.exec(moment) ?? [];
  const seconds = durationSeconds(ahead);
  const event = dateInMoment(moment);
  const date = event === undefined || isDate(event) ? event : dateOf(tree, event, sections);
  return date === undefined || seconds === undefined ? date : addDays(date, -Math.ceil(seconds / 86_400));
}

/** Of `answer-llm.retires`. */
function dateOf(tree: SpecDocument['tree'], event: string, sections: readonly string[]): string | undefined {
  const [, id = '', key = ''] = /^(.*)\.([a-z_]+)$/.exec(event) ?? [];
  for (const section of sections) {
    const entry = mapOf(tree, [...section.split('.'), id]);
    const value = entry?.get(key);
    if (value?.kind === 'scalar' && isDate(String(value.value))) return String(value.value);
  }
  return undefined;
}
