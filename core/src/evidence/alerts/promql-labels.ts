import { bare, binaryOf, child, deepest, isComparing, numberOf, operands, type PromNode } from './promql-tree.ts';

export interface Selector {
  readonly name: string;
  readonly labels: readonly LabelMatcher[];
}

export interface LabelMatcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** `name{…}`, `{"name", …}` or `{__name__="name"}`. */
export function seriesName(text: string, node: PromNode): string | undefined {
  const identifier = child(node, 'Identifier');
  if (identifier !== undefined) return text.slice(identifier.from, identifier.to);
  const matchers = child(node, 'LabelMatchers');
  const named = matchers && child(matchers, 'QuotedLabelName');
  const quoted = named && child(named, 'StringLiteral');
  if (quoted !== undefined) return text.slice(quoted.from + 1, quoted.to - 1);
  const own = labelsIn(text, node).find(({ label, operator }) => label === '__name__' && operator === '=');
  return own?.value;
}

/** What a selector asks for beside the name. */
export function labelsOf(text: string, node: PromNode): readonly LabelMatcher[] {
  return labelsIn(text, node).filter(({ label }) => label !== '__name__');
}

function labelsIn(text: string, node: PromNode): readonly LabelMatcher[] {
  return (child(node, 'LabelMatchers')?.children ?? []).flatMap((one): LabelMatcher[] => {
    const match = /^(?:"([^"]{1,200})"|([\w.]{1,200}))\s{0,20}(=~|!~|!=|=)\s{0,20}(["'`])(.*)\4$/s.exec(
      text.slice(one.from, Math.min(one.to, one.from + longestMatcher)),
    );
    if (match === null) return [];
    const [, quoted, plain, operator, , value = ''] = match;
    return [{ label: quoted ?? plain ?? '', operator: operator as LabelMatcher['operator'], value }];
  });
}

/** A longer one is a list of generated names. */
const longestMatcher = 1000;

/** `by (…)`, or `without`; `undefined` where an aggregation keeps no label. */
export function groupedBy(text: string, node: PromNode): readonly string[] | 'without' | undefined {
  const modifier = child(node, 'AggregateModifier');
  if (modifier === undefined) return undefined;
  if (child(modifier, 'By') === undefined) return 'without';
  const labels = named(text, child(modifier, 'GroupingLabels'));
  return labels.length === 0 ? undefined : labels;
}

function named(text: string, list: PromNode | undefined): readonly string[] {
  return (list?.children ?? []).map(({ from, to }) => text.slice(from, to).replaceAll(/^["'`]|["'`]$/g, ''));
}

/** Which labels the series of an expression have: those of the series that it reads, or a list of them. */
type Labels = 'own' | ReadonlySet<string> | undefined;

const none: ReadonlySet<string> = new Set();

/** Whether an expression surely gives one series, without any label. */
export function hasNoLabels(text: string, node: PromNode): boolean {
  const labels = labelsFrom(text, node, 0);
  return labels !== undefined && labels !== 'own' && labels.size === 0;
}

function labelsFrom(text: string, outer: PromNode, depth: number): Labels {
  const node = bare(outer);
  if (depth > deepest) return undefined;
  const of = (inner: PromNode | undefined) => (inner === undefined ? undefined : labelsFrom(text, inner, depth + 1));
  switch (node.name) {
    // What a rule records has the labels that it leaves.
    case 'VectorSelector':
      return seriesName(text, node)?.includes(':') === false ? 'own' : undefined;
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
    case 'UnaryExpr':
      return of(operands(node)[0]);
    case 'AggregateExpr': {
      const how = child(node, 'AggregateOp')?.children[0]?.name ?? '';
      if (/^(?:Topk|Bottomk)$/.test(how)) return of(argumentsOf(node).at(-1));
      const labels = groupedBy(text, node);
      if (how === 'CountValues' || labels === 'without') return undefined;
      return labels === undefined ? none : new Set(labels);
    }
    case 'FunctionCall':
      return labelsAfter(text, node, of);
    case 'BinaryExpr': {
      const parts = binaryOf(node);
      if (parts === undefined) return undefined;
      if (numberOf(text, parts.left) !== undefined) return of(parts.right);
      if (numberOf(text, parts.right) !== undefined) return of(parts.left);
      const keepsLeft = isComparing(parts.operator) || parts.operator === 'and' || parts.operator === 'unless';
      return keepsLeft && child(node, 'MatchingModifierClause') === undefined ? of(parts.left) : undefined;
    }
    default:
      return undefined;
  }
}

function labelsAfter(text: string, node: PromNode, of: (inner: PromNode | undefined) => Labels): Labels {
  const name = child(node, 'FunctionIdentifier')?.children[0]?.name ?? '';
  const given = argumentsOf(node);
  if (given.length === 0 || name === 'Vector') return none;
  if (/^(?:Absent|AbsentOverTime|LabelReplace|LabelJoin|Scalar|Info)$/.test(name)) return undefined;
  const labels = of(given.find((one) => numberOf(text, one) === undefined && one.name !== 'StringLiteral'));
  if (name !== 'HistogramQuantile' || labels === undefined || labels === 'own') return labels;
  return new Set([...labels].filter((label) => label !== 'le'));
}

/** What stands in the brackets of a function or an aggregation. */
export function argumentsOf(node: PromNode): readonly PromNode[] {
  const body = child(node, 'FunctionCallBody');
  return body === undefined ? [] : operands(body);
}

/** Every series that is scraped has these. */
const scraped = new Set(['job', 'instance']);

/**
 * Whether series of both sides of an operator have the same labels, as far as it goes by them: `never` where one side
 * surely has labels that the other one has not.
 */
export function matching(text: string, node: PromNode): 'yes' | 'never' | 'unknown' {
  const [left, right] = operands(node);
  if (left === undefined || right === undefined) return 'unknown';
  const [a, b] = [labelsFrom(text, left, 0), labelsFrom(text, right, 0)];
  const modifier = child(node, 'MatchingModifierClause');
  const asked = modifier && named(text, child(modifier, 'GroupingLabels'));
  if (modifier !== undefined && child(modifier, 'On') !== undefined) return matchingOn(asked ?? [], a, b);
  if (a === undefined || b === undefined) return 'unknown';
  const ignored = new Set(asked ?? []);
  const has = (labels: Exclude<Labels, undefined>) =>
    new Set([...(labels === 'own' ? scraped : labels)].filter((label) => !ignored.has(label)));
  const [one, two] = [has(a), has(b)];
  if (a === 'own' || b === 'own') {
    if (a === b) return 'unknown';
    // The side with a list has nothing but what is in the list.
    const [known, other] = a === 'own' ? [one, two] : [two, one];
    return [...known].every((label) => other.has(label)) ? 'unknown' : 'never';
  }
  return one.size === two.size && [...one].every((label) => two.has(label)) ? 'yes' : 'never';
}

function matchingOn(asked: readonly string[], a: Labels, b: Labels): 'yes' | 'never' | 'unknown' {
  const has = (labels: Labels, label: string) =>
    labels === undefined ? undefined : labels === 'own' ? scraped.has(label) || undefined : labels.has(label);
  let result: 'yes' | 'unknown' = 'yes';
  for (const label of asked) {
    const [one, two] = [has(a, label), has(b, label)];
    if (one === undefined || two === undefined) result = 'unknown';
    else if (one !== two) return 'never';
  }
  return result;
}
