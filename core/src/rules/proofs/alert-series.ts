import { durationSeconds } from '../../dates.ts';
import type { LabelMatcher } from '../../evidence/alerts/promql-labels.ts';
import type { Step } from '../../evidence/alerts/values.ts';
import { clipped } from '../../shown.ts';
import { elsewhere, type Limit } from './alert-limits.ts';
import { duration, type Wanted } from './alert-units.ts';

/** What the spec says beside the bound: for how long, in seconds, and over which window its metric is. */
export interface Said {
  readonly wanted: Wanted;
  readonly wait: number;
  readonly window: number | undefined;
}

/**
 * Why a bound is not about all series of a metric, or not about their values as they are: clauses behind "it fires …,
 * but". Only what surely is the same as the spec's own sentence gives none.
 */
export function seriesDoubts(limit: Limit, said: Said): readonly string[] {
  const only = narrowing(limit);
  return [
    only && `only for \`${clipped(`${only.label}${only.operator}"${only.value}"`)}\``,
    ...limit.steps.map((step) => (step.over === 'time' ? ofTime(step, limit, said) : ofSeries(step, limit, said))),
    countedApart(limit),
  ].filter((one) => one !== undefined);
}

/** A label that some of the series have, so that the others are not watched. */
function narrowing(limit: Limit): LabelMatcher | undefined {
  return elsewhere(limit) ?? limit.narrowed.find((one) => !isOfSystem(one));
}

/** Labels that tell the system from others, or one of its environments; and those that say which value of a series. */
function isOfSystem({ label, operator, value }: LabelMatcher): boolean {
  if (/^(?:le|quantile)$/.test(label)) return true;
  if (/^(?:cluster|region|zone)(?:_name)?$/.test(label)) return operator.startsWith('=') && /prod/.test(value);
  return ofSystem.test(label);
}

const ofSystem =
  /^(?:job|service|service_name|app|app_name|application|system|project|product|component|(?:k8s_|kubernetes_)?namespace(?:_name)?|(?:.*_)?(?:env|environment|stage)(?:_name)?)$/;

/** Which aggregation keeps what lies beyond the bound: the highest value of a bound above, the lowest of one below. */
const keeping = { above: /^(?:max|topk)$/, below: /^(?:min|bottomk)$/ } as const;
const hiding = { above: /^(?:min|bottomk)$/, below: /^(?:max|topk)$/ } as const;

function ofTime({ how, seconds }: Step & { over: 'time' }, { bound }: Limit, said: Said): string | undefined {
  const range = seconds === undefined ? 'some time' : duration(seconds);
  if (hiding[bound].test(how)) return `only where all values of ${range} are ${bound} it`;
  if (how === 'quantile') return 'compares what `quantile_over_time()` makes of them';
  // What is shorter than the time it waits only evens out what comes and goes meanwhile.
  if (seconds !== undefined && seconds <= said.wait) return undefined;
  if (keeping[bound].test(how)) return `a single value keeps it firing for ${range}`;
  if (how === 'last') return `it takes values that are up to ${range} old`;
  return seconds !== undefined && seconds === said.window ? undefined : `it compares the mean of ${range}`;
}

function ofSeries({ how, by }: Step & { over: 'series' }, limit: Limit, { wanted }: Said): string | undefined {
  const { bound, kind } = limit;
  if (kind === 'count') return how === 'sum' ? grouping(by, 'it counts') : undefined;
  if (hiding[bound].test(how)) return `only where all series are ${bound} it`;
  if (keeping[bound].test(how)) return undefined;
  if (how !== 'sum') return `it compares what \`${how}()\` makes of all series`;
  const isLength = durationSeconds(`1${wanted.unit}`) !== undefined;
  if (wanted.unit === '%' || isLength || Math.abs(wanted.value) <= 1) return 'it adds up the values of all series';
  return grouping(by, 'it adds up');
}

function grouping(by: (Step & { over: 'series' })['by'], does: string): string | undefined {
  if (by === undefined) return undefined;
  if (by === 'without') return `${does} by all labels but those behind \`without\``;
  return `${does} each ${by.map((label) => `\`${clipped(label, 40)}\``).join(', ')} by itself`;
}

/** A total is that of all series; whether there is anything at all, each of them tells. */
function countedApart({ kind, steps, bound, written }: Limit): string | undefined {
  if (kind !== 'count' || (bound === 'above' && written === 0)) return undefined;
  const sums = steps.some(({ over, how }) => over === 'series' && how === 'sum');
  return sums ? undefined : 'it counts each series by itself';
}
