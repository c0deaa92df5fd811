import assert from 'node:assert/strict';
import type { Range, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { applyEdits, lineIndex } from '../../core/src/index.ts';

/** What the text becomes, and which version of it the edit is for; without versions, `null`. */
export function applied(
  edit: WorkspaceEdit,
  uri: string,
  text: string,
): { readonly text: string; readonly version: number | null; readonly snippet?: string } {
  if (edit.documentChanges === undefined) {
    assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
    return { text: apply(text, edit.changes![uri]!), version: null };
  }
  assert.equal(edit.changes, undefined);
  assert.equal(edit.documentChanges.length, 1);
  const change = edit.documentChanges[0]!;
  assert.ok('edits' in change);
  assert.equal(change.textDocument.uri, uri);
  const { version } = change.textDocument;
  const snippets = change.edits.filter((one): one is SnippetTextEdit => 'snippet' in one);
  const plain = change.edits.map((one) =>
    'snippet' in one ? { range: one.range, newText: withoutStops(one.snippet.value) } : one,
  );
  for (const { range, snippet } of snippets) {
    assert.equal(change.edits.length, 1);
    assert.ok(range.start.character === 0 || !/[\r\n]/.test(snippet.value), 'an editor would indent its lines');
  }
  return { text: apply(text, plain), version, ...(snippets[0] ? { snippet: snippets[0].snippet.value } : {}) };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = lineIndex(text);
  return applyEdits(
    text,
    edits.map(({ range: { start, end }, newText }) => ({
      span: { start: lines.offset(start), end: lines.offset(end) },
      text: newText,
    })),
  );
}

/** What stands there before anything is typed; of a choice, the first. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|((?:[^\\,|]|\\.)*)(?:,(?:[^\\|]|\\.)*)?\|\}/g, '$1')
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([\\$},|])/g, '$1');
}

export function at(line: number, character: number, endLine = line, endCharacter = character): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
