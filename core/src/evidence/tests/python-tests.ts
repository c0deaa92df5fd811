import type { SyntaxNode } from '@lezer/common';
import { childrenOf, PythonFile } from '../jobs/python-tree.ts';
import { assertsNothing, holdsAlways, isFalse, truth } from './python-asserts.ts';
import { doesNothing, failsAsExpected, type Idle, noCases, type OneTest, skipped, type TestFile } from './test-file.ts';

/** Tests of pytest and unittest, with what keeps them from testing anything. */
export function readPythonTests(text: string): TestFile {
  return new Reader(new PythonFile(text)).read();
}

/** Names that begin like tests and are what tests are made with. */
const tools = /^Test(?:Case|Client|Server|App|Request|Factory|Session|Settings|Config|Data|Utils?)\b/;

/** A handler that takes whatever fails, and does nothing about it. */
const swallows =
  /\bexcept(?:\s+(?:\w+\.)*(?:Exception|BaseException|AssertionError)(?:\s+as\s+\w+)?)?\s*:\s*(?:pass|\.\.\.|return|print\([^\n]*\))\s*$/;

class Reader {
  private readonly file: PythonFile;
  private readonly tests: OneTest[] = [];
  private more = false;
  private runs = false;

  constructor(file: PythonFile) {
    this.file = file;
  }

  read(): TestFile {
    this.block(this.file.tree.topNode, undefined);
    const { tests, more, runs } = this;
    return { tests, more, bare: tests.length === 0 && !more && !runs };
  }

  /** The statements of a file, a class, or what stands in an `if`; `idle` is true of all in it. */
  private block(block: SyntaxNode, idle: Idle | undefined): void {
    const statements = childrenOf(block);
    const all = idle ?? this.markOf(statements);
    for (const one of statements) this.statement(one, all, []);
  }

  private statement(node: SyntaxNode, idle: Idle | undefined, decorators: readonly SyntaxNode[]): void {
    switch (node.name) {
      case 'DecoratedStatement': {
        const own = node.getChildren('Decorator');
        for (const child of childrenOf(node)) {
          if (child.name !== 'Decorator') this.statement(child, idle, own);
        }
        return;
      }
      case 'FunctionDefinition':
        this.definition(node, idle, decorators);
        return;
      case 'ClassDefinition':
        this.classOf(node, idle, decorators);
        return;
      case 'IfStatement':
      case 'TryStatement':
      case 'WithStatement':
        this.compound(node, idle);
        return;
      case 'ImportStatement':
        if (bringsTests(this.file.source(node))) this.more = true;
        return;
      case 'AssignStatement':
        if (/^(?:test|Test)/.test(this.file.source(node))) this.more = true;
        return;
      case 'ExpressionStatement':
        this.expression(node);
        return;
      case 'PassStatement':
      case 'RaiseStatement':
      case 'ReturnStatement':
        return;
      default:
        if (node.name === 'ForStatement' || node.name === 'WhileStatement') this.more = true;
        else if (/Statement$/.test(node.name)) this.runs = true;
    }
  }

  private expression(node: SyntaxNode): void {
    const inner = node.firstChild;
    if (inner === null) return;
    const source = this.file.source(inner);
    const isText = inner.name === 'String' || inner.name === 'ContinuedString';
    if (isText ? !source.includes('>>>') : source === '...') return;
    const harmless =
      /^(?:sys\.path\.|load_dotenv|logging\.|warnings\.|pytest\.(?:skip|importorskip|main)|unittest\.main)/;
    if (!harmless.test(source)) this.runs = true;
  }

  /** What stands under `if False` is not there. */
  private compound(node: SyntaxNode, idle: Idle | undefined): void {
    let dead = false;
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.name === 'if' || child.name === 'elif') dead = isFalse(this.file, child.nextSibling);
      else if (child.name === 'else') dead = false;
      else if (child.name === 'Body' && !dead) {
        for (const one of childrenOf(child)) this.statement(one, idle, []);
      }
    }
  }

  private definition(node: SyntaxNode, idle: Idle | undefined, decorators: readonly SyntaxNode[]): void {
    const name = this.nameOf(node);
    const isFixture = decorators.some((one) => /(?:^|\.)fixture\b/.test(this.called(one)));
    if (/^test/i.test(name) && !isFixture) {
      const own = idle ?? this.decorated(decorators) ?? this.bodyIdle(node);
      this.tests.push({ name, line: this.file.line(node), idle: own });
    } else if (name === 'load_tests') this.more = true;
    else if (decorators.length > 0 && !isFixture) this.runs = true;
  }

  private classOf(node: SyntaxNode, idle: Idle | undefined, decorators: readonly SyntaxNode[]): void {
    const body = node.getChild('Body');
    const before = this.tests.length;
    const own = idle ?? this.decorated(decorators) ?? (body === null ? undefined : this.setUpIdle(body));
    if (body !== null) this.block(body, own);
    // What it inherits are tests of its own.
    const bases = node.getChild('ArgList');
    const hasBase =
      bases !== null &&
      !/^\(\s*(?:\w+\.)*(?:TestCase|Enum|Protocol|BaseModel|object)?\s*\)$/.test(this.file.source(bases));
    if (this.tests.length === before && hasBase) this.more = true;
  }

  private setUpIdle(body: SyntaxNode): Idle | undefined {
    for (const one of childrenOf(body)) {
      const own = one.name === 'DecoratedStatement' ? (one.getChild('FunctionDefinition') ?? one) : one;
      if (
        own.name !== 'FunctionDefinition' ||
        !/^(?:setUp|setUpClass|setup_method|setup_class)$/.test(this.nameOf(own))
      )
        continue;
      const idle = this.skipIn(own.getChild('Body'));
      if (idle !== undefined) return idle;
    }
    return undefined;
  }

  /** `pytestmark = pytest.mark.skip`, `__test__ = False`, and a skip in the midst of the file. */
  private markOf(statements: readonly SyntaxNode[]): Idle | undefined {
    for (const node of statements) {
      const idle = this.skips(node);
      if (idle !== undefined) return idle;
      if (node.name !== 'AssignStatement') continue;
      const [target, value] = [node.firstChild, node.lastChild];
      if (target === null || value === null) continue;
      const name = this.file.source(target);
      if (name === '__test__' && isFalse(this.file, value))
        return { line: this.file.line(node), says: 'is not collected' };
      if (name !== 'pytestmark') continue;
      const marks = value.name === 'ArrayExpression' || value.name === 'TupleExpression' ? childrenOf(value) : [value];
      const mark = marks.map((one) => this.mark(one)).find((one) => one !== undefined);
      if (mark !== undefined) return mark;
    }
    return undefined;
  }

  private decorated(decorators: readonly SyntaxNode[]): Idle | undefined {
    return decorators.map((one) => this.mark(one)).find((one) => one !== undefined);
  }

  /** What a mark makes of a test; one that hangs on a condition makes nothing of it. */
  private mark(node: SyntaxNode): Idle | undefined {
    const idle = (says: string): Idle => ({ line: this.file.line(node), says });
    const meant = this.resolved(node);
    const name = this.called(meant);
    const list = meant.getChild('ArgList');
    const given = this.file.arguments(list);
    const first = given.get('0') ?? given.get('condition');
    const condition = first === undefined ? undefined : truth(this.file, first);
    if (/(?:^|\.)(?:mark\.skip|skip)$/.test(name)) return idle(skipped);
    if (/(?:^|\.)skip[iI]f$/.test(name)) return condition === true ? idle(skipped) : undefined;
    if (/(?:^|\.)skipUnless$/.test(name)) return condition === false ? idle(skipped) : undefined;
    if (/(?:^|\.)(?:xfail|expectedFailure)$/.test(name))
      return first === undefined || condition === true ? idle(failsAsExpected) : undefined;
    if (/(?:^|\.)parametrize$/.test(name)) return this.parametrized(given.get('1') ?? given.get('argvalues'), idle);
    return undefined;
  }

  private parametrized(values: SyntaxNode | undefined, idle: (says: string) => Idle): Idle | undefined {
    if (values === undefined) return undefined;
    const { value, conditions } = this.file.value(values);
    if (value.kind !== 'list' || conditions.length > 0) return undefined;
    const off = value.items.map((item) =>
      /^(?:pytest\.)?param\(.*\bmarks\s*=\s*\[?\s*pytest\.mark\.(?:skip|xfail)\b(?!if)/s.test(this.file.source(item)),
    );
    // A list that is used elsewhere may be filled there.
    if (value.items.length === 0) {
      const isFilled = values.name === 'VariableName' && this.file.uses(this.file.source(values)) > 2;
      return isFilled ? undefined : idle(noCases);
    }
    return off.every(Boolean) ? idle(skipped) : undefined;
  }

  /** The call that a name stands for: `flaky = pytest.mark.skip(…)`, then `@flaky`. */
  private resolved(node: SyntaxNode): SyntaxNode {
    if (node.name === 'Decorator' && node.getChild('ArgList') !== null) return node;
    const named =
      node.name === 'Decorator' ? node.getChild('VariableName') : node.name === 'VariableName' ? node : null;
    if (named === null || node.getChild('PropertyName') !== null) return node;
    const { value } = this.file.value(named);
    return value.kind === 'call' ? value.node : node;
  }

  private bodyIdle(node: SyntaxNode): Idle | undefined {
    const body = node.getChild('Body');
    const skip = this.skipIn(body);
    if (skip !== undefined) return skip;
    const own = body === null ? [] : childrenOf(body);
    const first = own.find((one) => !this.isText(one));
    // What is returned may be what tests.
    const isOver = first?.name === 'ReturnStatement' && /^return(?:\s+None)?\s*$/.test(this.file.source(first));
    if (own.every((one) => this.isEmpty(one)) || isOver) return { line: this.file.line(node), says: doesNothing };
    const said = own.filter((one) => !this.isText(one));
    if (said.length > 0 && said.every((one) => one.name === 'TryStatement' && this.swallowsAll(one)))
      return { line: this.file.line(node), says: 'passes whatever fails in it' };
    return body === null ? undefined : assertsNothing(this.file, body);
  }

  /** What `pytest.fail` raises is no `Exception`. */
  private swallowsAll(node: SyntaxNode): boolean {
    const source = this.file.source(node);
    return swallows.test(source) && !source.includes('pytest.fail(');
  }

  /** A skip that comes before anything is asserted. */
  private skipIn(body: SyntaxNode | null): Idle | undefined {
    for (const one of body === null ? [] : childrenOf(body)) {
      const idle = this.skips(one);
      if (idle !== undefined) return idle;
      if (one.name === 'AssertStatement' || one.name === 'WithStatement' || one.name === 'ReturnStatement')
        return undefined;
    }
    return undefined;
  }

  /** Whether a statement ends the test without a result. */
  private skips(node: SyntaxNode): Idle | undefined {
    const source = this.file.source(node);
    const isSkip =
      (node.name === 'ExpressionStatement' && /^(?:pytest\.skip|pytest\.xfail|skip|self\.skipTest)\(/.test(source)) ||
      (node.name === 'RaiseStatement' && /^raise\s+(?:\w+\.)*(?:SkipTest|Skipped)\b/.test(source)) ||
      (node.name === 'RaiseStatement' && /^raise\s+pytest\.skip\b/.test(source));
    return isSkip ? { line: this.file.line(node), says: skipped } : undefined;
  }

  private isEmpty(node: SyntaxNode): boolean {
    if (node.name === 'PassStatement' || this.isText(node)) return true;
    if (node.name === 'AssertStatement') {
      return holdsAlways(this.file, node.firstChild?.nextSibling);
    }
    return node.name === 'ExpressionStatement' && /^(?:\.\.\.$|print\()/.test(this.file.source(node));
  }

  private isText(node: SyntaxNode): boolean {
    return node.name === 'ExpressionStatement' && /^(?:Continued)?String$/.test(node.firstChild?.name ?? '');
  }

  /** The name of what a decorator or an expression calls, such as `pytest.mark.skip`. */
  private called(node: SyntaxNode): string {
    return this.file.source(node).replace(/^@\s*/, '').split('(')[0]?.trim() ?? '';
  }

  private nameOf(node: SyntaxNode): string {
    const name = node.getChild('VariableName');
    return name === null ? '' : this.file.source(name);
  }
}

function bringsTests(source: string): boolean {
  if (/\bimport\s*\*/.test(source)) return true;
  const names = /\bimport\b([\s\S]*)$/.exec(source)?.[1]?.match(/\w+/g) ?? [];
  return names.some((name) => /^test_|^Test[A-Z]/.test(name) && !tools.test(name));
}
