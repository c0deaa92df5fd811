import type { Insertion } from '../../assessment.ts';
import type { AlertRule } from '../../evidence/alerts/alert-file.ts';
import { alertRules } from '../../evidence/alerts/alert-rules.ts';
import { shownPath } from '../../evidence/reference.ts';
import { isSameMetric } from '../../evidence/telemetry/metric-names.ts';
import { insertionEdits } from '../../fixes/insert.ts';
import { quoted } from '../../spec/words.ts';
import type { Fix } from '../../text.ts';
import type { Draft } from '../../yaml/print.ts';
import { alertList, alertSkeleton, liveMetrics, watchedAlerts } from '../alerts.ts';
import type { Context } from '../rule.ts';
import { limitsOf } from './alert-limits.ts';
import { asWritten, runbookOf, targetOf } from './alert-runbook.ts';
import { severityOf } from './alert-severity.ts';
import { asThreshold } from './alert-units.ts';

/** More than so many are offered by nobody. */
const mostOffers = 8;

/**
 * Alerts that stand in the rules files which the spec names, and not in the spec: each as a fix that writes it there.
 * What they say is looked up at once, the edits are made when somebody asks for them.
 */
export function alertsToAdopt(context: Context): (() => readonly Fix[]) | undefined {
  const offers = unlisted(context).slice(0, mostOffers);
  if (offers.length === 0) return undefined;
  return () =>
    offers.flatMap(({ rule, path, insert }): Fix[] => {
      const edits = insertionEdits(context.doc, insert);
      const title = `Add alert ${quoted(rule.name)} from ${path}`;
      return edits.length === 0 ? [] : [{ title, kind: 'adopt', safe: false, edits }];
    });
}

function unlisted(context: Context) {
  const { evidence } = context;
  if (evidence === undefined) return [];
  const alerts = watchedAlerts(context);
  const ids = new Set(alerts.map(({ subject }) => subject.id));
  const files = new Map<string, { readonly written: string; readonly named: Set<string> }>();
  for (const { subject } of alerts) {
    const written = subject.value.get('rule')?.value ?? '';
    const reference = evidence.reference(written);
    if (reference.kind !== 'file' || reference.selector === undefined) continue;
    const key = shownPath(reference.file);
    const file = files.get(key) ?? { written: written.slice(0, written.indexOf('#')), named: new Set<string>() };
    file.named.add(reference.selector.slice(reference.selector.lastIndexOf('/') + 1));
    files.set(key, file);
  }
  return [...files].flatMap(([path, { written, named }]) => {
    const reference = evidence.reference(written);
    const answer = reference.kind === 'file' ? evidence.ask(alertRules(reference.file)) : undefined;
    if (reference.kind !== 'file' || answer?.kind !== 'read') return [];
    const names = new Set<string>();
    return answer.facts.alerts.flatMap((rule) => {
      const id = idOf(rule.name);
      if (named.has(rule.name) || names.has(rule.name) || id === '' || ids.has(id) || rule.paused !== undefined)
        return [];
      names.add(rule.name);
      const insert = filledIn(context, id, rule, `${written}#${rule.name}`, answer.facts, reference.file);
      return [{ rule, path, insert }];
    });
  });
}

/** `RetrievalRecallLow` as `retrieval-recall-low`. */
function idOf(name: string): string {
  const parts = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2');
  return parts
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** What the rule says, and placeholders for the rest. */
function filledIn(
  context: Context,
  id: string,
  rule: AlertRule,
  reference: string,
  facts: Extract<Awaited<ReturnType<ReturnType<typeof alertRules>['answer']>>, { kind: 'read' }>['facts'],
  file: Parameters<typeof targetOf>[2],
): readonly Insertion[] {
  const condition = facts.conditions.get(rule);
  const limits = limitsOf(rule, facts);
  const limit = limits.length === 1 ? limits[0] : undefined;
  const watched = limit?.metrics ?? condition?.metrics ?? [];
  const metric = liveMetrics(context).find(({ value }) => {
    const series = value.get('emitted_as')?.value;
    return series !== undefined && watched.some((one) => isSameMetric(one, series) !== undefined);
  });
  const threshold = limit && asThreshold(limit);
  const severity = severityOf(rule);
  const annotation = runbookOf(rule);
  const target = annotation && targetOf(context, annotation.value, file);
  const shown: Record<string, Draft> = { rule: reference };
  if (metric !== undefined) shown.metric = metric.id;
  if (limit !== undefined && threshold !== undefined) shown[limit.bound] = threshold;
  if (rule.for !== undefined && /^\d+(?:ms|s|m|h|d|w)$/.test(rule.for.value)) shown.for = rule.for.value;
  if (severity !== undefined) shown.severity = severity;
  if (target !== undefined && target !== 'nowhere') shown.runbook = asWritten(context, target);
  return alertSkeleton(id, limit?.bound ?? 'above', shown).map((one) => ({
    ...one,
    path: [...alertList, id, one.path.at(-1) ?? ''],
  }));
}
