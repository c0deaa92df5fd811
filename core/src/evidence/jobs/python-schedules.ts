import type { SyntaxNode } from '@lezer/common';
import { isDate } from '../../dates.ts';
import { clipped } from '../../shown.ts';
import { type Conditional, PythonFile, textOf } from './python-tree.ts';
import { otherFile, type Remark, type Schedule, type ScheduleFile, type Timing, type Zone } from './timing.ts';

/** DAGs of Airflow and the beat of Celery in a file of Python, which is read and never run. */
export function readPythonSchedules(text: string): ScheduleFile {
  const file = new PythonFile(text);
  const schedules: Schedule[] = [];
  const zone = celeryZone(file);
  const cursor = file.tree.cursor();
  do {
    switch (cursor.name) {
      case 'Decorator':
        schedules.push(...decoratedDag(file, cursor.node));
        break;
      case 'CallExpression':
        schedules.push(...calledDag(file, cursor.node), ...periodicTask(file, cursor.node, zone));
        break;
      case 'AssignStatement':
        schedules.push(...beat(file, cursor.node, zone));
        break;
    }
  } while (cursor.next());
  if (schedules.length === 0) return otherFile('a file of Python');
  return { what: 'a file of Python', schedules, events: [], templated: false };
}

/** `@dag(schedule="0 5 * * 2") def ingest(): …` */
function decoratedDag(file: PythonFile, decorator: SyntaxNode): Schedule[] {
  const list = decorator.getChild('ArgList');
  const name = file.source(decorator).replace(/^@\s*/, '').split(/[\s(]/)[0] ?? '';
  if (!/(?:^|\.)dag$/.test(name)) return [];
  const definition = decorator.parent?.getChild('FunctionDefinition')?.getChild('VariableName');
  const called = definition ? file.source(definition) : undefined;
  const dag = dagOf(file, decorator, file.arguments(list), called);
  if (called === undefined || definition === null || definition === undefined || file.uses(called) > 1) return [dag];
  // airflow.apache.org, the `@dag` decorator: without the call there is no DAG.
  return [
    { ...dag, off: { line: file.line(definition), says: `nothing calls \`${called}\`, and so Airflow finds no DAG` } },
  ];
}

/** `DAG("ingest", schedule=…)` */
function calledDag(file: PythonFile, call: SyntaxNode): Schedule[] {
  if (!/(?:^|\.)DAG$/.test(file.callee(call))) return [];
  return [dagOf(file, call, file.arguments(call.getChild('ArgList')), undefined)];
}

function dagOf(
  file: PythonFile,
  node: SyntaxNode,
  given: ReadonlyMap<string, SyntaxNode>,
  functionName: string | undefined,
): Schedule {
  const named = given.get('dag_id') ?? given.get('0');
  const id = named === undefined ? undefined : file.value(named).value;
  const written = given.get('schedule') ?? given.get('schedule_interval') ?? given.get('timetable');
  const { timing, conditions, zone } = airflowTiming(file, written);
  const paused = given.get('is_paused_upon_creation');
  const startsPaused: Remark[] =
    paused !== undefined && file.source(paused) === 'True'
      ? [{ line: file.line(paused), says: 'It is paused when it is created, until somebody switches it on.' }]
      : [];
  const guards = file.guards(node);
  return {
    id: `dag:${named === undefined ? (functionName ?? '?') : id?.kind === 'text' ? id.text : '?'}`,
    line: file.line(written ?? node),
    timing,
    zone: zone ?? dagZone(file, given.get('start_date') ?? inDefaults(file, given.get('default_args'), 'start_date')),
    ...(guards.off === undefined ? {} : { off: guards.off }),
    conditions: [...conditions, ...guards.conditions, ...startsPaused],
    begins: dayOf(file, given.get('start_date') ?? inDefaults(file, given.get('default_args'), 'start_date')),
    ends: dayOf(file, given.get('end_date') ?? inDefaults(file, given.get('default_args'), 'end_date')),
    limit: limitOf(file, given.get('dagrun_timeout')),
  };
}

/** `datetime(2025, 1, 31)`, `pendulum.datetime(2025, 1, 31, tz="UTC")`, `"2025-01-31"`. */
function dayOf(file: PythonFile, node: SyntaxNode | undefined): Schedule['ends'] {
  if (node === undefined) return undefined;
  const { value, conditions } = file.value(node);
  if (conditions.length > 0) return undefined;
  if (value.kind === 'text') return isDate(value.text) ? { line: file.line(node), date: value.text } : undefined;
  if (value.kind !== 'call') return undefined;
  const given = file.arguments(value.node.getChild('ArgList'));
  if (/(?:^|\.)(?:parse|from_format|fromisoformat)$/.test(value.name)) return dayOf(file, given.get('0'));
  if (!/(?:^|\.)(?:datetime|date)$/.test(value.name)) return undefined;
  const parts = ['year', 'month', 'day'].map((name, index) => {
    const part = file.value(given.get(name) ?? given.get(String(index))).value;
    return part.kind === 'number' ? String(part.number).padStart(index === 0 ? 4 : 2, '0') : '';
  });
  const date = parts.join('-');
  return isDate(date) ? { line: file.line(node), date } : undefined;
}

function limitOf(file: PythonFile, node: SyntaxNode | undefined): Schedule['limit'] {
  const seconds = node && secondsOf(file, file.value(node));
  if (node === undefined || seconds === undefined) return undefined;
  return { line: file.line(node), says: `\`dagrun_timeout=${file.shown(node)}\``, seconds };
}

const noZone: Zone = {
  name: 'UTC',
  sure: false,
  because: 'the DAG names no time zone, and then Airflow takes its `default_timezone`, UTC unless somebody set it',
};

/** A DAG runs in the zone of its first day. */
function dagZone(file: PythonFile, start: SyntaxNode | undefined): Zone {
  if (start === undefined) return noZone;
  const resolved = file.value(start).value;
  const source = resolved.kind === 'call' ? file.source(resolved.node) : file.source(start);
  const name = /(?:\btz\s*=\s*|\b(?:timezone|ZoneInfo|gettz)\(\s*|\btzinfo\s*=\s*)["']([\w/+-]{1,60})["']/.exec(
    source,
  )?.[1];
  if (name !== undefined) return { name, sure: true };
  // pendulum.datetime takes UTC where no zone is given; a variable may be any.
  if (/\btz(?:info)?\s*=/.test(source)) return { ...noZone, because: 'its time zone is kept in a variable' };
  return /^pendulum\.datetime\(/.test(source) ? { name: 'UTC', sure: true } : noZone;
}

function inDefaults(file: PythonFile, defaults: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  if (defaults === undefined) return undefined;
  const { value } = file.value(defaults);
  if (value.kind !== 'mapping') return undefined;
  return file.entries(value.node).find(([key]) => key === name)?.[1];
}

interface Read {
  readonly timing: Timing;
  readonly conditions: readonly Remark[];
  readonly zone?: Zone;
}

function airflowTiming(file: PythonFile, written: SyntaxNode | undefined): Read {
  if (written === undefined) {
    // Airflow 3 takes None, Airflow 2 one day.
    return {
      timing: { kind: 'unclear', why: 'is not said, and Airflow 2 and 3 take different times then' },
      conditions: [],
    };
  }
  const { value, conditions } = file.value(written);
  const says = `\`${file.shown(written)}\``;
  switch (value.kind) {
    case 'none':
      return {
        timing: { kind: 'unscheduled', says: `Its schedule is ${says}: nothing starts it by itself.` },
        conditions,
      };
    case 'text':
      if (/^@once$/.test(value.text)) return { timing: { kind: 'unscheduled', says: 'It runs `@once`.' }, conditions };
      if (/^@continuous$/.test(value.text))
        return { timing: { kind: 'unclear', why: 'is `@continuous`: as soon as the run before it ends' }, conditions };
      return { timing: { kind: 'cron', text: value.text, dialect: 'airflow' }, conditions };
    case 'list':
      return { timing: { kind: 'unscheduled', says: `It runs when its data changes: ${says}.` }, conditions };
    case 'call': {
      const given = file.arguments(value.node.getChild('ArgList'));
      const cron = given.get('0') ?? given.get('cron');
      if (/(?:^|\.)Cron\w*Timetable$/.test(value.name) && cron !== undefined) {
        const inner = file.value(cron);
        const zone = given.get('timezone');
        const name = zone === undefined ? undefined : /["']([\w/+-]{1,60})["']/.exec(file.source(zone))?.[1];
        if (inner.value.kind === 'text')
          return {
            timing: { kind: 'cron', text: inner.value.text, dialect: 'airflow' },
            conditions: [...conditions, ...inner.conditions],
            zone: name === undefined ? noZone : { name, sure: true },
          };
      }
      const seconds = secondsOf(file, { value, conditions });
      if (seconds !== undefined)
        return { timing: { kind: 'every', text: file.shown(value.node), seconds }, conditions };
      if (/(?:^|\.)(?:Dataset|Asset)\w*$/.test(value.name))
        return { timing: { kind: 'unscheduled', says: `It runs when its data changes: ${says}.` }, conditions };
      return { timing: { kind: 'unclear', why: `is ${says}` }, conditions };
    }
    default:
      return { timing: { kind: 'unclear', why: value.kind === 'unknown' ? value.why : `is ${says}` }, conditions };
  }
}

const units: Readonly<Record<string, number>> = {
  weeks: 604_800,
  days: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
};

/** `timedelta(hours=6)`, or a `DeltaDataIntervalTimetable` around one; `undefined` for anything else. */
function secondsOf(file: PythonFile, { value }: Conditional): number | undefined {
  if (value.kind === 'number') return value.number > 0 ? value.number : undefined;
  if (value.kind !== 'call') return undefined;
  const given = file.arguments(value.node.getChild('ArgList'));
  if (/(?:^|\.)(?:Delta\w*Timetable|schedule)$/.test(value.name))
    return secondsOf(file, file.value(given.get('0') ?? given.get('delta') ?? given.get('run_every')));
  if (!/(?:^|\.)(?:timedelta|duration)$/.test(value.name)) return undefined;
  let seconds = 0;
  for (const [name, node] of given) {
    const unit = units[name === '0' ? 'days' : name === '1' ? 'seconds' : name];
    const amount = file.value(node).value;
    if (unit === undefined || amount.kind !== 'number') return undefined;
    seconds += amount.number * unit;
  }
  return seconds > 0 ? seconds : undefined;
}

/** `app.conf.beat_schedule = {…}`, `CELERY_BEAT_SCHEDULE = {…}`, `beat_schedule["x"] = {…}` */
function beat(file: PythonFile, assignment: SyntaxNode, zone: Zone): Schedule[] {
  const [target, value] = [assignment.firstChild, assignment.lastChild];
  if (target === null || value?.name !== 'DictionaryExpression') return [];
  const name = file.source(target).replaceAll(/\s+/g, '');
  const [, one] = /(?:^|\.)(?:beat_schedule|\w*BEAT_?SCHEDULE)\[["']([^"']{1,200})["']\]$/i.exec(name) ?? [];
  if (one !== undefined) return beatEntry(file, one, value, target, zone);
  if (!/(?:^|\.)(?:beat_schedule|\w*BEAT_?SCHEDULE)$/i.test(name)) return [];
  return file.entries(value).flatMap(([key, entry, at]) => beatEntry(file, key, entry, at, zone));
}

function beatEntry(file: PythonFile, key: string, entry: SyntaxNode, at: SyntaxNode, zone: Zone): Schedule[] {
  const { value } = file.value(entry);
  const written = value.kind === 'mapping' ? file.entries(value.node).find(([name]) => name === 'schedule') : undefined;
  if (written === undefined) return [];
  return [{ id: `beat:${key}`, line: file.line(at), zone, ...celeryTiming(file, written[1]) }];
}

/** `sender.add_periodic_task(crontab(hour=4), task.s(), name="x")` */
function periodicTask(file: PythonFile, call: SyntaxNode, zone: Zone): Schedule[] {
  if (!/(?:^|\.)add_periodic_task$/.test(file.callee(call))) return [];
  const given = file.arguments(call.getChild('ArgList'));
  const [when, what, named] = [given.get('0'), given.get('1'), given.get('name')];
  if (when === undefined) return [];
  const name = (named && textOf(file.source(named))) ?? (what && file.source(what).replace(/\.s\(.*$/s, '')) ?? '?';
  return [{ id: `beat:${clipped(name)}`, line: file.line(call), zone, ...celeryTiming(file, when) }];
}

function celeryTiming(file: PythonFile, written: SyntaxNode): Read {
  const { value, conditions } = file.value(written);
  const seconds = secondsOf(file, { value, conditions });
  if (seconds !== undefined) return { timing: { kind: 'every', text: file.shown(written), seconds }, conditions };
  if (value.kind === 'call' && /(?:^|\.)crontab$/.test(value.name)) {
    const given = file.arguments(value.node.getChild('ArgList'));
    const names = ['minute', 'hour', 'day_of_week', 'day_of_month', 'month_of_year'];
    const fields = names.map((name, index) => celeryField(file, given.get(name) ?? given.get(String(index))));
    const remarks = fields.flatMap((field) => field?.conditions ?? []);
    const [minute, hour, weekday, day, month] = fields.map((field) => field?.text);
    if ([minute, hour, weekday, day, month].every((field) => field !== undefined)) {
      const text = [minute, hour, day, month, weekday].join(' ');
      return { timing: { kind: 'cron', text, dialect: 'celery' }, conditions: [...conditions, ...remarks] };
    }
  }
  return { timing: { kind: 'unclear', why: `is \`${file.shown(written)}\`` }, conditions };
}

/** One argument of `crontab`, `*` where it is not given; `undefined` where it cannot be told. */
function celeryField(
  file: PythonFile,
  node: SyntaxNode | undefined,
): { readonly text: string; readonly conditions: readonly Remark[] } | undefined {
  if (node === undefined) return { text: '*', conditions: [] };
  const { value, conditions } = file.value(node);
  if (value.kind === 'number') return { text: String(value.number), conditions };
  if (value.kind === 'text') return { text: value.text.replaceAll(/\s+/g, ''), conditions };
  if (value.kind !== 'list') return undefined;
  const items = value.items.map((item) => file.value(item).value);
  return items.every((item) => item.kind === 'number')
    ? { text: items.map((item) => item.number).join(','), conditions }
    : undefined;
}

/** Celery's own setting, where it stands in the same file. */
function celeryZone(file: PythonFile): Zone {
  const unsaid: Zone = {
    name: 'UTC',
    sure: false,
    because: 'Celery reads it in its `timezone`, UTC unless a setting elsewhere says otherwise',
  };
  for (let node = file.tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    if (node.name !== 'AssignStatement' || node.firstChild === null) continue;
    if (!/(?:^CELERY_TIMEZONE|\.timezone)$/.test(file.source(node.firstChild))) continue;
    const { value, conditions } = file.value(node.lastChild);
    if (value.kind === 'text' && conditions.length === 0) return { name: value.text, sure: true };
    return { ...unsaid, because: 'the `timezone` of Celery is put together' };
  }
  return unsaid;
}
