import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from 'vscode-languageserver';
import { type Analysis, definitionsOf, idsAt, usesOf } from '../../../core/src/index.ts';
import type { Snapshot } from '../analysis.ts';
import { toRange, toSpan } from '../convert.ts';

/** Where the id at the cursor is used in the spec, and where it is defined if `withDefinition` asks for that too. */
export function references(snapshot: Snapshot, position: Position, withDefinition: boolean): Location[] {
  return at(snapshot, position, usesOf)
    .filter(({ kind }) => withDefinition || kind === 'reference')
    .map(({ span }) => ({ uri: snapshot.uri, range: toRange(snapshot.lines, span) }));
}

/** The same places, for the editor to mark: what defines the id writes it, what refers to it reads it. */
export function highlights(snapshot: Snapshot, position: Position): DocumentHighlight[] {
  return at(snapshot, position, usesOf).map(({ kind, span }) => ({
    range: toRange(snapshot.lines, span),
    kind: kind === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** Where the id at the cursor is defined; at its definition that is where the cursor is. */
export function idDefinitions(snapshot: Snapshot, position: Position): Location[] {
  return at(snapshot, position, definitionsOf).map(({ span }) => {
    return { uri: snapshot.uri, range: toRange(snapshot.lines, span) };
  });
}

/** What `find` gives for the ids at the cursor. */
function at<T>(
  snapshot: Snapshot,
  position: Position,
  find: (analysis: Analysis, ids: ReturnType<typeof idsAt>) => readonly T[],
): readonly T[] {
  const { analysis } = snapshot;
  if (analysis === undefined || analysis.skipped !== undefined) return [];
  const { start } = toSpan(snapshot, { start: position, end: position });
  return find(analysis, idsAt(analysis, start));
}
