/** Hours such as `Mon-Fri 07:00-19:00 Europe/Berlin`, as spans of minutes since Monday 00:00 in their time zone. */
interface Hours {
  readonly zone: string | undefined;
  readonly spans: readonly (readonly [number, number])[];
}

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const day = 24 * 60;
const week = 7 * day;

/** Whether all of `inner` lies within `outer`; `undefined` where two time zones keep it from being told. */
export function covers(outer: string, inner: string): boolean | undefined {
  const [a, b] = [readHours(outer), readHours(inner)];
  if (a === undefined || b === undefined) return undefined;
  if (isAlways(a)) return true;
  if (isAlways(b)) return false;
  if (a.zone !== b.zone) return undefined;
  const holds = ([from, to]: readonly [number, number]) => a.spans.some((span) => span[0] <= from && to <= span[1]);
  return b.spans.every(holds);
}

function isAlways({ spans }: Hours): boolean {
  return spans.length === 1 && spans[0]?.[0] === 0 && spans[0]?.[1] === week;
}

function readHours(text: string): Hours | undefined {
  if (text === '24x7') return { zone: undefined, spans: [[0, week]] };
  const match = /^(\S+) (\d\d):(\d\d)-(\d\d):(\d\d) (\S+)$/.exec(text);
  if (match === null) return undefined;
  const from = Number(match[2]) * 60 + Number(match[3]);
  const until = Number(match[4]) * 60 + Number(match[5]);
  const last = until % 60 === 59 ? until + 1 : until; // 23:59 means the end of the day.
  const length = last > from ? last - from : last + day - from;
  const spans = daysOf(match[1] ?? '').flatMap((index) => {
    const start = index * day + from;
    const end = start + length;
    return end <= week ? [[start, end] as const] : [[start, week] as const, [0, end - week] as const];
  });
  return { zone: match[6], spans: joined(spans) };
}

/** `Mon-Wed,Sat` as indices; `Sat-Mon` goes over the end of the week. */
function daysOf(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map((name) => names.indexOf(name));
    const count = ((last - first + 7) % 7) + 1;
    return Array.from({ length: count }, (_, index) => (first + index) % 7);
  });
}

/** Spans that touch or overlap as one. */
function joined(spans: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const result: (readonly [number, number])[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before !== undefined && from <= before[1]) result[result.length - 1] = [before[0], Math.max(before[1], to)];
    else result.push([from, to]);
  }
  return result;
}
