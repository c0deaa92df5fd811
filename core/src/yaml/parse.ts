import { Composer, type Document, type ParsedNode, type YAMLError } from 'yaml';
import { Builder } from './build.ts';
import type { Reading, YamlDocument } from './document.ts';
import { type Lexed, lexed, maxDepth, mostComplaints, mostTokens } from './lex.ts';
import { firstFew, mostProblems, type Problem, problemOf } from './problem.ts';
import { isBroken, recovered } from './recover.ts';
import type { AnyNode } from './tree.ts';

export function parseYaml(text: string): YamlDocument {
  const reading = readYaml(text);
  return isBroken(reading.document) ? recovered(reading, readYaml) : reading.document;
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
  const read = lexed(text, depth);
  if (read.tooMany) {
    const message = `This file has more than ${mostTokens / 1000},000 names, values and signs: it is no spec, and is not read.`;
    const span = { start: 0, end: Math.min(1, text.length) };
    return unreadable(text, { kind: 'unreadable', span, message }, read.count);
  }
  if (read.tooDeepAt !== undefined) {
    const span = { start: read.tooDeepAt, end: Math.min(read.tooDeepAt + 1, text.length) };
    return unreadable(text, { kind: 'too-deep', span, message: `Nested deeper than ${maxDepth} levels.` }, read.count);
  }

  const { document, second, complaints, more, stopped } = composed(read, text.length);
  if (document === undefined && !stopped)
    return unreadable(text, { kind: 'unreadable', span: { start: 0, end: 0 }, message: 'Empty.' }, read.count);

  const told = problemsOf(text, complaints, read.quoted);
  if (read.twice !== undefined) {
    const message = 'A document says once which version of YAML it is.';
    told.problems.push({ kind: 'syntax', span: read.twice, message });
  }
  if (second !== undefined) {
    const start = second.range?.[0] ?? document?.range?.[2] ?? 0;
    const message = 'A spec is one YAML document; what follows is a second one and is not read.';
    told.problems.push({ kind: 'several-documents', span: { start, end: Math.min(start + 3, text.length) }, message });
  }

  const builder = new Builder(text, told.problems);
  const root = builder.node((document?.contents ?? null) as ParsedNode | null);
  const problems = firstFew([...told.problems, ...builder.problems], told.more + more, stopped);
  const cost = perText + read.count + perComplaint * complaints.length;
  const separable = problems.length === 0 && !builder.usesAnchors && !read.marked && everyKeyNamed(root);
  return { document: { text, root, problems, broken: [], comments: read.comments, separable }, layout: read, cost };
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
