import type { Api, Operation, Scheme, Security } from './described.ts';

/** Directives that say who may ask, of AppSync, Apollo and those in wide use. */
const guards =
  /^(?:aws_(?:auth|cognito_user_pools|iam|oidc|lambda|api_key)|auth(?:enticated|orized|orize)?|requires(?:Scopes|Role|Auth)|hasRole|hasScope|isAuthenticated|policy|protected)$/;

/** Spaces, commas, comments and descriptions say nothing here. */
const skipped = /(?:[\s,\uFEFF]+|#[^\r\n]*|"""[^"]*(?:"{1,2}(?!")[^"]*)*"""|"(?:[^"\\\r\n]|\\.)*")*/y;
const token = /[_A-Za-z]\w*|[!$&()=:@[\]{}|]|\.\.\.|[^\s]/y;

interface Token {
  readonly text: string;
  readonly at: number;
}

/** A schema in GraphQL's language: each field of each type as `Type.field`. */
export function readGraphql(text: string): Api {
  const tokens = tokensOf(text);
  const lineOf = linesFrom(text);
  const operations: Operation[] = [];
  const schemes = new Map<string, Scheme>();
  let index = 0;
  const peek = (ahead = 0) => tokens[index + ahead]?.text ?? '';

  /** Of an opening bracket: to behind the one that closes it. */
  const skipGroup = (): void => {
    let depth = 0;
    do {
      if (/^[([{]$/.test(peek())) depth += 1;
      else if (/^[)\]}]$/.test(peek())) depth -= 1;
      index += 1;
    } while (depth > 0 && index < tokens.length);
  };
  const directives = (): string[] => {
    const names: string[] = [];
    while (peek() === '@') {
      names.push(peek(1));
      index += 2;
      if (peek() === '(') skipGroup();
    }
    return names;
  };
  const security = (names: readonly string[], line: number): Security => {
    const own = names.filter((name) => guards.test(name));
    for (const name of own) schemes.set(name, { type: 'other', line, flows: [], scopes: [] });
    return own.length === 0
      ? { kind: 'silent' }
      : { kind: 'named', alternatives: own.map((name) => new Map([[name, []]])) };
  };

  const field = (type: string, ofType: readonly string[]): void => {
    const { text: name, at } = tokens[index] as Token;
    index += 1;
    if (peek() === '(') skipGroup();
    if (peek() !== ':') return;
    index += 1;
    while (/^[[\]!]$|^[_A-Za-z]\w*$/.test(peek()) && !(peek(1) === ':' || peek(1) === '(')) index += 1;
    const own = directives();
    const line = lineOf(at);
    const effect = type === 'Query' ? 'read' : undefined;
    operations.push({
      name: `${type}.${name}`,
      line,
      security: security(own.some((one) => guards.test(one)) ? own : ofType, line),
      deprecated: own.includes('deprecated'),
      effect,
    });
  };

  while (index < tokens.length) {
    if (!/^(?:type|interface|input)$/.test(peek()) || !/^[_A-Za-z]/.test(peek(1))) {
      if (peek() === '{') skipGroup();
      else index += 1;
      continue;
    }
    const type = peek(1);
    index += 2;
    const own: string[] = [];
    while (
      index < tokens.length &&
      !/^(?:\{|type|interface|input|enum|union|scalar|extend|schema|directive)$/.test(peek())
    ) {
      if (peek() === '@') own.push(...directives());
      else index += 1;
    }
    if (peek() !== '{') continue;
    index += 1;
    while (index < tokens.length && peek() !== '}') {
      if (/^[_A-Za-z]/.test(peek())) field(type, own);
      else index += 1;
    }
    index += 1;
  }
  return { kind: 'graphql', operations, schemes };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    skipped.lastIndex = at;
    at += skipped.exec(text)?.[0].length ?? 0;
    token.lastIndex = at;
    const found = token.exec(text)?.[0];
    if (found === undefined) break;
    tokens.push({ text: found, at });
    at += found.length;
  }
  return tokens;
}

/** Lines of ascending offsets. */
function linesFrom(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen += 1) if (text.charCodeAt(seen) === 10) line += 1;
    return line;
  };
}
