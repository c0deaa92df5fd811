import type { Mapping } from '../../yaml/tree.ts';
import type { Inquiry } from '../evidence.ts';
import { type Placed, refusal, type YamlPart, yamlDocuments } from '../formats/yaml-documents.ts';
import type { ArtifactPath } from '../host.ts';
import { shownPath } from '../reference.ts';
import type { AlertFile, AlertRule, RecordingRule } from './alert-file.ts';
import { grafanaAlerts } from './grafana-alerts.ts';
import { cloudAlarms, datadogMonitors } from './monitors.ts';
import { prometheusRules } from './prometheus-rules.ts';
import type { Condition } from './promql.ts';
import { objectiveAlerts, objectives } from './slo.ts';
import { commentedOut, mayBeTemplate, scannedNames } from './templated-alerts.ts';

/** The same, with what each expression waits for and needs. */
export interface AlertFacts extends AlertFile {
  readonly conditions: ReadonlyMap<AlertRule | RecordingRule, Condition>;
}

/** Rules are text that people wrote; what is larger was generated, and takes long to read. */
const mostRuleBytes = 2 * 2 ** 20;

/**
 * So much PromQL is parsed of one file. A hundred alerts of people are 30 kB of it; a parser that meets text which is no
 * PromQL may need a millisecond for each kilobyte.
 */
export const mostExpressionBytes = 250_000;

/** The alerts of a file, in any of the shapes that are known. */
export function alertRules(file: ArtifactPath): Inquiry<AlertFacts> {
  return {
    key: `alerts ${shownPath(file)}`,
    about: [file],
    async answer(host) {
      const text = await host.text(file, mostRuleBytes);
      return text.kind === 'unread' ? text : { kind: 'read', facts: await alertFacts(text.facts, file.path) };
    },
  };
}

export async function alertFacts(text: string, path = ''): Promise<AlertFacts> {
  const file = readAlerts(text, path);
  const rules = [...file.alerts, ...file.records].filter(({ expression }) => expression !== undefined);
  if (rules.length === 0) return { ...file, conditions: new Map() };
  const { conditionOf, unread } = await import('./promql.ts');
  let left = mostExpressionBytes;
  const conditions = rules.map((rule) => {
    const text = rule.expression?.value ?? '';
    left -= text.length;
    return [rule, left < 0 ? unread : conditionOf(text)] as const;
  });
  return { ...file, conditions: new Map(conditions) };
}

/** Reads any text. `path` tells languages apart that are not YAML. */
export function readAlerts(text: string, path = ''): AlertFile {
  if (path !== '' && !/\.(?:ya?ml|json|rules|tpl|tmpl|j2|jinja2?)$/i.test(path)) return nothing('other');
  const parts = yamlDocuments(text);
  const found = alertsOf(parts);
  const scanned = scannedNames(text);
  const names = new Set(found.flatMap(({ alerts }) => alerts.map(({ name }) => name)));
  const isTemplated = mayBeTemplate(text);
  const refusals =
    path.endsWith('.json') || isTemplated ? [] : [...parts.map(refusal), ...found.map((one) => one.refused)];
  const isBroken = parts.some(({ broken }) => broken);
  const missing = scanned.names.filter(({ value }) => !names.has(value));
  const isTemplate = scanned.isTemplate || (isBroken && missing.length > 0 && isTemplated);
  if (isTemplate && (scanned.names.length > 0 || scanned.namesAreMade)) {
    const alerts = scanned.names.map(nameAlone);
    return { ...nothing('templated'), alerts, commentedOut: scanned.commentedOut, namesAreMade: scanned.namesAreMade };
  }
  const first = found[0];
  const format = first?.format ?? (isBroken && missing.length > 0 ? 'prometheus' : 'other');
  const isStrict = format === 'prometheus' || format === 'grafana';
  return {
    format,
    loadedByName: first?.format === 'prometheus' && found.every(({ loadedByName }) => loadedByName),
    alerts: [...found.flatMap(({ alerts }) => alerts), ...(isBroken && isStrict ? missing.map(nameAlone) : [])],
    refused: isStrict ? refusals.find((one) => one !== undefined) : undefined,
    records: found.flatMap(({ records }) => records),
    commentedOut: [...commentedOut(parts), ...found.flatMap((one) => one.commentedOut)],
    namesAreMade: scanned.namesAreMade,
  };
}

/** What Prometheus reads of a file by itself is its first document; operators read all of them. */
function alertsOf(parts: readonly YamlPart[]): readonly AlertFile[] {
  const first = parts.findIndex(({ root }) => root !== undefined);
  return parts.flatMap((part, index) => {
    const file = readPart(part);
    if (file === undefined || index <= first || !file.loadedByName) return file ?? [];
    return [{ ...file, alerts: file.alerts.map((alert) => ({ ...alert, behind: part.firstLine })) }];
  });
}

/** Where nothing but the name can be read. */
function nameAlone({ value, line }: Placed): AlertRule {
  return { name: value, line, labels: new Map(), annotations: new Map() };
}

/** What one document holds; `undefined` where it is nothing of this. */
function readPart(part: YamlPart): AlertFile | undefined {
  const root = part.root;
  if (root?.kind !== 'mapping' && root?.kind !== 'sequence') return undefined;
  const map = root.kind === 'mapping' ? (root as Mapping) : undefined;
  const grafana = map && grafanaAlerts(part, map);
  if (grafana !== undefined) return { ...nothing('grafana'), alerts: grafana };
  const prometheus = map && prometheusRules(part, map);
  if (prometheus !== undefined) return { ...nothing('prometheus'), ...prometheus };
  const slos = map && objectives(part, map);
  if (slos !== undefined) return { ...nothing('generated'), alerts: objectiveAlerts(slos) };
  const alarms = map && cloudAlarms(part, map);
  if (alarms !== undefined) return { ...nothing('cloudwatch'), alerts: alarms };
  const monitors = datadogMonitors(part, root);
  return monitors && { ...nothing('datadog'), alerts: monitors };
}

function nothing(format: AlertFile['format']): AlertFile {
  return { format, loadedByName: false, alerts: [], records: [], commentedOut: [], namesAreMade: false };
}
