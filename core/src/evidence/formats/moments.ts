/** When something was made: a moment in UTC (`2026-11-14T06:12:00.000Z`) or, where no more is said, a day. */
export type Moment = string;

/** Reads ISO 8601 with or without an offset (then UTC), seconds and milliseconds since 1970; nothing else. */
export function readMoment(text: string): Moment | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed))
    return valid(Date.parse(`${trimmed}T00:00:00Z`)) === undefined ? undefined : trimmed;
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/i.exec(
    trimmed,
  );
  if (iso !== null) {
    const offset = /^(?:Z|UTC)$/i.test(iso[3] ?? 'Z') ? 'Z' : (iso[3] ?? '').replace(/^(...)(\d\d)$/, '$1:$2');
    return valid(Date.parse(`${iso[1]}T${iso[2]}${offset}`));
  }
  if (!/^\d{10}(?:\.\d+)?$|^\d{13}$/.test(trimmed)) return undefined;
  return valid(trimmed.length === 13 ? Number(trimmed) : Number(trimmed) * 1000);
}

/** The stamp in the name of a file, or of the folder that a run has for itself: `test_run_20260314_061200.json`. */
export function momentInName(path: string): Moment | undefined {
  for (const name of path.split('/').reverse().slice(0, 2)) {
    const match = /(?:^|\D)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?:[T_-]?(\d{2})[-_:]?(\d{2})[-_:]?(\d{2}))?(?!\d)/.exec(
      name,
    );
    if (match === null) continue;
    const day = match.slice(1, 4).join('-');
    const moment =
      match[4] === undefined
        ? readMoment(day)
        : (readMoment(`${day}T${match.slice(4, 7).join(':')}`) ?? readMoment(day));
    if (moment !== undefined) return moment;
  }
  return undefined;
}

export function dayOf(moment: Moment): string {
  return moment.slice(0, 10);
}

function valid(time: number): Moment | undefined {
  // Before 2000 nobody evaluated what is meant here; such a number is something else.
  return Number.isNaN(time) || time < 946_684_800_000 || time > 4_102_444_800_000
    ? undefined
    : new Date(time).toISOString();
}
