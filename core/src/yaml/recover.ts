import type { Span } from '../text.ts';
import type { Comment, Reading, YamlDocument } from './document.ts';
import { firstFew, type Problem, type ProblemKind } from './problem.ts';
import { shiftEntry, shiftSpan } from './shift.ts';
import { type Entry, mapping } from './tree.ts';

/** With these a value is still read as it was written, or as nothing. */
const harmless: ReadonlySet<ProblemKind> = new Set([
  'reserved-start',
  'unknown-tag',
  'several-documents',
  'recursive-alias',
  'too-many-aliases',
  'complex-key',
  'merge-key',
]);

/** Nothing is read where these are. */
const hopeless: ReadonlySet<ProblemKind> = new Set(['too-deep', 'unreadable']);

/** Of what costs more to read, no spec is as long, only the first slip is told. As `Reading.cost`. */
const mostMended = 100_000;

/** How much is read again at most: a text can have a slip on every line. */
const mostReread = 150_000;

/** What reading by sections may cost, at most: a text can have a complaint for every sign. */
function mostForSections({ cost }: Reading): number {
  return 2 * cost + 20_000;
}

interface Budget {
  /** For the sections, each as it stands. */
  first: number;
  /** For their slips. */
  again: number;
}

/** Slips of one section. */
const mostSlips = 20;

export function isBroken({ problems }: YamlDocument): boolean {
  return problems.some(breaks) && !problems.some(({ kind }) => hopeless.has(kind));
}

/** Whether a text with this is no YAML. */
export function breaks({ kind }: Problem): boolean {
  return !harmless.has(kind);
}

type ReadYaml = (text: string) => Reading;

/**
 * Reads a broken text by sections, and a broken section without the lines of its slips, as they are while somebody types.
 * What stands elsewhere is read as it would be without those lines, and each slip is told once.
 */
export function recovered(reading: Reading, read: ReadYaml): YamlDocument {
  const { text } = reading.document;
  if (reading.cost > mostMended) return brieflyTold(reading.document);

  const budget = { first: mostForSections(reading), again: mostReread };
  const derailed = withoutDerailing(reading, read, budget);
  const parts: Mended[] = [];
  for (const section of sections(derailed.reading)) {
    if (budget.first < 0) {
      parts.push(unread(text, section.start));
      break;
    }
    parts.push(mend(section, read, budget));
  }
  const merged = merge(text, parts);
  const broken = [...derailed.broken, ...merged.broken].sort((a, b) => a.start - b.start);
  const problems = [...derailed.problems, ...merged.problems].sort((a, b) => a.span.start - b.span.start);
  const comments = [...merged.comments, ...within(reading.document.comments, broken, merged.comments)];
  comments.sort((a, b) => a.span.start - b.span.start);
  return { ...merged, problems: firstFew(problems), broken, comments };
}

/** Of a text that is too long to be read again: its first slip, since what is said behind it may follow from it. */
function brieflyTold(document: YamlDocument): YamlDocument {
  const first = firstSlip(document);
  const problems = document.problems.filter((problem) => problem === first || !breaks(problem));
  return { ...document, problems, broken: [{ start: 0, end: document.text.length }] };
}

/** The comments in stretches that were left out. */
function within(all: readonly Comment[], stretches: readonly Span[], known: readonly Comment[]): Comment[] {
  const seen = new Set(known.map(({ span }) => span.start));
  let index = 0;
  return all.filter(({ span }) => {
    while ((stretches[index]?.end ?? Number.POSITIVE_INFINITY) <= span.start) index += 1;
    return !seen.has(span.start) && (stretches[index]?.start ?? Number.POSITIVE_INFINITY) <= span.start;
  });
}

interface Part {
  readonly start: number;
  readonly text: string;
  /** Its keys stand in the first column. */
  readonly isSection: boolean;
}

interface Mended {
  readonly start: number;
  readonly root: YamlDocument['root'];
  readonly problems: readonly Problem[];
  readonly broken: readonly Span[];
  readonly comments: readonly Comment[];
}

/** All from `start` on. */
function unread(text: string, start: number): Mended {
  const rest = { start: 0, end: text.length - start };
  const line = lineAt(text, start);
  const told = syntax({ start: 0, end: line.end - start }, 'From here on nothing is read: too much above is no YAML.');
  return { start, root: undefined, problems: [told], broken: [rest], comments: [] };
}

/** Leaves out what is opened in the first column and makes text of sections. */
function withoutDerailing(first: Reading, read: ReadYaml, budget: Budget) {
  let reading = first;
  const broken: Span[] = [];
  const problems: Problem[] = [];
  while (reading.layout.derailed !== undefined && !reading.layout.reaching && broken.length < mostSlips) {
    const { text } = reading.document;
    if (budget.again < first.cost) break;
    const at = reading.layout.derailed;
    const stretch = withDeeper(text, lineAt(text, at));
    const what = /["']/.test(text[at] ?? '') ? 'quote' : 'bracket';
    problems.push(syntax({ start: at, end: lineAt(text, at).end }, `This ${what} is opened and not closed.`));
    broken.push(stretch);
    reading = read(blanked(text, stretch));
    budget.again -= reading.cost;
  }
  return { reading, broken, problems };
}

function sections({ document: { text }, layout: { starts, reaching } }: Reading): Part[] {
  if (starts.length === 0 || reaching) return [{ start: 0, text, isSection: false }];
  return starts.map((offset, index) => {
    const start = index === 0 ? 0 : offset;
    return { start, text: text.slice(start, starts[index + 1]), isSection: true };
  });
}

/** Leaves out lines until the rest can be read. */
function mend({ start, text, isSection }: Part, read: ReadYaml, budget: Budget): Mended {
  const problems: Problem[] = [];
  const broken: Span[] = [];
  const asked = (masked: string): Reading => {
    const reading = read(masked);
    budget.again -= reading.cost;
    return reading;
  };
  const clean = ({ document: { problems, root } }: Reading) =>
    !problems.some(breaks) && (!isSection || root === undefined || isInFirstColumn(text, root));

  const whole = read(text);
  budget.first -= whole.cost;
  let reading = whole;
  while (!clean(reading)) {
    const slip = firstSlip(reading.document);
    const without =
      broken.length < mostSlips && slip !== undefined ? leaveOut(slip, reading, asked, clean, budget) : undefined;
    if (slip === undefined || without === undefined) {
      const told = slip ?? syntax(trimmed(text, lineAt(text, firstText(text))), 'A ":" and a value are missing here.');
      const { root, comments } = whole.document;
      const kept = isSection && root !== undefined && !isInFirstColumn(text, root) ? undefined : root;
      return { start, root: kept, comments, problems: [...problems, told], broken: [{ start: 0, end: text.length }] };
    }
    problems.push(without.problem);
    broken.push(without.stretch);
    reading = without.reading;
  }
  const { root, comments } = reading.document;
  return { start, root, comments, problems: [...problems, ...reading.document.problems], broken };
}

interface Without {
  readonly reading: Reading;
  readonly stretch: Span;
  readonly problem: Problem;
}

/** Leaves out the line that makes the rest readable, or at least more of it: that of the slip or a neighbour. */
function leaveOut(
  slip: Problem,
  { document: { text, problems }, layout: { opened }, cost }: Reading,
  read: ReadYaml,
  clean: (reading: Reading) => boolean,
  budget: Budget,
): Without | undefined {
  const bracket = opened[0];
  const own = lineAt(text, slip.span.start);
  const near = [
    ...(bracket === undefined ? [] : [lineAt(text, bracket)]),
    own,
    contentBefore(text, own.start),
    contentBehind(text, own.end),
  ];
  const lines = near.filter((line) => line !== undefined);
  // What hangs below half a key belongs to it; what follows an odd indentation has its own place.
  const blocks = lines.map((line) => withDeeper(text, line));
  const stretches = /indentation$/.test(slip.kind) ? [...lines, ...blocks] : [...blocks, ...lines];
  let best: (Without & { readonly next: number }) | undefined;

  for (const stretch of distinct(stretches)) {
    if (budget.again < cost || text.slice(stretch.start, stretch.end).trim() === '') continue;
    const reading = read(blanked(text, stretch));
    const isClean = clean(reading);
    const next = isClean ? Number.POSITIVE_INFINITY : (firstSlip(reading.document)?.span.start ?? -1);
    if (next > Math.max(stretch.end, slip.span.start, best?.next ?? 0)) {
      best = { reading, stretch, next, problem: problemIn(stretch, text, problems, opened) };
    }
    if (isClean) break;
  }
  return best;
}

/** What to say of a line that was left out: what the library says of it, if its own slip is not plain. */
function problemIn(stretch: Span, text: string, problems: readonly Problem[], opened: readonly number[]): Problem {
  const line = trimmed(text, lineAt(text, stretch.start));
  const isIn = (offset: number) => offset >= stretch.start && offset <= stretch.end;
  const bracket = opened.find(isIn);
  if (bracket !== undefined) {
    return syntax({ start: bracket, end: bracket + 1 }, 'This bracket is opened and not closed.');
  }
  const told = problems.filter(breaks).find(({ span }) => isIn(span.start));
  if (told !== undefined && (!/^(?:syntax|indentation)$/.test(told.kind) || told.span.start >= line.start)) return told;
  if (/^-[^\s-]/.test(text.slice(line.start, line.end))) {
    return syntax(line, 'An item of a list needs a space behind its "-".');
  }
  return syntax(line, told?.message ?? 'This line is indented differently from its neighbours.');
}

function firstSlip({ problems }: YamlDocument): Problem | undefined {
  let first: Problem | undefined;
  for (const problem of problems) {
    if (breaks(problem) && (first === undefined || problem.span.start < first.span.start)) first = problem;
  }
  return first;
}

function isInFirstColumn(text: string, root: NonNullable<YamlDocument['root']>): boolean {
  const at = root.kind === 'mapping' && !root.flow ? root.entries[0]?.key.span.start : undefined;
  return at !== undefined && (at === 0 || /[\r\n\ufeff]/.test(text[at - 1] ?? ''));
}

function merge(text: string, parts: readonly Mended[]): YamlDocument {
  const only = parts.length === 1 && parts[0]?.start === 0 ? parts[0] : undefined;
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  const broken: Span[] = [];
  const comments: Comment[] = [];
  for (const part of parts) {
    if (part.root?.kind === 'mapping')
      for (const entry of part.root.entries) entries.push(shiftEntry(entry, part.start));
    for (const one of part.problems) problems.push({ ...one, span: shiftSpan(one.span, part.start) });
    for (const one of part.broken) broken.push(shiftSpan(one, part.start));
    for (const one of part.comments) comments.push({ ...one, span: shiftSpan(one.span, part.start) });
  }
  const first = entries[0];
  const last = entries.at(-1);
  const end = last?.value?.span.end ?? last?.key.span.end ?? 0;
  const joined = first && mapping(entries, { start: first.key.span.start, end }, false);
  return { text, root: only === undefined ? joined : only.root, problems, broken, comments, separable: false };
}

function syntax(span: Span, message: string): Problem {
  return { kind: 'syntax', span, message };
}

/** The same length, with nothing in the stretch but its line ends. */
function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end);
}

/** A line with the lines below it that are further indented. */
function withDeeper(text: string, line: Span): Span {
  const indent = indentOf(text, line);
  let end = line.end;
  for (let next = lineBehind(text, end); next !== undefined; next = lineBehind(text, next.end)) {
    if (isBlank(text, next)) continue;
    if (indentOf(text, next) <= indent) break;
    end = next.end;
  }
  return { start: line.start, end };
}

function contentBefore(text: string, offset: number): Span | undefined {
  let start = offset;
  while (start > 0) {
    const line = lineAt(text, start - 1);
    if (!isBlank(text, line)) return line;
    start = line.start;
  }
  return undefined;
}

function contentBehind(text: string, offset: number): Span | undefined {
  let line = lineBehind(text, offset);
  while (line !== undefined && isBlank(text, line)) line = lineBehind(text, line.end);
  return line;
}

/** Without its line end. */
function lineAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1])) start -= 1;
  let end = offset;
  while (end < text.length && !isLineEnd(text[end])) end += 1;
  return { start, end };
}

function lineBehind(text: string, end: number): Span | undefined {
  const start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  return start >= text.length ? undefined : lineAt(text, start);
}

function isLineEnd(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r';
}

function isBlank(text: string, { start, end }: Span): boolean {
  return /^\s*(?:#.*)?$/.test(text.slice(start, end));
}

function indentOf(text: string, { start, end }: Span): number {
  return /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
}

function firstText(text: string): number {
  return /\S|$/.exec(text)?.index ?? 0;
}

function trimmed(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  return { start: start + (line.length - line.trimStart().length), end: start + line.trimEnd().length };
}

function distinct(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter(({ start, end }) => !seen.has(`${start} ${end}`) && seen.add(`${start} ${end}`) !== undefined);
}
