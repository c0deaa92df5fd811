import type { Read } from '../check.ts';
import { minimalEdits } from '../fixes/minimal-edits.ts';
import { readSpec, type SpecDocument } from '../spec/document.ts';
import { applyEdits, type Edit, lineEnding, type Span } from '../text.ts';

export interface FormatOptions {
  /** How many columns a level is indented by. */
  readonly tabWidth: number;
  readonly printWidth?: number;
  readonly singleQuote?: boolean;
  readonly bracketSpacing?: boolean;
  readonly proseWrap?: 'always' | 'never' | 'preserve';
}

/** A printer of YAML: what it makes of a whole text, with `\n` at the end of each line. Throws where it cannot read it. */
export type Printer = (text: string, options: FormatOptions) => Promise<string>;

/**
 * The edits that put a spec, or the lines of it that `range` touches, into the form that `print` gives it. None where the
 * file cannot be read as YAML or is somebody else's, and where the answers or comments would not be the same afterwards.
 */
export async function format(
  { doc, skipped }: Read,
  options: FormatOptions,
  print: Printer,
  range?: Span,
): Promise<readonly Edit[]> {
  const { text, yaml } = doc;
  if (skipped !== undefined || yaml.problems.length > 0 || yaml.root === undefined) return [];
  const printed = await print(text.replace(/^\ufeff/, ''), options).catch(() => undefined);
  if (printed === undefined) return [];
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const made = mark + printed.replaceAll('\n', lineEnding(text));

  const all = minimalEdits(text, made, letters);
  for (const edits of range === undefined
    ? [all]
    : [within(all, lines(text, range)), within(all, sections(doc, range))]) {
    if (edits.length === 0 || saysTheSame(doc, readSpec(applyEdits(text, edits)))) return edits;
  }
  return [];
}

/** Lines that differ in spaces and quotes only are the same line. */
function letters(line: string): string {
  return line.replaceAll(/[\s"']/g, '');
}

function within(edits: readonly Edit[], { start, end }: Span): readonly Edit[] {
  return edits.filter(({ span }) => span.start >= start && span.end <= end);
}

function lines(text: string, { start, end }: Span): Span {
  const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /\r\n|\r|\n/.exec(text.slice(end));
  return { start: first, end: rest === null ? text.length : end + rest.index + rest[0].length };
}

/** The whole top-level entries that a range touches: their indentation is nobody else's business. */
function sections({ text, tree }: SpecDocument, range: Span): Span {
  const starts = tree.entries.map(({ key }) => lines(text, key.span).start);
  const start = starts.findLast((one) => one <= range.start) ?? 0;
  return { start, end: starts.find((one) => one > range.end) ?? text.length };
}

function saysTheSame(before: SpecDocument, after: SpecDocument): boolean {
  if (after.yaml.problems.length > 0 || before.places.length !== after.places.length) return false;
  const comments = ({ yaml }: SpecDocument) => yaml.comments.map(({ text }) => text.trim()).join('\n');
  if (comments(before) !== comments(after)) return false;
  return before.places.every(({ path, node }, index) => {
    const other = after.places[index];
    if (other === undefined || path.length !== other.path.length || node?.kind !== other.node?.kind) return false;
    if (path.some((step, at) => step !== other.path[at])) return false;
    return node?.kind !== 'scalar' || (other.node?.kind === 'scalar' && node.value === other.node.value);
  });
}
