import type { Insertion } from '../assessment.ts';
import { durationSeconds } from '../dates.ts';
import type { Metric } from '../spec/types.generated.ts';
import { quoted, someOf } from '../spec/words.ts';
import type { Draft } from '../yaml/print.ts';
import { liveMetrics } from './alerts.ts';
import type { Context } from './rule.ts';
import { type Subject, skeleton } from './subject.ts';

export const metricList = ['monitoring', 'metrics'] as const;

export type Kind = 'quality' | 'retrieval' | 'drift' | 'usage';

/** How old what is found may be. */
export const age = /\b(?:age|stale|staleness|fresh|freshness|lag|behind|last (?:refresh|success|update|run))\b/;
/** Whether the store answers, not what it answers. */
export const store =
  /\b(?:https?|5xx|4xx|status|errors?|latency|duration|p9\d|uptime|availability|timeouts?|cpu|memory)\b/;

export function metricsOf(context: Context, kind: Kind): readonly Subject<Metric>[] {
  return liveMetrics(context).filter(({ value }) => value.get('kind')?.value === kind);
}

export function daysOf(duration: string | undefined): number | undefined {
  const seconds = durationSeconds(duration ?? '');
  return seconds === undefined ? undefined : seconds / 86_400;
}

/** `"calls", "spend"` */
export function named(metrics: readonly Pick<Subject, 'id'>[]): string {
  return someOf(metrics.map(({ id }) => quoted(id)));
}

/** A metric to be filled in. Its kind is what is asked for, not an answer. */
export function metricSkeleton(
  id: string,
  kind: Kind,
  fields: readonly string[],
  shown: Readonly<Record<string, Draft>> = {},
): Insertion[] {
  const path = [...metricList, id];
  const asked = fields.filter((name) => !(name in shown));
  const told = Object.entries({ kind, ...shown }).map(([name, draft]) => ({ path: [...path, name], draft }));
  return [...told, ...skeleton(path, asked)];
}
