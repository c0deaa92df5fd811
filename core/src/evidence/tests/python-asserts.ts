import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type PythonFile } from '../jobs/python-tree.ts';
import type { Idle } from './test-file.ts';

/** Calls that may fail the test as an `assert` does. */
const failing = /assert_?\w|raises|expect|verif|check|fail|warns|approx|validate/i;
const harmless = /^(?:await\s+)?(?:print|(?:logging|logger|log)\.\w{1,50})\s*\(/;

function mayFail(source: string): boolean {
  if (/\braise\b/.test(source)) return true;
  return [...source.matchAll(/(?<!\w)(\w{1,200})\s*\(/g)].some(([, name = '']) => failing.test(name));
}

/** Where a test asserts, and none of it can fail: `assert found or True`. */
export function assertsNothing(file: PythonFile, body: SyntaxNode): Idle | undefined {
  const asserts: SyntaxNode[] = [];
  let rest = '';
  let from = body.from;
  let calls = false;
  body.cursor().iterate(({ name, node }) => {
    // What is called for nothing that comes of it is called for what it does, which may be to fail.
    if (name === 'ExpressionStatement' && !isText(node) && !harmless.test(file.source(node))) calls = true;
    if (name !== 'AssertStatement') return true;
    asserts.push(node);
    rest += `${file.between(from, node.from)}\n`;
    from = node.to;
    return false;
  });
  const [first] = asserts;
  if (first === undefined || calls || mayFail(rest + file.between(from, body.to))) return undefined;
  if (!asserts.every((one) => holdsAlways(file, one.firstChild?.nextSibling))) return undefined;
  return { line: file.line(first), says: 'asserts nothing that could fail' };
}

/** Whether a condition holds by its form alone, whatever its names stand for. */
export function holdsAlways(file: PythonFile, node: SyntaxNode | null | undefined, depth = 0): boolean {
  if (node === null || node === undefined || depth > 20) return false;
  if (node.name === 'ParenthesizedExpression') return holdsAlways(file, childrenOf(node)[0], depth + 1);
  // `assert (found, "nothing found")`: a pair is never empty.
  if (node.name === 'TupleExpression') return childrenOf(node).length > 0;
  if (node.name === 'VariableName' && isBound(file, node)) return false;
  if (node.name !== 'BinaryExpression') return truth(file, node) === true;
  const [left, right] = [node.firstChild, node.lastChild];
  const sign = file.between(left?.to ?? node.from, right?.from ?? node.to).trim();
  const both = [left, right].map((one) => holdsAlways(file, one, depth + 1));
  if (sign === 'or') return both.includes(true);
  if (sign === 'and') return !both.includes(false);
  const [a, b] = [left, right].map((one) => (one === null ? '' : file.source(one)));
  // What is called may answer otherwise the second time.
  if (sign === '==' || sign === 'is') return a === b && /^[A-Za-z_][\w.]*$/.test(a ?? '');
  return sign === '>=' && b === '0' && left?.name === 'CallExpression' && file.callee(left) === 'len';
}

function isText(node: SyntaxNode): boolean {
  return /^(?:Continued)?String$|^Ellipsis$/.test(node.firstChild?.name ?? '');
}

/** The words of a function that stand outside of its asserts, by where it begins. */
const wordsOf = new WeakMap<PythonFile, Map<number, ReadonlySet<string>>>();

/**
 * Whether a name may be given something by the function that it stands in, or by any that calls it `global`: that it
 * stands elsewhere in the function is enough.
 */
function isBound(file: PythonFile, node: SyntaxNode): boolean {
  let around: SyntaxNode | undefined;
  for (let outer = node.parent; outer !== null; outer = outer.parent)
    if (outer.name === 'FunctionDefinition') around = outer;
  const known = wordsOf.get(file) ?? new Map<number, ReadonlySet<string>>();
  wordsOf.set(file, known);
  const words = (at: number, read: () => string): ReadonlySet<string> => {
    const found = known.get(at) ?? new Set(read().match(/\w+/g));
    known.set(at, found);
    return found;
  };
  const name = file.source(node);
  if (words(-1, () => globalsOf(file)).has(name)) return true;
  return around !== undefined && words(around.from, () => besideAsserts(file, around)).has(name);
}

function besideAsserts(file: PythonFile, around: SyntaxNode): string {
  let rest = '';
  let from = around.from;
  around.cursor().iterate(({ name, node }) => {
    if (name !== 'AssertStatement' || file.between(node.from, node.to).includes(':=')) return true;
    rest += `${file.between(from, node.from)}\n`;
    from = node.to;
    return false;
  });
  return rest + file.between(from, around.to);
}

function globalsOf(file: PythonFile): string {
  let names = '';
  file.tree.iterate({
    enter({ name, from, to }) {
      if (name === 'ScopeStatement') names += `${file.between(from, to)}\n`;
    },
  });
  return names;
}

export function truth(file: PythonFile, node: SyntaxNode): boolean | undefined {
  const { value, conditions } = file.value(node);
  if (conditions.length > 0) return undefined;
  if (value.kind === 'boolean') return value.truth;
  if (value.kind === 'number') return value.number !== 0;
  if (value.kind === 'text') return value.text === 'True' || value.text === '1' ? true : undefined;
  return undefined;
}

export function isFalse(file: PythonFile, node: SyntaxNode | null): boolean {
  return node !== null && truth(file, node) === false;
}
