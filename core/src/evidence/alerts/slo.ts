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
import type { AlertRule } from './alert-file.ts';
import { mayBeTemplate } from './templated-alerts.ts';

/** A service level objective that a file defines. */
export interface Objective {
  readonly name: string;
  readonly line: number;
  readonly dialect: 'sloth' | 'openslo' | 'pyrra';
  /** As a share: 0.99. */
  readonly target?: { readonly value: number; readonly line: number };
  /** As it is written: `28d`, `4w`. */
  readonly window?: Placed;
  /** Everything that says what is counted, to tell availability from quality. */
  readonly about: string;
  /** The names of the alerts that are made of it. */
  readonly alerts: readonly Placed[];
}

/** The objectives of a file, in any of the three dialects. Answers any text. */
export function readObjectives(text: string): readonly Objective[] {
  return yamlDocuments(text).flatMap((part) => {
    return part.root?.kind === 'mapping' ? (objectives(part, part.root) ?? []) : [];
  });
}

/** Why whoever reads the file refuses it: what a line does, such as `is no YAML`; `undefined` of a template, too. */
export function refusedObjectives(text: string): Placed | undefined {
  if (mayBeTemplate(text)) return undefined;
  return yamlDocuments(text)
    .map(refusal)
    .find((one) => one !== undefined);
}

/** `undefined` where the document is none of the dialects. */
export function objectives(part: YamlPart, root: Mapping): readonly Objective[] | undefined {
  const version = textAt(root, 'apiVersion') ?? '';
  const kind = textAt(root, 'kind');
  if (version.startsWith('openslo/')) return openSlo(part, root);
  if (version.startsWith('pyrra.dev/') && kind === 'ServiceLevelObjective') return pyrra(part, root);
  if (version.startsWith('sloth.slok.dev/') || kind === 'PrometheusServiceLevel') return sloth(part, root.get('spec'));
  return textAt(root, 'version')?.startsWith('prometheus/') ? sloth(part, root) : undefined;
}

function sloth(part: YamlPart, root: AnyNode | undefined): readonly Objective[] {
  return mappingsIn(at(root, 'slos')).flatMap((slo): Objective[] => {
    const name = placed(part, slo.get('name'));
    if (name === undefined) return [];
    const alert = placed(part, at(slo, 'alerting', 'name'));
    return [
      {
        name: name.value,
        line: name.line,
        dialect: 'sloth',
        target: shareOf(part, slo.get('objective'), 100),
        about: words(slo),
        alerts: alert === undefined ? [] : [alert],
      },
    ];
  });
}

function pyrra(part: YamlPart, root: Mapping): readonly Objective[] {
  const name = placed(part, at(root, 'metadata', 'name'));
  if (name === undefined) return [];
  const alert = placed(part, at(root, 'spec', 'alerting', 'name'));
  return [
    {
      name: name.value,
      line: name.line,
      dialect: 'pyrra',
      target: shareOf(part, at(root, 'spec', 'target'), 100),
      window: placed(part, at(root, 'spec', 'window')),
      about: words(root),
      alerts: alert === undefined ? [] : [alert],
    },
  ];
}

function openSlo(part: YamlPart, root: Mapping): readonly Objective[] {
  const kind = textAt(root, 'kind');
  const name = placed(part, at(root, 'metadata', 'name'));
  if (name === undefined || (kind !== 'SLO' && kind !== 'AlertPolicy')) return [];
  const base = { name: name.value, line: name.line, dialect: 'openslo' as const, about: words(root) };
  if (kind === 'AlertPolicy') return [{ ...base, alerts: [name] }];
  const window = mappingsIn(at(root, 'spec', 'timeWindow'))[0]?.get('duration');
  const found = mappingsIn(at(root, 'spec', 'objectives'));
  const targets = found.map(
    (one) => shareOf(part, one.get('target'), 1) ?? shareOf(part, one.get('targetPercent'), 100),
  );
  // Several objectives in one are steps of a scale, of which none is the one that is meant.
  const target = targets.length === 1 ? targets[0] : undefined;
  return [{ ...base, target, window: placed(part, window), alerts: [] }];
}

function shareOf(part: YamlPart, node: AnyNode | undefined, whole: number): Objective['target'] {
  const text = placed(part, node);
  const value = Number(text?.value.replace(/%$/, ''));
  return text === undefined || text.value.trim() === '' || Number.isNaN(value)
    ? undefined
    : { value: value / whole, line: text.line };
}

/** Names, descriptions and queries, for searching. */
function words(node: AnyNode | undefined, depth = 0): string {
  if (node === undefined || depth > 20) return '';
  if (node.kind === 'scalar') return String(node.value).slice(0, 10_000);
  if (node.kind === 'sequence') return node.items.map((item) => words(item, depth + 1)).join('\n');
  return node.entries.map(({ value }) => words(value, depth + 1)).join('\n');
}

/** Alerts that are made of objectives: their names are known, their conditions are not. */
export function objectiveAlerts(found: readonly Objective[]): readonly AlertRule[] {
  return found.flatMap(({ name, line, alerts }) => {
    const made = alerts.map(({ value, line: own }) => ({ name: value, line: own }));
    const bare = { labels: new Map(), annotations: new Map() };
    return made.length === 0 ? [{ name, line, ...bare }] : made.map((one) => ({ ...one, alias: name, ...bare }));
  });
}
