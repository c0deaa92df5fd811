import { promDuration } from '../../dates.ts';
import { argumentsOf } from './promql-labels.ts';
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
} from './promql-tree.ts';
import { valuesOf } from './promql-values.ts';
import type { Values } from './values.ts';

/** A value that is compared with so many times itself at another time: `now operator factor * then`. */
export interface Relative {
  readonly operator: Comparing;
  readonly factor: number;
  /** The values that are compared, at present. */
  readonly now: Values;
  /** With those of so many seconds before, or with the mean of so many seconds; both where it is the mean of before. */
  readonly before: number | undefined;
  readonly mean: number | undefined;
  /** What the present value is compared with, as it stands there, and its line within the expression, from 0. */
  readonly text: string;
  readonly line: number;
}

/** Of a comparison whose sides are the same expression at two times; `undefined` of any other. */
export function relativeOf(text: string, top: PromNode): Relative | undefined {
  const parts = binaryOf(bare(top));
  if (parts === undefined || !isComparing(parts.operator) || parts.bool || hasMatching(bare(top))) return undefined;
  const { left, right, operator } = parts;
  const [a, b] = [numberOf(text, left), numberOf(text, right)];
  if (a === undefined && b === undefined) return joined(text, left, right, operator);
  if (a !== undefined && b !== undefined) return undefined;
  // As a quotient of both: `x / (x offset 1w) > 3`.
  const quotient = binaryOf(bare(a === undefined ? left : right));
  const number = (a ?? b) as number;
  if (quotient?.operator !== '/' || hasMatching(bare(a === undefined ? left : right)) || !(number > 0))
    return undefined;
  const found = joined(text, quotient.left, quotient.right, a === undefined ? operator : flipped[operator]);
  if (found === undefined || found.isTurned) return undefined;
  return { ...found, factor: found.factor * number };
}

function hasMatching(node: PromNode): boolean {
  return child(node, 'MatchingModifierClause') !== undefined;
}

function joined(
  text: string,
  left: PromNode,
  right: PromNode,
  operator: Comparing,
): (Relative & { readonly isTurned: boolean }) | undefined {
  const [one, two] = [sideOf(text, left), sideOf(text, right)];
  if (one === undefined || two === undefined || one.plain !== two.plain) return undefined;
  const isNow = ({ before, mean }: Side) => before === undefined && mean === undefined;
  if (isNow(one) === isNow(two)) return undefined;
  const isTurned = isNow(two);
  const [now, then] = isTurned ? [two, one] : [one, two];
  const { from, to } = isTurned ? left : right;
  return {
    operator: isTurned ? flipped[operator] : operator,
    factor: then.factor / now.factor,
    now: valuesOf(text, now.node),
    before: then.before,
    mean: then.mean,
    text: text.slice(from, to).replaceAll(/\s+/g, ' '),
    line: text.slice(0, from).split('\n').length - 1,
    isTurned,
  };
}

interface Side {
  readonly node: PromNode;
  readonly factor: number;
  /** The expression without what says of which time it is. */
  readonly plain: string;
  readonly before: number | undefined;
  readonly mean: number | undefined;
}

function sideOf(text: string, outer: PromNode): Side | undefined {
  let node = bare(outer);
  let factor = 1;
  for (let depth = 0; depth < deepest; depth += 1) {
    const parts = binaryOf(node);
    const [a, b] = parts === undefined ? [] : [numberOf(text, parts.left), numberOf(text, parts.right)];
    const isScaled = parts?.operator === '*' || (parts?.operator === '/' && a === undefined);
    const number = a ?? b;
    if (parts === undefined || !isScaled || number === undefined) break;
    factor *= parts.operator === '*' ? number : 1 / number;
    node = bare(a === undefined ? parts.left : parts.right);
  }
  if (!(factor > 0) || !Number.isFinite(factor)) return undefined;
  const times: Times = { before: [], mean: [] };
  const plain = plainOf(text, node, times, 0);
  if (plain === undefined || times.before.length > 1 || times.mean.length > 1) return undefined;
  return { node, factor, plain, before: times.before[0], mean: times.mean[0] };
}

interface Times {
  readonly before: number[];
  readonly mean: number[];
}

/** An expression without spaces, offsets and means over time, which are noted; `undefined` where one is not read. */
function plainOf(text: string, outer: PromNode, times: Times, depth: number): string | undefined {
  const node = bare(outer);
  if (depth > deepest) return undefined;
  if (node.name === 'OffsetExpr') {
    const [of] = operands(node);
    const offset =
      of &&
      promDuration(
        text
          .slice(of.to, node.to)
          .replace(/^[\s)]*offset\s*/i, '')
          .trim(),
      );
    if (of === undefined || offset === undefined) return undefined;
    times.before.push(offset);
    return plainOf(text, of, times, depth + 1);
  }
  if (child(node, 'FunctionIdentifier')?.children[0]?.name === 'AvgOverTime') {
    const [given] = argumentsOf(node);
    const [shifted, range] = given?.name === 'OffsetExpr' ? [given, operands(given)[0]] : [undefined, given];
    const of = range && operands(range)[0];
    const span = range && child(range, 'DurationExpr');
    const seconds = span && promDuration(text.slice(span.from, span.to));
    if (of === undefined || range === undefined || seconds === undefined) return undefined;
    times.mean.push(seconds);
    if (shifted !== undefined) {
      const offset = promDuration(
        text
          .slice(range.to, shifted.to)
          .replace(/^\s*offset\s*/i, '')
          .trim(),
      );
      if (offset === undefined) return undefined;
      times.before.push(offset);
    }
    return plainOf(text, of, times, depth + 1);
  }
  // What lies between the parts, and the parts.
  let plain = '';
  let at = node.from;
  for (const part of node.children) {
    const inner = part.children.length === 0 ? text.slice(part.from, part.to) : plainOf(text, part, times, depth + 1);
    if (inner === undefined) return undefined;
    plain += text.slice(at, part.from) + inner;
    at = part.to;
  }
  return `${plain}${text.slice(at, node.to)}`.replaceAll(/\s+/g, '');
}
