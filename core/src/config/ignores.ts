import { closest } from '../closest.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rules/rule.ts';
import type { SpecDocument } from '../spec/document.ts';
import { type Edit, type Fix, type LineIndex, lineEnding, lineIndex, type Span } from '../text.ts';
import type { Comment } from '../yaml/document.ts';

/** `# ai-system-ignore rule-id, rule-id -- reason` at the end of a line, or alone above it. */
interface Ignore {
  readonly comment: Comment;
  readonly rules: readonly string[];
  readonly reason: string;
  /** Zero-based line it speaks of. */
  readonly line: number;
}

const form = /^#\s*ai-system-ignore\b\s*(.*?)\s*(?:--\s*(.*?)\s*)?$/;

/** Takes out what comments silence, and reports comments that give no reason or silence nothing. `known` are all rules. */
export function applyIgnores(doc: SpecDocument, findings: readonly Finding[], known: readonly Rule[]): Finding[] {
  if (!doc.text.includes('ai-system-ignore')) return [...findings];
  const lines = lineIndex(doc.text);
  const ignores = doc.yaml.comments.flatMap((comment) => readIgnore(doc.text, lines, comment));
  const byLine = new Map<number, Ignore[]>();
  for (const ignore of ignores) byLine.set(ignore.line, [...(byLine.get(ignore.line) ?? []), ignore]);
  const used = new Set<Ignore>();

  const kept = findings.filter((finding) => {
    const own = byLine.get(lines.position(finding.span.start).line);
    const ignore = own?.find(({ rules }) => rules.includes(finding.rule));
    if (ignore !== undefined) used.add(ignore);
    return ignore === undefined;
  });
  return [...kept, ...ignores.flatMap((ignore) => aboutIgnore(doc.text, ignore, used.has(ignore), known))];
}

function readIgnore(text: string, lines: LineIndex, comment: Comment): Ignore[] {
  const match = form.exec(comment.text.trimEnd());
  if (match === null) return [];
  const { line, character } = lines.position(comment.span.start);
  const alone = text.slice(comment.span.start - character, comment.span.start).trim() === '';
  const rules = (match[1] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  return [{ comment, rules, reason: match[2] ?? '', line: alone ? line + 1 : line }];
}

function aboutIgnore(text: string, ignore: Ignore, used: boolean, known: readonly Rule[]): Finding[] {
  const { comment, rules, reason } = ignore;
  if (!used) {
    const message = `This comment silences nothing. ${whyNot(rules, known)}`;
    // What was meant by it may still be wanted, unless it is a rule that has nothing to say.
    const safe = rules.every((id) => known.some((rule) => rule.id === id && rule.kind !== 'requirement'));
    const edits = [removeComment(text, comment.span)];
    const remove: Fix = { title: 'Remove the comment', kind: 'normalise', safe, edits };
    const fixes = () => [...meantFixes(text, ignore, known), remove];
    return [{ rule: 'unused-ignore', severity: 'warning', message, span: comment.span, unnecessary: true, fixes }];
  }
  if (reason === '' || /^todo\b/i.test(reason)) {
    const message = 'Say why the rule does not hold here: "-- reason" at the end of the comment.';
    return [{ rule: 'ignore-without-reason', severity: 'warning', message, span: comment.span, fixes: () => [] }];
  }
  return [];
}

function whyNot(rules: readonly string[], known: readonly Rule[]): string {
  if (rules.length === 0) return 'It names no rule.';
  const unknown = rules.find((id) => !known.some((rule) => rule.id === id));
  if (unknown !== undefined) {
    const guess = meant(unknown, known);
    return `No rule is called \`${unknown}\`.${guess === undefined ? '' : ` Did you mean \`${guess}\`?`}`;
  }
  const required = rules.find((id) => known.some((rule) => rule.id === id && rule.kind === 'requirement'));
  if (required !== undefined) return `\`${required}\` is a requirement: only a waiver, with an end, excuses it.`;
  return `Nothing on its line is reported by ${rules.map((id) => `\`${id}\``).join(', ')}.`;
}

function meant(id: string, known: readonly Rule[]): string | undefined {
  const ids = known.flatMap((rule) => (rule.kind === 'requirement' ? [] : [rule.id]));
  return closest(id, ids);
}

/** The names of rules that were probably meant, for those that nobody knows. */
function meantFixes(text: string, { comment, rules }: Ignore, known: readonly Rule[]): Fix[] {
  return rules.flatMap((id): Fix[] => {
    const guess = known.some((rule) => rule.id === id) ? undefined : meant(id, known);
    const start = text.indexOf(id, comment.span.start);
    if (guess === undefined || start === -1) return [];
    const edits = [{ span: { start, end: start + id.length }, text: guess }];
    return [{ title: `Change to \`${guess}\``, kind: 'normalise', safe: false, edits }];
  });
}

/** With the line, if it stands alone on it. */
function removeComment(text: string, span: Span): Edit {
  const blank = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const start = span.start - blank;
  const isAlone = start === 0 || /[\r\n]/.test(text[start - 1] ?? '');
  const lineEnd = isAlone ? (/^(?:\r\n|\n|\r)/.exec(text.slice(span.end))?.[0].length ?? 0) : 0;
  return { span: { start, end: span.end + lineEnd }, text: '' };
}

/** Where there is no line to speak of, and where the answer is still to be given. */
const notIgnorable: ReadonlySet<string> = new Set(['empty-file', 'not-a-mapping', 'placeholder']);

/** Writes an ignore-comment above the line of a finding, its reason still to be given. Not where the file cannot be read. */
export function ignoreFix(doc: SpecDocument, rule: string, span: Span): Fix[] {
  if (doc.yaml.problems.length > 0 || notIgnorable.has(rule)) return [];
  const lineStart =
    Math.max(doc.text.lastIndexOf('\n', span.start - 1), doc.text.lastIndexOf('\r', span.start - 1)) + 1;
  const indent = /^[ \t]*/.exec(doc.text.slice(lineStart, span.start))?.[0] ?? '';
  const text = `${indent}# ai-system-ignore ${rule} -- TODO why it does not hold here${lineEnding(doc.text)}`;
  const edits = [{ span: { start: lineStart, end: lineStart }, text }];
  return [{ title: `Ignore \`${rule}\` on this line`, kind: 'ignore', safe: false, edits }];
}
