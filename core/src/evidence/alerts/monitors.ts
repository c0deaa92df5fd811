import type { AnyNode, Mapping } from '../../yaml/tree.ts';
import { at, mappingsIn, placed, textAt, type YamlPart } from '../formats/yaml-documents.ts';
import type { AlertRule } from './alert-file.ts';

/** Datadog's monitors as its interface gives them out, one or a list; `undefined` where the document is none of them. */
export function datadogMonitors(part: YamlPart, root: AnyNode): readonly AlertRule[] | undefined {
  const held =
    root.kind === 'mapping'
      ? root.entry('monitors') === undefined
        ? [root]
        : mappingsIn(root.get('monitors'))
      : mappingsIn(root);
  const monitors = held.filter((one) => textAt(one, 'query') !== undefined && textAt(one, 'type') !== undefined);
  const alerts = monitors.flatMap((one): AlertRule[] => {
    const name = placed(part, one.get('name'));
    if (name === undefined) return [];
    return [
      {
        name: name.value,
        line: name.line,
        alias: textAt(one, 'id'),
        labels: tags(part, one),
        annotations: new Map(),
        threshold: critical(part, one),
      },
    ];
  });
  return alerts.length === 0 ? undefined : alerts;
}

/** Tags are `key:value`. */
function tags(part: YamlPart, monitor: Mapping): AlertRule['labels'] {
  const list = monitor.get('tags');
  const found = new Map<string, { readonly value: string; readonly line: number }>();
  for (const tag of list?.kind === 'sequence' ? list.items : []) {
    const text = placed(part, tag);
    const colon = text?.value.indexOf(':') ?? -1;
    if (text !== undefined && colon > 0)
      found.set(text.value.slice(0, colon), { value: text.value.slice(colon + 1), line: text.line });
  }
  return found;
}

function critical(part: YamlPart, monitor: Mapping): AlertRule['threshold'] {
  const query = placed(part, monitor.get('query'));
  const limit = placed(part, at(monitor, 'options', 'thresholds', 'critical'));
  const match = /(>=?|<=?)\s*(-?[0-9.]{1,40})\s*$/.exec(query?.value.slice(-200) ?? '');
  const value = Number(limit?.value ?? match?.[2]);
  const line = limit?.line ?? query?.line;
  if (match === null || Number.isNaN(value) || line === undefined) return undefined;
  return { above: match[1]?.startsWith('>') === true, value, line };
}

/** Alarms of a CloudFormation template, by their logical id or their name; `undefined` where it holds none. */
export function cloudAlarms(part: YamlPart, root: Mapping): readonly AlertRule[] | undefined {
  const resources = root.get('Resources');
  if (resources?.kind !== 'mapping') return undefined;
  const alarms = resources.entries.flatMap(({ key, value }): AlertRule[] => {
    if (value?.kind !== 'mapping' || textAt(value, 'Type') !== 'AWS::CloudWatch::Alarm') return [];
    const properties = value.get('Properties');
    const enabled = placed(part, at(properties, 'ActionsEnabled'));
    return [
      {
        name: key.value,
        line: part.lineOf(key),
        alias: textAt(properties, 'AlarmName'),
        labels: new Map(),
        annotations: new Map(),
        paused: enabled?.value === 'false' ? enabled.line : undefined,
        threshold: alarmThreshold(part, properties),
      },
    ];
  });
  return alarms.length === 0 ? undefined : alarms;
}

function alarmThreshold(part: YamlPart, properties: AnyNode | undefined): AlertRule['threshold'] {
  const limit = placed(part, at(properties, 'Threshold'));
  const operator = /^(Greater|Less)Than(?:OrEqualTo)?Threshold$/.exec(textAt(properties, 'ComparisonOperator') ?? '');
  const value = Number(limit?.value);
  if (limit === undefined || operator === null || limit.value.trim() === '' || Number.isNaN(value)) return undefined;
  return { above: operator[1] === 'Greater', value, line: limit.line };
}
