import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { promDuration } from '../../dates.ts';

/** What an expression in PromQL needs and waits for. */
export interface Condition {
  /** It is PromQL, all of it. */
  readonly whole: boolean;
  /** Names of the series that it needs, as they are written; without those that are better not there. */
  readonly metrics: readonly string[];
  /** One of several conditions, or of several series, is enough. */
  readonly hasAlternatives: boolean;
  /** It fires where a series is not there. */
  readonly firesOnSilence: boolean;
  /** Some series are selected by labels only, or by a pattern, so that `metrics` are not all. */
  readonly selectsByPattern: boolean;
  /** Comparisons with a number that decide whether it fires. */
  readonly comparisons: readonly Comparison[];
}

/** `side operator number` */
export interface Comparison {
  readonly operator: '>' | '>=' | '<' | '<=' | '==' | '!=';
  /** What the values of the series are compared with: the number, without the factor that `side` multiplies them by. */
  readonly value: number;
  /** As it stands there. */
  readonly written: number;
  /** Line within the expression, from 0. */
  readonly line: number;
  readonly metrics: readonly string[];
  /** The age of a moment: `time() - series`, in seconds whatever the series is called. */
  readonly isAge: boolean;
  /** Whether the values of `side` are values of the series, and not a count, a rate or a change of them. */
  readonly isPlain: boolean;
}

/** Nobody writes a longer one, and the parser keeps a tree of it. */
const longestExpression = 10_000;
const deepest = 200;

/** Reads any text; what is no PromQL gives what could be read of it. */
export function conditionOf(text: string): Condition {
  if (text.length > longestExpression) return unread;
  const tree = parser.parse(text);
  const metrics = new Set<string>();
  let whole = true;
  let selectsByPattern = false;
  let hasAlternatives = false;
  let firesOnSilence = false;
  let unneeded = -1;
  tree.iterate({
    enter({ type, from, to, node }) {
      if (type.isError) whole = false;
      if (type.name === 'Or') hasAlternatives = true;
      if (from < unneeded) return;
      if (type.name === 'FunctionCall' && text.startsWith('absent', from)) {
        firesOnSilence = true;
        unneeded = to;
      }
      // What `unless` takes away need not be there.
      if (node.prevSibling !== null && node.parent !== null && hasChild(node.parent, ['Unless']) && isOperand(node))
        unneeded = to;
      if (type.name !== 'VectorSelector' || from < unneeded) return;
      const name = seriesName(text, node);
      if (name === undefined) selectsByPattern = true;
      else metrics.add(name);
    },
  });
  const top = tree.topNode.firstChild;
  const comparisons = whole && top !== null ? comparisonsIn(text, top, 0, false) : [];
  return { whole, metrics: [...metrics], hasAlternatives, firesOnSilence, selectsByPattern, comparisons };
}

const unread: Condition = {
  whole: false,
  metrics: [],
  hasAlternatives: false,
  firesOnSilence: false,
  selectsByPattern: true,
  comparisons: [],
};

/** `name{…}`, `{"name", …}` or `{__name__="name"}`. */
function seriesName(text: string, node: SyntaxNode): string | undefined {
  const identifier = node.getChild('Identifier');
  if (identifier !== null) return text.slice(identifier.from, identifier.to);
  const matchers = node.getChild('LabelMatchers');
  const quoted = matchers?.getChild('QuotedLabelName')?.getChild('StringLiteral');
  if (quoted) return text.slice(quoted.from + 1, quoted.to - 1);
  for (const matcher of matchers?.getChildren('UnquotedLabelMatcher') ?? []) {
    const match = /^__name__\s*=\s*["'`]([^"'`]*)["'`]$/.exec(
      text.slice(matcher.from, Math.min(matcher.to, matcher.from + 1000)),
    );
    if (match !== null) return match[1];
  }
  return undefined;
}

function operands(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (isOperand(child)) found.push(child);
  return found;
}

function isOperand({ name }: SyntaxNode): boolean {
  return /^(?:[A-Za-z]*Expr|VectorSelector|MatrixSelector|FunctionCall|NumberDurationLiteral|StringLiteral)$/.test(
    name,
  );
}

/** Through brackets, and both sides of what joins conditions; where two of them must hold, each is one. */
function comparisonsIn(text: string, node: SyntaxNode, depth: number, shifted: boolean): readonly Comparison[] {
  if (depth > deepest) return [];
  const [left, right] = operands(node);
  if (node.name === 'ParenExpr' || node.name === 'OffsetExpr' || node.name === 'StepInvariantExpr')
    return left === undefined ? [] : comparisonsIn(text, left, depth + 1, shifted || node.name === 'OffsetExpr');
  if (node.name !== 'BinaryExpr' || left === undefined || right === undefined) return [];
  if (hasChild(node, ['And', 'Or'])) {
    return [...comparisonsIn(text, left, depth + 1, shifted), ...comparisonsIn(text, right, depth + 1, shifted)];
  }
  if (hasChild(node, ['Unless'])) return comparisonsIn(text, left, depth + 1, shifted);
  const operator = operatorOf(node);
  if (operator === undefined) return [];
  const [a, b] = [numberOf(text, left, 0), numberOf(text, right, 0)];
  if ((a === undefined) === (b === undefined)) return [];
  const written = (a ?? b) as number;
  const side = a === undefined ? left : right;
  const line = text.slice(0, a === undefined ? right.from : left.from).split('\n').length - 1;
  return [
    {
      operator: a === undefined ? operator : flipped[operator],
      written,
      line,
      ...sideOf(text, side, written, shifted),
    },
  ];
}

const operators = { Gtr: '>', Gte: '>=', Lss: '<', Lte: '<=', Eql: '==', EqlC: '==', Neq: '!=' } as const;
const flipped = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '==': '==', '!=': '!=' } as const;

function operatorOf(node: SyntaxNode): Comparison['operator'] | undefined {
  for (const [name, operator] of Object.entries(operators)) if (hasChild(node, [name])) return operator;
  return undefined;
}

function hasChild(node: SyntaxNode, names: readonly string[]): boolean {
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (names.includes(child.name)) return true;
  return false;
}

/** Functions and aggregations that give values of what they are given. */
const valueKept =
  /^(?:Sum|Avg|Min|Max|Quantile|Topk|Bottomk|AvgOverTime|MinOverTime|MaxOverTime|LastOverTime|QuantileOverTime|HistogramQuantile|Clamp|ClampMin|ClampMax|Abs|Scalar|Vector|LabelReplace|LabelJoin|Round|Ceil|Floor|Sort|SortDesc|Time|Increase|By|Without)$/;
/** A share of two rates is a share. */
const perSecond = /^(?:Rate|Irate)$/;

function sideOf(
  text: string,
  side: SyntaxNode,
  written: number,
  shifted: boolean,
): Pick<Comparison, 'value' | 'metrics' | 'isAge' | 'isPlain'> {
  const { node, factor } = withoutFactor(text, side);
  const metrics = new Set<string>();
  let isPlain = !shifted && !hasRateAlone(node, text);
  node.cursor().iterate(({ name, node: inner }) => {
    if (name === 'VectorSelector') metrics.add(seriesName(text, inner) ?? '');
    const isFunction = inner.parent?.name === 'FunctionIdentifier' || inner.parent?.name === 'AggregateOp';
    if (isFunction && !valueKept.test(name) && !perSecond.test(name)) isPlain = false;
    if (name === 'OffsetExpr' || name === 'Sub' || name === 'Add' || name === 'Mod' || name === 'Pow' || name === 'Mul')
      isPlain = false;
  });
  const age = isAgeOf(text, node);
  return {
    value: factor === 0 ? written : written / factor,
    metrics: [...metrics],
    isAge: age,
    isPlain: isPlain || age,
  };
}

/** A rate with nothing that it is divided by counts in seconds. */
function hasRateAlone(node: SyntaxNode, text: string): boolean {
  const inner = bare(node);
  if (inner.name === 'BinaryExpr' && hasChild(inner, ['Div'])) return false;
  return (
    /\bi?rate\s*\(/.test(text.slice(node.from, node.to)) &&
    !/^\s*histogram_quantile/.test(text.slice(inner.from, inner.to))
  );
}

function isAgeOf(text: string, node: SyntaxNode): boolean {
  const inner = bare(node);
  const [left, right] = operands(inner);
  if (inner.name !== 'BinaryExpr' || !hasChild(inner, ['Sub']) || left === undefined || right === undefined)
    return false;
  const from = bare(right);
  const isSeries =
    from.name === 'VectorSelector' ||
    ((from.name === 'AggregateExpr' || from.name === 'FunctionCall') &&
      /^(?:max|min|avg|last_over_time|max_over_time|timestamp)\b/.test(text.slice(from.from, from.to)));
  return /^time\s*\(\s*\)$/.test(text.slice(left.from, left.to)) && isSeries;
}

function bare(node: SyntaxNode): SyntaxNode {
  let inner = node;
  for (let depth = 0; depth < deepest && inner.name === 'ParenExpr'; depth += 1) {
    const within = operands(inner)[0];
    if (within === undefined) return inner;
    inner = within;
  }
  return inner;
}

/** `x * 100` and `x / 3600` are values of x in another unit. */
function withoutFactor(text: string, side: SyntaxNode): { readonly node: SyntaxNode; readonly factor: number } {
  let node = side;
  let factor = 1;
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = bare(node);
    const [left, right] = operands(inner);
    const isProduct = inner.name === 'BinaryExpr' && hasChild(inner, ['Mul']);
    const isQuotient = inner.name === 'BinaryExpr' && hasChild(inner, ['Div']);
    if ((!isProduct && !isQuotient) || left === undefined || right === undefined) break;
    const [a, b] = [numberOf(text, left, 0), numberOf(text, right, 0)];
    if (b !== undefined && a === undefined) {
      factor = isProduct ? factor * b : factor / b;
      node = left;
    } else if (a !== undefined && b === undefined && isProduct) {
      factor *= a;
      node = right;
    } else break;
  }
  return { node, factor: Number.isFinite(factor) ? factor : 1 };
}

/** The value of an expression of numbers alone. */
function numberOf(text: string, node: SyntaxNode, depth: number): number | undefined {
  if (depth > deepest) return undefined;
  if (node.name === 'NumberDurationLiteral') return literal(text.slice(node.from, node.to));
  const [left, right] = operands(node);
  const a = left && numberOf(text, left, depth + 1);
  if (node.name === 'ParenExpr') return a;
  if (a === undefined) return undefined;
  if (node.name === 'UnaryExpr') return text[node.from] === '-' ? -a : a;
  const b = right && numberOf(text, right, depth + 1);
  if (node.name !== 'BinaryExpr' || b === undefined) return undefined;
  if (hasChild(node, ['Add'])) return a + b;
  if (hasChild(node, ['Sub'])) return a - b;
  if (hasChild(node, ['Mul'])) return a * b;
  if (hasChild(node, ['Div'])) return a / b;
  return undefined;
}

/** Numbers, and since Prometheus 3 durations in their place, which stand for seconds. */
function literal(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (plain !== '' && !Number.isNaN(Number(plain))) return Number(plain);
  return promDuration(text);
}
