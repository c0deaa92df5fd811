/** A stretch of time in which a zone keeps one offset, in seconds since 1970 and seconds ahead of UTC. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
}

const secondsPerDay = 86_400;

/**
 * Years whose clock changes count. Not those before: many zones have given up summer time, and a schedule of today does
 * not meet it any more.
 */
const from = Date.UTC(2026, 0, 1) / 1000;
const until = Date.UTC(2033, 0, 1) / 1000;

/** There are some 600 zones; a text may name more. */
const mostKnown = 100;
const known = new Map<string, readonly Stretch[]>();

/** The stretches of a zone of the IANA database; one without a change, at UTC, for a zone that nobody knows. */
export function stretchesOf(zone: string): readonly Stretch[] {
  const before = known.get(zone);
  if (before !== undefined) return before;
  const stretches = lookUp(zone);
  if (known.size >= mostKnown) known.clear();
  known.set(zone, stretches);
  return stretches;
}

/** Whether clocks in both zones always show the same. */
export function sameClocks(a: string, b: string): boolean {
  return a === b || JSON.stringify(stretchesOf(a)) === JSON.stringify(stretchesOf(b));
}

/** How many seconds clocks of `other` are ahead of those of `zone`, over the years, from least to most. */
export function shiftsBetween(zone: string, other: string): readonly number[] {
  const shifts = new Set<number>();
  for (const one of stretchesOf(zone))
    for (const two of stretchesOf(other))
      if (one.start < two.end && two.start < one.end) shifts.add(two.offset - one.offset);
  return [...shifts].sort((a, b) => a - b);
}

export function isKnownZone(zone: string): boolean {
  const before = are.get(zone);
  if (before !== undefined) return before;
  const is = formatOf(zone) !== undefined;
  if (are.size >= mostKnown) are.clear();
  are.set(zone, is);
  return is;
}

const are = new Map<string, boolean>();

function lookUp(zone: string): readonly Stretch[] {
  const format = formatOf(zone);
  const always = [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, offset: 0 }];
  if (format === undefined) return always;
  const offsetAt = (time: number) => offsetIn(format.format(time * 1000));

  const found: Stretch[] = [];
  let [start, offset, last] = [Number.NEGATIVE_INFINITY, offsetAt(from), from];
  // A week is shorter than any stretch but those around a change that was announced too late.
  for (let time = from; time <= until; last = time, time += 7 * secondsPerDay) {
    const now = offsetAt(time);
    if (now === offset) continue;
    let [low, high] = [last, time];
    while (high - low > 60) {
      const middle = Math.floor((low + high) / 120) * 60;
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    found.push({ start, end: high, offset });
    [start, offset] = [high, now];
  }
  return [...found, { start, end: Number.POSITIVE_INFINITY, offset }];
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Of `1/1/2026, GMT+01:00`; `GMT` alone is no offset. */
function offsetIn(formatted: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(formatted) ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
  return sign === '-' ? -offset : offset;
}
