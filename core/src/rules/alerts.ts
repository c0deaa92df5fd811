import type { Assessment, Insertion } from '../assessment.ts';
import type { Alert, Metric } from '../spec/types.generated.ts';
import { quoted } from '../spec/words.ts';
import type { Draft } from '../yaml/print.ts';
import { once } from './once.ts';
import type { Context } from './rule.ts';
import { each, nodeAt, type Subject, skeleton, verdict } from './subject.ts';

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

/** The alerts that fixes write, and what each of them is for. */
const drafts = {
  'quality-low': { when: 'the outputs get worse', for: 'quality' },
  'retrieval-empty': { when: 'the search finds less', for: 'retrieval' },
  'index-stale': { when: 'the index grows old', for: 'retrieval' },
  'calls-spike': { when: 'use jumps up', for: 'usage' },
  'use-falling': { when: 'people stop using it', for: 'usage' },
  'spend-high': { when: 'a provider bills too much', for: 'usage' },
} as const;

/**
 * Alerts of those ids whose metric nobody has chosen yet. They are not missing any more, and say nothing yet; what they
 * are for says so of the metric, and `alert-complete` of all the rest.
 */
export const draftedAlerts = once((context: Context): readonly Subject<Alert>[] =>
  watchedAlerts(context).flatMap(({ subject }) => {
    const draft = draftOf(subject.id);
    const applies = draft !== undefined && (draft.for !== 'retrieval' || context.traits.retrieval);
    return applies && subject.value.entry('metric') !== undefined && subject.value.get('metric') === undefined
      ? [subject]
      : [];
  }),
);

export function draftedFor(context: Context, kind: 'quality' | 'retrieval' | 'usage'): readonly Subject<Alert>[] {
  return draftedAlerts(context).filter(({ id }) => draftOf(id)?.for === kind);
}

/** What is thought of an alert that is only drafted. */
export function* drafted(context: Context, alert: Subject<Alert>): Generator<Assessment> {
  const at = nodeAt(context.doc.tree, [...alert.path, 'metric']) ?? alert.at;
  const reason = `Alert ${quoted(alert.id)} has no metric yet: nothing fires when ${draftOf(alert.id)?.when}.`;
  yield* verdict(alert, [{ at, state: 'hollow', reason }]);
}

function draftOf(id: string): (typeof drafts)[keyof typeof drafts] | undefined {
  return Object.hasOwn(drafts, id) ? drafts[id as keyof typeof drafts] : undefined;
}
