import { cronShown } from '../../cron/refused.ts';
import { isDate } from '../../dates.ts';
import { clipped } from '../../shown.ts';
import { awsTiming, type Remark, type Schedule, type ScheduleFile, type Timing, utc, type Zone } from './timing.ts';

/** Longer than a line that a person wrote. */
const longestLine = 10_000;

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.slice(0, longestLine));
}

/**
 * A crontab, one user's or the system's (whose sixth field is a user). A line is called by its command's file, such as
 * `refresh.sh`; `CRON_TZ=` holds for the lines below it.
 */
export function readCrontab(text: string): ScheduleFile {
  const schedules: Schedule[] = [];
  let commented: Remark | undefined;
  let zone: Zone = { name: 'UTC', sure: false, because: 'a crontab is read in the time zone of its machine' };
  for (const [index, line] of linesOf(text).entries()) {
    const named = /^\s*(?:CRON_)?TZ\s*=\s*["']?([\w/+-]+)/.exec(line)?.[1];
    if (named !== undefined) zone = { name: named, sure: true };
    const [, hash, when, command = ''] =
      /^\s{0,99}(#?)\s{0,9}(@[a-z]+|(?:[\d*][\d*,/-]*)\s+(?:[\d*][\d*,/-]*)\s+(?:[\d*][\d*,/-]*)\s+(?:[\d*a-z][\w*,/-]*)\s+(?:[\d*a-z][\w*,/-]*))\s+(\S.*)$/i.exec(
        line,
      ) ?? [];
    if (when === undefined) continue;
    if (hash === '#') {
      commented ??= { line: index + 1, says: cronShown(when.trim()) };
      continue;
    }
    schedules.push({ id: commandName(command), line: index + 1, timing: crontabTiming(when), zone, conditions: [] });
  }
  return { what: 'a crontab', schedules, events: [], commented, templated: false };
}

function crontabTiming(when: string): Timing {
  if (/^@reboot$/i.test(when)) return { kind: 'unscheduled', says: 'It runs when the machine starts.' };
  return { kind: 'cron', text: when.replaceAll(/\s+/g, ' '), dialect: 'crontab' };
}

/** The first file that the command names, without its folder. */
function commandName(command: string): string {
  const words = command.split(/\s+/).slice(0, 20);
  const file =
    words.find((word) => /\.(?:sh|py|js|ts|rb|pl|php)$/.test(word)) ?? words.find((word) => word.includes('/'));
  return clipped((file ?? words[0] ?? '').split('/').at(-1) ?? '');
}

interface Block {
  readonly line: number;
  readonly expression?: string;
  readonly zone?: string;
  readonly off?: Remark;
  readonly begins?: Schedule['begins'];
  readonly ends?: Schedule['ends'];
}

/** Schedules of EventBridge in Terraform, read block by block; an expression that is put together stays unclear. */
export function readTerraform(text: string): ScheduleFile {
  const schedules: Schedule[] = [];
  let id: string | undefined;
  let block: Block = { line: 0 };
  const close = () => {
    if (id !== undefined && block.expression !== undefined) {
      const written = /^"([^"]*)"$/.exec(block.expression)?.[1];
      schedules.push({
        id,
        line: block.line,
        timing:
          written === undefined || written.includes('${')
            ? { kind: 'unclear', why: `is put together: \`${clipped(block.expression)}\`` }
            : awsTiming(written),
        zone: zoneOfTerraform(block.zone),
        off: block.off,
        conditions: [],
        begins: block.begins,
        ends: block.ends,
      });
    }
    id = undefined;
    block = { line: 0 };
  };
  for (const [index, line] of linesOf(text).entries()) {
    const [, type, name] =
      /^resource\s+"(aws_cloudwatch_event_rule|aws_scheduler_schedule)"\s+"([\w-]{1,200})"/.exec(line) ?? [];
    if (name !== undefined || /^\}/.test(line)) close();
    if (name !== undefined) id = `${type}.${name}`;
    const [, key, value = ''] = /^\s{1,99}(\w{1,50})\s*=\s*(.*?)\s*(?:#.*)?$/.exec(line) ?? [];
    if (id === undefined || key === undefined) continue;
    if (key === 'schedule_expression') block = { ...block, expression: value, line: index + 1 };
    if (key === 'schedule_expression_timezone') block = { ...block, zone: value };
    const date = value.slice(1, 11);
    if (key === 'start_date' && isDate(date)) block = { ...block, begins: { line: index + 1, date } };
    if (key === 'end_date' && isDate(date)) block = { ...block, ends: { line: index + 1, date } };
    if ((key === 'state' && value === '"DISABLED"') || (key === 'is_enabled' && value === 'false'))
      block = { ...block, off: { line: index + 1, says: `\`${key} = ${value}\`` } };
  }
  close();
  return { what: 'a file of Terraform', schedules, events: [], templated: false };
}

function zoneOfTerraform(written: string | undefined): Zone {
  if (written === undefined) return { ...utc, because: 'EventBridge reads it in UTC unless it is told otherwise' };
  const name = /^"([^"$]*)"$/.exec(written)?.[1];
  return name === undefined
    ? { name: 'UTC', sure: false, because: `the time zone is put together: \`${clipped(written)}\`` }
    : { name, sure: true };
}

/** A timer of systemd. What `OnCalendar` says is not reckoned with, only where it says a day by name. */
export function readTimer(text: string): ScheduleFile {
  const schedules: Schedule[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const [, key = '', value = ''] = /^\s{0,9}(OnCalendar|OnUnitActiveSec)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (key === '') continue;
    const [, zone] = /\s([A-Z][a-z]+\/[\w/+-]+|UTC)$/.exec(value) ?? [];
    schedules.push({
      id: 'timer',
      line: index + 1,
      timing:
        key === 'OnCalendar'
          ? calendarTiming(value.replace(/\s+\S*(?:\/\S*[A-Za-z]\S*|UTC)$/, ''))
          : { kind: 'unclear', why: `is \`${clipped(line)}\`` },
      zone:
        zone === undefined
          ? { name: 'UTC', sure: false, because: 'a timer is read in the time zone of its machine' }
          : { name: zone, sure: true },
      conditions: [],
    });
  }
  return { what: 'a timer of systemd', schedules, events: [], templated: false };
}

/** `daily`, `Mon..Fri 04:30`, `*-*-* 04:30:00`: what can be said as a cron. */
function calendarTiming(value: string): Timing {
  const shorthand: Readonly<Record<string, string>> = {
    hourly: '0 * * * *',
    daily: '0 0 * * *',
    weekly: '0 0 * * 1',
    monthly: '0 0 1 * *',
    yearly: '0 0 1 1 *',
    annually: '0 0 1 1 *',
  };
  const known = shorthand[value.toLowerCase()];
  if (known !== undefined) return { kind: 'cron', text: known, dialect: 'crontab' };
  const [, days = '*', hour, minute] =
    /^(?:((?:[A-Z][a-z]{2})(?:(?:,|\.\.)[A-Z][a-z]{2})*)\s+)?(?:\*-\*-\*\s+)?(\d\d?):(\d\d)(?::00)?$/.exec(value) ?? [];
  if (hour === undefined || minute === undefined)
    return { kind: 'unclear', why: `is \`OnCalendar=${clipped(value)}\`` };
  return {
    kind: 'cron',
    text: `${Number(minute)} ${Number(hour)} * * ${days.replaceAll('..', '-').toLowerCase()}`,
    dialect: 'crontab',
  };
}
