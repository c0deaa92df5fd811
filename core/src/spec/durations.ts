/** A duration in our form; `undefined` where it has no exact length. */
export function duration(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  const parts = adverbs[written] ?? isoParts(written) ?? spokenParts(written);
  if (parts === undefined) return undefined;

  const last = parts.at(-1);
  if (
    last === undefined ||
    parts.some((part, index) => index > 0 && part.unit.size >= (parts[index - 1]?.unit.size ?? 0))
  )
    return undefined;
  if (parts.length === 1) return `${last.number}${last.unit.name}`;
  const length = parts.reduce((sum, { number, unit }) => sum + Number(number) * unit.size, 0) / last.unit.size;
  return `${Number(length.toFixed(6))}${last.unit.name}`;
}

interface Unit {
  readonly name: string;
  /** In milliseconds. */
  readonly size: number;
  readonly words: readonly string[];
}

interface Part {
  readonly number: string;
  readonly unit: Unit;
}

const ms: Unit = { name: 'ms', size: 1, words: ['ms', 'msec', 'millisecond', 'milliseconds'] };
const s: Unit = { name: 's', size: 1000, words: ['s', 'sec', 'secs', 'second', 'seconds'] };
const m: Unit = { name: 'm', size: 60_000, words: ['m', 'min', 'mins', 'minute', 'minutes'] };
const h: Unit = { name: 'h', size: 3_600_000, words: ['h', 'hr', 'hrs', 'hour', 'hours'] };
const d: Unit = { name: 'd', size: 86_400_000, words: ['d', 'day', 'days'] };
const w: Unit = { name: 'w', size: 604_800_000, words: ['w', 'wk', 'wks', 'week', 'weeks'] };
const units = [ms, s, m, h, d, w];

const adverbs: Readonly<Record<string, readonly Part[]>> = {
  hourly: [{ number: '1', unit: h }],
  daily: [{ number: '1', unit: d }],
  weekly: [{ number: '1', unit: w }],
};

/** `PT1H10M`. Years and months have no exact length. */
function isoParts(text: string): readonly Part[] | undefined {
  const match = /^p(?:(\d+)w)?(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?)?$/.exec(text);
  return match?.slice(1).flatMap((number, index) => {
    const unit = [w, d, h, m, s][index];
    return number === undefined || unit === undefined ? [] : [{ number, unit }];
  });
}

/** `1h10m`, `1 hour and 10 minutes`, `1h10`. */
function spokenParts(text: string): readonly Part[] | undefined {
  const whole = text.replace(/^(\d+\s*h\s*\d{1,2})$/, '$1m');
  if (!/^\d+(?:\.\d+)?\s*[a-z]+\.?(?:(?:\s+and|,)?\s*\d+(?:\.\d+)?\s*[a-z]+\.?)*$/.test(whole)) return undefined;
  const parts = [...whole.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)].map(([, number = '', word = '']) => {
    return { number, unit: units.find(({ words }) => words.includes(word)) };
  });
  return parts.every((part): part is Part => part.unit !== undefined) ? parts : undefined;
}
