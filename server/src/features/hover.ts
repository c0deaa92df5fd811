import type { Hover, Position } from 'vscode-languageserver';
import { type HoverPart, hoverAt, markdownText } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import type { Client } from '../client.ts';
import { toRange, toSpan } from '../convert.ts';

/** A line that is longer is read by nobody. */
const longestItem = 240;
const longestText = 600;

/** What the word at the cursor is, how strong the answer stands, and what artifacts say about it. */
export function hover(snapshot: Snapshot, position: Position, client: Client): Hover | undefined {
  const { analysis, lines } = snapshot;
  if (analysis === undefined) return undefined;
  const { start } = toSpan(snapshot, { start: position, end: position });
  const info = hoverAt(analysis, start);
  if (info === undefined) return undefined;
  const isMarkdown = client.hover === 'markdown';
  const value = info.parts.map(isMarkdown ? asMarkdown : asText).join('\n\n');
  return { contents: { kind: isMarkdown ? 'markdown' : 'plaintext', value }, range: toRange(lines, info.span) };
}

/** Values of specs and artifacts are somebody's text: no markup, link or command of its own comes through. */
function asMarkdown(part: HoverPart): string {
  if (part.kind === 'list') return part.items.map((item) => `- ${markdownText(clipped(item, longestItem))}`).join('\n');
  const text = markdownText(clipped(part.text, longestText));
  return part.strong === undefined ? text : `**${markdownText(clipped(part.strong, longestItem))}** ${text}`;
}

function asText(part: HoverPart): string {
  if (part.kind === 'list') return part.items.map((item) => `- ${clipped(item, longestItem)}`).join('\n');
  const text = clipped(part.text, longestText);
  return part.strong === undefined ? text : `${clipped(part.strong, longestItem)}: ${text}`;
}

function clipped(text: string, longest: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
