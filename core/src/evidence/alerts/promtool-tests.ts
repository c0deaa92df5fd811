import { promDuration } from '../../dates.ts';
import type { Mapping } from '../../yaml/tree.ts';
import {
  mappingsIn,
  type Placed,
  placed,
  refusal,
  scalarsIn,
  textAt,
  type YamlPart,
  yamlDocuments,
} from '../formats/yaml-documents.ts';
import { pairs } from './prometheus-rules.ts';

/** What a file of unit tests for promtool tries. */
export interface RuleTests {
  readonly ruleFiles: readonly Placed[];
  readonly tried: readonly TriedAlert[];
  /** Why promtool does not run it: what a line does, such as `is no YAML`. */
  readonly refused?: Placed;
}

export interface TriedAlert {
  readonly name: string;
  readonly line: number;
  /** The alerts that are to fire; none where the test is that it stays silent. */
  readonly expected: readonly ExpectedAlert[];
  /** When it looks, in seconds after the beginning. */
  readonly after: number | undefined;
  /** How often the rules are evaluated, in seconds. */
  readonly every: number;
  /** What the test gives. */
  readonly inputs: readonly InputSeries[];
}

export interface ExpectedAlert {
  readonly labels: ReadonlyMap<string, Placed>;
  readonly annotations: ReadonlyMap<string, Placed>;
}

export interface InputSeries {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** Seconds from one sample to the next. */
  readonly step: number;
  /** One after the other; `undefined` where they are written in a way that is not read. */
  readonly samples: readonly Samples[] | undefined;
}

/** So many samples of which each is `step` more than the one before, or none, or marks that the series has ended. */
export type Samples =
  | { readonly kind: 'values'; readonly count: number; readonly first: number; readonly step: number }
  | { readonly kind: 'missing' | 'stale'; readonly count: number };

/** `undefined` where the text is no such file. Answers any text. */
export function readRuleTests(text: string): RuleTests | undefined {
  for (const part of yamlDocuments(text)) {
    if (part.root?.kind !== 'mapping') continue;
    const tests = mappingsIn(part.root.get('tests'));
    const isTests = part.root.entry('rule_files') !== undefined && part.root.entry('tests') !== undefined;
    if (!isTests) continue;
    const ruleFiles = scalarsIn(part.root.get('rule_files')).flatMap((file) => placed(part, file) ?? []);
    const every = promDuration(textAt(part.root, 'evaluation_interval') ?? '') || usualInterval;
    return { ruleFiles, tried: tests.flatMap((one) => triedIn(part, one, every)), refused: refusal(part) };
  }
  return undefined;
}

/** In seconds, where the file says nothing. */
const usualInterval = 60;

function triedIn(part: YamlPart, one: Mapping, every: number): readonly TriedAlert[] {
  const step = promDuration(textAt(one, 'interval') ?? '') || every;
  const inputs = mappingsIn(one.get('input_series')).map((input): InputSeries => {
    const series = (textAt(input, 'series') ?? '').slice(0, longestSeries);
    const labels = [...series.matchAll(/([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"/g)];
    return {
      name: /^[\w:]+/.exec(series)?.[0] ?? '',
      labels: new Map(labels.map(([, label = '', value = '']) => [label, value])),
      step,
      samples: samplesOf(textAt(input, 'values') ?? ''),
    };
  });
  return mappingsIn(one.get('alert_rule_test')).flatMap((test) => {
    const name = placed(part, test.get('alertname'));
    if (name === undefined) return [];
    const expected = mappingsIn(test.get('exp_alerts')).map((alert) => {
      return { labels: pairs(part, alert.get('exp_labels')), annotations: pairs(part, alert.get('exp_annotations')) };
    });
    const after = promDuration(textAt(test, 'eval_time') ?? '0s');
    return [{ name: name.value, line: name.line, expected, after, every, inputs }];
  });
}

const longestSeries = 2000;
const longestValues = 100_000;

/** A number, so many times more, and what is added each time: `1`, `1x5`, `1+2x5`. */
const value = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:([-+](?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)?x(\d{1,9}))?$/i;

/** https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series */
function samplesOf(values: string): InputSeries['samples'] {
  if (values.length > longestValues) return undefined;
  const samples: Samples[] = [];
  for (const token of values.split(/\s+/)) {
    if (token === '') continue;
    const without = /^(?:_(?:x(\d{1,9}))?|stale)$/.exec(token);
    if (without !== null) {
      samples.push({ kind: token === 'stale' ? 'stale' : 'missing', count: Number(without[1] ?? 1) });
      continue;
    }
    const [, first, step = '0', times = '0'] = value.exec(token) ?? [];
    if (first === undefined) return undefined;
    samples.push({ kind: 'values', count: Number(times) + 1, first: Number(first), step: Number(step) });
  }
  return samples;
}
