import type { Span } from '../../core/src/index.ts';

const context = 3;

/** A unified diff that `git apply` and `patch -p1` take; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  return diffBeside(path, before, after, { before: [], after: [] }).diff;
}

/** What may not be shown, in the text before and in the one after. */
interface Hidden {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

/**
 * The same without the hunks that would show, or change, a line with something hidden in it: with stars there they would
 * not apply. `leftOut` are the lines, from 1, at which those begin to differ.
 */
export function diffBeside(
  path: string,
  before: string,
  after: string,
  hidden: Hidden,
): { readonly diff: string; readonly leftOut: readonly number[] } {
  if (before === after) return { diff: '', leftOut: [] };
  const old = lines(before);
  const secret = { old: linesOf(before, hidden.before), now: linesOf(after, hidden.after) };
  const leftOut: number[] = [];
  const hunks: string[] = [];
  // By so many lines is the new text longer where only the hunks that are shown have been applied.
  let missing = 0;
  for (const changes of group(compare(old, lines(after)))) {
    const { start, end } = hunkOf(old, changes);
    const isHidden =
      anyWithin(secret.old, start, end) ||
      changes.some(({ at, added }) => anyWithin(secret.now, at, at + added.length));
    if (isHidden) {
      leftOut.push((changes[0]?.start ?? 0) + 1);
      for (const change of changes) missing += change.added.length - (change.end - change.start);
    } else hunks.push(printHunk(old, changes, missing));
  }
  if (hunks.length === 0) return { diff: '', leftOut };
  return { diff: `--- ${quote(`a/${path}`)}\n+++ ${quote(`b/${path}`)}\n${hunks.join('')}`, leftOut };
}

/** The lines, from 0, that spans stand in. */
function linesOf(text: string, spans: readonly Span[]): readonly number[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  return spans.flatMap(({ start, end }) => {
    const first = lineAt(start);
    return Array.from({ length: lineAt(Math.max(start, end - 1)) - first + 1 }, (_, index) => first + index);
  });
}

function anyWithin(numbers: readonly number[], start: number, end: number): boolean {
  return numbers.some((number) => number >= start && number < end);
}

/** In place of the old lines from `start` to `end` stand `added`, from line `at` of the new text. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly added: readonly string[];
}

/** Each with its line ending, of which only `\n` counts: `\r` is a part of the line, as it is for git. */
function lines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function compare(old: readonly string[], now: readonly string[]): readonly Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  const room = Math.min(old.length, now.length) - head;
  while (tail < room && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;

  const changes: Change[] = [];
  let start = head;
  let at = head;
  const flush = (end: number, upTo: number) => {
    if (end > start || upTo > at) changes.push({ start, end, at, added: now.slice(at, upTo) });
  };
  for (const [x, y] of common(old.slice(head, old.length - tail), now.slice(head, now.length - tail))) {
    flush(head + x, head + y);
    start = head + x + 1;
    at = head + y + 1;
  }
  flush(old.length - tail, now.length - tail);
  return changes;
}

/**
 * Pairs of equal lines, as many as possible, in order (Myers, "An O(ND) Difference Algorithm", 1986). None at all for
 * texts that have little in common: the diff is then one block, which is right, only longer.
 */
function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const mostEdits = 500;
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  const reach = (from: ReadonlyMap<number, number>, k: number) => from.get(k) ?? -1;
  const goesDown = (from: ReadonlyMap<number, number>, k: number, d: number) =>
    k === -d || (k !== d && reach(from, k - 1) < reach(from, k + 1));

  for (let d = 0; d <= Math.min(mostEdits, a.length + b.length); d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(furthest, k, d) ? reach(furthest, k + 1) : reach(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(d);
    }
  }
  return [];

  function walkBack(edits: number): readonly (readonly [number, number])[] {
    const pairs: [number, number][] = [];
    let x = a.length;
    let y = b.length;
    for (let d = edits; d >= 0; d--) {
      const from = trace[d] ?? new Map<number, number>();
      const k = x - y;
      const before = goesDown(from, k, d) ? k + 1 : k - 1;
      const startX = d === 0 ? 0 : reach(from, before);
      const startY = d === 0 ? 0 : startX - before;
      while (x > startX && y > startY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) pairs.push([--x, --y]);
      x = startX;
      y = startY;
    }
    return pairs.reverse();
  }
}

function group(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.start - last.end <= 2 * context) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** The lines of a hunk in the old text, with those around its changes. */
function hunkOf(old: readonly string[], changes: readonly Change[]): Span {
  const start = Math.max(0, (changes[0] as Change).start - context);
  return { start, end: Math.min(old.length, (changes.at(-1) as Change).end + context) };
}

/** `missing`: the new text has so many lines more because of hunks that are not printed. */
function printHunk(old: readonly string[], changes: readonly Change[], missing: number): string {
  const first = changes[0] as Change;
  const { start, end } = hunkOf(old, changes);
  const body: string[] = [];
  let at = start;
  let growth = 0;
  const print = (sign: string, from: readonly string[]) => {
    for (const line of from)
      body.push(line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
  };
  for (const change of changes) {
    print(' ', old.slice(at, change.start));
    print('-', old.slice(change.start, change.end));
    print('+', change.added);
    growth += change.added.length - (change.end - change.start);
    at = change.end;
  }
  print(' ', old.slice(at, end));

  const newStart = first.at - (first.start - start) - missing;
  return `@@ -${range(start, end - start)} +${range(newStart, end - start + growth)} @@\n${body.join('')}`;
}

/** An empty range is named by the line before it. */
function range(start: number, length: number): string {
  if (length === 1) return String(start + 1);
  return `${length === 0 ? start : start + 1},${length}`;
}

/** The way git writes a name that would break the line. */
function quote(path: string): string {
  if (!/[\x00-\x1f\x7f"\\]/.test(path)) return path;
  const escaped = path.replace(/["\\]/g, '\\$&');
  return `"${escaped.replace(/[\x00-\x1f\x7f]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`;
}
