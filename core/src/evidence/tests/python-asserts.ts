import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type PythonFile } from '../jobs/python-tree.ts';
import type { Idle } from './test-file.ts';

/** Calls that may fail the test as an `assert` does. */
const failing = /\b\w*(?:assert_?\w|raises|expect|verif|check|fail|warns|approx|validate)\w*\s*\(|\braise\b/i;

/** Where a test asserts, and none of it can fail: `assert found or True`. */
export function assertsNothing(file: PythonFile, body: SyntaxNode): Idle | undefined {
  const asserts: SyntaxNode[] = [];
  let rest = '';
  let from = body.from;
  body.cursor().iterate(({ name, node }) => {
    if (name !== 'AssertStatement') return true;
    asserts.push(node);
    rest += `${file.between(from, node.from)}\n`;
    from = node.to;
    return false;
  });
  const [first] = asserts;
  if (first === undefined || failing.test(rest + file.between(from, body.to))) return undefined;
  if (!asserts.every((one) => holdsAlways(file, one.firstChild?.nextSibling))) return undefined;
  return { line: file.line(first), says: 'asserts nothing that could fail' };
}

/** Whether a condition holds by its form alone, whatever its names stand for. */
export function holdsAlways(file: PythonFile, node: SyntaxNode | null | undefined, depth = 0): boolean {
  if (node === null || node === undefined || depth > 20) return false;
  if (node.name === 'ParenthesizedExpression') return holdsAlways(file, childrenOf(node)[0], depth + 1);
  // `assert (found, "nothing found")`: a pair is never empty.
  if (node.name === 'TupleExpression') return childrenOf(node).length > 0;
  if (node.name !== 'BinaryExpression') return truth(file, node) === true;
  const [left, right] = [node.firstChild, node.lastChild];
  const sign = file.between(left?.to ?? node.from, right?.from ?? node.to).trim();
  const both = [left, right].map((one) => holdsAlways(file, one, depth + 1));
  if (sign === 'or') return both.includes(true);
  if (sign === 'and') return !both.includes(false);
  const [a, b] = [left, right].map((one) => (one === null ? '' : file.source(one)));
  // What is called may answer otherwise the second time.
  if (sign === '==' || sign === 'is') return a === b && /^[A-Za-z_][\w.]*$/.test(a ?? '');
  return sign === '>=' && b === '0' && /^len\(/.test(a ?? '');
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
