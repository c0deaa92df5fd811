import { hasNoLabels, matching, seriesName } from './promql-labels.ts';
import { type Relative, relativeOf } from './promql-relative.ts';
import {
  bare,
  binaryOf,
  type Comparing,
  child,
  deepest,
  flipped,
  isComparing,
  numberOf,
  operands,
  type PromNode,
  promTree,
} from './promql-tree.ts';
import { valuesOf } from './promql-values.ts';
import type { Values } from './values.ts';

/** What an expression in PromQL needs and waits for. */
export interface Condition {
  /** It is PromQL, all of it. */
  readonly whole: boolean;
  /** It is longer than what is read. */
  readonly tooLong: boolean;
  /** Names of the series that it needs, as they are written; without those that are better not there. */
  readonly metrics: readonly string[];
  /** One of several conditions, or of several series, is enough. */
  readonly hasAlternatives: boolean;
  /** It fires where a series is not there. */
  readonly firesOnSilence: boolean;
  /** Some series are selected by labels only, or by a pattern, so that `metrics` are not all. */
  readonly selectsByPattern: boolean;
  /** It is a comparison with `bool`, which gives 0 or 1 and never nothing: it fires whatever the values are. */
  readonly alwaysFires: boolean;
  /** Its series have no labels, so that there is one at most. */
  readonly isSingle: boolean;
  /** Comparisons with a number that decide whether it fires. */
  readonly comparisons: readonly Comparison[];
  /** It is a comparison with the same value at another time. */
  readonly relative?: Relative;
  /** What the values of the whole expression are. */
  readonly values: Values | undefined;
}

/** `side operator number` */
export interface Comparison {
  readonly operator: Comparing;
  /** What the values of the series are compared with: the number, without the factor that `side` multiplies them by. */
  readonly value: number;
  /** The number that stands there, and how it is written. */
  readonly written: number;
  readonly text: string;
  /** Line within the expression, from 0. */
  readonly line: number;
  readonly metrics: readonly string[];
  readonly side: string;
  readonly values: Values;
  /** What else decides whether it fires. */
  readonly beside: readonly Beside[];
}

export interface Beside {
  /** Both must hold, one of them is enough, or the other one keeps it from firing. */
  readonly how: 'and' | 'or' | 'unless';
  /** As it stands there. */
  readonly text: string;
  /** The comparisons of which it consists; none where it is something else, or more than that. */
  readonly comparisons: readonly Comparison[];
  /** It holds where a series is not there. */
  readonly isSilence: boolean;
  /** Whether it speaks of the same series, by their labels. */
  readonly matches: ReturnType<typeof matching>;
}

/** Nobody writes a longer one, and the parser keeps a tree of it. */
const longestExpression = 10_000;

/** With more of them nobody can say what a rule waits for, and each is told of all others. */
const mostComparisons = 20;

/** Reads any text; what is no PromQL gives what could be read of it. */
export function conditionOf(text: string): Condition {
  if (text.length > longestExpression) return unread;
  const { root, whole } = promTree(text);
  if (root === undefined) return { ...unread, tooLong: false };
  const metrics = new Set<string>();
  let selectsByPattern = false;
  let hasAlternatives = false;
  let firesOnSilence = false;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isAbsent(node)) {
      firesOnSilence = true;
      continue;
    }
    const operator = binaryOf(node)?.operator;
    if (operator === 'or') hasAlternatives = true;
    if (node.name === 'VectorSelector') {
      const name = seriesName(text, node);
      if (name === undefined) selectsByPattern = true;
      else metrics.add(name);
    }
    // What `unless` takes away need not be there.
    const within = operator === 'unless' ? operands(node).slice(0, 1) : node.children;
    for (let index = within.length - 1; index >= 0; index -= 1) open.push(within[index] as PromNode);
  }
  // Comments may stand before it.
  const top = whole ? operands(root)[0] : undefined;
  const parts = top !== undefined ? partsOf(text, top, 0) : nothing;
  return {
    whole,
    tooLong: false,
    metrics: [...metrics],
    hasAlternatives,
    firesOnSilence,
    selectsByPattern,
    alwaysFires: top !== undefined && isBool(top),
    isSingle: top !== undefined && hasNoLabels(text, top),
    comparisons: parts.comparisons,
    relative: top !== undefined ? relativeOf(text, top) : undefined,
    values: top !== undefined ? valuesOf(text, top) : undefined,
  };
}

/** Of an expression that is longer than what is read. */
export const unread: Condition = {
  whole: false,
  tooLong: true,
  metrics: [],
  hasAlternatives: false,
  firesOnSilence: false,
  selectsByPattern: true,
  alwaysFires: false,
  isSingle: false,
  comparisons: [],
  values: undefined,
};

function isAbsent(node: PromNode): boolean {
  const name = child(node, 'FunctionIdentifier')?.children[0]?.name;
  return name === 'Absent' || name === 'AbsentOverTime';
}

function isBool(top: PromNode): boolean {
  const parts = binaryOf(bare(top));
  return parts !== undefined && isComparing(parts.operator) && parts.bool;
}

interface Parts {
  readonly comparisons: readonly Comparison[];
  /** There is nothing else in it. */
  readonly complete: boolean;
}

const nothing: Parts = { comparisons: [], complete: false };

/** Both sides of what joins conditions; each comparison knows what stands beside it. */
function partsOf(text: string, outer: PromNode, depth: number): Parts {
  const node = bare(outer);
  if (depth > deepest) return nothing;
  const parts = binaryOf(node);
  if (parts === undefined) return nothing;
  const { left, right, operator } = parts;
  if (isComparing(operator)) {
    // With `on` and the like Prometheus refuses a number.
    const isRefused = child(node, 'MatchingModifierClause') !== undefined;
    return parts.bool || isRefused ? nothing : compared(text, left, right, operator);
  }
  if (operator !== 'and' && operator !== 'or' && operator !== 'unless') return nothing;
  const [one, two] = [partsOf(text, left, depth + 1), partsOf(text, right, depth + 1)];
  const matches = matching(text, node);
  const ofLeft = withBeside(one, { how: operator, matches, ...told(text, right, two) });
  if (operator === 'unless') return { comparisons: ofLeft, complete: false };
  const comparisons = [...ofLeft, ...withBeside(two, { how: operator, matches, ...told(text, left, one) })];
  if (comparisons.length > mostComparisons) return nothing;
  return { comparisons, complete: one.complete && two.complete && operator === 'and' };
}

function withBeside({ comparisons }: Parts, beside: Beside): readonly Comparison[] {
  return comparisons.map((one) => ({ ...one, beside: [...one.beside, beside] }));
}

function told(text: string, node: PromNode, { comparisons, complete }: Parts): Omit<Beside, 'how' | 'matches'> {
  return {
    text: inOneLine(text, node),
    comparisons: complete ? comparisons : [],
    isSilence: isAbsent(bare(node)),
  };
}

/** A condition is told of in a sentence. */
const longestTold = 200;

function inOneLine(text: string, { from, to }: PromNode): string {
  return text.slice(from, Math.min(to, from + longestTold)).replaceAll(/\s+/g, ' ');
}

function compared(text: string, left: PromNode, right: PromNode, operator: Comparing): Parts {
  const [a, b] = [numberOf(text, left), numberOf(text, right)];
  if ((a === undefined) === (b === undefined)) return nothing;
  const written = (a ?? b) as number;
  const [side, number] = a === undefined ? [left, right] : [right, left];
  const values = valuesOf(text, side);
  const comparison: Comparison = {
    operator: a === undefined ? operator : flipped[operator],
    value: written / values.factor,
    written,
    text: inOneLine(text, number),
    line: linesIn(text, a === undefined ? right.from : left.from),
    metrics: [...new Set(values.selectors.map(({ name }) => name))],
    side: inOneLine(text, side),
    values,
    beside: [],
  };
  return { comparisons: [comparison], complete: true };
}

function linesIn(text: string, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
