import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import { at, mappingsIn, scalarsIn, textAt } from '../formats/yaml-documents.ts';

/** When a named interval of Alertmanager holds. */
export type Holds = 'always' | 'sometimes' | 'never';

/** The intervals that a configuration of Alertmanager names, in either of the places and spellings it has for them. */
export function intervalsOf(top: AnyNode | undefined): ReadonlyMap<string, Holds> {
  const lists = ['time_intervals', 'mute_time_intervals', 'timeIntervals', 'muteTimeIntervals'];
  return new Map(
    lists
      .flatMap((name) => mappingsIn(at(top, name)))
      .flatMap((one): [string, Holds][] => {
        const name = textAt(one, 'name');
        return name === undefined ? [] : [[name, holds(one.get('time_intervals') ?? one.get('timeIntervals'))]];
      }),
  );
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** One of the times is enough; an entry without a restriction holds at any time. */
function holds(list: AnyNode | undefined): Holds {
  if (list?.kind !== 'sequence' || list.items.length === 0) return 'never';
  const covered = new Set<string>();
  for (const item of list.items) {
    if (item === undefined) return 'always';
    if (item.kind !== 'mapping' || !isOfAnyDate(item)) continue;
    for (const day of weekdays(item.get('weekdays'))) covered.add(day);
  }
  return covered.size === days.length ? 'always' : 'sometimes';
}

/** Whether nothing but weekdays restricts it. */
function isOfAnyDate(item: Mapping): boolean {
  return item.entries.every(({ key, value }) => {
    if (value === undefined || /^(?:weekdays|location)$/.test(key.value)) return true;
    if (value.kind === 'sequence' && value.items.length === 0) return true;
    if (key.value === 'times') return mappingsIn(value).some(isWholeDay);
    const ranges = scalarsIn(value).map((one) => String(one.value).toLowerCase());
    if (/^days_?of_?month$/i.test(key.value)) return ranges.some((one) => /^1:(?:31|-1)$/.test(one));
    return key.value === 'months' && ranges.some((one) => /^(?:1|january):(?:12|december)$/.test(one));
  });
}

function isWholeDay(time: Mapping): boolean {
  const [start, end] = [textAt(time, 'start_time'), textAt(time, 'end_time')];
  return (start ?? textAt(time, 'startTime')) === '00:00' && (end ?? textAt(time, 'endTime')) === '24:00';
}

/** All of them where none is named. */
function weekdays(list: AnyNode | undefined): readonly string[] {
  if (list === undefined || (list.kind === 'sequence' && list.items.length === 0)) return days;
  return scalarsIn(list).flatMap(({ value }) => {
    const [first = '', last = first] = String(value).toLowerCase().split(':');
    const [start, end] = [days.indexOf(first.trim()), days.indexOf(last.trim())];
    return start === -1 || end === -1 ? [] : days.slice(start, end + 1);
  });
}
