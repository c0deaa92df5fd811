import type { Placed } from '../formats/yaml-documents.ts';

/**
 * What is wrong with an expression in PromQL, in MetricsQL and in LogQL alike, so that whoever loads it refuses it: what
 * its line does, such as `ends with >`. The line is within the expression, from 0. Of each language more is wrong than
 * that, but what is a mistake in one of them may be right in another.
 */
export function mistakeIn(text: string): Placed | undefined {
  if (text.length > longest || mayBeMade.test(text)) return undefined;
  if (text.trim() === '') return { value: 'has an expression with nothing in it', line: 0 };
  const { tokens, unclosed } = tokensIn(text);
  const found = unclosed ?? unbalanced(tokens) ?? (isOtherwise(tokens) ? undefined : misplaced(tokens));
  return found && { value: found.value, line: text.slice(0, found.at).split('\n').length - 1 };
}

const longest = 10_000;

/** A template engine, or a variable of a shell, puts something in. */
const mayBeMade = /\{\{|\[\[|<%|%\{|@@|\$/;

interface Token {
  readonly kind: 'open' | 'close' | 'operator' | 'word' | 'operand' | 'comma' | 'pipe' | 'stray';
  readonly text: string;
  readonly at: number;
}

interface Mistake {
  readonly value: string;
  readonly at: number;
}

const shape =
  /(?<space>\s+|#[^\n]*)|(?<operand>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?<quote>["'`])|(?<open>[([{])|(?<close>[)\]}])|(?<stray>&&|\|\||;)|(?<operator>==|!=|=~|!~|>=|<=|[-+*/%^<>=])|(?<comma>,)|(?<pipe>\|)|(?<word>(?:[\w:.]|\\.)+)|(?<other>.)/gsu;

function tokensIn(text: string): { readonly tokens: readonly Token[]; readonly unclosed: Mistake | undefined } {
  const tokens: Token[] = [];
  for (const match of text.matchAll(shape)) {
    const { index: at, groups = {} } = match;
    const [kind] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    if (kind === 'space' || kind === undefined) continue;
    if (kind === 'quote') return { tokens, unclosed: { value: `has a ${match[0]} that nothing closes`, at } };
    tokens.push({ kind: kind === 'other' ? 'operand' : (kind as Token['kind']), text: match[0], at });
  }
  return { tokens, unclosed: undefined };
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function unbalanced(tokens: readonly Token[]): Mistake | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    if (token.kind !== 'close') continue;
    const last = open.pop();
    if (last === undefined || closing[last.text] !== token.text)
      return { value: `has a \`${token.text}\` that nothing opens`, at: token.at };
  }
  const [first] = open;
  return first && { value: `has a \`${first.text}\` that nothing closes`, at: first.at };
}

/** Pipelines are LogQL, and `WITH` is MetricsQL; both have other operators. */
function isOtherwise(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text }) => kind === 'pipe' || (kind === 'word' && /^with$/i.test(text)));
}

const joining = /^(?:and|or|unless|atan2)$/i;

/** Operators that stand next to each other, or have nothing behind them. */
function misplaced(tokens: readonly Token[]): Mistake | undefined {
  let depth = 0;
  let before: Token | undefined;
  for (const token of tokens) {
    if (token.kind === 'open' && token.text !== '(') depth += 1;
    if (token.kind === 'close' && token.text !== ')') depth -= 1;
    // What stands in braces and in square brackets has a language of its own.
    if (depth > 0) {
      before = undefined;
      continue;
    }
    const isOperator = token.kind === 'operator';
    if (token.kind === 'stray' || (isOperator && /^(?:=|=~|!~)$/.test(token.text)))
      return { value: `has \`${token.text}\`, which is no operator`, at: token.at };
    const isOpen = before?.kind === 'operator' || (before?.kind === 'word' && joining.test(before.text));
    if (before !== undefined && isOpen && (token.kind === 'close' || token.kind === 'comma'))
      return { value: `has nothing behind \`${before.text}\``, at: before.at };
    if (before?.kind === 'operator' && isOperator && !/^[-+]$/.test(token.text))
      return { value: `has \`${before.text} ${token.text}\`, which is no operator`, at: before.at };
    before = token;
  }
  const isOpen =
    before?.kind === 'operator' || (before?.kind === 'word' && joining.test(before.text) && tokens.length > 1);
  return before !== undefined && isOpen ? { value: `has nothing behind \`${before.text}\``, at: before.at } : undefined;
}
