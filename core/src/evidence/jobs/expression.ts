import type { AnyNode } from '../../yaml/tree.ts';

/** Why GitHub refuses a text with `${{ … }}` in it, and with it the whole workflow; `undefined` where it does not. */
export function faultIn(text: string): string | undefined {
  for (let at = text.indexOf('${{'); at >= 0; ) {
    const { end, fault } = readExpression(text, at + 3, '}}');
    if (end === undefined) return '`${{` is not closed';
    if (fault !== undefined) return fault;
    at = text.indexOf('${{', end);
  }
  return undefined;
}

/** The same of a condition, which is an expression without `${{` too. */
export function faultInCondition(text: string): string | undefined {
  return text.includes('${{') ? faultIn(text) : readExpression(text, 0, undefined).fault;
}

/** docs.github.com, evaluate expressions: texts stand in single quotes, a quote in them is doubled. */
const piece = /\s+|'(?:[^']|'')*'|[-+]?\d[\w.]*|[A-Za-z_][\w-]*|&&|\|\||[!=<>]=|[!<>()[\].,*]/y;

function readExpression(
  text: string,
  from: number,
  closing: string | undefined,
): { readonly end?: number; readonly fault?: string } {
  const open: string[] = [];
  let fault: string | undefined;
  let at = from;
  while (at < text.length) {
    if (closing !== undefined && text.startsWith(closing, at)) break;
    piece.lastIndex = at;
    const word = piece.exec(text)?.[0];
    if (word === undefined) fault ??= signFault(text, at);
    if (word === '(' || word === '[') open.push(word);
    if ((word === ')' && open.pop() !== '(') || (word === ']' && open.pop() !== '['))
      fault ??= `\`${word}\` in an expression closes nothing`;
    at += word?.length ?? 1;
  }
  if (closing !== undefined && at >= text.length) return { fault };
  if (open.length > 0) fault ??= `\`${open[0]}\` in an expression is not closed`;
  return { end: at, fault };
}

function signFault(text: string, at: number): string {
  const sign = text[at] ?? '';
  if (sign === '"') return 'an expression has a text in double quotes, and GitHub reads single ones only';
  if (sign === "'") return "`'` in an expression is not closed";
  return /[=&|]/.test(sign) ? `an expression has a single \`${sign}\`` : `an expression has a \`${sign}\``;
}

/** The first scalar of a workflow that GitHub refuses, and why. */
export function refusedIn(root: AnyNode | undefined): { readonly node: AnyNode; readonly why: string } | undefined {
  const waiting: { readonly node: AnyNode | undefined; readonly key?: string }[] = [{ node: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, key } = next;
    if (node?.kind === 'mapping') {
      waiting.push(...node.entries.map((entry) => ({ node: entry.value, key: entry.key.value })).reverse());
    } else if (node?.kind === 'sequence') waiting.push(...node.items.map((item) => ({ node: item })).reverse());
    else if (node?.kind === 'scalar') {
      const text = String(node.value);
      const why = key === 'if' ? faultInCondition(text) : faultIn(text);
      if (why !== undefined) return { node, why };
    }
  }
  return undefined;
}
