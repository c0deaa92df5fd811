import type { Mapping } from '../../yaml/tree.ts';
import { at, mappingsIn, type Placed, placed, scalarsIn, textAt, type YamlPart } from '../formats/yaml-documents.ts';
import type { AlertRule } from './alert-file.ts';
import { expressionOf, pairs } from './prometheus-rules.ts';

/** Alerts that Grafana is provisioned with, in YAML or JSON; `undefined` where the document holds none. */
export function grafanaAlerts(part: YamlPart, root: Mapping): readonly AlertRule[] | undefined {
  const groups = mappingsIn(root.get('groups'));
  const isGrafana = groups.some((group) =>
    mappingsIn(group.get('rules')).some((rule) => rule.entry('title') !== undefined),
  );
  if (!isGrafana) return undefined;
  return groups.flatMap((group) => {
    return mappingsIn(group.get('rules')).flatMap((rule): AlertRule[] => {
      const title = placed(part, rule.get('title'));
      return title === undefined ? [] : [alertOf(part, group, rule, title)];
    });
  });
}

function alertOf(part: YamlPart, group: Mapping, rule: Mapping, title: Placed): AlertRule {
  const paused = placed(part, rule.get('isPaused'));
  const queries = new Map(mappingsIn(rule.get('data')).map((query) => [textAt(query, 'refId') ?? '', query]));
  const condition = queries.get(textAt(rule, 'condition') ?? '');
  return {
    name: title.value,
    line: title.line,
    alias: textAt(rule, 'uid'),
    group: textAt(group, 'name'),
    expression: queried(part, queries),
    for: placed(part, rule.get('for')),
    keepFiringFor: placed(part, rule.get('keepFiringFor') ?? rule.get('keep_firing_for')),
    labels: pairs(part, rule.get('labels')),
    annotations: pairs(part, rule.get('annotations')),
    paused: paused?.value === 'true' ? paused.line : undefined,
    threshold: condition && withInput(thresholdOf(part, condition), condition, queries),
  };
}

/** The one query that is no expression over others. */
function queried(part: YamlPart, queries: ReadonlyMap<string, Mapping>): Placed | undefined {
  const asked = [...queries.values()].flatMap((query) => {
    const isExpression = textAt(query, 'datasourceUid') === '__expr__' || textAt(query, 'datasourceUid') === '-100';
    return isExpression ? [] : (expressionOf(part, at(query, 'model', 'expr')) ?? []);
  });
  return asked.length === 1 ? asked[0] : undefined;
}

/** One evaluator with one number, or an expression such as `$B > 0.1`. */
function thresholdOf(part: YamlPart, query: Mapping): AlertRule['threshold'] {
  const conditions = mappingsIn(at(query, 'model', 'conditions'));
  const evaluator = at(conditions[0], 'evaluator');
  const bounds = scalarsIn(at(evaluator, 'params'));
  const type = textAt(evaluator, 'type');
  const [bound] = bounds;
  if (conditions.length === 1 && bounds.length === 1 && bound !== undefined && (type === 'gt' || type === 'lt')) {
    const value = Number(bound.value);
    return Number.isNaN(value) ? undefined : { above: type === 'gt', value, line: part.lineOf(bound) };
  }
  const math = placed(part, at(query, 'model', 'expression'));
  const match = /^\$\{?\w{1,60}\}?\s*(>=?|<=?)\s*(-?[0-9.]{1,40})$/.exec(math?.value.trim() ?? '');
  if (math === undefined || match === null || Number.isNaN(Number(match[2]))) return undefined;
  return { above: match[1]?.startsWith('>') === true, value: Number(match[2]), line: math.line };
}

/** What the threshold is told of, where that is not the values that were asked for. */
function withInput(
  threshold: AlertRule['threshold'],
  condition: Mapping,
  queries: ReadonlyMap<string, Mapping>,
): AlertRule['threshold'] {
  const instead = insteadOf(condition, queries);
  return threshold === undefined || instead === undefined ? threshold : { ...threshold, instead };
}

/** Reducers of a series that give one of its values, or a mean of them. */
const reducers = /^(?:last|last_not_null|mean|avg|min|max|median)$/;
/** A longer chain of expressions nobody builds. */
const longestChain = 20;

function insteadOf(condition: Mapping, queries: ReadonlyMap<string, Mapping>): string | undefined {
  let query: Mapping | undefined = condition;
  for (let step = 0; query !== undefined && step < longestChain; step += 1) {
    const classic = mappingsIn(at(query, 'model', 'conditions'))[0];
    const type = textAt(query, 'model', 'type');
    const isReduced = type === 'reduce' || type === 'classic_conditions' || type === undefined;
    const reducer =
      type === 'reduce'
        ? textAt(query, 'model', 'reducer')
        : isReduced
          ? textAt(classic, 'reducer', 'type')
          : undefined;
    if (reducer !== undefined && !reducers.test(reducer)) return `Grafana takes the \`${reducer}\` of it before that`;
    const input: string = textAt(query, 'model', 'expression') ?? '';
    const name: string = /^\$?\{?(\w{1,60})\}?(?=$|\s*[<>])/.exec(input.trim())?.[1] ?? '';
    if (type === 'math' && (name === '' || step > 0)) return 'Grafana computes it from something else before that';
    query = queries.get(name);
  }
  return undefined;
}
