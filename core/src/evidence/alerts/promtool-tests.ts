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
  /** It expects the alert to fire, and not only to stay silent. */
  readonly fires: boolean;
  /** When it looks, in seconds after the beginning. */
  readonly after: number | undefined;
  /** What the test gives. */
  readonly inputs: readonly InputSeries[];
}

export interface InputSeries {
  readonly name: string;
  /** The lowest and the highest of its values; `undefined` where they are written in a way that is not read. */
  readonly range: readonly [lowest: number, highest: number] | undefined;
}

/** `undefined` where the text is no such file. Answers any text. */
export function readRuleTests(text: string): RuleTests | undefined {
  for (const part of yamlDocuments(text)) {
    if (part.root?.kind !== 'mapping') continue;
    const tests = mappingsIn(part.root.get('tests'));
    const isTests = part.root.entry('rule_files') !== undefined && part.root.entry('tests') !== undefined;
    if (!isTests) continue;
    const ruleFiles = scalarsIn(part.root.get('rule_files')).flatMap((file) => placed(part, file) ?? []);
    return { ruleFiles, tried: tests.flatMap((one) => triedIn(part, one)), refused: refusal(part) };
  }
  return undefined;
}

function triedIn(part: YamlPart, one: Mapping): readonly TriedAlert[] {
  const inputs = mappingsIn(one.get('input_series')).map((input): InputSeries => {
    const name = /^[\w:]+/.exec((textAt(input, 'series') ?? '').slice(0, 300))?.[0] ?? '';
    return { name, range: rangeOf(textAt(input, 'values') ?? '') };
  });
  return mappingsIn(one.get('alert_rule_test')).flatMap((test) => {
    const name = placed(part, test.get('alertname'));
    if (name === undefined) return [];
    const fires = mappingsIn(test.get('exp_alerts')).length > 0;
    const after = promDuration(textAt(test, 'eval_time') ?? '0s');
    return [{ name: name.value, line: name.line, fires, after, inputs }];
  });
}

/** A number, so many times more, and what is added each time: `1`, `1x5`, `1+2x5`. */
const value = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:([-+](?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)?x(\d+))?$/i;

/** https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series */
function rangeOf(values: string): InputSeries['range'] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const token of values.slice(0, longestValues).split(/\s+/)) {
    if (token === '' || /^(?:_(?:x\d+)?|stale)$/.test(token)) continue;
    const [, first, step = '0', times = '0'] = value.exec(token) ?? [];
    if (first === undefined) return undefined;
    const ends = [Number(first), Number(first) + Number(step) * Number(times)];
    lowest = Math.min(lowest, ...ends);
    highest = Math.max(highest, ...ends);
  }
  return values.length > longestValues ? undefined : [lowest, highest];
}

const longestValues = 100_000;
