import type { Alert, Metric } from '../spec/types.generated.ts';
import type { Draft } from '../yaml/print.ts';
import { once } from './once.ts';
import type { Context, Insertion } from './rule.ts';
import { each, type Subject, skeleton } from './subject.ts';

export const alertList = ['monitoring', 'alerts'] as const;

/** An alert with the metric that it watches. */
export interface Watched {
  readonly subject: Subject<Alert>;
  readonly metric: Subject<Metric> | undefined;
}

export const watchedAlerts = once((context: Context): readonly Watched[] => {
  const metrics = new Map(liveMetrics(context).map((metric) => [metric.id, metric]));
  return each(context, alertList, context.spec.get('monitoring')?.get('alerts')).map((subject) => {
    return { subject, metric: metrics.get(subject.value.get('metric')?.value ?? '') };
  });
});

export const liveMetrics = once((context: Context): readonly Subject<Metric>[] => {
  return each(context, ['monitoring', 'metrics'], context.spec.get('monitoring')?.get('metrics'));
});

/** What a metric is about, in the words its author gave it. */
export function wordsOf(metric: Subject<Metric> | undefined): string {
  return `${metric?.id ?? ''} ${metric?.value.get('emitted_as')?.value ?? ''}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ');
}

/** An alert to be filled in; `shown` says more where the spec tells what would fit. */
export function alertSkeleton(
  id: string,
  threshold: 'above' | 'below',
  shown: Readonly<Record<string, Draft>> = {},
): Insertion[] {
  const path = [...alertList, id];
  const asked = ['metric', threshold, 'for', 'severity', 'notify', 'runbook', 'rule'];
  const extra = Object.entries(shown).map(([name, draft]) => ({ path: [...path, name], draft }));
  return [
    ...skeleton(
      path,
      asked.filter((name) => !(name in shown)),
    ),
    ...extra,
  ];
}
