import type { SyntaxNode } from '@lezer/common';
import { PythonFile, type Value } from '../jobs/python-tree.ts';
import { plainKey, type Setting } from './setting.ts';

/** More nesting than a configuration has. */
const mostLevels = 12;
/** Signs that a file may give more than once through its names. */
const mostWritten = 100_000;

/** Constants of a file and its classes, entries of dictionaries, and arguments that calls are given by name. */
export function readPythonSettings(text: string): readonly Setting[] {
  const file = new PythonFile(text);
  const found: Setting[] = [];
  // Names may stand for lists of names that stand for lists: what is written out of them has an end.
  let left = mostWritten + mostLevels * text.length;
  block(file.tree.topNode, [], 0);
  const scaled = scaledIn(file);
  return found.map((one) => {
    const often = scaled.get(one.path.join('.'));
    return often === undefined ? one : { ...one, scaled: often };
  });

  function block(node: SyntaxNode, path: readonly string[], level: number): void {
    if (level > mostLevels) return;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === 'AssignStatement') assigned(child, path, level);
      else if (child.name === 'ClassDefinition' || child.name === 'DecoratedStatement') {
        const own = child.name === 'ClassDefinition' ? child : child.getChild('ClassDefinition');
        const name = own?.getChild('VariableName');
        const body = own?.getChild('Body');
        if (body && name) block(body, [...path, plainKey(file.source(name))], level + 1);
      } else if (child.name === 'ExpressionStatement' && child.firstChild !== null)
        given(child.firstChild, path, level + 1);
    }
  }

  function assigned(node: SyntaxNode, path: readonly string[], level: number): void {
    const [target, value] = [node.firstChild, node.lastChild];
    if (target === null || value === null || value === target) return;
    const names = file
      .source(target)
      .split('.')
      .map((part) => plainKey(part));
    given(value, [...path, ...names], level + 1);
  }

  /** The value, and what it is made of. */
  function given(node: SyntaxNode, path: readonly string[], level: number): void {
    if (level > mostLevels || left < 0) return;
    const { value, conditions } = file.value(node);
    left -= sizeOf(value);
    if (value.kind === 'text' || value.kind === 'number' || value.kind === 'boolean') {
      const said = value.kind === 'text' ? value.text : String(value.kind === 'number' ? value.number : value.truth);
      if (path.length > 0) found.push({ path, text: said, line: file.line(node), conditional: conditions.length > 0 });
    } else if (value.kind === 'mapping') {
      for (const [key, inner] of file.entries(value.node)) given(inner, [...path, plainKey(key)], level + 1);
    } else if (value.kind === 'list') {
      for (const [index, item] of value.items.entries()) given(item, [...path, String(index)], level + 1);
    } else if (value.kind === 'none') {
      // Of a class it is what is put in later.
      if (path.length === 1) found.push({ path, text: 'None', line: file.line(node), conditional: false });
    } else if (value.kind === 'call' && /^(?:int|float|str|bool|Decimal)$/.test(value.name)) {
      const inner = file.arguments(value.node.getChild('ArgList')).get('0');
      if (inner !== undefined) given(inner, path, level + 1);
    } else if (value.kind === 'call') {
      const called = value.name.split('.').map((part) => plainKey(part));
      for (const [name, inner] of file.arguments(value.node.getChild('ArgList'))) {
        if (!/^\d+$/.test(name)) given(inner, [...path, ...called, plainKey(name)], level + 1);
      }
    }
  }
}

/** Between units, which a name may tell. */
const betweenUnits = /^(?:1|60|3_?600|24|86_?400|1_?000|1_?000_?000|1e[369])$/;

/** What counts up to a limit. */
const counter = /step|iteration|turn|attempt|count|round|elapsed|spent|cost/i;
const ofSteps = /(?:steps|iterations|turns)$/;

/** Whether what comes of a product is a limit of the same kind: `range(MAX_STEPS * 10)`, and not how much is searched. */
function isLimit(file: PythonFile, product: SyntaxNode, constant: string): boolean {
  let node = product;
  while (node.parent?.name === 'ParenthesizedExpression') node = node.parent;
  const { parent } = node;
  if (parent?.name === 'BinaryExpression') {
    const other = parent.firstChild?.from === node.from ? parent.lastChild : parent.firstChild;
    return parent.getChild('CompareOp') !== null && other !== null && counter.test(file.source(other));
  }
  if (parent?.name === 'ArgList' && parent.parent !== null && file.callee(parent.parent) === 'range') return true;
  const sign = node.prevSibling;
  const target = sign?.name === 'AssignOp' ? sign.prevSibling : null;
  const name = target === null ? '' : plainKey(file.source(target).split('.').at(-1) ?? '');
  if (!name.startsWith('max_')) return false;
  return name.split('_').at(-1) === constant.split('_').at(-1) || (ofSteps.test(name) && ofSteps.test(constant));
}

/** Names of which a number of times is a limit somewhere, and where. */
function scaledIn(file: PythonFile): ReadonlyMap<string, NonNullable<Setting['scaled']>> {
  const found = new Map<string, NonNullable<Setting['scaled']>>();
  file.tree.iterate({
    enter({ name, node }) {
      if (name !== 'BinaryExpression') return;
      const [left, right] = [node.firstChild, node.lastChild];
      if (left === null || right === null || file.between(left.to, right.from).trim() !== '*') return;
      const [number, constant] = left.name === 'Number' ? [left, right] : [right, left];
      const said = file.source(constant);
      if (number.name !== 'Number' || betweenUnits.test(file.source(number)) || !/^[A-Za-z_][\w.]{0,100}$/.test(said))
        return;
      const path = said.split('.').map((part) => plainKey(part));
      if (!isLimit(file, node, path.at(-1) ?? '')) return;
      found.set(path.join('.'), { line: file.line(node), says: `${said} * ${file.source(number)}` });
    },
  });
  return found;
}

function sizeOf(value: Value): number {
  if (value.kind === 'mapping' || value.kind === 'call') return value.node.to - value.node.from;
  return 1 + (value.kind === 'list' ? value.items.length : value.kind === 'text' ? value.text.length : 0);
}
