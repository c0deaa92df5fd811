import { durationSeconds, promDuration } from '../../dates.ts';
import { clipped } from '../../shown.ts';
import type { Mapping } from '../../yaml/tree.ts';
import { type Placed, placed, textAt, type YamlPart } from '../formats/yaml-documents.ts';
import { mistakeIn } from './promql-mistakes.ts';

/** What a rule may say; `debug` and the limit are VictoriaMetrics' own. */
const ofRules = /^(?:alert|record|expr|for|keep_firing_for|labels|annotations|debug|update_entries_limit|<<|x-.*)$/;

/** What a group may say: to Prometheus, to Thanos, to Mimir and Loki, and to VictoriaMetrics. */
const ofGroups = new RegExp(
  `^(?:${[
    'name|interval|query_offset|limit|rules|labels',
    'partial_response_strategy',
    'source_tenants|align_evaluation_time_on_interval|align_queries_with_evaluation_interval|evaluation_delay|remote_write',
    'type|concurrency|tenant|eval_offset|eval_delay|eval_alignment|params|headers|notifier_headers|extra_filter_labels|debug',
    '<<|x-.*',
  ].join('|')})$`,
);

/**
 * Why a group makes Prometheus refuse all rules of its file; `earlier` are the names of the groups before it. Strict is
 * who reads the file by itself, without an operator between.
 */
export function groupMistake(
  part: YamlPart,
  group: Mapping,
  earlier: ReadonlySet<string>,
  isStrict: boolean,
): Placed | undefined {
  const stray = group.entries.find(({ key }) => !ofGroups.test(key.value));
  if (isStrict && stray !== undefined)
    return { value: `has \`${clipped(stray.key.value, 40)}\`, which no group has`, line: part.lineOf(stray.key) };
  const name = placed(part, group.get('name'));
  if (name !== undefined && earlier.has(name.value))
    return { value: `has a group "${clipped(name.value, 40)}" a second time`, line: name.line };
  return noDuration(part, group, ['interval', 'query_offset']);
}

/** The same of a rule; its expression has a line of its own. */
export function ruleMistake(
  part: YamlPart,
  rule: Mapping,
  expression: Placed | undefined,
  isStrict: boolean,
): Placed | undefined {
  const stray = rule.entries.find(({ key }) => !ofRules.test(key.value));
  if (isStrict && stray !== undefined)
    return { value: `has \`${clipped(stray.key.value, 40)}\`, which no rule has`, line: part.lineOf(stray.key) };
  const named = rule.entry('alert') ?? rule.entry('record');
  if (isStrict && named !== undefined && rule.entry('expr') === undefined)
    return { value: 'begins a rule without `expr`', line: part.lineOf(named.key) };
  const mistake = expression && mistakeIn(expression.value);
  if (mistake !== undefined) return { value: mistake.value, line: (expression?.line ?? 1) + mistake.line };
  return noDuration(part, rule, ['for', 'keep_firing_for']);
}

/** VictoriaMetrics reads `1.5h`, and what is put in by a template nobody knows. */
function noDuration(part: YamlPart, node: Mapping, names: readonly string[]): Placed | undefined {
  for (const name of names) {
    const text = textAt(node, name);
    const own = node.entry(name);
    if (text === undefined || own === undefined || /[{}$]|<</.test(text)) continue;
    if (promDuration(text) !== undefined || durationSeconds(text) !== undefined) continue;
    return { value: `has \`${name}: ${clipped(text, 40)}\`, which is no duration`, line: part.lineOf(own.key) };
  }
  return undefined;
}
