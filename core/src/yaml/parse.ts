import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import type { Span } from '../text.ts';
import { firstFew, mostProblems, type Problem, problemOf } from './problem.ts';
import { isBroken, recovered } from './recover.ts';
import { type AnyNode, type Entry, type Mapping, mapping, type Scalar, scalar, sequence } from './tree.ts';

/** What a text is as YAML. Never throws: whatever the text holds, there is a tree of what could be read. */
export interface YamlDocument {
  readonly text: string;
  /** `undefined` for an empty document. */
  readonly root: AnyNode | undefined;
  readonly problems: readonly Problem[];
  /** What was left out so that the rest could be read: a slip's line, with what hangs below it, or a whole section. */
  readonly broken: readonly Span[];
  readonly comments: readonly Comment[];
  /** The document uses nothing that reaches across its top-level entries, so that one of them can be read alone. */
  readonly separable: boolean;
}

/** A `#` comment, its span without the line break. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** Deeper nesting than any spec needs; V8 itself aborts on some 1,000 levels (a 2 KB file), where no `catch` helps. */
const maxDepth = 100;

/** Nodes that aliases may add. An alias bomb of ten lines would be a billion. */
const maxAliasedNodes = 10_000;

/**
 * Names, values, signs and spaces; more take longer than anybody waits. A spec of 10,000 lines, far longer than any that
 * was seen, has some 80,000.
 */
const mostTokens = 300_000;

/** Of what the library complains about, no more is heard: an error takes it longer than a hundred characters. */
const mostComplaints = 300;

/** What the lexer says of the text that it says next, of brackets that a line further out ends; neither is in the text. */
const scalarMarker = '\u001f';
const flowEnd = '\u0018';
const markers: ReadonlySet<string> = new Set([scalarMarker, flowEnd, '\u0002']);

export function parseYaml(text: string): YamlDocument {
  const reading = readYaml(text);
  return isBroken(reading.document) ? recovered(reading, readYaml) : reading.document;
}

/** A text as the library reads it, and how it is laid out. */
export interface Reading {
  readonly document: YamlDocument;
  readonly layout: Layout;
  /** About the time it took, in tokens of the text. */
  readonly cost: number;
}

/** Without a second try where it is broken. `depth`: so many levels stand around `text`, which is a part of a document. */
export function readYaml(text: string, depth = 0): Reading {
  try {
    return compose(text, depth);
  } catch (error) {
    // Of 236,000 fuzzed inputs one made the library throw.
    const message = `This file cannot be read as YAML (${error instanceof Error ? error.name : 'unknown reason'}).`;
    const span = { start: 0, end: Math.min(1, text.length) };
    return unreadable(text, { kind: 'unreadable', span, message }, text.length);
  }
}

function unreadable(text: string, problem: Problem, cost: number): Reading {
  const broken = [{ start: 0, end: text.length }];
  const document = { text, root: undefined, problems: [problem], broken, comments: [], separable: false };
  return { document, layout: { starts: [], opened: [], derailed: undefined, reaching: true }, cost };
}

function compose(text: string, depth: number): Reading {
  const lexed = tokens(plainText(text), depth);
  if (lexed.tooMany) {
    const message = `This file has more than ${mostTokens / 1000},000 names, values and signs: it is no spec, and is not read.`;
    const span = { start: 0, end: Math.min(1, text.length) };
    return unreadable(text, { kind: 'unreadable', span, message }, lexed.count);
  }
  if (lexed.tooDeepAt !== undefined) {
    const span = { start: lexed.tooDeepAt, end: Math.min(lexed.tooDeepAt + 1, text.length) };
    return unreadable(text, { kind: 'too-deep', span, message: `Nested deeper than ${maxDepth} levels.` }, lexed.count);
  }

  const { document, second, complaints, more, stopped } = composed(lexed, text.length);
  if (document === undefined && !stopped)
    return unreadable(text, { kind: 'unreadable', span: { start: 0, end: 0 }, message: 'Empty.' }, lexed.count);

  const told = problemsOf(text, complaints, lexed.quoted);
  if (lexed.twice !== undefined) {
    const message = 'A document says once which version of YAML it is.';
    told.problems.push({ kind: 'syntax', span: lexed.twice, message });
  }
  if (second !== undefined) {
    const start = second.range?.[0] ?? document?.range?.[2] ?? 0;
    const message = 'A spec is one YAML document; what follows is a second one and is not read.';
    told.problems.push({ kind: 'several-documents', span: { start, end: Math.min(start + 3, text.length) }, message });
  }

  const builder = new Builder(text, told.problems);
  const root = builder.node((document?.contents ?? null) as ParsedNode | null);
  const problems = firstFew([...told.problems, ...builder.problems], told.more + more, stopped);
  const cost = perText + lexed.count + perComplaint * complaints.length;
  const separable = problems.length === 0 && !builder.usesAnchors && !lexed.marked && everyKeyNamed(root);
  return { document: { text, root, problems, broken: [], comments: lexed.comments, separable }, layout: lexed, cost };
}

/** As many tokens take as long as to begin with a text, and as one complaint of the library. */
const perText = 40;
const perComplaint = 10;

interface Composed {
  readonly document?: Document.Parsed;
  readonly second?: Document.Parsed;
  readonly complaints: readonly YAMLError[];
  /** How many were not heard. */
  readonly more: number;
  /** So much is wrong that reading ended; there is no document. */
  readonly stopped: boolean;
}

/** What the library reports to; it has no other way to be stopped, and is not by itself. */
interface Reporting {
  onError(source: unknown, code: string, message: string, isWarning?: boolean): void;
  readonly errors: YAMLError[];
}

function composed({ tokens, stopped }: Lexed, length: number): Composed {
  const composer = new Composer({
    schema: 'failsafe', // every scalar stays the text that was written
    uniqueKeys: false, // quadratic in the library; duplicates are a rule of ours
    merge: false,
    resolveKnownTags: false, // a date or binary data would not be the text that was written
    prettyErrors: false,
    logLevel: 'silent',
  });
  const reporting = composer as unknown as Reporting;
  const report = reporting.onError;
  const heard = { errors: 0, warnings: 0 };
  reporting.onError = (source, code, message, isWarning) => {
    if (isWarning) heard.warnings += 1;
    else heard.errors += 1;
    if (heard.errors > mostComplaints) throw enough;
    if (heard.warnings <= mostComplaints || !isWarning) report(source, code, message, isWarning);
  };
  try {
    const [document, second] = withoutStacks(() => [...composer.compose(tokens, true, length)]);
    const complaints = document === undefined ? [] : [...document.errors, ...document.warnings];
    const more = Math.max(0, heard.warnings - mostComplaints);
    return stopped ? { complaints, more, stopped } : { document, second, complaints, more, stopped };
  } catch (error) {
    if (error !== enough) throw error;
    return { complaints: [...reporting.errors], more: 0, stopped: true };
  }
}

const enough = Symbol('enough');

/** Each complaint is an `Error`, of which V8 notes where it was made: that takes longer than all the rest, for nobody. */
function withoutStacks<T>(run: () => T): T {
  const errors: { stackTraceLimit?: number } = Error;
  const before = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    errors.stackTraceLimit = before;
  }
}

interface Told {
  readonly problems: Problem[];
  /** How many complaints are not among them. */
  readonly more: number;
}

function problemsOf(text: string, complaints: readonly YAMLError[], quoted: ReadonlyMap<number, number>): Told {
  const problems: Problem[] = [];
  const places = new Set<string>();
  const real = complaints.filter(({ code }) => code !== 'MULTIPLE_DOCS');
  for (const [index, { code, message, pos }] of real.entries()) {
    if (problems.length === mostProblems) return { problems, more: real.length - index };
    // That a quote is not closed the library says where it gave up; it is mended where it was opened.
    const opened = code === 'MISSING_CHAR' && /quote/.test(message) ? quoted.get(pos[0]) : undefined;
    // What is missing at the end the library marks behind it.
    const span = { start: Math.min(opened ?? pos[0], text.length), end: Math.min(pos[1], text.length) };
    const problem = problemOf(text, code, message, span);
    // One slip makes the library complain several times on its line.
    const place = `${problem.kind} ${problem.span.start}`;
    if (!places.has(place)) problems.push(problem);
    places.add(place);
  }
  return { problems, more: 0 };
}

/** Where a key without a name stands depends on the comments around it, which may belong to its neighbours. */
function everyKeyNamed(root: AnyNode | undefined): boolean {
  return root?.kind !== 'mapping' || root.entries.every(({ key }) => key.span.end > key.span.start);
}

/** Same length as `text`. A lone CR ends a line in YAML, which the lexer does not know; control characters are its own markers. */
function plainText(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd');
}

/** How a text is laid out, whether or not it can be read. */
export interface Layout {
  /** Where text begins in the first column: the keys of the sections, if all is well. */
  readonly starts: readonly number[];
  /** Brackets that nothing closes. */
  readonly opened: readonly number[];
  /** A bracket or a quote in the first column that makes text of the sections behind it. */
  readonly derailed: number | undefined;
  /** Anchors, document markers or the like: parts of the text cannot be read alone. */
  readonly reaching: boolean;
}

interface Lexed extends Layout {
  readonly tokens: CST.Token[];
  /** Of tokens as the lexer sees them. */
  readonly count: number;
  readonly comments: Comment[];
  /** Document markers, directives or explicit keys stand in the text. */
  readonly marked: boolean;
  /** A second `%YAML` line of one document, which the library lets pass. */
  readonly twice: Span | undefined;
  readonly tooDeepAt: number | undefined;
  readonly tooMany: boolean;
  /** So much is wrong that `tokens` end before the text does. */
  readonly stopped: boolean;
  /** Where text in quotes ends, and where it began. */
  readonly quoted: ReadonlyMap<number, number>;
}

function tokens(text: string, depth: number): Lexed {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const quoted = new Map<number, number>();
  const starts: number[] = [];
  const opened: number[] = [];
  const brackets: number[] = [];
  let marked = false;
  let version: number | undefined;
  let twice: Span | undefined;
  let anchored = false;
  let hasContent = false;
  let derailed: number | undefined;
  let tooDeepAt: number | undefined;
  let count = 0;
  let errors = 0;
  let offset = 0;
  let previous = '';

  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > mostTokens) break;
    const isText = previous === scalarMarker;
    const inFirstColumn = startsLine(text, offset);
    if (isText) {
      if (inFirstColumn && /^\S/.test(lexeme)) for (const start of firstColumns(lexeme, offset)) starts.push(start);
    } else {
      if (inFirstColumn && /^["']/.test(lexeme)) starts.push(offset);
      if (inFirstColumn && (/^["'].*[\r\n]/.test(lexeme) || (hasContent && /^[[{]/.test(lexeme)))) derailed ??= offset;
      if (!hasContent && !/^(?:\s|#|\ufeff|$)/.test(lexeme)) hasContent = true;
      if (lexeme === '---' || lexeme === '...') version = undefined;
      else if (lexeme.startsWith('%') && /^%YAML[ \t]/.test(lexeme)) {
        if (version !== undefined) twice ??= { start: offset, end: offset + lexeme.length };
        version = offset;
      }
      if (lexeme.startsWith('#')) comments.push({ span: { start: offset, end: offset + lexeme.length }, text: lexeme });
      else if (lexeme === '---' || lexeme === '...' || lexeme === '?' || lexeme.startsWith('%')) marked = true;
      else if (lexeme.startsWith('&')) anchored = true;
      else if (/^["']/.test(lexeme)) quoted.set(offset + lexeme.length, offset);
      else if (lexeme === '[' || lexeme === '{') brackets.push(offset);
      else if (lexeme === ']' || lexeme === '}') brackets.pop();
      else if (lexeme === flowEnd) opened.push(...brackets.splice(0));
    }
    if (errors <= mostComplaints) {
      for (const token of parser.next(lexeme)) {
        tokens.push(token);
        if (token.type === 'error') errors += 1;
      }
    }
    // The parser keeps one stack entry a level (and the document's): its own measure of depth, before anything recurses.
    if (parser.stack.length + depth > maxDepth + 1) {
      tooDeepAt = offset;
      break;
    }
    previous = lexeme;
    if (isText || !markers.has(lexeme)) offset += lexeme.length;
  }
  const stopped = errors > mostComplaints;
  const tooMany = count > mostTokens;
  if (tooDeepAt === undefined && !tooMany) for (const token of parser.end()) tokens.push(token);
  opened.push(...brackets);
  const reaching = marked || anchored;
  return {
    tokens,
    count,
    comments,
    marked,
    twice,
    quoted,
    tooDeepAt,
    tooMany,
    stopped,
    starts,
    opened,
    derailed,
    reaching,
  };
}

/** No key goes over several lines: where plain text does, each line in the first column is one of its own. */
function firstColumns(lexeme: string, offset: number): number[] {
  return [offset, ...[...lexeme.matchAll(/\n(?=[^\s#])/g)].map(({ index }) => offset + index + 1)];
}

function startsLine(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === undefined || before === '\n' || (before === '\ufeff' && offset === 1);
}

class Builder {
  usesAnchors = false;
  readonly problems: Problem[] = [];
  private readonly anchors = new Map<string, AnyNode | 'open' | undefined>();
  private readonly starred: ReadonlySet<number>;
  private aliased = 0;
  private toldOfAliases = false;
  private readonly text: string;

  constructor(text: string, told: readonly Problem[]) {
    this.text = text;
    this.starred = new Set(told.flatMap(({ kind, span }) => (kind === 'alias-as-text' ? [span.start] : [])));
  }

  node(node: Node | null): AnyNode | undefined {
    if (node === null) return undefined;
    if (isAlias(node)) return this.alias(node.source, spanOf(node));

    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.usesAnchors = true;
      this.anchors.set(anchor, 'open');
    }
    const result = this.collectionOrScalar(node);
    if (anchor !== undefined) this.anchors.set(anchor, result);
    return result;
  }

  private collectionOrScalar(node: Node): AnyNode | undefined {
    const span = spanOf(node);
    if (isMap(node)) {
      const entries = node.items.map(
        ({ key, value }): Entry => this.entry(key as Node | null, value as Node | null, span),
      );
      return mapping(entries, node.flow === true ? span : tight(span, entries), node.flow === true);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item as Node | null));
      if (node.flow === true) return sequence(items, span, true);
      // Behind the last item the library's range goes on over comments and blank lines.
      const end = items.at(-1)?.span.end ?? (node.items.at(-1) as Node | undefined)?.range?.[0] ?? span.end;
      return sequence(items, { start: span.start, end }, false);
    }
    if (!isScalar(node)) return undefined;

    const value = typeof node.value === 'string' ? node.value : '';
    if (node.type === 'PLAIN' && (span.start === span.end || /^(?:~|null|Null|NULL)$/.test(value))) return undefined;
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    return scalar(value, style === 'block' ? withoutLineEnd(this.text, span) : span, style);
  }

  private entry(key: Node | null, value: Node | null, parent: Span): Entry {
    const name = this.node(key);
    const span = key === null ? { start: parent.start, end: parent.start } : spanOf(key);
    if (name !== undefined && name.kind !== 'scalar') {
      this.problems.push({
        kind: 'complex-key',
        span,
        message: 'A key is a plain name here, not a list or a mapping.',
      });
    }
    const keyNode: Scalar = name?.kind === 'scalar' ? scalar(String(name.value), span, name.style) : scalar('', span);
    return { key: keyNode, value: this.node(value) };
  }

  private alias(name: string, span: Span): AnyNode | undefined {
    this.usesAnchors = true;
    const target = this.anchors.get(name);
    if (target === 'open') {
      this.problems.push({ kind: 'recursive-alias', span, message: `*${name} stands inside what it refers to.` });
      return undefined;
    }
    if (target === undefined) {
      // Where the whole line broke, as an unquoted cron expression does, the library has said so.
      const told = this.starred.has(span.start);
      if (!this.anchors.has(name) && !told) {
        const shown = name.length > 60 ? `${name.slice(0, 57)}…` : name;
        const message = `*${shown} is an alias in YAML, and nothing has that anchor; text that starts with "*" needs quotes.`;
        this.problems.push({ kind: 'alias-as-text', span, message });
      }
      return undefined;
    }
    if (this.aliased <= maxAliasedNodes) this.aliased += size(target, maxAliasedNodes);
    if (this.aliased <= maxAliasedNodes) return target;
    if (!this.toldOfAliases) {
      this.toldOfAliases = true;
      const message = `Aliases repeat more than ${maxAliasedNodes} values; the rest is not read.`;
      this.problems.push({ kind: 'too-many-aliases', span, message });
    }
    return undefined;
  }
}

const styles: Readonly<Record<string, Scalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** A block of text ends with its last line; only where the blank lines behind it count, with the last of those. */
function withoutLineEnd(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const keeps = /^[|>]\d?\+/.test(written);
  return { start, end: start + written.replace(keeps ? /(?:\r\n|\n|\r)$/ : /\s+$/, '').length };
}

function spanOf(node: Node): Span {
  const [start, end] = node.range ?? [0, 0, 0];
  return { start, end };
}

/** The library's range of a block mapping can reach over trailing comments. */
function tight(span: Span, entries: readonly Entry[]): Span {
  const last = entries.at(-1);
  if (last === undefined) return span;
  return { start: span.start, end: Math.max(last.value?.span.end ?? last.key.span.end, last.key.span.end) };
}

/** Number of nodes below `node`, counted no further than `limit`. */
function size(node: AnyNode, limit: number): number {
  let count = 0;
  const pending: (AnyNode | undefined)[] = [node];
  while (pending.length > 0 && count <= limit) {
    const next = pending.pop();
    count += 1;
    if (next?.kind === 'sequence') pending.push(...next.items);
    else if (next?.kind === 'mapping') for (const { value } of next.entries) pending.push(value);
  }
  return count;
}

export function isMapping(node: AnyNode | undefined): node is Mapping {
  return node?.kind === 'mapping';
}
