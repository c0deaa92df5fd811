import {
  alertList,
  alertSkeleton,
  drafted,
  draftedFor,
  liveMetrics,
  type Watched,
  watchedAlerts,
  wordsOf,
} from '../alerts.ts';
import { age, store } from '../live-metrics.ts';
import { alertsToAdopt } from '../proofs/adopt-alerts.ts';
import { bestStanding } from '../proofs/alert-proofs.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { each, type Fault, part, verdict } from '../subject.ts';

export const alertRetrieval = defineRequirement({
  id: 'alert-retrieval',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q4'],
  appliesTo: 'systems that search an index',
  hollow: ['only alerts on errors or latency of the store', 'an alert on results, and none on the age of the index'],
  toFix:
    'Put one alert on what the search finds (the share without a result, or recall on the test set) and one on the age of the index, near its `max_age`.',
  references: 'Google SRE: symptoms before causes; Azure Well-Architected, AI workloads: freshness of grounding data',
  summary: 'Alerts fire when the search finds less, and when the index is older than it may be.',
  why: 'An index that stopped refreshing raises no error: the store answers quickly, with the rules of last month.',
  examples: [
    {
      bad: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    store-errors:
      kind: retrieval
      emitted_as: qdrant_http_5xx_total
  alerts:
  ^^^^^^ alert-retrieval
    store-failing:
    ^^^^^^^^^^^^^ alert-retrieval
      metric: store-errors
      above: 5%
`,
      good: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-result-share:
      kind: retrieval
    index-age:
      kind: retrieval
  alerts:
    retrieval-empty:
      metric: no-result-share
      above: 12%
    index-stale:
      metric: index-age
      above: 28h
`,
    },
    {
      bad: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-result-share:
      kind: retrieval
  alerts:
  ^^^^^^ alert-retrieval
    retrieval-empty:
      metric: no-result-share
      above: 12%
`,
      good: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-result-share:
      kind: retrieval
    index-age:
      kind: retrieval
  alerts:
    retrieval-empty:
      metric: no-result-share
      above: 12%
    index-stale:
      metric: index-age
      above: 28h
`,
      fixed: `
indexes:
  claims-index:
    max_age: 28h
monitoring:
  metrics:
    no-result-share:
      kind: retrieval
  alerts:
    retrieval-empty:
      metric: no-result-share
      above: 12%
    index-stale:
      metric: TODO metric id
      above: TODO the max_age of the index is 28h
      for: TODO e.g. 1d
      severity: TODO page | ticket | info
      notify: TODO owner id
      runbook: TODO e.g. runbooks/retrieval.md
      rule: TODO e.g. observability/alerts.yaml#RecallLow
`,
    },
  ],

  *assess(context) {
    if (!context.traits.retrieval) return;
    const place = part(context, alertList, context.spec.get('monitoring')?.get('alerts'));
    const alerts = watchedAlerts(context).filter(({ metric }) => metric?.value.get('kind')?.value === 'retrieval');
    const results = alerts.filter((alert) => !isAge(alert) && !store.test(wordsOf(alert.metric)));
    const others = alerts.filter((alert) => !isAge(alert));
    const drafts = draftedFor(context, 'retrieval');
    const isDrafted = (id: string) => drafts.some((draft) => draft.id === id);
    const faults = [
      results.length > 0 || isDrafted('retrieval-empty') ? undefined : noResults(context, place, others),
      alerts.some(isAge) || isDrafted('index-stale') ? undefined : noAge(context, place),
    ].filter((fault) => fault !== undefined);
    const proofs = [bestStanding(context, results), bestStanding(context, alerts.filter(isAge))];
    if (faults.length > 0 || drafts.length === 0)
      yield* verdict(place, others.length > 0 ? faults : asOne(faults), proofs);
    for (const draft of drafts) yield* drafted(context, draft);
  },
});

function isAge({ subject, metric }: Watched): boolean {
  return age.test(wordsOf(metric)) || /^\d+(?:\.\d+)?(?:m|h|d|w)$/.test(subject.value.get('above')?.value ?? '');
}

/** Where nothing is there yet, one finding says so. */
function asOne(faults: readonly Fault[]): Fault[] {
  const [first, second] = faults;
  if (first === undefined || second === undefined) return [...faults];
  const reason = `${first.reason.replace(/\.$/, '')}, and ${second.reason.replace(/^N/, 'n')}`;
  return [{ ...first, reason, insert: [...(first.insert ?? []), ...(second.insert ?? [])] }];
}

function noResults(context: Context, place: { readonly at: Fault['at'] }, others: readonly Watched[]): Fault {
  const other = others[0];
  const insert = alertSkeleton(
    'retrieval-empty',
    'above',
    metricShown(context, (words) => !age.test(words) && !store.test(words)),
  );
  if (other === undefined)
    return {
      at: place.at,
      state: 'missing',
      reason: 'No alert fires when the search finds less.',
      insert,
      fix: alertsToAdopt(context),
    };
  const reason = `"${other.metric?.id}" tells whether the store answers; no alert fires when it finds less.`;
  return { at: other.subject.at, state: 'hollow', reason, insert };
}

function noAge(context: Context, place: { readonly at: Fault['at'] }): Fault {
  const indexes = each(context, ['indexes'], context.spec.get('indexes'));
  const ages = [...new Set(indexes.flatMap(({ value }) => value.get('max_age')?.value ?? []))];
  const promised = ages.length === 0 ? '' : `, although ${ages.join(' or ')} is promised`;
  const shown: Record<string, string> =
    ages.length === 0 ? {} : { above: `TODO the max_age of the index is ${ages.join(' or ')}` };
  const insert = alertSkeleton('index-stale', 'above', {
    ...metricShown(context, (words) => age.test(words)),
    ...shown,
  });
  return {
    at: place.at,
    state: 'missing',
    reason: `No alert fires when the index grows old${promised}.`,
    insert,
    fix: alertsToAdopt(context),
  };
}

/** Metrics that would fit, shown and not taken. */
function metricShown(context: Context, fits: (words: string) => boolean): Record<string, string> {
  const ids = liveMetrics(context)
    .filter((metric) => metric.value.get('kind')?.value === 'retrieval' && fits(wordsOf(metric)))
    .map(({ id }) => id);
  return ids.length === 0 ? {} : { metric: `TODO ${ids.join(' | ')}` };
}
