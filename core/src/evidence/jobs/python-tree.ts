import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { clipped } from '../../shown.ts';
import { lineIndex } from '../../text.ts';
import type { Remark } from './timing.ts';

/** What an expression in Python comes to, as far as its file says; nothing is run. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly truth: boolean }
  | { readonly kind: 'none' }
  /** A call, a list, a mapping: what it is made of. */
  | { readonly kind: 'call'; readonly name: string; readonly node: SyntaxNode }
  | { readonly kind: 'list'; readonly items: readonly SyntaxNode[] }
  | { readonly kind: 'mapping'; readonly node: SyntaxNode }
  /** `why` completes "It …". */
  | { readonly kind: 'unknown'; readonly why: string };

/** A value, and what must hold so that it is this one. */
export interface Conditional {
  readonly value: Value;
  readonly conditions: readonly Remark[];
}

/** What is not so where a scheduler reads the file. */
const never = /^(?:False|0|None|__name__\s*==\s*["']__main__["']|TYPE_CHECKING|typing\.TYPE_CHECKING)$/;

/** A file of Python as a tree. */
export class PythonFile {
  readonly tree: Tree;
  private readonly text: string;
  private readonly position: (offset: number) => number;
  /** What names are given at the outermost level; `undefined` for a name that is given twice. */
  private readonly names = new Map<string, SyntaxNode | undefined>();
  /** What names come to, as far as it was asked: each is followed once, however often others are made of it. */
  private readonly known = new Map<string, Conditional>();

  constructor(text: string) {
    this.text = text;
    this.tree = parser.parse(isTooDeep(text) ? '' : text);
    const index = lineIndex(text);
    this.position = (offset) => index.position(offset).line + 1;
    for (let node = this.tree.topNode.firstChild; node !== null; node = node.nextSibling) {
      if (node.name !== 'AssignStatement') continue;
      const [target, value] = [node.firstChild, node.lastChild];
      if (target?.name !== 'VariableName' || value === null) continue;
      const name = this.source(target);
      this.names.set(name, this.names.has(name) ? undefined : value);
    }
  }

  /** From 1. */
  line(node: SyntaxNode): number {
    return this.position(node.from);
  }

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, Math.min(node.to, node.from + 10_000));
  }

  between(from: number, to: number): string {
    return this.text.slice(from, to);
  }

  /** As messages may show it: any text in it may be a secret. */
  shown(node: SyntaxNode): string {
    return clipped(this.source(node).replaceAll(/("|')(?:(?!\1)[^\\\n]|\\.)*(?:\1|$)/g, "'…'"));
  }

  /** What keeps Python from coming to a node: that it never does, or the condition of an `if` around it. */
  guards(node: SyntaxNode): { readonly off?: Remark; readonly conditions: readonly Remark[] } {
    const conditions: Remark[] = [];
    for (let inner = node; inner.parent !== null; inner = inner.parent) {
      if (inner.parent.name !== 'IfStatement' || inner.name !== 'Body') continue;
      const test = inner.prevSibling;
      const isElse = test?.name === 'else';
      const asked = isElse ? inner.parent.firstChild?.nextSibling : test;
      if (asked === null || asked === undefined) continue;
      const source = this.source(asked);
      const holds = /^(?:True|1)$/.test(source) ? true : never.test(source) ? false : undefined;
      const says = `stands under \`${isElse ? 'else' : 'if'}\` of \`${this.shown(asked)}\``;
      if (holds === isElse) return { off: { line: this.line(asked), says: `it ${says}` }, conditions: [] };
      if (holds === undefined) conditions.push({ line: this.line(asked), says: `It ${says}.` });
    }
    return { conditions };
  }

  /** How often a name stands in the file, where it is defined included. */
  uses(name: string): number {
    let count = 0;
    this.tree.iterate({
      enter: ({ name: kind, from, to }) => {
        if (kind === 'VariableName' && this.text.slice(from, to) === name) count += 1;
      },
    });
    return count;
  }

  /** The name of what is called or decorated, such as `os.environ.get`. */
  callee(node: SyntaxNode): string {
    const called = node.name === 'CallExpression' ? node.firstChild : node;
    return called === null ? '' : this.source(called).replaceAll(/\s+/g, '');
  }

  /** Arguments of an `ArgList`: by name, and those without one by their number. */
  arguments(list: SyntaxNode | null | undefined): ReadonlyMap<string, SyntaxNode> {
    const found = new Map<string, SyntaxNode>();
    let position = 0;
    for (let node = list?.firstChild ?? null; node !== null; node = node.nextSibling) {
      if (/^[(),]$/.test(node.name) || node.name === 'Comment') continue;
      const next = node.nextSibling;
      if (node.name === 'VariableName' && next?.name === 'AssignOp') {
        const value = next.nextSibling;
        if (value !== null) found.set(this.source(node), value);
        node = value ?? next;
      } else {
        found.set(String(position), node);
        position += 1;
      }
    }
    return found;
  }

  /** Keys and values of a `DictionaryExpression` whose keys are texts. */
  entries(dictionary: SyntaxNode): readonly (readonly [key: string, value: SyntaxNode, at: SyntaxNode])[] {
    const found: (readonly [string, SyntaxNode, SyntaxNode])[] = [];
    for (let node = dictionary.firstChild; node !== null; node = node.nextSibling) {
      if (node.name !== 'String' || node.nextSibling?.name !== ':') continue;
      const value = node.nextSibling.nextSibling;
      if (value !== null) found.push([textOf(this.source(node)) ?? '', value, node]);
    }
    return found;
  }

  /** What an expression comes to. Follows names that are given once, defaults of the environment, and `… if … else None`. */
  value(node: SyntaxNode | null | undefined, depth = 0): Conditional {
    const plain = (value: Value): Conditional => ({ value, conditions: [] });
    if (node === null || node === undefined) return plain({ kind: 'none' });
    const source = this.source(node);
    const unknown = plain({ kind: 'unknown', why: `is \`${this.shown(node)}\`` });
    if (depth > 20) return unknown;
    switch (node.name) {
      case 'String':
      case 'ContinuedString': {
        const text = textOf(source);
        return text === undefined ? unknown : plain({ kind: 'text', text });
      }
      case 'Number':
        return plain({ kind: 'number', number: Number(source.replaceAll('_', '')) });
      case 'BinaryExpression':
        return this.ofBinary(node, depth) ?? unknown;
      case 'Boolean':
        return plain({ kind: 'boolean', truth: source === 'True' });
      case 'None':
        return plain({ kind: 'none' });
      case 'VariableName': {
        const known = this.known.get(source);
        const given = this.names.get(source);
        if (known !== undefined || given === undefined) return known ?? unknown;
        this.known.set(source, unknown); // Of a name that is made of itself nothing is known.
        const value = this.value(given, depth + 1);
        this.known.set(source, value);
        return value;
      }
      case 'ParenthesizedExpression':
        return this.value(node.firstChild?.nextSibling, depth + 1);
      case 'ConditionalExpression':
        return this.ofConditional(node, depth);
      case 'CallExpression':
        return this.ofCall(node, depth);
      case 'ArrayExpression':
      case 'TupleExpression':
      case 'SetExpression':
        return plain({ kind: 'list', items: childrenOf(node) });
      case 'DictionaryExpression':
        return plain({ kind: 'mapping', node });
      default:
        return unknown;
    }
  }

  /** `a if condition else b`: one of the two may be None, and then the other one is meant. */
  private ofConditional(node: SyntaxNode, depth: number): Conditional {
    const [body, condition, other] = childrenOf(node);
    if (body === undefined || condition === undefined || other === undefined)
      return { value: { kind: 'unknown', why: `is \`${this.shown(node)}\`` }, conditions: [] };
    const [yes, no] = [this.value(body, depth + 1), this.value(other, depth + 1)];
    const holds = yes.value.kind !== 'none' || no.value.kind === 'none';
    const chosen = holds ? yes : no;
    const test = `\`${clipped(this.source(condition))}\``;
    const remark = {
      line: this.line(condition),
      says: `Only ${holds ? 'where' : 'unless'} ${test}${this.environmentIn(condition)}.`,
    };
    return { value: chosen.value, conditions: within([remark, ...chosen.conditions]) };
  }

  /** ` (\`ASK_ASTRO_ENV\` of the environment)` for the variables of a condition that come from there. */
  private environmentIn(condition: SyntaxNode): string {
    const variables: string[] = [];
    condition.cursor().iterate((inner) => {
      if (inner.name !== 'VariableName' && inner.name !== 'CallExpression') return;
      const node = inner.node;
      const given = node.name === 'VariableName' ? this.names.get(this.source(node)) : node;
      const variable = given?.name === 'CallExpression' ? this.environmentVariable(given) : undefined;
      if (variable !== undefined) variables.push(`\`${variable.name}\``);
    });
    return variables.length === 0 ? '' : ` (${[...new Set(variables)].join(', ')} of the environment)`;
  }

  private ofCall(node: SyntaxNode, depth: number): Conditional {
    const name = this.callee(node);
    const variable = this.environmentVariable(node);
    if (variable === undefined) return { value: { kind: 'call', name, node }, conditions: [] };
    if (variable.fallback === undefined) {
      return { value: { kind: 'unknown', why: `comes from \`${variable.name}\` of the environment` }, conditions: [] };
    }
    const fallback = this.value(variable.fallback, depth + 1);
    const says = `Unless \`${variable.name}\` of the environment says otherwise.`;
    return { value: fallback.value, conditions: within([...fallback.conditions, { line: this.line(node), says }]) };
  }

  /** `os.environ.get("X", default)` and its like. */
  private environmentVariable(
    call: SyntaxNode,
  ): { readonly name: string; readonly fallback: SyntaxNode | undefined } | undefined {
    if (
      !/^(?:os\.)?(?:environ\.get|getenv)$|^Variable\.get$|^(?:env|config|get_string|get_str)$|^env\.str$/.test(
        this.callee(call),
      )
    )
      return undefined;
    const given = this.arguments(call.lastChild);
    const name = given.get('0') ?? given.get('name') ?? given.get('key');
    if (name === undefined) return undefined;
    const fallback = given.get('1') ?? given.get('default') ?? given.get('default_var');
    return { name: textOf(this.source(name)) ?? clipped(this.source(name)), fallback };
  }

  /** `X or "default"`, and the product of two numbers. */
  private ofBinary(node: SyntaxNode, depth: number): Conditional | undefined {
    const [left, right] = [node.firstChild, node.lastChild];
    const operator = left?.nextSibling;
    if (left === null || right === null || operator === null || operator === undefined) return undefined;
    const sign = this.source(operator);
    if (sign !== '*' && sign !== 'or') return undefined;
    // Names may stand for names on both sides: what is not needed is not followed.
    const b = this.value(right, depth + 1);
    if (sign === '*') {
      const a = b.value.kind === 'number' ? this.value(left, depth + 1) : b;
      if (a.value.kind !== 'number' || b.value.kind !== 'number') return undefined;
      return {
        value: { kind: 'number', number: a.value.number * b.value.number },
        conditions: within([...a.conditions, ...b.conditions]),
      };
    }
    const says = `Unless \`${clipped(this.source(left))}\` says otherwise.`;
    return { value: b.value, conditions: within([...b.conditions, { line: this.line(left), says }]) };
  }
}

/**
 * Python itself refuses more than two hundred open brackets; recovering from many thousand takes the parser gigabytes.
 * Those in texts and comments count here, too.
 */
const mostOpen = 300;

function isTooDeep(text: string): boolean {
  let open = 0;
  for (const [sign] of text.matchAll(/[()[\]{}]/g)) {
    open = '([{'.includes(sign) ? open + 1 : Math.max(open - 1, 0);
    if (open > mostOpen) return true;
  }
  return false;
}

/** More than anybody reads: a product of products has those of all its factors. */
const mostConditions = 20;

function within(conditions: readonly Remark[]): readonly Remark[] {
  return conditions.slice(0, mostConditions);
}

/** Operands of an expression, or statements, without the signs and words between them. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (/^[A-Z]/.test(child.name) && child.name !== 'Comment') found.push(child);
  return found;
}

/** Of a literal, or of several side by side; `undefined` for one that has something filled in, or bytes. */
export function textOf(source: string): string | undefined {
  const parts = source.match(/[A-Za-z]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g);
  if (parts === null) return undefined;
  const texts = parts.map((part) => /^[rRuU]?("""|'''|"|')([\s\S]*)\1$/.exec(part)?.[2]);
  return texts.includes(undefined) ? undefined : texts.join('');
}
