import { promDuration } from '../../dates.ts';
import { argumentsOf, groupedBy, labelsOf, matching, seriesName } from './promql-labels.ts';
import { divided, isAlike, isSelfDivision } from './promql-quotients.ts';
import { bare, binaryOf, child, deepest, isComparing, numberOf, operands, type PromNode } from './promql-tree.ts';
import { other, plain, type Step, type Values } from './values.ts';

/** Reads an expression, or one side of a comparison. */
export function valuesOf(text: string, node: PromNode): Values {
  const values = read(text, node, 0);
  return values.joined === 'added' ? other('it adds up several series', values) : values;
}

function read(text: string, outer: PromNode, depth: number): Values {
  const node = bare(outer);
  if (depth > deepest) return other('it goes too deep');
  const inner = () => allOf(text, node, depth);
  switch (node.name) {
    case 'VectorSelector':
      return selected(text, node);
    case 'AggregateExpr':
      return aggregated(text, node, depth);
    case 'FunctionCall':
      return called(text, node, depth);
    case 'BinaryExpr':
      return combined(text, node, depth);
    case 'UnaryExpr':
      return text[node.from] === '-' ? other('its values are negated', inner()) : inner();
    case 'OffsetExpr':
      return other('it looks at another time, with `offset`', inner());
    case 'StepInvariantExpr':
      return other('it looks at a fixed moment, with `@`', inner());
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return other('a range of values is compared there, which Prometheus refuses', inner());
    default:
      return other('there is no series in it');
  }
}

/** The series below a node, whatever is made of them. */
function allOf(text: string, node: PromNode, depth: number): Values {
  const found = operands(node).map((one) => read(text, one, depth + 1));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : other('several values', ...found);
}

function selected(text: string, node: PromNode): Values {
  const name = seriesName(text, node);
  const labels = labelsOf(text, node);
  const values = { ...plain, selectors: [{ name: name ?? '', labels }], narrowed: labels };
  return name === undefined ? other('it selects series by their labels alone', values) : values;
}

function aggregated(text: string, node: PromNode, depth: number): Values {
  const how = child(node, 'AggregateOp')?.children[0]?.name ?? '';
  const of = argumentsOf(node).at(-1);
  const values = of === undefined ? other('it joins nothing') : read(text, of, depth + 1);
  if (values.kind === 'other') return values;
  if (!/^(?:Sum|Avg|Min|Max|Quantile|Topk|Bottomk)$/.test(how)) return other(instead(text, node), values);
  const step: Step = { over: 'series', how: how.toLowerCase(), by: groupedBy(text, node) };
  const steps = [...values.steps, step];
  if (how !== 'Sum') return { ...values, joined: values.joined === 'added' ? 'added' : 'other', steps };
  if (values.kind === 'share' || values.kind === 'quotient' || values.kind === 'age')
    return other(`it adds up ${values.kind}s`, values);
  const joined = values.joined === 'added' ? 'added' : values.joined === 'other' ? 'other' : 'sum';
  return { ...values, joined, steps };
}

function instead(text: string, node: PromNode): string {
  const name = /^\w{1,40}/.exec(text.slice(node.from, node.from + 60))?.[0] ?? 'it';
  return `what \`${name}()\` gives is not the value itself`;
}

function called(text: string, node: PromNode, depth: number): Values {
  const name = child(node, 'FunctionIdentifier')?.children[0]?.name ?? '';
  const given = argumentsOf(node);
  const [first] = given;
  const last = given.at(-1);
  if (first === undefined || last === undefined) return other(instead(text, node));
  if (/^(?:Rate|Irate|Increase)$/.test(name)) {
    const { values, window } = ranged(text, first, depth);
    if (values.kind !== 'signal') return values.kind === 'other' ? values : other(instead(text, node), values);
    return { ...values, kind: name === 'Increase' ? 'count' : 'rate', window };
  }
  const overTime = /^(Avg|Min|Max|Last|Quantile)OverTime$/.exec(name)?.[1];
  if (overTime !== undefined) {
    const { values, window } = ranged(text, last, depth);
    const step: Step = { over: 'time', how: overTime.toLowerCase(), seconds: window };
    return { ...values, steps: [...values.steps, step] };
  }
  if (name === 'HistogramQuantile') {
    const values = read(text, last, depth + 1);
    if (values.kind === 'other') return values;
    return /^(?:signal|rate|count)$/.test(values.kind)
      ? {
          ...values,
          kind: 'signal',
          window: undefined,
          joined: values.joined === 'added' ? 'added' : 'other',
          steps: [],
          narrowed: values.narrowed.filter(({ label }) => label !== 'le'),
        }
      : other(instead(text, node), values);
  }
  const values = read(text, first, depth + 1);
  const isKept = /^(?:LabelReplace|LabelJoin|Sort|SortDesc|Vector|Scalar)$/.test(name);
  return isKept ? values : other(instead(text, node), values);
}

/** What a function over a range is given, and how long the range is. */
function ranged(
  text: string,
  outer: PromNode,
  depth: number,
): { readonly values: Values; readonly window: number | undefined } {
  const node = bare(outer);
  const of = operands(node)[0];
  const isRange = node.name === 'MatrixSelector' || node.name === 'SubqueryExpr';
  if (!isRange || of === undefined) {
    const values = read(text, node, depth + 1);
    const why = 'a function over a range of values is given none, which Prometheus refuses';
    return { values: values.kind === 'other' ? values : other(why, values), window: undefined };
  }
  const range = child(node, 'DurationExpr');
  const window = range && promDuration(text.slice(range.from, range.to));
  return { values: read(text, of, depth + 1), window };
}

function combined(text: string, node: PromNode, depth: number): Values {
  const parts = binaryOf(node);
  if (parts === undefined) return other('it is not understood');
  const { left, right, operator } = parts;
  const [a, b] = [numberOf(text, left), numberOf(text, right)];
  if (operator === '*' && (a ?? b) !== undefined && (a === undefined || b === undefined))
    return multiplied(read(text, a === undefined ? left : right, depth + 1), (a ?? b) as number);
  if (operator === '/' && a === undefined && b !== undefined) return multiplied(read(text, left, depth + 1), 1 / b);
  const [one, two] = [read(text, left, depth + 1), read(text, right, depth + 1)];
  if (isComparing(operator)) return other('its values are filtered before that', one, two);
  if (operator === 'and' || operator === 'unless') return other('another series decides which values count', one, two);
  if (operator === 'or') return isDefault(text, right) ? one : other('it falls back to another series', one, two);
  if (operator === '-' && /^time\s{0,20}\(\s{0,20}\)$/.test(text.slice(left.from, left.to))) {
    const why = noMoment(two);
    return why === undefined ? { ...two, kind: 'age', steps: two.steps.map(turned) } : other(why, two);
  }
  if (a !== undefined || b !== undefined) return other('a number is computed into it', one, two);
  if (operator === '/') {
    const below = divisor(text, right, depth);
    const isPlain = child(node, 'MatchingModifierClause') === undefined;
    if (isPlain && isSelfDivision(one, below)) return other('it divides each series by itself', one, below);
    return divided(one, below, matching(text, node));
  }
  const bad = [two, one].find(({ kind }) => kind === 'other');
  if (bad !== undefined) return other(bad.why, one, two);
  // A series of information is 1, and only lends its labels.
  if (operator === '*' && two.selectors.every(({ name }) => name.endsWith('_info'))) return one;
  if (operator === '+' && isAlike(one, two) && one.factor === two.factor)
    return {
      ...one,
      selectors: [...one.selectors, ...two.selectors],
      joined: 'added',
      steps: [...one.steps, ...two.steps],
      narrowed: [...one.narrowed, ...two.narrowed],
    };
  return other('it is computed from several values', one, two);
}

function multiplied(values: Values, factor: number): Values {
  if (values.kind === 'other') return values;
  if (!(factor > 0) || !Number.isFinite(factor))
    return other('its values are multiplied by no positive number', values);
  return { ...values, factor: values.factor * factor };
}

/** `or vector(0)` */
function isDefault(text: string, outer: PromNode): boolean {
  const node = bare(outer);
  const [of] = argumentsOf(node);
  return (
    child(node, 'FunctionIdentifier')?.children[0]?.name === 'Vector' &&
    of !== undefined &&
    numberOf(text, of) !== undefined
  );
}

/** Why what is taken from `time()` is no moment, or why that is not sure: a clause. */
function noMoment({ kind, factor, selectors, why }: Values): string | undefined {
  if (kind === 'other') return why;
  if (kind !== 'signal' || factor !== 1) return 'it takes something else than a moment from `time()`';
  const names = selectors.map(({ name }) => name);
  const bad = names.find((name) => /_(?:milliseconds|millis|ms)$/.test(name) || length.test(name));
  if (bad !== undefined) return `${bad} is no moment in seconds that \`time()\` could be compared with`;
  const unsure = names.find((name) => !moment.test(name));
  return unsure === undefined ? undefined : `whether ${unsure} is a moment does not show`;
}

/** How series that are moments are called, in seconds since 1970. */
const moment =
  /timestamp|(?:^|_)(?:at|epoch|unixtime|unix)(?:_seconds)?$|(?:^|_)time(?:_seconds)?$|_created$|(?:^|_)last_/;
const length = /(?:^|_)(?:age|lag|delay|duration|latency|elapsed|uptime|ttl|staleness)(?:_|$)|_since_/;

/** The oldest of moments is the highest age. */
function turned(step: Step): Step {
  const other = { min: 'max', max: 'min', topk: 'bottomk', bottomk: 'topk' } as const;
  return { ...step, how: other[step.how as keyof typeof other] ?? step.how };
}

/** Below a quotient, `(x > 0)` and `clamp_min(x, 1)` only keep it from being divided by nothing. */
function divisor(text: string, outer: PromNode, depth: number): Values {
  const node = bare(outer);
  const parts = binaryOf(node);
  if (parts !== undefined && (parts.operator === '>' || parts.operator === '!=') && numberOf(text, parts.right) === 0)
    return parts.bool ? read(text, node, depth + 1) : read(text, parts.left, depth + 1);
  const [of] = argumentsOf(node);
  const isClamped = child(node, 'FunctionIdentifier')?.children[0]?.name === 'ClampMin';
  return read(text, isClamped && of !== undefined ? of : node, depth + 1);
}
