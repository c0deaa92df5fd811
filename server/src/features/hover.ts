import type { Hover, Position } from 'vscode-languageserver';
import {
  type Fact,
  isAbout,
  type JudgedAssessment,
  looks,
  markdownText,
  shownPath,
  type Token,
  tokenAt,
} from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange, toSpan } from '../convert.ts';

const mostFacts = 8;
const longest = 200;

/** What the word at the cursor is, how strong the answer stands, and what artifacts say about it. */
export function hover(snapshot: Snapshot, position: Position, client: Client): Hover | undefined {
  const { analysis, lines } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return undefined;
  const { start } = toSpan(snapshot, { start: position, end: position });
  const token = tokenAt(analysis.doc, start);
  if (token === undefined) return undefined;
  const parts = [...about(token), ...standing(snapshot, token)];
  if (parts.length === 0) return undefined;
  const write = client.hover === 'markdown' ? asMarkdown : asText;
  const kind = client.hover === 'markdown' ? ('markdown' as const) : ('plaintext' as const);
  return { contents: { kind, value: write(parts) }, range: toRange(lines, token.node.span) };
}

/** A paragraph: what begins it, and the rest; or a list. */
type Part =
  | { readonly kind: 'text'; readonly strong?: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** From the language: for a key what it is, for a value the words that are possible. */
function about({ kind, place: { field } }: Token): Part[] {
  if (field === undefined) return [];
  const { title, description, example, values } = field;
  if (kind === 'value') return [];
  const shown = values === undefined ? example : values.join(' | ');
  return [
    { kind: 'text', strong: title, text: description },
    ...(shown.includes('\n')
      ? []
      : [{ kind: 'text' as const, text: `${values ? 'One of' : 'For example'} \`${shown}\`` }]),
  ];
}

/** For a key how what it holds stands, for a value that names an artifact what was found there. */
function standing({ analysis, repository }: Snapshot, { kind, place, node }: Token): Part[] {
  if (analysis === undefined) return [];
  const { assessments } = analysis;
  if (kind === 'key') {
    const own = assessments.filter(({ subject }) => subject !== '' && isSame(subject, place.path));
    return own.length === 0 ? [] : [{ kind: 'list', items: own.map(line) }];
  }
  if (place.field?.artifact === undefined || repository === undefined) return [];
  const reference = analysis.options.evidence?.reference(String(node.value));
  if (reference?.kind !== 'file') return [];
  const shown = shownPath(reference.file);
  const said = assessments
    .filter(({ subject }) => isAbout(subject, place.path))
    .flatMap(({ facts }) => facts)
    .filter(({ file }) => shownPath(file) === shown || shownPath(file).startsWith(`${shown}/`));
  const facts = [...new Map(said.map((fact) => [factLine(fact), fact])).keys()];
  const more = facts.length > mostFacts ? [`and ${facts.length - mostFacts} more`] : [];
  return facts.length === 0 ? [] : [{ kind: 'list', items: [...facts.slice(0, mostFacts), ...more] }];
}

function isSame(subject: string, path: Token['place']['path']): boolean {
  return isAbout(subject, path) && subject.split('/').length === path.length + 1;
}

function line({ rule, state, reason }: JudgedAssessment): string {
  return `${looks[state].sign} ${state}: ${reason} (\`${rule}\`)`;
}

function factLine({ file, line: at, says }: Fact): string {
  return `${shownPath(file)}${at === undefined ? '' : `:${at}`}: ${says}`;
}

/** Values of specs and artifacts are somebody's text: no markup, link or command of its own comes through. */
function asMarkdown(parts: readonly Part[]): string {
  const safe = (text: string) => markdownText(clipped(text));
  return parts
    .map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `- ${safe(item)}`).join('\n')
        : `${part.strong === undefined ? '' : `**${safe(part.strong)}** `}${markdownText(part.text)}`,
    )
    .join('\n\n');
}

function asText(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      part.kind === 'list'
        ? part.items.map((item) => `- ${clipped(item)}`).join('\n')
        : `${part.strong === undefined ? '' : `${part.strong}: `}${part.text}`,
    )
    .join('\n\n');
}

function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
