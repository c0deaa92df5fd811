import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import {
  at,
  mappingsIn,
  type Placed,
  placed,
  refusal,
  textAt,
  type YamlPart,
  yamlDocuments,
} from '../formats/yaml-documents.ts';
import type { AlertFile, AlertRule, RecordingRule } from './alert-file.ts';
import { groupMistake, ruleMistake } from './rule-mistakes.ts';
import { commentedOut } from './templated-alerts.ts';

type Rules = Pick<AlertFile, 'loadedByName' | 'alerts' | 'records' | 'commentedOut' | 'refused'>;

/**
 * Rules as Prometheus, Mimir, Loki and VictoriaMetrics write them: a file of groups, the same below `spec` of a
 * PrometheusRule or VMRule, or as text inside a ConfigMap. `undefined` where the document is none of them.
 */
export function prometheusRules(part: YamlPart, root: Mapping): Rules | undefined {
  const kind = textAt(root, 'kind');
  if (kind === 'ConfigMap') return inConfigMap(part, root);
  if (kind === 'List') return listed(part, root);
  const groups = isRules(root.get('groups')) ? root.get('groups') : at(root, 'spec', 'groups');
  return isRules(groups) ? rulesOf(part, groups, kind === undefined) : namespaced(part, root);
}

function isRules(groups: AnyNode | undefined): boolean {
  return mappingsIn(groups).some((group) =>
    mappingsIn(group.get('rules')).some(
      (rule) => rule.entry('alert') !== undefined || rule.entry('record') !== undefined,
    ),
  );
}

/** Mimir's and Loki's tools put a `namespace:` beside the groups; Helm values put the groups below keys of their own. */
function namespaced(part: YamlPart, root: Mapping): Rules | undefined {
  const held = root.entries.flatMap(({ value }) => {
    const groups = at(value, 'groups');
    return isRules(groups) ? [rulesOf(part, groups, false)] : [];
  });
  return held.length === 0 ? undefined : joined(held);
}

function listed(part: YamlPart, root: Mapping): Rules | undefined {
  const held = mappingsIn(root.get('items')).flatMap((item) => prometheusRules(part, item) ?? []);
  return held.length === 0 ? undefined : joined(held);
}

function inConfigMap(part: YamlPart, root: Mapping): Rules | undefined {
  const data = root.get('data');
  if (data?.kind !== 'mapping') return undefined;
  const held = data.entries.flatMap(({ value }) => {
    if (value?.kind !== 'scalar' || !/\b(?:alert|record):/.test(String(value.value))) return [];
    // Each line of a block is a line of its text, the first one behind the `|`.
    const first = part.lineOf(value) + (value.style === 'block' ? 1 : 0);
    return yamlDocuments(String(value.value), first).flatMap((inner) => {
      const rules = inner.root?.kind === 'mapping' ? prometheusRules(inner, inner.root) : undefined;
      if (rules === undefined) return [];
      return [
        {
          ...rules,
          refused: refusal(inner) ?? rules.refused,
          commentedOut: [...rules.commentedOut, ...commentedOut([inner])],
        },
      ];
    });
  });
  return held.length === 0 ? undefined : joined(held);
}

function joined(held: readonly Rules[]): Rules {
  return {
    loadedByName: false,
    alerts: held.flatMap(({ alerts }) => alerts),
    records: held.flatMap(({ records }) => records),
    commentedOut: held.flatMap((one) => one.commentedOut),
    refused: held.map(({ refused }) => refused).find((one) => one !== undefined),
  };
}

function rulesOf(part: YamlPart, groups: AnyNode | undefined, loadedByName: boolean): Rules {
  const refusals: (Placed | undefined)[] = [];
  const alerts: AlertRule[] = [];
  const records: RecordingRule[] = [];
  const names = new Set<string>();
  for (const group of mappingsIn(groups)) {
    refusals.push(groupMistake(part, group, names, loadedByName));
    const name = textAt(group, 'name');
    if (name !== undefined) names.add(name);
    for (const rule of mappingsIn(group.get('rules'))) {
      const expression = expressionOf(part, rule.get('expr'));
      refusals.push(ruleMistake(part, rule, expression, loadedByName));
      const record = placed(part, rule.get('record'));
      if (record !== undefined) records.push({ name: record.value, line: record.line, expression });
      const alert = placed(part, rule.get('alert'));
      if (alert === undefined) continue;
      alerts.push({
        name: alert.value,
        line: alert.line,
        group: name,
        expression,
        for: placed(part, rule.get('for')),
        keepFiringFor: placed(part, rule.get('keep_firing_for')),
        labels: new Map([...pairs(part, group.get('labels')), ...pairs(part, rule.get('labels'))]),
        annotations: pairs(part, rule.get('annotations')),
        interval: placed(part, group.get('interval')),
        queryOffset: placed(part, group.get('query_offset')),
        limit: placed(part, group.get('limit')),
      });
    }
  }
  const refused = refusals.find((one) => one !== undefined);
  return { loadedByName, alerts, records, commentedOut: [], refused };
}

/** A literal block begins behind its `|`. */
export function expressionOf(part: YamlPart, node: AnyNode | undefined): Placed | undefined {
  const found = placed(part, node);
  if (found === undefined || node?.kind !== 'scalar') return undefined;
  return node.style === 'block' ? { ...found, line: found.line + 1 } : found;
}

export function pairs(part: YamlPart, node: AnyNode | undefined): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  if (node?.kind !== 'mapping') return found;
  for (const { key, value } of node.entries) {
    const one = placed(part, value);
    if (one !== undefined) found.set(key.value, one);
  }
  return found;
}
