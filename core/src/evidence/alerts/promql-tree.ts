import type { Tree } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { promDuration } from '../../dates.ts';

/** A node of an expression in PromQL, by the names that its grammar has. */
export interface PromNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly children: readonly PromNode[];
}

/** Deeper than anybody writes, and less than what a call stack holds. */
export const deepest = 200;

/** Of text that is no PromQL so much is read: where the parser has to guess, it takes fifty times as long. */
const longestGuess = 2000;

/**
 * Reads any text in one pass: what is asked of the tree afterwards never walks along siblings again, which takes long in
 * lists of thousands. `whole` is whether all of it is PromQL.
 */
export function promTree(text: string): { readonly root: PromNode | undefined; readonly whole: boolean } {
  if (isTooDeep(text)) return { root: undefined, whole: false };
  const { tree, whole } = parsed(text);
  if (tree === undefined) return { root: undefined, whole };
  const roots: Growing[] = [];
  const open: Growing[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      const node: Growing = { name, from, to, children: [] };
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
    },
    leave() {
      const node = open.pop();
      if (node !== undefined) bindShift(node);
    },
  });
  return { root: roots[0], whole };
}

interface Growing extends PromNode {
  name: string;
  from: number;
  to: number;
  children: Growing[];
}

/** `a > b offset 1w` shifts `b`, and not, as the grammar has it, the comparison. */
function bindShift(node: Growing): void {
  const [first, ...behind] = node.children;
  if (!/^(?:Offset|StepInvariant)Expr$/.test(node.name) || first?.name !== 'BinaryExpr') return;
  let holder = first;
  for (;;) {
    holder.to = node.to;
    const last = holder.children.at(-1);
    if (last?.name !== 'BinaryExpr') break;
    holder = last;
  }
  const shifted = holder.children.pop();
  if (shifted === undefined) return;
  const { name, to } = node;
  holder.children.push({ name, from: shifted.from, to, children: [shifted, ...behind] });
  node.name = first.name;
  node.children = first.children;
}

const strict = parser.configure({ strict: true });

function parsed(text: string): { readonly tree?: Tree; readonly whole: boolean } {
  try {
    return { tree: strict.parse(text), whole: true };
  } catch {
    return text.length > longestGuess ? { whole: false } : { tree: parser.parse(text), whole: false };
  }
}

/** The parser takes long over brackets within brackets, and what is in them is not understood anyway. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[()]/g)) {
    depth += sign === '(' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

export function operands({ children }: PromNode): readonly PromNode[] {
  return children.filter(({ name }) => operand.test(name));
}

const operand = /^(?:[A-Za-z]*Expr|VectorSelector|MatrixSelector|FunctionCall|NumberDurationLiteral|StringLiteral)$/;

export function child({ children }: PromNode, name: string): PromNode | undefined {
  return children.find((one) => one.name === name);
}

/** Without the brackets around it. */
export function bare(node: PromNode): PromNode {
  let inner = node;
  for (let depth = 0; depth < deepest && inner.name === 'ParenExpr'; depth += 1) {
    const within = operands(inner)[0];
    if (within === undefined) return inner;
    inner = within;
  }
  return inner;
}

const binary = {
  Add: '+',
  Sub: '-',
  Mul: '*',
  Div: '/',
  Mod: '%',
  Pow: '^',
  Atan2: 'atan2',
  And: 'and',
  Or: 'or',
  Unless: 'unless',
  Gtr: '>',
  Gte: '>=',
  Lss: '<',
  Lte: '<=',
  Eql: '==',
  EqlC: '==',
  Neq: '!=',
} as const;

export type Operator = (typeof binary)[keyof typeof binary];
export type Comparing = '>' | '>=' | '<' | '<=' | '==' | '!=';

/** The same comparison with its sides changed. */
export const flipped = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '==': '==', '!=': '!=' } as const;

/** Two operands and what stands between them; `undefined` for anything else. */
export function binaryOf(
  node: PromNode,
):
  | { readonly left: PromNode; readonly right: PromNode; readonly operator: Operator; readonly bool: boolean }
  | undefined {
  if (node.name !== 'BinaryExpr') return undefined;
  const [left, right] = operands(node);
  const sign = node.children.find(({ name }) => Object.hasOwn(binary, name))?.name as keyof typeof binary | undefined;
  if (left === undefined || right === undefined || sign === undefined) return undefined;
  return { left, right, operator: binary[sign], bool: child(node, 'BoolModifier') !== undefined };
}

export function isComparing(operator: Operator): operator is Comparing {
  return /^[<>=!]/.test(operator);
}

/** The value of an expression of numbers alone. */
export function numberOf(text: string, node: PromNode, depth = 0): number | undefined {
  if (depth > deepest) return undefined;
  if (node.name === 'NumberDurationLiteral') return literal(text.slice(node.from, node.to));
  if (node.name === 'ParenExpr' || node.name === 'UnaryExpr') {
    const inner = operands(node)[0];
    const value = inner && numberOf(text, inner, depth + 1);
    return value !== undefined && node.name === 'UnaryExpr' && text[node.from] === '-' ? -value : value;
  }
  const parts = binaryOf(node);
  if (parts === undefined || !/^[-+*/^]$/.test(parts.operator)) return undefined;
  const b = numberOf(text, parts.right, depth + 1);
  const a = b === undefined ? undefined : numberOf(text, parts.left, depth + 1);
  if (a === undefined || b === undefined) return undefined;
  if (parts.operator === '+') return a + b;
  if (parts.operator === '-') return a - b;
  if (parts.operator === '*') return a * b;
  return parts.operator === '/' ? a / b : a ** b;
}

/** Numbers, and since Prometheus 3 durations in their place, which stand for seconds. */
function literal(text: string): number | undefined {
  const plain = text.replaceAll('_', '');
  if (plain !== '' && !Number.isNaN(Number(plain))) return Number(plain);
  return promDuration(text);
}
