import type { Insertion } from '../../assessment.ts';
import { durationSeconds } from '../../dates.ts';
import { alertList, alertSkeleton, drafted, draftedFor, type Watched, watchedAlerts, wordsOf } from '../alerts.ts';
import { alertsToAdopt } from '../proofs/adopt-alerts.ts';
import { bestStanding } from '../proofs/alert-proofs.ts';
import { readThreshold, trimmed } from '../proofs/precision.ts';
import { type Context, defineRequirement } from '../rule.ts';
import { type Fault, part, verdict } from '../subject.ts';

const cost = /\b(?:costs?|spend|spending|budget|price|tokens?|eur|usd|gbp|chf|money)\b/;
const requests = /\b(?:calls?|requests?|queries|inferences?|predictions?)\b/;

export const alertUsageAnomaly = defineRequirement({
  id: 'alert-usage-anomaly',
  area: 'monitoring',
  rank: 'core',
  gap: 'observability',
  severity: ['off', 'error', 'error'],
  reach: 'proven',
  subjects: 'every',
  questions: ['Q4'],
  hollow: [
    'an upper bound only',
    'a limit far beyond what the system was built for, or beyond the amount at which it stops by itself',
    'no alert on cost where a provider bills',
  ],
  toFix:
    'Put an alert on use for each direction, relative to the same hour of last week, and with a model that a provider bills one on cost below the budget.',
  references: 'OWASP LLM10 (unbounded consumption) and ASI08 (cascading failures)',
  summary: 'Alerts fire when use rises oddly, when it falls, and when it costs too much.',
  why: 'A loop or an abuser shows in the number of calls hours before it shows on the bill. People who have given up on the system show in nothing else.',
  examples: [
    {
      bad: `
models:
  answer-llm:
    provider: azure-openai
monitoring:
  metrics:
    calls:
      kind: usage
  alerts:
  ^^^^^^ alert-usage-anomaly
    calls-spike:
      metric: calls
      above: 300%
      of: same-hour-last-week
`,
      good: `
models:
  answer-llm:
    provider: azure-openai
monitoring:
  metrics:
    calls:
      kind: usage
    spend:
      kind: usage
  alerts:
    calls-spike:
      metric: calls
      above: 300%
      of: same-hour-last-week
    calls-gone:
      metric: calls
      below: 40%
      of: same-hour-last-week
    spend-high:
      metric: spend
      above: 180 EUR
`,
      fixed: `
models:
  answer-llm:
    provider: azure-openai
monitoring:
  metrics:
    calls:
      kind: usage
  alerts:
    calls-spike:
      metric: calls
      above: 300%
      of: same-hour-last-week
    use-falling:
      metric: TODO metric id
      below: TODO a share of last week
      of: TODO e.g. same-hour-last-week
      for: TODO e.g. 1d
      severity: TODO page | ticket | info
      notify: TODO owner id
      runbook: TODO e.g. runbooks/retrieval.md
      rule: TODO e.g. observability/alerts.yaml#RecallLow
    spend-high:
      metric: TODO metric id
      above: TODO e.g. 180 EUR
      for: TODO e.g. 1d
      severity: TODO page | ticket | info
      notify: TODO owner id
      runbook: TODO e.g. runbooks/retrieval.md
      rule: TODO e.g. observability/alerts.yaml#RecallLow
`,
    },
  ],

  *assess(context) {
    const alerts = watchedAlerts(context).filter(({ metric }) => metric?.value.get('kind')?.value === 'usage');
    const place = part(context, alertList, context.spec.get('monitoring')?.get('alerts'));
    const drafts = draftedFor(context, 'usage');
    const lack = absent(context, place.at, alerts, new Set(drafts.map(({ id }) => id)));
    if (lack !== undefined || drafts.length === 0) yield* verdict(place, [lack], standings(context, alerts));
    for (const draft of drafts) yield* drafted(context, draft);
    for (const alert of alerts) {
      const fault = beyondCapacity(context, alert) ?? beyondBudget(context, alert);
      if (fault !== undefined) yield* verdict(alert.subject, [fault]);
    }
  },
});

/** One of each kind is enough. */
function standings(context: Context, alerts: readonly Watched[]) {
  const use = alerts.filter((alert) => !isCost(alert));
  const up = use.filter(({ subject }) => subject.value.entry('above') !== undefined);
  const down = use.filter(({ subject }) => subject.value.entry('below') !== undefined);
  const kinds = [up, down, alerts.filter(isCost)].filter((kind) => kind.length > 0);
  return kinds.map((kind) => bestStanding(context, kind));
}

function absent(
  context: Context,
  at: Fault['at'],
  alerts: readonly Watched[],
  drafts: ReadonlySet<string>,
): Fault | undefined {
  const use = alerts.filter((alert) => !isCost(alert));
  const lastWeek = { of: 'TODO e.g. same-hour-last-week' };
  const lacks: { readonly what: string; readonly insert: readonly Insertion[] }[] = [];
  if (!drafts.has('calls-spike') && !use.some(({ subject }) => subject.value.entry('above') !== undefined)) {
    lacks.push({
      what: 'use jumps up',
      insert: alertSkeleton('calls-spike', 'above', { above: 'TODO a share of last week', ...lastWeek }),
    });
  }
  if (!drafts.has('use-falling') && !use.some(({ subject }) => subject.value.entry('below') !== undefined)) {
    lacks.push({
      what: 'people stop using it',
      insert: alertSkeleton('use-falling', 'below', { below: 'TODO a share of last week', ...lastWeek }),
    });
  }
  if (context.traits.hosted && !drafts.has('spend-high') && !alerts.some(isCost)) {
    const budget = context.spec.get('operations')?.get('budget')?.get('per_day')?.value;
    const above = budget === undefined ? 'TODO e.g. 180 EUR' : `TODO the budget is ${budget} a day`;
    lacks.push({
      what: 'a provider bills too much',
      insert: alertSkeleton('spend-high', 'above', { above }),
    });
  }
  if (lacks.length === 0) return undefined;
  const reason = `No alert fires when ${lacks.map(({ what }) => what).join(', or when ')}.`;
  const insert = lacks.flatMap((lack) => lack.insert);
  return { at, state: 'missing', reason, insert, fix: alertsToAdopt(context) };
}

function isCost({ subject, metric }: Watched): boolean {
  return cost.test(wordsOf(metric)) || / [A-Z]{3}$/.test(subject.value.get('above')?.value ?? '');
}

/** A number of calls that the system was never built for: it breaks first, and the alert comes after. */
function beyondCapacity({ spec }: Context, { subject, metric }: Watched): Fault | undefined {
  const above = subject.value.get('above');
  const limit = readThreshold(above?.value ?? '');
  const minutes = (durationSeconds(metric?.value.get('window')?.value ?? '') ?? 0) / 60;
  const peak = spec.get('system')?.get('load')?.get('peak_per_minute')?.value;
  if (above === undefined || limit === undefined || peak === undefined || minutes === 0) return undefined;
  if (limit.unit !== '' || subject.value.get('of') !== undefined || !requests.test(wordsOf(metric))) return undefined;
  const most = Math.max(peak, perMinute(spec.get('evaluation')?.get('load_test')?.get('rate')?.value));
  if (limit.value <= most * minutes) return undefined;
  const reason = `${above.value} in ${metric?.value.get('window')?.value} is out of reach: ${trimmed(most, 1)}/min × ${trimmed(minutes, 1)} min = ${trimmed(most * minutes, 0)} is all it was built for.`;
  return { at: above, state: 'hollow', reason };
}

function beyondBudget({ spec }: Context, { subject }: Watched): Fault | undefined {
  const above = subject.value.get('above');
  const stop = spec.get('operations')?.get('budget')?.get('stop_at')?.value;
  const limit = readThreshold(above?.value ?? '');
  const most = readThreshold(stop ?? '');
  if (
    above === undefined ||
    limit === undefined ||
    most === undefined ||
    limit.unit !== most.unit ||
    limit.value <= most.value
  )
    return undefined;
  return {
    at: above,
    state: 'hollow',
    reason: `It stops by itself at ${stop} a day, so that ${above.value} is never reached and this alert never fires.`,
  };
}

function perMinute(rate: string | undefined): number {
  const match = /^([0-9.]+)\/(s|min|h|day)$/.exec(rate ?? '');
  return match === null
    ? 0
    : Number(match[1]) * { s: 60, min: 1, h: 1 / 60, day: 1 / 1440 }[match[2] as 's' | 'min' | 'h' | 'day'];
}
