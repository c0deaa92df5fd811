import type { Position, Range, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Edit, type LineIndex, type Span, snippet } from '../../core/src/index.ts';
import type { Snapshot } from './analysis.ts';
import type { Client } from './client.ts';

export function toRange(lines: LineIndex, span: Span): Range {
  return { start: lines.position(span.start), end: lines.position(span.end) };
}

export function toSpan({ text, lines }: Pick<Snapshot, 'text' | 'lines'>, range: Range): Span {
  return { start: toOffset(text, lines, range.start), end: toOffset(text, lines, range.end) };
}

/** A character beyond the end of its line means that end, before the line break. */
function toOffset(text: string, lines: LineIndex, position: Position): number {
  const start = lines.offset({ line: position.line, character: 0 });
  let end = lines.offset({ line: position.line + 1, character: 0 });
  while (end > start && /[\r\n]/.test(text[end - 1]!)) end--;
  return Math.min(start + position.character, end);
}

export function toWorkspaceEdit(snapshot: Snapshot, edits: readonly Edit[], client: Client): WorkspaceEdit {
  const { uri, version, lines } = snapshot;
  if (!client.documentChanges) return { changes: { [uri]: edits.map((edit) => toTextEdit(lines, edit)) } };

  const withTabStops = client.snippets ? toSnippetEdit(snapshot, edits) : undefined;
  const all = withTabStops === undefined ? edits.map((edit) => toTextEdit(lines, edit)) : [withTabStops];
  return { documentChanges: [{ textDocument: { uri, version }, edits: all }] };
}

function toTextEdit(lines: LineIndex, { span, text }: Edit): TextEdit {
  return { range: toRange(lines, span), newText: text };
}

/** Editors indent the later lines of a snippet like the line it stands on, so it must stand on none. */
function toSnippetEdit({ text, lines }: Snapshot, edits: readonly Edit[]): SnippetTextEdit | undefined {
  const [only, ...others] = edits;
  if (only === undefined || others.length > 0) return undefined;

  const edit = fromLineStart(only, text);
  const value = snippet(edit.text);
  if (value === undefined) return undefined;
  if (/[\r\n]/.test(edit.text) && lines.position(edit.span.start).character > 0) return undefined;
  return { range: toRange(lines, edit.span), snippet: { kind: 'snippet', value } };
}

/** Lines inserted behind the end of a line are the same lines inserted before the next one. */
function fromLineStart(edit: Edit, text: string): Edit {
  const { start, end } = edit.span;
  const lineEnd = /^(?:\r\n|\n|\r)/.exec(edit.text)?.[0];
  if (lineEnd === undefined || start !== end || !text.startsWith(lineEnd, start)) return edit;
  const next = start + lineEnd.length;
  return { span: { start: next, end: next }, text: edit.text.slice(lineEnd.length) + lineEnd };
}
