import type { Span } from '../text.ts';

/** Something in the text that keeps it from being read as the YAML its author meant. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly span: Span;
  readonly message: string;
}

export type ProblemKind =
  | 'syntax'
  | 'indentation'
  | 'tab-indentation'
  | 'reserved-start'
  | 'alias-as-text'
  | 'merge-key'
  | 'colon-in-text'
  | 'comparison-as-block'
  | 'several-documents'
  | 'unknown-tag'
  | 'recursive-alias'
  | 'too-many-aliases'
  | 'too-deep'
  | 'unreadable'
  | 'complex-key';

/** Each slip may shift what follows, so that nobody mends more than the first few. */
export const mostProblems = 200;

/** The first of them, and how many there are besides, with `more` that are not among them. `stopped`: nobody counted. */
export function firstFew(problems: readonly Problem[], more = 0, stopped = false): readonly Problem[] {
  const count = Math.max(0, problems.length - mostProblems) + more;
  if (count === 0 && !stopped) return problems;
  const span = (problems[mostProblems] ?? problems.at(-1))?.span ?? { start: 0, end: 0 };
  const message = `There are ${stopped ? 'many' : count} more complaints about the YAML of this file.`;
  return [...problems.slice(0, mostProblems), { kind: 'syntax', span, message }];
}

/** The YAML library's error in our words, its span the token a person would edit. */
export function problemOf(text: string, code: string, message: string, span: Span): Problem {
  const before = text.slice(lineStart(text, span.start), span.start);
  const value = /:\s+(\S.*)$/.exec(before)?.[1] ?? '';

  if (code === 'TAB_AS_INDENT') {
    return { kind: 'tab-indentation', span, message: 'YAML is indented with spaces; here is a tab.' };
  }
  if (code === 'TAG_RESOLVE_FAILED') {
    return {
      kind: 'unknown-tag',
      span,
      message: 'Tags such as "!name" are not part of this format; the tag is ignored.',
    };
  }
  if (code === 'BAD_DIRECTIVE' && /^(?:Unknown directive|Unsupported YAML version \d+\.\d+$)/.test(message)) {
    const start = lineStart(text, span.start);
    const line = text.slice(start, lineEndAt(text, start)).replace(/\s+(?:#.*)?$/, '');
    return {
      kind: 'unknown-tag',
      span: { start, end: start + line.length },
      message: `"${line.slice(0, 60)}" is no directive of YAML 1.2; the line is ignored.`,
    };
  }
  if (code === 'BAD_SCALAR_START') {
    const start = text[span.start] ?? '';
    return { kind: 'reserved-start', span, message: `A value that starts with "${start}" needs quotes.` };
  }
  if (value.startsWith('>') || value.startsWith('|')) {
    const at = { start: span.start - value.length, end: lineEndAt(text, span.start) };
    const opens = `A value that starts with "${value[0]}" opens a block of text in YAML`;
    const instead = value.startsWith('>')
      ? 'say "above:" or "below:", or put quotes around it.'
      : 'put quotes around it.';
    return { kind: 'comparison-as-block', span: at, message: `${opens}; ${instead}` };
  }
  // In braces and brackets the value is what stands behind the last key or comma.
  const item = before.split(/:\s+|,\s*|[[{]\s*/).at(-1) ?? '';
  const written = [value, item].find((one) => one.startsWith('*'));
  if (code === 'BAD_ALIAS' || code === 'ALIAS_PROPS' || written !== undefined) {
    const start = span.start - (written?.length ?? 0);
    const at = { start, end: lineEndAt(text, start) };
    return {
      kind: 'alias-as-text',
      span: at,
      message: 'A value that starts with "*" needs quotes: YAML reads it as an alias.',
    };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /[:-][ \t]+$/.test(before) && /\S/.test(text[span.start] ?? '')) {
    const at = { start: span.start, end: lineEndAt(text, span.start) };
    if (!/:(?:\s|$)/.test(text.slice(at.start, at.end))) {
      const message = 'This line hangs below a key that has a value already: it is indented too far.';
      return { kind: 'indentation', span: lineBehind(text, at.end) ?? at, message };
    }
    return {
      kind: 'colon-in-text',
      span: at,
      message: 'Text with ": " in it needs quotes: YAML reads a second key here.',
    };
  }
  const [known, at] = inOurWords(text, code, message, span);
  return { kind: code === 'BAD_INDENT' ? 'indentation' : 'syntax', span: at, message: known };
}

function inOurWords(text: string, code: string, message: string, span: Span): [string, Span] {
  const firstLine = { start: span.start, end: Math.min(span.end, lineEndAt(text, span.start)) };
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return ['A ":" and a value are missing here.', firstLine];
    case 'KEY_OVER_1024_CHARS':
      return ['This key is longer than 1,024 characters.', firstLine];
    case 'BAD_DQ_ESCAPE':
      return ['This escape is not known in double quotes; use single quotes for text with a backslash.', span];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BAD_INDENT':
      return ['This line is indented differently from its neighbours.', firstLine];
    case 'UNEXPECTED_TOKEN':
      if (/^[\]}]$/.test(text.slice(span.start, span.end)))
        return [`Nothing opens the bracket that this "${text[span.start]}" closes.`, firstLine];
      break;
    case 'MISSING_CHAR':
      if (/quote/.test(message)) return ['This quote is opened and not closed.', firstLine];
      if (/after implicit key|followed by map values/.test(message))
        return ['A ":" and a value are missing here.', firstLine];
      break;
  }
  if (/must be followed by map values/.test(message)) return ['A ":" and a value are missing here.', firstLine];
  return [/[.!?]$/.test(message) ? message : `${message}.`, span];
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** What the next line with text in it says. */
function lineBehind(text: string, end: number): Span | undefined {
  const line = /^\s*(?:#.*\s+)*(\S.*?)\s*$/m.exec(text.slice(end, end + 10_000));
  if (line === null) return undefined;
  const start = end + line[0].lastIndexOf(line[1] ?? '');
  return { start, end: start + (line[1] ?? '').length };
}

function lineEndAt(text: string, offset: number): number {
  const end = /[\r\n]/.exec(text.slice(offset, offset + 10_000));
  return end === null ? Math.min(text.length, offset + 10_000) : offset + end.index;
}
